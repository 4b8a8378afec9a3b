#pragma once

#include <vector>

#include "base/dates.h"
#include "model/finding.h"
#include "model/reading.h"

namespace casewright {

/// True where the waiver stands for this finding on that day: the same rule, the very words (white space
/// aside), given by a named person with a reason, and not run out. A finding about a document as a whole has no
/// words; its waiver has none either. Where the waiver says in which sentences or of what things, only there.
bool stands_for(const Waiver& waiver, const Finding& finding, const std::vector<Reading>& readings, const Date& on);

/// Where a finding stands, as a waiver keeps it: its sentence, or the thing that the file carries; empty for a finding about a
/// document as a whole.
std::string standing_place(const Finding& finding, const std::vector<Reading>& readings);

/// True where only capitals or quotation marks around them part the waiver's words from those of the finding.
bool nearly_stands_for(const Waiver& waiver, const Finding& finding, const std::vector<Reading>& readings);

/// The findings with `waived` set where a waiver stands for one on the day of publication.
std::vector<Finding> apply(const std::vector<Waiver>& waivers, std::vector<Finding> findings,
                           const std::vector<Reading>& readings, const Date& on);

/// What is wrong with a waiver in plain words, empty where it is complete; quotes none of its words.
std::string flaw_of(const Waiver& waiver);

}  // namespace casewright
