#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::pdf {

/// A PDF written anew without what nobody should read.
struct CleanFile {
  std::string bytes;
  std::vector<std::string> taken_out;  ///< what each thing was, once for every one: "comments"
  std::vector<std::string> mended;     ///< what was declared of what the file says already: "its title"
};

/// The title of a copy: where the file records none, or, with `instead`, in the place of the one that it records.
struct CleanTitle {
  std::string words;  ///< empty: none is recorded
  bool instead = false;
};

/// Writes a PDF anew: comments, attachments, scripts, actions, properties but title and language, data of other programs,
/// thumbnails, earlier versions and objects that nothing uses are gone; pages, tags, links, bookmarks and form fields stay.
/// `bare_picture` takes the remarks out of a JPEG. Windows
/// show the title, and in a tagged file Tab follows the tags. The same file gives the same bytes.
Result<CleanFile> clean_file(std::string_view bytes, const std::string& file, const std::function<std::string(std::string_view)>& bare_picture,
                             const CleanTitle& title = {});

}  // namespace casewright::pdf
