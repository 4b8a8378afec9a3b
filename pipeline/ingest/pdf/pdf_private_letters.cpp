#include "ingest/pdf/pdf_private_letters.h"

#include "ingest/blocks/unreadable_fonts.h"

namespace casewright {
namespace {

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

const std::string& font_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, std::uint32_t at) {
  return fonts[scan.runs[scan.glyphs[at].run].font].name;
}

/// True where the glyph beside is a private code of the same run, too.
bool has_neighbour(const pdf::PageScan& scan, std::uint32_t at) {
  const auto same = [&](std::size_t other) { return scan.glyphs[other].run == scan.glyphs[at].run && is_private(scan.glyphs[other].unicode); };
  return (at > 0 && same(at - 1)) || (at + 1 < scan.glyphs.size() && same(at + 1));
}

bool is_word_in_codes(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, std::uint32_t at) {
  return is_private(scan.glyphs[at].unicode) && has_neighbour(scan, at) && !draws_signs(font_of(scan, fonts, at));
}

}  // namespace

char32_t told_letter(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, std::uint32_t at) {
  const char32_t c = scan.glyphs[at].unicode;
  const char32_t letter = is_word_in_codes(scan, fonts, at) ? letter_of_code(c, font_of(scan, fonts, at)) : 0;
  return letter == 0 ? c : letter;
}

bool tells_nothing(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, std::uint32_t at) {
  return is_word_in_codes(scan, fonts, at) && letter_of_code(scan.glyphs[at].unicode, font_of(scan, fonts, at)) == 0;
}

}  // namespace casewright
