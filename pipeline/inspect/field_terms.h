#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/prose.h"

namespace casewright {

/// Terms of the field that reports write with capitals and that name nobody: "Crown Court", "Duty and Assessment Team".
class FieldTerms {
 public:
  /// Adds a term. One behind "=" holds only as it stands, since its words also make names: "=Royal Mail".
  void insert(std::string_view term);

  /// True where the words are a term or a part of one in the text around them. What is put together of words of
  /// terms and ends with two words as one of them does is a term, too: "Community Crisis Team".
  bool hold(const Prose& prose, Span words) const;
  /// True where some term has the folded word.
  bool knows(std::string_view word) const;

 private:
  using Words = std::vector<std::string>;
  bool is_term(const Words& words, std::size_t from, std::size_t to) const;
  bool is_put_together(const Words& words, std::size_t from, std::size_t to) const;

  std::unordered_set<std::string> terms_, endings_;
  std::unordered_map<std::string, bool> words_;  ///< to whether other terms may be put together with it
};

}  // namespace casewright
