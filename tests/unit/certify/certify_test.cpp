#include "certify/certify.h"

#include <catch2/catch.hpp>

#include "certify/waivers.h"

using namespace casewright;

namespace {

const Date publication{2015, 9, 30};

/// One invented document of one sentence, with a block on the word "school".
Checked checked_with_block() {
  Checked checked;
  checked.rule_book = "abc";
  Reading reading;
  reading.path = "report.html";
  reading.document.blocks.push_back(text_block(BlockKind::paragraph, "A named school."));
  reading.prose.text = "A named\nschool.";
  checked.readings.push_back(reading);
  Finding finding;
  finding.rule = "anonymisation/named-school";
  finding.level = Level::block;
  finding.span = {2, 14};
  checked.findings.push_back(finding);
  return checked;
}

Waiver waiver_for_it() {
  return {"anonymisation/named-school", "named  school", "The judge allowed it.", "R. Ambler", "Solicitor", {2015, 9, 1}, {}};
}

Checked waived(const Waiver& waiver, const Date& on = publication) {
  Checked checked = checked_with_block();
  checked.findings = apply({waiver}, checked.findings, checked.readings, on);
  return checked;
}

}  // namespace

TEST_CASE("no certificate while an unwaived block stands") {
  const Checked checked = checked_with_block();
  CHECK_FALSE(certify(checked, publication));
  CHECK(objections(checked, publication) == std::vector<std::string>{"1 finding stops publication until mended or waived"});
  CHECK_FALSE(judge_each(checked).at(0).ready);
}

TEST_CASE("a waiver lets it be published and is counted") {
  const auto certificate = certify(waived(waiver_for_it()), publication);
  REQUIRE(certificate);
  CHECK(certificate->verdict().ready);
  CHECK(certificate->verdict().waived == 1);
  CHECK(certificate->verdict().block == 0);
  CHECK(certificate->verdict().rule_book == "abc");
  CHECK(certificate->documents().size() == 1);
  CHECK(certificate->publication() == publication);
}

TEST_CASE("a waiver stands only for the very words, the rule and its time, and only when complete") {
  Waiver waiver = waiver_for_it();
  SECTION("other words") { waiver.words = "named nursery"; }
  SECTION("part of the words") { waiver.words = "school"; }
  SECTION("no words") { waiver.words = ""; }
  SECTION("another rule") { waiver.rule = "anonymisation/given-name"; }
  SECTION("run out") { waiver.until = {2015, 9, 29}; }
  SECTION("no reason") { waiver.reason = " "; }
  SECTION("nobody") { waiver.person = ""; }
  SECTION("no role") { waiver.role = ""; }
  SECTION("no date") { waiver.date = {}; }
  SECTION("only a month") { waiver.date = {2015, 9, 0}; }
  const Checked checked = waived(waiver);
  CHECK_FALSE(certify(checked, publication));
}

TEST_CASE("a waiver that ends on the day of publication still stands") {
  Waiver waiver = waiver_for_it();
  waiver.until = publication;
  CHECK(certify(waived(waiver), publication));
}

TEST_CASE("a finding about the whole document is waived without words") {
  Checked checked = checked_with_block();
  checked.findings[0].span = {};
  Waiver waiver = waiver_for_it();
  waiver.words = "";
  checked.findings = apply({waiver}, checked.findings, checked.readings, publication);
  CHECK(certify(checked, publication));
}

TEST_CASE("what is open stops publication whatever the rules say") {
  Checked checked = waived(waiver_for_it());
  REQUIRE(certify(checked, publication));
  SECTION("a part to write") { checked.readings[0].document.blocks.emplace_back(BlockKind::to_write); }
  SECTION("uncertain words") {
    checked.readings[0].document.blocks[0].inlines[0].marks = Marks{}.with(Mark::uncertain);
  }
  SECTION("a file that could not be read") { checked.faults.push_back({"summary.html", 0, 0, "it is empty", ""}); }
  SECTION("nothing at all") { checked.readings.clear(); }
  SECTION("no rule book") { checked.rule_book.clear(); }
  CHECK_FALSE(certify(checked, publication));
}

TEST_CASE("no certificate without an exact date of publication") {
  CHECK_FALSE(certify(waived(waiver_for_it()), {}));
  CHECK_FALSE(certify(waived(waiver_for_it()), {2015, 9, 0}));
}
