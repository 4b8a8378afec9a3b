#include "ingest/html/css_values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.h"
#include "ingest/html/css_text.h"

namespace casewright::css {
namespace {

struct CssColour {
  std::string_view name;
  Colour value;
};
constexpr CssColour names[] = {
    {"white", {255, 255, 255}}, {"black", {0, 0, 0}}, {"red", {255, 0, 0}}, {"green", {0, 128, 0}}, {"blue", {0, 0, 255}}, {"yellow", {255, 255, 0}}, {"gray", {128, 128, 128}},
    {"grey", {128, 128, 128}}, {"silver", {192, 192, 192}}, {"navy", {0, 0, 128}}, {"maroon", {128, 0, 0}}, {"purple", {128, 0, 128}}, {"teal", {0, 128, 128}}, {"olive", {128, 128, 0}},
    {"lime", {0, 255, 0}}, {"aqua", {0, 255, 255}}, {"cyan", {0, 255, 255}}, {"fuchsia", {255, 0, 255}}, {"magenta", {255, 0, 255}}, {"orange", {255, 165, 0}}, {"whitesmoke", {245, 245, 245}},
    {"snow", {255, 250, 250}}, {"ivory", {255, 255, 240}}, {"ghostwhite", {248, 248, 255}}, {"lightgray", {211, 211, 211}}, {"lightgrey", {211, 211, 211}}, {"darkgray", {169, 169, 169}},
    {"darkgrey", {169, 169, 169}}, {"darkblue", {0, 0, 139}}, {"darkgreen", {0, 100, 0}}, {"darkred", {139, 0, 0}}, {"beige", {245, 245, 220}}, {"floralwhite", {255, 250, 240}}, {"mintcream", {245, 255, 250}},
    {"azure", {240, 255, 255}}, {"aliceblue", {240, 248, 255}}, {"seashell", {255, 245, 238}}, {"brown", {165, 42, 42}}, {"pink", {255, 192, 203}}, {"gold", {255, 215, 0}}, {"canvas", {255, 255, 255}}, {"canvastext", {0, 0, 0}},
};

/// The numbers in "rgb(12, 40%, 3 / .5)".
std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> all;
  const std::size_t open = text.find('(');
  std::string plain(text.substr(open == std::string_view::npos ? text.size() : open + 1));
  for (char& c : plain)
    if (c == ',' || c == '/' || c == ')') c = ' ';
  const std::string folded = fold_space(plain);
  for (const std::string_view each : split(folded, ' ')) {
    const std::string one(each);
    char* end = nullptr;
    double number = std::strtod(one.c_str(), &end);
    if (end == one.c_str() || !std::isfinite(number)) continue;
    if (*end == '%') number = all.size() < 3 ? number * 2.55 : number / 100;
    all.push_back(number);
  }
  return all;
}

/// The numbers as they stand, a percentage as its share of `whole`.
std::vector<double> plain_numbers(std::string_view text, double whole) {
  std::vector<double> all;
  std::string plain(text.substr(std::min(text.find('('), text.size())));
  std::replace_if(plain.begin(), plain.end(), [](char c) { return c == ',' || c == '/' || c == ')' || c == '('; }, ' ');
  const std::string folded = fold_space(plain);
  for (const std::string_view each : split(folded, ' ')) {
    const std::string one(each);
    char* end = nullptr;
    const double number = std::strtod(one.c_str(), &end);
    if (end != one.c_str() && std::isfinite(number)) all.push_back(*end == '%' ? number / 100 * (all.size() < 3 ? whole : 1) : number);
    else all.push_back(0);  // "none"
  }
  return all;
}

/// "hsl(210 50% 40% / .5)".
std::optional<Colour> hue_colour(std::string_view text, double& opaque) {
  const std::vector<double> parts = plain_numbers(text, 1);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  const double hue = std::fmod(std::fmod(parts[0], 360) + 360, 360), share = std::clamp(parts[1], 0.0, 1.0), light = std::clamp(parts[2], 0.0, 1.0);
  const auto part = [&](double turn) {
    const double k = std::fmod(turn + hue / 30, 12);
    return static_cast<int>(std::lround(255 * (light - share * std::min(light, 1 - light) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})))));
  };
  return Colour{part(0), part(8), part(4)};
}

/// Colours that are told by their lightness are known where it leaves nothing but white or black.
std::optional<Colour> grey_of_lightness(std::string_view text, double whole, double& opaque) {
  const std::vector<double> parts = plain_numbers(text, whole);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  if (parts[0] >= 0.995 * whole) return Colour{255, 255, 255};
  if (parts[0] <= 0.05 * whole) return Colour{0, 0, 0};
  return opaque < 0.05 ? std::optional<Colour>(Colour{}) : std::nullopt;
}

/// "in srgb, white 80%, black" as a colour.
std::optional<Colour> mixed_colour(std::string_view mix, double& opaque) {
  const std::vector<std::string> parts = split_outside(mix, ',');
  if (parts.size() != 3) return std::nullopt;
  double shares[2] = {-1, -1}, clear[2] = {1, 1};
  std::optional<Colour> colours[2];
  for (std::size_t i = 0; i < 2; ++i) {
    std::string_view one = trim(parts[i + 1]);
    if (const std::size_t blank = one.rfind(' '); one.ends_with('%') && blank != std::string_view::npos) {
      shares[i] = std::clamp(std::strtod(std::string(one.substr(blank + 1)).c_str(), nullptr) / 100, 0.0, 1.0);
      one = trim(one.substr(0, blank));
    }
    if (one.starts_with("color-mix(")) return std::nullopt;
    colours[i] = read_css_colour(one, clear[i]);
    if (!colours[i]) return std::nullopt;
  }
  const double first = shares[0] >= 0 ? shares[0] : shares[1] >= 0 ? 1 - shares[1] : 0.5;
  const auto part = [first](int a, int b) { return static_cast<int>(std::lround(first * a + (1 - first) * b)); };
  opaque = first * clear[0] + (1 - first) * clear[1];
  return Colour{part(colours[0]->red, colours[1]->red), part(colours[0]->green, colours[1]->green), part(colours[0]->blue, colours[1]->blue)};
}

}  // namespace

std::optional<Colour> read_css_colour(std::string_view text, double& opaque) {
  opaque = 1;
  const std::string plain = ascii_lower(trim(text));
  if (plain == "transparent") {
    opaque = 0;
    return Colour{};
  }
  for (const CssColour& each : names)
    if (each.name == plain) return each.value;
  if (plain.starts_with('#')) {
    std::string full = plain;
    if (plain.size() == 4 || plain.size() == 5) {
      full = "#";
      for (std::size_t i = 1; i < plain.size(); ++i) full += {plain[i], plain[i]};
    }
    if (full.size() == 9) opaque = static_cast<double>(std::strtol(full.substr(7).c_str(), nullptr, 16)) / 255;
    return read_colour(full.substr(0, 7));
  }
  if (plain.starts_with("hsl")) return hue_colour(plain, opaque);
  if (plain.starts_with("color-mix(") && plain.size() > 11) return mixed_colour(plain.substr(10, plain.size() - 11), opaque);
  for (const char* space : {"oklch(", "oklab(", "lch(", "lab("})
    if (plain.starts_with(space)) return grey_of_lightness(plain, plain[0] == 'o' ? 1 : 100, opaque);
  if (!plain.starts_with("rgb")) return std::nullopt;
  const std::vector<double> parts = numbers_in(plain);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  const auto part = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0))); };
  return Colour{part(parts[0]), part(parts[1]), part(parts[2])};
}

std::optional<double> pixels(std::string_view text, double em) {
  const std::string plain(trim(text.substr(0, 64)));
  // Lengths that are worked out: of the plain ones only, "calc(0px)", "min(0px, 1em)".
  for (const char* call : {"calc(", "min(", "max("})
    if (plain.starts_with(call) && plain.ends_with(')') && plain.find('(', 5) == std::string::npos) {
      const std::size_t open = plain.find('(');
      std::optional<double> found;
      for (const std::string& part : split_outside(std::string_view(plain).substr(open + 1, plain.size() - open - 2), ',')) {
        const std::optional<double> length = pixels(part, em);
        if (!length) return std::nullopt;
        found = !found ? *length : plain[1] == 'i' ? std::min(*found, *length) : std::max(*found, *length);
      }
      return found;
    }
  char* end = nullptr;
  const double number = std::strtod(plain.c_str(), &end);
  if (end == plain.c_str() || !std::isfinite(number)) return std::nullopt;
  const std::string_view unit(end);
  if (unit == "em") return number * em;
  if (unit == "rem") return number * 16;
  if (unit == "%") return number * em / 100;
  if (unit == "pt") return number * 4 / 3;
  if (unit == "in") return number * 96;
  if (unit == "cm") return number * 37.8;
  if (unit == "mm") return number * 3.78;
  if (unit == "vw" || unit == "vh") return number * 10;
  if (unit.empty() || unit == "px") return number;
  return std::nullopt;
}

}  // namespace casewright::css
