#include "inspect/kinds/timescale.h"

#include "base/text.h"
#include "base/working_days.h"
#include "inspect/case_facts.h"
#include "inspect/case_papers.h"
#include "inspect/kinds/places.h"

namespace casewright {
namespace {

/// How long is too long or too short, counted as the rule says.
struct Limits {
  int most_months = 0, least_months = 0, most_days = 0, least_days = 0, most_working_days = 0, least_working_days = 0;

  bool in_working_days() const { return most_working_days > 0 || least_working_days > 0; }
  bool is_least() const { return least_months > 0 || least_days > 0 || least_working_days > 0; }
};

class TimescaleCheck final : public Check {
 public:
  TimescaleCheck(const Rule& rule, Preparation& preparation)
      : to_(rule.body.attribute("to")), near_(preparation.phrases(rule.body, "near")) {
    const std::string from = fold_space(rule.body.attribute("from"));
    for (const std::string_view kind : split(from, ' ')) from_.emplace_back(kind);
    const auto limit = [&](std::string_view name) {
      return preparation.whole(rule.body, name, 0);
    };
    limits_ = {limit("most-months"), limit("least-months"), limit("most-days"), limit("least-days"),
               limit("most-working-days"), limit("least-working-days")};
  }

  bool of_the_case(const Seen& seen) const override { return seen.of_case != nullptr; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.of_case == nullptr) return look_at_words(seen, rule, into);
    const CaseDate to = case_date(*seen.of_case, to_);
    for (const std::string& kind : from_) {
      const CaseDate from = case_date(*seen.of_case, kind);
      // What comes too soon before the other day, and what comes too late after it, can be moved.
      const std::uint32_t line = limits_.is_least() ? from.line : to.line;
      judge(seen, rule, from.date, to.date, {}, spoken_fact(kind), line, into);
    }
  }

 private:
  /// Without a case the sentence that says when the review was begun has to do.
  void look_at_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    for (const PhraseHit& hit : places_of(seen, near_)) {
      const Span sentence = seen.sentence_at(hit.span.begin);
      for (const DateInText& found : find_dates(seen.prose.view(sentence)))
        if (found.date.known()) {
          const Span place{sentence.begin + found.span.begin, sentence.begin + found.span.end};
          return judge(seen, rule, found.date, seen.reading.document.date, place, "", 0, into);
        }
    }
  }

  void judge(const Seen& seen, const Rule& rule, const Date& from, const Date& to, Span place,
             const std::string& what, std::uint32_t line, std::vector<Finding>& into) const {
    if (!from.known() || !to.known() || (to < from && !limits_.is_least())) return;
    if (limits_.in_working_days() && !(from.exact() && to.exact())) return;
    const Holidays& holidays = holidays_of(seen);
    const auto days = day_number(to) - day_number(from);
    const int working_days = limits_.in_working_days() ? working_days_between(from, to, holidays) : 0;
    if (!breached(from, to, days, working_days)) return;
    Finding& finding = into.emplace_back(report(seen, rule, place,
                                                {{"months", std::to_string((days + 15) / 30)},
                                                 {"days", std::to_string(limits_.in_working_days() ? working_days : days)},
                                                 {"gap", gap(days, working_days)},
                                                 {"what", what},
                                                 {"where", place_in_case(line)}}));
    if (seen.of_case != nullptr) finding = about_case(std::move(finding), line);
    if (limits_.in_working_days() && !covers(holidays, from, to))
      finding.message += " Bank holidays of those years are not on record, so only weekends were left out.";
  }

  /// "5 working days before", "on the day of", "3 days after": where the first date lies to the second.
  std::string gap(std::int64_t days, int working_days) const {
    if (days == 0) return "on the day of";
    const std::int64_t count = days < 0 ? -days : limits_.in_working_days() ? working_days : days;
    const bool working = days > 0 && limits_.in_working_days();
    return std::to_string(count) + (working ? " working" : "") + (count == 1 ? " day " : " days ") + (days < 0 ? "after" : "before");
  }

  bool breached(const Date& from, const Date& to, std::int64_t days, int working_days) const {
    const auto day_after = [&](int months) { return day_number(add_months(from, months)); };
    const int slack = from.exact() ? 0 : 31;
    return (limits_.most_months > 0 && day_number(to) > day_after(limits_.most_months) + slack) ||
           (limits_.least_months > 0 && day_number(to) + 1 < day_after(limits_.least_months)) ||
           (limits_.most_days > 0 && days > limits_.most_days) || (limits_.least_days > 0 && days < limits_.least_days) ||
           (limits_.most_working_days > 0 && working_days > limits_.most_working_days) ||
           (limits_.least_working_days > 0 && working_days < limits_.least_working_days);
  }

  static const Holidays& holidays_of(const Seen& seen) {
    const Record* board = seen.of_case == nullptr ? nullptr : seen.of_case->root.child("board");
    return seen.corpus.holidays_of(board == nullptr ? "england" : board->attribute("nation"));
  }

  std::vector<std::string> from_;
  std::string to_;
  Limits limits_;
  std::vector<std::uint32_t> near_;
};

}  // namespace

std::shared_ptr<const Check> prepare_timescale(const Rule& rule, Preparation& preparation) {
  return std::make_shared<TimescaleCheck>(rule, preparation);
}

}  // namespace casewright
