#pragma once

#include "model/container.h"
#include "model/document.h"
#include "model/prose.h"

namespace casewright {

/// The flat view of a Document and of what its file carries, with sentences, tokens and origins.
///
/// Blocks come first in reading order, each link's target after the block that holds it; then metadata,
/// comments, hidden text, attachments and the file's name. A stretch's `section` is that of the nearest
/// heading above that has one and is not closed by a heading of the same or a higher level. Tokens are cut
/// as token_scanner.h says: a possessive 's is a token of its own.
Prose read_prose(const Document& document, const Container& container);

/// The flat view of one piece of text as a single paragraph of unknown origin.
Prose prose_of_text(std::string_view text);

}  // namespace casewright
