#include "emit/findings/findings.h"

#include <catch2/catch.hpp>

#include "foreign/json.h"

using namespace casewright;

namespace {

Finding finding_on(const Prose& prose, std::string_view words, std::string rule, Level level, bool secret) {
  Finding finding;
  const auto at = static_cast<std::uint32_t>(prose.text.find(words));
  finding.rule = std::move(rule);
  finding.level = level;
  finding.message = "say it otherwise";
  finding.span = {at, at + static_cast<std::uint32_t>(words.size())};
  finding.place.page = 2;
  finding.place.paragraph = "3.2";
  finding.secret = secret;
  return finding;
}

/// Invented words about nobody.
Checked invented() {
  Checked checked;
  Reading reading;
  reading.path = "report.html";
  reading.prose.text = "Prior to the visit Ewan O\xE2\x80\x99" "Dunne failed to utilise the plan that Zo\xC3\xAB made.";
  const Prose& prose = reading.prose;
  checked.findings = {finding_on(prose, "Ewan O\xE2\x80\x99" "Dunne", "anonymisation/known-name", Level::block, true),
                      finding_on(prose, "Ewan O\xE2\x80\x99" "Dunne failed to", "tone/failed", Level::advise, false),
                      finding_on(prose, "utilise", "plain-english/utilise", Level::fix, false),
                      finding_on(prose, "that Zo\xC3\xAB", "plain-english/that", Level::fix, false)};
  checked.findings[2].suggestion = "use";
  checked.readings.push_back(std::move(reading));
  Verdict verdict;
  verdict.block = verdict.advise = 1;
  verdict.fix = 2;
  checked.verdicts.push_back(verdict);
  checked.rule_book = "feed";
  checked.faults.push_back({"summary.docx", 3, 4, "this is no report", "give a report"});
  return checked;
}

}  // namespace

TEST_CASE("names are masked by first letter and length") {
  CHECK(masked("Grace") == "G****");
  CHECK(masked("Ewan O'Dunne") == "E*** O'*****");
  CHECK(masked("Smith-Jones 0777") == "S****-J**** 0***");
  CHECK(masked("Zo\xC3\xAB") == "Z**");
  CHECK(masked("\xC5\x81ukasz") == "\xC5\x81*****");
}

TEST_CASE("the terminal's lines point, and quote no name") {
  const std::string text = write_findings_text(invented(), {});
  CHECK(text.find("report.html:2:3.2: block: anonymisation/known-name: say it otherwise [E***") != std::string::npos);
  CHECK(text.find("report.html:2:3.2: fix: plain-english/utilise: say it otherwise [utilise]\n  write: use\n") != std::string::npos);
  CHECK(text.find("report.html: not ready: 1 block, 2 fix, 1 advise\n") != std::string::npos);
  for (const char* name : {"Ewan", "Dunne", "Zo\xC3\xAB"}) CHECK(text.find(name) == std::string::npos);
}

TEST_CASE("a person may ask to see the words") {
  FindingsView view;
  view.show_text = true;
  CHECK(write_findings_text(invented(), view).find("[Ewan O\xE2\x80\x99" "Dunne failed to]") != std::string::npos);
  CHECK(json::Value::parse(write_findings_json(invented(), view))["reports"][0]["findings"][2]["text"] == "utilise");
}

TEST_CASE("the words of a search are masked like all others") {
  Checked checked = invented();
  const std::string& text = checked.readings[0].prose.text;
  const auto span_of = [&text](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  checked.findings[1].search = {span_of("visit"), span_of("Zo\xC3\xAB")};
  CHECK(write_findings_text(checked, {}).find("say it otherwise The search: visit Z**. [") != std::string::npos);
  CHECK(write_findings_json(checked, {}).find("\"search\"") == std::string::npos);
  FindingsView view;
  view.show_text = true;
  CHECK(write_findings_text(checked, view).find("The search: visit Zo\xC3\xAB. [") != std::string::npos);
  CHECK(json::Value::parse(write_findings_json(checked, view))["reports"][0]["findings"][1]["search"][1] == "Zo\xC3\xAB");
}

TEST_CASE("the JSON has the shape of the design and no words unless asked") {
  FindingsView view;
  view.version = "0.1.0";
  view.unreadable = {"summary.docx"};
  Checked checked = invented();
  checked.findings[0].waived = Waiver{"anonymisation/known-name", "x", "Agreed.", "A. Person", "Chair", {2015, 9, 1}, {}};
  checked.inspected.resize(1);
  checked.inspected[0].recommendations.push_back({"R1", "Ask Ewan O\xE2\x80\x99" "Dunne.", "the trust", "", 0, "", "", "", {}, true, false});
  const std::string text = write_findings_json(checked, view);
  for (const char* name : {"Ewan", "Dunne", "Zo\xC3\xAB"}) CHECK(text.find(name) == std::string::npos);
  const json::Value all = json::Value::parse(text);
  std::vector<std::string> keys;
  for (const auto& [key, value] : all["reports"][0].items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"path", "sha256", "verdict", "regime", "regime_reason", "profile", "counts", "measures", "sections", "recommendations", "findings"});
  keys.clear();
  for (const auto& [key, value] : all["reports"][0]["findings"][1].items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"rule", "level", "message", "where", "page", "paragraph", "line", "offset", "length", "box", "suggestion", "source", "waived"});
  CHECK(all["rulebook"] == "feed");
  CHECK(all["reports"][0]["verdict"] == "not-ready");
  CHECK(all["reports"][0]["findings"][0]["waived"]["role"] == "Chair");
  CHECK(all["reports"][0]["findings"][1]["waived"].is_null());
  CHECK(all["reports"][1]["verdict"] == "unreadable");
  CHECK(all["faults"][0]["hint"] == "give a report");
}
