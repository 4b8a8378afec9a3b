#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace casewright::ocr {

/// One word that was read off a picture of a page.
struct Word {
  std::string text;
  Box box;                   ///< in points from the page's top left, as the page was straightened
  float baseline = 0;        ///< of its line, in points from the page's top
  float size = 0;            ///< of its line's letters in points, by their height
  float confidence = 0;      ///< 0 to 100
  std::uint32_t block = 0, paragraph = 0, line = 0;  ///< counted over the page, from 0
};

/// One page that was read.
struct Page {
  std::vector<Word> words;   ///< in the order of reading
  float confidence = 0;      ///< the mean of its words, weighted by their letters; 0 without words
  float degrees = 0;         ///< by which the page was turned to stand straight
  float width = 0, height = 0;  ///< points
  std::vector<Box> across, down;  ///< straight lines drawn on it, such as those of tables, in points
};

/// A grey picture of a page, eight bits a pixel, the top row first.
struct Picture {
  std::string_view pixels;   ///< width times height bytes
  std::uint32_t width = 0, height = 0;
  std::uint32_t dots_per_inch = 300;
};

/// A page below this mean confidence is named to a person: most of its words need a second look.
inline constexpr float low_confidence = 70;

/// Reads English off pictures of pages; one per thread. The language data is loaded once.
class Reader {
 public:
  /// A fault that says what to install where Tesseract has no English.
  static Result<Reader> open(const std::string& file);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Straightens one page and reads it; `file` and `page` name it in faults.
  Result<Page> read(const Picture& picture, const std::string& file, std::uint32_t page);
  /// The pages of a PNG, JPEG or TIFF file, each straightened and read.
  Result<std::vector<Page>> read_file(std::string_view bytes, const std::string& file);

 private:
  struct State;
  explicit Reader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// True where the bytes are a PNG, JPEG or TIFF file.
bool is_picture_file(std::string_view bytes);

}  // namespace casewright::ocr
