#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// The author of every mark that Casewright puts into a copy of a report.
inline constexpr std::string_view own_author = "Casewright";

/// What ends a mark of ours: a sum over its words. Whoever changes them breaks it, and the mark is then a person's.
std::string seal_of(std::string_view words);
/// True where a comment is one of ours as we wrote it: our name, and words that end in their own seal.
bool is_own_mark(std::string_view author, std::string_view words);

/// The same of a note in a PDF, whose seal is the end of its name.
bool is_own_note(std::string_view author, std::string_view words, std::string_view name);

}  // namespace casewright
