#pragma once

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

/// What a folder of Vale styles came to: the rules that we can run, and what of them is left out and why.
struct Styles {
  std::vector<StyleRule> rules;
  Faults left_out;
};

/// Reads `<folder>/<Style>/<Rule>.yml`; a folder that itself holds rules is one style. The words of its vocabularies
/// (`config/vocabularies/<name>/accept.txt` and `reject.txt`) are exceptions of all rules, and rules of their own.
Styles read_styles(const World& world, const Path& folder);

}  // namespace casewright
