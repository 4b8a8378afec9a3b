#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
  /// How much one feature speaks for a section.
  struct Weight {
    std::uint32_t section = 0;  ///< its place in SectionChances
    float weight = 0;
  };
  /// What the feature speaks for or against; nothing where it was never learnt.
  std::vector<Weight> of(std::string_view feature) const;

 private:
  std::string_view line_of(std::string_view feature) const;

  std::string text_;
  std::vector<std::uint32_t> marks_;  ///< where some of the lines begin, in order, so that only those between two need be searched
};

/// The weights as the headings of one document ask for them: the same features come again and again there.
class HeadingScales {
 public:
  explicit HeadingScales(const HeadingWeights& weights) : weights_(weights) {}
  /// The chance of each section for a heading of these features.
  SectionChances chances(const std::vector<std::string>& features);
  /// How much these features speak for each section, to be added to what others of the same heading say.
  SectionChances said_by(const std::vector<std::string>& features);

 private:
  const HeadingWeights& weights_;
  std::unordered_map<std::string, std::vector<HeadingWeights::Weight>> known_;
};

}  // namespace casewright
