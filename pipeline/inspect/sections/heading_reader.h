#pragma once

#include <string_view>

#include "inspect/sections/section_wordings.h"

namespace casewright {

/// Which canonical sections a heading stands for, how sure that is from 0 to 1, and what it rests on.
struct Recognised {
  SectionSet sections = 0;
  double confidence = 0;
  std::string_view rests_on;
};

/// Judges the words of one heading by the wordings and signs of the corpus alone.
Recognised read_heading(const HeadingWords& heading, const SectionWordings& known);

}  // namespace casewright
