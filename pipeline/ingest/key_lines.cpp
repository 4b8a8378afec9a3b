#include "ingest/key_lines.h"

#include <algorithm>
#include <vector>

#include "base/among.h"
#include "base/text.h"
#include "ingest/labels.h"

namespace casewright {
namespace {

std::vector<std::string> ids_of(const Case& known) {
  std::vector<std::string> ids;
  if (const Record* lines = known.root.child("key-lines-of-enquiry"))
    for (const Record* each : lines->all("line")) ids.push_back(fold_space(each->attribute("id")));
  return ids;
}

/// The number that a word says, from 1: "3", or "c" for the third; 0 where it says none.
std::size_t number_of(const std::string& word) {
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'h') return static_cast<std::size_t>(word[0] - 'a') + 1;
  const bool plain = !word.empty() && word.size() < 3 && word.find_first_not_of("0123456789") == std::string::npos;
  return plain ? std::stoul(word) : 0;
}

/// Where the numbers of lines of enquiry begin that are named from `at` on; 0 where none are.
std::size_t behind_name(const std::vector<std::string>& words, std::size_t at) {
  if (among({"kloe", "kloes", "kle", "tor"}, words[at])) return at + 1;
  if (at + 2 < words.size() && among({"line", "lines"}, words[at]) && words[at + 1] == "of" && among({"enquiry", "inquiry"}, words[at + 2])) return at + 3;
  return 0;
}

}  // namespace

std::string key_lines_in(std::string_view heading, const Case& known) {
  const std::vector<std::string> ids = ids_of(known), words = words_of_label(heading);
  std::vector<std::string> found;
  const auto take = [&](const std::string& id) {
    if (!among(found, id)) found.push_back(id);
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const std::string& id : ids)
      if (ascii_lower(id) == words[at]) take(id);
    std::size_t number = behind_name(words, at);
    if (number == 0) continue;
    for (; number < words.size() && (number_of(words[number]) > 0 || words[number] == "and"); ++number)
      if (const std::size_t which = number_of(words[number]); which >= 1 && which <= ids.size()) take(ids[which - 1]);
  }
  return join_text(found, " ");
}

std::string without_key_lines(const std::string& heading, const Case& known) {
  const std::size_t open = heading.rfind('(');
  if (open == std::string::npos || open == 0 || !heading.ends_with(')') || key_lines_in(std::string_view(heading).substr(open), known).empty()) return heading;
  return std::string(trim(std::string_view(heading).substr(0, open)));
}

}  // namespace casewright
