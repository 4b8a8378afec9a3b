#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ingest/pdf/pdf_headings.h"
#include "model/document.h"

// What can be told of a PDF's blocks only once all of them stand.
namespace casewright {

/// A number that stands alone, in the margin or at the foot of a page, is that of the paragraph that follows.
void give_numbers_on(std::vector<Block>& blocks);
/// What was taken for a heading and reads on like a paragraph is one.
void settle_headings(std::vector<Block>& blocks, std::map<std::size_t, HeadingStyle>& styles, float body_size);
/// A raised number with no note to go to is a raised number.
void settle_references(std::vector<Block>& blocks, const std::set<std::string>& notes);
/// A caption beside a table becomes the table's own; furniture and notes between them do not part them.
void attach_captions(std::vector<Block>& blocks);

}  // namespace casewright
