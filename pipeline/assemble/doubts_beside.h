#pragma once

#include <string_view>
#include <vector>

#include "assemble/beside_names.h"
#include "language/word_filter.h"
#include "model/register.h"

namespace casewright {

/// Doubts what may belong to a name of the text and fits nobody ("Chan Meiling"), and names that here are none of one person or
/// place: "a Smith", "16 High Row", "Kasia Ellery". Both lists come whole (take_what_belongs) and in the order of the text,
/// and stay so; what is doubted is replaced no more, and doubts that meet are one.
void doubt_beside_names(std::string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings,
                        std::vector<Doubted>& doubts);

}  // namespace casewright
