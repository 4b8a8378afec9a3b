#include "inspect/heading_weights.h"

#include <bit>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "inspect/sections.h"

namespace casewright {
namespace {

std::optional<float> number_of(std::string_view text) {
  float number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<HeadingWeights> HeadingWeights::from_text(std::string_view text) {
  HeadingWeights all;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line.starts_with("# ")) continue;
    const std::vector<std::string_view> fields = split(line, ' ');
    Row& row = all.rows_[std::string(fields.front())];
    for (std::size_t at = 1; at + 1 < fields.size(); at += 2) {
      const auto section = section_of(fields[at]);
      const auto weight = number_of(fields[at + 1]);
      if (!section || !weight || std::countr_zero(*section) >= static_cast<int>(weighed_sections)) return std::nullopt;
      row.emplace_back(static_cast<std::uint8_t>(std::countr_zero(*section)), *weight);
    }
    if (fields.size() % 2 == 0) return std::nullopt;
  }
  if (all.rows_.empty()) return std::nullopt;
  return all;
}

SectionChances HeadingWeights::chances(const std::vector<std::string>& features) const {
  SectionChances sums{};
  for (const std::string& feature : features)
    if (const auto found = rows_.find(feature); found != rows_.end())
      for (const auto& [section, weight] : found->second) sums[section] += weight;
  for (float& each : sums) each = 1 / (1 + std::exp(-each));
  return sums;
}

}  // namespace casewright
