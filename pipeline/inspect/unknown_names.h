#pragma once

#include <string_view>
#include <vector>

#include "language/name_labels.h"
#include "language/name_model.h"
#include "model/prose.h"

namespace casewright {

/// Why words that look like a name may stand: readers are meant to know them.
enum class LeftAlone : std::uint8_t { no, public_office, reference };

/// Words that no register lists and that the tagger takes for something that gives somebody away.
struct UnknownName {
  Span span;
  NameLabel label = NameLabel::none;
  float chance = 0;  ///< that one of its words tells
  LeftAlone left = LeftAlone::no;
};

/// What the tagger finds in a document: every stretch of words of which each gives somebody away with at least
/// `least`, in order. Names of those whose office is public, wherever they stand, say so in `left`.
std::vector<UnknownName> unknown_names(const NameModel& model, const Prose& prose, float least);

}  // namespace casewright
