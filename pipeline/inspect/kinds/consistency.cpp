#include "inspect/kinds/consistency.h"

#include "base/text.h"
#include "inspect/kinds/finds.h"

namespace casewright {
namespace {

/// Two terms for one thing.
struct Pair {
  Finds one, other;
};

class ConsistencyCheck final : public Check {
 public:
  ConsistencyCheck(const Rule& rule, Preparation& preparation) {
    for (const Record* pair : rule.body.all("pair"))
      pairs_.push_back({Finds(*pair, preparation, "one", "one-match"), Finds(*pair, preparation, "other", "other-match")});
    for (const Pair& pair : pairs_)
      if (pair.one.empty() || pair.other.empty())
        preparation.fault(rule.body, "a pair lacks one of its terms", "write <one> and <other> in each pair");
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const Pair& pair : pairs_) {
      const std::vector<Span> one = pair.one.places(seen, rule), other = pair.other.places(seen, rule);
      if (one.empty() || other.empty()) continue;
      const bool one_rarer = one.size() < other.size();
      const std::vector<Span>& rarer = one_rarer ? one : other;
      const std::vector<Span>& commoner = one_rarer ? other : one;
      into.push_back(report(seen, rule, rarer.front(),
                            {{"found", shown_words(seen.prose.view(rarer.front()))},
                             {"use", shown_words(seen.prose.view(commoner.front()))},
                             {"count", std::to_string(rarer.size())}}));
    }
  }

 private:
  std::vector<Pair> pairs_;
};

}  // namespace

std::shared_ptr<const Check> prepare_consistency(const Rule& rule, Preparation& preparation) {
  return std::make_shared<ConsistencyCheck>(rule, preparation);
}

}  // namespace casewright
