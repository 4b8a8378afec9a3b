#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace casewright {

/// A line break that came from `from`; an Origin that claims nothing where that is not known.
Inline line_break(Origin from = {});
/// A reference to the note of that id, as its mark stands in the text.
Inline note_reference(std::string mark, std::string target, Origin from);
/// Takes away the line breaks that stand first and last.
void trim_breaks(std::vector<Inline>& inlines);
/// Cuts the first `count` bytes off the words of a block, as Block::text counts them; the origins of the rest are kept.
/// Stops at a note reference, which is never lost.
void cut_front(std::vector<Inline>& inlines, std::size_t count);

}  // namespace casewright
