#pragma once

#include <poppler/GfxFont.h>

class XRef;

namespace casewright::pdf {

/// True where the font draws at least six letters and each of them as one block of the same build, as the fonts do that are made
/// to stand for text or to black it out: nobody can read what is set in it. `table` holds the file's objects; the fonts that a file
/// does not bring with it are never told so.
bool draws_letters_alike(const GfxFont& font, XRef& table);

}  // namespace casewright::pdf
