#pragma once

#include <array>
#include <memory>

class GfxFont;

namespace casewright::pdf {

/// By code, the letter that is drawn; 0 where nobody can say.
using LettersShown = std::array<char32_t, 256>;

/// What a font draws where its table says that some of its letters read as others; null where it does not, or where only the
/// outlines in the file could tell.
std::unique_ptr<LettersShown> letters_shown(const GfxFont& font);

}  // namespace casewright::pdf
