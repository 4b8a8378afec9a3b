#include "assemble/timeline.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "assemble/drawing.h"
#include "base/text.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// More key events than these would hide one another; the table behind the picture has all.
constexpr std::size_t most_marked = 20;

/// Of more agencies or stretches than these an alternative text tells only the sum and the longest.
constexpr std::size_t most_agencies_described = 12;

/// What one agency, or all together, did in the review period.
struct Tally {
  std::string name;
  std::size_t contacts = 0, seen = 0, spoken = 0;
  bool tells_of_speech = false;  ///< some record says whether the child was spoken to
  Date first, last;
  int longest = 0;
};

const std::string& lane_name(const Agency& agency) {
  return agency.short_name.empty() ? agency.public_name : agency.short_name;
}

bool drawn(const IntegratedEvent& each) {
  return each.event.when.from.known() && !each.outside_period && !each.event.background;
}

void count(const Event& event, Tally& tally) {
  tally.contacts += event.contact;
  tally.seen += is_yes(event.child_seen);
  tally.spoken += is_yes(event.child_spoken_to);
  tally.tells_of_speech |= event.child_spoken_to != Answer::not_recorded;
  if (!tally.first.known()) tally.first = event.when.from;
  tally.last = event.when.from;
}

/// All agencies first, then each in the case's order; agencies without an event too.
std::vector<Tally> tallies(const PublicCase& known) {
  std::vector<Tally> all(known.agencies.size() + 1);
  std::map<std::string_view, std::size_t> places;
  all[0].name = "All agencies";
  for (std::size_t at = 0; at < known.agencies.size(); ++at) {
    all[at + 1].name = lane_name(known.agencies[at]);
    places.emplace(known.agencies[at].id, at + 1);
  }
  for (const IntegratedEvent& each : known.chronology) {
    if (!drawn(each)) continue;
    count(each.event, all[0]);
    if (const auto found = places.find(each.event.agency); found != places.end()) count(each.event, all[found->second]);
  }
  for (const Gap& gap : known.gaps) {
    if (gap.kind != Gap::Kind::no_contact) continue;
    const auto found = places.find(gap.agency);
    Tally& tally = all[gap.agency.empty() || found == places.end() ? 0 : found->second];
    tally.longest = std::max(tally.longest, gap.days());
  }
  return all;
}

std::string times(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string span_words(const Date& from, const Date& to) {
  const std::string first = month_and_year(from), last = month_and_year(to);
  return first == last ? "in " + first : "from " + first + " to " + last;
}

/// Whom agencies were to see.
std::string whom(const PublicCase& known) { return is_about_adults(known.regime) ? "person" : "child"; }
std::string whom_first(const PublicCase& known) { return whom(known) == "child" ? "Child" : "Person"; }

const Gap* longest(const PublicCase& known, Gap::Kind kind) {
  const Gap* found = nullptr;
  for (const Gap& gap : known.gaps)
    if (gap.kind == kind && gap.agency.empty() && (found == nullptr || gap.days() > found->days())) found = &gap;
  return found;
}

std::string describe(const std::vector<Tally>& all, const std::vector<const Event*>& keys, const PublicCase& known) {
  std::string text = "Timeline " + span_words(all[0].first, all[0].last) + ". " +
                     times(all.size() - 1, "agency", "agencies") + " had " + times(all[0].contacts, "contact", "contacts") +
                     "; the " + whom(known) + " was seen in " + std::to_string(all[0].seen) + " of them" +
                     (!all[0].tells_of_speech ? "." : " and spoken to in " + std::to_string(all[0].spoken) + ".");
  if (all.size() > most_agencies_described + 1) text += " The table below tells of each agency.";
  for (std::size_t at = 1; at < all.size() && all.size() <= most_agencies_described + 1; ++at) {
    text += " " + all[at].name + ": " + times(all[at].contacts, "contact", "contacts");
    if (all[at].contacts != 0)
      text += " " + span_words(all[at].first, all[at].last) + ", " + whom(known) + " seen " + times(all[at].seen, "time", "times");
    text += ".";
  }
  const std::pair<Gap::Kind, std::string> kinds[] = {
      {Gap::Kind::no_contact, "without any contact"},
      {Gap::Kind::child_not_seen, "in which the " + whom(known) + " was not seen"},
      {Gap::Kind::child_not_spoken_to, "in which the " + whom(known) + " was not spoken to"}};
  for (const auto& [kind, words] : kinds)
    if (const Gap* gap = longest(known, kind))
      text += " The longest time " + words + " was " + times(static_cast<std::size_t>(gap->days()), "day", "days") +
              ", " + span_words(gap->from, gap->to) + ".";
  if (!keys.empty()) text += " " + times(keys.size(), "key event is", "key events are") + " marked; the table below names them.";
  return text;
}

Block agencies_table(const std::vector<Tally>& all, const PublicCase& known) {
  constexpr std::size_t spoken_column = 3;
  std::vector<std::vector<std::string>> rows{{"Agency", "Contacts", whom_first(known) + " seen", whom_first(known) + " spoken to", "First contact", "Last contact", "Longest time without contact"}};
  for (std::size_t at = 1; at <= all.size(); ++at) {
    const Tally& each = all[at % all.size()];  // the sum comes last
    const bool any = each.first.known();
    rows.push_back({each.name, std::to_string(each.contacts), std::to_string(each.seen), std::to_string(each.spoken),
                    any ? month_and_year(each.first) : "none", any ? month_and_year(each.last) : "none",
                    each.longest != 0 ? std::to_string(each.longest) + " days" : any ? "under 28 days" : "does not apply"});
  }
  if (!all[0].tells_of_speech)
    for (auto& row : rows) row.erase(row.begin() + spoken_column);
  return plain_table("Contacts by agency", rows);
}

Block keys_table(const std::vector<const Event*>& keys, const PublicCase& known) {
  std::vector<std::vector<std::string>> rows{{"Number", "When", "Agency", "What happened"}};
  for (const Event* event : keys) {
    std::string agency = event->agency;
    for (const Agency& each : known.agencies)
      if (each.id == event->agency) agency = lane_name(each);
    rows.push_back({std::to_string(rows.size()), month_and_year(event->when.from), agency, fold_space(event->what)});
  }
  return plain_table("Key events on the timeline", rows);
}

/// Marks that fall on the same point of the drawing are drawn once.
class Points {
 public:
  bool fresh(float x, std::size_t lane) { return seen_.insert({{lane, static_cast<int>(std::lround(x * 2))}, true}).second; }

 private:
  std::map<std::pair<std::size_t, int>, bool> seen_;
};

/// Months are all that readers are told: each mark, and each end of a bar, stands in the middle of its month.
std::int64_t middle_of_month(const Date& date) {
  return date.month == 0 ? day_number(date) : day_number({date.year, date.month, 15});
}

Scene draw(const PublicCase& known, const std::vector<Tally>& all, const std::vector<const Event*>& keys) {
  const std::int64_t first = day_number(known.period_from.known() ? std::min(known.period_from, all[0].first) : all[0].first);
  const std::int64_t last = std::max(known.period_to.known() ? day_number(known.period_to) : 0, day_number(all[0].last));
  const std::size_t lanes = known.agencies.size() + 2;
  Drawing drawing(first, last, lanes);
  bool without_contact = false, not_seen = false, seen = false;
  for (const Gap& gap : known.gaps) {
    if (!gap.agency.empty()) continue;
    const std::int64_t from = middle_of_month(gap.from), to = middle_of_month(gap.to);
    if (gap.kind == Gap::Kind::no_contact) {
      drawing.band(from, to, drawing.top_of(2), drawing.lane_height() * static_cast<float>(lanes - 2));
      without_contact = true;
    }
    if (gap.kind == Gap::Kind::child_not_seen) {
      drawing.bar(from, to, drawing.top_of(1) + 3, drawing.lane_height() - 6, "warning", 4.5f);
      not_seen = true;
    }
  }
  drawing.name_lane(0, "Key events");
  drawing.name_lane(1, whom_first(known) + " seen");
  std::map<std::string_view, std::size_t> lane_of;
  for (std::size_t at = 0; at < known.agencies.size(); ++at) {
    drawing.name_lane(at + 2, lane_name(known.agencies[at]));
    lane_of.emplace(known.agencies[at].id, at + 2);
  }
  Points points;
  for (const IntegratedEvent& each : known.chronology) {
    if (!drawn(each)) continue;
    const float x = drawing.x_of(middle_of_month(each.event.when.from));
    const auto lane = lane_of.find(each.event.agency);
    if (each.event.contact && lane != lane_of.end() && points.fresh(x, lane->second)) drawing.tick(x, lane->second, "accent");
    if (!is_yes(each.event.child_seen)) continue;
    seen = true;
    if (points.fresh(x, 1)) drawing.dot(x, drawing.middle_of(1), 3, "accent");
  }
  float beside = 0;
  for (std::size_t at = 0; at < std::min(keys.size(), most_marked); ++at) {
    const float x = std::max(drawing.x_of(middle_of_month(keys[at]->when.from)), std::min(beside, drawing.x_of(last)));
    beside = x + 15;  // two of one month stand side by side
    drawing.dot(x, drawing.middle_of(0), 7, "ink");
    drawing.words(x, drawing.middle_of(0) + 3, std::to_string(at + 1), 8, "paper", Shape::Anchor::middle);
  }
  drawing.legend("accent", ShapeKind::line, "contact");
  if (seen) drawing.legend("accent", ShapeKind::circle, whom(known) + " seen");
  if (not_seen) drawing.legend("warning", ShapeKind::rectangle, whom(known) + " not seen for 28 days or more");
  if (without_contact) drawing.legend("wash", ShapeKind::rectangle, "no contact for 28 days or more");
  return drawing.finish();
}

std::string gap_words(const Gap& gap, const PublicCase& known) {
  switch (gap.kind) {
    case Gap::Kind::child_not_seen: return whom_first(known) + " not seen";
    case Gap::Kind::child_not_spoken_to: return whom_first(known) + " not spoken to";
    case Gap::Kind::no_contact: break;
  }
  for (const Agency& each : known.agencies)
    if (each.id == gap.agency) return "No contact with " + lane_name(each);
  return "No contact with any agency";
}

/// The lane of a gap in a picture of times without contact.
std::string gap_lane(const Gap& gap, const PublicCase& known) {
  if (gap.kind != Gap::Kind::no_contact) return gap_words(gap, known);
  for (const Agency& each : known.agencies)
    if (each.id == gap.agency) return lane_name(each);
  return "Any agency";
}

}  // namespace

std::optional<Block> timeline_figure(const PublicCase& known) {
  const std::vector<Tally> all = tallies(known);
  if (!all[0].first.known()) return std::nullopt;
  std::vector<const Event*> keys;
  for (const IntegratedEvent& each : known.chronology)
    if (each.event.key && drawn(each)) keys.push_back(&each.event);
  std::vector<Block> tables{agencies_table(all, known)};
  if (!keys.empty()) tables.push_back(keys_table(keys, known));
  return figure_block(draw(known, all, keys), describe(all, keys, known),
                      "Contacts with the family and when the " + whom(known) + " was seen, by agency", std::move(tables));
}

std::optional<Block> gaps_figure(const PublicCase& known) {
  if (known.gaps.empty()) return std::nullopt;
  std::vector<std::string> lanes;
  std::int64_t first = day_number(known.gaps.front().from), last = first;
  std::vector<std::vector<std::string>> rows{{"What", "From", "To", "Days"}};
  std::string text = times(known.gaps.size(), "stretch", "stretches") + " of time without contact";
  text += known.gaps.size() > most_agencies_described ? "; the first of them:" : ":";
  for (const Gap& gap : known.gaps) {
    const std::string words = gap_words(gap, known), lane = gap_lane(gap, known);
    if (std::find(lanes.begin(), lanes.end(), lane) == lanes.end()) lanes.push_back(lane);
    first = std::min(first, day_number(gap.from));
    last = std::max(last, day_number(gap.to));
    rows.push_back({words, month_and_year(gap.from), month_and_year(gap.to), std::to_string(gap.days())});
    if (rows.size() > most_agencies_described + 1) continue;
    text += (&gap == &known.gaps.front() ? " " : "; ") + ascii_lower(words.substr(0, 1)) + words.substr(1) + " " +
            span_words(gap.from, gap.to) + ", " + times(static_cast<std::size_t>(gap.days()), "day", "days");
  }
  Drawing drawing(first, last, lanes.size());
  for (std::size_t at = 0; at < lanes.size(); ++at) drawing.name_lane(at, lanes[at]);
  for (const Gap& gap : known.gaps) {
    const auto lane = static_cast<std::size_t>(std::find(lanes.begin(), lanes.end(), gap_lane(gap, known)) - lanes.begin());
    drawing.bar(day_number(gap.from), day_number(gap.to), drawing.top_of(lane) + 4, drawing.lane_height() - 8,
                gap.kind == Gap::Kind::no_contact ? "quiet" : "warning");
  }
  return figure_block(drawing.finish(), text + ".", "Times without contact of 28 days or more",
                      {plain_table("Times without contact", rows)});
}

}  // namespace casewright
