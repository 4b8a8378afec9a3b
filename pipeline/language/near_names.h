#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casewright {

/// How a word came to differ from a name.
enum class Slip : std::uint8_t { scan, one_letter, two_letters, sound };

/// A name that a word is near to.
struct NearName {
  std::uint32_t number = 0;
  Slip slip = Slip::one_letter;
  bool operator==(const NearName&) const = default;
};

/// Finds the names that a word may be a slip of: a letter too many, too few, wrong, or two swapped (two such errors in
/// names of eight letters and more), another spelling of the same sound, or what a scanner reads.
///
/// Each name is kept by every string that is left when letters of its first eight are deleted, so that a look-up
/// costs some forty hash probes, however many names there are.
class NearNames {
 public:
  /// Adds a folded name of four or more bytes; shorter ones are left out, they resemble too much. With `everyday` it
  /// is an ordinary word as well, and near() leaves it out.
  void add(const std::string& name, std::uint32_t number, bool everyday = false);
  /// The names that one typing error parts from `word`, of six letters and more: what a text may be marked for.
  std::vector<NearName> near(std::string_view word) const;
  /// All names that `word` may be a slip of, the likeliest first.
  std::vector<NearName> all(std::string_view word) const;

 private:
  struct Kept {
    std::string name, sound, scan;
    std::uint32_t number = 0;
    bool everyday = false;
  };
  void gather(std::string_view word, std::vector<NearName>& into) const;

  std::vector<Kept> names_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> deletions_, sounds_, scans_;  ///< to indices of names_
};

}  // namespace casewright
