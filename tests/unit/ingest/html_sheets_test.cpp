#include <catch2/catch.hpp>

#include <filesystem>

#include "base/disk.h"
#include "ingest/html/html_reader.h"
#include "ingest/readers.h"

using namespace casewright;

namespace {

const std::string page = "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Invented</title><link rel=\"stylesheet\" href=\"looks/page.css\"></head>"
                         "<body><h1>Invented</h1><p class=\"aside\">Perpetua Quillfeather</p></body></html>";

std::vector<std::string> risks_of(const Result<Reading>& reading) {
  std::vector<std::string> risks;
  for (const Carried& each : reading->container.items)
    if (!each.risk.empty()) risks.push_back(each.risk);
  return risks;
}

}  // namespace

TEST_CASE("a style sheet beside a page hides what it hides") {
  const auto folder = std::filesystem::temp_directory_path() / "casewright-sheets";
  std::filesystem::remove_all(folder);
  Disk disk;
  REQUIRE(disk.make_folders((folder / "looks").string()));
  REQUIRE(disk.write_file((folder / "page.html").string(), page));
  REQUIRE(disk.write_file((folder / "looks/page.css").string(), ".aside { display: none }"));
  CHECK(risks_of(read_report(disk, (folder / "page.html").string())) == std::vector<std::string>{"hidden-text"});
  std::filesystem::remove_all(folder);
}

TEST_CASE("a style sheet that is not at hand leaves something unjudged") {
  CHECK(risks_of(read_html(page, "page.html")) == std::vector<std::string>{"not-judged"});
}

TEST_CASE("a page cannot ask for what lies above its folder or elsewhere") {
  for (const std::string address : {"../secret.css", "/etc/passwd", "https://example.org/x.css", "..\\x.css"}) {
    const std::string asking = "<html><head><link rel=stylesheet href=\"" + address + "\"></head><body><p>x</p></body></html>";
    CHECK(sheets_beside(Disk(), asking, "/tmp/page.html").empty());
  }
}
