#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::unicode {

/// What a character is to somebody who looks for words.
enum class Class : std::uint8_t { other, letter, mark, digit, space, invisible };

/// The class of a character; "invisible" are soft hyphens, joiners and other marks without width.
Class class_of(char32_t character);
/// True for capital and title-case letters.
bool is_upper(char32_t character);
/// True for small letters.
bool is_lower(char32_t character);

/// `text` as words are compared: lower case, accents gone (also of l, o and d with stroke; sharp s as "ss"),
/// apostrophes and hyphens in their plain ASCII form, invisible characters left out, and Greek and Cyrillic letters that stand
/// among Latin ones as those that they look like.
std::string fold(std::string_view text);
/// `text` in capitals, by the rules of English.
std::string upper(std::string_view text);
/// `text` in small letters, accents kept.
std::string lower(std::string_view text);

/// Finds where sentences begin by the rules of Unicode Standard Annex 29 for British English; one per thread.
class SentenceBreaker {
 public:
  SentenceBreaker();
  ~SentenceBreaker();
  SentenceBreaker(const SentenceBreaker&) = delete;
  SentenceBreaker& operator=(const SentenceBreaker&) = delete;

  /// Fills `begins` with the bytes at which the second and later sentences of `text` begin.
  void find(std::string_view text, std::vector<std::uint32_t>& begins);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace casewright::unicode
