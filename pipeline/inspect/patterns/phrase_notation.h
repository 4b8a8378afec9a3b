#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace casewright {

/// Why a phrase cannot be used.
struct PhraseTrouble {
  std::string what;
};

/// Every wording that a phrase of a rule stands for, sorted, each once.
///
/// `(failed|failure) to` gives alternatives, `[very] clearly` a part that may be left out, and `fail~` a
/// word in its regular forms: fail, fails, failed, failing. Brackets may stand inside brackets.
std::variant<std::vector<std::string>, PhraseTrouble> wordings_of(std::string_view phrase);

/// The regular forms of an English word, itself first: use, uses, used, using; stop, stops, stopped,
/// stopping; study, studies, studied, studying.
std::vector<std::string> regular_forms(std::string_view word);

}  // namespace casewright
