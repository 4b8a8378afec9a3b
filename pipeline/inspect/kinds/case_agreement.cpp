#include "inspect/kinds/case_agreement.h"

#include <algorithm>

#include "base/find_text.h"
#include "base/text.h"
#include "inspect/case_papers.h"
#include "inspect/told_sentences.h"
#include "inspect/whole_words.h"
#include "language/prose_reader.h"

namespace casewright {
namespace {

/// A report held against the papers of its case.
class CaseAgreementCheck final : public Check {
 public:
  explicit CaseAgreementCheck(const Rule& rule) : of_(rule.body.attribute("of")) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.of_case == nullptr) return;
    if (of_ == "agencies") return agencies(seen, rule, into);
    if (of_ == "period") return period(seen, rule, into);
    if (of_ == "days") return days(seen, rule, into);
    numbers(seen, rule, into);
  }

 private:
  /// An agency that gave a report or a chronology and that the report does not list.
  static void agencies(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
    const Case& of_case = *seen.of_case;
    for (const Agency& agency : of_case.agencies) {
      const bool report_given = std::any_of(of_case.imrs.begin(), of_case.imrs.end(), [&](const Record& each) { return each.attribute("agency") == agency.id; });
      const bool rows_given = std::any_of(of_case.chronologies.begin(), of_case.chronologies.end(), [&](const Chronology& each) { return each.agency == agency.id; });
      if (!report_given && !rows_given) continue;
      const bool told = is_told(seen, agency.public_name) ||
                        is_told(seen, agency.name) || is_told(seen, agency.short_name);
      if (!told) into.push_back(report(seen, rule, {}, {{"agency", agency_told(of_case, agency.id)}, {"what", report_given ? "a report of its own" : "a chronology"}}));
    }
  }

  static bool is_told(const Seen& seen, std::string_view name) {
    std::string lower = ascii_lower(fold_space(name));
    if (lower.starts_with("the ")) lower.erase(0, 4);
    return lower.size() > 1 && holds_words(seen.lower, lower);
  }

  /// Dates in the account of events that lie outside the review's period.
  static void period(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
    const Date from = seen.of_case->period_from, to = seen.of_case->period_to;
    if (!from.known() || !to.known()) return;
    for (const Stretch& stretch : seen.prose.stretches) {
      if (!seen.reads(rule, {stretch.span.begin, stretch.span.begin + 1})) continue;
      for (const DateInText& each : find_dates(seen.prose.view(stretch.span))) {
        if (!each.date.known() || each.date.month == 0) continue;
        const bool before = std::pair(each.date.year, each.date.month) < std::pair(from.year, from.month);
        const bool after = std::pair(to.year, to.month == 0 ? std::int8_t{12} : to.month) < std::pair(each.date.year, each.date.month);
        if (!before && !after) continue;
        const Span span{stretch.span.begin + each.span.begin, stretch.span.begin + each.span.end};
        into.push_back(report(seen, rule, span, {{"which", before ? "before" : "after"}, {"from", month_and_year(from)}, {"to", month_and_year(to)}}));
      }
    }
  }

  /// Exact days that no chronology knows.
  static void days(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
    std::vector<std::int64_t> known;
    for (const Chronology& each : seen.of_case->chronologies)
      for (const Event& event : each.events) {
        if (!event.when.from.exact()) continue;
        const std::int64_t first = day_number(event.when.from), last = event.when.to.exact() ? day_number(event.when.to) : first;
        for (std::int64_t day = first; day <= last && day < first + 366; ++day) known.push_back(day);
      }
    if (known.empty()) return;
    std::sort(known.begin(), known.end());
    for (const Stretch& stretch : seen.prose.stretches) {
      if (!seen.reads(rule, {stretch.span.begin, stretch.span.begin + 1})) continue;
      for (const DateInText& each : find_dates(seen.prose.view(stretch.span))) {
        if (!each.date.exact() || std::binary_search(known.begin(), known.end(), day_number(each.date))) continue;
        into.push_back(report(seen, rule, {stretch.span.begin + each.span.begin, stretch.span.begin + each.span.end}));
      }
    }
  }

  /// Numbers that an agency's account gives differently in a sentence otherwise alike.
  static void numbers(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
    const auto here = told_sentences(seen.prose);
    for (const Record& imr : seen.of_case->imrs) compare(seen, rule, here, imr.content(), imr.attribute("agency"), file_told(*seen.of_case, imr.origin), into);
    for (const Chronology& each : seen.of_case->chronologies) {
      std::string all;
      for (const Event& event : each.events) all += event.what + (event.what.ends_with('.') ? "\n" : ".\n");
      const std::string where = each.events.empty() ? std::string() : file_told(*seen.of_case, {each.events.front().origin.source, 0, 0});
      compare(seen, rule, here, all, each.agency, where, into);
    }
  }

  static void compare(const Seen& seen, const Rule& rule, const std::vector<ToldSentence>& here, const std::string& text, std::string_view agency,
                      const std::string& where, std::vector<Finding>& into) {
    const Prose prose = prose_of_text(text);
    const auto there = told_sentences(prose);
    for (const ToldTwice& each : told_differently(here, there))
      if (seen.reads(rule, each.here->span))
        into.push_back(report(seen, rule, each.here->span,
                              {{"here", each.here->said}, {"limit", each.there->said}, {"of", each.here->of},
                               {"agency", agency_told(*seen.of_case, agency)}, {"where", where}}));
  }

  std::string of_;
};

}  // namespace

std::shared_ptr<const Check> prepare_case_agreement(const Rule& rule, Preparation&) {
  return std::make_shared<CaseAgreementCheck>(rule);
}

}  // namespace casewright
