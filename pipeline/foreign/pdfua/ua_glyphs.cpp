#include "foreign/pdfua/ua_glyphs.h"

#include <cstdlib>

namespace casewright::pdf::ua {
namespace {


}  // namespace

SimpleGlyphs::SimpleGlyphs(Object font, const std::string& kind) : font_(font), kind_(kind) {
  symbolic_ = (integer_in(entry(entry(font, "/FontDescriptor"), "/Flags"), 0) & symbolic_flag) != 0;
  read_encoding(entry(font, "/Encoding"));
}

void SimpleGlyphs::read_encoding(Object encoding) {
  const std::string base = name_in(encoding.isDictionary() ? encoding.getKey("/BaseEncoding") : encoding);
  encoded_ = !encoding.isNull();
  const GlyphNames* names = nullptr;
  if (base == "WinAnsiEncoding") names = &win_ansi_encoding();
  else if (base == "MacRomanEncoding") names = &mac_roman_encoding();
  else if (base == "StandardEncoding") names = &standard_encoding();
  else if (base == "MacExpertEncoding") unknown_names_ = true;
  else if (kind_ == "TrueType") names = symbolic_ ? nullptr : &standard_encoding();
  else own_ = kind_ != "Type3";
  if (names != nullptr)
    for (std::size_t code = 0; code < 256; ++code) names_[code] = std::string((*names)[code]);
  Object differences = entry(encoding, "/Differences");
  if (!differences.isArray()) return;
  long long code = 0;
  for (Object& item : differences.getArrayAsVector()) {
    if (item.isInteger()) code = item.getIntValue();
    else if (item.isName() && code >= 0 && code < 256) names_[static_cast<std::size_t>(code++)] = name_in(item);
  }
}

void SimpleGlyphs::set_program(FontProgram* program) {
  program_ = program;
  if (!own_) return;
  // Without a base encoding the program's own is meant, or the standard one where there is no program.
  std::map<std::uint32_t, std::string> own;
  if (program != nullptr) own = program->own_encoding();
  for (std::size_t code = 0; code < 256; ++code) {
    if (!names_[code].empty()) continue;
    const auto found = own.find(static_cast<std::uint32_t>(code));
    if (found != own.end()) names_[code] = found->second;
    else if (program == nullptr) names_[code] = std::string(standard_encoding()[code]);
  }
}

bool SimpleGlyphs::is_missing_name(std::uint32_t code) const {
  if (unknown_names_) return false;
  const std::string& given = name(code);
  if (given == ".notdef") return true;
  if (!given.empty()) return false;
  if (kind_ == "TrueType") return symbolic_ && program_ != nullptr ? truetype_glyph(code) == 0 : code == 0;
  return kind_ == "Type3" || program_ != nullptr;
}

std::optional<std::uint32_t> SimpleGlyphs::glyph(std::uint32_t code) const {
  if (unknown_names_) return std::nullopt;
  const std::string& given = name(code);
  if (kind_ == "TrueType") {
    const std::uint32_t found = truetype_glyph(code);
    if (found != 0 || given == ".notdef" || code == 0) return found;
    return std::nullopt;
  }
  if (given.empty() || given == ".notdef") return 0;
  const std::uint32_t found = program_->glyph_named(given);
  return found == 0 ? std::nullopt : std::optional<std::uint32_t>(found);
}

/// ISO 32000-1, 9.6.6.4: by name and Unicode, by name and Mac code, by the name in the program; a symbolic font by code.
std::uint32_t SimpleGlyphs::truetype_glyph(std::uint32_t code) const {
  std::uint32_t found = 0;
  if (!name(code).empty() && (!symbolic_ || encoded_)) {
    const std::string& given = name(code);
    if (const auto letter = character_of_glyph(given)) {
      found = program_->glyph_at(3, 1, *letter);
      // Two letters that fonts give to either of two characters.
      if (found == 0 && given == "mu") found = program_->glyph_at(3, 1, 0x03BC);
      if (found == 0 && given == "space") found = program_->glyph_at(3, 1, 0x00A0);
      if (found == 0 && given == "hyphen") found = program_->glyph_at(3, 1, 0x00AD);
    }
    if (found == 0)
      if (const std::uint32_t mac = mac_roman_code(given)) found = program_->glyph_at(1, 0, mac);
    if (found == 0) found = program_->glyph_named(given);
  }
  if (found == 0 && (symbolic_ || !encoded_)) {
    for (const std::uint32_t above : {0x0000u, 0xF000u, 0xF100u, 0xF200u})
      if (found == 0) found = program_->glyph_at(3, 0, above + code);
    if (found == 0) found = program_->glyph_at(1, 0, code);
    if (found == 0 && program_->cmaps() == 1) found = program_->glyph_at(3, 1, code);
  }
  return found;
}

std::optional<double> SimpleGlyphs::stated_width(std::uint32_t code) const {
  Object widths = entry(font_, "/Widths");
  if (!widths.isArray()) return std::nullopt;
  const long long index = static_cast<long long>(code) - integer_in(entry(font_, "/FirstChar"), 0);
  if (index >= 0 && index < widths.getArrayNItems()) {
    Object width = widths.getArrayItem(static_cast<int>(index));
    if (width.isNumber()) return width.getNumericValue();
  }
  Object missing = entry(entry(font_, "/FontDescriptor"), "/MissingWidth");
  return missing.isNumber() ? missing.getNumericValue() : 0.0;
}

bool SimpleGlyphs::has_character(std::uint32_t code) const {
  if (unknown_names_) return true;
  return !name(code).empty() && character_of_glyph(name(code)).has_value();
}

CidGlyphs::CidGlyphs(Object font, FontProgram* program, std::string map) : program_(program), map_(std::move(map)) {
  type2_ = name_in(entry(font, "/Subtype")) == "CIDFontType2";
  Object width = entry(font, "/DW");
  if (width.isNumber()) default_width_ = width.getNumericValue();
  read_widths(entry(font, "/W"));
}

/// W: a CID and the widths from it on, or two CIDs and the width of all between them.
void CidGlyphs::read_widths(Object widths) {
  if (!widths.isArray()) return;
  const std::vector<Object> all = widths.getArrayAsVector();
  for (std::size_t i = 0; i + 1 < all.size();) {
    Object first = all[i], next = all[i + 1];
    auto cid = static_cast<std::uint32_t>(integer_in(first, 0));
    if (next.isArray()) {
      for (Object& width : next.getArrayAsVector()) {
        if (width.isNumber()) widths_[cid] = width.getNumericValue();
        ++cid;
      }
      i += 2;
    } else if (i + 2 < all.size()) {
      Object width = all[i + 2];
      if (width.isNumber()) runs_.push_back({cid, static_cast<std::uint32_t>(integer_in(next, 0)), width.getNumericValue()});
      i += 3;
    } else {
      return;
    }
  }
}

double CidGlyphs::stated_width(std::uint32_t cid) const {
  const auto found = widths_.find(cid);
  if (found != widths_.end()) return found->second;
  for (const Run& run : runs_)
    if (cid >= run.first && cid <= run.last) return run.width;
  return default_width_;
}

std::optional<std::uint32_t> CidGlyphs::glyph(std::uint32_t cid) const {
  std::uint32_t glyph = cid;
  if (type2_ && !map_.empty()) {
    const std::size_t at = 2 * static_cast<std::size_t>(cid);
    if (at + 1 >= map_.size()) return std::nullopt;
    glyph = static_cast<std::uint32_t>(static_cast<unsigned char>(map_[at]) << 8 | static_cast<unsigned char>(map_[at + 1]));
    if (glyph == 0) return std::nullopt;
  } else if (!type2_ && program_->has_cids()) {
    const auto found = program_->cids().find(cid);
    if (found == program_->cids().end()) return std::nullopt;
    glyph = found->second;
  }
  return glyph < program_->glyphs() ? std::optional<std::uint32_t>(glyph) : std::nullopt;
}

std::vector<std::uint32_t> CidGlyphs::drawn_cids() const {
  std::vector<std::uint32_t> all;
  const auto add = [&](std::uint32_t cid) {
    const std::optional<std::uint32_t> here = glyph(cid);
    if (here && program_->has_outline(*here)) all.push_back(cid);
  };
  if (!type2_ && program_->has_cids()) {
    for (const auto& each : program_->cids()) add(each.first);
  } else {
    const std::size_t most = type2_ && !map_.empty() ? map_.size() / 2 : program_->glyphs();
    for (std::uint32_t cid = 0; cid < most; ++cid) add(cid);
  }
  return all;
}

std::optional<double> drawn_width(const std::string& drawing) {
  // A drawing opens with "wx wy d0" or "wx wy llx lly urx ury d1".
  const char* at = drawing.c_str();
  char* end = nullptr;
  const double width = std::strtod(at, &end);
  const std::size_t operation = drawing.find('d');
  if (end == at || operation == std::string::npos || operation + 1 >= drawing.size()) return std::nullopt;
  if (drawing[operation + 1] != '0' && drawing[operation + 1] != '1') return std::nullopt;
  return width;
}

}  // namespace casewright::pdf::ua
