#include "inspect/kinds/substitution.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/kinds/places.h"

namespace casewright {
namespace {

/// One term with what to write for it.
struct Swap {
  std::uint32_t term = 0;
  std::string use;
};

class SubstitutionCheck final : public Check {
 public:
  SubstitutionCheck(const Rule& rule, Preparation& preparation)
      : except_(preparation.phrases(rule.body, "except")), once_(rule.body.attribute("once") == "yes") {
    for (const Record* swap : rule.body.all("swap")) {
      swaps_.push_back({preparation.phrase(*swap), std::string(swap->attribute("use"))});
      terms_.push_back(swaps_.back().term);
    }
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const std::vector<PhraseHit> hits = readable(seen, rule);
    std::vector<std::uint32_t> done;
    for (const PhraseHit& hit : hits) {
      if (once_ && std::find(done.begin(), done.end(), hit.phrase) != done.end()) continue;
      done.push_back(hit.phrase);
      const auto count = std::count_if(hits.begin(), hits.end(),
                                       [&](const PhraseHit& each) { return each.phrase == hit.phrase; });
      into.push_back(report(seen, rule, hit.span,
                            {{"found", fold_space(seen.prose.view(hit.span))},
                             {"use", use_for(hit.phrase)},
                             {"count", std::to_string(count)}}));
    }
  }

 private:
  std::vector<PhraseHit> readable(const Seen& seen, const Rule& rule) const {
    std::vector<PhraseHit> hits = places_of(seen, terms_);
    std::erase_if(hits, [&](const PhraseHit& hit) {
      return !seen.reads(rule, hit.span) || overlaps_any(seen, except_, hit.span);
    });
    return hits;
  }

  std::string use_for(std::uint32_t term) const {
    for (const Swap& swap : swaps_)
      if (swap.term == term) return swap.use;
    return {};
  }

  std::vector<Swap> swaps_;
  std::vector<std::uint32_t> terms_, except_;
  bool once_ = false;
};

}  // namespace

std::shared_ptr<const Check> prepare_substitution(const Rule& rule, Preparation& preparation) {
  return std::make_shared<SubstitutionCheck>(rule, preparation);
}

}  // namespace casewright
