// Walks tests/fixtures/case/broken: each folder says how the minimal case is to be broken (edits.txt) and what
// a person must then be told (expected-faults.txt). No code is written to add one.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"
#include "ingest/case_reader.h"
#include "../memory_world.h"

using namespace casewright;
namespace fs = std::filesystem;

namespace {

const std::string fixtures = PROJECT_FOLDER "/tests/fixtures/case";

std::string slurp(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void load(MemoryWorld& world, const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) world.files["case/" + fs::relative(entry.path(), folder).generic_string()] = slurp(entry.path());
}

/// Does what edits.txt says: "file F" chooses a file, "- words" and "+ words" exchange words in it (the first
/// place where they stand, \n for a line's end), "add F" begins a new file of the "+" lines that follow,
/// "remove F" and "rename F G" do that.
void apply_edits(MemoryWorld& world, const std::string& edits) {
  std::string file, old;
  for (const std::string_view line : split(edits, '\n')) {
    const std::string_view rest = line.size() > 2 ? line.substr(line.find(' ') + 1) : std::string_view();
    if (line.starts_with("file ")) {
      file = "case/" + std::string(rest);
      REQUIRE(world.files.contains(file));
    } else if (line.starts_with("add ")) {
      file = "case/" + std::string(rest);
      old.clear();
      world.files[file].clear();
    } else if (line.starts_with("remove ")) {
      world.remove_all("case/" + std::string(rest));
    } else if (line.starts_with("rename ")) {
      const auto names = split(rest, ' ');
      world.replace("case/" + std::string(names[0]), "case/" + std::string(names[1]));
    } else if (line.starts_with("- ")) {
      old = replace_every(rest, "\\n", "\n");
      INFO("edit of " << file << ": " << old);
      REQUIRE(world.files[file].find(old) != std::string::npos);
      world.files[file].replace(world.files[file].find(old), old.size(), "\x01");
    } else if (line.starts_with("+")) {
      const std::string words = replace_every(rest, "\\n", "\n");
      std::string& bytes = world.files[file];
      const std::size_t at = bytes.find('\x01');
      if (at == std::string::npos) bytes += words + "\n";
      else bytes.replace(at, 1, words);
    }
  }
  for (auto& each : world.files) std::erase(each.second, '\x01');
}

std::string told(const Result<Case>& read) {
  std::string text = read ? "read\n" : "stopped\n";
  for (const Fault& fault : read.faults()) text += describe(fault) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a broken case is told of in plain words") {
  const Disk disk;
  for (const auto& entry : fs::directory_iterator(fixtures + "/broken")) {
    if (!entry.is_directory()) continue;
    DYNAMIC_SECTION(entry.path().filename().string()) {
      MemoryWorld world(&disk);
      load(world, fixtures + "/minimal");
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
  const Result<Case> read = read_case(disk, fixtures + "/minimal", PROJECT_FOLDER "/templates/schemas");
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
  CHECK(read->sources[second.origin.source] == fixtures + "/minimal/chronology/community-health.xml");
  CHECK(second.origin.part == 13);
  CHECK(read->chronologies[0].events[0].when.minute == 10 * 60 + 30);
  CHECK(read->imrs.size() == 1);
  CHECK(read->sections.size() == 1);
  CHECK(read->actions.size() == 1);
}
