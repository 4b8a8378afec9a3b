#include "inspect/kinds/repetition.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

class RepetitionCheck final : public Check {
 public:
  explicit RepetitionCheck(const Rule& rule) {
    for (const Record* each : rule.body.all("except")) except_.push_back(ascii_lower(fold_space(each->content())));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const Prose& prose = seen.prose;
    for (const Stretch& stretch : prose.stretches) {
      if (!rule.scopes.has(stretch.scope)) continue;
      for (std::uint32_t at = stretch.first_token + 1; at < stretch.end_token; ++at)
        if (prose.tokens[at].word == prose.tokens[at - 1].word && repeated(seen, rule, at))
          into.push_back(report(seen, rule, {prose.tokens[at - 1].begin, prose.tokens[at].span().end},
                                {{"found", prose.words[prose.tokens[at].word].folded}}));
    }
  }

 private:
  bool repeated(const Seen& seen, const Rule& rule, std::uint32_t at) const {
    const Token &first = seen.prose.tokens[at - 1], &second = seen.prose.tokens[at];
    const auto word = [](Casing casing) { return casing == Casing::lower || casing == Casing::capitalised; };
    if (!word(second.casing) || !word(first.casing) || second.opens_sentence) return false;
    // A name may be doubled, and short forms of one letter stand in lists.
    if (second.casing == Casing::capitalised || second.length < 2) return false;
    const Span gap{first.span().end, second.begin};
    if (gap.empty() || !trim(seen.prose.view(gap)).empty()) return false;
    const std::string& folded = seen.prose.words[second.word].folded;
    return std::find(except_.begin(), except_.end(), folded) == except_.end() && seen.reads(rule, second.span());
  }

  std::vector<std::string> except_;
};

}  // namespace

std::shared_ptr<const Check> prepare_repetition(const Rule& rule, Preparation&) {
  return std::make_shared<RepetitionCheck>(rule);
}

}  // namespace casewright
