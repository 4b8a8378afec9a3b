#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// A set of canonical section names (DESIGN.md 6), one bit each.
using SectionSet = std::uint32_t;

/// The bit of a canonical section name; nothing for any other word.
std::optional<SectionSet> section_of(std::string_view name);
/// The names in a set, in the order of DESIGN.md 6.
std::vector<std::string> names_of(SectionSet sections);
/// A canonical name as a person reads it ("family involvement").
std::string spoken(std::string_view section);

}  // namespace casewright
