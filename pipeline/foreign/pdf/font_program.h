#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace casewright {

/// The reader of font programs; one for all programs of a file, and it must outlive them.
class FontReader {
 public:
  FontReader();
  ~FontReader();
  FontReader(const FontReader&) = delete;
  FontReader& operator=(const FontReader&) = delete;

  struct State;
  State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

/// A font program as a PDF embeds it: TrueType, OpenType, Type 1 or CFF. Glyph 0 is the one for what is missing.
class FontProgram {
 public:
  /// Opens the program, which may be damaged: nothing then.
  static std::optional<FontProgram> open(const FontReader& reader, std::string bytes);

  FontProgram(FontProgram&&) noexcept;
  FontProgram& operator=(FontProgram&&) noexcept;
  ~FontProgram();

  std::uint32_t glyphs() const;
  /// The width of a glyph in thousandths of the size, or nothing where there is no such glyph.
  std::optional<double> width(std::uint32_t glyph) const;
  /// True where the glyph draws something.
  bool has_outline(std::uint32_t glyph) const;

  /// The glyph of that name, 0 where there is none.
  std::uint32_t glyph_named(const std::string& name) const;
  /// The names of all glyphs but ".notdef"; empty where the program has no names.
  std::set<std::string> glyph_names() const;
  /// The names that its own encoding gives to codes (Type 1 and CFF).
  std::map<std::uint32_t, std::string> own_encoding() const;

  /// How many encodings its cmap table has, as the table itself says.
  int cmaps() const;
  bool has_cmap(int platform, int encoding) const;
  /// The glyph that this encoding gives to a code, 0 where there is none.
  std::uint32_t glyph_at(int platform, int encoding, std::uint32_t code) const;

  /// True where glyphs are told by CIDs of the program's own (a CFF font made for CIDs).
  bool has_cids() const;
  /// The glyph of each CID; empty where CIDs and glyph numbers are the same. The number is fit for `width`.
  const std::map<std::uint32_t, std::uint32_t>& cids() const;

 private:
  struct State;
  explicit FontProgram(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace casewright
