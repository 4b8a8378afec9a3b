#include "emit/findings/batch_summary.h"

#include <algorithm>
#include <catch2/catch.hpp>


using namespace casewright;

namespace {

ReportSummary report(std::string input, bool ready, std::uint32_t block, int year) {
  ReportSummary summary;
  summary.input = std::move(input);
  summary.findings = summary.input + ".findings.html";
  summary.judged = true;
  summary.ready = ready;
  summary.block = block;
  summary.pages = 10;
  summary.year = year;
  if (block > 0) summary.rules.push_back({kept_rule_name("anonymisation/known-name"), Level::block, block});
  return summary;
}

std::vector<ReportSummary> three() {
  std::vector<ReportSummary> reports{report("2015/a & b", false, 3, 2015), report("2016/c", true, 0, 2016)};
  ReportSummary lost;
  lost.input = "=lost";
  lost.trouble = {"the file is cut short"};
  reports.push_back(lost);
  return reports;
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the page over a batch says what to mend, where, and what nobody has judged") {
  const std::string page = write_batch_page(three(), "1.0");
  CHECK(holds(page, "1 of 2 reports must be mended before publication"));
  CHECK(holds(page, "<a href=\"./2015/a%20%26%20b.findings.html\">2015/a &amp; b</a>"));
  CHECK(holds(page, "the file is cut short"));
  CHECK(holds(page, "<h2>By year</h2>"));
  CHECK_FALSE(holds(page, "OCR"));
  std::vector<ReportSummary> scanned = three();
  scanned[1].needs_ocr = true;
  CHECK(holds(write_batch_page(scanned, "1.0"), "What needs its text recognised (OCR)"));
}

TEST_CASE("a batch in which all is ready says so") {
  const std::string page = write_batch_page({report("a", true, 0, 0)}, "1.0");
  CHECK(holds(page, "Every report that could be read is ready"));
  CHECK_FALSE(holds(page, "By year"));
  CHECK_FALSE(holds(page, "Where most is to mend"));
}

TEST_CASE("the table of a batch has a line for each report and no formula") {
  const std::string csv = write_batch_csv(three());
  CHECK(holds(csv, "\"2015/a & b\",\"not ready\",\"3\""));
  CHECK(holds(csv, "\"'=lost\",\"not read\""));
  CHECK(holds(csv, "anonymisation/known-name 3"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 4);
}
