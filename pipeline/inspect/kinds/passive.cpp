#include "inspect/kinds/passive.h"

#include <unordered_set>

#include "base/text.h"
#include "language/passives.h"

namespace casewright {
namespace {

class PassiveCheck final : public Check {
 public:
  PassiveCheck(const Rule& rule, Preparation& preparation)
      : unless_(preparation.phrases(rule.body, "unless")),
        negated_(rule.body.attribute("negated") == "yes"),
        agentless_(rule.body.attribute("agent") == "missing") {
    for (const Record* each : rule.body.all("participle")) {
      const std::string words = fold_space(each->content());
      for (const std::string_view word : split(words, ' ')) participles_.emplace(word);
    }
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const Sentence& sentence : seen.prose.sentences) {
      if (!rule.scopes.has(seen.prose.stretches[sentence.stretch].scope)) continue;
      for (const Passive& passive : passives_in(seen.prose, seen.words, sentence.first_token, sentence.end_token))
        if (meant(seen, passive, sentence) && seen.reads(rule, passive.span)) into.push_back(report(seen, rule, passive.span));
    }
  }

 private:
  bool meant(const Seen& seen, const Passive& passive, const Sentence& sentence) const {
    if (agentless_ && passive.agent) return false;
    const Token& verb = seen.prose.tokens[passive.participle];
    if (!participles_.empty() && participles_.count(seen.prose.words[verb.word].folded) == 0) return false;
    if (negated_ && !has_negation(seen, passive, sentence.first_token)) return false;
    for (const std::uint32_t phrase : unless_)
      if (seen.holds(phrase, sentence.span)) return false;
    return true;
  }

  /// "was not seen", "had never been seen", "wasn't seen"; "a child who left without a word was seen" is none.
  static bool has_negation(const Seen& seen, const Passive& passive, std::uint32_t first) {
    const std::uint32_t from = passive.first_token > first + 1 ? passive.first_token - 2 : first;
    for (std::uint32_t at = from; at < passive.participle; ++at) {
      const Token& token = seen.prose.tokens[at];
      if (seen.words.of(token).classes.has(WordClass::negation) && seen.prose.words[token.word].folded != "without") return true;
    }
    return false;
  }

  std::unordered_set<std::string> participles_;
  std::vector<std::uint32_t> unless_;
  bool negated_, agentless_;
};

}  // namespace

std::shared_ptr<const Check> prepare_passive(const Rule& rule, Preparation& preparation) {
  return std::make_shared<PassiveCheck>(rule, preparation);
}

}  // namespace casewright
