#include "emit/findings.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

constexpr std::size_t most_words_shown = 80;  // bytes on a line of the terminal

bool is_letter_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 0x2FF ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7);
}

bool overlaps_secret(const Checked& checked, const Finding& finding) {
  return std::any_of(checked.findings.begin(), checked.findings.end(), [&finding](const Finding& other) {
    return other.secret && other.document == finding.document && other.span.overlaps(finding.span);
  });
}

/// The words with each capitalised word masked: without a register nobody knows which of them is a name.
std::string capitalised_masked(std::string_view words) {
  std::string shown;
  std::size_t from = 0;
  const auto add_word = [&](std::size_t to) {
    const std::string_view word = words.substr(from, to - from);
    const bool capital = !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0x80);
    shown += capital ? masked(word) : std::string(word);
  };
  for (std::size_t at = words.find(' '); at != std::string_view::npos; at = words.find(' ', from)) {
    add_word(at);
    shown += ' ';
    from = at + 1;
  }
  add_word(words.size());
  return shown;
}

/// The words a finding points at as this view may show them, empty for a finding about a whole document or
/// too long a passage.
std::string words_shown(const Checked& checked, const Finding& finding, const FindingsView& view) {
  if (finding.span.empty() || finding.document >= checked.readings.size()) return {};
  std::string words = fold_space(checked.readings[finding.document].prose.view(finding.span));
  if (view.show_text) return words;
  if (words.size() > most_words_shown) return {};
  if (finding.secret || overlaps_secret(checked, finding)) return masked(words);
  return capitalised_masked(words);
}

std::string path_of(const Checked& checked, const Finding& finding) {
  return finding.document < checked.readings.size() ? checked.readings[finding.document].path : std::string("-");
}

std::string finding_line(const Checked& checked, const Finding& finding, const FindingsView& view) {
  std::string line = path_of(checked, finding) + ":" + std::to_string(finding.place.page) + ":" +
                     (finding.place.paragraph.empty() ? "0" : finding.place.paragraph) + ": ";
  if (finding.waived) line += "waived ";
  line.append(name_of(finding.level)).append(": ").append(finding.rule).append(": ").append(finding.message);
  const std::string words = words_shown(checked, finding, view);
  if (!words.empty()) line += " [" + words + "]";
  line += '\n';
  if (!finding.suggestion.empty()) line += "  write: " + finding.suggestion + "\n";
  if (finding.waived)
    line += "  waived by " + finding.waived->role + " on " + long_form(finding.waived->date) + "\n";
  return line;
}

std::string verdict_line(const std::string& path, const Verdict& verdict) {
  std::string line = path + ": " + (verdict.ready ? "ready" : "not ready") + ": " + std::to_string(verdict.block) +
                     " block, " + std::to_string(verdict.fix) + " fix, " + std::to_string(verdict.advise) + " advise";
  if (verdict.waived > 0) line += ", " + std::to_string(verdict.waived) + " waived";
  return line + "\n";
}

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
  value["suggestion"] = finding.suggestion;
  if (!finding.rewrite.empty()) value["rewrite"] = finding.rewrite;
  value["source"] = finding.source;
  value["waived"] = waived_value(finding.waived);
  return value;
}

/// Words of the report that the JSON carries anyway, with every name that a finding points at masked.
std::string without_secrets(std::string text, const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) text = replace_every(text, secret, masked(secret));
  return text;
}

/// What the secret findings of a document point at, the longest first.
std::vector<std::string> secrets_of(const Checked& checked, std::size_t document) {
  std::vector<std::string> secrets;
  for (const Finding& finding : checked.findings)
    if (finding.secret && finding.document == document && !finding.span.empty())
      secrets.emplace_back(checked.readings[document].prose.view(finding.span));
  std::sort(secrets.begin(), secrets.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  secrets.erase(std::unique(secrets.begin(), secrets.end()), secrets.end());
  return secrets;
}

/// The measures of the section under that heading, or null where no prose stands directly under it.
Value section_measures(const MeasuredText& text, std::uint32_t heading) {
  for (const MeasuredText::Section& each : text.sections)
    if (each.heading == heading) return measures_value(measures_of(each.counts), each.counts);
  return nullptr;
}

void add_inspected(Value& report, const Inspected& inspected, const Prose& prose, const std::vector<std::string>& secrets) {
  report["measures"] = measures_value(inspected.measures, inspected.measured.counts);
  report["measures"]["pages"] = inspected.measures.pages;
  report["measures"]["hardest"] = hardest_value(inspected.measured, prose);
  Value sections = Value::array(), recommendations = Value::array();
  for (const SectionSeen& each : inspected.sections)
    sections.push_back({{"heading", without_secrets(each.heading, secrets)}, {"level", each.level}, {"page", each.page},
                        {"canonical", each.canonical}, {"confidence", rounded(each.confidence)},
                        {"rests_on", std::string(each.rests_on)},
                        {"measures", section_measures(inspected.measured, each.stretch)}});
  for (const RecommendationSeen& each : inspected.recommendations)
    recommendations.push_back({{"id", each.id}, {"text", without_secrets(each.text, secrets)},
                               {"owner", without_secrets(each.owner, secrets)}, {"due", each.due},
                               {"page", each.page}});
  report["sections"] = std::move(sections);
  report["recommendations"] = std::move(recommendations);
}

Verdict verdict_of(const Checked& checked, std::size_t document) {
  return document < checked.verdicts.size() ? checked.verdicts[document] : Verdict{};
}

Value report_value(const Checked& checked, std::size_t document, const FindingsView& view) {
  const Reading& reading = checked.readings[document];
  static const Inspected nothing;
  const Inspected& inspected = document < checked.inspected.size() ? checked.inspected[document] : nothing;
  const Verdict verdict = verdict_of(checked, document);
  Value report = {{"path", reading.path}, {"sha256", reading.container.sha256},
                  {"verdict", verdict.ready ? "ready" : "not-ready"}, {"regime", inspected.regime},
                  {"counts", {{"block", verdict.block}, {"fix", verdict.fix}, {"advise", verdict.advise}}}};
  add_inspected(report, inspected, checked.readings[document].prose, view.show_text ? std::vector<std::string>() : secrets_of(checked, document));
  Value findings = Value::array();
  for (const Finding& finding : checked.findings)
    if (finding.document == document) findings.push_back(finding_value(checked, finding, view));
  report["findings"] = std::move(findings);
  return report;
}

Value unreadable_value(const std::string& path) {
  Value report = {{"path", path}, {"sha256", ""}, {"verdict", "unreadable"}, {"regime", ""},
                  {"counts", {{"block", 0}, {"fix", 0}, {"advise", 0}}}};
  add_inspected(report, {}, {}, {});
  report["findings"] = Value::array();
  return report;
}

Value fault_value(const Fault& fault) {
  return {{"file", fault.file}, {"line", fault.line}, {"column", fault.column}, {"what", fault.what}, {"hint", fault.hint}};
}

}  // namespace

std::string masked(std::string_view words) {
  std::string shown;
  bool inside = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint next = code_point_at(words, at);
    const bool letter = is_letter_or_digit(next.value);
    if (letter && inside) shown += '*';
    else shown.append(words, at, next.bytes);
    inside = letter || (inside && (next.value == '\'' || next.value == 0x2019));
    at += next.bytes;
  }
  return shown;
}

std::string write_findings_text(const Checked& checked, const FindingsView& view) {
  std::string text;
  for (const Finding& finding : checked.findings) text += finding_line(checked, finding, view);
  for (std::size_t i = 0; i < checked.readings.size(); ++i)
    text += verdict_line(checked.readings[i].path, verdict_of(checked, i));
  for (const std::string& path : view.unreadable) text += path + ": unreadable\n";
  return text;
}

std::string write_findings_json(const Checked& checked, const FindingsView& view) {
  Value reports = Value::array(), faults = Value::array();
  for (std::size_t i = 0; i < checked.readings.size(); ++i) reports.push_back(report_value(checked, i, view));
  for (const std::string& path : view.unreadable) reports.push_back(unreadable_value(path));
  for (const Fault& fault : checked.faults) faults.push_back(fault_value(fault));
  const Value all = {{"tool", "casewright"}, {"version", view.version}, {"rulebook", checked.rule_book},
                     {"reports", std::move(reports)}, {"faults", std::move(faults)}};
  return all.dump(1, ' ', false, Value::error_handler_t::replace) + "\n";
}

}  // namespace casewright
