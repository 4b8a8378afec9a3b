#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "emit/pictures/shown_picture.h"
#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// A way to write a Document.
struct Writer {
  std::string_view name;       ///< as `--to` names it
  std::string_view extension;  ///< ".html"
  /// The file's bytes, or what of the document cannot be written in this format.
  Result<std::string> (*write)(const Document&, const Theme&);
  std::string_view called;           ///< by readers, in the link to it: "Word"
  std::string_view with_pictures{};  ///< the file, to whom a picture in it is missing: "Word file"; empty: it has none
  PictureUse use = PictureUse::page; ///< what of a picture such a file can show
  /// The words of such a file, where no reader of reports takes it and they do not stand in it as they are; else null.
  Result<std::string> (*read_back)(std::string_view bytes) = nullptr;
};

/// Every writer, one row each.
std::span<const Writer> writers();
/// The writer of that name, or null.
const Writer* writer_named(std::string_view name);
/// The writer of which a file of that name is; null where none ends its files so.
const Writer* writer_of_file(std::string_view file);

/// What of a document's pictures a writer leaves out, in words for a person ("2 pictures are left out of the PDF: Windows metafile
/// (EMF)"); nothing where it writes no pictures at all or all of them.
std::vector<std::string> pictures_left_out(const Document& document, const Writer& writer);

}  // namespace casewright
