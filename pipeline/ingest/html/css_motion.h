#pragma once

#include <string_view>

#include "ingest/html/css_text.h"

// What style sheets do that keeps people from using a page, whatever its words say.
namespace casewright::css {

/// How an element moves by itself.
struct Motion {
  bool goes_on = false;   ///< for more than five seconds, or without end
  bool flashes = false;   ///< more than three times a second, and not once or twice alone
};

/// What the declarations of an element make move.
Motion motion_of(const Declarations& declared);
/// True where a style sheet takes away the line around what has the focus and puts nothing in its place.
bool hides_focus(std::string_view sheet);
/// True where a style sheet is stiller for those who ask for less motion.
bool heeds_reduced_motion(std::string_view sheet);

}  // namespace casewright::css
