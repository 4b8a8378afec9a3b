#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace casewright::pdf {

/// The key of a bookmark of ours: it holds the title as we wrote it, so that one whose title was changed is not ours.
inline constexpr const char* own_bookmark = "/CasewrightMark";

/// A note to be put on a page.
struct PageNote {
  std::uint32_t page = 0;      ///< from 1
  std::vector<Box> boxes;      ///< of its words line by line, in the page's own space as File::own_box gives it; none: about the page
  std::string words;           ///< what it says
  std::string name;            ///< of the annotation, unique in the file
  std::string bookmark;        ///< the title of the bookmark that leads to it
  std::uint32_t rgb = 0;       ///< of the highlight
};

/// The file with the notes: a highlight and its note at the words, or a note in the corner of the page, a bookmark each below
/// `heading`, tags for them where the file is tagged. What an earlier marking left is taken out, unless somebody answered it.
/// Pages, tags and bookmarks stay as they are.
Result<std::string> annotate(std::string_view bytes, const std::string& file, const std::string& author, const std::string& heading, const std::vector<PageNote>& notes);

}  // namespace casewright::pdf
