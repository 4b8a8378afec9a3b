#include "assemble/integrate.h"

#include <catch2/catch.hpp>

#include "assemble/conflicts.h"
#include "assemble/small_case.h"
#include "base/disk.h"
#include "base/text.h"

using namespace casewright;

namespace {

std::string when_words(const When& when) {
  if (!when.from.known()) return "undated (" + when.written + ")";
  std::string words = (when.uncertain ? "?" : "") + iso(when.from);
  if (when.to.known()) words += ".." + iso(when.to);
  if (when.minute >= 0) words += " " + std::to_string(when.minute / 60) + ":" + std::to_string(when.minute % 60);
  return words;
}

/// One line for each event, then one for each gap and fault.
std::string as_text(const Integrated& integrated) {
  std::string text;
  for (const IntegratedEvent& each : integrated.events) {
    text += when_words(each.event.when) + " " + each.event.id + " [" + each.event.source + "]";
    if (each.outside_period) text += " outside the period";
    if (!each.same.empty()) text += " = " + join_text(each.same, ", ");
    text += "\n";
    for (const std::string& conflict : each.conflicts) text += "    " + conflict + "\n";
  }
  static constexpr const char* kinds[] = {"no contact", "not seen", "not spoken to"};
  for (const Gap& gap : integrated.gaps)
    text += "gap: " + std::string(kinds[static_cast<int>(gap.kind)]) + " " + (gap.agency.empty() ? "at all" : gap.agency) +
            " " + iso(gap.from) + " to " + iso(gap.to) + ", " + std::to_string(gap.days()) + " days\n";
  for (const Fault& fault : integrated.faults) text += "fault: " + describe(fault) + "\n";
  return text;
}

/// A case of many events, the same each time: 40 agencies over six years, one event in ten told by two.
Case large_case(std::size_t events) {
  static constexpr const char* words[] = {
      "bruise", "kitchen", "landlord", "asthma", "inhaler", "nursery", "fracture", "midwife", "tenancy", "gas", "meter",
      "speech", "therapy", "immunisation", "centile", "weight", "bailiff", "custody", "probation", "curfew", "breakfast",
      "attendance", "uniform", "sleeping", "cot", "grandmother", "holiday", "caravan", "interpreter", "dentist", "asylum",
      "eczema", "cough", "window", "stairgate", "puppy", "neighbour", "shouting", "alcohol", "prescription", "tablet",
      "ambulance", "paramedic", "ward", "discharge", "consultant", "audiology", "glasses", "orthoptist", "playgroup"};
  Case whole;
  whole.sources = {"", "made.xml"};
  whole.period_from = {2010, 1, 1};
  whole.period_to = {2015, 12, 31};
  std::uint32_t state = 7;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
  };
  for (int at = 0; at < 40; ++at) {
    const std::string id = "A" + std::to_string(at + 1);
    whole.agencies.push_back({id, "Agency " + id, "agency " + id, "Agency " + id, "chronology"});
    whole.chronologies.push_back({id, "made.xml", {}});
  }
  std::string previous;
  std::int64_t previous_day = 0;
  for (std::size_t at = 0; at < events; ++at) {
    Chronology& chronology = whole.chronologies[next(40)];
    Event event;
    event.agency = chronology.agency;
    event.id = event.agency + "-" + std::to_string(chronology.events.size() + 1);
    const bool again = at % 10 == 9;
    const std::int64_t day = again ? previous_day : day_number(whole.period_from) + next(2190);
    event.when.from = date_of_day_number(day);
    event.source = "Record";
    if (again) event.what = "It was noted that " + previous;
    else
      for (int word = 0; word < 24; ++word) event.what += std::string(word == 0 ? "" : " ") + words[next(50)] + (next(4) == 0 ? std::to_string(next(60)) : "");
    event.child_seen = next(5) == 0 ? Answer::yes : Answer::no;
    event.origin = {1, static_cast<std::uint32_t>(at + 1), 0};
    previous = event.what;
    previous_day = day;
    chronology.events.push_back(std::move(event));
  }
  return whole;
}

}  // namespace

TEST_CASE("chronologies of several agencies become one", "[fixtures]") {
  Disk world;
  const Path folder = PROJECT_FOLDER "/tests/fixtures/integrate";
  const auto entries = world.list_folder(folder);
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::folder) continue;
    INFO(entry.name);
    const Path of_case = join(folder, entry.name);
    CHECK(as_expected(world, of_case, as_text(integrate(small_case(world, of_case)))));
  }
}

TEST_CASE("twenty thousand events of forty agencies are integrated, the same event linked") {
  const Case whole = large_case(20000);
  const Integrated integrated = integrate(whole);
  CHECK(integrated.events.size() == 20000);
  std::size_t linked = 0;
  for (const IntegratedEvent& each : integrated.events) linked += !each.same.empty();
  CHECK(linked > 3500);
  CHECK(linked < 4100);
}

TEST_CASE("a conflict whose dates became the same month says that the days differ", "[integrate]") {
  CHECK(retold_where_alike("According to the hospital trust it was in April 2014, according to the GP practice in April 2014.") ==
        "The hospital trust and the GP practice give different days in April 2014.");
  CHECK(retold_where_alike("According to the police it was in the morning, according to the school in the morning.") ==
        "The police and the school give different times in the morning.");
  for (const std::string stays : {"According to the police it was in March 2014, according to the school in April 2014.",
                                  "According to the police the child was seen, according to the school the child was not seen."})
    CHECK(retold_where_alike(stays) == stays);
}
