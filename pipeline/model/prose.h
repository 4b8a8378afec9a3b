#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace casewright {

/// What part of a report a stretch of Prose is; rules choose the scopes that they read.
enum class Scope : std::uint8_t {
  title, heading, paragraph, list, cell, caption, quotation, note, contents, furniture, to_write,
  alternative_text, link, metadata, comment, hidden, file_name,
};

/// The name of a scope as rules write it ("alternative-text").
std::string_view name_of(Scope scope);

/// A set of Scopes.
struct Scopes {
  std::uint32_t bits = 0;
  constexpr bool has(Scope scope) const { return (bits >> static_cast<unsigned>(scope) & 1u) != 0; }
  constexpr Scopes with(Scope scope) const { return {bits | 1u << static_cast<unsigned>(scope)}; }
};

/// Sentences a reader reads as prose: what readability is measured on.
inline constexpr Scopes prose_scopes = Scopes{}.with(Scope::paragraph).with(Scope::quotation);
/// Everything on the page that a reader reads.
inline constexpr Scopes visible_scopes = Scopes{(1u << (static_cast<unsigned>(Scope::to_write) + 1)) - 1}
                                             .with(Scope::alternative_text);
/// Everything in the file.
inline constexpr Scopes all_scopes = Scopes{~0u};

/// One paragraph, heading, cell, alternative text, metadata value and so on in the Prose.
struct Stretch {
  Span span;                    ///< bytes of Prose::text
  Scope scope = Scope::paragraph;
  std::uint8_t level = 0;       ///< of a heading
  std::uint32_t page = 0;
  std::uint32_t heading = 0;    ///< index of the stretch of the heading it stands under, own index for a heading
  std::uint32_t first_sentence = 0, end_sentence = 0;
  std::uint32_t first_token = 0, end_token = 0;
  Box box;
  std::string number;           ///< "3.2", else the count of the paragraph in the document ("17")
  std::string section;          ///< canonical names of the section it stands in, separated by spaces
  std::string label;            ///< of metadata: its name
  std::uint32_t carried = 0;    ///< 1 + the index of what the file carries, of Container::items; 0: it is the document's own
};

/// One sentence.
struct Sentence {
  Span span;
  std::uint32_t stretch = 0;
  std::uint32_t first_token = 0, end_token = 0;
};

/// How a token is written.
enum class Casing : std::uint8_t { lower, capitalised, capitals, mixed, number, punctuation };

/// True for a word with a capital letter, at its start or within.
constexpr bool has_capital(Casing casing) {
  return casing == Casing::capitalised || casing == Casing::capitals || casing == Casing::mixed;
}

/// One word, number or mark.
struct Token {
  std::uint32_t begin = 0;
  std::uint16_t length = 0;
  Casing casing = Casing::lower;
  bool opens_sentence = false;
  bool other_language = false;  ///< the document marks it as not English
  std::uint32_t word = 0;  ///< index into Prose::words

  Span span() const { return {begin, begin + length}; }
};

/// One distinct word of a document.
struct Word {
  std::string folded;  ///< lower case, accents folded, apostrophes straight
  std::uint32_t count = 0;
  std::uint32_t count_lower = 0;  ///< how often it stands there in lower case
};

/// The flat view of a Document and of what its file carries: one UTF-8 buffer with its tables, built once.
///
/// Stretches are parted by a line feed that belongs to none of them. `origins` tells for every byte where
/// it came from. A finding is a span of this buffer.
struct Prose {
  std::string text;
  std::vector<Stretch> stretches;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Word> words;
  std::vector<OriginStep> origins;

  /// The stretch that holds byte `at`, or the one before it.
  const Stretch& stretch_at(std::uint32_t at) const;
  /// Where byte `at` came from.
  Origin origin_at(std::uint32_t at) const;
  std::string_view view(Span span) const { return std::string_view(text).substr(span.begin, span.length()); }
};

}  // namespace casewright
