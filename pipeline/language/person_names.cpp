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

/// What tells father and son of one name apart; no name itself.
bool is_suffix(const std::string& word) {
  static const std::set<std::string, std::less<>> suffixes{"snr", "snr.", "sr", "sr.", "senior", "jnr", "jnr.", "jr", "jr.", "junior", "ii", "iii"};
  return suffixes.contains(unicode::fold(word));
}

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

/// What stands before a name as people call each other: "Uncle Dave", "Little Max".
bool is_byname(std::string_view folded) {
  static const std::set<std::string, std::less<>> bynames{"uncle", "auntie", "aunty", "aunt", "nan", "nana", "nanna", "nanny", "gran", "granny", "grandma", "grandad", "grandpa",
                                                          "mummy", "daddy", "mum", "dad", "cousin", "brother", "sister", "baby", "little", "lil", "big", "old", "young", "mad", "the", "our"};
  return bynames.contains(folded);
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
  Strings words = words_between_spaces(text);
  if (words.size() > 2 && is_suffix(words.back())) {  // "Dean Ward Snr"
    full.push_back(text);
    full.push_back(words.front() + " " + words.back());  // "Dean Snr"
    words.pop_back();
    return place_alias(join_text(words, " "));
  }
  const bool like_family = alike_any(text, family);
  if (like_family) family.push_back(text);
  else if (words.size() == 1 && alike_any(text, given)) given.push_back(text);
  else if (words.size() == 1) others.push_back(text);
  else if (const std::string untitled = without_title(text); untitled != text) {
    if (compact_of(untitled).size() == 1) full.push_back(text);  // "Mrs M" says nothing without its title
    else place_untitled(untitled);
  }
  else if (alike_any(words.front(), given) || std::find(others.begin(), others.end(), words.front()) != others.end())
    place_second_name(text, words);
  else place_whole_name(text, words);
}

/// "Mrs Lawson" tells of a family name, "Mrs Jo Lawson" of a whole one.
void PersonNames::place_untitled(const std::string& text) {
  full.push_back(text);
  if (text.find(' ') == std::string::npos) family.push_back(text);
  else place_alias(text);
}

/// "Patrick Sullivan", another name altogether: each of its words names the person as well. Of "Uncle Dave" only the last does.
void PersonNames::place_whole_name(const std::string& text, Strings words) {
  full.push_back(text);
  const auto is_name = [](const std::string& word) { return word.size() >= 3 && word[0] >= 'A' && !(word[0] >= 'a' && word[0] <= 'z') && word.find_first_of("0123456789") == std::string::npos && !word.ends_with("'s"); };
  if (!std::all_of(words.begin(), words.end(), [&](const std::string& word) { return is_name(word) || is_particle(word); })) return;
  if (is_byname(unicode::fold(words.front()))) words.erase(words.begin());
  if (words.size() > 1) take_family(words);
  others.insert(others.end(), words.begin(), words.end());
}

/// The last word with its particles is a family name.
void PersonNames::take_family(Strings& words) {
  std::size_t last = words.size() - 1;
  while (last > 1 && is_particle(words[last - 1])) --last;
  family.push_back(join_text(Strings(words.begin() + static_cast<std::ptrdiff_t>(last), words.end()), " "));
  words.resize(last);
}

/// Another spelling of the given name with another family name, "Abdi Mohamed Warsame" for Cabdi Warsame.
void PersonNames::place_second_name(const std::string& text, Strings words) {
  full.push_back(text);
  take_family(words);
  if (std::find(others.begin(), others.end(), words.front()) == others.end()) given.push_back(words.front());
  others.insert(others.end(), words.begin() + 1, words.end());
}

}  // namespace casewright
