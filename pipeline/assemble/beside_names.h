#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assemble/public_words.h"
#include "language/word_filter.h"
#include "model/register.h"

namespace casewright {

/// Words that a person must look at, and why.
struct Doubted {
  Span span;
  std::string problem;
};

/// Makes the names of a text whole before they are replaced. Initials, titles and particles beside a name go with it
/// where they fit it ("Dr M L Chan", "Rosie K"), and so do a house's number before its street and "Academy" behind a school.
/// `namings` and `doubts` come in the order of the text, apart from each other, and stay so. `ordinary` says which words are no names.
void take_what_belongs(std::string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings,
                       std::vector<Doubted>& doubts);

}  // namespace casewright
