#pragma once

#include <string_view>

namespace casewright {

/// The canonical section name of DESIGN.md 6 that an id bears, alone or before a dash ("appendix-timeline");
/// empty where there is none.
std::string_view canonical_of(std::string_view id);
/// True for a canonical section name.
bool is_canonical(std::string_view name);

}  // namespace casewright
