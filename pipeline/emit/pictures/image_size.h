#pragma once

#include <optional>
#include <string_view>

namespace casewright {

/// How large a picture is.
struct ImageSize {
  unsigned width = 0, height = 0;  ///< dots; of a drawing its own units
};

/// The size of a PNG, JPEG, GIF or SVG picture, read from its bytes; nothing where they are no such picture.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace casewright
