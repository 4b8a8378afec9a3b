#include "inspect/explained_terms.h"

#include <string_view>

#include "base/among.h"
#include "inspect/name_tokens.h"

namespace casewright {
namespace {

/// Looks at what follows a term, up to the end of its clause.
class Behind {
 public:
  Behind(const Prose& prose, const WordTable& words, const Stretch& stretch) : prose_(prose), words_(words), end_(stretch.end_token) {}

  bool explains(std::uint32_t at) const {
    const std::uint32_t mark = mark_from(at);
    if (mark + 2 >= end_) return false;  // one word is no explanation
    if (text(mark) == "(") return bracket_explains(mark + 1);
    return says_meaning(mark) || says_meaning(mark + 1) || relative_explains(mark + 1) || apposition_explains(mark + 1) || other_word(mark + 1);
  }

 private:
  std::string_view text(std::uint32_t at) const { return prose_.view(prose_.tokens[at].span()); }
  std::string_view folded(std::uint32_t at) const { return folded_word(prose_, at); }
  bool is_mark(std::uint32_t at) const { return casewright::is_mark(prose_, at); }

  /// The comma, dash or bracket behind a term, over the nouns that may go on from it: "DASH form,", "County lines gangs,"; or the word
  /// that says a meaning: "means". The end of the stretch where neither comes.
  std::uint32_t mark_from(std::uint32_t at) const {
    static constexpr std::string_view marks[] = {",", "(", "-", "\xE2\x80\x93", "\xE2\x80\x94", ":"};
    constexpr std::uint32_t nouns = 2;
    for (const std::uint32_t last = at + nouns; at < end_; ++at) {
      if (is_mark(at)) return among(marks, text(at)) ? at : end_;
      if (at + 1 < end_ && says_meaning(at)) return at;
      if (at == last || prose_.tokens[at].casing != Casing::lower || tells_of_past(at) || has_grammar(at)) return end_;
    }
    return end_;
  }

  /// A word of grammar: "the", "with", "is". A noun made of a verb ("assessment") is none.
  bool has_grammar(std::uint32_t at) const {
    return (words_.of(prose_.tokens[at]).classes.bits & ~static_cast<std::uint16_t>(WordClass::nominal)) != 0;
  }

  /// "meaning that", "that is,", "or, in other words,".
  bool says_meaning(std::uint32_t at) const {
    static constexpr std::string_view words[] = {"means", "meaning", "ie", "i.e"};
    return among(words, folded(at)) || (folded(at) == "that" && folded(at + 1) == "is" && at + 2 < end_ && (text(at + 2) == "," || text(at + 2) == ":"));
  }

  /// A verb of a story: "met", "was", "rang".
  bool tells_of_past(std::uint32_t at) const {
    static constexpr std::string_view past[] = {"was",   "were", "had",   "did",   "took",  "came",   "went", "saw",   "gave", "knew",
                                                "began", "rang", "wrote", "spoke", "ran",   "became", "fell", "broke", "chose", "said",
                                                "told",  "made", "met",   "held",  "found", "sent",   "left", "kept",  "got",  "asked"};
    static constexpr std::string_view before[] = {"is", "are", "be", "been", "being", "has", "have"};
    const std::string_view word = folded(at);
    if (among(past, word) || word.ends_with("ed") || words_.of(prose_.tokens[at]).classes.has(WordClass::participle))
      return at == 0 || (!among(before, folded(at - 1)) && !(at > 1 && among(before, folded(at - 2))));
    return false;
  }

  /// How many words follow to the end of the clause; none where one of them belongs to a story.
  std::uint32_t general_words(std::uint32_t at) const {
    static constexpr std::string_view ends[] = {",", ".", ";", ")", "?", "!", ":"};
    std::uint32_t count = 0;
    for (; at < end_ && !(is_mark(at) && among(ends, text(at))); ++at) {
      if (is_mark(at)) continue;
      if (tells_of_past(at)) return 0;
      ++count;
    }
    return count;
  }

  /// ", which finds out whether a child is at risk", ", where adults treat a child as older".
  bool relative_explains(std::uint32_t at) const {
    static constexpr std::string_view opens[] = {"which", "who", "where", "when"};
    constexpr std::uint32_t enough = 3;
    if (at + 2 >= end_ || !among(opens, folded(at))) return false;
    return says_meaning(at + 1) || general_words(at) > enough;
  }

  /// ", a meeting about people at risk", ", the mental health service for children", ", a swelling caused by fluid": an article, a noun
  /// and what ties more to it. What would go on as a sentence of its own ("After the MARAC, a worker of the refuge rang") is none.
  bool apposition_explains(std::uint32_t at) const {
    static constexpr std::string_view articles[] = {"a", "an", "the", "one", "any"};
    static constexpr std::string_view ties[] = {"of", "for", "that", "which", "where", "who", "about", "to", "in", "at", "near", "between", "from", "on", "when", "with", "by"};
    static constexpr std::string_view relatives[] = {"that", "which", "where", "who", "when"};
    static constexpr std::string_view clauses[] = {"should", "must", "will", "would", "could", "shall", "he", "she", "they", "it", "we"};
    constexpr std::uint32_t longest_noun = 5;
    if (at >= end_ || !among(articles, folded(at))) return false;
    bool tied = false;
    for (std::uint32_t word = at + 2; word < end_ && word <= at + longest_noun && !is_mark(word); ++word)
      tied = tied || among(ties, folded(word)) || (folded(word).ends_with("ed") && word + 1 < end_ && among(ties, folded(word + 1)));
    if (!tied) return false;
    bool relative = false;  // "the point at which it must step in"
    for (std::uint32_t word = at; word < end_ && !is_mark(word); ++word) {
      const bool made = folded(word).ends_with("ed") && word + 1 < end_ && among(ties, folded(word + 1));  // "caused by", "made of"
      if ((!relative && among(clauses, folded(word))) || (tells_of_past(word) && !made)) return false;
      relative = relative || among(relatives, folded(word));
    }
    return true;
  }

  /// ", or bed-wetting.", ", or tiny spots of bleeding under the skin,".
  bool other_word(std::uint32_t at) const {
    constexpr std::uint32_t longest = 8;
    if (folded(at) != "or") return false;
    const std::uint32_t first = at + 1;
    for (std::uint32_t word = first; word < end_; ++word) {
      if (is_mark(word)) return word > first && (text(word) == "." || text(word) == "," || text(word) == ";" || text(word) == ")");
      if (word - first == longest || prose_.tokens[word].casing != Casing::lower || (word == first && folded(word) == "the") || tells_of_past(word)) return false;
    }
    return true;
  }

  /// "(tiny red spots where small blood vessels have burst)", and not "(see page 4)", "(in May)", "(MARAC)".
  bool bracket_explains(std::uint32_t at) const {
    static constexpr std::string_view apart[] = {"see", "as", "in", "on", "from", "and", "also", "at", "by", "for", "with", "after", "before", "page", "section", "but", "not"};
    std::uint32_t count = 0;
    for (std::uint32_t word = at; word < end_ && text(word) != ")"; ++word) {
      if (is_mark(word)) continue;
      if (prose_.tokens[word].casing != Casing::lower && word == at) return false;
      ++count;
    }
    return count >= 2 && !among(apart, folded(at));
  }

  const Prose& prose_;
  const WordTable& words_;
  std::uint32_t end_;
};

bool names_what_was_said(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  const auto word = [&](std::uint32_t back) -> std::string_view { return at >= stretch.first_token + back ? folded_word(prose, at - back) : ""; };
  return (word(1) == "as" && word(2) == "known") || among({"called", "termed"}, word(1)) || (word(1) == "this" && among({"call", "calls", "term", "terms"}, word(2)));
}

}  // namespace

bool explained_before(const Prose& prose, const Stretch& stretch, std::uint32_t first, std::uint32_t after) {
  constexpr std::uint32_t enough = 2;
  while (first > stretch.first_token && among({"a", "an", "the"}, folded_word(prose, first - 1))) --first;
  if (first < stretch.first_token + enough + 1) return false;
  if (names_what_was_said(prose, stretch, first)) return true;
  const auto text = [&](std::uint32_t at) { return prose.view(prose.tokens[at].span()); };
  const bool ends = after >= stretch.end_token || among({".", ",", ";", ")"}, text(after));
  const bool in_bracket = text(first - 1) == "(" && after < stretch.end_token && text(after) == ")";
  const bool other_word = ends && text(first - 1) == "or" && text(first - 2) == ",";
  const std::uint32_t mark = in_bracket ? first - 1 : first - 2;
  if ((!in_bracket && !other_word) || mark < stretch.first_token + enough) return false;
  return prose.tokens[mark - 1].casing == Casing::lower && prose.tokens[mark - 2].casing == Casing::lower;
}

bool explained_behind(const Prose& prose, const WordTable& words, const Stretch& stretch, std::uint32_t after) {
  return Behind(prose, words, stretch).explains(after);
}

}  // namespace casewright
