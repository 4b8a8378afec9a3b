#include <catch2/catch.hpp>

#include "ingest/office/office_flow.h"

using namespace casewright;

namespace {

OfficeParagraph paragraph(const std::string& words, bool bold = false, OfficeRole role = OfficeRole::body) {
  OfficeParagraph made;
  if (!words.empty()) made.block.inlines.push_back(text_inline(words));
  made.role = role;
  made.level = role == OfficeRole::heading ? 1 : 0;
  made.size = 11;
  made.strong_share = bold ? 1 : 0;
  return made;
}

const std::string prose = "The panel met four times between May and June and read every record that it had asked for.";

OfficeFlow flow_of(std::vector<OfficeParagraph> between) {
  OfficeFlow flow;
  flow.push_back(paragraph("Introduction", false, OfficeRole::heading));
  flow.push_back(paragraph(prose));
  for (OfficeParagraph& each : between) flow.push_back(std::move(each));
  flow.push_back(paragraph(prose));
  return flow;
}

SemanticFaults faults_of(OfficeFlow flow) {
  SemanticFaults faults;
  blocks_of_body(std::move(flow), faults);
  return faults;
}

}  // namespace

TEST_CASE("a heading that is only bold is noted by its place among the headings") {
  std::vector<OfficeParagraph> lines;
  lines.push_back(paragraph("Methodology", true));
  CHECK(faults_of(flow_of(std::move(lines))).by_looks == std::vector<std::size_t>{2});
}

TEST_CASE("a heading by its style is no heading by its looks") {
  std::vector<OfficeParagraph> lines;
  lines.push_back(paragraph("Methodology", true, OfficeRole::heading));
  const SemanticFaults faults = faults_of(flow_of(std::move(lines)));
  CHECK(faults.by_looks.empty());
  CHECK(faults.empty == 0);
}

TEST_CASE("headings without words are counted") {
  std::vector<OfficeParagraph> lines;
  lines.push_back(paragraph("", false, OfficeRole::heading));
  lines.push_back(paragraph("", false, OfficeRole::heading));
  CHECK(faults_of(flow_of(std::move(lines))).empty == 2);
}

TEST_CASE("typed bullets are counted and those that the program sets are not") {
  std::vector<OfficeParagraph> typed;
  typed.push_back(paragraph("- the school"));
  typed.push_back(paragraph("- the surgery"));
  CHECK(faults_of(flow_of(std::move(typed))).typed_items == 2);
  std::vector<OfficeParagraph> set;
  set.push_back(paragraph("the school"));
  ListPlace place;
  place.list = "1";
  place.mark = "-";
  place.bullet = true;
  set.back().place = place;
  CHECK(faults_of(flow_of(std::move(set))).typed_items == 0);
}
