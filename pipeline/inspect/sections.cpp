#include "inspect/sections.h"

#include <array>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::array<std::string_view, 27> canonical{
    "introduction",    "reason",    "terms_of_reference", "methodology",        "panel",
    "contributors",    "timescale", "family_composition", "family_involvement", "practitioner_involvement",
    "equality",        "parallel",  "confidentiality",    "narrative",          "child_voice",
    "analysis",        "findings",  "good_practice",      "learning",           "conclusion",
    "recommendations", "imr_recs",  "response",           "references",         "glossary",
    "appendix",        "other"};

}  // namespace

std::optional<SectionSet> section_of(std::string_view name) {
  for (std::size_t at = 0; at < canonical.size(); ++at)
    if (canonical[at] == name) return SectionSet{1} << at;
  return std::nullopt;
}

std::vector<std::string> names_of(SectionSet sections) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < canonical.size(); ++at)
    if ((sections >> at & 1u) != 0) names.emplace_back(canonical[at]);
  return names;
}

std::string spoken(std::string_view section) {
  return replace_every(section, "_", " ");
}

}  // namespace casewright
