#include "emit/site/site.h"

#include <catch2/catch.hpp>

#include "emit/site/manifest.h"
#include "emit/site_example.h"
#include "foreign/hash.h"
#include "foreign/json.h"
#include "memory_world.h"

using namespace casewright;

namespace {

/// Publishes in full; true where nothing failed.
bool publish(World& world, const Certificate& certificate, SiteFacts facts = example_facts()) {
  auto staged = stage_site(world, certificate, facts, example_theme(), "site");
  return staged.ok() && settle_site(world, *staged).ok();
}

std::map<Path, std::string> published(int edition) {
  MemoryWorld world;
  REQUIRE(publish(world, example_certificate(edition)));
  return world.tree("site");
}

/// A world that stops at its n-th change: a write leaves half a neighbour behind, as a kill does. With `dead`
/// nothing works any more after that; else only that one step fails.
class FaultyWorld final : public MemoryWorld {
 public:
  FaultyWorld(const MemoryWorld& before, int stop, bool dead) : MemoryWorld(before), left_(stop), dead_(dead) {}
  bool stopped = false;

  Outcome make_folders(const Path& path) override { return stops() ? fault(path) : MemoryWorld::make_folders(path); }
  Outcome remove_all(const Path& path) override { return stops() ? fault(path) : MemoryWorld::remove_all(path); }
  Outcome copy_file(const Path& from, const Path& to) override { return stops() ? fault(to) : MemoryWorld::copy_file(from, to); }
  Outcome replace(const Path& from, const Path& to) override { return stops() ? fault(to) : MemoryWorld::replace(from, to); }
  Outcome flush_folder(const Path& path) override { return stops() ? fault(path) : MemoryWorld::flush_folder(path); }
  Outcome write_file(const Path& path, std::string_view bytes) override {
    if (!stops()) return MemoryWorld::write_file(path, bytes);
    MemoryWorld::write_file(path + ".partial", bytes.substr(0, bytes.size() / 2));
    return fault(path);
  }

 private:
  bool stops() {
    if (stopped && dead_) return true;
    if (stopped || --left_ >= 0) return false;
    return stopped = true;
  }
  static Fault fault(const Path& path) { return {path, 0, 0, "no space left on device", "free some space"}; }
  int left_;
  bool dead_;
};

}  // namespace

TEST_CASE("the bundle has every file that the design names") {
  MemoryWorld world;
  auto staged = stage_site(world, example_certificate(), example_facts(), example_theme(), "site/");
  REQUIRE(staged.ok());
  CHECK(world.kind_of("site") == PathKind::missing);
  CHECK(staged->files == std::vector<std::string>{"child-t/brief.html", "child-t/certificate.html", "child-t/index.html",
                                                  "child-t/manifest.json", "child-t/record.json", "child-t/record.txt",
                                                  "child-t/summary.html", "index.html"});
  for (const auto& file : staged->files) CHECK(world.kind_of(staged->staging + "/" + file) == PathKind::file);
  REQUIRE(settle_site(world, *staged).ok());
  CHECK(world.tree("site").size() == 8);
  CHECK(world.tree("site.private").size() == 1);
  CHECK(world.files.size() == 9);  // nothing else was left anywhere
}

TEST_CASE("the manifest tells the truth about every file") {
  const auto site = published(1);
  const auto manifest = read_manifest(site.at("child-t/manifest.json"), "manifest.json");
  REQUIRE(manifest.ok());
  CHECK(manifest->files.size() == 6);
  for (const auto& file : manifest->files) {
    CHECK(hash::sha256(site.at("child-t/" + file.name)) == file.sha256);
    CHECK(site.at("child-t/" + file.name).size() == file.bytes);
  }
  CHECK(manifest->waivers.size() == 1);
  CHECK(iso(manifest->available_until) == "2016-09-30");
}

TEST_CASE("who waived what and why stays in the private record, the words nowhere") {
  MemoryWorld world;
  REQUIRE(publish(world, example_certificate()));
  for (const auto& [name, bytes] : world.tree("site"))
    for (const char* word : {"SECRETWORDS", "SECRETREASON", "SECRETPERSON"}) CHECK(bytes.find(word) == std::string::npos);
  const std::string record = world.files.at("site.private/child-t/checks.json");
  CHECK(record.find("SECRETREASON") != std::string::npos);
  CHECK(record.find("SECRETPERSON") != std::string::npos);
  CHECK(record.find("SECRETWORDS") == std::string::npos);
}

TEST_CASE("the certificate page says no word of the report") {
  const auto site = published(1);
  const std::string page = site.at("child-t/certificate.html");
  for (const char* word : {"Child T", "winter", "missed visit"}) CHECK(page.find(word) == std::string::npos);
  for (const char* word : {"1 decision", "30 September 2015", "ENG-WT2015"}) CHECK(page.find(word) != std::string::npos);
}

TEST_CASE("the list shows the newest first, with date, availability, files and sizes") {
  MemoryWorld world;
  SiteFacts older = example_facts();
  older.code = "child-a";
  older.title = "Review: Child A";
  REQUIRE(publish(world, example_summary_certificate(), older));
  REQUIRE(publish(world, example_certificate()));
  auto newer = json::Value::parse(world.files["site/child-a/manifest.json"]);
  newer["published"] = "2016-01-31";
  world.files["site/child-a/manifest.json"] = newer.dump();
  REQUIRE(publish(world, example_certificate()));
  const std::string list = world.files.at("site/index.html");
  CHECK(list.find("Review: Child A") < list.find("Serious case review: Child T"));
  CHECK(list.find("published 31 January 2016") != std::string::npos);
  CHECK(list.find("until at least 30 September 2016") != std::string::npos);
  CHECK(list.find("<a href=\"child-t/index.html\">Report: Serious case review: Child T</a> (web page, ") != std::string::npos);
  CHECK(list.find("<a href=\"child-a/index.html\">Executive summary: Review: Child A</a>") != std::string::npos);
}

TEST_CASE("a second run gives the same bytes, and what else stands in the site is kept") {
  MemoryWorld world;
  REQUIRE(publish(world, example_certificate()));
  world.write_file("site/robots.txt", "User-agent: *");
  world.write_file("site/child-t/old-draft.html", "gone with the next edition");
  world.make_folders("site/images/2014");
  world.write_file("site/images/2014/map.png", "png");
  REQUIRE(publish(world, example_certificate()));
  auto expected = published(1);
  expected["robots.txt"] = "User-agent: *";
  expected["images/2014/map.png"] = "png";
  CHECK(world.tree("site") == expected);
}

TEST_CASE("a review that publishes its summary only has it as its front page") {
  MemoryWorld world;
  REQUIRE(publish(world, example_summary_certificate()));
  CHECK(world.files.contains("site/child-t/index.html"));
  CHECK_FALSE(world.files.contains("site/child-t/summary.html"));
}

TEST_CASE("pages under an old code are named as long as they stand") {
  MemoryWorld world;
  SiteFacts facts = example_facts();
  facts.inputs = {{"actions.xml", std::string(64, 'a')}, {"chronology/A1.csv", std::string(64, 'c')}, {"people.xml", std::string(64, 'd')}};
  SiteFacts other = example_facts(), old = facts;
  other.code = "child-o";
  other.inputs = {{"actions.xml", std::string(64, 'a')}, {"chronology/A1.csv", std::string(64, 'e')}};
  old.code = "child-ab";
  old.inputs.back().sha256 = std::string(64, 'f');
  for (const SiteFacts& each : {other, old, facts}) REQUIRE(publish(world, example_certificate(), each));
  const auto staged = stage_site(world, example_certificate(), facts, example_theme(), "site");
  REQUIRE(staged.ok());
  CHECK(codes_of_same_papers(world, *staged, facts.inputs) == std::vector<std::string>{"child-ab"});
  REQUIRE(settle_site(world, *staged).ok());
  world.remove_all("site/child-ab");
  CHECK(codes_of_same_papers(world, *staged, facts.inputs).empty());
}

TEST_CASE("the repository record is filled from the report") {
  const auto record = json::Value::parse(published(1).at("child-t/record.json"));
  CHECK(record["year"] == 2015);
  CHECK(record["publisher"] == "Tarnshire Safeguarding Children Board");
  CHECK(record["abstract"] == "Child T was hurt in the winter of 2015.");
  CHECK(record["learning"].size() == 1);
  CHECK(record["recommendations"][0] == "The trust should tell the doctor of each missed visit.");
  CHECK(record["file_name"] == "tarnshire-lscb-scr-child-t-report-2015-09.html");
  CHECK(published(1).at("child-t/record.txt").starts_with("2015 - Tarnshire Safeguarding Children Board - "));
}

TEST_CASE("a site cannot lie where it must not, and each reason is told") {
  MemoryWorld world;
  SiteFacts facts = example_facts();
  Path site = "site";
  std::string what;
  SECTION("a file has its name") { world.write_file("site", "x"); what = "a file has that name"; }
  SECTION("inside the case") { site = "cases/child-t/out"; what = "inside the case folder"; }
  SECTION("the case itself") { site = "cases/../cases/child-t/"; what = "inside the case folder"; }
  SECTION("around the case") { site = "cases"; what = "lies inside the site"; }
  SECTION("nowhere of its own") { site = "."; what = "cannot be replaced as a whole"; }
  SECTION("the private record is a file") { world.write_file("site.private", "x"); what = "private record should be a folder"; }
  SECTION("a code that is no name") { facts.code = "../x"; what = "cannot be a folder of a website"; }
  SECTION("a board without a short name") { facts.board_slug = "Board 1"; what = "part of a file name"; }
  SECTION("a broken manifest of another review") {
    world.make_folders("site/child-b");
    world.write_file("site/child-b/manifest.json", "{");
    what = "no manifest";
  }
  const auto before = world.files;
  const auto staged = stage_site(world, example_certificate(), facts, example_theme(), site);
  REQUIRE_FALSE(staged.ok());
  INFO(describe(staged.faults().front()));
  CHECK(staged.faults().front().what.find(what) != std::string::npos);
  CHECK_FALSE(staged.faults().front().hint.empty());
  CHECK(world.files == before);
}

TEST_CASE("stopped at any step, the site is the old one or the new one, whole") {
  const bool dead = GENERATE(true, false);
  const bool first = GENERATE(true, false);
  MemoryWorld before;
  before.make_folders("cases");
  if (!first) REQUIRE(publish(before, example_certificate(1)));
  const auto old_site = before.tree("site");
  const auto new_site = published(2);
  int steps = 0, seen_old = 0, seen_new = 0;
  for (bool stopped = true; stopped; ++steps) {
    FaultyWorld world(before, steps, dead);
    const bool done = publish(world, example_certificate(2));
    stopped = world.stopped;
    const auto now = world.tree("site");
    INFO("step " << steps);
    REQUIRE((now == old_site || now == new_site));
    (now == new_site ? seen_new : seen_old) += 1;
    if (done) CHECK(now == new_site);
    MemoryWorld after = world;
    REQUIRE(publish(after, example_certificate(2)));
    CHECK(after.tree("site") == new_site);
    CHECK(after.files.size() == new_site.size() + 1);  // the private record; no leftovers
    REQUIRE(steps < 1000);
  }
  CHECK(steps > 15);
  CHECK(seen_old > 10);
  CHECK(seen_new >= 1);
}
