#pragma once

#include <optional>

#include "model/case.h"
#include "model/document.h"

namespace casewright {

/// The family as a genogram, by public names only: picture, alternative text that says who is related to whom, and the
/// table behind it. Nothing where the register tells of fewer than two people who are related to the child.
std::optional<Block> family_figure(const PublicCase& known);

}  // namespace casewright
