#pragma once

#include <cstdint>

#include "language/word_table.h"
#include "model/prose.h"

namespace casewright {

/// True where the words that end before token `after` of the stretch are explained where they stand: "a genogram, a drawing of the
/// family", "early help, which is support before things get worse", "petechiae (tiny red spots)". A clause that only tells what
/// happened ("the MASH, which met twice") explains nothing.
bool explained_behind(const Prose& prose, const WordTable& words, const Stretch& stretch, std::uint32_t after);

/// True where the plain words come first: "a condition known as dysphagia", "too little oxygen (hypoxia)", "the thin fold of skin
/// inside the lip, or frenulum". The term is the tokens [first, after) of the stretch.
bool explained_before(const Prose& prose, const Stretch& stretch, std::uint32_t first, std::uint32_t after);

}  // namespace casewright
