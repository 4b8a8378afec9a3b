#pragma once

#include <array>
#include <string_view>

namespace casewright {

/// The canonical section names of DESIGN.md 6, in its order.
inline constexpr std::array<std::string_view, 27> canonical_sections{
    "introduction", "reason", "terms_of_reference", "methodology", "panel", "contributors", "timescale",
    "family_composition", "family_involvement", "practitioner_involvement", "equality", "parallel", "confidentiality",
    "narrative", "child_voice", "analysis", "findings", "good_practice", "learning", "conclusion", "recommendations",
    "imr_recs", "response", "references", "glossary", "appendix", "other"};

/// The canonical section name that an id bears, alone or before a dash ("appendix-timeline"); empty where there is none.
std::string_view canonical_of(std::string_view id);
/// True for a canonical section name.
bool is_canonical(std::string_view name);

}  // namespace casewright
