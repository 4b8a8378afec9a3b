#include "inspect/kinds/sequence.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "inspect/kinds/finds.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

struct ClassName {
  std::string_view name;
  WordClass kind;
};
constexpr std::array<ClassName, 13> class_names{{{"be", WordClass::be},
                                                 {"get", WordClass::become_by},
                                                 {"adverb", WordClass::adverb},
                                                 {"participle", WordClass::participle},
                                                 {"state", WordClass::state},
                                                 {"determiner", WordClass::determiner},
                                                 {"pronoun", WordClass::pronoun},
                                                 {"preposition", WordClass::preposition},
                                                 {"negation", WordClass::negation},
                                                 {"auxiliary", WordClass::auxiliary},
                                                 {"nominal", WordClass::nominal},
                                                 {"question", WordClass::question},
                                                 {"contracted", WordClass::contracted}}};

/// One token of the row: every test that is given must hold, or must not where `negated`.
struct Step {
  std::vector<std::string> words;
  std::vector<WordClass> classes;
  std::optional<Casing> casing;
  std::optional<regex::Pattern> pattern;
  bool negated = false;
  bool optional = false;
  std::uint32_t skip = 0;  ///< how many other tokens may stand before it

  bool holds(const Seen& seen, const Token& token) const {
    bool all = fits(seen, token);
    all = all && (!casing || token.casing == *casing);
    all = all && (!pattern || whole_match(seen.prose.view(token.span())));
    return all != negated;
  }

  /// What its word says, however it is written.
  bool fits(const Seen& seen, const Token& token) const {
    const std::string& word = seen.prose.words[token.word].folded;
    if (!words.empty() && std::find(words.begin(), words.end(), word) == words.end()) return false;
    const WordClasses own = seen.words.of(token).classes;
    return classes.empty() || std::any_of(classes.begin(), classes.end(), [&](WordClass each) { return own.has(each); });
  }

 private:
  bool whole_match(std::string_view text) const {
    const auto match = pattern->find(text);
    return match && match->whole.begin == 0 && match->whole.end == text.size();
  }
};

std::optional<Casing> casing_named(std::string_view name) {
  static constexpr std::array<std::string_view, 6> names{"lower", "capitalised", "capitals", "mixed", "number", "mark"};
  for (std::size_t at = 0; at < names.size(); ++at)
    if (names[at] == name) return static_cast<Casing>(at);
  return std::nullopt;
}

Step read_step(const Record& token, bool ignore_case, Preparation& preparation) {
  Step step;
  for (const std::string_view word : split(token.attribute("word"), '|'))
    for (const std::string& each : words_of_phrase(word)) step.words.push_back(each);
  const std::string classes = fold_space(token.attribute("class"));
  for (const std::string_view name : split(classes, ' ')) {
    if (name.empty()) continue;
    const auto found = std::find_if(class_names.begin(), class_names.end(), [&](const ClassName& each) { return each.name == name; });
    if (found != class_names.end()) step.classes.push_back(found->kind);
    else preparation.fault(token, "'" + std::string(name) + "' is no class of words", "rule.rng lists the classes");
  }
  if (token.has_attribute("casing")) step.casing = casing_named(token.attribute("casing"));
  if (!trim(token.content()).empty()) step.pattern = preparation.pattern(token, ignore_case);
  step.negated = token.attribute("negated") == "yes";
  step.optional = token.attribute("optional") == "yes";
  step.skip = static_cast<std::uint32_t>(std::max(0, preparation.whole(token, "skip", 0)));
  return step;
}

/// Which words can begin a row, asked once for each distinct word of a document.
class Openers {
 public:
  Openers(const Seen& seen, const Step& first)
      : seen_(seen), first_(first), any_(first.negated || first.optional || first.skip > 0), known_(any_ ? 0 : seen.prose.words.size()) {}

  bool may_begin(const Token& token) {
    if (any_) return true;
    Answer& answer = known_[token.word];
    if (answer == Answer::open) answer = first_.fits(seen_, token) ? Answer::yes : Answer::no;
    return answer == Answer::yes;
  }

 private:
  enum class Answer : std::uint8_t { open, yes, no };
  const Seen& seen_;
  const Step& first_;
  bool any_;  ///< the first step says nothing of the first word
  std::vector<Answer> known_;  ///< by word
};

class SequenceCheck final : public Check {
 public:
  SequenceCheck(const Rule& rule, Preparation& preparation) {
    for (const Record* token : rule.body.all("token"))
      steps_.push_back(read_step(*token, rule.body.attribute("case") != "kept", preparation));
    if (steps_.empty()) preparation.fault(rule.body, "the row has no tokens", "write a <token> for each");
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    Openers openers(seen, steps_.front());
    for (const Sentence& sentence : seen.prose.sentences) {
      if (!rule.scopes.has(seen.prose.stretches[sentence.stretch].scope)) continue;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (!openers.may_begin(seen.prose.tokens[at])) continue;
        const std::uint32_t end = end_of_row(seen, at, sentence.end_token);
        if (end == at) continue;
        const Span span{seen.prose.tokens[at].begin, seen.prose.tokens[end - 1].span().end};
        if (seen.reads(rule, span)) into.push_back(report(seen, rule, span, {{"found", shown_words(seen.prose.view(span))}}));
        at = end - 1;
      }
    }
  }

 private:
  /// The token after a row that begins at `at`; `at` itself where none does. A negated token at the end only
  /// looks ahead.
  std::uint32_t end_of_row(const Seen& seen, std::uint32_t at, std::uint32_t end) const {
    std::uint32_t next = at, shown = at;
    for (const Step& step : steps_) {
      std::uint32_t skipped = 0;
      while (next < end && skipped < step.skip && !step.holds(seen, seen.prose.tokens[next])) ++next, ++skipped;
      const bool holds = next < end ? step.holds(seen, seen.prose.tokens[next]) : step.negated;
      if (!holds && !step.optional) return at;
      if (!holds) continue;
      if (next < end && !(step.negated && &step == &steps_.back())) shown = next + 1;
      ++next;
    }
    return shown;
  }

  std::vector<Step> steps_;
};

}  // namespace

std::shared_ptr<const Check> prepare_sequence(const Rule& rule, Preparation& preparation) {
  return std::make_shared<SequenceCheck>(rule, preparation);
}

}  // namespace casewright
