#pragma once

#include "language/name_chances.h"
#include "language/name_model.h"
#include "model/prose.h"

namespace casewright {

/// The chances of every label for the tokens of a document, beside Prose::tokens.
NameChances tag_names(const NameModel& model, const Prose& prose);

}  // namespace casewright
