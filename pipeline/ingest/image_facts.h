#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// Something that a picture file says beside the picture.
struct ImageFact {
  std::string name;      ///< "place", "artist", "camera"
  std::string text;      ///< what it says
  bool personal = false; ///< it can lead to a person or a place; else it only tells how the picture was made
};

/// Everything that a JPEG, PNG, TIFF, WebP, GIF or SVG file says beside the picture: where it was taken, by whom, with what,
/// and notes of programs. Nothing where the bytes are no such picture.
std::vector<ImageFact> image_facts(std::string_view bytes);

/// The picture without any of that, its dots untouched; the same bytes where there is nothing to take out or the file
/// is of another kind (TIFF and SVG are left as they are).
std::string without_image_facts(std::string_view bytes);

}  // namespace casewright
