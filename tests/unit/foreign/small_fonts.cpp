#include "foreign/small_fonts.h"

#include <cstdint>
#include <map>
#include <sstream>

namespace casewright {
namespace {

std::string two(unsigned value) { return {static_cast<char>(value >> 8 & 255), static_cast<char>(value & 255)}; }
std::string four(std::uint32_t value) { return two(value >> 16) + two(value & 0xFFFF); }

std::string filled(std::string table, std::size_t size) {
  table.resize(size, '\0');
  return table;
}

/// One subtable of format 6: glyph 1 for A, glyph 2 for B; the symbol encoding has them from F041 on.
std::string letters_table(unsigned first) { return two(6) + two(14) + two(0) + two(first) + two(2) + two(1) + two(2); }

std::string cmap_table(const std::string& wanted) {
  std::istringstream words(wanted);
  std::string word, records, tables;
  std::size_t count = 0;
  for (std::istringstream counting(wanted); counting >> word;) ++count;
  while (words >> word) {
    const unsigned platform = static_cast<unsigned>(word[0] - '0'), encoding = static_cast<unsigned>(word[2] - '0');
    records += two(platform) + two(encoding) + four(static_cast<std::uint32_t>(4 + 8 * count + tables.size()));
    tables += letters_table(platform == 3 && encoding == 0 ? 0xF041 : 0x41);
  }
  return two(0) + two(static_cast<unsigned>(count)) + records + tables;
}

/// A triangle.
std::string outline() {
  return two(1) + two(0) + two(0) + two(500) + two(500) + two(2) + two(0) + "\x01\x01\x01" + two(0) + two(500) + two(0x10000 - 250) +
         two(0) + two(0) + two(500) + std::string(1, '\0');
}

/// eexec encryption (Adobe Type 1 Font Format, 7.1).
std::string encrypted(const std::string& plain) {
  std::uint16_t key = 55665;
  std::string made;
  for (const char c : "\x01\x02\x03\x04" + plain) {
    const auto byte = static_cast<std::uint8_t>(static_cast<unsigned char>(c) ^ (key >> 8));
    key = static_cast<std::uint16_t>((static_cast<std::uint32_t>(byte) + key) * 52845u + 22719u);
    made += static_cast<char>(byte);
  }
  return made;
}

}  // namespace

std::string small_truetype(const std::string& cmaps) {
  const std::string glyph = filled(outline(), (outline().size() + 3) / 4 * 4);
  const auto length = static_cast<unsigned>(glyph.size() / 2);
  std::map<std::string, std::string> tables{
      {"head", four(0x10000) + four(0x10000) + four(0) + four(0x5F0F3CF5) + two(0) + two(1000) + std::string(16, '\0') + two(0) +
                   two(0) + two(700) + two(700) + two(0) + two(8) + two(2) + two(0) + two(0)},
      {"hhea", four(0x10000) + two(700) + two(0) + two(0) + two(700) + std::string(22, '\0') + two(3)},
      {"maxp", filled(four(0x10000) + two(3) + two(3) + two(1), 32)},
      {"hmtx", two(500) + two(0) + two(600) + two(0) + two(700) + two(0)},
      {"loca", two(0) + two(0) + two(length) + two(2 * length)},
      {"glyf", glyph + glyph}};
  if (cmaps.find_first_not_of(' ') != std::string::npos) tables["cmap"] = cmap_table(cmaps);
  std::string directory = four(0x10000) + two(static_cast<unsigned>(tables.size())) + two(64) + two(2) + two(32), data;
  for (auto& [tag, table] : tables) {
    directory += tag + four(0) + four(static_cast<std::uint32_t>(12 + 16 * tables.size() + data.size())) + four(static_cast<std::uint32_t>(table.size()));
    data += filled(table, (table.size() + 3) / 4 * 4);
  }
  return directory + data;
}

std::string small_type1(const std::string& letters) {
  // "0 600 hsbw endchar"
  const std::string drawing("\x8B\xF8\xEC\x0D\x0E", 5);
  std::string glyphs, word;
  int count = 1;
  const auto add = [&](const std::string& name) { glyphs += "/" + name + " " + std::to_string(drawing.size()) + " RD " + drawing + " ND\n"; };
  add(".notdef");
  for (std::istringstream words(letters); words >> word; ++count) add(word);
  const std::string hidden = "dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n/ND {def} executeonly def\n"
                             "/BlueValues [] def\n/password 5839 def\n/lenIV -1 def\n2 index /CharStrings " +
                             std::to_string(count) + " dict dup begin\n" + glyphs +
                             "end end readonly put noaccess put dup /FontName get exch definefont pop mark currentfile closefile\n";
  return "%!PS-AdobeFont-1.0: Small\n12 dict begin\n/FontName /Small def\n/PaintType 0 def\n/FontType 1 def\n"
         "/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding StandardEncoding def\n/FontBBox {0 0 700 700} readonly def\n"
         "currentdict end\ncurrentfile eexec\n" +
         encrypted(hidden) + "\n" + std::string(64, '0') + "\ncleartomark\n";
}

}  // namespace casewright
