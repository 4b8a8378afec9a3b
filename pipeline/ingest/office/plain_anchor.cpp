#include "ingest/office/plain_anchor.h"

#include <algorithm>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/office_leftovers.h"

namespace casewright {

std::string plain_anchor(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  if (!may_name_somebody(words) || is_technical(words) || words_of_office_value(name).empty()) return std::string(name);
  std::size_t number = 0;
  for (const char c : words) number = (number * 31 + static_cast<unsigned char>(c)) % 1'000'000;
  return "place" + std::to_string(number);
}

std::string with_plain_anchors(std::string_view instruction) {
  const auto is_part = [](char c) { return is_word(c) || c == '_'; };
  std::string told, field;
  for (std::size_t at = 0; at < instruction.size();) {
    if (!is_part(instruction[at])) {
      told += instruction[at++];
      continue;
    }
    std::size_t end = at;
    while (end < instruction.size() && is_part(instruction[end])) ++end;
    const std::string_view token = instruction.substr(at, end - at);
    // A field without a word of its own is a REF: "Shanice_Moore \h". What others than these name is no bookmark.
    const bool first = field.empty();
    if (first) field = ascii_lower(token);
    const bool names_places = first || among({"ref", "pageref", "noteref", "hyperlink", "gotobutton", "toc", "set", "ask"}, field);
    told += names_places ? plain_anchor(token) : std::string(token);
    at = end;
  }
  return told;
}

}  // namespace casewright
