#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

inline constexpr std::size_t weighed_sections = 26;  ///< all canonical sections but "other", in the order of their bits

/// A chance from 0 to 1 for each canonical section, apart from each other: a heading may stand for two.
using SectionChances = std::array<float, weighed_sections>;

/// The chances that come of all that is said for each section.
SectionChances chances_of(SectionChances said);

/// How much each feature of a heading speaks for or against each section, learnt from labelled headings by
/// tests/bench/sections/train_headings and kept as text: a feature a line, with sections and weights behind it.
class HeadingWeights {
 public:
  /// The weights that `text` holds, a line for each feature and the lines in order; nothing where they are not. A line is read
  /// when a heading asks for it: most never are, and every run would wait for them.
  static std::optional<HeadingWeights> from_text(std::string text);
  /// The chance of each section for a heading of these features.
  SectionChances chances(const std::vector<std::string>& features) const;
  /// How much these features speak for each section, to be added to what others of the same heading say.
  SectionChances said_by(const std::vector<std::string>& features) const;

 private:
  std::string text_;
};

}  // namespace casewright
