#pragma once

#include <string_view>

namespace casewright {

/// True for a word, in small letters, of the formats of office files, their programs' settings and the templates that programs bring
/// with them ("heading", "baseline", "calibri"): a value made of such words names nobody.
bool is_office_word(std::string_view word);

/// True for a whole value, in small letters, that programs write and that looks like a name of somebody ("frank ruehl").
bool is_office_value(std::string_view value);

}  // namespace casewright
