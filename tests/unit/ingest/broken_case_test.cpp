// Walks tests/fixtures/case/broken: each folder says how the minimal case is to be broken (edits.txt) and what
// a person must then be told (expected-faults.txt). No code is written to add one.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "case_files.h"
#include "ingest/case/case_reader.h"

using namespace casewright;
namespace fs = std::filesystem;

namespace {

std::string told(const Result<Case>& read) {
  std::string text = read ? "read\n" : "stopped\n";
  for (const Fault& fault : read.faults()) text += describe(fault) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a broken case is told of in plain words") {
  const Disk disk;
  for (const auto& entry : fs::directory_iterator(case_fixtures + "/broken")) {
    if (!entry.is_directory()) continue;
    DYNAMIC_SECTION(entry.path().filename().string()) {
      MemoryWorld world(&disk);
      load(world, case_fixtures + "/minimal");
      if (fs::exists(entry.path() / "files")) load(world, entry.path() / "files");
      apply_edits(world, slurp(entry.path() / "edits.txt"));
      const std::string found = told(read_case(world, "case", PROJECT_FOLDER "/templates/schemas"));
      // No name of the minimal case's register is ever told.
      for (const char* name : {"Ewan", "O'Dunne", "Grace", "Pellow", "Ifeoma", "Adébáyò", "Adebayo", "Bride"}) {
        INFO(found);
        CHECK(found.find(name) == std::string::npos);
      }
      const fs::path expected = entry.path() / "expected-faults.txt";
      if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(expected, std::ios::binary) << found;
      CHECK(found == slurp(expected));
    }
  }
}

TEST_CASE("the minimal case is read whole") {
  const Disk disk;
  const Result<Case> read = read_case(disk, case_fixtures + "/minimal", PROJECT_FOLDER "/templates/schemas");
  for (const Fault& fault : read.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(read);
  CHECK(read.faults().empty());
  CHECK(read->code == "child-t");
  CHECK(read->type == "scr");
  CHECK(read->period_from == Date{2014, 6, 1});
  CHECK(read->publication == Date{2015, 9, 30});
  // Five of people.xml, then who wrote and signed the review, the reviewer and the two chairs.
  REQUIRE(read->people.entries.size() == 10);
  CHECK_FALSE(read->people.find("A1-author")->may_be_named);
  CHECK_FALSE(read->people.find("A1-sign-off")->may_be_named);
  CHECK(read->people.find("reviewer-1")->may_be_named);
  CHECK(read->people.find("panel-chair")->may_be_named);
  CHECK(read->people.find("board-chair")->may_be_named);
  const Identity& visitor = read->people.entries[2];
  CHECK(visitor.public_name == "Health Visitor 1");
  REQUIRE(visitor.names.size() == 4);
  CHECK(visitor.names[0].text == "Ifeoma Adébáyò-Clarke");
  CHECK(visitor.names[1].kind == NameKind::given);
  CHECK(visitor.names[2].text == "Adébáyò-Clarke");
  CHECK(visitor.names[3].kind == NameKind::alias);
  REQUIRE(read->chronologies.size() == 1);
  const Event& second = read->chronologies[0].events[1];
  CHECK(second.id == "A1-2");
  CHECK(second.when.from == Date{2014, 7, 24});
  CHECK(second.when.uncertain);
  CHECK(second.when.sequence == 1.5);
  CHECK(second.child_seen == Answer::no);
  CHECK(read->sources[second.origin.source] == case_fixtures + "/minimal/chronology/community-health.xml");
  CHECK(second.origin.part == 13);
  CHECK(read->chronologies[0].events[0].when.minute == 10 * 60 + 30);
  CHECK(read->imrs.size() == 1);
  CHECK(read->sections.size() == 1);
  CHECK(read->actions.size() == 1);
}
