#include "inspect/kinds/exact_date.h"

#include <algorithm>

#include "base/dates.h"
#include "base/text.h"
#include "inspect/kinds/places.h"

namespace casewright {
namespace {

class ExactDateCheck final : public Check {
 public:
  ExactDateCheck(const Rule& rule, Preparation& preparation)
      : near_(preparation.phrases(rule.body, "near")),
        apart_(preparation.phrases(rule.body, "apart")),
        reach_(static_cast<std::uint32_t>(std::max(0, preparation.whole(rule.body, "within", 60)))),
        takes_in_(preparation.patterns(rule.body, "takes-in", true)),
        publication_too_(rule.body.attribute("cover") == "read") {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const Stretch& stretch : seen.prose.stretches) {
      if (!rule.scopes.has(stretch.scope)) continue;
      for (const DateInText& found : seen.dates_in(stretch.span))
        if (found.date.exact() && holds(seen, rule, found.date, found.span))
          into.push_back(report(seen, rule, with_lead(seen, stretch, found.span), {{"month", month_of(found.date)}, {"season", season_of(found.date)}}));
    }
  }

 private:
  /// The date with words before it that go with it: "the week of 4 March", "w/c 4/3/24".
  Span with_lead(const Seen& seen, const Stretch& stretch, Span date) const {
    constexpr std::uint32_t reach_of_lead = 40;
    const std::uint32_t from = std::max(stretch.span.begin, date.begin < reach_of_lead ? 0 : date.begin - reach_of_lead);
    const std::string_view before = seen.prose.view({from, date.begin});
    for (const regex::Pattern& each : takes_in_)
      if (const auto match = each.find(before); match && match->whole.end == before.size()) return {from + match->whole.begin, date.end};
    return date;
  }

  static std::string month_of(const Date& date) {
    return date.year != 0 ? month_and_year(date) : std::string(month_name(date.month));
  }

  /// The season as house style says it: "the spring of 2004"; a winter bears the year of its month.
  static std::string season_of(const Date& date) {
    static constexpr std::string_view seasons[] = {"winter", "spring", "summer", "autumn"};
    return "the " + std::string(seasons[date.month % 12 / 3]) + (date.year != 0 ? " of " + std::to_string(date.year) : std::string());
  }

  bool holds(const Seen& seen, const Rule& rule, const Date& date, Span span) const {
    if (!seen.reads(rule, span)) return false;
    // The date of the report and of its publication are meant to be read.
    if (!publication_too_ && (date == seen.reading.document.date ||
                              (seen.of_case != nullptr && date == seen.of_case->publication)))
      return false;
    const Span around = surroundings(seen, span);
    const Span close{std::max(around.begin, span.begin < reach_ ? 0 : span.begin - reach_),
                     std::min(around.end, span.end + reach_ / 2)};
    if (!near_.empty() && !stands_in(seen, near_, close)) return false;
    return !stands_in(seen, apart_, close);
  }

  std::vector<std::uint32_t> near_, apart_;
  std::uint32_t reach_;
  std::vector<regex::Pattern> takes_in_;  ///< words before a date that go with it
  bool publication_too_;
};

}  // namespace

std::shared_ptr<const Check> prepare_exact_date(const Rule& rule, Preparation& preparation) {
  return std::make_shared<ExactDateCheck>(rule, preparation);
}

}  // namespace casewright
