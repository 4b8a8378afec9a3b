#include "emit/findings/findings.h"

#include <algorithm>

#include "emit/findings/findings_csv.h"
#include "emit/findings/findings_junit.h"
#include "emit/findings/findings_page.h"
#include "emit/findings/findings_sarif.h"
#include "emit/findings/findings_terminal.h"

namespace casewright {

const std::vector<FindingsFormat>& findings_formats() {
  static const std::vector<FindingsFormat> formats{
      {"text", write_findings_text, ".txt"},   {"html", write_findings_page, ".html"}, {"json", write_findings_json, ".json"},
      {"sarif", write_findings_sarif, ".sarif"}, {"junit", write_findings_junit, ".xml"}, {"csv", write_findings_csv, ".csv"},
  };
  return formats;
}

const FindingsFormat* findings_format(std::string_view name) {
  const auto& formats = findings_formats();
  const auto at = std::find_if(formats.begin(), formats.end(), [name](const FindingsFormat& each) { return each.name == name; });
  return at == formats.end() ? nullptr : &*at;
}

Verdict verdict_of(const Checked& checked, std::size_t document) {
  return document < checked.verdicts.size() ? checked.verdicts[document] : Verdict{};
}

}  // namespace casewright
