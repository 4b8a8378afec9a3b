#include "ingest/carried/poor_title.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/among.h"
#include "base/text.h"

namespace casewright {

bool is_poor_title(std::string_view title) {
  static constexpr std::string_view beginnings[] = {"microsoft word - ", "microsoft powerpoint - ", "microsoft excel - ", "powerpoint presentation", "untitled", "insert title", "type title", "document title", "title of document", "[title"};
  static constexpr std::string_view endings[] = {".doc", ".docx", ".pdf", ".odt", ".rtf", ".indd", ".pages", ".pub", ".htm", ".html", ".txt"};
  const std::string lower = ascii_lower(fold_space(title));
  if (lower.empty()) return false;
  const auto begins = [&lower](std::string_view each) { return lower.starts_with(each); };
  const auto ends = [&lower](std::string_view each) { return lower.ends_with(each); };
  if (std::any_of(std::begin(beginnings), std::end(beginnings), begins) || std::any_of(std::begin(endings), std::end(endings), ends)) return true;
  // "Node 2041 | Home": no part of it says anything.
  if (lower.find(" | ") != std::string::npos) {
    const std::vector<std::string_view> parts = split(lower, '|');
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return trim(part).empty() || is_poor_title(trim(part)); });
  }
  const std::string bare = lower.substr(0, lower.find_last_not_of("0123456789 ()-") == std::string::npos ? 0 : lower.find_last_not_of("0123456789 ()-") + 1);
  return among({"", "document", "doc", "node", "item", "content", "new document", "new page", "page", "home", "home page", "title", "draft", "report", "slide", "scan", "scanned document", "index", "template", "blank", "word document", "new microsoft word document"}, bare);
}

void note_poor_title(std::string_view title, Container& container) {
  if (is_poor_title(title)) container.broken.push_back({"title-poor", 0, "", "", 1});
}

}  // namespace casewright
