#pragma once

#include <vector>

#include "foreign/pdf/pdf_scan.h"

namespace casewright {

/// The letter that a reader sees where a font of the old kind tells its letters by private codes (U+F041 for "A"), as some programs
/// write them; else the character as the file tells it. A code alone is a sign or a bullet and stays.
char32_t told_letter(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, std::uint32_t at);

/// True where a character is one of several private codes in a row, which tell nothing.
bool tells_nothing(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, std::uint32_t at);

}  // namespace casewright
