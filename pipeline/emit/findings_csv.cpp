#include "emit/findings_csv.h"

#include "base/text.h"

namespace casewright {
namespace {

/// True where a spreadsheet would take the cell for a formula (CSV injection, OWASP): also behind blanks, and in the
/// wide forms that some turn into ASCII.
bool looks_like_formula(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint next = code_point_at(cell, at);
    switch (next.value) {
      case '=': case '+': case '-': case '@': case '|': case 0xFF1D: case 0xFF0B: case 0xFF0D: case 0xFF20: case 0x2212: return true;
      case ' ': case '\t': case '\r': case '\n': case 0xA0: break;
      default: return false;
    }
    at += next.bytes;
  }
  return false;
}

void add_cell(std::string& row, std::string_view words, bool last = false) {
  row += '"';
  if (looks_like_formula(words)) row += '\'';
  for (const char c : words) {
    if (c == '\0') continue;
    row += c;
    if (c == '"') row += '"';
  }
  row += last ? "\"\r\n" : "\",";
}

void add_number(std::string& row, std::uint32_t number) { add_cell(row, number == 0 ? std::string() : std::to_string(number)); }

void add_waiver(std::string& row, const Finding& finding, const FindingsWords& shown) {
  static const Waiver none;
  const Waiver& waiver = finding.waived ? *finding.waived : none;
  add_cell(row, waiver.person);
  add_cell(row, waiver.role);
  add_cell(row, waiver.date.known() ? iso(waiver.date) : "");
  add_cell(row, waiver.until.known() ? iso(waiver.until) : "");
  add_cell(row, shown.safe(finding.document, waiver.reason), true);
}

std::string row_of(const Checked& checked, const Finding& finding, const FindingsWords& shown) {
  std::string row, sentence;
  for (const ShownPart& part : shown.excerpt(finding)) sentence += part.behind.empty() ? part.text : part.behind;
  const bool known = finding.document < checked.readings.size();
  add_cell(row, known ? checked.readings[finding.document].path : "");
  add_cell(row, finding.waived ? "waived" : name_of(finding.level));
  add_cell(row, finding.rule);
  add_number(row, finding.place.page);
  add_cell(row, finding.place.paragraph);
  add_number(row, finding.place.line);
  add_cell(row, finding.message);
  add_cell(row, shown.pointed_at(finding));
  add_cell(row, fold_space(sentence));
  add_cell(row, finding.suggestion);
  add_cell(row, finding.source);
  add_waiver(row, finding, shown);
  return row;
}

}  // namespace

std::string write_findings_csv(const Checked& checked, const FindingsView& view) {
  const FindingsWords shown(checked, view.show_text);
  std::string table = "\xEF\xBB\xBF";
  static constexpr std::string_view names[] = {"file", "level", "rule", "page", "paragraph", "line", "message", "words", "sentence",
                                               "suggestion", "source", "waived by", "role", "waived on", "until", "reason"};
  for (const std::string_view name : names) add_cell(table, name, name == "reason");
  for (const Finding& finding : checked.findings) table += row_of(checked, finding, shown);
  for (const std::string& path : view.unreadable) {
    add_cell(table, path);
    add_cell(table, "unreadable");
    for (int empty = 0; empty < 13; ++empty) add_cell(table, "");
    add_cell(table, "", true);
  }
  return table;
}

}  // namespace casewright
