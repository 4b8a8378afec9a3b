// Walks tests/fixtures/chronology: each folder holds an input and what is expected of it.
// UPDATE_EXPECTED=1 writes the expectations anew; the difference is then read by a person.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/disk.h"
#include "foreign/json.h"
#include "ingest/chronology/chronology_reader.h"
#include "ingest/chronology/chronology_rows.h"

using namespace casewright;

namespace {

void add_text(json::Value& into, const char* name, const std::string& text) {
  if (!text.empty()) into[name] = text;
}

json::Value shown(const When& when) {
  json::Value shown;
  shown["written"] = when.written;
  if (when.from.known()) shown["from"] = iso(when.from);
  if (when.to.known()) shown["to"] = iso(when.to);
  if (when.uncertain) shown["uncertain"] = true;
  if (when.minute >= 0) shown["minute"] = when.minute;
  if (when.sequence != 0) shown["sequence"] = when.sequence;
  return shown;
}

json::Value shown(const Event& event) {
  static constexpr const char* answers[] = {"", "no", "yes", "alone"};
  json::Value shown_event;
  shown_event["id"] = event.id;
  shown_event["when"] = shown(event.when);
  add_text(shown_event, "source", event.source);
  add_text(shown_event, "what", event.what);
  add_text(shown_event, "seen", answers[static_cast<int>(event.child_seen)]);
  add_text(shown_event, "spoken_to", answers[static_cast<int>(event.child_spoken_to)]);
  add_text(shown_event, "voice", event.voice);
  add_text(shown_event, "outcome", event.outcome);
  add_text(shown_event, "comment", event.comment);
  add_text(shown_event, "recorded_by", event.recorded_by);
  add_text(shown_event, "same_as", event.same_as);
  if (event.key) shown_event["key"] = true;
  if (event.background) shown_event["background"] = true;
  if (!event.contact) shown_event["contact"] = false;
  for (const auto& [heading, cell] : event.other) shown_event["other"].push_back({heading, cell});
  shown_event["row"] = event.origin.part;
  return shown_event;
}

json::Value shown(const Result<Chronology>& read) {
  json::Value all;
  all["read"] = read.ok();
  all["events"] = json::Value::array();
  if (read.ok())
    for (const Event& each : read->events) all["events"].push_back(shown(each));
  all["faults"] = json::Value::array();
  for (const Fault& each : read.faults()) all["faults"].push_back(describe(each));
  return all;
}

/// The input of a case's folder, whatever its ending.
Path input_of(const World& world, const Path& folder) {
  const Result<std::vector<FolderEntry>> entries = world.list_folder(folder);
  for (const FolderEntry& each : entries.value())
    if (each.name.starts_with("input.")) return each.name;
  return {};
}

}  // namespace

TEST_CASE("each chronology of the fixtures is read as expected") {
  Disk real;
  World& disk = real;
  const Path all = join(PROJECT_FOLDER, "tests/fixtures/chronology");
  std::size_t cases = 0;
  const Result<std::vector<FolderEntry>> entries = disk.list_folder(all);
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : entries.value()) {
    if (entry.kind != PathKind::folder) continue;
    ++cases;
    const Path folder = join(all, entry.name);
    const Path name = input_of(disk, folder);
    REQUIRE_FALSE(name.empty());
    const Result<std::string> bytes = disk.read_file(join(folder, name));
    REQUIRE(bytes.ok());
    const std::string found = shown(read_chronology(*bytes, name, 1, "A2")).dump(1) + "\n";
    const Path expected = join(folder, "expected.json");
    if (std::getenv("UPDATE_EXPECTED") != nullptr) REQUIRE(disk.write_file(expected, found).ok());
    const Result<std::string> wanted = disk.read_file(expected);
    REQUIRE(wanted.ok());
    INFO("case " << entry.name);
    CHECK(found == *wanted);
  }
  CHECK(cases >= 25);
}
