#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

class PDFDoc;

namespace casewright::pdf {

/// A picture in grey, one byte a dot, the top row first; empty where it cannot be unpacked.
struct Grey {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> dots;

  std::uint8_t at(std::uint32_t x, std::uint32_t y) const { return dots[static_cast<std::size_t>(y) * width + x]; }
};

/// Unpacks the picture that stands as that object in the file, made smaller as long as its longer side keeps
/// `least_side` dots; `bytes` are those of the file from where its stream begins, where that is known.
Grey read_grey(PDFDoc& document, std::uint32_t number, std::string_view bytes, std::uint32_t least_side);

/// A JPEG in grey, each side divided by `reduction` (1, 2, 4 or 8).
Grey read_jpeg(std::string_view bytes, int reduction);

/// The mask that a picture brings with it; empty where it has none.
struct MaskGrey {
  Grey grey;
  bool dark_shows = false;  ///< a stencil shows the picture where it is dark, a soft mask where it is light
};

/// The mask of the picture that stands as that object; `bytes_of` gives a stream's bytes of the file, as for read_grey.
MaskGrey read_mask(PDFDoc& document, std::uint32_t number, const std::function<std::string_view(std::uint32_t)>& bytes_of, std::uint32_t least_side);

}  // namespace casewright::pdf
