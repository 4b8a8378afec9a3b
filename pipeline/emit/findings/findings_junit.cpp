#include "emit/findings/findings_junit.h"

#include <map>

#include "base/text.h"

namespace casewright {
namespace {

/// Text fit for XML 1.0: characters that it forbids become U+FFFD.
std::string junit_text(std::string_view text) {
  std::string fit;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    const bool control = next.value < 0x20 && next.value != '\t' && next.value != '\n' && next.value != '\r';
    if (control || !next.valid || next.value == 0xFFFE || next.value == 0xFFFF) fit += "\xEF\xBF\xBD";
    else fit.append(text, at, next.bytes);
    at += next.bytes;
  }
  return escape_markup(fit);
}

struct CaseLines {
  std::string stops, notes;
  std::uint32_t count = 0;
};

std::string junit_line(const Finding& finding, const FindingsWords& shown) {
  std::string line = finding.waived ? "waived: " : "";
  if (!finding.about.empty()) line += finding.about + ": ";
  if (finding.place.page != 0) line += "page " + std::to_string(finding.place.page) + ", ";
  if (!finding.place.paragraph.empty()) line += "paragraph " + finding.place.paragraph + ": ";
  line += shown.message(finding);
  const std::string words = shown.pointed_at(finding);
  if (!words.empty()) line += " [" + words + "]";
  if (finding.waived)
    line += " (" + finding.waived->person + ", " + finding.waived->role + ", " + iso(finding.waived->date) + ": " +
            shown.safe(finding.document, finding.waived->reason) + ")";
  return line + "\n";
}

std::string case_element(const std::string& path, const std::string& rule, const CaseLines& lines) {
  std::string text = "  <testcase classname=\"" + junit_text(path) + "\" name=\"" + junit_text(rule) + "\"";
  if (lines.stops.empty() && lines.notes.empty()) return text + "/>\n";
  text += ">\n";
  if (!lines.stops.empty())
    text += "   <failure type=\"block\" message=\"" + std::to_string(lines.count) + " to mend before publication\">" +
            junit_text(lines.stops) + "</failure>\n";
  if (!lines.notes.empty()) text += "   <system-out>" + junit_text(lines.notes) + "</system-out>\n";
  return text + "  </testcase>\n";
}

std::string suite(const Checked& checked, std::size_t document, const FindingsView& view, const FindingsWords& shown) {
  std::map<std::string, CaseLines> cases;
  for (const RuleCard& rule : view.rules) cases[rule.id];
  for (const Finding& finding : checked.findings) {
    if (finding.document != document) continue;
    CaseLines& lines = cases[finding.rule];
    const bool stops = finding.level == Level::block && !finding.waived;
    (stops ? lines.stops : lines.notes) += junit_line(finding, shown);
    lines.count += stops;
  }
  std::string inside;
  std::size_t failures = 0;
  for (const auto& [rule, lines] : cases) {
    inside += case_element(checked.readings[document].path, rule, lines);
    failures += lines.count > 0;
  }
  return " <testsuite name=\"" + junit_text(checked.readings[document].path) + "\" tests=\"" + std::to_string(cases.size()) +
         "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\" skipped=\"0\" time=\"0\">\n" + inside + " </testsuite>\n";
}

}  // namespace

std::string write_findings_junit(const Checked& checked, const FindingsView& view) {
  const FindingsWords shown(checked, view.show_text);
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"casewright\">\n";
  for (std::size_t i = 0; i < checked.readings.size(); ++i) text += suite(checked, i, view, shown);
  for (const std::string& path : view.unreadable) {
    const std::string name = junit_text(path);
    text += " <testsuite name=\"" + name + "\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">\n  <testcase classname=\"" +
            name + "\" name=\"readable\">\n   <error type=\"unreadable\" message=\"the report could not be checked\"/>\n  </testcase>\n </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

}  // namespace casewright
