#include "assemble/section_names.h"

#include <algorithm>
#include <array>

namespace casewright {
namespace {

constexpr std::array<std::string_view, 27> canonical_names{
    "introduction", "reason", "terms_of_reference", "methodology", "panel", "contributors", "timescale",
    "family_composition", "family_involvement", "practitioner_involvement", "equality", "parallel", "confidentiality",
    "narrative", "child_voice", "analysis", "findings", "good_practice", "learning", "conclusion", "recommendations",
    "imr_recs", "response", "references", "glossary", "appendix", "other"};

}  // namespace

bool is_canonical(std::string_view name) { return std::find(canonical_names.begin(), canonical_names.end(), name) != canonical_names.end(); }

std::string_view canonical_of(std::string_view id) {
  const std::string_view first = id.substr(0, id.find('-'));
  return is_canonical(first) ? first : std::string_view();
}

}  // namespace casewright
