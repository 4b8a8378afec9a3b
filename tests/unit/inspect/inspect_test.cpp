#include "inspect/inspect.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "foreign/xml/xml.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Reading reading_of_role(DocumentRole role) {
  Reading reading;
  reading.document.role = role;
  reading.document.blocks.push_back(text_block(BlockKind::paragraph, "The report begins."));
  reading.prose = read_prose(reading.document, reading.container);
  return reading;
}

}  // namespace

TEST_CASE("what is said of the case is said once, however many documents there are") {
  const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  REQUIRE((book.ok() && corpus.ok()));
  Case of_case;
  of_case.root = *xml::read(
      "<case><board nation='england'/>\n<dates>\n<date kind='aware' on='2019-05-23'/>\n"
      "<date kind='notified' on='2019-06-04'/>\n</dates>\n</case>",
      "case.xml", 1);
  InspectOptions options;
  options.regime = "ENG-WT2018";
  options.families = {"timescales"};
  options.of_case = &of_case;
  options.corpus = &*corpus;
  std::vector<Reading> readings;
  for (const DocumentRole role : {DocumentRole::report, DocumentRole::summary, DocumentRole::brief})
    readings.push_back(reading_of_role(role));
  const Checked checked = inspect(*book, std::move(readings), options);
  std::vector<std::string> late;
  for (const Finding& finding : checked.findings)
    if (finding.rule == "timescales/notified-late") late.push_back(finding.message);
  REQUIRE(late.size() == 1);
  CHECK(late.front().find("7 working days") != std::string::npos);
  CHECK(late.front().find("case.xml, line 4") != std::string::npos);
}

TEST_CASE("what stands in the head of each page is told once, and what stands in two heads twice") {
  const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  REQUIRE(book.ok());
  Reading reading;
  const auto add = [&](BlockKind kind, const std::string& text, std::uint32_t page) {
    reading.document.blocks.push_back(text_block(kind, text));
    reading.document.blocks.back().page = page;
  };
  for (std::uint32_t page = 1; page <= 4; ++page) {
    add(BlockKind::furniture, "Review of the family at ZZ99 4QP, page " + std::to_string(page) + " of 4", page);
    add(BlockKind::paragraph, page < 3 ? "The family moved to ZZ99 4QP." : "The family stayed.", page);
  }
  add(BlockKind::furniture, "Appendix: ZZ99 4QP", 5);
  reading.prose = read_prose(reading.document, reading.container);
  InspectOptions options;
  options.regime = "ENG-WT2018";
  options.families = {"anonymisation"};
  std::vector<Reading> readings;
  readings.push_back(std::move(reading));
  const Checked checked = inspect(*book, std::move(readings), options);
  std::vector<std::string> told;
  for (const Finding& finding : checked.findings)
    if (finding.rule == "anonymisation/postcode") told.push_back(std::to_string(finding.place.page) + finding.message.substr(finding.message.rfind(". ", finding.message.size() - 2) + 1));
  REQUIRE(told.size() == 4);
  CHECK(told[0] == "1 It stands at the head or foot of 4 pages.");
  CHECK(told[1].front() == '1');
  CHECK(told[2].front() == '2');
  CHECK(told[3].front() == '5');
}

TEST_CASE("a year without bank holidays on record is said to be counted without them") {
  const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  REQUIRE(book.ok());
  Case of_case;
  of_case.root = *xml::read(
      "<case><dates><date kind='aware' on='2051-05-23'/><date kind='notified' on='2051-06-14'/></dates></case>", "case.xml", 1);
  InspectOptions options;
  options.regime = "ENG-WT2018";
  options.of_case = &of_case;
  std::vector<Reading> readings;
  readings.push_back(reading_of_role(DocumentRole::report));
  const Checked checked = inspect(*book, std::move(readings), options);
  bool said = false;
  for (const Finding& finding : checked.findings)
    said = said || (finding.rule == "timescales/notified-late" && finding.message.find("Bank holidays") != std::string::npos);
  CHECK(said);
}
