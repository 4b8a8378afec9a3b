#include "foreign/pdf/own_marks.h"

#include "foreign/hash.h"

namespace casewright {
namespace {

constexpr std::string_view opening = "casewright-";
constexpr std::size_t digits = 12;

/// The words without white space, which programs that save a file set as they like.
std::string bare(std::string_view words) {
  std::string letters;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    if (words.substr(at, 2) == "\xC2\xA0") ++at;
    else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') letters += c;
  }
  return letters;
}

}  // namespace

std::string seal_of(std::string_view words) { return std::string(opening) + hash::sha256(bare(words)).substr(0, digits); }

bool is_own_mark(std::string_view author, std::string_view words) {
  if (author != own_author) return false;
  const std::string letters = bare(words);
  constexpr std::size_t length = opening.size() + digits;
  if (letters.size() <= length) return false;
  const std::string_view before = std::string_view(letters).substr(0, letters.size() - length);
  return std::string_view(letters).substr(before.size()) == seal_of(before);
}

bool is_own_note(std::string_view author, std::string_view words, std::string_view name) {
  return author == own_author && is_own_mark(author, std::string(words) + "\n" + std::string(name));
}

}  // namespace casewright
