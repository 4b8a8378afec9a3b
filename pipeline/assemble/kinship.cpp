#include "assemble/kinship.h"

#include <iterator>

#include "base/text.h"

namespace casewright {
namespace {

struct Ending {
  std::string_view ending;
  Kin kin;
};

/// By the end of the words, the longer before the shorter: "grandmother" is no mother, "ex-partner" no partner.
constexpr Ending endings[] = {
    {"great-grandmother", Kin::none}, {"great-grandfather", Kin::none}, {"grandmother", Kin::grandparent}, {"grandfather", Kin::grandparent},
    {"grandparent", Kin::grandparent}, {"grandson", Kin::grandchild}, {"granddaughter", Kin::grandchild}, {"grandchild", Kin::grandchild},
    {"in-law", Kin::none}, {"godmother", Kin::none}, {"godfather", Kin::none}, {"godparent", Kin::none},
    {"godson", Kin::none}, {"goddaughter", Kin::none}, {"godchild", Kin::none},
    {"ex-partner", Kin::none}, {"former partner", Kin::none}, {"ex-husband", Kin::none}, {"ex-wife", Kin::none},
    {"former husband", Kin::none}, {"former wife", Kin::none},
    {"mother", Kin::parent}, {"father", Kin::parent}, {"parent", Kin::parent}, {"mum", Kin::parent}, {"dad", Kin::parent},
    {"foster carer", Kin::none}, {"stepson", Kin::child}, {"son", Kin::child}, {"daughter", Kin::child}, {"child", Kin::child},
    {"brother", Kin::sibling}, {"sister", Kin::sibling}, {"sibling", Kin::sibling}, {"twin", Kin::sibling},
    {"partner", Kin::partner}, {"husband", Kin::partner}, {"wife", Kin::partner}, {"spouse", Kin::partner},
    {"cohabitee", Kin::partner}, {"boyfriend", Kin::partner}, {"girlfriend", Kin::partner}};

constexpr std::string_view kin_names[] = {"", "parent", "child", "sibling", "partner", "grandparent", "grandchild"};

}  // namespace

Kin kin_of(std::string_view relation) {
  const std::string words = ascii_lower(fold_space(relation));
  for (const Ending& each : endings)
    if (words.ends_with(each.ending)) return each.kin;
  return Kin::none;
}

std::string_view name_of(Kin kin) { return kin_names[static_cast<std::size_t>(kin)]; }

Kin kin_named(std::string_view name) {
  for (std::size_t i = 1; i < std::size(kin_names); ++i)
    if (kin_names[i] == name) return static_cast<Kin>(i);
  return Kin::none;
}

}  // namespace casewright
