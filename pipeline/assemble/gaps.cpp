#include "assemble/gaps.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace casewright {
namespace {

/// Days from which to which an event may have lasted.
struct Stay {
  std::int64_t first;
  std::int64_t last;
};

/// The day after the last one that `date` can mean.
std::int64_t day_after(const Date& date) {
  if (date.exact()) return day_number(date) + 1;
  if (date.month != 0) return day_number(add_months({date.year, date.month, 1}, 1));
  return day_number({static_cast<std::int16_t>(date.year + 1), 1, 1});
}

bool counts_at_all(const IntegratedEvent& each) {
  return each.event.when.from.known() && !each.outside_period && !each.event.background;
}

Stay stay_of(const When& when) {
  return {day_number(when.from), day_after(when.to.known() ? when.to : when.from) - 1};
}

std::vector<Stay> stays(const std::vector<IntegratedEvent>& events, const std::function<bool(const Event&)>& counts) {
  std::vector<Stay> found;
  for (const IntegratedEvent& each : events) {
    if (counts_at_all(each) && counts(each.event)) found.push_back(stay_of(each.event.when));
  }
  return found;
}

std::unordered_map<std::string_view, std::vector<Stay>> stays_by_agency(const std::vector<IntegratedEvent>& events) {
  std::unordered_map<std::string_view, std::vector<Stay>> found;
  for (const IntegratedEvent& each : events)
    if (counts_at_all(each) && each.event.contact) found[each.event.agency].push_back(stay_of(each.event.when));
  return found;
}

/// The stretches between stays (which come ordered by their first day), and to the ends of the period where
/// these are known.
std::vector<Gap> stretches(const std::vector<Stay>& all, Gap::Kind kind, const std::string& agency, const Case& whole,
                           int least_days) {
  std::vector<Gap> found;
  const auto note = [&](std::int64_t from, std::int64_t to) {
    if (to - from < least_days) return;
    found.push_back({kind, date_of_day_number(from), date_of_day_number(to), agency});
  };
  const bool whole_period = agency.empty() && whole.period_from.known() && whole.period_to.known();
  if (all.empty() && !whole_period) return found;
  std::int64_t reached = whole_period ? day_number(whole.period_from) : all.front().last;
  for (const Stay& stay : all) {
    note(reached, stay.first);
    reached = std::max(reached, stay.last);
  }
  if (whole_period) note(reached, day_after(whole.period_to) - 1);
  return found;
}

void keep_longest(std::vector<Gap>& gaps, int most) {
  if (static_cast<int>(gaps.size()) <= most) return;
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.days() > b.days(); });
  gaps.resize(static_cast<std::size_t>(most));
  std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.from < b.from; });
}

}  // namespace

std::vector<Gap> find_gaps(const std::vector<IntegratedEvent>& events, const Case& whole, const GapLimits& limits) {
  std::vector<Gap> found;
  if (events.empty()) return found;
  const auto add = [&](std::vector<Gap> gaps) { found.insert(found.end(), gaps.begin(), gaps.end()); };
  const auto whole_case = [&](Gap::Kind kind, const std::function<bool(const Event&)>& counts) {
    add(stretches(stays(events, counts), kind, "", whole, limits.least_days));
  };
  whole_case(Gap::Kind::no_contact, [](const Event& event) { return event.contact; });
  whole_case(Gap::Kind::child_not_seen, [](const Event& event) { return is_yes(event.child_seen); });
  // Where no record tells of it, silence shows nothing.
  if (std::any_of(events.begin(), events.end(), [](const IntegratedEvent& each) { return each.event.child_spoken_to != Answer::not_recorded; }))
    whole_case(Gap::Kind::child_not_spoken_to, [](const Event& event) { return is_yes(event.child_spoken_to); });
  auto own = stays_by_agency(events);
  for (const Agency& agency : whole.agencies) {
    std::vector<Gap> gaps = stretches(own[agency.id], Gap::Kind::no_contact, agency.id, whole, limits.least_days);
    keep_longest(gaps, limits.most_per_agency);
    add(std::move(gaps));
  }
  return found;
}

}  // namespace casewright
