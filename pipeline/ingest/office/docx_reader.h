#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/reading.h"

namespace casewright {

/// True where the bytes are a Word document: a zip archive whose main part is one.
bool is_docx(std::string_view bytes);

/// Reads a Word document (.docx, .docm, .dotx; nothing in it is ever run) as a reader of the accepted text sees it;
/// deleted words, comments, hidden text and properties go to the Container.
///
/// Origins: `part` is the index of a part among the names of the archive, `at` how many characters of text (between
/// tags, white space included, entities resolved) stand before the character in that part; so the w:t that holds it
/// is found by one walk over the part.
Result<Reading> read_docx(std::string_view bytes, const Path& file);

}  // namespace casewright
