#pragma once

namespace casewright::pdf {

// How a byte reads in the syntax of PDF (ISO 32000-1, 7.2.2).

constexpr bool is_white_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
constexpr bool is_delimiter(char c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%';
}
constexpr bool is_regular(char c) { return !is_white_space(c) && !is_delimiter(c); }

}  // namespace casewright::pdf
