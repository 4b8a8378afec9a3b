#include "emit/html/html_style.h"

#include <algorithm>

#include "base/colour.h"

namespace casewright {
namespace {

struct Role {
  std::string_view name, light, dark;
};

/// The theme's colours by role with what stands where a theme is silent; an empty dark one is derived.
constexpr Role roles[] = {
    {"ink", "#18222d", "#e8ecf0"},    {"paper", "#ffffff", "#11161c"}, {"accent", "#175676", ""},
    {"accent-ink", "#ffffff", ""},    {"quiet", "#4a5663", "#b3bdc8"}, {"line", "#c9d1d9", "#3b4652"},
    {"warning", "#97180c", ""},       {"wash", "#f2f5f7", "#1a222b"},
};

constexpr std::string_view default_font =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif";

Colour colour_of(const Theme& theme, const Role& role) {
  const auto found = theme.colours.find(std::string(role.name));
  if (found != theme.colours.end())
    if (const auto read = read_colour(found->second)) return *read;
  return *read_colour(role.light);
}

/// The colour on a dark screen: what the table gives, or the theme's own made light enough to be read.
Colour dark_colour_of(const Theme& theme, const Role& role) {
  static const Colour dark_wash = *read_colour("#1a222b");
  if (!role.dark.empty()) return *read_colour(role.dark);
  return lightened(colour_of(theme, role), dark_wash, 7.0);
}

std::string font_of(const std::string& wanted) {
  const bool fit = !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == ',' ||
           c == '-' || c == '"' || c == '\'';
  });
  return fit ? wanted : std::string(default_font);
}

/// The rules without their comments, which no reader of a page needs.
std::string without_comments(std::string_view css) {
  std::string kept;
  for (std::size_t from = 0; from < css.size();) {
    const std::size_t open = std::min(css.find("/*", from), css.size());
    kept += css.substr(from, open - from);
    const std::size_t close = css.find("*/", open);
    from = close == std::string_view::npos ? css.size() : close + 3;  // and the line's end
  }
  return kept;
}

}  // namespace

std::string style_sheet(const Theme& theme) {
  std::string sheet = ":root { color-scheme: light dark;";
  for (const Role& role : roles)
    sheet += " --" + std::string(role.name) + ": " + write_colour(colour_of(theme, role)) + ";";
  sheet += " --band: " + write_colour(colour_of(theme, roles[2])) + "; --band-ink: " +
           write_colour(colour_of(theme, roles[3])) + ";";
  sheet += "\n  --text-font: " + font_of(theme.text_font) + ";\n  --heading-font: " +
           font_of(theme.heading_font.empty() ? theme.text_font : theme.heading_font) + "; }\n";
  sheet += "@media (prefers-color-scheme: dark) { :root {";
  for (const Role& role : roles)
    if (role.name != "accent-ink")
      sheet += " --" + std::string(role.name) + ": " + write_colour(dark_colour_of(theme, role)) + ";";
  sheet += " } }\n.f-none { fill: none; }\n";
  for (const Role& role : roles) {
    const std::string name(role.name);
    sheet += ".f-" + name + " { fill: var(--" + name + "); } .s-" + name + " { stroke: var(--" + name + "); }\n";
  }
  sheet += without_comments(report_css);
  return sheet;
}

}  // namespace casewright
