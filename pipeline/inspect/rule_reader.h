#pragma once

#include <optional>
#include <string>

#include "base/record.h"
#include "base/result.h"
#include "inspect/rule.h"

namespace casewright {

/// One rule from its XML, without its check; nothing where faults stand in the way.
std::optional<Rule> read_rule(const Record& xml, const std::string& id, const std::string& file,
                              Faults& faults);

/// The scopes that a list of names gives ("words", "visible", "all", or single scopes), or the first word
/// that is none.
std::optional<Scopes> scopes_of(std::string_view names, std::string& unknown);

/// What a rule reads that names no scopes: the words of the report, without contents, furniture and links.
Scopes word_scopes();

}  // namespace casewright
