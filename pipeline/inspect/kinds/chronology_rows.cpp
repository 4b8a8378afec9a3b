#include "inspect/kinds/chronology_rows.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/case_papers.h"

namespace casewright {
namespace {

bool has_date(const Event& event) { return event.when.from.known(); }

/// What entries of an agency's chronology lack. One finding for each agency, with how many and where the first is.
class ChronologyRowsCheck final : public Check {
 public:
  ChronologyRowsCheck(const Rule& rule, Preparation& preparation) : lacks_(rule.body.attribute("lacks")), share_(preparation.number(rule.body, "share", 0)) {}

  bool of_the_case(const Seen&) const override { return true; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.of_case == nullptr) return;
    for (const Chronology& each : seen.of_case->chronologies) judge(seen, rule, *seen.of_case, each, into);
  }

 private:
  void judge(const Seen& seen, const Rule& rule, const Case& of_case, const Chronology& chronology, std::vector<Finding>& into) const {
    std::size_t asked = 0, bad = 0;
    const Event* first = nullptr;
    const bool falls = lacks_ == "order" && mostly_falls(chronology);
    const Event* before = nullptr;
    for (const Event& event : chronology.events) {
      if (!concerns(event)) continue;
      ++asked;
      if (lacking(of_case, event, before, falls)) {
        ++bad;
        if (first == nullptr) first = &event;
      }
      if (has_date(event)) before = &event;
    }
    if (bad == 0 || static_cast<double>(bad) <= share_ * static_cast<double>(asked)) return;
    into.push_back(about_case(report(seen, rule, {}, {{"agency", agency_told(of_case, chronology.agency)}, {"count", std::to_string(bad)},
                                                      {"of", std::to_string(asked)}, {"where", file_told(of_case, first->origin)}}),
                              of_case, first->origin));
  }

  bool concerns(const Event& event) const {
    if (lacks_ == "seen") return event.contact;
    if (lacks_ == "spoken-to") return event.contact && (event.child_seen == Answer::yes || event.child_seen == Answer::alone);
    return true;
  }

  bool lacking(const Case& of_case, const Event& event, const Event* before, bool falls) const {
    if (lacks_ == "source") return fold_space(event.source).empty();
    if (lacks_ == "date") return !has_date(event);
    if (lacks_ == "seen") return event.child_seen == Answer::not_recorded;
    if (lacks_ == "spoken-to") return event.child_spoken_to == Answer::not_recorded && fold_space(event.voice).empty();
    if (lacks_ == "period") return is_outside(of_case, event);
    if (before == nullptr || !has_date(event)) return false;
    return falls ? day_number(before->when.from) < day_number(event.when.from) : day_number(event.when.from) < day_number(before->when.from);
  }

  static bool is_outside(const Case& of_case, const Event& event) {
    if (event.background || !has_date(event) || !of_case.period_from.known() || !of_case.period_to.known()) return false;
    const Date from = event.when.from, to = of_case.period_to;
    const std::int64_t last = to.exact() ? day_number(to) : day_number(add_months({to.year, to.month == 0 ? std::int8_t{12} : to.month, 1}, 1)) - 1;
    return day_number(from) < day_number(of_case.period_from) || last < day_number(from);
  }

  /// An agency may tell the latest first.
  static bool mostly_falls(const Chronology& chronology) {
    std::size_t falls = 0, rises = 0;
    for (std::size_t at = 1; at < chronology.events.size(); ++at) {
      const Event &a = chronology.events[at - 1], &b = chronology.events[at];
      if (!has_date(a) || !has_date(b)) continue;
      falls += day_number(b.when.from) < day_number(a.when.from) ? 1 : 0;
      rises += day_number(a.when.from) < day_number(b.when.from) ? 1 : 0;
    }
    return falls > rises;
  }

  std::string lacks_;
  double share_ = 0;
};

}  // namespace

std::shared_ptr<const Check> prepare_chronology_rows(const Rule& rule, Preparation& preparation) {
  return std::make_shared<ChronologyRowsCheck>(rule, preparation);
}

}  // namespace casewright
