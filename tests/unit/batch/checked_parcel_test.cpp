#include "batch/checked_parcel.h"

#include <catch2/catch.hpp>

#include "emit/findings/findings.h"
#include "ingest/readers.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// Two invented reports with findings of each kind of place.
Checked example() {
  Checked checked;
  for (const char* const text : {"# Overview report\n\nThe child was seen by Gwenlliw Tarn. Nobody wrote it down.\n", "# Summary\n\nA second report.\n"}) {
    auto reading = read_report(text, "report.md");
    reading->prose = read_prose(reading->document, reading->container);
    checked.readings.push_back(std::move(*reading));
    Inspected inspected;
    inspected.regime = "ENG-WT2015";
    inspected.profile = "letter";
    inspected.measures.words = 9;
    inspected.measures.flesch_kincaid_grade = 7.25;
    inspected.measured.counts.words = 9;
    inspected.sections.push_back({"Overview report", 1, 0, {"narrative"}, 0.75, "its words", 0});
    inspected.recommendations.push_back({"1", "Write it down.", "the agency", "May 2016", 3, "", "", "", {4, 9}, true, false});
    checked.inspected.push_back(std::move(inspected));
    Verdict verdict;
    verdict.block = 1;
    checked.verdicts.push_back(verdict);
  }
  const auto at = static_cast<std::uint32_t>(checked.readings[0].prose.text.find("Gwenlliw"));
  Finding finding;
  finding.rule = "anonymisation/unknown-name";
  finding.level = Level::block;
  finding.message = "this may be somebody's name";
  finding.span = {at, at + 13};
  finding.place.paragraph = "1";
  finding.place.line = 3;
  finding.secret = true;
  finding.search = {{at, at + 4}, {at + 5, at + 13}};
  finding.quoted = true;
  finding.waived = Waiver{finding.rule, "", "an author", "A. Person", "chair", {2016, 5, 4}, {}};
  checked.findings.push_back(finding);
  finding.document = 1;
  finding.span = {};
  finding.about = "imr/police.xml";
  finding.search.clear();
  finding.waived.reset();
  checked.findings.push_back(finding);
  checked.inspected[0].names.push_back({at, at + 13});
  checked.faults.push_back({"report.md", 2, 0, "a page is missing", "look for it"});
  checked.rule_book = "abc";
  return checked;
}

}  // namespace

TEST_CASE("findings are shown the same from a parcel, in every format") {
  const Checked before = example();
  const std::optional<Checked> after = unpack_checked(pack_checked(before));
  REQUIRE(after);
  for (const bool show_text : {false, true})
    for (const FindingsFormat& format : findings_formats()) {
      INFO(format.name);
      FindingsView view;
      view.show_text = show_text;
      CHECK(format.write(*after, view) == format.write(before, view));
    }
  CHECK(after->faults == before.faults);
}

TEST_CASE("a parcel that was cut or spoilt is refused or stays within itself") {
  const std::string parcel = pack_checked(example());
  for (std::size_t length = 0; length < parcel.size(); length += 7) CHECK_FALSE(unpack_checked(parcel.substr(0, length)));
  CHECK_FALSE(unpack_checked(parcel + "x"));
  std::size_t sound = 0;
  for (std::size_t at = 0; at < parcel.size(); at += 3) {
    std::string spoilt = parcel;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0x55);
    if (const auto checked = unpack_checked(spoilt)) {
      ++sound;
      write_findings_json(*checked, {});
      write_findings_text(*checked, {});
    }
  }
  CHECK(sound > 0);  // a spoilt word is still a word
}
