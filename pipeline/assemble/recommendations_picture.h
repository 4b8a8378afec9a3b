#pragma once

#include <optional>

#include "model/case.h"
#include "model/document.h"

namespace casewright {

/// The review's recommendations by who must act and by when: picture, alternative text that says what the picture says,
/// and the table behind it. Nothing where fewer than two recommendations name an owner and a month.
std::optional<Block> recommendations_figure(const PublicCase& known);

}  // namespace casewright
