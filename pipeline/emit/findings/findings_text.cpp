// Findings as lines for other programs, and as a view for a person where a terminal is at the other end.
#include "base/text.h"
#include "emit/findings/findings.h"
#include "emit/findings/findings_terminal.h"

namespace casewright {
namespace {

std::string path_of(const Checked& checked, const Finding& finding) {
  return finding.document < checked.readings.size() ? harmless(checked.readings[finding.document].path) : std::string("-");
}

std::string finding_line(const Checked& checked, const Finding& finding, const FindingsWords& shown) {
  std::string line = finding.about.empty()
                         ? path_of(checked, finding) + ":" + std::to_string(finding.place.page) + ":" +
                               (finding.place.paragraph.empty() ? "0" : finding.place.paragraph) + ": "
                         : finding.about + ":" + std::to_string(finding.place.line) + ":0: ";  // as a fault of that file
  if (finding.waived) line += "waived ";
  line.append(name_of(finding.level)).append(": ").append(finding.rule).append(": ").append(shown.message(finding));
  const std::string words = shown.pointed_at(finding);
  if (!words.empty()) line += " [" + words + "]";
  line += '\n';
  if (!finding.suggestion.empty()) line += "  write: " + finding.suggestion + "\n";
  if (finding.waived)
    line += "  waived by " + finding.waived->person + ", " + finding.waived->role + ", on " + long_form(finding.waived->date) +
            ": " + shown.safe(finding.document, finding.waived->reason) + "\n";
  return line;
}

std::string verdict_line(const std::string& path, const Verdict& verdict) {
  std::string line = harmless(path) + ": " + (verdict.ready ? "ready" : "not ready") + ": " + std::to_string(verdict.block) +
                     " block, " + std::to_string(verdict.fix) + " fix, " + std::to_string(verdict.advise) + " advise";
  if (verdict.waived > 0) line += ", " + std::to_string(verdict.waived) + " waived";
  return line + "\n";
}

}  // namespace

std::string write_findings_text(const Checked& checked, const FindingsView& view) {
  if (view.width > 0) return write_findings_terminal(checked, view);
  const FindingsWords shown(checked, view.show_text);
  std::string text;
  for (const Finding& finding : checked.findings) text += finding_line(checked, finding, shown);
  for (std::size_t i = 0; i < checked.readings.size(); ++i)
    text += verdict_line(checked.readings[i].path, verdict_of(checked, i));
  for (const std::string& path : view.unreadable) text += harmless(path) + ": could not be checked\n";
  return text;
}

}  // namespace casewright
