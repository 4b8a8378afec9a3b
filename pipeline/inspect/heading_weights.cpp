#include "inspect/heading_weights.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "base/sorted_lines.h"
#include "inspect/sections.h"

namespace casewright {
namespace {

float number_of(std::string_view text) {
  float number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string_view feature_of(std::string_view line) { return line.substr(0, line.find(' ')); }

/// The next field of a line, which it loses.
std::string_view take_field(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

}  // namespace

std::optional<HeadingWeights> HeadingWeights::from_text(std::string text) {
  HeadingWeights all;
  all.text_ = std::move(text);
  while (all.text_.starts_with("# ")) all.text_.erase(0, std::min(all.text_.find('\n'), all.text_.size() - 1) + 1);
  std::string_view before;
  for (std::string_view rest = all.text_; !rest.empty();) {
    const std::string_view feature = feature_of(rest.substr(0, rest.find('\n')));
    if (feature <= before) return std::nullopt;
    before = feature;
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  if (before.empty()) return std::nullopt;
  return all;
}

SectionChances HeadingWeights::said_by(const std::vector<std::string>& features) const {
  SectionChances sums{};
  for (const std::string& feature : features) {
    std::string_view rest = find_line(text_, feature, feature_of);
    take_field(rest);
    while (!rest.empty()) {
      const auto section = section_of(take_field(rest));
      const float weight = number_of(take_field(rest));
      if (section && std::countr_zero(*section) < static_cast<int>(weighed_sections)) sums[static_cast<std::size_t>(std::countr_zero(*section))] += weight;
    }
  }
  return sums;
}

SectionChances HeadingWeights::chances(const std::vector<std::string>& features) const { return chances_of(said_by(features)); }

SectionChances chances_of(SectionChances said) {
  for (float& each : said) each = 1 / (1 + std::exp(-each));
  return said;
}

}  // namespace casewright
