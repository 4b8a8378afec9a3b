#include "emit/docx/docx_numbering.h"

#include <algorithm>
#include <charconv>

#include "base/roman.h"
#include "base/text.h"
#include "emit/docx/docx_text.h"
#include "emit/words/xml_text.h"

namespace casewright {
namespace {

constexpr int levels_in_word = 9;           // Word has no more
constexpr int shown_only = -1;           // a level above that was shown without a paragraph of its own: programs differ on what follows
constexpr std::size_t counts_tried = 4;  // the latest, besides the first

/// One level of a list as Word keeps it.
std::string level_xml(int level, int start, std::string_view format, std::string_view text, int left, int hanging,
                      std::string_view look = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(level) + "\"><w:start w:val=\"" + std::to_string(start) + "\"/><w:numFmt w:val=\"" +
         std::string(format) + "\"/><w:lvlText w:val=\"" + xml_text(text) + "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" +
         std::to_string(left) + "\" w:hanging=\"" + std::to_string(hanging) + "\"/></w:pPr>" + std::string(look) + "</w:lvl>";
}

bool read_whole(std::string_view digits, int& value) {
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value >= 0 && value < 10000 &&
         (digits.size() == 1 || digits.front() != '0');
}

/// "3.2" and "3.2." as numbers; empty where it is something else.
std::vector<int> parts_of(std::string_view number, std::string& suffix) {
  if (number.ends_with('.')) {
    suffix = ".";
    number.remove_suffix(1);
  }
  std::vector<int> parts;
  for (const std::string_view part : split(number, '.')) {
    int value = 0;
    if (part.empty() || !read_whole(part, value) || parts.size() == levels_in_word) return {};
    parts.push_back(value);
  }
  return parts;
}

/// A list's marker in three: what stands before, what counts, what stands behind.
struct Marker {
  std::string_view before, core, behind;
};

Marker marker_of(std::string_view text) {
  const auto counts = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t from = 0, to = text.size();
  while (from < to && !counts(text[from])) ++from;
  while (to > from && !counts(text[to - 1])) --to;
  return {text.substr(0, from), text.substr(from, to - from), text.substr(to)};
}

struct Format {
  std::string_view name;
  std::string (*write)(int);
};

std::string letter(int number) { return number >= 1 && number <= 26 ? std::string(1, static_cast<char>('a' + number - 1)) : ""; }
std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

constexpr Format formats[] = {
    {"decimal", [](int number) { return std::to_string(number); }},
    {"lowerRoman", [](int number) { return roman(number); }},
    {"upperRoman", [](int number) { return upper(roman(number)); }},
    {"lowerLetter", [](int number) { return letter(number); }},
    {"upperLetter", [](int number) { return upper(letter(number)); }},
};

/// How Word counts the items' markers, if it can.
struct Counted {
  const Format* format = nullptr;
  int start = 1;
  std::string before, behind;
};

bool follows(const Block& list, const Format& format, int start, const Marker& first) {
  int next = start;
  for (const Block& item : list.children) {
    if (item.kind != BlockKind::list_item) continue;
    const Marker marker = marker_of(item.number);
    if (marker.before != first.before || marker.behind != first.behind || marker.core != format.write(next++)) return false;
  }
  return true;
}

Counted count_of_list(const Block& list) {
  const auto first = std::find_if(list.children.begin(), list.children.end(),
                                  [](const Block& item) { return item.kind == BlockKind::list_item; });
  if (first == list.children.end() || first->number.empty()) return {&formats[0], 1, "", "."};
  const Marker marker = marker_of(first->number);
  for (const Format& format : formats)
    for (int start = 1; start <= (format.name == "decimal" ? 999 : 60); ++start) {
      if (format.write(start) != marker.core) continue;
      if (!follows(list, format, start, marker)) break;
      const bool bare = marker.before.empty() && marker.behind.empty();
      return {&format, start, std::string(marker.before), bare ? "." : std::string(marker.behind)};
    }
  return {};
}

}  // namespace

int DocxNumbering::add_list(const std::string& levels, std::string_view kind) {
  lists_.push_back("<w:multiLevelType w:val=\"" + std::string(kind) + "\"/>" + levels);
  return static_cast<int>(lists_.size());
}

int DocxNumbering::add_count(const std::vector<int>& starts, const std::string& suffix) {
  std::string levels, text;
  for (int level = 0; level < levels_in_word; ++level) {
    text += (level == 0 ? "%" : ".%") + std::to_string(level + 1);
    const int start = static_cast<std::size_t>(level) < starts.size() ? starts[static_cast<std::size_t>(level)] : 1;
    const int indent = number_indent + 180 * std::max(0, level - 1);
    levels += level_xml(level, start, "decimal", text + suffix, indent, indent);
  }
  return add_list(levels, "multilevel");
}

int DocxNumbering::add_literal(std::string_view text, int left, int hanging) {
  // A percent sign would ask Word for a counter.
  return add_list(level_xml(0, 1, "decimal", replace_every(text, "%", "\xEF\xBC\x85"), left, hanging), "singleLevel");
}

bool DocxNumbering::continues(const Count& count, const std::vector<int>& parts, const std::string& suffix) {
  if (count.suffix != suffix) return false;
  const std::size_t last = parts.size() - 1;
  for (std::size_t level = 0; level < last; ++level) {
    const int shown = count.reached[level] > 0 ? count.reached[level] : count.starts[level];
    if (shown != parts[level]) return false;
  }
  return count.reached[last] != shown_only && parts[last] == (count.reached[last] != 0 ? count.reached[last] + 1 : count.starts[last]);
}

void DocxNumbering::reach(Count& count, const std::vector<int>& parts) {
  for (std::size_t level = 0; level + 1 < parts.size(); ++level)
    if (count.reached[level] == 0) count.reached[level] = shown_only;
  count.reached[parts.size() - 1] = parts.back();
  std::fill(count.reached.begin() + static_cast<std::ptrdiff_t>(parts.size()), count.reached.end(), 0);
}

NumberPlace DocxNumbering::of_number(std::string_view number) {
  if (number.empty()) return {};
  std::string suffix;
  const std::vector<int> parts = parts_of(number, suffix);
  if (parts.empty())
    return {add_literal(number, number_indent, number_indent), 0};
  const int level = static_cast<int>(parts.size()) - 1;
  for (std::size_t at = counts_.size(); at-- > 0;) {
    if (at != 0 && at + counts_tried < counts_.size()) continue;
    if (!continues(counts_[at], parts, suffix)) continue;
    reach(counts_[at], parts);
    return {counts_[at].list, level};
  }
  Count count;
  count.suffix = suffix;
  count.starts = parts;
  count.starts.resize(levels_in_word, 1);
  count.reached.assign(levels_in_word, 0);
  count.list = add_count(parts, suffix);
  reach(count, parts);
  counts_.push_back(std::move(count));
  return {counts_.back().list, level};
}

std::vector<NumberPlace> DocxNumbering::of_list(const Block& list, int depth, int base) {
  static constexpr std::string_view bullets[] = {"\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x96\xAA"};
  depth = std::min(depth, levels_in_word - 1);
  const int left = base + list_indent * (depth + 1);
  if (!list.ordered) {
    int& id = bullets_[base];
    if (id == 0) {
      std::string levels;
      for (int level = 0; level < levels_in_word; ++level)
        levels += level_xml(level, 1, "bullet", bullets[level % 3], base + list_indent * (level + 1), list_indent,
                            "<w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:hint=\"default\"/></w:rPr>");
      id = add_list(levels, "hybridMultilevel");
    }
    return std::vector<NumberPlace>(list.children.size(), {id, depth});
  }
  const Counted count = count_of_list(list);
  std::vector<NumberPlace> places;
  if (count.format == nullptr) {
    for (const Block& item : list.children)
      places.push_back(item.number.empty() ? NumberPlace{} : NumberPlace{add_literal(item.number, left + 300, 725), 0});
    return places;
  }
  std::string levels;
  for (int level = 0; level < levels_in_word; ++level)
    levels += level_xml(level, level == depth ? count.start : 1, count.format->name,
                        replace_every(count.before, "%", "") + "%" + std::to_string(level + 1) + replace_every(count.behind, "%", ""),
                        base + list_indent * (level + 1), list_indent);
  const int id = add_list(levels, "hybridMultilevel");
  return std::vector<NumberPlace>(list.children.size(), {id, depth});
}

std::string DocxNumbering::xml() const {
  std::string out;
  for (std::size_t at = 0; at < lists_.size(); ++at)
    out += "<w:abstractNum w:abstractNumId=\"" + std::to_string(at) + "\">" + lists_[at] + "</w:abstractNum>";
  for (std::size_t at = 0; at < lists_.size(); ++at)
    out += "<w:num w:numId=\"" + std::to_string(at + 1) + "\"><w:abstractNumId w:val=\"" + std::to_string(at) + "\"/></w:num>";
  return out;
}

}  // namespace casewright
