#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace casewright {

/// The words of a text regardless of order, capitals and marks between them.
class WordBag {
 public:
  explicit WordBag(std::string_view text);
  /// Twice the words that both hold, over the words of both: 1 where they are the same.
  double likeness(const WordBag& other) const;
  std::size_t size() const { return words_.size(); }
  /// Its words as numbers, in order; one that is there twice stands there twice.
  const std::vector<std::uint32_t>& words() const { return words_; }

 private:
  friend bool alike(const WordBag& a, const WordBag& b, double least);
  /// At most so many words of this bag are in the other.
  std::size_t most_shared(const WordBag& other) const;

  std::vector<std::uint32_t> words_;  ///< hashed, sorted
  std::array<std::uint64_t, 4> sign_{};  ///< a bit for each word, some for several
};

/// True where the likeness is at least so much; quick where the lengths alone tell that it is not.
bool alike(const WordBag& a, const WordBag& b, double least);

}  // namespace casewright
