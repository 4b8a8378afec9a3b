#include "inspect/citations.h"

#include "base/among.h"
#include "inspect/name_tokens.h"
#include "language/name_words.h"

namespace casewright {
namespace {

constexpr std::uint64_t given = 1, family = 2;  ///< bits of NameLists::holding

bool joins_authors(std::string_view word) { return among({",", "and", "&", "et", "al", ".", "others", "colleagues"}, word); }

}  // namespace

/// What stands between authors and their year: "Howe (2005)", "(Howe, 2005)".
bool Citations::leads_to_year(std::uint32_t at, std::uint32_t end) const {
  return at + 2 < end && (folded_word(prose_, at) == "(" || folded_word(prose_, at) == ",") && is_year(folded_word(prose_, at + 1)) &&
         among({")", ",", ":", ";"}, folded_word(prose_, at + 2));
}

/// A word that is a family name sooner than a given one.
bool Citations::is_author(std::uint32_t at) const {
  if (prose_.tokens[at].casing != Casing::capitalised && prose_.tokens[at].casing != Casing::mixed) return false;
  const std::string_view word = folded_word(prose_, at);
  return !is_title(word) && !is_time_word(word) && (lists_.holding(word) & (given | family)) != given;
}

/// The first of the authors before the bracket, or the bracket.
std::uint32_t Citations::first_author(std::uint32_t bracket, std::uint32_t first) const {
  std::uint32_t from = bracket;
  bool joined = true;  // nothing, or what joins two, stands behind the next word
  for (std::uint32_t at = bracket; at > first; --at) {
    const bool joint = joins_authors(folded_word(prose_, at - 1));
    if (!joint && (!joined || !is_author(at - 1))) break;
    if (!joint) from = at - 1;
    joined = joint;
  }
  if (from == first || joins_authors(folded_word(prose_, from - 1)) || prose_.tokens[from - 1].casing != Casing::capitalised) return from;
  const bool whole_name = !prose_.tokens[from - 1].opens_sentence || (lists_.holding(folded_word(prose_, from - 1)) & given) != 0;  // "Kyle Morris (2009)"
  return whole_name ? bracket : from;
}

/// One of them bears a name that is a family's alone; three names in a row are authors where two are a family's at all. A
/// word of no list ("Felitti and others", "(Felitti, 1998)") may be a child's rare name, but where others are cited beside.
bool Citations::are_authors(std::uint32_t from, std::uint32_t to) const {
  std::uint32_t all = 0, families = 0, surely = 0, unlisted = 0;
  for (std::uint32_t at = from; at < to; ++at) {
    if (joins_authors(folded_word(prose_, at))) continue;
    const std::uint64_t listed = lists_.holding(folded_word(prose_, at));
    ++all;
    families += (listed & family) != 0;
    surely += (listed & (given | family)) == family;
    unlisted += (listed & (given | family)) == 0;
  }
  const std::uint32_t last = folded_word(prose_, to - 1) == "." && to - from > 1 ? to - 2 : to - 1;
  const bool cited = all >= 2 || among({"others", "colleagues", "al"}, folded_word(prose_, last)) || folded_word(prose_, to) == ",";
  return surely > 0 || (all >= 3 && families >= 2) || (cited && unlisted > 0);
}

Citations::Citations(const Prose& prose, const NameLists& lists) : prose_(prose), lists_(lists), cited_(prose.tokens.size()) {
  std::vector<std::uint32_t> authors, times(prose.words.size());
  for (const Stretch& stretch : prose.stretches)
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      if (!leads_to_year(at, stretch.end_token)) continue;
      const std::uint32_t from = first_author(at, stretch.first_token);
      if (folded_word(prose, at) == "," && (from == stretch.first_token || !among({"(", ";"}, folded_word(prose, from - 1)))) continue;
      if (!are_authors(from, at)) continue;
      for (std::uint32_t each = from; each < at; ++each) {
        if (joins_authors(folded_word(prose, each))) continue;
        authors.push_back(each);
        ++times[prose.tokens[each].word];
      }
    }
  for (const std::uint32_t each : authors) {
    const Word& word = prose.words[prose.tokens[each].word];
    cited_[each] = word.count - word.count_lower <= times[prose.tokens[each].word];
  }
}

}  // namespace casewright
