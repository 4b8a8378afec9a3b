#include "emit/site_example.h"

#include "certify/certify.h"

namespace casewright {
namespace {

Block heading(std::string words, std::string section) {
  Block block = text_block(BlockKind::heading, std::move(words));
  block.level = 1;
  block.section = std::move(section);
  return block;
}

Reading reading_of(DocumentRole role, std::string title, int edition) {
  Reading reading;
  reading.path = title;
  Document& document = reading.document;
  document.role = role;
  document.title = title;
  document.board = "Tarnshire Safeguarding Children Board";
  document.date = {2015, 9, 30};
  document.blocks.push_back(text_block(BlockKind::title, std::move(title)));
  document.blocks.push_back(heading("Introduction", "introduction"));
  document.blocks.push_back(text_block(BlockKind::paragraph, "Child T was hurt in the winter of 2015. Edition " + std::to_string(edition) + "."));
  document.blocks.push_back(heading("Learning", "learning"));
  document.blocks.push_back(text_block(BlockKind::paragraph, "A child who is not brought is a child to be seen."));
  document.blocks.push_back(heading("Recommendations", "recommendations"));
  Block list(BlockKind::list);
  list.children.push_back(text_block(BlockKind::list_item, "The trust should tell the doctor of each missed visit."));
  document.blocks.push_back(std::move(list));
  return reading;
}

Certificate certified(Checked checked) {
  checked.rule_book = std::string(64, 'a');
  Finding finding;
  finding.rule = "plain-english/long-sentence";
  finding.level = Level::block;
  finding.message = "this sentence is long";
  finding.waived = Waiver{finding.rule, "SECRETWORDS", "SECRETREASON", "SECRETPERSON", "Chair", {2015, 9, 1}, {}};
  checked.findings.push_back(finding);
  return *certify(checked, {2015, 9, 30});
}

}  // namespace

Certificate example_certificate(int edition) {
  Checked checked;
  checked.readings.push_back(reading_of(DocumentRole::report, "Serious case review: Child T", edition));
  checked.readings.push_back(reading_of(DocumentRole::summary, "Child T: executive summary", edition));
  checked.readings.push_back(reading_of(DocumentRole::brief, "Child T: learning brief", edition));
  return certified(std::move(checked));
}

Certificate example_summary_certificate() {
  Checked checked;
  checked.readings.push_back(reading_of(DocumentRole::summary, "Child T: executive summary", 1));
  return certified(std::move(checked));
}

SiteFacts example_facts() {
  SiteFacts facts;
  facts.board_slug = "tarnshire-lscb";
  facts.code = "child-t";
  facts.type = "scr";
  facts.regime = "ENG-WT2015";
  facts.record.subject = "Child T";
  facts.inputs = {{"case.xml", std::string(64, 'b')}};
  facts.case_folder = "cases/child-t";
  return facts;
}

Theme example_theme() {
  Theme theme;
  theme.support = {{"Tarnshire Listening Line", "0808 157 0111"}};
  return theme;
}

}  // namespace casewright
