#pragma once

#include <string>
#include <vector>

#include "inspect/corpus.h"
#include "inspect/sections.h"
#include "model/prose.h"
#include "model/reading.h"

namespace casewright {

/// Which canonical sections a heading stands for, how sure that is from 0 to 1, and what it rests on.
struct Recognised {
  SectionSet sections = 0;
  double confidence = 0;
  std::string_view rests_on;
};

/// Judges the words of one heading, its number left out: "3. Methodology used to draw up this report".
Recognised recognise_heading(std::string_view heading, const Corpus& corpus);
/// Every heading of the report with the sections it stands for; what the document itself says counts first.
std::vector<SectionSeen> recognise_sections(const Prose& prose, const Corpus& corpus);
/// For each stretch the sections it stands in, those of the headings above its own heading included.
std::vector<SectionSet> sections_by_stretch(const Prose& prose, const std::vector<SectionSeen>& seen);

}  // namespace casewright
