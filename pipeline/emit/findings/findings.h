#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/findings/findings_words.h"
#include "model/reading.h"
#include "model/rule_card.h"

namespace casewright {

/// How findings are shown.
struct FindingsView {
  bool show_text = false;               ///< a person asked to see the words; else names are masked
  std::string version;                  ///< of the program
  std::vector<std::string> unreadable;  ///< inputs that came to no reading; their faults say why
  std::vector<RuleCard> rules;          ///< of the rule book that was used, ordered by id
  std::size_t width = 0;                ///< columns of the terminal that is written to; 0: none, but a file or a pipe
  bool colour = false;                  ///< on a terminal
  std::vector<std::string> only;        ///< the rule families that were asked for; empty: all
};

/// One line a finding, `file:page:paragraph: level: family/rule: message`, then what to write instead, and a
/// line with the verdict of each file. Faults are not among them: they are for another stream.
std::string write_findings_text(const Checked& checked, const FindingsView& view);

/// A way to write findings.
struct FindingsFormat {
  std::string_view name;  ///< as `--format` names it
  std::string (*write)(const Checked&, const FindingsView&);
  std::string_view extension;  ///< of a file with them
};

/// Every format, one row each.
const std::vector<FindingsFormat>& findings_formats();
/// The format of that name, or null.
const FindingsFormat* findings_format(std::string_view name);

/// The verdict on a reading; not ready where nobody has judged.
Verdict verdict_of(const Checked& checked, std::size_t document);

/// The JSON of DESIGN.md section 6, ending with a line feed.
std::string write_findings_json(const Checked& checked, const FindingsView& view);

}  // namespace casewright
