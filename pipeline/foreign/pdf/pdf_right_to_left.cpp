#include "foreign/pdf/pdf_right_to_left.h"

#include <algorithm>
#include <cmath>

#include "base/right_to_left.h"

namespace casewright::pdf {
namespace {

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9); }

/// True for what stands between two words without a direction of its own.
bool is_between(char32_t c) { return c <= 0x40 || c == 0xA0 || (c >= 0x2000 && c <= 0x206F); }

bool on_one_line(const PageScan& scan, const Glyph& a, const Glyph& b) {
  const Run& first = scan.runs[a.run];
  const Run& second = scan.runs[b.run];
  return first.content == second.content && first.replaced == none && second.replaced == none && first.direction == second.direction &&
         std::fabs(a.baseline - b.baseline) < 0.1f * std::max(first.size, 1.0f);
}

/// Where the words end that begin with the letter at `from`: behind the last letter that is read from right to left.
std::size_t end_of(const PageScan& scan, std::size_t from) {
  std::size_t end = from + 1;
  for (std::size_t at = from + 1; at < scan.glyphs.size(); ++at) {
    const char32_t c = scan.glyphs[at].unicode;
    if (!on_one_line(scan, scan.glyphs[at - 1], scan.glyphs[at]) || (!is_right_to_left(c) && !is_between(c))) break;
    if (is_right_to_left(c)) end = at + 1;
  }
  return end;
}

bool is_painted_from_the_left(const std::vector<Glyph>& glyphs, std::size_t from, std::size_t end) {
  int right = 0;
  for (std::size_t at = from + 1; at < end; ++at) right += glyphs[at].box.left > glyphs[at - 1].box.left ? 1 : -1;
  return right > 0;
}

}  // namespace

void put_right_to_left(PageScan& scan) {
  for (std::size_t from = 0; from < scan.glyphs.size();) {
    if (!is_right_to_left(scan.glyphs[from].unicode)) {
      ++from;
      continue;
    }
    const std::size_t end = end_of(scan, from);
    const auto place = [&scan](std::size_t at) { return scan.glyphs.begin() + static_cast<std::ptrdiff_t>(at); };
    if (is_painted_from_the_left(scan.glyphs, from, end)) {
      std::reverse(place(from), place(end));
      // Numbers are read from left to right among them.
      for (std::size_t at = from; at < end;) {
        std::size_t after = at;
        while (after < end && is_digit(scan.glyphs[after].unicode)) ++after;
        std::reverse(place(at), place(after));
        at = after + 1;
      }
    }
    from = end;
  }
}

}  // namespace casewright::pdf
