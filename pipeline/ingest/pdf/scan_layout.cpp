#include "ingest/pdf/scan_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "ingest/pdf/pdf_lines.h"
#include "ingest/pdf/pdf_ruled_tables.h"

namespace casewright {
namespace {

constexpr float doubtful_word = 60;
constexpr float alike = 0.13f;  // sizes that differ by less are one

/// The sizes that lines are set in, each size as read leading to the one it is taken for.
class Sizes {
 public:
  explicit Sizes(const ScannedPages& pages) {
    for (const auto& [number, page] : pages)
      for (const ocr::Word& word : page.words) letters_[tenths(word.size)] += word.text.size();
    usual_ = median();
    int last = 0;
    for (const auto& [size, letters] : letters_) {
      const bool usual = std::fabs(static_cast<float>(size - usual_)) <= alike * static_cast<float>(usual_);
      const bool near = last != 0 && static_cast<float>(size - last) <= alike * static_cast<float>(last);
      taken_[size] = usual ? usual_ : near ? last : size;
      last = taken_[size];
    }
  }

  float of(float size) const {
    const auto found = taken_.find(tenths(size));
    return static_cast<float>(found == taken_.end() ? tenths(size) : found->second) / 10;
  }

 private:
  static int tenths(float size) { return static_cast<int>(std::lround(std::clamp(size, 1.0f, 200.0f) * 10)); }

  int median() const {
    std::size_t all = 0, below = 0;
    for (const auto& [size, letters] : letters_) all += letters;
    for (const auto& [size, letters] : letters_) {
      below += letters;
      if (2 * below >= all) return size;
    }
    return 100;
  }

  std::map<int, std::size_t> letters_;  // by size, in tenths of a point
  std::map<int, int> taken_;
  int usual_ = 0;
};

LaidPage laid_page(std::uint32_t number, const ocr::Page& page, const Sizes& sizes) {
  LaidPage laid;
  laid.number = number;
  laid.width = page.width;
  laid.height = page.height;
  laid.scanned = true;
  std::vector<LaidWord> words;
  std::uint32_t at = 0;
  for (const ocr::Word& word : page.words) {
    const std::uint32_t place = at++;
    if (trim(word.text).empty()) continue;
    LaidWord fresh;
    fresh.box = word.box;
    fresh.baseline = word.baseline;
    fresh.size = sizes.of(word.size);
    fresh.first_glyph = place;
    fresh.exact = false;
    fresh.spaced = true;
    fresh.uncertain = word.confidence < doubtful_word;
    fresh.text = word.text;
    words.push_back(std::move(fresh));
  }
  pdf::PageScan drawn;
  for (const Box& line : page.across) drawn.rules.push_back({line, true});
  for (const Box& line : page.down) drawn.rules.push_back({line, false});
  take_ruled_tables(drawn, words, laid);
  if (!words.empty()) laid.rows = rows_of(std::move(words), laid);
  return laid;
}

}  // namespace

std::vector<LaidPage> laid_pages(const ScannedPages& pages) {
  const Sizes sizes(pages);
  std::vector<LaidPage> laid;
  laid.reserve(pages.size());
  for (const auto& [number, page] : pages) laid.push_back(laid_page(number, page, sizes));
  return laid;
}

}  // namespace casewright
