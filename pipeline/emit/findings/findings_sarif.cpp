#include "emit/findings/findings_sarif.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "foreign/hash.h"
#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

std::string_view sarif_level(Level level) {
  switch (level) {
    case Level::block: return "error";
    case Level::fix: return "warning";
    case Level::advise: return "note";
  }
  return {};
}

/// The path as a URI reference (RFC 3986): a whole path as file:, anything else relative.
std::string uri_of(std::string_view path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  if (!path.starts_with('/') && split(path, '/').front().find(':') != std::string_view::npos) uri = "./";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) uri += c;
    else uri += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return uri;
}

Value rule_value(const RuleCard& card) {
  std::string markdown = card.why;
  if (!card.suggestion.empty()) markdown += "\n\n" + card.suggestion;
  if (!card.in_word.empty()) markdown += "\n\n**In Word:** " + card.in_word;
  if (!card.bad.empty()) markdown += "\n\n*It reports:* " + card.bad + "\n\n*It accepts:* " + card.good;
  if (!card.source.empty()) markdown += "\n\n*Source:* " + card.source;
  Value value = {{"id", card.id}, {"shortDescription", {{"text", card.message}}}};
  if (!card.why.empty()) value["fullDescription"] = {{"text", card.why}};
  value["help"] = {{"text", replace_every(markdown, "*", "")}, {"markdown", markdown}};
  value["defaultConfiguration"] = {{"level", sarif_level(card.level)}};
  value["properties"] = {{"tags", {card.family()}}, {"source", card.source}, {"casewright-level", name_of(card.level)}};
  return value;
}

/// The region of a text or HTML file; a PDF or Word file has none that SARIF could name.
Value region_of(const Finding& finding, const FindingsWords& shown, bool show_text) {
  if (finding.place.line == 0) return nullptr;
  const Value line = {{"startLine", finding.place.line}};
  if (!finding.about.empty()) return line;
  Value region = {{"startLine", finding.place.line}, {"byteOffset", finding.place.offset}, {"byteLength", finding.place.length}};
  if (show_text) region["snippet"] = {{"text", shown.pointed_at(finding)}};
  return region;
}

std::string place_in_words(const Place& place) {
  std::string words = place.page == 0 ? "" : "page " + std::to_string(place.page);
  if (!place.paragraph.empty()) words += (words.empty() ? "" : ", ") + ("paragraph " + place.paragraph);
  return words;
}

/// The files of the case bundle that findings are about, each once; they follow the reports among the artifacts.
std::vector<std::string> papers_of(const Checked& checked) {
  std::vector<std::string> papers;
  for (const Finding& finding : checked.findings)
    if (!finding.about.empty() && std::find(papers.begin(), papers.end(), finding.about) == papers.end()) papers.push_back(finding.about);
  return papers;
}

Value file_of(const Checked& checked, const Finding& finding, const std::vector<std::string>& papers) {
  if (finding.about.empty()) return {{"uri", uri_of(checked.readings[finding.document].path)}, {"index", finding.document}};
  const auto at = std::find(papers.begin(), papers.end(), finding.about) - papers.begin();
  return {{"uri", uri_of(finding.about)}, {"index", checked.readings.size() + static_cast<std::size_t>(at)}};
}

Value location_of(Value file, const Finding& finding, const FindingsWords& shown, bool show_text) {
  Value physical = {{"artifactLocation", std::move(file)}};
  const Value region = region_of(finding, shown, show_text);
  if (!region.is_null()) physical["region"] = region;
  Value location = {{"physicalLocation", std::move(physical)}};
  const std::string place = place_in_words(finding.place);
  if (!place.empty()) location["logicalLocations"] = Value::array({{{"name", place}, {"kind", "element"}}});
  return location;
}

/// A fingerprint of what the view may show, never of a name: a name could be guessed from its hash.
std::string fingerprint(const Finding& finding, const FindingsWords& careful) {
  std::string of = finding.rule + "\n";
  for (const ShownPart& part : careful.excerpt(finding)) of += part.marked ? "[" + part.text + "]" : part.text;
  return hash::sha256(fold_space(of)).substr(0, 32);
}

Value result_value(Value file, const Finding& finding, const FindingsView& view, const FindingsWords& shown, const std::string& print,
                   int occurrence) {
  Value value = {{"ruleId", finding.rule}};
  if (const RuleCard* card = card_of(view.rules, finding.rule)) value["ruleIndex"] = card - view.rules.data();
  value["level"] = sarif_level(finding.level);
  const std::string words = shown.pointed_at(finding);
  value["message"] = {{"text", shown.message(finding) + (words.empty() ? "" : " [" + words + "]")}};
  value["locations"] = Value::array({location_of(std::move(file), finding, shown, view.show_text)});
  value["partialFingerprints"] = {{"sentence/v1", print + ":" + std::to_string(occurrence)}};
  if (finding.waived) {
    const Waiver& waiver = *finding.waived;
    value["suppressions"] = Value::array(
        {{{"kind", "external"}, {"status", "accepted"}, {"justification", shown.safe(finding.document, waiver.reason)},
          {"properties", {{"person", waiver.person}, {"role", waiver.role}, {"date", iso(waiver.date)},
                          {"until", waiver.until.known() ? Value(iso(waiver.until)) : Value(nullptr)}}}}});
  }
  value["properties"] = {{"page", finding.place.page}, {"paragraph", finding.place.paragraph}, {"suggestion", finding.suggestion},
                         {"source", finding.source}};
  return value;
}

Value results_of(const Checked& checked, const FindingsView& view) {
  const FindingsWords shown(checked, view.show_text), careful(checked, false);
  const std::vector<std::string> papers = papers_of(checked);
  std::map<std::string, int> seen;
  Value results = Value::array();
  for (const Finding& finding : checked.findings) {
    if (finding.document >= checked.readings.size()) continue;
    const std::string print = fingerprint(finding, careful);
    results.push_back(result_value(file_of(checked, finding, papers), finding, view, shown, print, ++seen[print]));
  }
  return results;
}

Value invocation_of(const Checked& checked, const FindingsView& view) {
  Value told = Value::array();
  for (const Fault& fault : checked.faults)
    told.push_back({{"level", "error"}, {"message", {{"text", describe(fault)}}},
                    {"locations", Value::array({{{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(fault.file)}}}}}}})}});
  return {{"executionSuccessful", view.unreadable.empty()}, {"toolExecutionNotifications", std::move(told)}};
}

}  // namespace

std::string write_findings_sarif(const Checked& checked, const FindingsView& view) {
  Value rules = Value::array(), artifacts = Value::array();
  for (const RuleCard& card : view.rules) rules.push_back(rule_value(card));
  for (std::size_t i = 0; i < checked.readings.size(); ++i) {
    const Reading& reading = checked.readings[i];
    Value artifact = {{"location", {{"uri", uri_of(reading.path)}}}, {"roles", {"analysisTarget"}}};
    if (!reading.container.sha256.empty()) artifact["hashes"] = {{"sha-256", reading.container.sha256}};
    artifact["properties"] = {{"verdict", verdict_of(checked, i).ready ? "ready" : "not-ready"}};
    artifacts.push_back(std::move(artifact));
  }
  for (const std::string& paper : papers_of(checked)) artifacts.push_back({{"location", {{"uri", uri_of(paper)}}}, {"roles", {"analysisTarget"}}});
  const Value run = {
      {"tool", {{"driver", {{"name", "Casewright"}, {"version", view.version.empty() ? "0" : view.version}, {"rules", std::move(rules)}}}}},
      {"invocations", Value::array({invocation_of(checked, view)})},
      {"artifacts", std::move(artifacts)},
      {"results", results_of(checked, view)},
      {"columnKind", "unicodeCodePoints"},
      {"properties", {{"rulebook", checked.rule_book}}}};
  const Value log = {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
                     {"version", "2.1.0"}, {"runs", Value::array({run})}};
  return log.dump(1, ' ', false, Value::error_handler_t::replace) + "\n";
}

}  // namespace casewright
