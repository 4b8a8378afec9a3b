#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casewright {

/// Finds names that are one typing error away from a word: a letter too many, too few, wrong, or two swapped.
///
/// Each name is kept with every string that is left when one letter of it is deleted, so that a look-up costs
/// as many hash probes as the word has letters, however many names there are.
class NearNames {
 public:
  /// Adds a folded name of six or more bytes; shorter ones are left out, they resemble too much.
  void add(const std::string& name, std::uint32_t number);
  /// The numbers of all names exactly one error away from `word`, sorted.
  std::vector<std::uint32_t> near(std::string_view word) const;

 private:
  std::vector<std::pair<std::string, std::uint32_t>> names_;
  std::unordered_multimap<std::string, std::uint32_t> deletions_;  ///< to an index in names_
};

}  // namespace casewright
