#include "inspect/kinds/substitution.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "inspect/explained_terms.h"
#include "inspect/inflection.h"
#include "inspect/kinds/finds.h"
#include "inspect/kinds/places.h"
#include "inspect/measures.h"

namespace casewright {
namespace {

/// One term with what to write for it.
struct Swap {
  std::uint32_t term = 0;
  std::string use;
  std::string stem;  ///< of a term that is one verb in all its forms
  bool safe = false; ///< may take the place of what was found as it stands
};

/// "utilise" of the term "utilise~"; empty for any other term.
std::string stem_of(const std::string& term) {
  const bool one_verb = term.size() > 2 && term.ends_with('~') && term.find_first_of(" ([|") == std::string::npos;
  return one_verb ? term.substr(0, term.size() - 1) : std::string();
}

class SubstitutionCheck final : public Check {
 public:
  SubstitutionCheck(const Rule& rule, Preparation& preparation)
      : except_(preparation.phrases(rule.body, "except")), unless_(preparation.phrases(rule.body, "unless")), once_(rule.body.attribute("once") == "yes"),
        safe_(rule.body.attribute("rewrite") == "safe"), leaves_explained_(rule.body.attribute("explained") == "left"), leaves_names_(rule.body.attribute("names") == "left"),
        words_(rule.message.find("\"{use}\"") != std::string::npos) {
    for (const Record* swap : rule.body.all("swap")) {
      const std::string term = fold_space(swap->content()), stem = stem_of(term);
      // A verb inside a longer phrase has forms that nothing here could follow.
      const bool fits = !stem.empty() || term.find('~') == std::string::npos;
      swaps_.push_back({preparation.phrase(*swap), std::string(swap->attribute("use")), stem, safe_ && fits && swap->attribute("rewrite") != "no"});
      terms_.push_back(swaps_.back().term);
    }
    read_patterns(rule.body, preparation);
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (!pattern_swaps_.empty()) look_for_patterns(seen, rule, into);
    const std::vector<PhraseHit> hits = readable(seen, rule);
    std::map<std::string, int> counts;
    if (once_)
      for (const PhraseHit& hit : hits) ++counts[wording_of(seen, hit)];
    for (const PhraseHit& hit : hits) {
      // Each wording is told once; the first place says how often it stands in the report.
      const int count = once_ ? std::exchange(counts[wording_of(seen, hit)], 0) : 1;
      if (count == 0) continue;
      const std::string found = fold_space(seen.prose.view(hit.span));
      const Swap& swap = swap_of(hit.phrase);
      // What a message gives as advice and not in quotation marks is no wording that takes capitals.
      const std::string use = words_ || swap.safe ? fitted(swap.use, found, swap.stem) : fitted(swap.use, ascii_lower(found), swap.stem);
      Finding finding = report(seen, rule, hit.span,
                               {{"found", found}, {"use", use.empty() ? swap.use : use}, {"count", std::to_string(count)}});
      if (count > 1) finding.message += " It stands " + std::to_string(count) + " times in the report.";
      if (swap.safe && !use.empty() && !finding.quoted && stands_as(seen, hit, !swap.stem.empty())) rewrite(seen, hit, use, finding);
      into.push_back(std::move(finding));
    }
  }

 private:
  std::vector<PhraseHit> readable(const Seen& seen, const Rule& rule) const {
    std::vector<PhraseHit> hits = places_of(seen, terms_);
    if (leaves_explained_) leave_explained(seen, hits);
    ProseTold told;
    std::erase_if(hits, [&](const PhraseHit& hit) {
      return !seen.reads(rule, hit.span) || overlaps_any(seen, except_, hit.span) || (leaves_names_ && in_name(seen, hit.span)) ||
             is_noun(seen, hit) || excused(seen, hit.span) || (rule.quoted == Quoted::skip && !told.reads(seen, hit.span));
    });
    return hits;
  }

  /// Takes away the terms that the report explains somewhere: where they stand, or in its glossary.
  static void leave_explained(const Seen& seen, std::vector<PhraseHit>& hits) {
    std::set<std::uint32_t> explained;
    for (const PhraseHit& hit : hits) {
      const Stretch& stretch = seen.prose.stretches[hit.stretch];
      const bool entry = (seen.sections[hit.stretch] & *section_of("glossary")) != 0 && hit.span.begin == stretch.span.begin;
      const auto place = [&](std::uint32_t byte) { return static_cast<std::uint32_t>(token_at(seen, byte) - seen.prose.tokens.begin()); };
      const std::uint32_t first = place(hit.span.begin), after = place(hit.span.end);
      if (entry || explained_behind(seen.prose, seen.words, stretch, after) || explained_before(seen.prose, stretch, first, after)) explained.insert(hit.phrase);
    }
    std::erase_if(hits, [&](const PhraseHit& hit) { return explained.contains(hit.phrase); });
  }

  /// Tells code, numbers and other languages, where a point of style is none, a stretch at a time. What is said of people counts
  /// there, too: rules on it tell quoted words.
  class ProseTold {
   public:
    bool reads(const Seen& seen, Span span) {
      const std::uint32_t index = seen.stretch_index(span.begin);
      if (index != last_) prose_ = reads_as_prose(seen.prose, seen.words, seen.prose.stretches[index]);
      last_ = index;
      return prose_;
    }

   private:
    std::uint32_t last_ = ~0u;
    bool prose_ = true;
  };

  /// True where the sentence around the words makes them fine.
  bool excused(const Seen& seen, Span span) const {
    return !unless_.empty() && stands_in(seen, unless_, seen.sentence_at(span.begin));
  }

  /// The first token at or behind a place.
  static std::vector<Token>::const_iterator token_at(const Seen& seen, std::uint32_t place) {
    const auto& tokens = seen.prose.tokens;
    return std::lower_bound(tokens.begin(), tokens.end(), place, [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
  }

  /// True where each of the words has a capital that is not a sentence's: "Center Parcs", and not "Monday through Friday".
  static bool in_name(const Seen& seen, Span span) {
    const auto at = token_at(seen, span.begin), end = token_at(seen, span.end);
    return at != end && !at->opens_sentence && std::all_of(at, end, [](const Token& each) { return has_capital(each.casing); });
  }

  /// "the attempt", "Requests for access": what looks like a form of the verb is a noun.
  bool is_noun(const Seen& seen, const PhraseHit& hit) const {
    const auto at = token_at(seen, hit.span.begin);
    if (swap_of(hit.phrase).stem.empty() || at == seen.prose.tokens.end()) return false;
    const std::string& word = seen.prose.words[at->word].folded;
    if (word.ends_with("ed") || word.ends_with("ing")) return false;
    if (at == seen.prose.tokens.begin() || at->opens_sentence) return word.ends_with("s");
    const WordClasses before = seen.words.of(*(at - 1)).classes;
    return before.has(WordClass::determiner) && !before.has(WordClass::pronoun);
  }

  /// What counts as the same wording: all forms of one verb, or the same words; quoted words by themselves.
  std::string wording_of(const Seen& seen, const PhraseHit& hit) const {
    const bool verb = !swap_of(hit.phrase).stem.empty();
    const std::string words = verb ? std::to_string(hit.phrase) : ascii_lower(fold_space(seen.prose.view(hit.span)));
    return seen.quoted(hit.span) ? "\"" + words : words;
  }

  /// A pattern with what to write for it, as styles from elsewhere have them.
  struct PatternSwap {
    regex::Pattern pattern;
    std::string use;         ///< "$1" in it stands for the pattern's first group
    std::string suggestion;
  };
  /// Where a pattern matched.
  struct PatternHit {
    regex::Match match;
    const PatternSwap* swap = nullptr;
  };

  void read_patterns(const Record& body, Preparation& preparation) {
    const bool ignore_case = body.attribute("case") != "kept";
    for (const Record* each : body.all("swap-match"))
      if (auto pattern = preparation.pattern(*each, ignore_case))
        pattern_swaps_.push_back({std::move(*pattern), std::string(each->attribute("use")), std::string(each->attribute("suggestion"))});
    except_patterns_ = preparation.patterns(body, "except-match", ignore_case);
    around_ = preparation.gated_patterns(body, "except-around", ignore_case);
    fit_ = body.attribute("fit") == "yes";
  }

  /// All places of all patterns in one stretch; of two that overlap, the first, and of those the longer.
  std::vector<PatternHit> pattern_hits(const Seen& seen, Span where) const {
    std::vector<PatternHit> all;
    for (const PatternSwap& swap : pattern_swaps_)
      each_match(seen.prose, where, swap.pattern, [&](const regex::Match& match) { all.push_back({match, &swap}); });
    std::stable_sort(all.begin(), all.end(), [](const PatternHit& a, const PatternHit& b) {
      const Span one = a.match.whole, other = b.match.whole;
      return one.begin != other.begin ? one.begin < other.begin : one.end > other.end;
    });
    std::uint32_t done = 0;
    std::erase_if(all, [&](const PatternHit& hit) {
      if (hit.match.whole.begin < done || hit.match.whole.empty()) return true;
      done = hit.match.whole.end;
      return false;
    });
    return all;
  }

  void look_for_patterns(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    for (const Stretch& stretch : seen.prose.stretches) {
      if (!rule.scopes.has(stretch.scope)) continue;
      for (const PatternHit& hit : pattern_hits(seen, stretch.span)) {
        const Span span = hit.match.whole;
        const std::string_view words = seen.prose.view(span);
        const bool excepted = std::any_of(except_patterns_.begin(), except_patterns_.end(),
                                          [&](const regex::Pattern& each) { return each.find(words).has_value(); });
        if (excepted || words == hit.swap->use || !seen.reads(rule, span) || stands_inside(seen, around_, span)) continue;
        const std::string use = expanded(seen, hit, hit.swap->use);
        into.push_back(report(seen, rule, span, {{"found", shown_words(words)}, {"use", use}}));
        if (!hit.swap->suggestion.empty()) into.back().suggestion = expanded(seen, hit, hit.swap->suggestion);
      }
    }
  }

  /// What to write, with the words of the first group where it says $1; those may be a name, so a message masks them.
  std::string expanded(const Seen& seen, const PatternHit& hit, const std::string& use) const {
    const std::string whole = replace_every(use, "$1", hit.match.first.empty() ? "" : shown_words(seen.prose.view(hit.match.first)));
    return fit_ ? fitted(whole, seen.prose.view(hit.match.whole), {}) : whole;
  }

  /// True where the words are what the rule takes them for: a verb's form is no noun ("a purchase", "the attempts").
  static bool stands_as(const Seen& seen, const PhraseHit& hit, bool verb) {
    if (!verb) return true;
    const auto& tokens = seen.prose.tokens;
    const auto at = token_at(seen, hit.span.begin);
    if (at == tokens.end()) return false;
    const std::string& word = seen.prose.words[at->word].folded;
    if (at == tokens.begin() || at->opens_sentence) return word.ends_with("ing");
    const WordClasses before = seen.words.of(*(at - 1)).classes;
    if (before.has(WordClass::determiner) && !before.has(WordClass::pronoun)) return false;
    if (word.ends_with("ed") || word.ends_with("ing")) return true;
    const std::string& last = seen.prose.words[(at - 1)->word].folded;
    return last == "to" || before.has(WordClass::auxiliary) || before.has(WordClass::pronoun) || before.has(WordClass::adverb);
  }

  const Swap& swap_of(std::uint32_t term) const {
    return *std::find_if(swaps_.begin(), swaps_.end(), [&](const Swap& each) { return each.term == term; });
  }

  /// "the majority of Leo's visits": what follows asks for "most of".
  static bool wants_of(const Seen& seen, const PhraseHit& hit) {
    const auto next = token_at(seen, hit.span.end);
    if (next == seen.prose.tokens.end()) return false;
    const WordClasses classes = seen.words.of(*next).classes;
    const bool possessed = next + 1 != seen.prose.tokens.end() && seen.words.of(*(next + 1)).classes.has(WordClass::suffixed);
    return possessed || classes.has(WordClass::determiner) || classes.has(WordClass::pronoun);
  }

  /// Writes the words that can take the place of those found, unless what stands around them would not fit.
  static void rewrite(const Seen& seen, const PhraseHit& hit, const std::string& use, Finding& finding) {
    const std::string_view before = seen.prose.view({seen.prose.stretches[hit.stretch].span.begin, hit.span.begin});
    const bool a = before.ends_with(" a ") || before.ends_with(" A "), an = before.ends_with(" an ") || before.ends_with(" An ");
    if ((a && article_for(use) != "a") || (an && article_for(use) != "an"))
      finding.suggestion += " Write \"" + std::string(article_for(use)) + "\" before it.";
    else if (ascii_lower(use) == "about" && token_at(seen, hit.span.begin)->opens_sentence)
      finding.suggestion += " Begin with whom or what it is about.";
    else
      finding.rewrite = (ascii_lower(use) == "most" || ascii_lower(use) == "many") && wants_of(seen, hit) ? use + " of" : use;
  }

  std::vector<Swap> swaps_;
  std::vector<PatternSwap> pattern_swaps_;
  std::vector<regex::Pattern> except_patterns_;
  std::vector<GatedPattern> around_;
  std::vector<std::uint32_t> terms_, except_, unless_;
  bool once_ = false, safe_ = false;
  bool leaves_explained_ = false;  ///< a term that the report explains is left alone
  bool leaves_names_ = false;  ///< a word with a capital inside a sentence is left alone
  bool words_ = false;         ///< the message gives what to write in quotation marks
  bool fit_ = false;  ///< what a pattern's words give way to takes their capital
};

}  // namespace

std::shared_ptr<const Check> prepare_substitution(const Rule& rule, Preparation& preparation) {
  return std::make_shared<SubstitutionCheck>(rule, preparation);
}

}  // namespace casewright
