#pragma once

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

 private:
  std::vector<std::uint32_t> words_;  ///< hashed, sorted
};

/// True where the likeness is at least so much; quick where the lengths alone tell that it is not.
bool alike(const WordBag& a, const WordBag& b, double least);

}  // namespace casewright
