// The samples' chronologies, read and held against the plain tables they were made from (samples/make).
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/text.h"
#include "fixtures.h"
#include "ingest/chronology/chronology_reader.h"

using namespace casewright;
namespace fs = std::filesystem;

namespace {

/// Rows of a plain table, its headings left out.
std::size_t rows_of(const fs::path& table) {
  std::size_t lines = 0;
  std::istringstream in(file_bytes(table));
  for (std::string line; std::getline(in, line);) lines += !trim(line).empty();
  return lines - 1;
}

struct Sample {
  fs::path file;
  std::string agency;
  std::size_t rows = 0;
};

std::vector<Sample> sample_tables(const std::string& name) {
  const fs::path samples = fs::path(PROJECT_FOLDER) / "samples";
  std::vector<Sample> found;
  for (const auto& entry : fs::directory_iterator(samples / name / "chronology")) {
    const std::string agency = entry.path().filename().string().substr(0, 2);
    if (entry.path().extension() != ".xml") found.push_back({entry.path(), agency, rows_of(samples / "make" / name / (agency + ".txt"))});
  }
  return found;
}

}  // namespace

TEST_CASE("every row of the samples' tables becomes a dated event") {
  const std::string name = GENERATE("child-k", "child-m-and-sibling", "family-w");
  const std::vector<Sample> tables = sample_tables(name);
  CHECK(tables.size() >= 2);
  for (const Sample& each : tables) {
    CAPTURE(each.file.filename().string());
    const Result<Chronology> read = read_chronology(file_bytes(each.file), each.file.string(), 1, each.agency);
    REQUIRE(read.ok());
    CHECK(read->events.size() == each.rows);
    for (const Event& event : read->events) CHECK(event.when.from.year > 2000);
  }
}
