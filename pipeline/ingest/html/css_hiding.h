#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/html/css_text.h"

// What the declarations of an element do to whether it can be seen, whatever its colour.
namespace casewright::css {

/// The value of that property; empty where none is declared.
std::string_view value_of(const Declarations& declared, std::string_view property);
/// What lets less than this through is not seen.
inline constexpr double least_opacity = 0.05;

/// True for a length of a dot or less.
bool is_nothing(std::string_view length);
/// True where the element is cut out to nothing.
bool is_clipped(const Declarations& declared);
/// True where the element cuts off what it does not hold.
bool cuts_off(const Declarations& declared);
/// How many children of a grid, from the first, get rows or columns without room.
std::size_t children_without_room(const Declarations& declared);
/// True where the declarations keep everything inside from the eye; `put_away` says that they move or cut it out of sight, so that no other
/// state of the page shows it.
bool hides(const Declarations& declared, bool& put_away);
/// True for a box that lies over all of what is around it and lets nothing through.
bool covers_all(const Declarations& declared);

}  // namespace casewright::css
