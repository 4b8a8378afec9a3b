#include "inspect/heading_weights.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

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
  const std::string_view lines = all.text_;
  std::size_t at = 0;
  while (at < lines.size() && lines.substr(at).starts_with("# ")) at = std::min(lines.find('\n', at), lines.size() - 1) + 1;
  for (; at < lines.size(); at = std::min(lines.find('\n', at), lines.size() - 1) + 1) all.begins_.push_back(static_cast<std::uint32_t>(at));
  all.begins_.push_back(static_cast<std::uint32_t>(lines.size()));
  for (std::size_t number = 0; number + 2 < all.begins_.size(); ++number)
    if (feature_of(all.line(number)) >= feature_of(all.line(number + 1))) return std::nullopt;
  if (all.begins_.size() < 2) return std::nullopt;
  return all;
}

std::string_view HeadingWeights::line(std::size_t number) const {
  std::string_view whole = std::string_view(text_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  if (whole.ends_with('\n')) whole.remove_suffix(1);
  return whole;
}

std::string_view HeadingWeights::line_of(std::string_view feature) const {
  std::size_t first = 0, end = begins_.size() - 1;
  while (first < end) {
    const std::size_t middle = (first + end) / 2;
    const std::string_view here = feature_of(line(middle));
    if (here == feature) return line(middle);
    if (here < feature) first = middle + 1;
    else end = middle;
  }
  return {};
}

SectionChances HeadingWeights::chances(const std::vector<std::string>& features) const {
  SectionChances sums{};
  for (const std::string& feature : features) {
    std::string_view rest = line_of(feature);
    take_field(rest);
    while (!rest.empty()) {
      const auto section = section_of(take_field(rest));
      const float weight = number_of(take_field(rest));
      if (section && std::countr_zero(*section) < static_cast<int>(weighed_sections)) sums[static_cast<std::size_t>(std::countr_zero(*section))] += weight;
    }
  }
  for (float& each : sums) each = 1 / (1 + std::exp(-each));
  return sums;
}

}  // namespace casewright
