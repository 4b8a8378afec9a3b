#include "inspect/kinds/agreement.h"


namespace casewright {
namespace {

class AgreementCheck final : public Check {
 public:
  explicit AgreementCheck(const Rule& rule) : with_(rule.body.attribute("with")) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const Inspected* other = only_other(seen);
    if (other == nullptr) return;
    const std::vector<RecommendationSeen>& here = seen.inspected.recommendations;
    const std::size_t there = other->recommendations.size();
    if (here.empty() || there == 0 || here.size() == there) return;
    into.push_back(report(seen, rule, here.front().span,
                          {{"count", std::to_string(here.size())}, {"limit", std::to_string(there)}}));
  }

 private:
  /// The one document of the role to compare with; null where the set has none or several.
  const Inspected* only_other(const Seen& seen) const {
    const Inspected* found = nullptr;
    for (std::size_t at = 0; at < seen.set.size(); ++at) {
      if (at == seen.document || name_of(seen.set[at].document.role) != with_) continue;
      if (found != nullptr) return nullptr;
      found = &seen.all_inspected[at];
    }
    return found;
  }

  std::string with_;
};

}  // namespace

std::shared_ptr<const Check> prepare_agreement(const Rule& rule, Preparation&) {
  return std::make_shared<AgreementCheck>(rule);
}

}  // namespace casewright
