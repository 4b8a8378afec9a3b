#include "inspect/kinds/regime.h"

#include "inspect/regimes.h"

namespace casewright {
namespace {

class RegimeCheck final : public Check {
 public:
  explicit RegimeCheck(bool unknown) : unknown_(unknown) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (unknown_) {
      if (seen.inspected.regime.empty()) into.push_back(report(seen, rule, {}));
      return;
    }
    const std::vector<Cited> cited = cited_regimes(seen.lower);
    if (cited.size() < 2) return;
    for (const Cited& each : cited)
      if (!seen.inspected.regime.starts_with(each.regime) && seen.reads(rule, each.first))
        into.push_back(report(
            seen, rule, each.first,
            {{"year", each.regime.substr(each.regime.size() - 4)}, {"regime", seen.inspected.regime}}));
  }

 private:
  bool unknown_;
};

}  // namespace

std::shared_ptr<const Check> prepare_regime(const Rule& rule, Preparation&) {
  return std::make_shared<RegimeCheck>(rule.body.attribute("of") == "unknown");
}

}  // namespace casewright
