// Walks tests/fixtures/case/written: each folder holds what is put into the minimal case in Word or another kind of report (files/, edits.txt
// where something must go first) and the XML that stands for it, with what a person is told (expected.txt). No code is written to add one.
#include <cstdlib>

#include "base/disk.h"
#include "case_files.h"
#include "ingest/case/case_reader.h"
#include "ingest/case/register_table.h"
#include "inspect/sections/section_recogniser.h"

using namespace casewright;
namespace fs = std::filesystem;

TEST_CASE("what people write in Word is read as the case's own XML") {
  const Disk disk;
  xml::Schemas schemas(disk, PROJECT_FOLDER "/templates/schemas");
  const HeadingJudge judge = judge_of_headings(disk, PROJECT_FOLDER "/corpus");
  for (const auto& entry : fs::directory_iterator(case_fixtures + "/written")) {
    if (!entry.is_directory()) continue;
    DYNAMIC_SECTION(entry.path().filename().string()) {
      MemoryWorld world(&disk);
      load(world, case_fixtures + "/minimal");
      if (fs::exists(entry.path() / "edits.txt")) apply_edits(world, slurp(entry.path() / "edits.txt"));
      load(world, entry.path() / "files");
      const Result<Case> read = read_case(world, "case", schemas, judge);
      std::string found;
      const auto write = [&](const Record& record, const std::string& schema) {
        const std::string& source = read->sources[record.origin.source];
        if (source.ends_with(".xml")) return;
        const std::string text = xml::write(record);
        found += "== " + source + "\n" + text + "\n";
        const Result<Record> valid = xml::read(text, schema, 1, &*schemas.named(schema));
        for (const Fault& fault : valid.faults()) found += describe(fault) + "\n";
      };
      if (read) {
        for (const Record& each : read->imrs) write(each, "imr.rng");
        for (const Record& each : read->sections) write(each, "section.rng");
      }
      found += "== told\n";
      for (const Fault& fault : read.faults()) found += describe(fault) + "\n";
      const fs::path expected = entry.path() / "expected.txt";
      if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(expected, std::ios::binary) << found;
      CHECK(found == slurp(expected));
    }
  }
}

// Walks tests/fixtures/case/registers: each folder holds a register as a table (people.*), and the XML that stands for it with what a person is told.
TEST_CASE("a register that is kept as a table is read as people.xml") {
  const Disk disk;
  xml::Schemas schemas(disk, PROJECT_FOLDER "/templates/schemas");
  const Result<Case> known = read_case(disk, case_fixtures + "/minimal", schemas);
  REQUIRE(known.ok());
  for (const auto& entry : fs::directory_iterator(case_fixtures + "/registers")) {
    if (!entry.is_directory()) continue;
    DYNAMIC_SECTION(entry.path().filename().string()) {
      std::string found;
      for (const auto& each : fs::directory_iterator(entry.path())) {
        const std::string name = each.path().filename().string();
        if (!name.starts_with("people.")) continue;
        const Result<Record> read = read_register_table(slurp(each.path()), name, 1, *known);
        if (read) {
          const std::string text = xml::write(*read);
          found += text + "\n";
          const Result<Record> valid = xml::read(text, "people.rng", 1, &*schemas.named("people.rng"));
          for (const Fault& fault : valid.faults()) found += describe(fault) + "\n";
        }
        found += "== told\n";
        for (const Fault& fault : read.faults()) found += describe(fault) + "\n";
      }
      const fs::path expected = entry.path() / "expected.txt";
      if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(expected, std::ios::binary) << found;
      CHECK(found == slurp(expected));
    }
  }
}
