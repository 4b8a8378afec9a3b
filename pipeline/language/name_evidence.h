#pragma once

#include "language/name_chances.h"
#include "language/word_filter.h"
#include "model/prose.h"

namespace casewright {

/// Lets every place of a name hear what the rest of the document shows: where the same run of capitalised words is
/// likelier elsewhere to give somebody away, its words here become at least half as likely. `chances` stand beside
/// Prose::tokens. Words taken for a public name stay as they are.
void share_evidence(const Prose& prose, const WordFilter& ordinary, NameChances& chances);

}  // namespace casewright
