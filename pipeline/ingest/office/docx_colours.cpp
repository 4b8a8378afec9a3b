#include "ingest/office/docx_colours.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace casewright {
namespace {

struct WordHighlight {
  std::string_view name;
  Colour value;
};
constexpr WordHighlight highlights[] = {
    {"black", {0, 0, 0}},          {"blue", {0, 0, 255}},         {"cyan", {0, 255, 255}},      {"green", {0, 255, 0}},      {"magenta", {255, 0, 255}},
    {"red", {255, 0, 0}},          {"yellow", {255, 255, 0}},     {"white", {255, 255, 255}},   {"darkBlue", {0, 0, 128}},   {"darkCyan", {0, 128, 128}},
    {"darkGreen", {0, 128, 0}},    {"darkMagenta", {128, 0, 128}}, {"darkRed", {128, 0, 0}},    {"darkYellow", {128, 128, 0}}, {"darkGray", {128, 128, 128}},
    {"lightGray", {192, 192, 192}}, {"gray", {128, 128, 128}},    {"silver", {192, 192, 192}}, {"navy", {0, 0, 128}},
};

int hexadecimal(std::string_view text) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

WordColour hexadecimal_colour(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  const int number = text.size() == 6 ? hexadecimal(text) : -1;
  if (number < 0) return {};
  return {true, {number >> 16 & 255, number >> 8 & 255, number & 255}};
}

Colour mixed(const Colour& one, const Colour& other, double share) {
  const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
  return {part(one.red, other.red), part(one.green, other.green), part(one.blue, other.blue)};
}

constexpr Colour black{0, 0, 0}, white{255, 255, 255};

/// Word's themeTint mixes with white and themeShade with black, as a share out of 255.
Colour tinted(Colour colour, std::string_view tint, std::string_view shade) {
  if (const int share = hexadecimal(tint); !tint.empty() && share >= 0) colour = mixed(colour, white, share / 255.0);
  if (const int share = hexadecimal(shade); !shade.empty() && share >= 0) colour = mixed(colour, black, share / 255.0);
  return colour;
}

double share_of(const OfficeNode& node, double otherwise) {
  const std::string text(node.attribute("val").substr(0, 16));
  if (text.empty()) return otherwise;
  const double number = std::strtod(text.c_str(), nullptr);
  return std::clamp(text.ends_with('%') ? number / 100 : number / 100000, 0.0, 10.0);
}

/// How much ink a pattern of w:shd lays over its ground.
double share_of_pattern(std::string_view pattern) {
  if (pattern == "solid") return 1;
  if (pattern.starts_with("pct")) {
    int number = 0;
    std::from_chars(pattern.data() + 3, pattern.data() + pattern.size(), number);
    return std::clamp(number, 0, 100) / 100.0;
  }
  return pattern.empty() || pattern == "clear" || pattern == "nil" ? 0 : 0.5;
}

}  // namespace

WordTheme::WordTheme(const OfficeNode* theme, const OfficeNode* settings) {
  const OfficeNode* scheme = theme == nullptr ? nullptr : theme->find("a:clrScheme");
  if (scheme != nullptr)
    for (const OfficeNode& each : scheme->children) {
      const OfficeNode* plain = each.child("a:srgbClr");
      const OfficeNode* system = each.child("a:sysClr");
      const WordColour colour = plain != nullptr ? hexadecimal_colour(plain->attribute("val")) : system != nullptr ? hexadecimal_colour(system->attribute("lastClr")) : WordColour{};
      if (colour.known) colours_[each.name.substr(each.name.find(':') + 1)] = colour.value;
    }
  colours_.try_emplace("dk1", black);
  colours_.try_emplace("lt1", white);
  mapping_ = {{"text1", "dk1"}, {"background1", "lt1"}, {"text2", "dk2"}, {"background2", "lt2"}, {"tx1", "dk1"}, {"bg1", "lt1"}, {"tx2", "dk2"}, {"bg2", "lt2"},
              {"dark1", "dk1"}, {"light1", "lt1"}, {"dark2", "dk2"}, {"light2", "lt2"}, {"hyperlink", "hlink"}, {"followedHyperlink", "folHlink"}};
  const OfficeNode* own = settings == nullptr ? nullptr : settings->child("w:clrSchemeMapping");
  if (own == nullptr) return;
  const auto use = [&](const char* attribute, const char* longer, const char* shorter) {
    const std::string_view value = own->attribute(attribute);
    const auto found = mapping_.find(value);
    if (found == mapping_.end()) return;
    const std::string target = found->second;
    mapping_[longer] = target;
    mapping_[shorter] = target;
  };
  use("t1", "text1", "tx1");
  use("bg1", "background1", "bg1");
  use("t2", "text2", "tx2");
  use("bg2", "background2", "bg2");
}

WordColour WordTheme::named(std::string_view name) const {
  const auto mapped = mapping_.find(name);
  const auto found = colours_.find(mapped == mapping_.end() ? name : std::string_view(mapped->second));
  if (found == colours_.end()) return {};
  return {true, found->second};
}

std::optional<WordColour> WordTheme::letters(const OfficeNode* element) const {
  if (element == nullptr) return std::nullopt;
  WordColour colour;
  if (element->has("themeColor")) colour = named(element->attribute("themeColor"));
  if (colour.known) colour.value = tinted(colour.value, element->attribute("themeTint"), element->attribute("themeShade"));
  else colour = hexadecimal_colour(element->attribute("val"));
  return colour;
}

std::optional<WordColour> WordTheme::shading(const OfficeNode* element) const {
  if (element == nullptr) return std::nullopt;
  WordColour ground;
  if (element->has("themeFill")) ground = named(element->attribute("themeFill"));
  if (ground.known) ground.value = tinted(ground.value, element->attribute("themeFillTint"), element->attribute("themeFillShade"));
  else ground = hexadecimal_colour(element->attribute("fill"));
  const double share = share_of_pattern(element->attribute("val"));
  if (share == 0) return ground;
  WordColour ink;
  if (element->has("themeColor")) ink = named(element->attribute("themeColor"));
  if (ink.known) ink.value = tinted(ink.value, element->attribute("themeTint"), element->attribute("themeShade"));
  else ink = hexadecimal_colour(element->attribute("color"));
  return WordColour{true, mixed(ink.known ? ink.value : black, ground.known ? ground.value : white, share)};
}

/// a:srgbClr, a:schemeClr and their kin with the changes that stand inside.
WordColour WordTheme::drawn(const OfficeNode& colour) const {
  WordColour read;
  const std::string_view kind = std::string_view(colour.name).substr(colour.name.find(':') + 1);
  if (kind == "srgbClr") read = hexadecimal_colour(colour.attribute("val"));
  else if (kind == "schemeClr") read = named(colour.attribute("val"));
  else if (kind == "sysClr") read = colour.has("lastClr") ? hexadecimal_colour(colour.attribute("lastClr")) : WordColour{true, colour.attribute("val") == "window" ? white : black};
  else if (kind == "prstClr") read = vml_colour(colour.attribute("val"));
  if (!read.known) return read;
  for (const OfficeNode& each : colour.children) {
    const std::string_view change = each.name.empty() ? std::string_view() : std::string_view(each.name).substr(each.name.find(':') + 1);
    if (change == "lumMod" || change == "shade") read.value = mixed(read.value, black, std::min(1.0, share_of(each, 1)));
    else if (change == "lumOff") read.value = mixed(white, read.value, std::min(1.0, share_of(each, 0)));
    else if (change == "tint") read.value = mixed(read.value, white, std::min(1.0, share_of(each, 1)));
  }
  return read;
}

/// The colour of a shade from one colour to nearly the same; unknown for any other.
WordColour WordTheme::one_colour(const OfficeNode& shade) const {
  constexpr double alike = 1.1;
  WordColour first;
  for (const OfficeNode& stops : shade.children)
    for (const OfficeNode& stop : stops.children)
      for (const OfficeNode& colour : stop.children) {
        if (colour.name.empty()) continue;
        const WordColour here = drawn(colour);
        if (!here.known || (first.known && contrast(first.value, here.value) > alike)) return {};
        first = here;
      }
  return first;
}

WordFill WordTheme::fill(const OfficeNode& holder) const {
  for (const OfficeNode& each : holder.children) {
    const std::string_view kind = each.name.empty() ? std::string_view() : std::string_view(each.name).substr(each.name.find(':') + 1);
    if (kind == "noFill") return {};
    if (kind == "gradFill") return {one_colour(each), 100};
    if (kind == "pattFill" || kind == "blipFill" || kind == "grpFill") return {{}, kind == "grpFill" ? 0 : 100};
    if (kind != "solidFill") continue;
    for (const OfficeNode& colour : each.children) {
      if (colour.name.empty()) continue;
      int opacity = 100;
      for (const OfficeNode& change : colour.children)
        // Word 2010 writes how transparent letters are, drawings how opaque they are.
        if (change.is("a:alpha")) opacity = static_cast<int>(share_of(change, 1) * 100);
        else if (change.is("w14:alpha")) opacity = 100 - static_cast<int>(share_of(change, 0) * 100);
      return {drawn(colour), std::clamp(opacity, 0, 100)};
    }
  }
  return {};
}

WordColour highlight_colour(std::string_view name) {
  for (const WordHighlight& each : highlights)
    if (each.name == name) return {true, each.value};
  return {};
}

WordColour vml_colour(std::string_view text) {
  const std::string plain(trim(text.substr(0, text.find('['))));
  if (plain.size() == 4 && plain[0] == '#') return hexadecimal_colour(std::string{plain[1], plain[1], plain[2], plain[2], plain[3], plain[3]});
  if (plain.starts_with('#')) return hexadecimal_colour(plain);
  return highlight_colour(plain);
}

}  // namespace casewright
