#include "ingest/parts/markup.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/parts/office_tree.h"

namespace casewright {
namespace {

std::string resolved(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = raw[at] == '&' ? raw.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      // XML counts a line end of two characters as one.
      if (raw[at] != '\r' || raw.substr(at + 1, 1) != "\n") text += raw[at];
      ++at;
      continue;
    }
    const std::string_view name = raw.substr(at + 1, end - at - 1);
    if (name == "amp") text += '&';
    else if (name == "lt") text += '<';
    else if (name == "gt") text += '>';
    else if (name == "quot") text += '"';
    else if (name == "apos") text += '\'';
    else if (name.starts_with('#')) {
      const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
      std::uint32_t value = 0xFFFD;
      const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
      append_utf8(text, value);
    }
    at = end + 1;
  }
  return text;
}

/// Where a tag that begins at `at` ends, quoted values skipped.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    if (quote != 0) {
      if (bytes[at] == quote) quote = 0;
    } else if (bytes[at] == '"' || bytes[at] == '\'') {
      quote = bytes[at];
    } else if (bytes[at] == '>') {
      return at + 1;
    }
  }
  return bytes.size();
}

/// Cuts an XML text into pieces.
class MarkupReader {
 public:
  explicit MarkupReader(std::string_view bytes) : bytes_(bytes) {}

  Markup read() {
    Markup all;
    open_.push_back(&all);
    spaces_.emplace_back();
    for (std::size_t at = 0; at < bytes_.size();) at = bytes_[at] == '<' ? tag(at) : words(at);
    return all;
  }

 private:
  std::size_t other(std::size_t at, std::string_view ending) {
    const std::size_t found = bytes_.find(ending, at);
    const std::size_t end = found == std::string_view::npos ? bytes_.size() : found + ending.size();
    Markup piece;
    piece.open = bytes_.substr(at, end - at);
    add(std::move(piece));
    return end;
  }

  Markup& add(Markup piece) { return open_.back()->children.emplace_back(std::move(piece)); }

  std::size_t words(std::size_t at) {
    const std::size_t end = std::min(bytes_.size(), bytes_.find('<', at));
    Markup piece;
    piece.text = open_.size() > 1;  // white space around the root is no text
    piece.open = bytes_.substr(at, end - at);
    piece.at = at_;
    if (piece.text) piece.length = static_cast<std::uint32_t>(count_characters(resolved(piece.open)));
    at_ += piece.length;
    add(std::move(piece));
    return end;
  }

  std::size_t tag(std::size_t at) {
    const std::string_view rest = bytes_.substr(at);
    if (rest.starts_with("<!--")) return other(at, "-->");
    if (rest.starts_with("<?")) return other(at, "?>");
    if (rest.starts_with("<![CDATA[")) {
      const std::size_t end = other(at, "]]>");
      Markup& piece = open_.back()->children.back();
      piece.text = true;
      piece.at = at_;
      piece.length = static_cast<std::uint32_t>(count_characters(std::string_view(piece.open).substr(9, piece.open.size() - 12)));
      at_ += piece.length;
      return end;
    }
    const std::size_t end = end_of_tag(bytes_, at);
    if (rest.starts_with("<!")) return other(at, ">");
    if (rest.starts_with("</")) {
      if (open_.size() > 1) {
        open_.back()->close = bytes_.substr(at, end - at);
        open_.pop_back();
        spaces_.pop_back();
      }
      return end;
    }
    Markup piece;
    piece.open = bytes_.substr(at, end - at);
    spaces_.push_back(spaces_.back());
    learn_spaces(piece.open);
    piece.name = name_in(piece.open);
    const bool closed = piece.open.ends_with("/>");
    Markup& kept = add(std::move(piece));
    if (closed) spaces_.pop_back();
    else open_.push_back(&kept);
    return end;
  }

  void learn_spaces(std::string_view open) {
    for (std::size_t at = open.find("xmlns"); at != std::string_view::npos; at = open.find("xmlns", at + 5)) {
      const std::size_t equals = open.find('=', at);
      const std::size_t quote = equals == std::string_view::npos ? equals : open.find_first_of("\"'", equals);
      if (quote == std::string_view::npos || !is_space(open[at - 1])) continue;
      const std::size_t end = open.find(open[quote], quote + 1);
      std::string_view prefix = trim(open.substr(at + 5, equals - at - 5));
      if (prefix.starts_with(':')) prefix.remove_prefix(1);
      spaces_.back()[std::string(prefix)] = std::string(office_prefix(resolved(open.substr(quote + 1, end - quote - 1))));
    }
  }

  std::string name_in(std::string_view open) const {
    std::size_t end = 1;
    while (end < open.size() && !is_space(open[end]) && open[end] != '>' && open[end] != '/') ++end;
    const std::string_view written = open.substr(1, end - 1);
    const std::size_t colon = written.find(':');
    const std::string prefix(colon == std::string_view::npos ? std::string_view() : written.substr(0, colon));
    const auto space = spaces_.back().find(prefix);
    const std::string usual = space == spaces_.back().end() ? std::string() : space->second;
    const std::string local(colon == std::string_view::npos ? written : written.substr(colon + 1));
    return usual.empty() ? local : usual + ":" + local;
  }

  std::string_view bytes_;
  std::vector<Markup*> open_;  // the last of its siblings each, so that no growth moves it
  std::vector<std::map<std::string, std::string>> spaces_;
  std::uint32_t at_ = 0;
};

/// It recurs once per level, which the XML reader bounds at 256.
bool take_out(Markup& node, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& places, std::string_view holder, std::size_t& count) {
  if (node.text) {
    if (node.length == 0) return false;
    const auto inside = [&node](const auto& place) { return place.first <= node.at && node.at + node.length <= place.second; };
    if (std::none_of(places.begin(), places.end(), inside)) return false;
    node.gone = true;
    ++count;
    return true;
  }
  bool any = false, left = false;
  for (Markup& each : node.children) {
    any |= take_out(each, places, holder, count);
    left |= !each.gone && (each.text ? !trim(each.open).empty() : !each.name.empty() && !each.name.ends_with("Pr") && !each.is("w:t") && !each.is("text:s"));
  }
  if (any && !left && node.is(holder)) node.gone = true;
  return any;
}

}  // namespace

std::vector<Markup::Place> Markup::places() const {
  std::vector<Place> all;
  std::size_t at = open.find_first_of(" \t\r\n");
  while (at < open.size()) {
    Place place{};
    place.begin = at;
    while (at < open.size() && is_space(open[at])) ++at;
    const std::size_t name = at;
    while (at < open.size() && open[at] != '=' && open[at] != '>' && open[at] != '/' && !is_space(open[at])) ++at;
    if (at == name) break;
    const std::string written = open.substr(name, at - name);
    place.local = written.substr(written.find(':') == std::string::npos ? 0 : written.find(':') + 1);
    if (written.starts_with("xmlns")) place.local = written;
    const std::size_t quote = open.find_first_of("\"'", at);
    if (quote == std::string::npos) break;
    place.value = quote + 1;
    place.value_end = open.find(open[quote], place.value);
    if (place.value_end == std::string::npos) break;
    place.end = at = place.value_end + 1;
    all.push_back(std::move(place));
  }
  return all;
}

std::string Markup::attribute(std::string_view local) const {
  for (const Place& each : places())
    if (each.local == local) return resolved(std::string_view(open).substr(each.value, each.value_end - each.value));
  return {};
}

bool Markup::has(std::string_view local) const {
  const auto all = places();
  return std::any_of(all.begin(), all.end(), [local](const Place& each) { return each.local == local; });
}

void Markup::set_attribute(std::string_view local, std::string_view value) {
  for (const Place& each : places())
    if (each.local == local) {
      open.replace(each.value, each.value_end - each.value, escape_markup(value));
      return;
    }
}

std::string Markup::prefix() const {
  const std::string_view written = std::string_view(open).substr(0, open.find_first_of(" \t\r\n/>"));
  const std::size_t colon = written.find(':');
  return colon == std::string_view::npos || written.empty() ? std::string() : std::string(written.substr(1, colon));
}

void Markup::append(std::string bytes) {
  if (close.empty() && open.ends_with("/>")) {
    close = "</" + open.substr(1, open.find_first_of(" \t\r\n/>") - 1) + ">";
    open.replace(open.size() - 2, 2, ">");
  }
  children.emplace_back().open = std::move(bytes);
}

Markup* Markup::child(std::string_view element) {
  for (Markup& each : children)
    if (each.name == element && !each.gone) return &each;
  return nullptr;
}

const Markup* Markup::child(std::string_view element) const { return const_cast<Markup*>(this)->child(element); }

std::string Markup::content() const {
  std::string all;
  std::vector<const Markup*> next{this};
  while (!next.empty()) {
    const Markup* node = next.back();
    next.pop_back();
    if (node->gone) continue;
    if (node->text) all += node->open.starts_with("<![CDATA[") ? node->open.substr(9, node->open.size() - 12) : resolved(node->open);
    for (auto each = node->children.rbegin(); each != node->children.rend(); ++each) next.push_back(&*each);
  }
  return all;
}

Result<Markup> read_markup(std::string_view bytes, const std::string& file) {
  // Only what the XML reader takes is cut, so that the cutting need not doubt it.
  if (const Result<OfficeNode> sound = read_office_tree(bytes, file); !sound) return sound.faults();
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.substr(0, 4).find('\0') != std::string_view::npos;
  if (wide) return Fault{file, 0, 0, "a part of this file is not in UTF-8", "open it in Word or LibreOffice and save it anew"};
  return MarkupReader(bytes).read();
}

std::string write_markup(const Markup& root) {
  std::string out;
  struct Step {
    const Markup* node;
    bool closing;
  };
  std::vector<Step> open{{&root, false}};
  while (!open.empty()) {
    const Step step = open.back();
    open.pop_back();
    const Markup& node = *step.node;
    if (step.closing) {
      if (!node.unwrapped) out += node.close;
      out += node.behind;
      continue;
    }
    if (node.gone) continue;
    out += node.before;
    if (!node.unwrapped) out += node.open;
    open.push_back({&node, true});
    for (auto each = node.children.rbegin(); each != node.children.rend(); ++each) open.push_back({&*each, false});
  }
  return out;
}

std::size_t take_out_places(Markup& root, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& places, std::string_view holder) {
  std::size_t count = 0;
  if (!places.empty()) take_out(root, places, holder, count);
  return count;
}

}  // namespace casewright
