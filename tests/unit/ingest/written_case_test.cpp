// Walks tests/fixtures/case/written: each folder holds what is put into the minimal case in Word or another kind of report (files/, edits.txt
// where something must go first) and the XML that stands for it, with what a person is told (expected.txt). No code is written to add one.
#include <cstdlib>

#include "base/disk.h"
#include "case_files.h"
#include "ingest/case/case_reader.h"
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
