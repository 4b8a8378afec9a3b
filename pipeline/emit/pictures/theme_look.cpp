#include "emit/pictures/theme_look.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::pair<std::string_view, std::string_view> plain[] = {
    {"ink", "#18222d"},   {"paper", "#ffffff"}, {"accent", "#175676"},  {"accent-ink", "#ffffff"},
    {"quiet", "#4a5663"}, {"line", "#c9d1d9"},  {"warning", "#97180c"}, {"wash", "#f2f5f7"}};

constexpr std::string_view generic_fonts[] = {"system-ui", "-apple-system", "serif", "sans-serif", "monospace", "ui-sans-serif",
                                      "ui-serif", "cursive", "fantasy"};

}  // namespace

Colour theme_colour(const Theme& theme, std::string_view role) {
  if (const auto found = theme.colours.find(std::string(role)); found != theme.colours.end())
    if (const auto read = read_colour(found->second)) return *read;
  for (const auto& [name, colour] : plain)
    if (name == role) return *read_colour(colour);
  return {};
}

std::string first_font(std::string_view families, std::string_view otherwise) {
  for (std::string_view family : split(families, ',')) {
    family = trim(family);
    if (family.size() > 1 && (family.front() == '"' || family.front() == '\'')) family = trim(family.substr(1, family.size() - 2));
    if (!family.empty() && std::find(std::begin(generic_fonts), std::end(generic_fonts), family) == std::end(generic_fonts)) return std::string(family);
  }
  return std::string(otherwise);
}

}  // namespace casewright
