#include "assemble/integrate.h"

#include <algorithm>
#include <cctype>
#include <tuple>
#include <unordered_map>

#include "assemble/conflicts.h"
#include "assemble/gaps.h"
#include "assemble/link_events.h"
#include "base/text.h"

namespace casewright {
namespace {

/// An event before it is copied into its place.
struct Row {
  const Event* event;
  std::uint32_t agency;  ///< place of its agency in the case
};

/// "A2" stands before "A10" where the case lists it first; an agency that the case does not list comes last.
std::uint32_t place_of(const Case& whole, std::string_view agency) {
  for (std::uint32_t at = 0; at < whole.agencies.size(); ++at)
    if (whole.agencies[at].id == agency) return at;
  return static_cast<std::uint32_t>(whole.agencies.size());
}

auto order_key(const Row& row) {
  const When& when = row.event->when;
  return std::make_tuple(!when.from.known(), when.from, when.minute, when.sequence, row.agency,
                         row.event->origin.source, row.event->origin.part);
}

std::vector<Row> ordered_rows(const Case& whole) {
  std::vector<Row> rows;
  for (const Chronology& chronology : whole.chronologies) {
    const std::uint32_t place = place_of(whole, chronology.agency);
    for (const Event& event : chronology.events) {
      const bool own = event.agency.empty() || event.agency == chronology.agency;
      rows.push_back({&event, own ? place : place_of(whole, event.agency)});
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return order_key(a) < order_key(b); });
  return rows;
}

bool between_words(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto part_of_word = [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; };
  return !part_of_word(text[at - 1]) || !part_of_word(text[at]);
}

/// Signs that part an agency's name from the record's in a source: "Police - PNC", "PNC (Police)".
std::string_view without_separators(std::string_view text) {
  static constexpr std::string_view separators = " \t-:,;/()'.";
  while (!text.empty() && separators.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && separators.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// `source` without the agency's own `name` at its beginning or end; unchanged where it says nothing more.
std::string without_own_name(std::string source, std::string_view name) {
  if (name.size() < 2) return source;
  const std::string low = ascii_lower(source), wanted = ascii_lower(name);
  std::string_view rest;
  if (low.starts_with(wanted) && between_words(low, wanted.size()))
    rest = std::string_view(source).substr(wanted.size());
  else if (const std::size_t at = low.size() - std::min(low.size(), wanted.size() + (low.ends_with(")") ? 1 : 0));
           low.size() > wanted.size() && low.compare(at, wanted.size(), wanted) == 0 && between_words(low, at))
    rest = std::string_view(source).substr(0, at);
  // "Police records" would lose its sense as "records": only a name that is set apart is a repetition.
  const bool apart = !rest.empty() && (std::string_view("-:,;/(").find(trim(rest).front()) != std::string_view::npos ||
                                       std::string_view("-:,;/(").find(trim(rest).back()) != std::string_view::npos);
  const std::string_view kept = without_separators(rest);
  return apart && !kept.empty() ? std::string(kept) : source;
}

/// The source as H-06 wants it: the merged chronology has a column for the agency already.
std::string clean_source(const std::string& source, const Agency* agency) {
  if (agency == nullptr) return source;
  std::string cleaned = without_own_name(source, agency->name);
  cleaned = without_own_name(std::move(cleaned), agency->public_name);
  return without_own_name(std::move(cleaned), agency->short_name);
}

/// The last day that a date as exact as it is known can mean.
std::int64_t last_day(const Date& date) {
  if (date.exact()) return day_number(date);
  const Date next = date.month != 0 ? add_months({date.year, date.month, 1}, 1)
                                    : Date{static_cast<std::int16_t>(date.year + 1), 1, 1};
  return day_number(next) - 1;
}

bool outside(const Event& event, const Case& whole) {
  const When& when = event.when;
  if (!when.from.known() || event.background) return false;
  const Date& end = when.to.known() ? when.to : when.from;
  if (whole.period_from.known() && last_day(end) < day_number(whole.period_from)) return true;
  return whole.period_to.known() && day_number(when.from) > last_day(whole.period_to);
}

std::vector<IntegratedEvent> copy_events(const Case& whole) {
  const std::vector<Row> rows = ordered_rows(whole);
  std::vector<IntegratedEvent> events;
  events.reserve(rows.size());
  for (const Row& row : rows) {
    IntegratedEvent& event = events.emplace_back();
    event.event = *row.event;
    if (row.agency >= whole.agencies.size()) continue;
    const Agency& agency = whole.agencies[row.agency];
    event.event.agency = agency.id;
    event.event.source = clean_source(event.event.source, &agency);
  }
  for (IntegratedEvent& event : events) event.outside_period = outside(event.event, whole);
  return events;
}

void report_repeated_ids(const std::vector<IntegratedEvent>& events, const Case& whole, Faults& faults) {
  std::unordered_map<std::string_view, const Event*> seen;
  seen.reserve(events.size());
  for (const IntegratedEvent& each : events) {
    if (each.event.id.empty()) continue;
    const auto [first, fresh] = seen.emplace(each.event.id, &each.event);
    if (fresh) continue;
    const Origin& here = each.event.origin;
    const Origin& there = first->second->origin;
    faults.push_back({whole.sources[here.source], here.part, 0,
                      "the event id " + each.event.id + " is used twice",
                      "it is also used at " + whole.sources[there.source] + ":" + std::to_string(there.part)});
  }
}

}  // namespace

Integrated integrate(const Case& whole) {
  Integrated integrated;
  integrated.events = copy_events(whole);
  report_repeated_ids(integrated.events, whole, integrated.faults);
  for (const LinkedEvents& linked : link_events(integrated.events, whole, integrated.faults)) {
    const std::vector<std::string> conflicts = find_conflicts(linked, integrated.events, whole);
    for (const std::uint32_t at : linked) {
      integrated.events[at].conflicts = conflicts;
      for (const std::uint32_t other : linked)
        if (other != at) integrated.events[at].same.push_back(integrated.events[other].event.id);
    }
  }
  integrated.gaps = find_gaps(integrated.events, whole);
  return integrated;
}

}  // namespace casewright
