#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace casewright {

/// What people write for a word of a public name, in small letters: "mum" and "mam" for "mother".
struct OtherWords {
  std::string_view in_public_names;
  std::string_view words;  ///< between spaces
};

/// True where `written`, in small letters, is one of the words for `public_word`.
template <class List>
bool says_otherwise(const List& table, std::string_view public_word, std::string_view written) {
  const std::string word = " " + std::string(written) + " ";
  return std::any_of(std::begin(table), std::end(table),
                     [&](const OtherWords& each) { return each.in_public_names == public_word && each.words.find(word) != std::string_view::npos; });
}

}  // namespace casewright
