#include "language/token_scanner.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"

namespace casewright {
namespace {

using unicode::Class;

/// What a character does to the word that it stands in.
enum class Part : std::uint8_t { mark, letter, digit, space, within, apostrophe, hyphen };

struct Character {
  Part part = Part::mark;
  std::uint8_t bytes = 1;
  char32_t value = 0;
};

constexpr std::array<Part, 128> ascii_parts = [] {
  std::array<Part, 128> parts{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    parts[c] = letter                   ? Part::letter
               : c >= '0' && c <= '9'   ? Part::digit
               : space                  ? Part::space
               : c == '\''              ? Part::apostrophe
               : c == '-'               ? Part::hyphen
                                        : Part::mark;
  }
  return parts;
}();

Part part_of(char32_t c) {
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0xFF07) return Part::apostrophe;
  if (c == 0x2010 || c == 0x2011) return Part::hyphen;
  switch (unicode::class_of(c)) {
    case Class::letter: return Part::letter;
    case Class::digit: return Part::digit;
    case Class::space: return Part::space;
    case Class::mark:
    case Class::invisible: return Part::within;
    case Class::other: return Part::mark;
  }
  return Part::mark;
}

Character wide_character_at(std::string_view text, std::size_t at) {
  const CodePoint next = code_point_at(text, at);
  return {next.valid ? part_of(next.value) : Part::mark, next.bytes, next.value};
}

inline Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {ascii_parts[byte], 1, byte};
  return wide_character_at(text, at);
}

bool wordly(Part part) { return part == Part::letter || part == Part::digit; }

/// Gathers what decides how a word is written.
struct CasingCount {
  unsigned upper = 0, lower = 0, inner_upper = 0;
  bool first_upper = false, started = false, after_joint = true;

  void add(char32_t c) {
    const bool up = c < 0x80 ? c >= 'A' && c <= 'Z' : unicode::is_upper(c);
    upper += up;
    lower += !up && (c >= 0x80 ? unicode::is_lower(c) : true);
    if (!started) first_upper = up;
    else if (up && !after_joint) ++inner_upper;
    started = true;
    after_joint = false;
  }
  /// So many small letters in a row.
  void add_small(unsigned letters) {
    lower += letters;
    started = true;
    after_joint = false;
  }
  Casing casing() const {
    if (upper == 0) return Casing::lower;
    if (lower == 0) return upper > 1 ? Casing::capitals : Casing::capitalised;
    return first_upper && inner_upper == 0 ? Casing::capitalised : Casing::mixed;
  }
};

/// "McGonagle" and "MacLeod" are capitalised words, not mixed ones.
Casing mend_mac(std::string_view word, Casing casing) {
  if (casing == Casing::mixed && (word.starts_with("Mc") || word.starts_with("Mac"))) return Casing::capitalised;
  return casing;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<RawToken>& tokens) : text_(text), tokens_(tokens) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (const std::size_t end = end_of_plain_word(at); end != at) {
        push(at, end, is_small(text_[at]) ? Casing::lower : Casing::capitalised);
        at = end;
        continue;
      }
      const Character next = character_at(text_, at);
      if (wordly(next.part)) at = word(at);
      else if (next.part == Part::space || next.part == Part::within) at += next.bytes;
      else at = mark(at, next);
    }
  }

 private:
  /// Where a word ends that begins at `from` and is all of small letters, or but for the first; `from` itself where something joins
  /// on that needs a closer look. Most of a text is such words.
  std::size_t end_of_plain_word(std::size_t from) const {
    std::size_t at = from + (is_capital(text_[from]) ? 1 : 0);
    const std::size_t most = std::min(text_.size(), from + longest);
    while (at < most && is_small(text_[at])) ++at;
    if (at == from || at == text_.size()) return at;
    const auto next = static_cast<unsigned char>(text_[at]);
    return at < most && next < 0x80 && (ascii_parts[next] == Part::space || ascii_parts[next] == Part::mark) ? at : from;
  }

  std::size_t mark(std::size_t at, const Character& next) {
    push(at, at + next.bytes, Casing::punctuation);
    return at + next.bytes;
  }

  /// Reads a word or number that begins at `from`; gives the byte after it.
  std::size_t word(std::size_t from) {
    CasingCount count;
    bool letters = false;
    std::size_t at = from, last_apostrophe = std::string_view::npos;
    const bool number = character_at(text_, from).part == Part::digit;
    while (at < text_.size() && at - from < longest) {
      if (text_[at] >= 'a' && text_[at] <= 'z') {  // most of a text
        const std::size_t run = at;
        while (at < text_.size() && text_[at] >= 'a' && text_[at] <= 'z' && at - from < longest) ++at;
        count.add_small(static_cast<unsigned>(at - run));
        letters = true;
        continue;
      }
      const Character next = character_at(text_, at);
      if (next.part == Part::letter) {
        count.add(next.value);
        letters = true;
      } else if (next.part == Part::apostrophe || next.part == Part::hyphen) {
        if (!wordly_at(at + next.bytes)) break;
        if (next.part == Part::apostrophe) last_apostrophe = at;
        count.after_joint = true;
      } else if (next.part == Part::mark) {
        const bool inside_number = (next.value == '.' || next.value == ',') && digit_before(at) && digit_at(at + 1);
        if (!inside_number) break;
      } else if (next.part == Part::space) {
        break;
      }
      at += next.bytes;
    }
    finish(from, at, last_apostrophe, number || !letters ? Casing::number : count.casing());
    return at;
  }

  void finish(std::size_t from, std::size_t to, std::size_t apostrophe, Casing casing) {
    if (apostrophe != std::string_view::npos && apostrophe > from && ends_in_s(apostrophe, to)) {
      std::string_view owner = text_.substr(from, apostrophe - from);
      if (casing != Casing::number) casing = mend_mac(owner, casing_of(owner));
      push(from, apostrophe, casing);
      push(apostrophe, to, Casing::punctuation);
      return;
    }
    push(from, to, mend_mac(text_.substr(from, to - from), casing));
  }

  static Casing casing_of(std::string_view word) {
    CasingCount count;
    for (std::size_t at = 0; at < word.size();) {
      const Character next = character_at(word, at);
      if (next.part == Part::letter) count.add(next.value);
      if (next.part == Part::apostrophe || next.part == Part::hyphen) count.after_joint = true;
      at += next.bytes;
    }
    return count.casing();
  }

  /// True where nothing but a single s follows the apostrophe.
  bool ends_in_s(std::size_t apostrophe, std::size_t to) const {
    const std::size_t after = apostrophe + character_at(text_, apostrophe).bytes;
    return after + 1 == to && (text_[after] == 's' || text_[after] == 'S');
  }

  bool wordly_at(std::size_t at) const { return at < text_.size() && wordly(character_at(text_, at).part); }
  bool digit_at(std::size_t at) const { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; }
  bool digit_before(std::size_t at) const { return at > 0 && digit_at(at - 1); }

  void push(std::size_t from, std::size_t to, Casing casing) {
    tokens_.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, casing});
  }

  static constexpr std::size_t longest = 60000;
  std::string_view text_;
  std::vector<RawToken>& tokens_;
};

}  // namespace

void scan_tokens(std::string_view text, std::vector<RawToken>& tokens) { Scanner(text, tokens).run(); }

std::vector<std::string> words_of_phrase(std::string_view phrase) {
  std::vector<RawToken> tokens;
  tokens.reserve(8);
  scan_tokens(phrase, tokens);
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const RawToken& each : tokens)
    words.push_back(unicode::fold(phrase.substr(each.span.begin, each.span.length())));
  return words;
}

}  // namespace casewright
