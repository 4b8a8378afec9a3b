#pragma once

#include <cstdint>
#include <vector>

#include "language/name_model.h"
#include "model/prose.h"

namespace casewright {

/// How likely each label is for one token; they add up to one.
using LabelChances = LabelScores;

/// The chances of every label for the tokens of a document, beside Prose::tokens.
std::vector<LabelChances> tag_names(const NameModel& model, const Prose& prose);

}  // namespace casewright
