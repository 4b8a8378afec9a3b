#pragma once

#include <optional>
#include <string_view>

namespace casewright {

/// How large a picture is.
struct ImageSize {
  unsigned width = 0, height = 0;  ///< dots
};

/// The size of a PNG, JPEG or GIF picture, read from its bytes; nothing where they are no such picture.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace casewright
