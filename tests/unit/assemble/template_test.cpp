#include "assemble/template.h"

#include <chrono>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "assemble/case_tree.h"
#include "assemble/small_case.h"
#include "base/disk.h"
#include "base/text.h"
#include "emit/writers.h"
#include "ingest/case_reader.h"

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
  return as_text(filled.faults) + writer_named("blocks")->write(filled.document, Theme{});
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
      CHECK(filled.document.blocks.size() > 20);
      if (const char* folder = std::getenv("SHOW_FILLED"))
        for (const char* form : {"blocks", "html"})
          REQUIRE(world.write_file(join(folder, std::string(sample) + "-" + name + "." + form), writer_named(form)->write(filled.document, Theme{})).ok());
    }
  }
}
