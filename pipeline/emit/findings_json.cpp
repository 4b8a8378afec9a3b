#include "emit/findings.h"

#include <cmath>
#include <functional>

#include "base/text.h"
#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

double rounded_to(double value, double steps) {
  return std::isfinite(value) ? std::round(value * steps) / steps : 0;
}
double rounded(double value) { return rounded_to(value, 100); }

Value measures_value(const Measures& measures, const Counts& counts) {
  Value value = {{"words", measures.words}, {"sentences", measures.sentences}};
  // Four decimals: the raw counts beside them give the same to three.
  for (const MeasureName& name : measure_names()) value[name.in_json] = rounded_to(measures.*name.value, 10000);
  value["counts"] = {{"words", counts.words},       {"sentences", counts.sentences},   {"paragraphs", counts.paragraphs},
                     {"syllables", counts.syllables}, {"letters", counts.letters},       {"characters", counts.characters},
                     {"hard_words", counts.hard},   {"polysyllables", counts.polysyllables}, {"long_words", counts.long_words},
                     {"unfamiliar_words", counts.unfamiliar}, {"passive_sentences", counts.passives},
                     {"nominalisations", counts.nominals}};
  return value;
}

/// Where the sentence stands that is worst by each measure, taken by itself.
Value hardest_value(const MeasuredText& text, const Prose& prose) {
  Value hardest = Value::object();
  for (std::size_t at = 0; at < measure_names().size(); ++at) {
    const Span span = text.hardest[at];
    if (span.empty()) continue;
    const Stretch& stretch = prose.stretch_at(span.begin);
    hardest[measure_names()[at].in_json] = {{"page", stretch.page}, {"paragraph", stretch.number}};
  }
  return hardest;
}

Value waived_value(const std::optional<Waiver>& waiver) {
  if (!waiver) return nullptr;
  Value value = {{"reason", waiver->reason}, {"person", waiver->person}, {"role", waiver->role}, {"date", iso(waiver->date)}};
  if (waiver->until.known()) value["until"] = iso(waiver->until);
  return value;
}

Value finding_value(const Checked& checked, const Finding& finding, const FindingsView& view) {
  const Place& place = finding.place;
  const Box& box = place.box;
  Value value = {{"rule", finding.rule}, {"level", name_of(finding.level)}, {"message", finding.message},
                 {"page", place.page}, {"paragraph", place.paragraph}, {"line", place.line},
                 {"offset", place.offset}, {"length", place.length},
                 {"box", {rounded(box.left), rounded(box.top), rounded(box.right), rounded(box.bottom)}}};
  if (view.show_text && !finding.span.empty())
    value["text"] = std::string(checked.readings[finding.document].prose.view(finding.span));
  if (view.show_text && !finding.search.empty()) {
    value["search"] = Value::array();
    for (const Span& each : finding.search) value["search"].push_back(std::string(checked.readings[finding.document].prose.view(each)));
  }
  value["suggestion"] = finding.suggestion;
  if (!finding.rewrite.empty()) value["rewrite"] = finding.rewrite;
  if (finding.quoted) value["quoted"] = true;
  if (!finding.about.empty()) value["about"] = finding.about;
  value["source"] = finding.source;
  value["waived"] = waived_value(finding.waived);
  return value;
}

/// The measures of the section under that heading, or null where no prose stands directly under it.
Value section_measures(const MeasuredText& text, std::uint32_t heading) {
  for (const MeasuredText::Section& each : text.sections)
    if (each.heading == heading) return measures_value(measures_of(each.counts), each.counts);
  return nullptr;
}

void add_inspected(Value& report, const Inspected& inspected, const Prose& prose,
                   const std::function<std::string(const std::string&)>& safe) {
  report["measures"] = measures_value(inspected.measures, inspected.measured.counts);
  report["measures"]["pages"] = inspected.measures.pages;
  report["measures"]["hardest"] = hardest_value(inspected.measured, prose);
  Value sections = Value::array(), recommendations = Value::array();
  for (const SectionSeen& each : inspected.sections)
    sections.push_back({{"heading", safe(each.heading)}, {"level", each.level}, {"page", each.page},
                        {"canonical", each.canonical}, {"confidence", rounded(each.confidence)},
                        {"rests_on", each.rests_on},
                        {"measures", section_measures(inspected.measured, each.stretch)}});
  for (const RecommendationSeen& each : inspected.recommendations)
    recommendations.push_back({{"id", each.id}, {"text", safe(each.text)},
                               {"owner", safe(each.owner)}, {"due", each.due},
                               {"page", each.page}});
  report["sections"] = std::move(sections);
  report["recommendations"] = std::move(recommendations);
}

Value report_value(const Checked& checked, std::size_t document, const FindingsView& view, const FindingsWords& words) {
  const Reading& reading = checked.readings[document];
  static const Inspected nothing;
  const Inspected& inspected = document < checked.inspected.size() ? checked.inspected[document] : nothing;
  const Verdict verdict = verdict_of(checked, document);
  Value report = {{"path", reading.path}, {"sha256", reading.container.sha256},
                  {"verdict", verdict.ready ? "ready" : "not-ready"}, {"regime", inspected.regime}, {"regime_reason", inspected.regime_reason},
                  {"profile", inspected.profile},
                  {"counts", {{"block", verdict.block}, {"fix", verdict.fix}, {"advise", verdict.advise}, {"waived", verdict.waived}}}};
  add_inspected(report, inspected, checked.readings[document].prose,
                [&](const std::string& text) { return words.safe(document, text); });
  Value findings = Value::array();
  for (const Finding& finding : checked.findings)
    if (finding.document == document) findings.push_back(finding_value(checked, finding, view));
  report["findings"] = std::move(findings);
  return report;
}

Value unreadable_value(const std::string& path) {
  Value report = {{"path", path}, {"sha256", ""}, {"verdict", "unreadable"}, {"regime", ""},
                  {"counts", {{"block", 0}, {"fix", 0}, {"advise", 0}, {"waived", 0}}}};
  add_inspected(report, {}, {}, [](const std::string& text) { return text; });
  report["findings"] = Value::array();
  return report;
}

Value fault_value(const Fault& fault) {
  return {{"file", fault.file}, {"line", fault.line}, {"column", fault.column}, {"what", fault.what}, {"hint", fault.hint}};
}

}  // namespace

std::string write_findings_json(const Checked& checked, const FindingsView& view) {
  const FindingsWords words(checked, view.show_text);
  Value reports = Value::array(), faults = Value::array();
  for (std::size_t i = 0; i < checked.readings.size(); ++i) reports.push_back(report_value(checked, i, view, words));
  for (const std::string& path : view.unreadable) reports.push_back(unreadable_value(path));
  for (const Fault& fault : checked.faults) faults.push_back(fault_value(fault));
  const Value all = {{"tool", "casewright"}, {"version", view.version}, {"rulebook", checked.rule_book},
                     {"reports", std::move(reports)}, {"faults", std::move(faults)}};
  return all.dump(1, ' ', false, Value::error_handler_t::replace) + "\n";
}

}  // namespace casewright
