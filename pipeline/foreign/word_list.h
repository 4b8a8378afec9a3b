#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::spell {

/// The words of a Hunspell dictionary, read straight from its two files a hundred times faster than Hunspell opens them.
/// It follows the plain part of what such files can say, which the British dictionary keeps to, and says so where only
/// Hunspell can tell.
class WordList {
 public:
  /// Reads the file of affixes (.aff) and that of words (.dic); nothing where they say more than is followed here.
  static std::optional<WordList> read(std::string_view affixes, std::string words);

  /// Whether Hunspell knows the word; nothing where only Hunspell can tell, as with digits and words all in capitals.
  std::optional<bool> knows(std::string_view word) const;

 private:
  /// The letters that may stand in one place of a stem.
  struct Letters {
    std::array<std::uint64_t, 2> ascii{};
    bool others = false;
    bool has(unsigned char letter) const { return letter >= 0x80 ? others : (ascii[letter >> 6] >> (letter & 63) & 1) != 0; }
  };
  /// What may be put before or behind a stem in place of `strip`, where the stem begins or ends as `condition` says.
  struct Affix {
    std::string strip, adds;
    std::vector<Letters> condition;
    char flag = 0;
    bool crosses = false;  ///< a prefix and a suffix may stand together
  };
  class AffixFile;

  bool read_words(std::string_view compound_flags);
  void add(std::uint32_t begin, std::uint32_t hash);
  bool is_stem(std::string_view word) const;
  bool has_stem(std::string_view stem, char flag, char other) const;
  bool has_suffix(std::string_view word, const Affix* prefix) const;
  bool has_prefix(std::string_view word) const;
  bool has_affix(std::string_view word) const { return has_prefix(word) || has_suffix(word, nullptr); }
  std::optional<bool> knows_whole(std::string_view word, bool capital) const;
  std::optional<bool> knows_parted(std::string_view word, std::size_t hyphen) const;

  template <class Visit>
  bool any_stem(std::string_view stem, const Visit& visit) const;

  std::string words_;                 ///< the file as it is
  std::vector<std::uint32_t> slots_;  ///< a power of two: where the line of a stem begins, and eight bits of its hash
  std::vector<Affix> prefixes_, suffixes_;
  std::array<std::vector<std::uint16_t>, 32> prefixes_by_first_;
  std::array<std::vector<std::uint16_t>, 1024> suffixes_by_end_;
};

}  // namespace casewright::spell
