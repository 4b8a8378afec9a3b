#include "inspect/kinds/regime.h"

#include "base/text.h"
#include "inspect/case_facts.h"
#include "inspect/kinds/wholeness.h"
#include "inspect/regimes.h"

namespace casewright {
namespace {

void find_unknown(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (seen.inspected.regime.empty() && !follows_a_volume(seen)) into.push_back(report(seen, rule, {}));
}

/// The day of the case's decision, else the one that a sentence of the report gives.
ReviewBegun begun(const Seen& seen) {
  if (seen.of_case != nullptr)
    if (const Date decided = case_date(*seen.of_case, "decision").date; decided.known()) return {decided, {}};
  return review_begun(seen.prose, seen.lower);
}

void find_two(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const RegimeBook& book = seen.corpus.regimes;
  const std::vector<Cited> cited = cited_regimes(seen.prose, seen.lower, book);
  if (cited.size() < 2) return;
  const Regime* own = book.find(seen.inspected.regime);
  for (const Cited& each : cited) {
    if (seen.inspected.regime.starts_with(each.regime) || !seen.reads(rule, each.first)) continue;
    const Regime* other = book.find(each.regime);
    if (own != nullptr && both_in_grace(*own, *other, begun(seen).day)) continue;
    into.push_back(report(seen, rule, each.first, {{"year", other->year}, {"regime", seen.inspected.regime}}));
  }
}

/// A review that began when its guidance was not in force, or not any more.
void find_out_of_force(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const Regime* own = seen.corpus.regimes.find(seen.inspected.regime);
  const ReviewBegun when = begun(seen);
  if (own == nullptr || !when.day.known() || (!when.place.empty() && !seen.reads(rule, when.place))) return;
  Date last = own->to;
  if (own->grace.known()) last = own->grace;
  const bool early = own->from.known() && when.day < own->from && !(when.day.year == own->from.year && (when.day.month == 0 || (!when.day.exact() && when.day.month == own->from.month)));
  const bool late = last.known() && last < when.day;
  if (!early && !late) return;
  into.push_back(report(seen, rule, when.place,
                        {{"regime", own->code}, {"when", month_and_year(when.day)},
                         {"how", early ? "came into force in " + month_and_year(own->from) : "was replaced after " + month_and_year(own->to)}}));
}

class RegimeCheck final : public Check {
 public:
  using Look = void (*)(const Seen&, const Rule&, std::vector<Finding>&);
  explicit RegimeCheck(Look look) : look_(look) {}
  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override { look_(seen, rule, into); }

 private:
  Look look_;
};

}  // namespace

std::shared_ptr<const Check> prepare_regime(const Rule& rule, Preparation&) {
  const std::string_view of = rule.body.attribute("of");
  return std::make_shared<RegimeCheck>(of == "unknown" ? find_unknown : of == "dates" ? find_out_of_force : find_two);
}

}  // namespace casewright
