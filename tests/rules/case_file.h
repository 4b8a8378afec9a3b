#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "model/register.h"

namespace casewright {

/// One case of a rule's cases.md: the report it describes and whether the rule must find something in it.
struct RuleCase {
  std::string name;
  bool fires = false;
  std::string regime = "auto";
  Reading reading;  ///< without its Prose
  Register people;
};

/// The cases in the text of a cases.md, in the form that tests/rules/README.md describes.
std::vector<RuleCase> read_cases(std::string_view text);

}  // namespace casewright
