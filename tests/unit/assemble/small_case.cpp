#include "assemble/small_case.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "assemble/integrate.h"
#include "assemble/public_people.h"
#include "base/text.h"
#include "foreign/xml/xml.h"
#include "ingest/chronology/chronology_xml.h"

namespace casewright {
namespace {

Record read_xml(const World& world, const Path& file, std::vector<std::string>& sources) {
  const Result<std::string> bytes = world.read_file(file);
  REQUIRE(bytes.ok());
  sources.push_back(without_project_folder(file));
  const Result<Record> record = xml::read(*bytes, file, static_cast<std::uint32_t>(sources.size() - 1));
  for (const Fault& fault : record.faults()) FAIL_CHECK(describe(fault));
  REQUIRE(record.ok());
  return *record;
}

std::vector<Record> read_all(const World& world, const Path& folder, std::vector<std::string>& sources) {
  std::vector<Record> all;
  if (world.kind_of(folder) != PathKind::folder) return all;
  const auto entries = world.list_folder(folder);
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : *entries) all.push_back(read_xml(world, join(folder, entry.name), sources));
  return all;
}

void read_agencies(Case& whole) {
  const Record* agencies = whole.root.child("agencies");
  if (agencies == nullptr) return;
  for (const Record* each : agencies->all("agency"))
    whole.agencies.push_back({std::string(each->attribute("id")), std::string(each->attribute("name")),
                              std::string(each->attribute("public-name")), std::string(each->attribute("short")),
                              std::string(each->attribute("contribution"))});
}

}  // namespace

Case small_case(const World& world, const Path& folder) {
  Case whole;
  whole.folder = folder;
  if (world.kind_of(join(folder, "case.xml")) == PathKind::file) whole.root = read_xml(world, join(folder, "case.xml"), whole.sources);
  whole.code = whole.root.attribute("code");
  whole.regime = whole.root.attribute("regime");
  whole.type = whole.root.attribute("type");
  if (const Record* period = whole.root.child("review-period")) {
    whole.period_from = date_from_iso(period->attribute("from")).value_or(Date{});
    whole.period_to = date_from_iso(period->attribute("to")).value_or(Date{});
  }
  if (const Record* publication = whole.root.child("publication"))
    whole.publication = date_from_iso(publication->attribute("date")).value_or(Date{});
  read_agencies(whole);
  for (const Record& root : read_all(world, join(folder, "chronology"), whole.sources)) {
    Result<Chronology> chronology = read_chronology_xml(root, whole.sources.back(), whole);
    REQUIRE(chronology.ok());
    whole.chronologies.push_back(*std::move(chronology));
  }
  whole.imrs = read_all(world, join(folder, "imr"), whole.sources);
  whole.sections = read_all(world, join(folder, "sections"), whole.sources);
  if (const Path actions = join(folder, "actions.xml"); world.kind_of(actions) == PathKind::file) {
    const Record plan = read_xml(world, actions, whole.sources);
    for (const Record* each : plan.all("action")) whole.actions.push_back(*each);
  }
  return whole;
}

PublicCase unhidden(const Case& whole) {
  Integrated integrated = integrate(whole);
  PublicCase known;
  known.sources = whole.sources;
  known.code = whole.code;
  known.regime = whole.regime;
  known.type = whole.type;
  known.root = whole.root;
  known.agencies = whole.agencies;
  known.imrs = whole.imrs;
  known.sections = whole.sections;
  known.actions = whole.actions;
  known.chronology = std::move(integrated.events);
  known.gaps = std::move(integrated.gaps);
  known.period_from = whole.period_from;
  known.period_to = whole.period_to;
  known.publication = whole.publication;
  const Record* incident = whole.root.child("incident");
  known.people = public_people(whole.people, whole.root,
                               incident == nullptr ? Date{} : date_from_iso(incident->attribute("date")).value_or(Date{}));
  return known;
}

PublicCase small_public_case(const World& world, const Path& folder) {
  PublicCase known = unhidden(small_case(world, folder));
  if (const Path people = join(folder, "people.xml"); world.kind_of(people) == PathKind::file) {
    const Record all = read_xml(world, people, known.sources);
    for (const Record* each : all.all("person")) known.people.push_back(*each);
  }
  return known;
}

bool as_expected(World& world, const Path& folder, const std::string& found) {
  const Path file = join(folder, "expected.txt");
  if (std::getenv("UPDATE_EXPECTED") != nullptr) {
    REQUIRE(world.write_file(file, found).ok());
    return true;
  }
  const Result<std::string> expected = world.read_file(file);
  if (!expected.ok()) {
    UNSCOPED_INFO(describe(expected.faults().front()));
    return false;
  }
  UNSCOPED_INFO("found:\n" + found + "expected:\n" + *expected);
  return *expected == found;
}

std::string without_project_folder(std::string text) { return replace_every(text, PROJECT_FOLDER "/", ""); }

}  // namespace casewright
