#include "ingest/office/odt_styles.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "ingest/parts/office_part.h"

namespace casewright {

float odt_points(std::string_view text) {
  const std::string plain(text.substr(0, 24));
  char* end = nullptr;
  const float number = std::strtof(plain.c_str(), &end);
  const std::string_view unit(end);
  if (unit == "cm") return number * 28.3465F;
  if (unit == "mm") return number * 2.83465F;
  if (unit == "in") return number * 72;
  if (unit == "pc") return number * 12;
  return number;
}

namespace {

constexpr std::size_t longest_line_of_odt_styles = 32;
constexpr std::uint32_t highest_start_of_odt = 32767;

int twentieths(std::string_view text) { return static_cast<int>(std::clamp(odt_points(text), -5000.0F, 5000.0F) * 20); }

/// "Heading_20_1" is "heading 1".
std::string plain_name(const OfficeNode& style) {
  std::string name(style.has("display-name") ? style.attribute("display-name") : style.attribute("name"));
  return ascii_lower(replace_every(name, "_20_", " "));
}

CountStyle count_style_of_format(std::string_view format) {
  if (format == "1") return CountStyle::decimal;
  if (format == "a") return CountStyle::lower_letter;
  if (format == "A") return CountStyle::upper_letter;
  if (format == "i") return CountStyle::lower_roman;
  if (format == "I") return CountStyle::upper_roman;
  return format.empty() ? CountStyle::none : CountStyle::decimal;
}

void read_levels(const OfficeNode& node, OdtLevels& levels) {
  for (const OfficeNode& each : node.children) {
    if (!each.name.starts_with("text:") || !each.has("level")) continue;
    OdtLevel& level = levels[std::clamp<std::uint32_t>(small_number(each.attribute("level"), 1, odt_levels), 1, odt_levels) - 1];
    level = {};
    level.prefix = std::string(each.attribute("num-prefix"));
    level.suffix = std::string(each.attribute("num-suffix"));
    level.format = std::string(each.attribute("num-list-format"));
    level.start = small_number(each.attribute("start-value"), 1, highest_start_of_odt);
    level.shown = std::max(1u, small_number(each.attribute("display-levels"), 1, odt_levels));
    const bool bullet = each.is("text:list-level-style-bullet") || each.is("text:list-level-style-image");
    level.style = bullet ? CountStyle::bullet : count_style_of_format(each.attribute("num-format"));
    if (bullet) level.bullet = bullet_text(each.attribute("bullet-char"));
    if (const OfficeNode* align = each.find("style:list-level-label-alignment")) level.left = twentieths(align->attribute("margin-left"));
  }
}

void apply_text(const OfficeNode& text, OdtLook& look) {
  if (text.has("font-weight")) look.strong = text.attribute("font-weight") == "bold" || text.attribute("font-weight") >= "600";
  if (text.attribute("font-weight") == "normal") look.strong = false;
  for (const char* name : {"font-family", "font-name"})
    if (text.has(name)) look.font = std::string(text.attribute(name));
  if (text.has("font-style")) look.emphasis = text.attribute("font-style") != "normal";
  if (text.has("text-line-through-style")) look.struck = text.attribute("text-line-through-style") != "none";
  if (text.has("text-underline-style")) look.underline = text.attribute("text-underline-style") != "none";
  if (text.has("display")) look.hidden = text.attribute("display") == "none" || text.attribute("display") == "condition";
  if (const std::string_view place = text.attribute("text-position"); !place.empty()) {
    const bool none = place.starts_with("0%");
    look.place = none ? 0 : place.starts_with("sub") || place.starts_with("-") ? -1 : 1;
    // "-100% 1%": how far from the line, and how large what stands there is.
    if (const std::size_t blank = place.rfind(' '); blank != std::string_view::npos && place.ends_with('%')) look.share = static_cast<int>(std::clamp(odt_points(place.substr(blank + 1, place.size() - blank - 2)), 0.0F, 100.0F));
    else look.share = 100;
  }
  if (const std::string_view size = text.attribute("font-size"); !size.empty())
    look.size = size.ends_with('%') ? look.size * odt_points(size.substr(0, size.size() - 1)) / 100 : odt_points(size);
  const bool automatic = text.attribute("use-window-font-color") == "true";
  if (automatic) look.colour.reset();
  else if (text.has("color")) look.colour = read_colour(text.attribute("color"));
  if (text.has("background-color")) look.letter_ground = read_colour(text.attribute("background-color"));
  if (text.has("letter-spacing")) look.between = std::clamp(odt_points(text.attribute("letter-spacing")), -1000.0F, 1000.0F);
  if (text.has("text-scale")) look.width = static_cast<int>(std::clamp(odt_points(text.attribute("text-scale")), 0.0F, 1000.0F));
  // LibreOffice writes an opacity of nought beside automatic letters, which it draws all the same.
  if (automatic || text.has("color")) look.opacity = 100;
  if (text.has("opacity") && !automatic) look.opacity = static_cast<int>(std::clamp(odt_points(text.attribute("opacity")), 0.0F, 100.0F));
  if (text.has("text-outline")) look.hollow = text.attribute("text-outline") == "true";
  if (const std::string_view language = text.attribute("language"); !language.empty()) {
    const std::string_view country = text.attribute("country");
    look.language = language == "zxx" || language == "none" ? "" : std::string(language) + (country.empty() || country == "none" ? "" : "-" + std::string(country));
  }
}

void apply_paragraph(const OfficeNode& paragraph, OdtLook& look) {
  if (paragraph.has("margin-left")) look.left = twentieths(paragraph.attribute("margin-left"));
  if (paragraph.has("margin-right")) look.right = twentieths(paragraph.attribute("margin-right"));
  if (paragraph.has("text-indent")) look.first_line = twentieths(paragraph.attribute("text-indent"));
  if (const std::string_view line = paragraph.attribute("line-height"); !line.empty()) look.line = line.ends_with('%') || line == "normal" ? 0 : std::max(0.01F, odt_points(line));
  if (paragraph.has("text-align")) look.centred = paragraph.attribute("text-align") == "center";
  if (paragraph.has("background-color")) look.paragraph_ground = read_colour(paragraph.attribute("background-color"));
  if (paragraph.has("margin-top")) look.before = std::clamp(odt_points(paragraph.attribute("margin-top")), 0.0F, 500.0F);
  if (paragraph.has("margin-bottom")) look.after = std::clamp(odt_points(paragraph.attribute("margin-bottom")), 0.0F, 500.0F);
  if (const OfficeNode* tabs = paragraph.child("style:tab-stops"))
    for (const OfficeNode& tab : tabs->children) look.leader_tab |= tab.attribute("type") == "right" && (tab.has("leader-style") || tab.has("leader-text"));
}

}  // namespace

OdtStyles::OdtStyles(const OfficeNode& part, const OfficeNode* common) {
  if (common != nullptr) {
    take(common->child("office:styles"));
    if (const OfficeNode* styles = common->child("office:styles"))
      if (const OfficeNode* outline = styles->child("text:outline-style")) read_levels(*outline, outline_);
  }
  take(part.child("office:styles"));
  take(part.child("office:automatic-styles"));
}

void OdtStyles::take(const OfficeNode* styles) {
  if (styles == nullptr) return;
  for (const OfficeNode& each : styles->children) {
    if (each.is("style:style")) styles_[{std::string(each.attribute("family")), std::string(each.attribute("name"))}] = &each;
    else if (each.is("style:default-style")) defaults_[std::string(each.attribute("family"))] = &each;
    else if (each.is("text:list-style")) read_levels(each, lists_[std::string(each.attribute("name"))]);
  }
}

const OfficeNode* OdtStyles::find(std::string_view family, std::string_view name) const {
  const auto found = styles_.find({std::string(family), std::string(name)});
  return found == styles_.end() ? nullptr : found->second;
}

std::vector<const OfficeNode*> OdtStyles::line_of(std::string_view family, std::string_view name) const {
  std::vector<const OfficeNode*> line;
  for (const OfficeNode* next = find(family, name); next != nullptr && line.size() < longest_line_of_odt_styles; next = find(family, next->attribute("parent-style-name"))) line.push_back(next);
  return line;
}

void OdtStyles::apply(std::string_view family, std::string_view name, OdtLook& look) const {
  const std::vector<const OfficeNode*> line = line_of(family, name);
  for (auto style = line.rbegin(); style != line.rend(); ++style) {
    if (const OfficeNode* text = (*style)->child("style:text-properties")) apply_text(*text, look);
    if (family != "paragraph") continue;
    if (const OfficeNode* paragraph = (*style)->child("style:paragraph-properties")) apply_paragraph(*paragraph, look);
    if ((*style)->has("default-outline-level")) look.outline = static_cast<int>(small_number((*style)->attribute("default-outline-level"), 0, odt_levels));
    if ((*style)->has("list-style-name")) look.list = std::string((*style)->attribute("list-style-name"));
  }
}

OdtLook OdtStyles::paragraph(std::string_view name) const {
  OdtLook look;
  if (const auto found = defaults_.find("paragraph"); found != defaults_.end()) {
    if (const OfficeNode* text = found->second->child("style:text-properties")) apply_text(*text, look);
    if (const OfficeNode* paragraph = found->second->child("style:paragraph-properties")) apply_paragraph(*paragraph, look);
  }
  apply("paragraph", name, look);
  return look;
}

namespace {

/// True where "rect(0cm, 3cm, 0cm, 0cm)" cuts more than a hair off some side.
bool cuts(std::string_view clip) {
  constexpr float hair = 6;  // points
  const std::size_t open = clip.find('(');
  if (open == std::string_view::npos) return false;
  std::string sides(clip.substr(open + 1));
  for (char& c : sides)
    if (c == ',' || c == ')') c = ' ';
  const std::string folded = fold_space(sides);
  const std::vector<std::string_view> all = split(folded, ' ');
  return std::any_of(all.begin(), all.end(), [](std::string_view side) { return odt_points(side) > hair; });
}

}  // namespace

OdtGround OdtStyles::ground(std::string_view family, std::string_view name) const {
  OdtGround ground;
  std::vector<const OfficeNode*> line = line_of(family, name);
  if (const auto found = defaults_.find(std::string(family)); found != defaults_.end()) line.push_back(found->second);
  for (auto style = line.rbegin(); style != line.rend(); ++style)
    for (const OfficeNode& each : (*style)->children) {
      if (!each.name.ends_with("-properties") || each.is("style:text-properties") || each.is("style:paragraph-properties")) continue;
      if (each.has("background-color")) {
        const auto colour = read_colour(each.attribute("background-color"));
        ground.filled = ground.known = colour.has_value();
        if (colour) ground.colour = *colour;
      }
      if (each.has("fill-color"))
        if (const auto colour = read_colour(each.attribute("fill-color"))) ground.colour = *colour;
      if (each.has("fill")) {
        ground.filled = each.attribute("fill") != "none";
        ground.known = each.attribute("fill") == "solid";
      }
      if (each.has("opacity") && odt_points(each.attribute("opacity")) < 50) ground.filled = false;
      if (each.has("row-height")) ground.flat = odt_points(each.attribute("row-height")) <= 2;
      if (each.has("clip")) ground.cropped = cuts(each.attribute("clip"));
      if (each.has("run-through")) ground.behind = each.attribute("run-through") == "background";
      if (each.has("wrap")) ground.floats = each.attribute("wrap") == "run-through";
      if (each.has("vertical-rel")) ground.vertical = std::string(each.attribute("vertical-rel"));
      if (each.has("horizontal-rel")) ground.horizontal = std::string(each.attribute("horizontal-rel"));
      if (each.child("style:background-image") != nullptr && each.child("style:background-image")->has("href")) ground.filled = true, ground.known = false;
    }
  return ground;
}

std::vector<std::string> OdtStyles::names(std::string_view name) const {
  std::vector<std::string> names;
  for (const OfficeNode* each : line_of("paragraph", name)) names.push_back(plain_name(*each));
  return names;
}

const OdtLevels* OdtStyles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

namespace {

/// "%1%.%2%." with the counters in place of the signs.
std::string by_format(const OdtLevels& levels, const OdtCounting::Counters& counters, std::string_view format) {
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const std::size_t end = format[at] == '%' ? format.find('%', at + 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
      text += format[at];
      continue;
    }
    const std::size_t level = small_number(format.substr(at + 1, end - at - 1), 1, odt_levels);
    if (level >= 1) text += count_text(levels[level - 1].style, counters.value[level - 1]);
    at = end;
  }
  return text;
}

std::string by_levels(const OdtLevels& levels, const OdtCounting::Counters& counters, std::size_t level) {
  const OdtLevel& here = levels[level];
  std::string text;
  const std::size_t first = level + 1 - std::min<std::size_t>(here.shown, level + 1);
  for (std::size_t i = first; i <= level; ++i) {
    const std::string part = count_text(levels[i].style, counters.value[i]);
    if (part.empty()) continue;
    text += (text.empty() ? "" : ".") + part;
  }
  return here.prefix + text + here.suffix;
}

}  // namespace

std::optional<ListPlace> OdtCounting::next(const OdtLevels& levels, Counters& counters, std::size_t level, std::optional<std::uint32_t> start) {
  level = std::min(level, odt_levels - 1);
  const OdtLevel& here = levels[level];
  for (std::size_t above = 0; above < level; ++above)
    if (!counters.begun[above]) {
      counters.begun[above] = true;
      counters.value[above] = levels[above].start;
    }
  ListPlace place;
  place.restarted = !counters.begun[level] || start;
  counters.value[level] = start ? *start : counters.begun[level] ? counters.value[level] + 1 : here.start;
  counters.begun[level] = true;
  for (std::size_t below = level + 1; below < odt_levels; ++below) counters.begun[below] = false;
  place.level = static_cast<std::uint8_t>(level);
  place.bullet = here.style == CountStyle::bullet;
  place.decimal = here.style == CountStyle::decimal;
  place.left = here.left;
  if (place.bullet) {
    place.mark = here.bullet;
    return place;
  }
  if (here.style == CountStyle::none) return std::nullopt;
  place.mark = fold_space(here.format.empty() ? by_levels(levels, counters, level) : by_format(levels, counters, here.format));
  const auto shown = here.format.empty() ? std::min<std::size_t>(here.shown, level + 1) : static_cast<std::size_t>(std::count(here.format.begin(), here.format.end(), '%')) / 2;
  place.parts = static_cast<std::uint8_t>(shown);
  if (place.mark.empty()) return std::nullopt;
  return place;
}

}  // namespace casewright
