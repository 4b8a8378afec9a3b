#pragma once

#include <array>
#include <optional>
#include <set>
#include <unordered_map>

#include "foreign/pdf/font_encodings.h"
#include "foreign/pdf/font_program.h"
#include "foreign/pdfua/ua_file.h"

namespace casewright::pdf::ua {

/// The codes of a simple font: their names, glyphs, widths and characters.
class SimpleGlyphs {
 public:
  SimpleGlyphs(Object font, const std::string& kind);
  /// Gives it the font program, which must outlive it; null where there is none.
  void set_program(FontProgram* program);

  const FontProgram* program() const { return program_; }
  bool has_program() const { return program_ != nullptr; }
  /// The name that the encoding gives to a code, or nothing.
  const std::string& name(std::uint32_t code) const { return names_[code & 255]; }
  /// True where the code stands for ".notdef".
  bool is_missing_name(std::uint32_t code) const;
  /// The glyph of the program that is drawn for a code; nothing where it has none.
  std::optional<std::uint32_t> glyph(std::uint32_t code) const;
  std::optional<double> width(std::uint32_t glyph) const { return program_->width(glyph); }
  /// The width that the font's dictionary states; nothing where it states none at all.
  std::optional<double> stated_width(std::uint32_t code) const;
  /// True where the code's character is known without a ToUnicode CMap (ISO 14289-1, 7.21.7).
  bool has_character(std::uint32_t code) const;

 private:
  void read_encoding(Object encoding);
  std::uint32_t truetype_glyph(std::uint32_t code) const;

  Object font_;
  std::string kind_;
  bool symbolic_ = false, encoded_ = false, own_ = false;
  bool unknown_names_ = false;  ///< MacExpertEncoding, whose names are not at hand
  std::array<std::string, 256> names_;
  FontProgram* program_ = nullptr;
};

/// The CIDs of a composite font: their glyphs and widths.
class CidGlyphs {
 public:
  /// `map` holds the bytes of the CIDToGIDMap where that is a stream.
  CidGlyphs(Object font, FontProgram* program, std::string map);

  bool has_program() const { return program_ != nullptr; }
  std::optional<std::uint32_t> glyph(std::uint32_t cid) const;
  std::optional<double> width(std::uint32_t glyph) const { return program_->width(glyph); }
  double stated_width(std::uint32_t cid) const;
  /// The CIDs for which the program draws something.
  std::vector<std::uint32_t> drawn_cids() const;

 private:
  void read_widths(Object widths);

  FontProgram* program_;
  std::string map_;
  bool type2_ = false;
  double default_width_ = 1000;
  std::unordered_map<std::uint32_t, double> widths_;
  struct Run {
    std::uint32_t first, last;
    double width;
  };
  std::vector<Run> runs_;
};

/// The width that the drawing of a Type 3 glyph states for itself.
std::optional<double> drawn_width(const std::string& drawing);

}  // namespace casewright::pdf::ua
