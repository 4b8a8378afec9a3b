#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// The replacement `use`, written so that it stands where `found` stood: in the verb's form ("utilised" for
/// "utilise" with "use" gives "used", "sets up" keeps its tail) and with its capitals. `stem` is the verb that
/// the rule names, empty where the term is no verb.
std::string fitted(std::string_view use, std::string_view found, std::string_view stem);

/// The article that goes before a word: "an hour", "a unit".
std::string_view article_for(std::string_view word);

}  // namespace casewright
