#pragma once

#include <vector>

#include "inspect/seen.h"

namespace casewright {

// Whether a report is one whole; rules of the kind structure name these.

/// A heading with nothing under it before the next one of its level or above.
void empty_section(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A month on the cover that running headers and footers contradict.
void cover_date_differs(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A second introduction and second recommendations, as where two reports stand in one file.
void second_report(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A picture whose alternative text reads like a heading.
void heading_picture(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// An executive summary that is checked without the report it sums up.
void summary_alone(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// One volume of a report that is checked without the others.
void volume_alone(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// What tells of analysis behind what tells of recommendations, and the like.
void section_order(const Seen& seen, const Rule& rule, std::vector<Finding>& into);

/// True for one of several volumes of a report, as its title, its first words or its file name say.
bool is_volume(const Reading& reading);
/// True where no heading tells what stands under it, so that a section can be known by its words alone.
bool no_section_headed(const Seen& seen);
/// True for a volume behind another of the same check: what neither has is told of the first alone.
bool follows_a_volume(const Seen& seen);

}  // namespace casewright
