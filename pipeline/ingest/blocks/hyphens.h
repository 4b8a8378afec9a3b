#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "foreign/spell.h"

namespace casewright {

/// Decides whether a hyphen at a line's end belongs to the word: by the document's own words, then by the dictionary.
class Hyphens {
 public:
  /// Notes a word of the document, or a part of one at a line's end.
  void learn(std::string_view word);
  /// True where the hyphen goes when `first` ("safe") and `second` ("guarding") are joined. Loads the dictionary when
  /// the document's own words do not decide.
  bool goes(std::string_view first, std::string_view second);
  /// True where a word was broken without a hyphen because its cell is too narrow: "Constabul" and "ary".
  bool is_broken(std::string_view first, std::string_view second);

 private:
  void load();
  std::unordered_set<std::string> words_;
  std::optional<spell::Dictionary> dictionary_;
  bool loaded_ = false;
};

}  // namespace casewright
