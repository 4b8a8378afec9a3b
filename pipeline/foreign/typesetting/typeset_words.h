#pragma once

#include <hb.h>
#include <unicode/ubrk.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "foreign/typesetting/typeset_faces.h"

namespace casewright::typeset {

/// A word's glyphs up to a place where a line may end; measures are parts of the size.
struct WordPiece {
  std::uint32_t from = 0, to = 0;  ///< bytes of the word
  float width = 0;
  struct Shown {
    std::uint32_t glyph, from;  ///< `from` is a byte of the word
    float x, y, advance;
  };
  std::vector<Shown> glyphs;
};

/// A word as its font shapes it.
struct ShapedWord {
  std::vector<WordPiece> pieces;
  bool whole = true;  ///< the font has all its characters
};

/// A face with the words of one language that it has shaped.
struct WordFont {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::uint32_t face = 0;
  hb_language_t language = nullptr;
  std::unordered_map<std::string, ShapedWord, Hash, std::equal_to<>> words;
  std::unordered_map<char32_t, float> widths;  ///< of single characters, as parts of the size
};

/// How one stretch of a text is set by its words.
struct WordStyle {
  WordFont* font;
  float size;
};

/// Sets Latin text by its words: each distinct one is shaped once, and lines are broken where widths add up.
class Words {
 public:
  explicit Words(Faces& faces) : faces_(faces) {}

  WordFont& font(std::uint32_t face, const std::string& language);
  /// Fills `lines`; false where the text needs more than this: another script, a character that its font lacks, a word
  /// that is wider than the line.
  bool set(std::string_view text, const std::vector<Stretch>& stretches, const std::vector<WordStyle>& styles, float width,
           std::vector<Line>& lines);
  /// About how wide a word is: without kerning and ligatures.
  float width_of(std::string_view word, const WordStyle& style);

 private:
  enum class Kind : std::uint8_t { piece, space, end };
  struct Item {
    Kind kind;
    bool may_begin_line;
    std::uint32_t at, to, stretch;
    float width;
    const WordPiece* piece;
  };
  struct CloseBreaker {
    void operator()(UBreakIterator* breaker) const { ubrk_close(breaker); }
  };
  struct FreeBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  };
  const ShapedWord& shaped(WordFont& font, std::string_view word);
  std::vector<std::uint32_t> places_to_break(std::string_view word);
  WordPiece shape(const WordFont& font, std::string_view word, std::uint32_t from, std::uint32_t to);
  bool cut(std::string_view text, const std::vector<Stretch>& stretches, const std::vector<WordStyle>& styles);
  bool add_word(std::string_view text, std::uint32_t from, std::uint32_t to, std::uint32_t stretch, const WordStyle& style);
  bool break_lines(const std::vector<WordStyle>& styles, float width, std::vector<Line>& lines);
  Line line_of(std::size_t from, std::size_t to, bool full, const std::vector<WordStyle>& styles) const;

  Faces& faces_;
  std::map<std::pair<std::uint32_t, std::string>, WordFont> fonts_;
  std::vector<Item> items_;
  std::unique_ptr<UBreakIterator, CloseBreaker> breaker_;
  std::unique_ptr<hb_buffer_t, FreeBuffer> buffer_;
};

}  // namespace casewright::typeset
