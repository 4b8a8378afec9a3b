#include "emit/findings/findings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "base/text.h"
#include "foreign/json_writer.h"

namespace casewright {
namespace {

using json::Value;

double rounded_to(double value, double steps) {
  return std::isfinite(value) ? std::round(value * steps) / steps : 0;
}
double rounded(double value) { return rounded_to(value, 100); }

void write_measures(json::Writer& out, const Measures& measures, const Counts& counts) {
  out.member("words", measures.words);
  out.member("sentences", measures.sentences);
  // Four decimals: the raw counts beside them give the same to three.
  for (const MeasureName& name : measure_names()) out.member(name.in_json, rounded_to(measures.*name.value, 10000));
  static constexpr std::array<std::pair<const char*, double Counts::*>, 12> raw{{
      {"words", &Counts::words}, {"sentences", &Counts::sentences}, {"paragraphs", &Counts::paragraphs}, {"syllables", &Counts::syllables},
      {"letters", &Counts::letters}, {"characters", &Counts::characters}, {"hard_words", &Counts::hard}, {"polysyllables", &Counts::polysyllables},
      {"long_words", &Counts::long_words}, {"unfamiliar_words", &Counts::unfamiliar}, {"passive_sentences", &Counts::passives},
      {"nominalisations", &Counts::nominals}}};
  out.key("counts");
  out.open('{');
  for (const auto& [name, count] : raw) out.member(name, counts.*count);
  out.close('}');
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

void write_finding(json::Writer& out, const Checked& checked, const Finding& finding, const FindingsView& view, const FindingsWords& words) {
  const Place& place = finding.place;
  const Box& box = place.box;
  const Prose& prose = checked.readings[finding.document].prose;
  out.open('{');
  out.member("rule", finding.rule);
  out.member("level", name_of(finding.level));
  out.member("message", finding.message);
  out.member("where", words.place(finding));
  out.member("page", place.page);
  out.member("paragraph", place.paragraph);
  out.member("line", place.line);
  out.member("offset", place.offset);
  out.member("length", place.length);
  out.member("box", Value{rounded(box.left), rounded(box.top), rounded(box.right), rounded(box.bottom)});
  if (view.show_text && !finding.span.empty()) out.member("text", prose.view(finding.span));
  if (view.show_text && !finding.search.empty()) {
    out.key("search");
    out.open('[');
    for (const Span& each : finding.search) out.value(prose.view(each));
    out.close(']');
  }
  out.member("suggestion", finding.suggestion);
  if (!finding.rewrite.empty()) out.member("rewrite", finding.rewrite);
  if (finding.quoted) out.member("quoted", true);
  if (!finding.about.empty()) out.member("about", finding.about);
  out.member("source", finding.source);
  out.member("waived", waived_value(finding.waived));
  out.close('}');
}

/// The measures of the section under that heading, or null where no prose stands directly under it.
void write_section_measures(json::Writer& out, const MeasuredText& text, std::uint32_t heading) {
  out.key("measures");
  const auto found = std::find_if(text.sections.begin(), text.sections.end(), [heading](const auto& each) { return each.heading == heading; });
  if (found == text.sections.end()) return out.value(Value());
  out.open('{');
  write_measures(out, measures_of(found->counts), found->counts);
  out.close('}');
}

void write_inspected(json::Writer& out, const Inspected& inspected, const Prose& prose,
                     const std::function<std::string(const std::string&)>& safe) {
  out.key("measures");
  out.open('{');
  write_measures(out, inspected.measures, inspected.measured.counts);
  out.member("pages", inspected.measures.pages);
  out.member("hardest", hardest_value(inspected.measured, prose));
  out.close('}');
  out.key("sections");
  out.open('[');
  for (const SectionSeen& each : inspected.sections) {
    out.open('{');
    out.member("heading", safe(each.heading));
    out.member("level", each.level);
    out.member("page", each.page);
    out.member("canonical", Value(each.canonical));
    out.member("confidence", rounded(each.confidence));
    out.member("rests_on", each.rests_on);
    write_section_measures(out, inspected.measured, each.stretch);
    out.close('}');
  }
  out.close(']');
  out.key("recommendations");
  out.open('[');
  for (const RecommendationSeen& each : inspected.recommendations)
    out.value(Value{{"id", each.id}, {"text", safe(each.text)}, {"owner", safe(each.owner)}, {"due", each.due}, {"page", each.page}});
  out.close(']');
}

void write_counts(json::Writer& out, const Verdict& verdict) {
  out.member("counts", Value{{"block", verdict.block}, {"fix", verdict.fix}, {"advise", verdict.advise}, {"waived", verdict.waived}});
}

void write_report(json::Writer& out, const Checked& checked, std::size_t document, const FindingsView& view, const FindingsWords& words) {
  const Reading& reading = checked.readings[document];
  static const Inspected nothing;
  const Inspected& inspected = document < checked.inspected.size() ? checked.inspected[document] : nothing;
  const Verdict verdict = verdict_of(checked, document);
  out.open('{');
  out.member("path", reading.path);
  out.member("sha256", reading.container.sha256);
  out.member("verdict", verdict.ready ? "ready" : "not-ready");
  out.member("regime", inspected.regime);
  out.member("regime_reason", inspected.regime_reason);
  out.member("profile", inspected.profile);
  write_counts(out, verdict);
  write_inspected(out, inspected, reading.prose, [&](const std::string& text) { return words.safe(document, text); });
  out.key("findings");
  out.open('[');
  for (const Finding& finding : checked.findings)
    if (finding.document == document) write_finding(out, checked, finding, view, words);
  out.close(']');
  out.close('}');
}

void write_unreadable(json::Writer& out, const std::string& path) {
  out.open('{');
  out.member("path", path);
  out.member("sha256", "");
  out.member("verdict", "unreadable");
  out.member("regime", "");
  write_counts(out, {});
  write_inspected(out, {}, {}, [](const std::string& text) { return text; });
  out.member("findings", Value::array());
  out.close('}');
}

Value fault_value(const Fault& fault) {
  return {{"file", fault.file}, {"line", fault.line}, {"column", fault.column}, {"what", fault.what}, {"hint", fault.hint}};
}

}  // namespace

std::string write_findings_json(const Checked& checked, const FindingsView& view) {
  const FindingsWords words(checked, view.show_text);
  std::string all;
  json::Writer out(all);
  out.open('{');
  out.member("tool", "casewright");
  out.member("version", view.version);
  out.member("rulebook", checked.rule_book);
  out.key("reports");
  out.open('[');
  for (std::size_t i = 0; i < checked.readings.size(); ++i) write_report(out, checked, i, view, words);
  for (const std::string& path : view.unreadable) write_unreadable(out, path);
  out.close(']');
  out.key("faults");
  out.open('[');
  for (const Fault& fault : checked.faults) out.value(fault_value(fault));
  out.close(']');
  out.close('}');
  return all + "\n";
}

}  // namespace casewright
