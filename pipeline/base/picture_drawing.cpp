#include "base/picture_drawing.h"

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

std::string_view without_prefix(std::string_view name, std::string_view prefix) {
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return name;
}

/// True for an element of which nothing is drawn: records, scripts, and any of another program.
bool says_more(std::string_view name) {
  name = without_prefix(name, "svg:");
  return name.find(':') != std::string_view::npos || among({"metadata", "script"}, name);
}

bool attribute_draws(std::string_view name) {
  if (name.starts_with("xmlns")) return name == "xmlns" || name == "xmlns:xlink" || name == "xmlns:svg";
  if (name.starts_with("on") || name.starts_with("data-")) return false;
  return name.find(':') == std::string_view::npos || name == "xlink:href" || name == "xml:space" || name == "xml:lang";
}

/// The end of the tag that begins at `at`, beyond any > in quotes.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '>') return at + 1;
  }
  return text.size();
}

/// The tag with those of its attributes that draw.
std::string bare_tag(std::string_view tag) {
  constexpr std::string_view space = " \t\r\n";
  std::size_t at = std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size());
  std::string kept(tag.substr(0, at));
  while (at < tag.size()) {
    at = std::min(tag.find_first_not_of(space, at), tag.size());
    const std::size_t equals = tag.find('=', at);
    if (at >= tag.size() || tag[at] == '/' || tag[at] == '>' || equals == std::string_view::npos) break;
    const std::size_t quote = tag.find_first_of("\"'", equals);
    const std::size_t end = quote == std::string_view::npos ? quote : tag.find(tag[quote], quote + 1);
    if (end == std::string_view::npos) break;
    const std::string_view name = trim(tag.substr(at, equals - at));
    if (attribute_draws(name)) kept += " " + std::string(name) + "=" + std::string(tag.substr(quote, end + 1 - quote));
    at = end + 1;
  }
  return kept + (tag.ends_with("/>") ? "/>" : ">");
}

std::string_view name_of_tag(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

}  // namespace

std::string bare_drawing(std::string_view bytes) {
  std::string kept;
  std::size_t inside = 0;  // elements deep within one that is left out
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t open = std::min(bytes.find('<', at), bytes.size());
    if (inside == 0) kept += bytes.substr(at, open - at);
    if (open == bytes.size()) break;
    const std::string_view rest = bytes.substr(open);
    const auto ends = [&](std::string_view mark) { return std::min(bytes.size(), bytes.find(mark, open) == std::string_view::npos ? bytes.size() : bytes.find(mark, open) + mark.size()); };
    if (rest.starts_with("<!--")) at = ends("-->");
    else if (rest.starts_with("<?")) {
      at = ends("?>");
      constexpr std::size_t longest_declaration = 64;  // of version and encoding
      if (rest.starts_with("<?xml ") && at - open <= longest_declaration) kept += bytes.substr(open, at - open);
    }
    else if (rest.starts_with("<![CDATA[")) {
      at = ends("]]>");
      if (inside == 0) kept += bytes.substr(open, at - open);
    } else if (rest.starts_with("<!")) {
      at = end_of_tag(bytes, open);
      if (bytes.substr(open, at - open).find('[') != std::string_view::npos) return {};
    } else {
      at = end_of_tag(bytes, open);
      const std::string_view tag = bytes.substr(open, at - open);
      const bool closes = tag.starts_with("</"), alone = tag.ends_with("/>");
      if (inside > 0) inside += closes ? std::size_t(-1) : alone ? 0u : 1u;
      else if (closes) kept += tag;
      else if (says_more(name_of_tag(tag))) inside = alone ? 0 : 1;
      else kept += bare_tag(tag);
    }
  }
  return kept;
}

}  // namespace casewright
