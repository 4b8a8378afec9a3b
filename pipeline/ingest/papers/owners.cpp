#include "ingest/papers/owners.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "ingest/papers/agency_of_file.h"

namespace casewright {
namespace {

bool names_board(const std::string& name, const Case& known) {
  const std::string lower = ascii_lower(name);
  if (lower == "board" || lower == "the board" || lower == "partnership" || lower == "the partnership") return true;
  const Record* board = known.root.child("board");
  return board != nullptr && (lower == ascii_lower(board->content_of("name")) || lower == ascii_lower(board->content_of("short")));
}

/// The ids of "A4 A1 board", or nothing where a word is none.
std::vector<std::string> ids_in(const std::string& words, const Case& known) {
  std::vector<std::string> ids;
  for (const std::string_view word : split(words, ' ')) {
    if (ascii_lower(word) != "board" && known.agency(word) == nullptr) return {};
    ids.push_back(known.agency(word) == nullptr ? "board" : std::string(word));
  }
  return ids;
}

/// The ids of those whom one name tells; nothing where it tells nobody, or more than one.
std::vector<std::string> named(const std::string& name, const Case& known) {
  if (std::vector<std::string> ids = ids_in(name, known); !ids.empty()) return ids;
  if (names_board(name, known)) return {"board"};
  const auto agencies = agencies_of_file(name + ".csv", known.agencies);
  return agencies.size() == 1 ? std::vector<std::string>{agencies[0]->id} : std::vector<std::string>{};
}

/// The id of the agency with just that name, which may hold an "and": "Health and Care Trust".
std::string whole_name(const std::string& name, const Case& known) {
  const auto bare = [](std::string_view words) {
    const std::string lower = ascii_lower(fold_space(words));
    return lower.starts_with("the ") ? lower.substr(4) : lower;
  };
  for (const Agency& each : known.agencies)
    for (const std::string* own : {&each.name, &each.public_name, &each.short_name})
      if (!own->empty() && bare(*own) == bare(name)) return each.id;
  return "";
}

}  // namespace

std::string owners_of(std::string_view cell, const Case& known) {
  std::vector<std::string> ids;
  std::string parted(cell);
  for (const std::string_view between : {";", "/", "\n", " and ", ",", "&"}) parted = replace_every(parted, between, "|");
  for (const std::string_view part : split(parted, '|')) {
    const std::string name = fold_space(part);
    if (name.empty()) continue;
    std::vector<std::string> found = named(name, known);
    if (found.empty()) return whole_name(fold_space(cell), known);
    for (std::string& id : found)
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
  }
  return join_text(ids, " ");
}

}  // namespace casewright
