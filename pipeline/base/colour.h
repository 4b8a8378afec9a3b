#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casewright {

/// A colour of a screen, each part from 0 to 255.
struct Colour {
  int red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

/// Reads "#rrggbb".
std::optional<Colour> read_colour(std::string_view text);
/// "#rrggbb".
std::string write_colour(const Colour& colour);
/// The contrast of two colours as WCAG 2.2 defines it, 1 to 21.
double contrast(const Colour& one, const Colour& other);
/// True where letters of that size stand out less than WCAG 2.2, 1.4.3, asks for: 4.5, or 3 for large ones (18 points, or 14 in bold).
bool is_faint(const Colour& letters, const Colour& ground, double points, bool strong);
/// `colour` mixed with white just so far that it has at least `least` contrast on `ground`.
Colour lightened(Colour colour, const Colour& ground, double least);

}  // namespace casewright
