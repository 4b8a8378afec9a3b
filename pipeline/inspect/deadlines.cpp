#include "inspect/deadlines.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "inspect/case_facts.h"

namespace casewright {
namespace {

/// A kind of date of case.xml: as something to be done, and as a day to count from.
struct DateWords {
  std::string_view kind, done, day;
};
constexpr DateWords date_words[] = {
    {"aware", "the council becomes aware", "the day the council became aware"},
    {"notified", "the Panel is notified of the incident", "the notification"},
    {"rapid-review-sent", "the rapid review is sent to the Panel", "the rapid review"},
    {"decision", "it is decided whether to hold a review", "the decision"},
    {"decision-notified", "the decision is passed on", "the day the decision was passed on"},
    {"report-final", "the report is finished", "the final report"},
    {"panel-sent", "a copy goes to the Panel", "the copy for the Panel"},
    {"secretary-of-state-sent", "a copy goes to the Secretary of State", "the copy for the Secretary of State"},
    {"ofsted-sent", "a copy goes to Ofsted", "the copy for Ofsted"},
    {"information-requested", "agencies are asked for what they know", "the request for information"},
    {"information-returned", "agencies have said what they know", "the agencies' answers"},
    {"nhs-told", "the NHS area team and the Care Quality Commission are told", "the day the NHS was told"},
    {"chief-officers-agreed", "the chief officers agree the outcome", "the chief officers' agreement"},
    {"care-inspectorate-told", "the Care Inspectorate is told the outcome", "the day the Care Inspectorate was told"},
    {"quality-letter", "the Home Office's quality assurance letter has come", "the quality assurance letter"},
    {"family-told", "the family is told what will be published", "the day the family was told"},
    {"board-accepted", "the board accepts the report", "the board's acceptance"},
    {"incident", "the incident", "the incident"},
    {"period-from", "the period under review begins", "the beginning of the period under review"},
    {"publication", "the report is published", "publication"},
    {"available-until", "the report stays on the website at least until this day", "the end of availability"}};

std::string done_in_words(const std::string& kind) {
  for (const DateWords& each : date_words)
    if (each.kind == kind) return std::string(each.done);
  return spoken_fact(kind);
}

std::string day_in_words(const std::string& kind) {
  for (const DateWords& each : date_words)
    if (each.kind == kind) return std::string(each.day);
  return spoken_fact(kind);
}

/// How many of what a rule counts; `least` where it is the shortest time allowed.
struct TimeAllowed {
  int count = 0;
  std::string_view unit;
  bool least = false;
};

TimeAllowed time_of(const Record& body) {
  struct Limit {
    std::string_view attribute, unit;
    bool least;
  };
  static constexpr Limit limits[] = {{"most-months", "months", false},
                                     {"most-days", "days", false},
                                     {"most-working-days", "working days", false},
                                     {"least-months", "months", true},
                                     {"least-days", "days", true},
                                     {"least-working-days", "working days", true}};
  for (const Limit& limit : limits) {
    const std::string_view text = body.attribute(limit.attribute);
    int count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    if (count > 0) return {count, limit.unit, limit.least};
  }
  return {};
}

/// The day that lies so much after `from`, or before it.
Date moved(const Date& from, const TimeAllowed& time, bool back, const Holidays& holidays) {
  if (time.unit == "months") return add_months(from, back ? -time.count : time.count);
  std::int64_t day = day_number(from);
  for (int left = time.count; left > 0;) {
    // A notice of seven working days is given before the first of them begins.
    if (back && (time.unit == "days" || is_working_day(date_of_day_number(day), holidays))) --left;
    day += back ? -1 : 1;
    if (!back && (time.unit == "days" || is_working_day(date_of_day_number(day), holidays))) --left;
  }
  return date_of_day_number(day);
}

const Holidays& holidays_of(const Case& of_case, const Corpus& corpus) {
  const Record* board = of_case.root.child("board");
  return corpus.holidays_of(board == nullptr ? "england" : board->attribute("nation"));
}

/// Works out one deadline: `kind` must be done so long after `anchor`, or so long before it.
Deadline deadline(const Case& of_case, const Rule& rule, const std::string& kind, const std::string& anchor,
                  const TimeAllowed& time, bool back, const Holidays& holidays, const Date& today) {
  Deadline result;
  result.what = done_in_words(kind);
  const std::string_view unit = time.count == 1 ? time.unit.substr(0, time.unit.size() - 1) : time.unit;  // "1 month"
  result.counted = std::to_string(time.count) + " " + std::string(unit) + (back ? " before " : " from ") + day_in_words(anchor);
  result.source = rule.source;
  result.rule = rule.id;
  result.id = rule.id + "/" + anchor + "/" + kind;
  result.on = case_date(of_case, kind).date;
  const Date from = case_date(of_case, anchor).date;
  if (!from.exact()) return result;
  result.by = moved(from, time, back, holidays);
  result.holidays_known = time.unit != "working days" || covers(holidays, std::min(from, result.by), std::max(from, result.by));
  const bool floor = time.least && !back;  // the day may come later, never sooner
  if (!result.on.known())
    result.state = !floor && result.by < today ? Deadline::State::late : Deadline::State::due;
  else if (floor)
    result.state = day_number(result.on) + 1 < day_number(result.by) ? Deadline::State::late : Deadline::State::done;
  else if (today < result.on)
    result.state = result.by < result.on ? Deadline::State::late : Deadline::State::due;
  else
    result.state = result.by < result.on ? Deadline::State::late : Deadline::State::done;
  return result;
}

}  // namespace

std::vector<Deadline> deadlines_of(const Case& of_case, const RuleBook& book, const Corpus& corpus, const Date& today) {
  const Holidays& holidays = holidays_of(of_case, corpus);
  std::vector<Deadline> all;
  for (const Rule& rule : book.rules) {
    if (rule.kind != "timescale" || !rule.applies_to(of_case.regime) || rule.body.attribute("calendar") == "no") continue;
    const TimeAllowed time = time_of(rule.body);
    if (time.count == 0) continue;
    const std::string from = fold_space(rule.body.attribute("from")), to = fold_space(rule.body.attribute("to"));
    for (const std::string_view each : split(from, ' ')) {
      const bool back = time.least && each != "publication";  // a copy before publication
      all.push_back(back ? deadline(of_case, rule, std::string(each), to, time, true, holidays, today)
                         : deadline(of_case, rule, to, std::string(each), time, false, holidays, today));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Deadline& a, const Deadline& b) {
    return a.by.known() != b.by.known() ? a.by.known() : a.by < b.by;
  });
  return all;
}

}  // namespace casewright
