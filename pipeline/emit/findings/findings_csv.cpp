#include "emit/findings/findings_csv.h"

#include "base/text.h"
#include "emit/words/csv_cell.h"

namespace casewright {
namespace {

void add_number(std::string& row, std::uint32_t number) { append_csv_cell(row, number == 0 ? std::string() : std::to_string(number)); }

void add_waiver(std::string& row, const Finding& finding, const FindingsWords& shown) {
  static const Waiver none;
  const Waiver& waiver = finding.waived ? *finding.waived : none;
  append_csv_cell(row, waiver.person);
  append_csv_cell(row, waiver.role);
  append_csv_cell(row, waiver.date.known() ? iso(waiver.date) : "");
  append_csv_cell(row, waiver.until.known() ? iso(waiver.until) : "");
  append_csv_cell(row, shown.safe(finding.document, waiver.reason), true);
}

std::string row_of(const Checked& checked, const Finding& finding, const FindingsWords& shown) {
  std::string row, sentence;
  for (const ShownPart& part : shown.excerpt(finding)) sentence += part.behind.empty() ? part.text : part.behind;
  const bool known = finding.document < checked.readings.size();
  append_csv_cell(row, !finding.about.empty() ? finding.about : known ? checked.readings[finding.document].path : "");
  append_csv_cell(row, finding.waived ? "waived" : name_of(finding.level));
  append_csv_cell(row, finding.rule);
  add_number(row, finding.place.page);
  append_csv_cell(row, finding.place.paragraph);
  add_number(row, finding.place.line);
  append_csv_cell(row, shown.message(finding));
  append_csv_cell(row, shown.pointed_at(finding));
  append_csv_cell(row, fold_space(sentence));
  append_csv_cell(row, finding.suggestion);
  append_csv_cell(row, finding.source);
  add_waiver(row, finding, shown);
  return row;
}

}  // namespace

std::string write_findings_csv(const Checked& checked, const FindingsView& view) {
  const FindingsWords shown(checked, view.show_text);
  std::string table = "\xEF\xBB\xBF";
  static constexpr std::string_view names[] = {"file", "level", "rule", "page", "paragraph", "line", "message", "words", "sentence",
                                               "suggestion", "source", "waived by", "role", "waived on", "until", "reason"};
  for (const std::string_view name : names) append_csv_cell(table, name, name == "reason");
  for (const Finding& finding : checked.findings) table += row_of(checked, finding, shown);
  for (const std::string& path : view.unreadable) {
    append_csv_cell(table, path);
    append_csv_cell(table, "unreadable");
    for (int empty = 0; empty < 13; ++empty) append_csv_cell(table, "");
    append_csv_cell(table, "", true);
  }
  return table;
}

}  // namespace casewright
