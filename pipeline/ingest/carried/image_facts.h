#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// Something that a picture file says beside the picture, or words that it draws without being a picture of dots.
struct ImageFact {
  std::string name;      ///< "place", "artist", "camera"
  std::string text;      ///< what it says
  bool personal = false; ///< it can lead to a person or a place; else it only tells how the picture was made
  bool usual = false;    ///< programs put it there unasked: of account only where it surely names somebody
  bool drawn = false;    ///< whoever looks at the picture sees the words
};

/// Everything that a JPEG, PNG, TIFF, WebP, GIF or SVG file or a Windows metafile says beside the picture: where it was taken, by whom, with
/// what, and notes of programs; of metafiles the words they draw as well. Nothing where the bytes are no such picture.
std::vector<ImageFact> image_facts(std::string_view bytes);
/// What stands in the file behind the end of the picture: words where there are any, else how much it is. It may be the rest of a picture
/// that was cut. Nothing where the file ends with the picture, or with a few bytes that say nothing.
std::optional<ImageFact> fact_behind_end(std::string_view bytes);

}  // namespace casewright
