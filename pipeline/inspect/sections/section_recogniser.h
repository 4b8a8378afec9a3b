#pragma once

#include <string>
#include <vector>

#include "inspect/corpus.h"
#include "inspect/sections/heading_reader.h"
#include "inspect/sections/sections.h"
#include "model/heading_in.h"
#include "model/prose.h"
#include "model/reading.h"

namespace casewright {

/// Judges the words of one heading by itself, its number left out: "3. Methodology used to draw up this report".
Recognised recognise_heading(std::string_view heading, const Corpus& corpus);
/// Judges all headings of a report, each by its words and by what stands before, behind and above it; where these say nothing, by
/// the first words under it.
std::vector<Recognised> recognise_headings(const std::vector<HeadingIn>& headings, const Corpus& corpus);
/// The same as whoever reads a case asks it; nothing of the corpus is read until it is asked.
HeadingJudge judge_of_headings(const World& world, const Path& corpus);
/// Every heading of the report with the sections it stands for; what the document itself says counts first.
std::vector<SectionSeen> recognise_sections(const Prose& prose, const Corpus& corpus);
/// For each stretch the sections it stands in, those of the headings above its own heading included.
std::vector<SectionSet> sections_by_stretch(const Prose& prose, const std::vector<SectionSeen>& seen);

}  // namespace casewright
