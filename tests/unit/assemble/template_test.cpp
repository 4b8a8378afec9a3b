#include "assemble/template.h"

#include <chrono>

#include <catch2/catch.hpp>

#include "assemble/case_tree.h"
#include "assemble/small_case.h"
#include "base/disk.h"
#include "base/text.h"
#include "emit/writers.h"

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
