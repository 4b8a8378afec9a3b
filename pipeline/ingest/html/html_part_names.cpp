#include "ingest/html/html_part_names.h"

#include "base/letters.h"

namespace casewright {

std::string words_of_part_name(std::string_view name) {
  constexpr std::size_t most_words = 4, shortest = 2;
  std::string words;
  std::size_t count = 0, length = 0;
  bool opens = true;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    if (c == '-' || c == '_' || c == '.' || c == ':' || c == '+') {
      opens = true;
      continue;
    }
    if (!is_letter_byte(c)) return {};
    opens = opens || (is_capital(c) && at > 0 && is_small(name[at - 1]));
    if (opens) {
      if (count > 0 && length < shortest) return {};
      words += count++ == 0 ? "" : " ";
      words += to_capital(c);
      length = 1;
      opens = false;
    } else {
      words += is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
      ++length;
    }
  }
  return count >= 2 && count <= most_words && length >= shortest ? words : std::string();
}

}  // namespace casewright
