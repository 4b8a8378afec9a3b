#include "ingest/grids/number_format.h"

#include <string>

#include "base/text.h"

namespace casewright {
namespace {

/// The letters of the first section of a code, without quoted text, escaped marks and [colours].
std::string bare_letters(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == ';') break;
    if (c == '"') {
      while (++at < code.size() && code[at] != '"') {}
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const std::string inside = ascii_lower(code.substr(at + 1, end - at - 1));
      if (inside.find_first_not_of("hms") == std::string::npos) letters += inside;
      at = end;
    } else {
      letters += ascii_lower(code.substr(at, 1));
    }
  }
  return letters;
}

CellKind kind_of(bool date, bool time) {
  if (date && time) return CellKind::date_time;
  return date ? CellKind::date : time ? CellKind::time : CellKind::number;
}

}  // namespace

CellKind kind_of_format(std::uint32_t number) {
  if (number == 17) return CellKind::month;  // mmm-yy
  if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) || number == 36 || (number >= 50 && number <= 58)) return CellKind::date;
  if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || (number >= 45 && number <= 47)) return CellKind::time;
  return number == 22 ? CellKind::date_time : CellKind::number;
}

CellKind kind_of_format_code(std::string_view code) {
  std::string letters = bare_letters(code);
  if (letters.starts_with("general") || letters == "@") return CellKind::number;
  letters = replace_every(letters, "am/pm", "");
  const bool day = letters.find_first_of("dy") != std::string::npos;
  const bool hour = letters.find_first_of("hs") != std::string::npos;
  const bool month = letters.find('m') != std::string::npos;
  if (month && !hour && letters.find('y') != std::string::npos && letters.find('d') == std::string::npos) return CellKind::month;
  return kind_of(day || (month && !hour), hour);
}

}  // namespace casewright
