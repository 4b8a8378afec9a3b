#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "model/reading.h"
#include "model/register.h"

namespace casewright {

/// One case of a rule's cases.md: the report it describes and whether the rule must find something in it.
struct RuleCase {
  std::string name;
  bool fires = false;
  bool quoted = false;  ///< and it must say that the words are somebody's own
  std::string regime = "auto";
  Reading reading{};  ///< without its Prose
  Register people{};
  std::optional<Case> of_case{};  ///< of the case behind it only what case.xml says
  std::vector<Reading> beside{};  ///< the other documents of the review
  std::vector<std::string> says{}, never_says{};  ///< words that one of the findings holds, and that none may hold
};

/// The cases in the text of a cases.md, in the form that tests/rules/README.md describes.
std::vector<RuleCase> read_cases(std::string_view text);

}  // namespace casewright
