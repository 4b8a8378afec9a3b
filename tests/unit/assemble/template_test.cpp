#include "assemble/template.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "assemble/case_tree.h"
#include "assemble/check_template.h"
#include "assemble/small_case.h"
#include "base/disk.h"
#include "base/text.h"
#include "emit/writers.h"
#include "ingest/case/case_reader.h"
#include "memory_world.h"

using namespace casewright;

namespace {

const Path fixtures = PROJECT_FOLDER "/tests/fixtures/templates";
const Path templates = PROJECT_FOLDER "/templates";

std::string as_text(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) text += "fault: " + without_project_folder(describe(fault)) + "\n";
  return text;
}

/// What the fixture's template makes of the fixture's case: its faults, then its blocks.
std::string filled_text(const World& world, const Path& folder) {
  std::vector<Path> folders{templates};
  if (const Path packs = join(folder, "packs"); world.kind_of(packs) == PathKind::folder) folders.insert(folders.begin(), packs);
  const Result<Template> layout = read_template(world, folder, folders);
  if (!layout.ok()) return as_text(layout.faults());
  const Filled filled = fill(*layout, small_public_case(world, folder));
  return as_text(filled.faults) + writer_named("blocks")->write(filled.document, Theme{}).value();
}

}  // namespace

TEST_CASE("templates are filled from cases", "[fixtures]") {
  Disk world;
  const auto entries = world.list_folder(fixtures);
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::folder) continue;
    INFO(entry.name);
    const Path folder = join(fixtures, entry.name);
    CHECK(as_expected(world, folder, filled_text(world, folder)));
  }
}

TEST_CASE("each shipped template fills from each sample that it is meant for, without a fault") {
  Disk world;
  const std::pair<const char*, std::vector<const char*>> uses[] = {
      {"child-k", {"overview-report", "executive-summary", "learning-brief", "integrated-chronology"}},
      {"child-m-and-sibling", {"overview-report", "executive-summary", "learning-brief", "integrated-chronology"}},
      {"family-w", {"executive-summary", "learning-brief", "integrated-chronology"}}};
  for (const auto& [sample, names] : uses) {
    const Result<Case> whole = read_case(world, PROJECT_FOLDER "/samples/" + std::string(sample), join(templates, "schemas"));
    INFO(sample << "\n" << as_text(whole.faults()));
    REQUIRE(whole.ok());
    const PublicCase known = unhidden(*whole);
    const CaseTree tree(known);
    for (const char* name : names) {
      INFO(name);
      const Result<Template> layout = read_template(world, join(templates, name), {templates});
      INFO(as_text(layout.faults()));
      REQUIRE(layout.ok());
      const Filled filled = fill(*layout, tree);
      CHECK(as_text(filled.faults) == "");
      CHECK(filled.document.blocks.size() > 10);
      if (const char* folder = std::getenv("SHOW_FILLED"))
        for (const char* form : {"blocks", "html"})
          REQUIRE(world.write_file(join(folder, std::string(sample) + "-" + name + "." + form), writer_named(form)->write(filled.document, Theme{}).value()).ok());
    }
  }
}

TEST_CASE("templates are checked without a case", "[fixtures]") {
  Disk world;
  const Path folder = PROJECT_FOLDER "/tests/fixtures/templates-checked";
  const auto entries = world.list_folder(folder);
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::folder) continue;
    INFO(entry.name);
    const Path of_template = join(folder, entry.name);
    CHECK(as_expected(world, of_template, as_text(check_template(world, of_template, {templates}))));
  }
}

TEST_CASE("the shipped templates are sound") {
  Disk world;
  for (const char* name : {"overview-report", "executive-summary", "learning-brief", "integrated-chronology"}) {
    INFO(name);
    CHECK(as_text(check_template(world, join(templates, name), {templates})) == "");
  }
}

TEST_CASE("a chronology of twenty thousand events fills its document") {
  PublicCase known;
  known.sources = {"", "made.xml"};
  known.code = "made";
  for (int at = 1; at <= 40; ++at)
    known.agencies.push_back({"A" + std::to_string(at), "x", "agency " + std::to_string(at), "Agency " + std::to_string(at), "chronology"});
  Record title;
  title.name = "title";
  title.children.push_back(text_record("Made", {}));
  Record name;
  name.name = "name";
  name.children.push_back(text_record("Made board", {}));
  Record board;
  board.name = "board";
  board.children.push_back(std::move(name));
  known.root.name = "case";
  known.root.children.push_back(std::move(title));
  known.root.children.push_back(std::move(board));
  for (int at = 0; at < 20000; ++at) {
    IntegratedEvent each;
    each.event.id = "A" + std::to_string(at % 40 + 1) + "-" + std::to_string(at / 40 + 1);
    each.event.agency = "A" + std::to_string(at % 40 + 1);
    each.event.when.from = date_of_day_number(14610 + at / 10);
    each.event.source = "Health visitor record";
    each.event.what = "The health visitor called at the home and was told that all was well; nobody else was at home, "
                      "and the next visit was planned for the following month at the clinic.";
    each.event.outcome = "A further visit was planned.";
    each.event.child_seen = at % 3 == 0 ? Answer::yes : Answer::no;
    each.event.origin = {1, static_cast<std::uint32_t>(at + 1), 0};
    if (at % 10 == 9) each.same.push_back(known.chronology.back().event.id);
    known.chronology.push_back(std::move(each));
  }
  Disk world;
  const Result<Template> layout = read_template(world, join(templates, "integrated-chronology"), {templates});
  REQUIRE(layout.ok());
  const Filled filled = fill(*layout, known);
  CHECK(as_text(filled.faults) == "");
  std::size_t rows = 0;
  walk(filled.document.blocks, [&rows](const Block& block, std::size_t) { rows += block.kind == BlockKind::row; });
  CHECK(rows > 20000);
}

TEST_CASE("a template that repeats itself without end makes a paper of bounded size, and says where") {
  Disk disk;
  MemoryWorld world(&disk);
  world.files["own/template.xml"] = "<template complete=\"yes\"><section id=\"narrative\" title=\"What happened\">\n"
                                    "<for-each select=\"//*\"><for-each select=\"//*\"><for-each select=\"//*\">\n"
                                    "<p>The same words again.</p></for-each></for-each></for-each></section></template>";
  const Result<Template> layout = read_template(world, "own", {templates});
  REQUIRE(layout.ok());
  constexpr std::size_t most_bytes = 200'000;
  const PublicCase known = small_public_case(disk, join(fixtures, "unused-section"));
  const Filled filled = fill(*layout, known, most_bytes);
  INFO(as_text(filled.faults));
  CHECK(as_text(filled.faults).find("own/template.xml:2: with this the paper grows larger than any report") != std::string::npos);
  std::size_t blocks = 0;
  walk(filled.document.blocks, [&blocks](const Block&, std::size_t) { ++blocks; });
  CHECK(blocks > 10);
  CHECK(blocks * sizeof(Block) < most_bytes);
  world.files["own/template.xml"] = "<template complete=\"yes\"><section id=\"narrative\" title=\"What happened\">"
                                    "<for-each select=\"//*\"><p>The same words again.</p></for-each></section></template>";
  const Result<Template> plain = read_template(world, "own", {templates});
  REQUIRE(plain.ok());
  CHECK(as_text(fill(*plain, known, most_bytes).faults).find("larger") == std::string::npos);
}
