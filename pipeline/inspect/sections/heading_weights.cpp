#include "inspect/sections/heading_weights.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "base/sorted_lines.h"
#include "inspect/sections/sections.h"

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
  all.text_.erase(0, end_of_remarks(all.text_));
  // Every line of a short list, some two thousand of a long one: what is out of order in many lines shows in few.
  const std::size_t stride = all.text_.size() / 2000;
  std::string_view before;
  for (std::size_t at = 0; at < all.text_.size();) {
    const std::size_t end = std::min(all.text_.find('\n', at), all.text_.size());
    const std::string_view feature = feature_of(std::string_view(all.text_).substr(at, end - at));
    if (feature <= before) return std::nullopt;
    before = feature;
    all.marks_.push_back(static_cast<std::uint32_t>(at));
    const std::size_t next = stride < end - at ? end : all.text_.find('\n', at + stride);
    if (next == std::string::npos) break;
    at = next + 1;
  }
  if (before.empty()) return std::nullopt;
  return all;
}

std::string_view HeadingWeights::line_of(std::string_view feature) const {
  const std::string_view text = text_;
  const auto begins_later = [text](std::string_view sought, std::uint32_t mark) { return sought < feature_of(text.substr(mark, text.find('\n', mark) - mark)); };
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), feature, begins_later);
  if (after == marks_.begin()) return {};
  const std::size_t from = *std::prev(after), end = after == marks_.end() ? text.size() : *after;
  return find_line(text.substr(from, end - from), feature, feature_of);
}

std::vector<HeadingWeights::Weight> HeadingWeights::of(std::string_view feature) const {
  std::vector<Weight> all;
  std::string_view rest = line_of(feature);
  take_field(rest);
  while (!rest.empty()) {
    const auto section = section_of(take_field(rest));
    const float weight = number_of(take_field(rest));
    if (section && std::countr_zero(*section) < static_cast<int>(weighed_sections)) all.push_back({static_cast<std::uint32_t>(std::countr_zero(*section)), weight});
  }
  return all;
}

SectionChances HeadingScales::said_by(const std::vector<std::string>& features) {
  SectionChances sums{};
  for (const std::string& feature : features) {
    const auto [entry, fresh] = known_.try_emplace(feature);
    if (fresh) entry->second = weights_.of(feature);
    for (const HeadingWeights::Weight& each : entry->second) sums[each.section] += each.weight;
  }
  return sums;
}

SectionChances HeadingScales::chances(const std::vector<std::string>& features) { return chances_of(said_by(features)); }

SectionChances chances_of(SectionChances said) {
  for (float& each : said) each = 1 / (1 + std::exp(-each));
  return said;
}

}  // namespace casewright
