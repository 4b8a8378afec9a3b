#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::pdf {

/// A CMap: how the bytes of a string become codes, and codes become glyph numbers (CIDs) or characters.
struct CMap {
  struct Space {
    std::uint32_t low = 0, high = 0;
    int bytes = 1;
  };
  struct Range {
    std::uint32_t low = 0, high = 0, first = 0;
  };

  std::vector<Space> spaces;
  std::vector<Range> cids;                         ///< code ranges and the CID of the first code
  std::map<std::uint32_t, std::u16string> letters; ///< of single codes
  std::vector<std::pair<Range, std::u16string>> letter_ranges;  ///< and of ranges, with those of the first code
  int vertical = 0;                                ///< WMode
  std::string uses;                                ///< the CMap that it builds on, or empty
  bool identity = false;                           ///< each code of two bytes is its own CID

  /// The next code of a string from byte `at` on, which moves behind it.
  std::uint32_t next_code(std::string_view text, std::size_t& at) const;
  std::optional<std::uint32_t> cid(std::uint32_t code) const;
  std::optional<std::u16string> text(std::uint32_t code) const;
};

/// Reads a CMap program; whatever cannot be understood in it is passed over.
CMap read_cmap(std::string_view program);
/// The CMap in which each code of two bytes is its own CID.
CMap identity_cmap();

/// A predefined CMap of ISO 32000-1, 9.7.5.2, table 118.
struct KnownCMap {
  std::string_view name, ordering;  ///< the registry is Adobe; Identity has no ordering
  int supplement = 0;
};
/// The row of that name, or null.
const KnownCMap* known_cmap(std::string_view name);

}  // namespace casewright::pdf
