#include "inspect/sections/sections.h"

#include <array>
#include <bit>

#include "base/text.h"
#include "model/section_names.h"

namespace casewright {
namespace {

/// For each length of a name the sections with a name as long: weighed headings ask for one name after another.
constexpr auto by_length = [] {
  std::array<SectionSet, 32> all{};
  for (std::size_t at = 0; at < canonical_sections.size(); ++at) all[canonical_sections[at].size()] |= SectionSet{1} << at;
  return all;
}();

}  // namespace

std::optional<SectionSet> section_of(std::string_view name) {
  if (name.size() >= by_length.size()) return std::nullopt;
  for (SectionSet left = by_length[name.size()]; left != 0; left &= left - 1)
    if (canonical_sections[static_cast<std::size_t>(std::countr_zero(left))] == name) return left & (~left + 1);
  return std::nullopt;
}

std::vector<std::string> names_of(SectionSet sections) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < canonical_sections.size(); ++at)
    if ((sections >> at & 1u) != 0) names.emplace_back(canonical_sections[at]);
  return names;
}

std::string spoken(std::string_view section) {
  return replace_every(section, "_", " ");
}

}  // namespace casewright
