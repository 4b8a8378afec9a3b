#include "inspect/kinds/timescale.h"

#include <algorithm>
#include <optional>

#include "inspect/kinds/places.h"

namespace casewright {
namespace {

/// A day of the case's own list of dates, not known where it is not given.
Date case_date(const Case& of_case, std::string_view kind) {
  const Record* dates = of_case.root.child("dates");
  if (dates == nullptr) return {};
  for (const Record* date : dates->all("date"))
    if (date->attribute("kind") == kind) return date_from_iso(date->attribute("on")).value_or(Date{});
  return {};
}

class TimescaleCheck final : public Check {
 public:
  TimescaleCheck(const Rule& rule, Preparation& preparation)
      : from_(rule.body.attribute("from")),
        to_(rule.body.attribute("to")),
        most_months_(static_cast<int>(preparation.number(rule.body, "most-months", 0))),
        least_days_(static_cast<int>(preparation.number(rule.body, "least-days", 0))),
        near_(preparation.phrases(rule.body, "near")) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    Span place;
    const Date from = from_date(seen, place);
    const Date to = to_date(seen);
    if (!from.known() || !to.known() || to < from) return;
    const auto days = day_number(to) - day_number(from);
    const bool late = most_months_ > 0 &&
                      day_number(to) > day_number(add_months(from, most_months_)) + (from.exact() ? 0 : 31);
    const bool hasty = least_days_ > 0 && days < least_days_;
    if (late || hasty)
      into.push_back(report(seen, rule, place,
                            {{"months", std::to_string((days + 15) / 30)}, {"days", std::to_string(days)}}));
  }

 private:
  /// The case knows best; without it the sentence that says when the review was begun has to do.
  Date from_date(const Seen& seen, Span& place) const {
    if (seen.of_case != nullptr) return case_date(*seen.of_case, from_);
    for (const PhraseHit& hit : places_of(seen, near_)) {
      const Span sentence = seen.sentence_at(hit.span.begin);
      for (const DateInText& found : find_dates(seen.prose.view(sentence)))
        if (found.date.known()) {
          place = {sentence.begin + found.span.begin, sentence.begin + found.span.end};
          return found.date;
        }
    }
    return {};
  }

  Date to_date(const Seen& seen) const {
    if (seen.of_case == nullptr) return seen.reading.document.date;
    if (to_ == "publication" && seen.of_case->publication.known()) return seen.of_case->publication;
    return case_date(*seen.of_case, to_);
  }

  std::string from_, to_;
  int most_months_, least_days_;
  std::vector<std::uint32_t> near_;
};

}  // namespace

std::shared_ptr<const Check> prepare_timescale(const Rule& rule, Preparation& preparation) {
  return std::make_shared<TimescaleCheck>(rule, preparation);
}

}  // namespace casewright
