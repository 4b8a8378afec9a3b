// A table: the glyph names of the Latin encodings with their codes, see `rows`.
#include "foreign/pdf/font_encodings.h"

#include <poppler/NameToUnicodeTable.h>

#include <unordered_map>

namespace casewright {
namespace {

/// A name with its codes; 0 where the encoding lacks it. A name with two codes in one encoding has two rows.
struct Row {
  std::string_view name;
  std::uint8_t standard, mac, win;
};

/// ISO 32000-1, annex D.2; for Mac also the letters that Mac OS adds to it (table 115).
constexpr Row rows[] = {
    {"A", 65, 65, 65}, {"AE", 225, 174, 198}, {"Aacute", 0, 231, 193}, {"Acircumflex", 0, 229, 194},
    {"Adieresis", 0, 128, 196}, {"Agrave", 0, 203, 192}, {"Aring", 0, 129, 197}, {"Atilde", 0, 204, 195},
    {"B", 66, 66, 66}, {"C", 67, 67, 67}, {"Ccedilla", 0, 130, 199}, {"D", 68, 68, 68}, {"Delta", 0, 198, 0},
    {"E", 69, 69, 69}, {"Eacute", 0, 131, 201}, {"Ecircumflex", 0, 230, 202}, {"Edieresis", 0, 232, 203},
    {"Egrave", 0, 233, 200}, {"Eth", 0, 0, 208}, {"Euro", 0, 0, 128}, {"F", 70, 70, 70}, {"G", 71, 71, 71},
    {"H", 72, 72, 72}, {"I", 73, 73, 73}, {"Iacute", 0, 234, 205}, {"Icircumflex", 0, 235, 206},
    {"Idieresis", 0, 236, 207}, {"Igrave", 0, 237, 204}, {"J", 74, 74, 74}, {"K", 75, 75, 75}, {"L", 76, 76, 76},
    {"Lslash", 232, 0, 0}, {"M", 77, 77, 77}, {"N", 78, 78, 78}, {"Ntilde", 0, 132, 209}, {"O", 79, 79, 79},
    {"OE", 234, 206, 140}, {"Oacute", 0, 238, 211}, {"Ocircumflex", 0, 239, 212}, {"Odieresis", 0, 133, 214},
    {"Ograve", 0, 241, 210}, {"Omega", 0, 189, 0}, {"Oslash", 233, 175, 216}, {"Otilde", 0, 205, 213},
    {"P", 80, 80, 80}, {"Q", 81, 81, 81}, {"R", 82, 82, 82}, {"S", 83, 83, 83}, {"Scaron", 0, 0, 138},
    {"T", 84, 84, 84}, {"Thorn", 0, 0, 222}, {"U", 85, 85, 85}, {"Uacute", 0, 242, 218}, {"Ucircumflex", 0, 243, 219},
    {"Udieresis", 0, 134, 220}, {"Ugrave", 0, 244, 217}, {"V", 86, 86, 86}, {"W", 87, 87, 87}, {"X", 88, 88, 88},
    {"Y", 89, 89, 89}, {"Yacute", 0, 0, 221}, {"Ydieresis", 0, 217, 159}, {"Z", 90, 90, 90}, {"Zcaron", 0, 0, 142},
    {"a", 97, 97, 97}, {"aacute", 0, 135, 225}, {"acircumflex", 0, 137, 226}, {"acute", 194, 171, 180},
    {"adieresis", 0, 138, 228}, {"ae", 241, 190, 230}, {"agrave", 0, 136, 224}, {"ampersand", 38, 38, 38},
    {"apple", 0, 240, 0}, {"approxequal", 0, 197, 0}, {"aring", 0, 140, 229}, {"asciicircum", 94, 94, 94},
    {"asciitilde", 126, 126, 126}, {"asterisk", 42, 42, 42}, {"at", 64, 64, 64}, {"atilde", 0, 139, 227},
    {"b", 98, 98, 98}, {"backslash", 92, 92, 92}, {"bar", 124, 124, 124}, {"braceleft", 123, 123, 123},
    {"braceright", 125, 125, 125}, {"bracketleft", 91, 91, 91}, {"bracketright", 93, 93, 93}, {"breve", 198, 249, 0},
    {"brokenbar", 0, 0, 166}, {"bullet", 183, 165, 127}, {"bullet", 0, 0, 129}, {"bullet", 0, 0, 141},
    {"bullet", 0, 0, 143}, {"bullet", 0, 0, 144}, {"bullet", 0, 0, 149}, {"bullet", 0, 0, 157}, {"c", 99, 99, 99},
    {"caron", 207, 255, 0}, {"ccedilla", 0, 141, 231}, {"cedilla", 203, 252, 184}, {"cent", 162, 162, 162},
    {"circumflex", 195, 246, 136}, {"colon", 58, 58, 58}, {"comma", 44, 44, 44}, {"copyright", 0, 169, 169},
    {"currency", 168, 219, 164}, {"d", 100, 100, 100}, {"dagger", 178, 160, 134}, {"daggerdbl", 179, 224, 135},
    {"degree", 0, 161, 176}, {"dieresis", 200, 172, 168}, {"divide", 0, 214, 247}, {"dollar", 36, 36, 36},
    {"dotaccent", 199, 250, 0}, {"dotlessi", 245, 245, 0}, {"e", 101, 101, 101}, {"eacute", 0, 142, 233},
    {"ecircumflex", 0, 144, 234}, {"edieresis", 0, 145, 235}, {"egrave", 0, 143, 232}, {"eight", 56, 56, 56},
    {"ellipsis", 188, 201, 133}, {"emdash", 208, 209, 151}, {"endash", 177, 208, 150}, {"equal", 61, 61, 61},
    {"eth", 0, 0, 240}, {"exclam", 33, 33, 33}, {"exclamdown", 161, 193, 161}, {"f", 102, 102, 102},
    {"fi", 174, 222, 0}, {"five", 53, 53, 53}, {"fl", 175, 223, 0}, {"florin", 166, 196, 131}, {"four", 52, 52, 52},
    {"fraction", 164, 218, 0}, {"g", 103, 103, 103}, {"germandbls", 251, 167, 223}, {"grave", 193, 96, 96},
    {"greater", 62, 62, 62}, {"greaterequal", 0, 179, 0}, {"guillemotleft", 171, 199, 171},
    {"guillemotright", 187, 200, 187}, {"guilsinglleft", 172, 220, 139}, {"guilsinglright", 173, 221, 155},
    {"h", 104, 104, 104}, {"hungarumlaut", 205, 253, 0}, {"hyphen", 45, 45, 45}, {"hyphen", 0, 0, 173},
    {"i", 105, 105, 105}, {"iacute", 0, 146, 237}, {"icircumflex", 0, 148, 238}, {"idieresis", 0, 149, 239},
    {"igrave", 0, 147, 236}, {"infinity", 0, 176, 0}, {"integral", 0, 186, 0}, {"j", 106, 106, 106},
    {"k", 107, 107, 107}, {"l", 108, 108, 108}, {"less", 60, 60, 60}, {"lessequal", 0, 178, 0},
    {"logicalnot", 0, 194, 172}, {"lozenge", 0, 215, 0}, {"lslash", 248, 0, 0}, {"m", 109, 109, 109},
    {"macron", 197, 248, 175}, {"mu", 0, 181, 181}, {"multiply", 0, 0, 215}, {"n", 110, 110, 110},
    {"nine", 57, 57, 57}, {"notequal", 0, 173, 0}, {"ntilde", 0, 150, 241}, {"numbersign", 35, 35, 35},
    {"o", 111, 111, 111}, {"oacute", 0, 151, 243}, {"ocircumflex", 0, 153, 244}, {"odieresis", 0, 154, 246},
    {"oe", 250, 207, 156}, {"ogonek", 206, 254, 0}, {"ograve", 0, 152, 242}, {"one", 49, 49, 49},
    {"onehalf", 0, 0, 189}, {"onequarter", 0, 0, 188}, {"onesuperior", 0, 0, 185}, {"ordfeminine", 227, 187, 170},
    {"ordmasculine", 235, 188, 186}, {"oslash", 249, 191, 248}, {"otilde", 0, 155, 245}, {"p", 112, 112, 112},
    {"paragraph", 182, 166, 182}, {"parenleft", 40, 40, 40}, {"parenright", 41, 41, 41}, {"partialdiff", 0, 182, 0},
    {"percent", 37, 37, 37}, {"period", 46, 46, 46}, {"periodcentered", 180, 225, 183},
    {"perthousand", 189, 228, 137}, {"pi", 0, 185, 0}, {"plus", 43, 43, 43}, {"plusminus", 0, 177, 177},
    {"product", 0, 184, 0}, {"q", 113, 113, 113}, {"question", 63, 63, 63}, {"questiondown", 191, 192, 191},
    {"quotedbl", 34, 34, 34}, {"quotedblbase", 185, 227, 132}, {"quotedblleft", 170, 210, 147},
    {"quotedblright", 186, 211, 148}, {"quoteleft", 96, 212, 145}, {"quoteright", 39, 213, 146},
    {"quotesinglbase", 184, 226, 130}, {"quotesingle", 169, 39, 39}, {"r", 114, 114, 114}, {"radical", 0, 195, 0},
    {"registered", 0, 168, 174}, {"ring", 202, 251, 0}, {"s", 115, 115, 115}, {"scaron", 0, 0, 154},
    {"section", 167, 164, 167}, {"semicolon", 59, 59, 59}, {"seven", 55, 55, 55}, {"six", 54, 54, 54},
    {"slash", 47, 47, 47}, {"space", 32, 32, 32}, {"space", 0, 202, 160}, {"sterling", 163, 163, 163},
    {"summation", 0, 183, 0}, {"t", 116, 116, 116}, {"thorn", 0, 0, 254}, {"three", 51, 51, 51},
    {"threequarters", 0, 0, 190}, {"threesuperior", 0, 0, 179}, {"tilde", 196, 247, 152}, {"trademark", 0, 170, 153},
    {"two", 50, 50, 50}, {"twosuperior", 0, 0, 178}, {"u", 117, 117, 117}, {"uacute", 0, 156, 250},
    {"ucircumflex", 0, 158, 251}, {"udieresis", 0, 159, 252}, {"ugrave", 0, 157, 249}, {"underscore", 95, 95, 95},
    {"v", 118, 118, 118}, {"w", 119, 119, 119}, {"x", 120, 120, 120}, {"y", 121, 121, 121}, {"yacute", 0, 0, 253},
    {"ydieresis", 0, 216, 255}, {"yen", 165, 180, 165}, {"z", 122, 122, 122}, {"zcaron", 0, 0, 158},
    {"zero", 48, 48, 48},
};

GlyphNames names_by(std::uint8_t Row::*code) {
  GlyphNames names{};
  for (const Row& row : rows)
    if (row.*code != 0) names[row.*code] = row.name;
  return names;
}

using List = std::unordered_map<std::string_view, char32_t>;

const List& glyph_list() {
  static const List all = [] {
    List list;
    list.reserve(5000);
    for (const NameToUnicodeTab& each : nameToUnicodeTextTab)
      if (each.name != nullptr && each.name[0] != '\0') list.emplace(each.name, each.u);
    return list;
  }();
  return all;
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') value = value * 16 + static_cast<char32_t>(c - '0');
    else if (c >= 'A' && c <= 'F') value = value * 16 + static_cast<char32_t>(c - 'A' + 10);
    else return std::nullopt;
  }
  return value;
}

}  // namespace

const GlyphNames& standard_encoding() {
  static const GlyphNames names = names_by(&Row::standard);
  return names;
}

const GlyphNames& mac_roman_encoding() {
  static const GlyphNames names = names_by(&Row::mac);
  return names;
}

const GlyphNames& win_ansi_encoding() {
  static const GlyphNames names = names_by(&Row::win);
  return names;
}

std::uint32_t mac_roman_code(std::string_view name) {
  for (const Row& row : rows)
    if (row.name == name && row.mac != 0) return row.mac;
  return 0;
}

std::optional<char32_t> listed_character(std::string_view name) {
  // Poppler's list names single signs by themselves too, which Adobe's does for letters only.
  const bool sign = name.size() == 1 && !((name[0] | 32) >= 'a' && (name[0] | 32) <= 'z');
  const auto found = glyph_list().find(name);
  if (sign || found == glyph_list().end()) return std::nullopt;
  return found->second;
}

std::optional<char32_t> character_of_glyph(std::string_view name) {
  if (const std::size_t dot = name.find('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  if (const auto listed = listed_character(name)) return listed;
  if (name.size() >= 7 && name.starts_with("uni") && (name.size() - 3) % 4 == 0) return hexadecimal(name.substr(3, 4));
  if (name.size() >= 5 && name.size() <= 7 && name[0] == 'u') return hexadecimal(name.substr(1));
  return std::nullopt;
}

}  // namespace casewright
