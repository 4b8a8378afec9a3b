#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// A rule of a Vale style, written as our own rules are.
struct StyleRule {
  std::string id;  ///< "Style/Rule"
  std::string file;
  Record rule;
};

/// What a folder of Vale styles came to: the rules that we can run, and why the others are left out.
struct Styles {
  std::vector<StyleRule> rules;
  Faults left_out;
};

/// Reads `<folder>/<Style>/<Rule>.yml`; a folder that itself holds rules is one style.
Styles read_styles(const World& world, const Path& folder);

/// One rule from its YAML; nothing and a fault where it asks for what we do not have (a script, a model that
/// tags parts of speech).
std::optional<Record> rule_of_vale(const Record& yaml, const std::string& style, const std::string& file, Faults& faults);

}  // namespace casewright
