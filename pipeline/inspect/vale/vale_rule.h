#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/record.h"
#include "base/result.h"

namespace casewright {

/// What stands around a rule of Vale and concerns it.
struct StyleWords {
  std::vector<std::string> accepted;  ///< words and patterns that the vocabularies accept
  /// The text of a list of words that a rule names, or nothing where it cannot be read.
  std::function<std::optional<std::string>(const std::string& name)> list;
};

/// One rule from its YAML, written as ours are; nothing and a fault where it asks for what we do not have (a script, a
/// model that tags parts of speech). Fields that are not read are faults too, and leave the rule standing.
std::optional<Record> rule_of_vale(const Record& yaml, const std::string& style, const std::string& file, const StyleWords& words,
                                   Faults& faults);

}  // namespace casewright
