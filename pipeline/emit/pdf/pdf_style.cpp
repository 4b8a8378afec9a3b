#include "emit/pdf/pdf_style.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "emit/pictures/theme_look.h"

namespace casewright {
namespace {

/// What stands for a kind of font: fonts that may be embedded and that have the letters of most of Europe.
constexpr std::pair<std::string_view, std::string_view> font_kinds[] = {
    {"serif", "Liberation Serif"},     {"ui-serif", "Liberation Serif"},   {"monospace", "Liberation Mono"},
    {"sans-serif", "Liberation Sans"}, {"system-ui", "Liberation Sans"},   {"ui-sans-serif", "Liberation Sans"},
    {"-apple-system", "Liberation Sans"}, {"cursive", "Liberation Sans"}, {"fantasy", "Liberation Sans"}};

/// A CSS list of families as fontconfig takes it, ending in families that are always there.
std::string families_of(std::string_view css) {
  std::string families;
  for (std::string_view family : split(css, ',')) {
    family = trim(family);
    if (family.size() > 1 && (family.front() == '"' || family.front() == '\'')) family = trim(family.substr(1, family.size() - 2));
    for (const auto& [kind, name] : font_kinds)
      if (family == kind) family = name;
    if (!family.empty()) families.append(family).append(",");
  }
  return families + "Liberation Sans,DejaVu Sans,Noto Sans";
}

}  // namespace

PdfStyle pdf_style(const Theme& theme, bool large, bool brief) {
  PdfStyle style;
  style.large = large;
  if (large) {
    style.body = style.table = style.note = style.caption = style.furniture = 18;
    style.title = 36;
    style.subtitle = 22;
    constexpr float headings[7] = {0, 36, 28, 24, 21, 19, 18};
    std::copy(std::begin(headings), std::end(headings), std::begin(style.heading));
    style.side = 50;
    style.top = 92;
    style.foot = 86;
  } else if (brief) {
    style.body = 10.5f;
    style.table = style.note = style.caption = 9.5f;
    style.furniture = 9;
    style.title = 26;
    style.subtitle = 13;
    constexpr float headings[7] = {0, 26, 14, 12, 11, 10.5f, 10.5f};
    std::copy(std::begin(headings), std::end(headings), std::begin(style.heading));
    style.leading = 1.33f;
    style.side = 58;
    style.top = 64;
    style.foot = 60;
  }
  style.text_font = families_of(theme.text_font);
  style.heading_font = families_of(theme.heading_font.empty() ? theme.text_font : theme.heading_font);
  style.ink = theme_colour(theme, "ink");
  style.paper = theme_colour(theme, "paper");
  style.wash = theme_colour(theme, "wash");
  style.accent = theme_colour(theme, "accent");
  style.accent_ink = theme_colour(theme, "accent-ink");
  style.quiet = theme_colour(theme, "quiet");
  style.line = theme_colour(theme, "line");
  style.warning = theme_colour(theme, "warning");
  return style;
}

}  // namespace casewright
