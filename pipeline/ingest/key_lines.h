#pragma once

#include <string>
#include <string_view>

#include "model/case.h"

namespace casewright {

/// The ids of the key lines of enquiry of case.xml that a heading names, with blanks between them: "Graded on the night (K3)", "KLOE 1 and 2",
/// "Key line of enquiry 4: seeing the child"; empty where it names none.
std::string key_lines_in(std::string_view heading, const Case& known);

/// The heading without such a name in brackets at its end: "Graded on the night".
std::string without_key_lines(const std::string& heading, const Case& known);

}  // namespace casewright
