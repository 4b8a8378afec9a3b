#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casewright {

/// The glyph names of the codes 0 to 255; empty where the encoding has none.
using GlyphNames = std::array<std::string_view, 256>;

const GlyphNames& standard_encoding();
const GlyphNames& mac_roman_encoding();
const GlyphNames& win_ansi_encoding();

/// The code of a name in MacRomanEncoding, 0 where it has none.
std::uint32_t mac_roman_code(std::string_view name);

/// The character that the Adobe Glyph List gives to a name, or nothing where the list lacks it.
std::optional<char32_t> listed_character(std::string_view name);
/// The character of a glyph's name: listed, or written as uni0041 or u1F600, before any ".alt" of it.
std::optional<char32_t> character_of_glyph(std::string_view name);

}  // namespace casewright
