#include "ingest/office/docx_numbering.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

CountStyle count_style_named(std::string_view name) {
  constexpr std::pair<std::string_view, CountStyle> names[] = {
      {"bullet", CountStyle::bullet}, {"none", CountStyle::none}, {"decimalZero", CountStyle::decimal_zero},
      {"upperRoman", CountStyle::upper_roman}, {"lowerRoman", CountStyle::lower_roman}, {"upperLetter", CountStyle::upper_letter},
      {"lowerLetter", CountStyle::lower_letter}, {"ordinal", CountStyle::ordinal}, {"cardinalText", CountStyle::cardinal_words},
      {"ordinalText", CountStyle::ordinal_words}};
  for (const auto& [known, style] : names)
    if (known == name) return style;
  return CountStyle::decimal;
}

constexpr std::uint32_t highest_start_of_word = 32767;

std::size_t level_number(std::string_view text) { return small_number(text, 0, WordNumbering::levels - 1); }

}  // namespace

WordNumbering::Level WordNumbering::read_level(const OfficeNode& node) {
  Level level;
  level.start = small_number(node.value_of("w:start"), 0, highest_start_of_word);
  level.style = count_style_named(node.value_of("w:numFmt"));
  level.text = std::string(node.value_of("w:lvlText"));
  level.paragraph_style = std::string(node.value_of("w:pStyle"));
  if (const OfficeNode* legal = node.child("w:isLgl")) level.legal = legal->attribute("val") != "0" && legal->attribute("val") != "false";
  if (const OfficeNode* restart = node.child("w:lvlRestart")) level.restart = static_cast<int>(small_number(restart->attribute("val"), 0, levels));
  level.left = read_paragraph_properties(node.child("w:pPr"), {}).left;
  return level;
}

WordNumbering::WordNumbering(const OfficeNode* part, const WordStyles& styles) : styles_(styles) {
  if (part == nullptr) return;
  std::map<std::string, std::string> linked;  // lists that are defined by a style
  for (const OfficeNode& each : part->children) {
    if (!each.is("w:abstractNum")) continue;
    const std::string id(each.attribute("abstractNumId"));
    Levels& all = abstracts_[id];
    for (const OfficeNode& level : each.children)
      if (level.is("w:lvl")) all[level_number(level.attribute("ilvl"))] = read_level(level);
    if (const std::string_view style = each.value_of("w:numStyleLink"); !style.empty()) linked[id] = styles.list_of_style(style);
  }
  for (const OfficeNode& each : part->children) {
    if (!each.is("w:num")) continue;
    List& list = lists_[std::string(each.attribute("numId"))];
    list.abstract = std::string(each.value_of("w:abstractNumId"));
    for (const OfficeNode& change : each.children) {
      if (!change.is("w:lvlOverride")) continue;
      const std::size_t level = level_number(change.attribute("ilvl"));
      if (const OfficeNode* start = change.child("w:startOverride")) list.starts[level] = small_number(start->attribute("val"), 0, highest_start_of_word);
      if (const OfficeNode* whole = change.child("w:lvl")) list.replaced[level] = read_level(*whole);
    }
  }
  for (auto& [id, list] : lists_)
    if (const auto found = linked.find(list.abstract); found != linked.end())
      if (const auto other = lists_.find(found->second); other != lists_.end()) list.abstract = other->second.abstract;
}

const WordNumbering::Level& WordNumbering::level_of(const List& list, std::size_t level) const {
  if (const auto found = list.replaced.find(level); found != list.replaced.end()) return found->second;
  static const Levels none{};
  const auto abstract = abstracts_.find(list.abstract);
  return abstract == abstracts_.end() ? none[level] : abstract->second[level];
}

std::size_t WordNumbering::level_for(const List& list, std::string_view style, const WordParagraphProperties& properties, const WordParagraphProperties& own) const {
  const std::size_t told = static_cast<std::size_t>(std::clamp(properties.list_level.value_or(0), 0, static_cast<int>(levels) - 1));
  if (own.list || own.list_level) return told;
  for (const std::string& id : styles_.line_of(style))
    for (std::size_t level = 0; level < levels; ++level)
      if (level_of(list, level).paragraph_style == id) return level;
  return told;
}

void WordNumbering::count(const List& list, Counters& counters, std::size_t level) const {
  for (std::size_t above = 0; above < level; ++above)
    if (!counters.begun[above]) {
      counters.begun[above] = true;
      counters.value[above] = level_of(list, above).start;
    }
  const Level& here = level_of(list, level);
  counters.value[level] = counters.begun[level] ? counters.value[level] + 1 : list.starts[level].value_or(here.start);
  counters.begun[level] = true;
  for (std::size_t below = level + 1; below < levels; ++below) {
    const int restart = level_of(list, below).restart;
    if (restart < 0 || (restart > 0 && static_cast<int>(level) < restart)) counters.begun[below] = false;
  }
}

std::string WordNumbering::text_of(const List& list, const Counters& counters, std::size_t level) const {
  const Level& here = level_of(list, level);
  if (here.style == CountStyle::bullet) return bullet_text(here.text);
  std::string text;
  for (std::size_t at = 0; at < here.text.size(); ++at) {
    const bool place = here.text[at] == '%' && at + 1 < here.text.size() && here.text[at + 1] >= '1' && here.text[at + 1] <= '9';
    if (!place) {
      text += here.text[at];
      continue;
    }
    const std::size_t other = static_cast<std::size_t>(here.text[++at] - '1');
    const CountStyle style = level_of(list, other).style;
    text += count_text(here.legal && style != CountStyle::none && style != CountStyle::decimal_zero ? CountStyle::decimal : style, counters.value[other]);
  }
  return text;
}

std::optional<ListPlace> WordNumbering::next(std::string_view style, const WordParagraphProperties& properties, const WordParagraphProperties& own) {
  if (!properties.list || *properties.list == "0") return std::nullopt;
  const auto found = lists_.find(*properties.list);
  if (found == lists_.end()) return std::nullopt;
  List& list = found->second;
  const std::size_t level = level_for(list, style, properties, own);
  Counters& counters = counters_[list.abstract];
  bool restarted = false;
  if (!list.used) {
    list.used = true;
    for (std::size_t i = 0; i < levels; ++i)
      if (list.starts[i]) {
        counters.begun[i] = false;
        restarted |= i == level;
      }
  }
  restarted |= !counters.begun[level];
  count(list, counters, level);
  const Level& here = level_of(list, level);
  ListPlace place;
  place.list = list.abstract;
  place.level = static_cast<std::uint8_t>(level);
  place.mark = fold_space(text_of(list, counters, level));
  place.bullet = here.style == CountStyle::bullet;
  place.restarted = restarted;
  place.parts = static_cast<std::uint8_t>(std::count(here.text.begin(), here.text.end(), '%'));
  place.decimal = here.style == CountStyle::decimal || here.style == CountStyle::decimal_zero;
  place.left = here.left.value_or(0);
  if (place.mark.empty()) return std::nullopt;
  return place;
}

std::string WordNumbering::words() const {
  std::string all;
  const auto add = [&all](const Level& level) {
    std::string plain;
    for (std::size_t at = 0; at < level.text.size(); ++at) {
      const bool place = level.text[at] == '%' && at + 1 < level.text.size() && level.text[at + 1] >= '1' && level.text[at + 1] <= '9';
      plain += place ? ' ' : level.text[at];
      at += place;
    }
    plain = fold_space(plain);
    if (plain.size() > 3 && all.find(plain) == std::string::npos) all += (all.empty() ? "" : "\n") + plain;
  };
  for (const auto& [id, each] : abstracts_) std::for_each(each.begin(), each.end(), add);
  for (const auto& [id, list] : lists_)
    for (const auto& [number, level] : list.replaced) add(level);
  return all;
}

}  // namespace casewright
