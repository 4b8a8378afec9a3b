#include "certify/certify.h"

#include <algorithm>

#include "base/words.h"

namespace casewright {

/// The one place that can make a Certificate.
class CertificateMaker {
 public:
  static Certificate make(const Checked& checked, const Verdict& verdict, const Date& publication) {
    Certificate certificate;
    for (const Reading& reading : checked.readings) certificate.documents_.push_back(reading.document);
    certificate.findings_ = checked.findings;
    certificate.verdict_ = verdict;
    certificate.publication_ = publication;
    return certificate;
  }
};

namespace {

bool has_uncertain_words(const Block& block) {
  return std::any_of(block.inlines.begin(), block.inlines.end(),
                     [](const Inline& run) { return run.marks.has(Mark::uncertain); });
}

/// What a document still has open, whatever rules were switched off.
void add_open_ends(const Reading& reading, std::vector<std::string>& objections) {
  std::size_t to_write = 0, uncertain = 0;
  walk(reading.document.blocks, [&](const Block& block, std::size_t) {
    to_write += block.kind == BlockKind::to_write;
    uncertain += has_uncertain_words(block);
  });
  if (to_write > 0)
    objections.push_back(reading.path + ": " + counted(to_write, "part is", "parts are") + " still to write");
  if (uncertain > 0)
    objections.push_back(reading.path + ": " + counted(uncertain, "place has", "places have") +
                         " words that a person must look at");
}

}  // namespace

Verdict judge(const std::vector<Finding>& findings, std::string_view rule_book) {
  Verdict verdict;
  verdict.rule_book = rule_book;
  for (const Finding& finding : findings) {
    if (finding.waived) ++verdict.waived;
    else if (finding.level == Level::block) ++verdict.block;
    else if (finding.level == Level::fix) ++verdict.fix;
    else ++verdict.advise;
  }
  verdict.ready = verdict.block == 0;
  return verdict;
}

std::vector<Verdict> judge_each(const Checked& checked) {
  std::vector<Verdict> verdicts;
  for (std::size_t i = 0; i < checked.readings.size(); ++i) {
    std::vector<Finding> own;
    std::copy_if(checked.findings.begin(), checked.findings.end(), std::back_inserter(own),
                 [i](const Finding& finding) { return finding.document == i; });
    verdicts.push_back(judge(own, checked.rule_book));
  }
  return verdicts;
}

std::vector<std::string> objections(const Checked& checked, const Date& publication) {
  std::vector<std::string> against;
  if (checked.readings.empty()) against.push_back("there is no document to publish");
  if (!publication.exact() || !valid(publication)) against.push_back("the case gives no date of publication");
  if (checked.rule_book.empty()) against.push_back("no rule book was used");
  for (const Fault& fault : checked.faults) against.push_back(fault.file + ": it could not be checked: " + fault.what);
  const Verdict verdict = judge(checked.findings, checked.rule_book);
  if (verdict.block > 0)
    against.push_back(counted(verdict.block, "finding stops", "findings stop") + " publication until mended or waived");
  for (const Reading& reading : checked.readings) add_open_ends(reading, against);
  return against;
}

std::optional<Certificate> certify(const Checked& checked, const Date& publication) {
  if (!objections(checked, publication).empty()) return std::nullopt;
  return CertificateMaker::make(checked, judge(checked.findings, checked.rule_book), publication);
}

}  // namespace casewright
