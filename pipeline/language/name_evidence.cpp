#include "language/name_evidence.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/among.h"
#include "language/name_words.h"

namespace casewright {
namespace {

constexpr float share_of_best = 0.5f, public_enough = 0.5f;
constexpr float share_of_whole = 0.6f;    ///< of a whole name elsewhere, for one of its words
constexpr float sure_of_somebody = 0.5f;  ///< of each word of a whole name
constexpr float faint = 0.05f;            ///< what a word of the dictionary must have of its own

float chance_of_public(const LabelChances& chances) {
  float sum = 0;
  for (auto label = static_cast<std::size_t>(NameLabel::public_person); label < name_labels; ++label) sum += chances[label];
  return sum;
}

/// Tokens [first, end) that are capitalised, or stand between two such and only join them: "Court of Appeal".
struct Run {
  std::uint32_t first = 0, end = 0;
};

class Runs {
 public:
  Runs(const Prose& prose, const WordFilter& ordinary) : prose_(prose), ordinary_(ordinary) {
    for (const Stretch& stretch : prose.stretches)
      for (std::uint32_t at = stretch.first_token; at < stretch.end_token;) at = take(at, stretch.end_token);
  }
  const std::vector<Run>& all() const { return runs_; }

  /// The number of word `at` in a run: of all its words and of that one.
  std::uint64_t number(const Run& run, std::uint32_t at) const {
    std::uint64_t number = 14695981039346656037ull;
    for (std::uint32_t each = run.first; each < run.end; ++each) number = (number ^ prose_.tokens[each].word) * 1099511628211ull;
    return (number ^ prose_.tokens[at].word) * 1099511628211ull;
  }

 private:
  bool joins(std::uint32_t at) const {
    const std::string_view word = prose_.words[prose_.tokens[at].word].folded;
    return word == "of" || word == "the" || word == "for" || word == "and";
  }

  /// Takes the run at `at`, if one begins there; gives where to go on.
  std::uint32_t take(std::uint32_t at, std::uint32_t end) {
    if (!has_capital(prose_.tokens[at].casing)) return at + 1;
    std::uint32_t to = at + 1;
    while (to < end && (has_capital(prose_.tokens[to].casing) || (joins(to) && to + 1 < end && has_capital(prose_.tokens[to + 1].casing)))) ++to;
    // The capital of a sentence's first word says nothing.
    const bool opens = prose_.tokens[at].opens_sentence && ordinary_.knows_form_of(prose_.words[prose_.tokens[at].word].folded);
    const std::uint32_t from = opens && to - at > 1 && has_capital(prose_.tokens[at + 1].casing) ? at + 1 : at;
    runs_.push_back({from, to});
    return to;
  }

  const Prose& prose_;
  const WordFilter& ordinary_;
  std::vector<Run> runs_;
};

/// Raises `chances` to tell with `wanted`, by the labels of `best`.
void raise(LabelChances& chances, float now, float wanted, const LabelChances& best, float best_tells) {
  for (std::size_t label = 0; label < name_labels; ++label) {
    if (tells(static_cast<NameLabel>(label))) chances[label] = wanted * best[label] / best_tells;
    else chances[label] *= (1 - wanted) / std::max(1 - now, 1e-6f);
  }
}

/// Lets a word that stands alone hear of the whole name that it is part of: "Lee" where "Lee Stanton" stands elsewhere.
class PartsOfNames {
 public:
  PartsOfNames(const Prose& prose, const WordFilter& ordinary, const Runs& runs, NameChances& chances)
      : prose_(prose), ordinary_(ordinary), chances_(chances) {
    for (const Run& run : runs.all()) learn(run);
    for (const Run& run : runs.all())
      if (run.end - run.first == 1) hear(run.first);
  }

 private:
  float person(std::uint32_t at) const { return chances_[at][static_cast<std::size_t>(NameLabel::person)]; }

  void learn(const Run& run) {
    bool whole = run.end - run.first >= 2 && run.end - run.first <= words_of_a_name, open = false;
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      whole = whole && person(at) >= sure_of_somebody;
      open = open || chance_of_public(chances_[at]) >= public_enough;
    }
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      if (open) public_.insert(prose_.tokens[at].word);
      if (!whole || is_title(prose_.words[prose_.tokens[at].word].folded)) continue;
      const auto [known, fresh] = best_.emplace(prose_.tokens[at].word, at);
      if (!fresh && person(at) > person(known->second)) known->second = at;
    }
  }

  void hear(std::uint32_t at) {
    const auto known = best_.find(prose_.tokens[at].word);
    if (known == best_.end() || public_.contains(known->first)) return;
    const float best = chance_of_telling(chances_[known->second]), now = chance_of_telling(chances_[at]);
    if (now >= share_of_whole * best || chance_of_public(chances_[at]) >= public_enough) return;
    if (now < faint && ordinary_.knows_form_of(prose_.words[known->first].folded)) return;
    const LabelChances likeliest = chances_[known->second];
    raise(chances_.change(at), now, share_of_whole * best, likeliest, best);
  }

  static constexpr std::uint32_t words_of_a_name = 5;  ///< of a name with its title

  const Prose& prose_;
  const WordFilter& ordinary_;
  NameChances& chances_;
  std::unordered_map<std::uint32_t, std::uint32_t> best_;  ///< by word, the token where it is likeliest part of a whole name
  std::unordered_set<std::uint32_t> public_;               ///< words of names that readers may know
};

/// True for "the US" and "HR", which are nobody's initials.
bool stands_for_no_name(const Prose& prose, std::uint32_t at) {
  const std::string_view word = prose.words[prose.tokens[at].word].folded;
  const bool article = at > 0 && among({"the", "an", "a"}, prose.words[prose.tokens[at - 1].word].folded);
  return article || is_title(word) || among({"us", "uk", "eu", "un", "ni", "hr", "it", "tv", "id", "pm", "am", "ok", "pe", "re", "mp", "cv", "pr", "ad", "bc", "ed", "er", "mh", "gp", "pa", "cp", "pp", "cc", "fc", "la", "ta", "ca", "ba", "ma", "rn"}, word);
}

/// Lets initials hear of the whole name that stands elsewhere: "SK" where "Shirin Karimi" does.
void share_initials(const Prose& prose, const Runs& runs, NameChances& chances) {
  constexpr auto person = static_cast<std::size_t>(NameLabel::person);
  constexpr std::uint32_t least_words = 2, words_of_a_name = 3;
  std::unordered_map<std::string, std::uint32_t> whole;  // by initials in small letters, to a token
  for (const Run& run : runs.all()) {
    std::uint32_t first = run.first;
    const std::uint32_t words = run.end - first;
    if (words < least_words || words > words_of_a_name + 1 || chances.surely_none(run.end - 1) || chances[run.end - 1][person] < sure_of_somebody) continue;
    if (is_title(prose.words[prose.tokens[first].word].folded)) ++first;
    if (run.end - first < least_words || run.end - first > words_of_a_name) continue;
    std::string letters;
    for (std::uint32_t at = first; at < run.end; ++at) {
      const std::string& word = prose.words[prose.tokens[at].word].folded;
      if (chances.surely_none(at) || chances[at][person] < sure_of_somebody || prose.tokens[at].length < 2) break;
      letters += word.substr(0, 1);
    }
    if (letters.size() == run.end - first) whole.emplace(std::move(letters), first);
  }
  if (whole.empty()) return;
  for (const Run& run : runs.all()) {
    const Token& token = prose.tokens[run.first];
    if (run.end - run.first != 1 || token.casing != Casing::capitals || stands_for_no_name(prose, run.first)) continue;
    const auto named = whole.find(prose.words[token.word].folded);
    if (named == whole.end() || chance_of_public(chances[run.first]) >= public_enough) continue;
    const LabelChances likeliest = chances[named->second];
    const float all = chance_of_telling(likeliest), now = chance_of_telling(chances[run.first]);
    if (now < share_of_whole * all) raise(chances.change(run.first), now, share_of_whole * all, likeliest, all);
  }
}

/// Lets a word in small letters that is no word of English hear of the name that it is elsewhere: "bronagh's mail", "tyrells
/// bag" where "Tyrell slept" stands in the same papers.
void share_small(const Prose& prose, const WordFilter& ordinary, NameChances& chances) {
  constexpr auto person = static_cast<std::size_t>(NameLabel::person);
  std::unordered_map<std::string_view, std::uint32_t> best;  // to a token
  for (std::uint32_t at = 0; at < prose.tokens.size(); ++at) {
    if (!has_capital(prose.tokens[at].casing) || chances.surely_none(at) || chances[at][person] < sure_of_somebody) continue;
    const auto [known, fresh] = best.emplace(prose.words[prose.tokens[at].word].folded, at);
    if (!fresh && chances[at][person] > chances[known->second][person]) known->second = at;
  }
  if (best.empty()) return;
  const auto named = [&](std::string_view word) {
    if (word.size() < 3 || ordinary.knows_form_of(word)) return best.end();
    if (const auto whole = best.find(word); whole != best.end()) return whole;
    return word.ends_with('s') ? best.find(word.substr(0, word.size() - 1)) : best.end();
  };
  std::vector<std::uint32_t> from(prose.words.size(), prose.tokens.size());  // by word
  for (std::size_t word = 0; word < prose.words.size(); ++word)
    if (prose.words[word].count_lower > 0)
      if (const auto known = named(prose.words[word].folded); known != best.end()) from[word] = known->second;
  for (std::uint32_t at = 0; at < prose.tokens.size(); ++at) {
    const std::uint32_t name = from[prose.tokens[at].word];
    if (prose.tokens[at].casing != Casing::lower || name == prose.tokens.size()) continue;
    const LabelChances likeliest = chances[name];
    const float all = chance_of_telling(likeliest), now = chance_of_telling(chances[at]);
    if (now < share_of_whole * all && chance_of_public(chances[at]) < public_enough) raise(chances.change(at), now, share_of_whole * all, likeliest, all);
  }
}

/// "dr nwosu", "mister tolliver": what stands behind such a title in small letters is called so.
bool stands_behind_small_title(const Prose& prose, std::uint32_t at) {
  const Token& before = prose.tokens[at - 1];
  return before.casing == Casing::lower && before.span().end + 1 == prose.tokens[at].begin &&
         among({"mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "nurse", "sister", "pc", "dc", "sgt"}, prose.words[before.word].folded);
}

/// A line that somebody typed without a capital, as in messages and dictated notes: its names have none either.
bool is_small_throughout(const Prose& prose, const Stretch& stretch) {
  constexpr std::uint32_t least_words = 5;
  std::uint32_t small = 0;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const Token& token = prose.tokens[at];
    if (has_capital(token.casing) && token.length > 1) return false;
    small += token.casing == Casing::lower;
  }
  return small >= least_words;
}

}  // namespace

void doubt_public(NameChances& chances, float sure) {
  constexpr auto person = static_cast<std::size_t>(NameLabel::person), known = static_cast<std::size_t>(NameLabel::public_person);
  for (std::size_t at = 0; at < chances.size(); ++at) {
    if (chances.surely_none(at) || chances[at][known] >= sure) continue;
    LabelChances& here = chances.change(at);
    here[person] += here[known];
    here[known] = 0;
  }
}

void share_evidence(const Prose& prose, const WordFilter& ordinary, NameChances& chances) {
  const Runs runs(prose, ordinary);
  std::unordered_map<std::uint64_t, std::uint32_t> likeliest;  // to a token
  for (const Run& run : runs.all())
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      const auto [known, fresh] = likeliest.emplace(runs.number(run, at), at);
      if (!fresh && chance_of_telling(chances[at]) > chance_of_telling(chances[known->second])) known->second = at;
    }
  for (const Run& run : runs.all())
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      const std::uint32_t from = likeliest.at(runs.number(run, at));
      if (from == at || chances.surely_none(from)) continue;
      const float best = chance_of_telling(chances[from]), now = chance_of_telling(chances[at]);
      if (now >= share_of_best * best || chance_of_public(chances[at]) >= public_enough) continue;
      const LabelChances likeliest_here = chances[from];
      raise(chances.change(at), now, share_of_best * best, likeliest_here, best);
    }
  PartsOfNames(prose, ordinary, runs, chances);
  share_initials(prose, runs, chances);
  share_small(prose, ordinary, chances);
}

void suppose_given(const Prose& prose, const WordFilter& ordinary, const NameLists& lists, NameChances& chances) {
  constexpr auto person = static_cast<std::size_t>(NameLabel::person), date = static_cast<std::size_t>(NameLabel::date);
  constexpr std::size_t least_letters = 4, least_letters_in_small = 3;
  constexpr float supposed = 0.55f;
  enum class Known : signed char { not_asked, no, but_a_place, but_short, yes };
  std::vector<Known> known(prose.words.size(), Known::not_asked);  // by word
  const auto english = [&](std::uint32_t at) { return ordinary.knows_form_of(prose.words[prose.tokens[at].word].folded); };
  const auto look_up = [&](const std::string& word) {
    if (word.size() < least_letters_in_small || !lists.given.knows(word) || ordinary.knows_form_of(word) || is_time_word(word) || word == "alia") return Known::no;  // "inter alia"
    if (lists.places.knows(word)) return Known::but_a_place;
    return word.size() < least_letters ? Known::but_short : Known::yes;
  };
  for (const Stretch& stretch : prose.stretches) {
    const bool small = is_small_throughout(prose, stretch);
    for (std::uint32_t at = std::max(stretch.first_token, 1u); at < stretch.end_token && at + 1 < prose.tokens.size(); ++at) {
      const Token& token = prose.tokens[at];
      const bool in_date = token.casing == Casing::capitalised && !chances.surely_none(at) && chances[at][date] > chances[at][person];
      if (token.casing != Casing::lower && !in_date) continue;
      Known& listed = known[token.word];
      if (listed == Known::not_asked) listed = look_up(prose.words[token.word].folded);
      const bool titled = token.casing == Casing::lower && stands_behind_small_title(prose, at) && !english(at);
      const bool is_name = titled || listed == Known::yes || (small && listed != Known::no) || (in_date && listed == Known::but_a_place);
      if (!is_name || chances[at][person] >= supposed || chance_of_public(chances[at]) >= public_enough) continue;
      if (in_date) {
        LabelChances& here = chances.change(at);
        here[person] += here[date];
        here[date] = 0;
        continue;
      }
      if (!small && !titled && !english(at - 1) && !english(at + 1)) continue;
      LabelChances somebody{};
      somebody[person] = 1;
      raise(chances.change(at), chance_of_telling(chances[at]), supposed, somebody, 1);
    }
  }
}

void share_couples(const Prose& prose, const WordFilter& given, NameChances& chances) {
  constexpr float sure = 0.8f, share_of_other = 0.65f;
  const auto person = [&](std::uint32_t at) { return chances[at][static_cast<std::size_t>(NameLabel::person)]; };
  const auto word = [&](std::uint32_t at) -> const std::string& { return prose.words[prose.tokens[at].word].folded; };
  const auto could_be_one = [&](std::uint32_t at) {
    return prose.tokens[at].casing == Casing::capitalised && given.knows(word(at)) && chance_of_public(chances[at]) < public_enough;
  };
  for (std::uint32_t at = 1; at + 1 < prose.tokens.size(); ++at) {
    if (word(at) != "and" && word(at) != "&") continue;
    const std::uint32_t surer = person(at - 1) >= person(at + 1) ? at - 1 : at + 1, other = surer == at - 1 ? at + 1 : at - 1;
    if (person(surer) < sure || !could_be_one(surer) || !could_be_one(other) || is_time_word(word(other))) continue;
    const float best = chance_of_telling(chances[surer]), now = chance_of_telling(chances[other]);
    if (now >= share_of_other * best) continue;
    const LabelChances likeliest = chances[surer];
    raise(chances.change(other), now, share_of_other * best, likeliest, best);
  }
}

}  // namespace casewright
