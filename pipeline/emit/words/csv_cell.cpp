#include "emit/words/csv_cell.h"

#include "base/text.h"

namespace casewright {
namespace {

/// True where a spreadsheet would take the cell for a formula (CSV injection, OWASP): also behind blanks, and in the
/// wide forms that some turn into ASCII.
bool looks_like_formula(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint next = code_point_at(cell, at);
    switch (next.value) {
      case '=': case '+': case '-': case '@': case '|': case 0xFF1D: case 0xFF0B: case 0xFF0D: case 0xFF20: case 0x2212: return true;
      case ' ': case '\t': case '\r': case '\n': case 0xA0: break;
      default: return false;
    }
    at += next.bytes;
  }
  return false;
}

}  // namespace

void append_csv_cell(std::string& row, std::string_view words, bool last) {
  row += '"';
  if (looks_like_formula(words)) row += '\'';
  for (const char c : words) {
    if (c == '\0') continue;
    row += c;
    if (c == '"') row += '"';
  }
  row += last ? "\"\r\n" : "\",";
}

}  // namespace casewright
