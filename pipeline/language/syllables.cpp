#include "language/syllables.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/word_ends.h"

namespace casewright {
namespace {

bool vowel(char letter) {
  constexpr std::uint32_t vowels = [] {
    std::uint32_t bits = 0;
    for (const char each : std::string_view("aeiouy")) bits |= 1u << (each - 'a');
    return bits;
  }();
  return letter >= 'a' && letter <= 'z' && (vowels >> (letter - 'a') & 1u) != 0;
}

/// Endings that begin with a vowel pair which is spoken as two.
int split_pairs(std::string_view word) {
  static constexpr std::array<std::string_view, 15> pairs{
      "ia", "io", "iu", "ua", "uo", "eo", "ii", "uou", "iou", "ean", "eum", "ier", "iety", "uity", "ying"};
  static constexpr std::array<std::string_view, 25> one{
      "tion",  "sion", "cial",  "tial",   "cian", "cious", "tious", "gion", "xion",  "qua",   "quo",
      "gious", "gua",  "tient", "people", "geon", "sua",   "logue", "cean", "xious", "geous", "ceous", "lion", "nion", "sian"};
  int more = 0;
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    if (!vowel(word[at]) || !vowel(word[at + 1])) continue;
    for (const std::string_view pair : pairs) {
      if (pair.size() > 2 || word.substr(at, 2) != pair) continue;
      bool joined = false;
      for (const std::string_view each : one) {
        const std::size_t inside = each.find(pair);
        joined = joined || (inside != std::string_view::npos && at >= inside &&
                            word.substr(at - inside, each.size()) == each);
      }
      more += joined ? 0 : 1;
    }
  }
  if (ends_in(word, "iety") || ends_in(word, "uity") || ends_in(word, "ier") || ends_in(word, "iest") ||
              ends_in(word, "uel") || ends_in(word, "uent") || ends_in(word, "ient")
          ? !ends_in(word, "tient") && !ends_in(word, "cient")
          : false)
    ++more;
  return more;
}

/// A last e that is not spoken: "home", "used", "makes"; but "table", "wanted", "houses".
int silent_end(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 3) return 0;
  const auto consonant = [&](std::size_t back) { return size > back && !vowel(word[size - 1 - back]); };
  if (ends_in(word, "le") && consonant(2)) return 0;
  if (word.ends_with('e')) return consonant(1) ? 1 : 0;
  if (ends_in(word, "ed"))
    return word[size - 3] == 't' || word[size - 3] == 'd' || !consonant(2) ||
                   (size > 4 && word[size - 3] == 'l' && consonant(3) && word[size - 4] != 'l' &&
                    word[size - 4] != 'r')
               ? 0
               : 1;
  if (ends_in(word, "les") && consonant(3)) return 0;
  if (ends_in(word, "es")) {
    const char before = word[size - 3];
    if (before == 's' || before == 'c' || before == 'x' || before == 'z' || before == 'g' ||
        ends_in(word, "ches") || ends_in(word, "shes"))
      return 0;
    return consonant(2) ? 1 : 0;
  }
  return 0;
}

/// A silent e before an ending that begins with a consonant: "safe-ly", "place-ment", "care-ful".
int silent_inside(std::string_view word) {
  static constexpr std::array<std::string_view, 9> endings{"ely",    "ement",  "eful",  "eless", "eness",
                                                           "ements", "efully", "ework", "eguard"};
  for (const std::string_view ending : endings)
    if (word.size() > ending.size() + 2 && word.ends_with(ending) &&
        !vowel(word[word.size() - ending.size() - 1]) &&
        !(word[word.size() - ending.size() - 1] == 'l' && !vowel(word[word.size() - ending.size() - 2])))
      return 1;
  return 0;
}

int count_syllables(std::string_view word) {
  int groups = 0;
  for (std::size_t at = 0; at < word.size(); ++at)
    groups += vowel(word[at]) && (at == 0 || !vowel(word[at - 1]));
  int count = groups + split_pairs(word) - silent_end(word) - silent_inside(word);
  if (ends_in(word, "que") && word.size() > 4) --count;
  // "going", "saying": the ending is a syllable of its own after a vowel.
  if (word.size() > 4 && ends_in(word, "ing") && vowel(word[word.size() - 4]) && !ends_in(word, "ying")) ++count;
  if (word.size() > 5 && ends_in(word, "ying") && word[word.size() - 5] != 'y') ++count;
  if (ends_in(word, "sm") || ends_in(word, "thm") || ends_in(word, "dn't") || ends_in(word, "sn't")) ++count;
  if (word.starts_with("re") && word.size() > 4 && (word[2] == 'a' || word[2] == 'i' || word[2] == 'e') &&
      word.substr(0, 4) != "real" && word.substr(0, 4) != "reas" && word.substr(0, 4) != "read" &&
      word.substr(0, 4) != "reac" && word.substr(0, 4) != "rein" && word.substr(0, 3) != "ree")
    ++count;
  return std::max(count, 1);
}

}  // namespace

int syllables_of(std::string_view word, const Lexicon& lexicon) {
  const auto listed = lexicon.syllables.find(std::string(word));
  if (listed != lexicon.syllables.end()) return listed->second;
  int count = 0;
  for (std::size_t begin = 0; begin <= word.size();) {
    std::size_t end = word.find('-', begin);
    if (end == std::string_view::npos) end = word.size();
    if (end > begin) count += count_syllables(word.substr(begin, end - begin));
    begin = end + 1;
  }
  return std::max(count, 1);
}

}  // namespace casewright
