#pragma once

#include <optional>

#include "model/case.h"
#include "model/document.h"

namespace casewright {

/// Contacts by agency over time, with when the child was seen, key events and stretches without contact:
/// picture, alternative text that says what the picture says, and the tables behind it. Nothing where no
/// event of the review period has a date.
std::optional<Block> timeline_figure(const PublicCase& known);

/// The stretches without contact, and those in which the child was not seen or not spoken to. Nothing
/// where there is none.
std::optional<Block> gaps_figure(const PublicCase& known);

}  // namespace casewright
