#include "ingest/office/index_entry.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/values/name_parts.h"

namespace casewright {

std::string words_of_index_entry(std::string_view entry) {
  std::string told;
  for (const std::string_view level : split(entry, ':')) {
    const std::string words = fold_space(level);
    if (words.empty()) continue;
    told += told.empty() ? "" : ": ";
    told += std::count(words.begin(), words.end(), ',') == 1 ? without_title(words) : words;
  }
  return told;
}

}  // namespace casewright
