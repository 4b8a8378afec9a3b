#include "ingest/values/name_parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/words.h"

namespace casewright {
namespace {

constexpr std::array<std::string_view, 55> titles{
    "mr",   "mrs",   "ms",    "miss", "mx",     "master", "dr",   "doctor", "prof", "professor", "rev",    "revd",
    "reverend", "fr", "father", "sister", "imam", "rabbi", "sir", "dame",   "lady", "lord",      "cllr",   "councillor",
    "pc",   "wpc",   "dc",    "wdc",  "ds",     "dsgt",   "di",   "dci",    "dsu",  "det",       "sgt",    "sergeant",
    "insp", "inspector", "constable", "supt",   "chief",  "judge", "hhj",   "nurse", "midwife",  "hon",    "the",  "pcso",
    "detective", "acting", "superintendent", "commander", "major", "canon", "baroness"};

constexpr std::array<std::string_view, 16> letters_after_names{"obe", "mbe", "cbe", "rn", "rgn", "rm", "qc", "kc",
                                                   "jp",  "phd", "bsc", "msc", "jnr", "snr", "jr", "sr"};

constexpr std::array<std::string_view, 29> particles{
    "de",  "del", "della", "di", "da",  "dos", "das", "du",    "la",  "le", "van", "von", "der", "den", "ter",
    "bin", "ibn", "bint",  "al", "el",  "ap",  "ab",  "ferch", "mac", "mc", "ní",  "ó",   "nic", "st"};

std::string key_of(std::string_view word) {
  std::string key = ascii_lower(word);
  while (!key.empty() && (key.back() == '.' || key.back() == ',')) key.pop_back();
  return key;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), key_of(word)) != words.end();
}

/// The words of a name, titles and letters_after_names gone; "Family, Given" turned round.
std::vector<std::string> name_words(std::string_view whole, bool& titled) {
  std::vector<std::string> words = words_between_spaces(whole);
  titled = false;
  while (words.size() > 1 && holds(titles, words.front())) {
    words.erase(words.begin());
    titled = true;
  }
  while (words.size() > 1 && holds(letters_after_names, words.back())) words.pop_back();
  const auto comma = std::find_if(words.begin(), words.end(), [](const std::string& word) { return word.ends_with(','); });
  if (comma != words.end()) {
    comma->pop_back();
    if (comma + 1 != words.end()) std::rotate(words.begin(), comma + 1, words.end());
    while (words.size() > 1 && holds(titles, words.front())) words.erase(words.begin());
  }
  words.erase(std::remove(words.begin(), words.end(), ""), words.end());
  return words;
}

}  // namespace

std::string NameParts::full() const {
  std::vector<std::string> words;
  if (!given.empty()) words.push_back(given);
  words.insert(words.end(), middle.begin(), middle.end());
  if (!family.empty()) words.push_back(family);
  return join_text(words, " ");
}

std::string NameParts::short_form() const {
  return given.empty() || family.empty() ? given + family : given + " " + family;
}

NameParts split_name(std::string_view whole) {
  bool titled = false;
  std::vector<std::string> words = name_words(whole, titled);
  NameParts parts;
  if (words.size() == 1) {
    if (titled) parts.family = words[0];
    return parts;
  }
  if (words.empty()) return parts;
  std::size_t family = words.size() - 1;
  while (family > 1 && holds(particles, words[family - 1])) --family;
  parts.given = words[0];
  for (std::size_t at = 1; at < family; ++at) parts.middle.push_back(words[at]);
  parts.family = join_text({words.begin() + static_cast<std::ptrdiff_t>(family), words.end()}, " ");
  return parts;
}

std::string without_title(std::string_view whole) {
  bool titled = false;
  return join_text(name_words(whole, titled), " ");
}

}  // namespace casewright
