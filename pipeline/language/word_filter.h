#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace casewright {

/// Remembers many words in ten bits each: what was added is always known, of what was not one word in a hundred is
/// taken for known (Bloom, "Space/time trade-offs in hash coding", 1970).
class WordFilter {
 public:
  WordFilter() = default;
  /// Room for that many words.
  explicit WordFilter(std::size_t words);
  /// One of stored bits; their number is a power of two or none.
  explicit WordFilter(std::vector<std::uint64_t> bits) : bits_(std::move(bits)) {}

  void add(std::string_view word);
  bool knows(std::string_view word) const;
  /// True for a folded word that stands in a filter of stems, or is a regular form of one that does.
  bool knows_form_of(std::string_view folded) const;
  /// The same by fewer endings: plurals and the forms of verbs, so that fewer words of no dictionary pass for known.
  bool knows_inflection_of(std::string_view folded) const;
  const std::vector<std::uint64_t>& bits() const { return bits_; }

 private:
  bool knows_with(std::string_view folded, std::size_t endings) const;

  std::vector<std::uint64_t> bits_;
};

}  // namespace casewright
