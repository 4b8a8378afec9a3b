#pragma once

#include <string>

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

}  // namespace casewright
