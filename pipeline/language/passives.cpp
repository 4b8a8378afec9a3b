#include "language/passives.h"

#include <algorithm>
#include <array>

namespace casewright {
namespace {

/// How many words may stand between "be" and its participle, and in a question.
constexpr std::uint32_t participle_reach = 5, participle_reach_in_question = 7;

class Search {
 public:
  Search(const Prose& prose, const WordTable& words, std::uint32_t first, std::uint32_t end)
      : prose_(prose), words_(words), first_(first), end_(end) {}

  /// True for a form of "be"; "'s" is one after a pronoun, and stands for "has" before "ever" and "already".
  bool be(std::uint32_t at) const {
    const WordClasses here = classes(at);
    if (here.has(WordClass::be) || here.has(WordClass::contracted)) return true;
    return here.has(WordClass::suffixed) && at > first_ && classes(at - 1).has(WordClass::pronoun) && !perfect_after(at);
  }
  bool get(std::uint32_t at) const { return classes(at).has(WordClass::become_by); }
  /// False for most words, with which no passive can begin.
  bool be_or_get(std::uint32_t at) const {
    constexpr WordClasses either = [] {
      WordClasses all;
      for (const WordClass each : {WordClass::be, WordClass::contracted, WordClass::suffixed, WordClass::become_by}) all.add(each);
      return all;
    }();
    return (classes(at).bits & either.bits) != 0;
  }

  /// The participle that the form of "be" at `at` goes with; the end where there is none.
  std::uint32_t participle_after(std::uint32_t at) const {
    std::uint32_t next = at + 1;
    while (next < end_ && next <= at + participle_reach) {
      if (participle(next)) return next;
      if (!adverb(next) && !lets_through(next)) break;
      ++next;
    }
    return turned_round(at) ? participle_in_question(at) : end_;
  }

  /// "Attached is the plan": the participle opens the sentence.
  bool opens_with_participle(std::uint32_t be) const {
    return be > first_ && prose_.tokens[be - 1].opens_sentence && participle(be - 1) && !state(be - 1) && be + 1 < end_ &&
           (classes(be + 1).has(WordClass::determiner) || classes(be + 1).has(WordClass::pronoun));
  }

  /// True where the participle only says how somebody is.
  bool state(std::uint32_t at) const {
    if (classes(at).has(WordClass::state)) return true;
    return at + 1 < end_ && is_state_before(word(at), word(at + 1), words_.lexicon());
  }

  /// True where somebody who does it is named: "by" within three words, and no time, place or way after it.
  bool agent_after(std::uint32_t participle) const {
    for (std::uint32_t at = participle + 1; at < end_ && at <= participle + 3; ++at) {
      if (text(at) == "." || text(at) == "," || text(at) == ";") return false;
      if (word(at) == "by") return at + 1 < end_ && names_agent(at + 1);
    }
    return false;
  }

 private:
  WordClasses classes(std::uint32_t at) const { return words_.of(prose_.tokens[at]).classes; }
  std::string_view text(std::uint32_t at) const { return prose_.view(prose_.tokens[at].span()); }
  std::string_view word(std::uint32_t at) const { return prose_.words[prose_.tokens[at].word].folded; }
  bool participle(std::uint32_t at) const { return classes(at).has(WordClass::participle); }
  bool adverb(std::uint32_t at) const { return classes(at).has(WordClass::adverb) && !participle(at); }

  /// Marks and joints that may stand in between: "was, in the end, told" stops at "in"; "been seen and not".
  bool lets_through(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 6> marks{",", "\"", "'", "or", "and", "("};
    return std::find(marks.begin(), marks.end(), text(at)) != marks.end();
  }

  bool perfect_after(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 5> words{"ever", "already", "just", "never", "always"};
    return at + 1 < end_ && std::find(words.begin(), words.end(), word(at + 1)) != words.end();
  }

  /// "Was the child seen", "why are they told".
  bool turned_round(std::uint32_t be) const {
    if (classes(be).has(WordClass::contracted) || classes(be).has(WordClass::suffixed)) return false;
    return prose_.tokens[be].opens_sentence || (be > first_ && asks(be - 1));
  }
  bool asks(std::uint32_t at) const {
    const std::string_view asked = word(at);
    return asked == "why" || asked == "when" || asked == "where" || asked == "how";
  }

  /// Whom a question asks about stands before the participle: one pronoun or a few words of a name or thing.
  std::uint32_t participle_in_question(std::uint32_t be) const {
    for (std::uint32_t at = be + 1; at < end_ && at <= be + participle_reach_in_question; ++at) {
      const WordClasses here = classes(at);
      if (prose_.tokens[at].casing == Casing::punctuation || here.has(WordClass::be) || here.has(WordClass::auxiliary) ||
          here.has(WordClass::preposition))
        return end_;
      const bool describes = at > be + 1 && classes(at - 1).has(WordClass::determiner) &&
                             !classes(at - 1).has(WordClass::pronoun);
      if (at > be + 1 && here.has(WordClass::participle) && !describes) return at;
    }
    return end_;
  }

  bool names_agent(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 14> others{"means", "way",  "hand",  "telephone", "phone", "post", "email",
                                                             "law",   "then", "now",   "mistake",   "chance", "which", "when"};
    return !word(at).ends_with("ing") && prose_.tokens[at].casing != Casing::number &&
           std::find(others.begin(), others.end(), word(at)) == others.end();
  }

  const Prose& prose_;
  const WordTable& words_;
  std::uint32_t first_, end_;
};

}  // namespace

std::vector<Passive> passives_in(const Prose& prose, const WordTable& words, std::uint32_t first, std::uint32_t end) {
  std::vector<Passive> found;
  const Search search(prose, words, first, end);
  for (std::uint32_t at = first; at < end; ++at) {
    if (!search.be_or_get(at)) continue;
    const bool get = search.get(at);
    if (!get && !search.be(at)) continue;
    if (!get && search.opens_with_participle(at)) {
      found.push_back({at, at - 1, {prose.tokens[at - 1].begin, prose.tokens[at].span().end}, false});
      continue;
    }
    const std::uint32_t participle = search.participle_after(at);
    if (participle == end || (get && participle != at + 1)) continue;
    const bool agent = search.agent_after(participle);
    if (search.state(participle) && !agent) continue;
    const Span span{prose.tokens[at].begin, prose.tokens[participle].span().end};
    found.push_back({at, participle, span, agent});
    at = participle;
  }
  return found;
}

}  // namespace casewright
