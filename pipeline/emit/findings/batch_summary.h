#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace casewright {

/// The name of a rule, kept until the process ends: thousands of reports speak of a few hundred rules.
std::string_view kept_rule_name(std::string_view name);

/// How often a rule spoke in one report, waived places left out.
struct RuleCount {
  std::string_view rule;        ///< kept by kept_rule_name()
  Level level = Level::advise;  ///< the gravest
  std::uint32_t places = 0;
};

/// One report of a batch, as its check saw it.
struct ReportSummary {
  std::string input;        ///< its name in the batch
  std::string findings;     ///< the file with its findings, below the batch's folder; empty where there is none
  std::string same_as;      ///< another input with the same bytes
  bool judged = false;      ///< false: it could not be read; `trouble` says why
  bool ready = false;
  std::uint32_t block = 0, fix = 0, advise = 0, waived = 0;
  std::uint32_t pages = 0, words = 0;
  double grade = 0;         ///< Flesch-Kincaid; 0 where there is no prose
  std::string regime;       ///< code, or empty
  int year = 0;             ///< of publication as the report gives it, or 0
  std::string board;        ///< as the report names it, or empty
  std::vector<RuleCount> rules;  ///< by name
  std::vector<std::string> trouble;  ///< what could not be read, in words
  bool needs_ocr = false;   ///< pages of it are pictures of text
};

/// A page over the whole batch: verdicts, the commonest findings, the reports with most to mend, what needs its text
/// recognised, years and boards. One file; it loads nothing.
std::string write_batch_page(const std::vector<ReportSummary>& reports, std::string_view version);

/// A line for each report, for spreadsheets.
std::string write_batch_csv(const std::vector<ReportSummary>& reports);

}  // namespace casewright
