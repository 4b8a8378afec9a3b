#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::typeset {

/// How a stretch of text is set.
struct Style {
  std::string families;  ///< names of fonts in order of preference, with commas between them
  float size = 12;       ///< points
  bool bold = false;
  bool italic = false;
  std::string language;  ///< BCP 47
  bool operator==(const Style&) const = default;
};

/// A Style that a Typesetter knows, by number.
using StyleId = std::uint16_t;

/// The text from the end of the stretch before it up to byte `to` is set in one style.
struct Stretch {
  std::uint32_t to = 0;
  StyleId style = 0;
};

/// One glyph with the place it stands at and the bytes of the text that it shows with its neighbours of the same bytes.
struct Glyph {
  std::uint32_t id = 0;
  float x = 0;  ///< from the line's left
  float y = 0;  ///< above the baseline
  std::uint32_t from = 0, to = 0;
};

/// Glyphs of one face and one stretch, in the order in which they are read, also where they run from right to left.
struct Run {
  std::uint32_t face = 0;
  std::uint32_t stretch = 0;
  float size = 0;
  float x = 0, width = 0;
  std::vector<Glyph> glyphs;
};

/// One line of a paragraph, its runs in the order of the text.
struct Line {
  std::vector<Run> runs;
  float x = 0;  ///< where its words begin: more than 0 where they run from the right
  float width = 0, ascent = 0, descent = 0;
};

/// A character that no font on this machine has.
struct Missing {
  char32_t character = 0;
  std::uint32_t at = 0;  ///< byte of the text
};

/// What a PDF must know of a face that it embeds.
struct FaceFacts {
  std::string name;       ///< PostScript name
  bool compact = false;   ///< outlines in CFF, not in TrueType's way
  bool restricted = false;  ///< its licence forbids embedding
  bool italic = false, fixed_pitch = false, serif = false;
  float ascent = 0, descent = 0, cap_height = 0, italic_angle = 0, weight = 400;  ///< in thousandths of the size
  float box[4] = {0, 0, 0, 0};
};

/// Sets text: finds fonts, shapes, breaks lines. No line is ever hyphenated; a word that is wider than the line is
/// broken between letters.
class Typesetter {
 public:
  virtual ~Typesetter() = default;

  /// The number of a style, the same for the same style.
  virtual StyleId style(const Style& style) = 0;
  virtual const Style& style(StyleId id) const = 0;

  /// The lines of a paragraph at most `width` points wide; U+2028 ends a line. What no font has goes into `missing`.
  virtual std::vector<Line> set(std::string_view text, const std::vector<Stretch>& stretches, float width,
                                std::vector<Missing>& missing) = 0;
  /// About how wide a word is, quickly: without kerning and ligatures.
  virtual float width_of(std::string_view word, StyleId style) = 0;

  virtual const FaceFacts& face(std::uint32_t face) const = 0;
  /// How far a glyph moves the pen on, in thousandths of the size, as its font's file says.
  virtual float advance(std::uint32_t face, std::uint32_t glyph) = 0;
  /// A font file with these glyphs alone, under their old numbers: TrueType, or the bare CFF table.
  virtual std::string subset(std::uint32_t face, const std::vector<std::uint32_t>& glyphs) const = 0;
};

/// A typesetter for text that is in `language` (BCP 47) where its style names none. Throws MissingPart.
std::unique_ptr<Typesetter> typesetter(const std::string& language);

}  // namespace casewright::typeset
