#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace casewright {

/// In what kind of file a picture is to be shown.
enum class PictureUse { page, word, pdf };

/// A picture as it may be written: what such files can draw, and nothing in it that does not draw.
struct ShownPicture {
  std::string media_type;  ///< empty where the picture cannot be shown there
  std::string bytes;
};

/// The picture for a file of that kind, by what its bytes are and not by what it is called. A bitmap becomes a PNG, and so does a GIF for PDF;
/// a metafile, a TIFF and what nobody knows are never written. Of a picture without bytes nothing.
ShownPicture shown_picture(const Picture& picture, PictureUse use);

/// What of a document's pictures a writer of that name leaves out, in words for a person ("2 pictures are left out of the PDF: Windows metafile
/// (EMF)"); nothing where it writes no pictures at all or all of them.
std::vector<std::string> pictures_left_out(const Document& document, std::string_view writer);

}  // namespace casewright
