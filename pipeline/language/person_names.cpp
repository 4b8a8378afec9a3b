#include "language/person_names.h"

#include <algorithm>
#include <set>

#include "base/edit_distance.h"
#include "base/text.h"
#include "base/words.h"
#include "foreign/unicode.h"
#include "language/name_spellings.h"
#include "language/name_words.h"

namespace casewright {
namespace {

bool alike(std::string_view one, std::string_view other) {
  const std::string a = compact_of(one), b = compact_of(other);
  return !a.empty() && !b.empty() && edit_distance(a, b) <= std::max<std::size_t>(1, std::max(a.size(), b.size()) / 4);
}

bool alike_any(std::string_view one, const Strings& others) {
  return std::any_of(others.begin(), others.end(), [&](const std::string& other) { return alike(one, other); });
}

std::string without_title(const std::string& text) {
  Strings words = words_between_spaces(text);
  while (words.size() > 1) {
    std::string first = unicode::fold(words.front());
    if (!first.empty() && first.back() == '.') first.pop_back();
    if (!is_title(first)) break;
    words.erase(words.begin());
  }
  return join_text(words, " ");
}

}  // namespace

bool is_particle(std::string_view word) {
  static const std::set<std::string, std::less<>> particles{"van", "der", "den", "de", "du", "la", "le", "von", "ap", "ab", "al",
                                                "el", "bin", "ibn", "st", "ni", "nic", "mac", "o", "da", "dos", "di"};
  return particles.contains(unicode::fold(word));
}

PersonNames::PersonNames(const Identity& person) {
  Strings aliases;
  for (const NameEntry& each : person.names) sort_in(each, aliases);
  if (given.empty() && family.empty()) split_full();
  family.insert(family.end(), formers_.begin(), formers_.end());
  for (const std::string& each : aliases) place_alias(each);
}

void PersonNames::sort_in(const NameEntry& entry, Strings& aliases) {
  const std::string text = fold_space(entry.text);
  if (text.empty()) return;
  if (entry.kind == NameKind::full) full.push_back(without_title(text));
  if (entry.kind == NameKind::given) given.push_back(text);
  if (entry.kind == NameKind::middle) middle.push_back(text);
  if (entry.kind == NameKind::family) family.push_back(text);
  if (entry.kind == NameKind::initials) initials.push_back(text);
  if (entry.kind == NameKind::nickname) nicknames.push_back(text);
  const bool single = text.find(' ') == std::string::npos;
  if (entry.kind == NameKind::former && single) formers_.push_back(text);
  else if (entry.kind == NameKind::alias || entry.kind == NameKind::former) aliases.push_back(text);
}

/// A full name of one piece: the first word, what stands between, and the last with its particles.
void PersonNames::split_full() {
  for (const std::string& each : full) {
    Strings words = words_between_spaces(each);
    if (words.size() < 2) continue;
    std::size_t last = words.size() - 1;
    while (last > 1 && is_particle(words[last - 1])) --last;
    given.push_back(words.front());
    middle.insert(middle.end(), words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(last));
    family.push_back(join_text(Strings(words.begin() + static_cast<std::ptrdiff_t>(last), words.end()), " "));
  }
}

void PersonNames::place_alias(const std::string& text) {
  const Strings words = words_between_spaces(text);
  const bool like_family = alike_any(text, family);
  if (like_family) family.push_back(text);
  else if (words.size() == 1 && alike_any(text, given)) given.push_back(text);
  else if (words.size() == 1) others.push_back(text);
  else if (alike_any(words.front(), given) || std::find(others.begin(), others.end(), words.front()) != others.end())
    place_second_name(text, words);
  else full.push_back(text);
}

void PersonNames::place_second_name(const std::string& text, const Strings& words) {
  full.push_back(text);
  family.push_back(join_text(Strings(words.begin() + 1, words.end()), " "));
}

}  // namespace casewright
