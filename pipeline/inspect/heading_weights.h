#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace casewright {

inline constexpr std::size_t weighed_sections = 26;  ///< all canonical sections but "other", in the order of their bits

/// A chance from 0 to 1 for each canonical section, apart from each other: a heading may stand for two.
using SectionChances = std::array<float, weighed_sections>;

/// How much each feature of a heading speaks for or against each section, learnt from labelled headings by
/// tests/bench/sections/train_headings and kept as text: a feature a line, with sections and weights behind it.
class HeadingWeights {
 public:
  using Row = std::vector<std::pair<std::uint8_t, float>>;  ///< the bit of a section, and the weight

  /// The weights that `text` holds; nothing where a line is none.
  static std::optional<HeadingWeights> from_text(std::string_view text);
  /// The chance of each section for a heading of these features.
  SectionChances chances(const std::vector<std::string>& features) const;

 private:
  std::unordered_map<std::string, Row> rows_;
};

}  // namespace casewright
