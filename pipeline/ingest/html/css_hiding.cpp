#include "ingest/html/css_hiding.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "base/text.h"
#include "ingest/blocks/unreadable_fonts.h"
#include "ingest/html/css_values.h"

namespace casewright::css {
namespace {

/// True for a place so far off that nothing of the element can be seen.
bool is_far_off(const Declarations& declared) {
  constexpr double far = 900;
  const std::string_view position = value_of(declared, "position");
  if (position == "absolute" || position == "fixed" || position == "relative")
    for (const char* side : {"left", "top", "right", "bottom"})
      if (const auto number = pixels(value_of(declared, side), 16); number && *number <= -far) return true;
  // What is fixed to the window does not scroll into it.
  if (position == "fixed")
    for (const char* side : {"left", "top", "right", "bottom"})
      if (const std::string_view value = value_of(declared, side); value.ends_with("vh") || value.ends_with("vw") || value.ends_with('%'))
        if (const auto number = pixels(value.substr(0, value.find_first_not_of("0123456789.")), 16); number && *number >= 100) return true;
  for (const char* property : {"text-indent", "margin-left", "margin-top"})
    if (const auto number = pixels(value_of(declared, property), 16); number && *number <= -far) return true;
  for (const char* property : {"transform", "translate"}) {
    const std::string_view moved = value_of(declared, property);
    const std::size_t at = property[5] == 'l' ? 0 : moved.find("translate");
    if (at == std::string_view::npos || moved.empty()) continue;
    std::string numbers(moved.substr(at));
    std::replace_if(numbers.begin(), numbers.end(), [](char c) { return c == '(' || c == ')' || c == ','; }, ' ');
    const std::string folded = fold_space(numbers);
    for (const std::string_view each : split(folded, ' '))
      if (const auto number = each.ends_with('%') ? std::nullopt : pixels(each, 16); number && std::abs(*number) >= far) return true;
  }
  return false;
}

/// True for the corners of a polygon that all lie on one line across or down.
bool is_flat(std::string_view corners) {
  std::set<std::string, std::less<>> across, down;
  for (const std::string& each : split_outside(corners.substr(0, corners.rfind(')')), ',')) {
    const std::string corner = fold_space(each);
    const std::size_t blank = corner.find(' ');
    if (blank == std::string::npos) continue;
    across.insert(corner.substr(0, blank));
    down.insert(corner.substr(blank + 1));
  }
  return across.size() == 1 || down.size() == 1;
}

/// The number of "scale(0.01)" in a value; nothing where it does not stand there.
std::optional<double> number_of(std::string_view value, std::string_view function) {
  const std::size_t at = value.find(function);
  if (at == std::string_view::npos || at + function.size() >= value.size() || value[at + function.size()] != '(') return std::nullopt;
  const std::string inside(value.substr(at + function.size() + 1, 12));
  char* end = nullptr;
  const double number = std::strtod(inside.c_str(), &end);
  if (end == inside.c_str()) return std::nullopt;
  return *end == '%' ? number / 100 : number;
}

bool is_shrunk(std::string_view transform) {
  constexpr double smallest = 0.05;
  for (const char* function : {"scale", "scaleX", "scaleY", "scalex", "scaley"})
    if (const auto number = number_of(transform, function); number && std::abs(*number) <= smallest) return true;
  for (const char* function : {"rotatex", "rotatey"})
    if (const auto number = number_of(transform, function); number && std::abs(*number) == 90) return true;
  return false;
}

bool is_filtered_away(std::string_view filter) {
  constexpr double faintest = 0.05, most_blurred = 6;  // pixels
  const auto opacity = number_of(filter, "opacity"), blur = number_of(filter, "blur");
  return (opacity && *opacity <= faintest) || (blur && *blur >= most_blurred);
}

/// A mask of nothing: "linear-gradient(transparent, transparent)".
bool is_masked_away(const Declarations& declared) {
  for (const char* property : {"mask-image", "-webkit-mask-image", "mask", "-webkit-mask"}) {
    std::string value(value_of(declared, property));
    const std::size_t open = value.find("gradient(");
    if (open == std::string::npos) continue;
    value = replace_every(value.substr(open + 9, value.rfind(')') - open - 9), "transparent", "");
    if (value.find_first_not_of(" ,") == std::string::npos) return true;
  }
  return false;
}

/// How many tracks a grid has, where none of them leaves room for anything; else nought.
std::size_t empty_tracks(std::string_view tracks) {
  std::size_t count = 0;
  for (const std::string_view each : split(tracks, ' ')) {
    if (each != "0fr" && each != "0" && each != "0px") return 0;
    ++count;
  }
  return count;
}

}  // namespace

std::string_view value_of(const Declarations& declared, std::string_view property) {
  const auto found = declared.find(property);
  return found == declared.end() ? std::string_view() : std::string_view(found->second);
}

bool is_nothing(std::string_view length) {
  const auto number = pixels(length, 16);
  return number && std::abs(*number) <= 1;
}

bool is_clipped(const Declarations& declared) {
  const std::string_view clip = value_of(declared, "clip"), path = value_of(declared, "clip-path");
  if (clip.starts_with("rect(")) {
    std::string plain(clip);
    std::erase_if(plain, [](char c) { return c != '(' && c != ' ' && c != ',' && c != '0' && c != '1' && c != 'p' && c != 'x' && c != ')'; });
    if (plain.find_first_not_of("(0 1px,)") == std::string::npos && clip.find_first_of("23456789") == std::string_view::npos) return true;
  }
  if (path.starts_with("polygon(")) return is_flat(path.substr(8));
  for (const char* round : {"circle(0)", "circle(0px)", "circle(0%)", "circle(0 ", "circle(0px ", "circle(0% ", "ellipse(0 ", "ellipse(0px "})
    if (path.starts_with(round)) return true;
  return path.starts_with("inset(50%") || path.starts_with("inset(100%");
}

bool covers_all(const Declarations& declared) {
  const std::string_view position = value_of(declared, "position");
  if (position != "absolute" && position != "fixed") return false;
  const auto is_nought = [&](const char* property) {
    const std::string_view value = value_of(declared, property);
    const auto number = pixels(value, 16);
    return number && std::abs(*number) <= 2;
  };
  const std::string_view inset = value_of(declared, "inset");
  const bool by_sides = is_nought("left") && is_nought("top") && ((is_nought("right") && is_nought("bottom")) || (value_of(declared, "width") == "100%" && value_of(declared, "height") == "100%"));
  if (!by_sides && (inset.empty() || !(inset == "0" || inset == "0px"))) return false;
  if (value_of(declared, "display") == "none" || value_of(declared, "visibility") == "hidden" || value_of(declared, "z-index").starts_with('-') || value_of(declared, "pointer-events") == "none") return false;
  for (const char* property : {"opacity"})
    if (const auto number = pixels(value_of(declared, property), 1); number && *number < 0.9) return false;
  double opaque = 1;
  for (const char* property : {"background", "background-color"})
    if (const std::string_view value = value_of(declared, property); !value.empty())
      if (const auto colour = read_css_colour(value, opaque); colour && opaque > 0.9) return true;
  return false;
}

bool cuts_off(const Declarations& declared) {
  const std::string_view overflow = value_of(declared, "overflow");
  return overflow == "hidden" || overflow == "clip";
}

std::size_t children_without_room(const Declarations& declared) {
  const std::string_view display = value_of(declared, "display");
  if (display != "grid" && display != "inline-grid") return 0;
  const std::string rows = fold_space(value_of(declared, "grid-template-rows")), columns = fold_space(value_of(declared, "grid-template-columns"));
  if (columns.empty() || columns == "none") return empty_tracks(rows);
  const std::size_t across = split(columns, ' ').size();
  return columns.find('(') != std::string::npos ? 0 : std::max(empty_tracks(columns), empty_tracks(rows) * across);
}

bool hides(const Declarations& declared, bool& put_away) {
  const bool cut = cuts_off(declared);
  const bool small = is_nothing(value_of(declared, "height")) || is_nothing(value_of(declared, "max-height")) || is_nothing(value_of(declared, "width")) || is_nothing(value_of(declared, "max-width"));
  put_away = is_far_off(declared) || is_clipped(declared) || (cut && small);
  if (put_away) return true;
  const std::string_view visibility = value_of(declared, "visibility"), scale = value_of(declared, "transform");
  if (value_of(declared, "display") == "none" || visibility == "hidden" || visibility == "collapse" || value_of(declared, "content-visibility") == "hidden") return true;
  if (const auto opacity = pixels(value_of(declared, "opacity"), 1); opacity && *opacity <= least_opacity) return true;
  if (shows_no_letters(value_of(declared, "font-family"))) return true;
  if (const std::string_view marks = value_of(declared, "-webkit-text-security"); !marks.empty() && marks != "none") return true;
  if (value_of(declared, "mso-hide") == "all" || is_shrunk(scale) || value_of(declared, "scale") == "0" || value_of(declared, "zoom") == "0") return true;
  if (const auto between = pixels(value_of(declared, "letter-spacing"), 1); between && value_of(declared, "letter-spacing").ends_with("em") && *between <= -0.45) return true;
  return is_filtered_away(value_of(declared, "filter")) || is_masked_away(declared) || value_of(declared, "content").starts_with("url(");
}

}  // namespace casewright::css
