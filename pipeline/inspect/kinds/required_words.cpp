#include "inspect/kinds/required_words.h"

#include <algorithm>

#include "inspect/kinds/places.h"
#include "inspect/kinds/wholeness.h"

namespace casewright {
namespace {

class RequiredWordsCheck final : public Check {
 public:
  RequiredWordsCheck(const Rule& rule, Preparation& preparation)
      : find_(preparation.phrases(rule.body, "find")),
        when_(preparation.phrases(rule.body, "when")),
        matches_(preparation.gated_patterns(rule.body, "match", rule.body.attribute("case") == "ignored")) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const auto stands = [&](std::uint32_t phrase) {
      const auto hits = seen.hits.of(phrase);
      return std::any_of(hits.begin(), hits.end(),
                         [&](const PhraseHit& hit) { return seen.reads(rule, hit.span); });
    };
    if (!when_.empty() && std::none_of(when_.begin(), when_.end(), stands)) return;
    if (std::any_of(find_.begin(), find_.end(), stands)) return;
    const bool matched = std::any_of(matches_.begin(), matches_.end(), [&](const GatedPattern& each) {
      std::uint32_t from = 0;
      if (!seen.meets_somewhere(each.needs)) return false;
      while (const auto match = each.pattern.find(seen.prose.text, from)) {
        if (seen.reads(rule, match->whole)) return true;
        from = std::max(match->whole.end, match->whole.begin + 1);
      }
      return false;
    });
    if (!matched && !follows_a_volume(seen)) into.push_back(report(seen, rule, {}));
  }

 private:
  std::vector<std::uint32_t> find_, when_;
  std::vector<GatedPattern> matches_;
};

}  // namespace

std::shared_ptr<const Check> prepare_required_words(const Rule& rule, Preparation& preparation) {
  return std::make_shared<RequiredWordsCheck>(rule, preparation);
}

}  // namespace casewright
