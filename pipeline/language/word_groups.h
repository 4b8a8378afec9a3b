#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casewright {

/// Which of many groups of words a word belongs to.
class WordGroupSet {
 public:
  void add(std::uint32_t group) {
    if (bits_.size() <= group / 64) bits_.resize(group / 64 + 1);
    bits_[group / 64] |= std::uint64_t{1} << (group % 64);
  }
  bool has(std::uint32_t group) const { return group / 64 < bits_.size() && (bits_[group / 64] >> (group % 64) & 1) != 0; }

 private:
  std::vector<std::uint64_t> bits_;
};

/// Groups of words, so arranged that a word is held against all of them at once. "learn*" in a group is any word that begins so,
/// "*ship" any that ends so.
class WordGroups {
 public:
  /// Its number, from 0.
  std::uint32_t add(const std::vector<std::string>& group);
  /// The groups that the word belongs to.
  WordGroupSet of(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;

  Index whole_, beginnings_, ends_;
  std::size_t shortest_beginning_ = 0, longest_beginning_ = 0;  ///< in bytes
  std::uint32_t count_ = 0;
};

}  // namespace casewright
