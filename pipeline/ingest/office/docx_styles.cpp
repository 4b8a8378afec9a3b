#include "ingest/office/docx_styles.h"

#include <charconv>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t longest_line_of_word_styles = 32;

template <class T>
void take(std::optional<T>& mine, const std::optional<T>& nearer) {
  if (nearer) mine = nearer;
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return number;
}

std::optional<bool> switch_in(const OfficeNode* element) {
  if (element == nullptr) return std::nullopt;
  const std::string_view value = element->attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<std::string> value_in(const OfficeNode* element) {
  if (element == nullptr) return std::nullopt;
  return std::string(element->attribute("val"));
}

}  // namespace

void WordRunProperties::replace_by(const WordRunProperties& nearer) {
  take(strong, nearer.strong);
  take(emphasis, nearer.emphasis);
  take(struck, nearer.struck);
  take(hidden, nearer.hidden);
  take(capitals, nearer.capitals);
  take(underline, nearer.underline);
  take(half_points, nearer.half_points);
  take(language, nearer.language);
  take(place, nearer.place);
  take(font, nearer.font);
  take(colour, nearer.colour);
  take(shading, nearer.shading);
  take(highlight, nearer.highlight);
  take(width, nearer.width);
  take(between, nearer.between);
  take(raised, nearer.raised);
  take(no_fill, nearer.no_fill);
  take(outline, nearer.outline);
}

void WordParagraphProperties::replace_by(const WordParagraphProperties& nearer) {
  take(outline, nearer.outline);
  take(list, nearer.list);
  take(list_level, nearer.list_level);
  take(left, nearer.left);
  take(right, nearer.right);
  take(first_line, nearer.first_line);
  take(alignment, nearer.alignment);
  take(shading, nearer.shading);
  take(before, nearer.before);
  take(after, nearer.after);
  take(line, nearer.line);
  leader_tab |= nearer.leader_tab;
}

WordRunProperties read_run_properties(const OfficeNode* properties, const WordTheme& theme) {
  WordRunProperties read;
  if (properties == nullptr) return read;
  read.strong = switch_in(properties->child("w:b"));
  read.emphasis = switch_in(properties->child("w:i"));
  read.struck = switch_in(properties->child("w:strike"));
  if (!read.struck) read.struck = switch_in(properties->child("w:dstrike"));
  read.hidden = switch_in(properties->child("w:vanish"));
  read.capitals = switch_in(properties->child("w:caps"));
  read.underline = switch_in(properties->child("w:u"));
  read.half_points = number_in(properties->value_of("w:sz"));
  read.place = value_in(properties->child("w:vertAlign"));
  if (const OfficeNode* language = properties->child("w:lang"); language != nullptr && language->has("val"))
    read.language = std::string(language->attribute("val"));
  if (const OfficeNode* fonts = properties->child("w:rFonts"); fonts != nullptr && fonts->has("ascii"))
    read.font = std::string(fonts->attribute("ascii"));
  read.colour = theme.letters(properties->child("w:color"));
  read.shading = theme.shading(properties->child("w:shd"));
  if (const OfficeNode* highlight = properties->child("w:highlight")) read.highlight = highlight_colour(highlight->attribute("val"));
  read.width = number_in(properties->value_of("w:w"));
  if (const OfficeNode* fitted = properties->child("w:fitText"); fitted != nullptr && number_in(fitted->attribute("val")).value_or(1000) <= 40) read.width = 1;  // twentieths of a point for all of its letters
  read.between = number_in(properties->value_of("w:spacing"));
  read.raised = number_in(properties->value_of("w:position"));
  read.outline = switch_in(properties->child("w:outline"));
  if (const OfficeNode* line = properties->child("w14:textOutline")) read.outline = line->child("w14:noFill") == nullptr && !line->children.empty();
  if (const OfficeNode* fill = properties->child("w14:textFill")) {
    const WordFill inside = theme.fill(*fill);
    read.no_fill = inside.opacity < 10;
    if (inside.opacity >= 10 && inside.colour.known) read.colour = inside.colour;
  }
  return read;
}

WordParagraphProperties read_paragraph_properties(const OfficeNode* properties, const WordTheme& theme) {
  WordParagraphProperties read;
  if (properties == nullptr) return read;
  read.outline = number_in(properties->value_of("w:outlineLvl"));
  read.alignment = value_in(properties->child("w:jc"));
  if (const OfficeNode* list = properties->child("w:numPr")) {
    read.list = value_in(list->child("w:numId"));
    read.list_level = number_in(list->value_of("w:ilvl"));
  }
  if (const OfficeNode* indent = properties->child("w:ind")) {
    read.left = number_in(indent->has("left") ? indent->attribute("left") : indent->attribute("start"));
    read.right = number_in(indent->has("right") ? indent->attribute("right") : indent->attribute("end"));
    read.first_line = number_in(indent->attribute("firstLine"));
    if (const auto hanging = number_in(indent->attribute("hanging"))) read.first_line = -*hanging;
  }
  read.shading = theme.shading(properties->child("w:shd"));
  if (const OfficeNode* spacing = properties->child("w:spacing")) {
    read.before = number_in(spacing->attribute("before"));
    read.after = number_in(spacing->attribute("after"));
    if (spacing->attribute("lineRule") != "exact" && spacing->attribute("lineRule") != "atLeast") read.line = number_in(spacing->attribute("line"));
  }
  if (const OfficeNode* tabs = properties->child("w:tabs"))
    for (const OfficeNode& tab : tabs->children)
      read.leader_tab |= (tab.attribute("val") == "right" || tab.attribute("val") == "end") && tab.has("leader") && tab.attribute("leader") != "none";
  return read;
}

namespace {

WordTableLook read_table_look(const OfficeNode& style, const WordTheme& theme) {
  WordTableLook look;
  look.run = read_run_properties(style.child("w:rPr"), theme);
  look.paragraph = read_paragraph_properties(style.child("w:pPr"), theme);
  for (const char* name : {"w:tblPr", "w:tcPr"})
    if (const OfficeNode* properties = style.child(name))
      if (const auto shading = theme.shading(properties->child("w:shd"))) look.shading = shading;
  return look;
}

}  // namespace

WordStyles::WordStyles(const OfficeNode* part, WordTheme theme) : theme_(std::move(theme)) {
  if (part == nullptr) return;
  if (const OfficeNode* defaults = part->child("w:docDefaults")) {
    if (const OfficeNode* run = defaults->child("w:rPrDefault")) run_defaults_ = read_run_properties(run->child("w:rPr"), theme_);
    if (const OfficeNode* paragraph = defaults->child("w:pPrDefault")) paragraph_defaults_ = read_paragraph_properties(paragraph->child("w:pPr"), theme_);
  }
  for (const OfficeNode& each : part->children) {
    if (!each.is("w:style")) continue;
    const std::string id(each.attribute("styleId"));
    const bool by_default = each.attribute("default") == "1" || each.attribute("default") == "true" || each.attribute("default") == "on";
    if (by_default && each.attribute("type") == "paragraph") default_paragraph_ = id;
    if (by_default && each.attribute("type") == "table") default_table_ = id;
    Style style{ascii_lower(each.value_of("w:name")), std::string(each.value_of("w:basedOn")), read_run_properties(each.child("w:rPr"), theme_),
                read_paragraph_properties(each.child("w:pPr"), theme_), {}, {}, {}};
    if (each.attribute("type") == "table") {
      style.table[""] = read_table_look(each, theme_);
      for (const OfficeNode& of_part : each.children)
        if (of_part.is("w:tblStylePr")) style.table[std::string(of_part.attribute("type"))] = read_table_look(of_part, theme_);
    }
    styles_[id] = std::move(style);
  }
  for (auto& [id, style] : styles_)
    for (std::string next = id; style.line.size() < longest_line_of_word_styles;) {
      const Style* found = find(next);
      if (found == nullptr) break;
      style.line.push_back(next);
      style.names.push_back(found->name);
      next = found->based_on;
    }
}

const WordStyles::Style* WordStyles::find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& WordStyles::names(std::string_view style) const {
  static const std::vector<std::string> none;
  const Style* found = find(style);
  return found == nullptr ? none : found->names;
}

const std::vector<std::string>& WordStyles::line_of(std::string_view style) const {
  static const std::vector<std::string> none;
  const Style* found = find(style);
  return found == nullptr ? none : found->line;
}

std::string WordStyles::list_of_style(std::string_view style) const {
  const Style* found = find(style);
  return found == nullptr ? std::string() : found->paragraph.list.value_or("");
}

void WordStyles::table_part(std::string_view style, std::string_view part, WordTableLook& under) const {
  const std::vector<std::string>& line = line_of(style);
  for (auto id = line.rbegin(); id != line.rend(); ++id) {
    const auto& parts = find(*id)->table;
    const auto found = parts.find(part);
    if (found == parts.end()) continue;
    under.run.replace_by(found->second.run);
    under.paragraph.replace_by(found->second.paragraph);
    take(under.shading, found->second.shading);
  }
}

WordParagraphProperties WordStyles::paragraph(std::string_view style, const WordParagraphProperties& own, const WordParagraphProperties* table) const {
  WordParagraphProperties all = paragraph_defaults_;
  if (table != nullptr) all.replace_by(*table);
  const std::vector<std::string>& line = line_of(style);
  for (auto id = line.rbegin(); id != line.rend(); ++id) all.replace_by(find(*id)->paragraph);
  all.replace_by(own);
  return all;
}

WordLook WordStyles::run(std::string_view paragraph_style, std::string_view character_style, const WordRunProperties& own, const WordRunProperties* table) const {
  WordRunProperties paragraph, character;
  const std::vector<std::string>& of_paragraph = line_of(paragraph_style);
  const std::vector<std::string>& of_character = line_of(character_style);
  for (auto id = of_paragraph.rbegin(); id != of_paragraph.rend(); ++id) paragraph.replace_by(find(*id)->run);
  for (auto id = of_character.rbegin(); id != of_character.rend(); ++id) character.replace_by(find(*id)->run);
  const auto toggled = [&](std::optional<bool> WordRunProperties::* which) {
    if (own.*which) return *(own.*which);
    if (paragraph.*which || character.*which) return (paragraph.*which).value_or(false) != (character.*which).value_or(false);
    return (run_defaults_.*which).value_or(false);
  };
  WordRunProperties rest = run_defaults_;
  if (table != nullptr) rest.replace_by(*table);
  rest.replace_by(paragraph);
  rest.replace_by(character);
  rest.replace_by(own);
  WordLook look;
  look.strong = toggled(&WordRunProperties::strong);
  look.emphasis = toggled(&WordRunProperties::emphasis);
  look.struck = toggled(&WordRunProperties::struck);
  look.hidden = toggled(&WordRunProperties::hidden) || (table != nullptr && table->hidden.value_or(false) && !own.hidden);
  look.capitals = toggled(&WordRunProperties::capitals);
  look.underline = rest.underline.value_or(false);
  look.half_points = rest.half_points.value_or(20);
  look.language = rest.language.value_or("");
  look.place = rest.place.value_or("");
  look.font = rest.font.value_or("");
  look.colour = rest.colour.value_or(WordColour{});
  look.shading = rest.shading.value_or(WordColour{});
  look.highlight = rest.highlight.value_or(WordColour{});
  look.width = rest.width.value_or(100);
  look.between = rest.between.value_or(0);
  look.raised = rest.raised.value_or(0);
  look.no_fill = rest.no_fill.value_or(false);
  look.outline = rest.outline.value_or(false);
  return look;
}

}  // namespace casewright
