#include "assemble/pseudonymise.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <thread>

#include "assemble/conflicts.h"
#include "assemble/public_people.h"
#include "assemble/public_record.h"
#include "assemble/public_text.h"
#include "base/side_by_side.h"

namespace casewright {
namespace {

/// So many events take longer than it does to start a thread.
constexpr std::size_t worth_a_thread = 500;

/// Records and events by the thousand: what a person reads in a list of queries says where.
std::string named(std::string_view what, const Record& record, std::string_view key) {
  const std::string_view id = record.attribute(key);
  return id.empty() ? std::string(what) : std::string(what) + " " + std::string(id);
}

Date reference_day(const Case& whole) {
  const Record* incident = whole.root.child("incident");
  const auto day = incident == nullptr ? std::nullopt : date_from_iso(incident->attribute("date"));
  return day ? *day : whole.period_to;
}

class CaseMaker {
 public:
  CaseMaker(const Case& whole, const WordFilter* ordinary) : whole_(whole), planner_(whole, ordinary) {}

  PublicCase make(Integrated integrated) {
    learn();
    PublicCase known;
    known.sources = whole_.sources;
    known.code = whole_.code;
    known.regime = whole_.regime;
    known.type = whole_.type;
    known.publication = whole_.publication;
    known.period_from = whole_.period_from;
    known.period_to = whole_.period_to;
    known.period_from.day = known.period_to.day = 0;
    known.people = public_people(whole_.people, whole_.root, reference_day(whole_));
    known.root = record(whole_.root, "case.xml", known.queries);
    for (const Record& each : whole_.imrs) known.imrs.push_back(record(each, named("review of agency", each, "agency"), known.queries));
    for (const Record& each : whole_.sections) known.sections.push_back(record(each, named("section", each, "id"), known.queries));
    for (const Record& each : whole_.actions) known.actions.push_back(record(each, named("action", each, "id"), known.queries));
    agencies(known);
    known.chronology = std::move(integrated.events);
    chronology(known);
    known.gaps = std::move(integrated.gaps);
    return known;
  }

 private:
  void learn() {
    learn_record(whole_.root, planner_);
    for (const auto* records : {&whole_.imrs, &whole_.sections, &whole_.actions})
      for (const Record& each : *records) learn_record(each, planner_);
  }

  Record record(Record copy, const std::string& field, std::vector<Query>& queries) {
    make_public(copy, planner_, field, queries);
    return copy;
  }

  void agencies(PublicCase& known) {
    for (Agency agency : whole_.agencies) {
      agency.name = agency.public_name;
      text(agency.short_name, {planner_, {}, "case.xml", known.queries}, Softening::names_only);
      text(agency.contribution, {planner_, {}, "case.xml", known.queries}, Softening::dates_and_names);
      known.agencies.push_back(std::move(agency));
    }
  }

  /// Events by the thousand are shared out to threads; what comes of it is the same however many there are.
  void chronology(PublicCase& known) {
    const std::size_t count = known.chronology.size();
    const std::size_t shares = std::clamp<std::size_t>(count / worth_a_thread, 1, std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::vector<Query>> told(shares);
    side_by_side(shares, true, [&](std::size_t i) {
      told[i] = events(std::span(known.chronology).subspan(count * i / shares, count * (i + 1) / shares - count * i / shares));
    });
    for (std::vector<Query>& each : told) std::move(each.begin(), each.end(), std::back_inserter(known.queries));
  }

  std::vector<Query> events(std::span<IntegratedEvent> share) const {
    TextPlanner planner(planner_);
    std::vector<Query> queries;
    for (IntegratedEvent& each : share) event(each, planner, queries);
    return queries;
  }

  static void event(IntegratedEvent& integrated, TextPlanner& planner, std::vector<Query>& queries) {
    Event& event = integrated.event;
    const Teller teller{planner, event.origin, "chronology " + event.id, queries};
    const auto cell = [&](std::string& words, std::string_view name, std::size_t number = 0) {
      for (const Span& each : text(words, teller)) integrated.doubts.push_back({name, number, each});
    };
    cell(event.source, "source");
    cell(event.what, "what");
    cell(event.voice, "voice");
    cell(event.outcome, "outcome");
    cell(event.comment, "comment");
    cell(event.recorded_by, "recorded-by");
    text(event.when.written, teller);
    for (std::size_t i = 0; i < event.other.size(); ++i) {
      text(event.other[i].first, teller);
      cell(event.other[i].second, "other", i);
    }
    for (std::string& each : integrated.conflicts) {  // our own words round agencies' names
      text(each, teller);
      each = retold_where_alike(std::move(each));
    }
    event.when.from.day = event.when.to.day = 0;
    if (event.when.to == event.when.from) event.when.to = {};
    event.when.minute = -1;
    if (event.when.from.known())  // whatever the style of dates in prose, a chronology goes by months
      event.when.written = month_and_year(event.when.from) + (event.when.to.known() ? " to " + month_and_year(event.when.to) : "");
  }

  /// Plans texts of one place and tells what a person must decide there.
  struct Teller {
    TextPlanner& planner;
    const Origin& origin;
    const std::string field;
    std::vector<Query>& queries;
  };

  /// Makes `words` public; gives the places in them that a person must look at.
  static std::vector<Span> text(std::string& words, const Teller& teller, Softening softening = Softening::dates_and_names) {
    if (words.empty()) return {};
    const TextPlan& plan = teller.planner.plan_once(words, softening);
    for (const std::string& each : plan.problems) teller.queries.push_back({teller.origin, teller.field, each});
    std::vector<Span> doubtful = plan.uncertain;
    for (Span& each : doubtful) each = after_edits(each, plan.edits);
    if (!plan.edits.empty()) words = apply_edits(words, plan.edits);
    return doubtful;
  }

  const Case& whole_;
  TextPlanner planner_;
};

/// Looks with the caller's own search for what is left in the records, where replacing may have put words side
/// by side that name somebody anew.
void look_again(const Record& record, IdentityScanner& scanner, const std::string& field, std::vector<Query>& queries) {
  if (record.name == "uncertain") return;  // as deep as the XML reader allows, 256
  if (record.is_text())
    for (const IdentityHit& each : scanner.find_in(record.text))
      if (each.certain) queries.push_back({record.origin, field, "a name of the register is left here (" + each.how + "): reword"});
  for (const Record& each : record.children) look_again(each, scanner, field, queries);
}

void look_again(PublicCase& known, const IdentitySearch& identities) {
  IdentityScanner scanner(identities);
  look_again(known.root, scanner, "case.xml", known.queries);
  for (const auto* records : {&known.imrs, &known.sections, &known.actions})
    for (const Record& each : *records) look_again(each, scanner, each.name, known.queries);
}

}  // namespace

PublicCase pseudonymise(const Case& whole, Integrated integrated, const IdentitySearch& identities, const WordFilter* ordinary) {
  PublicCase known = CaseMaker(whole, ordinary).make(std::move(integrated));
  look_again(known, identities);
  return known;
}

}  // namespace casewright
