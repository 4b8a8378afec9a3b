#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"

namespace casewright {

/// The ids of the key lines of enquiry of case.xml that a heading names, with blanks between them: "Graded on the night (K3)", "KLOE 1 and 2",
/// "Term of Reference 4: seeing the child", "Q2 -"; empty where it names none. The names are those of the set key-lines in corpus/labels.
std::string key_lines_in(std::string_view heading, const Case& known);

/// The line whose title or question the heading repeats, most of the words that matter being the same; empty where none is, or more than one.
std::string key_line_told_by(std::string_view heading, const Case& known);

/// The ids of all lines, in their order.
std::vector<std::string> key_lines_of(const Case& known);

/// True where words speak of such lines or questions: "The terms of reference are answered in turn".
bool speaks_of_key_lines(std::string_view words);

/// True for words that begin with the name of a line and its number: "KLOE 2: fathers".
bool begins_with_key_line(std::string_view text);

/// How many bytes of a paragraph are the name of a line and the question that follows it, where the answer stands behind: "Q1 – Was the risk seen? Not
/// at once."; 0 for any other.
std::size_t key_line_led(std::string_view paragraph);

/// The heading without such a name in brackets at its end: "Graded on the night".
std::string without_key_lines(const std::string& heading, const Case& known);

}  // namespace casewright
