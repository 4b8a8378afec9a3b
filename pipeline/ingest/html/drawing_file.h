#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// The words that an SVG file draws, one text after the other, and those that it holds and hides; read as a drawing in a web page is.
struct DrawingWords {
  std::string drawn;
  std::vector<std::string> hidden;
};

DrawingWords words_of_drawing_file(std::string_view bytes);

}  // namespace casewright
