// What every format of findings must do with words of a report: mark them, mask them, and never let them act.
#include <catch2/catch.hpp>

#include "emit/findings/findings.h"
#include "foreign/json.h"

using namespace casewright;

namespace {

/// An invented report of one sentence, tokenised by blanks, with a register name that no finding points at.
Checked invented(std::string text, std::string_view pointed, std::string_view registered) {
  Checked checked;
  Reading reading;
  reading.path = "=cmd|report.txt";
  Prose& prose = reading.prose;
  prose.text = std::move(text);
  const auto size = static_cast<std::uint32_t>(prose.text.size());
  for (std::uint32_t at = 0; at < size;) {
    auto end = static_cast<std::uint32_t>(std::min<std::size_t>(prose.text.find(' ', at), size));
    Token token;
    token.begin = at;
    token.length = static_cast<std::uint16_t>(end - at);
    token.opens_sentence = at == 0;
    token.word = static_cast<std::uint32_t>(prose.words.size());
    prose.words.push_back({prose.text.substr(at, end - at), 1, 0});
    prose.tokens.push_back(token);
    at = end + 1;
  }
  prose.sentences.push_back({{0, size}, 0, 0, static_cast<std::uint32_t>(prose.tokens.size())});
  const auto span_of = [&prose](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(prose.text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  Finding finding;
  finding.rule = "tone/blame";
  finding.level = Level::fix;
  finding.message = "-1+1 <b>say</b> \"it\" otherwise";
  finding.span = span_of(pointed);
  finding.place = {3, "2.1", 0, 0, 0, {}};
  checked.findings.push_back(finding);
  checked.inspected.resize(1);
  if (!registered.empty()) checked.inspected[0].names.push_back(span_of(registered));
  checked.readings.push_back(std::move(reading));
  checked.verdicts.emplace_back();
  return checked;
}

FindingsView asked(bool show) {
  FindingsView view;
  view.show_text = show;
  return view;
}

}  // namespace

TEST_CASE("no format holds a name of the register, in capitals or not, unless asked") {
  const Checked checked = invented("the aunt grace failed to ask Imogen twice", "failed to", "grace");
  for (const FindingsFormat& format : findings_formats()) {
    INFO(format.name);
    const std::string masked_out = format.write(checked, asked(false));
    CHECK(masked_out.find("grace") == std::string::npos);
    CHECK(masked_out.find("Imogen") == std::string::npos);
  }
  CHECK(findings_format("html")->write(checked, asked(true)).find("data-behind=\"grace\"") != std::string::npos);
  CHECK(findings_format("csv")->write(checked, asked(true)).find("grace") != std::string::npos);
}

TEST_CASE("an excerpt marks exactly the words that a finding points at") {
  const Checked checked = invented("the aunt grace failed to ask Imogen twice", "failed to", "grace");
  const std::string page = findings_format("html")->write(checked, asked(false));
  CHECK(page.find("the aunt <span") == std::string::npos);
  CHECK(page.find("the aunt g**** <mark>failed to</mark> ask I***** twice") != std::string::npos);
  FindingsView terminal;
  terminal.width = 60;
  const std::string lines = findings_format("text")->write(checked, terminal);
  CHECK(lines.find("  | the aunt g**** failed to ask I***** twice\n  |                ^^^^^^^^^\n") != std::string::npos);
  CHECK(lines.find('\x1b') == std::string::npos);
  terminal.colour = true;
  CHECK(findings_format("text")->write(checked, terminal).find("\x1b[1;33m") != std::string::npos);
}

TEST_CASE("a narrow terminal wraps and keeps carets under their words") {
  const Checked checked = invented("one two three four five six seven eight nine ten eleven twelve", "eight nine ten", "");
  FindingsView terminal;
  terminal.width = 40;
  const std::string lines = findings_format("text")->write(checked, terminal);
  CHECK(lines.find("  | one two three four five six seven\n  | eight nine ten eleven twelve\n  | ^^^^^^^^^^^^^^\n") != std::string::npos);
}

TEST_CASE("nothing in a cell runs as a formula, and nothing in a page as markup") {
  const Checked checked = invented("=HYPERLINK(1) was said", "=HYPERLINK(1)", "");
  const std::string table = findings_format("csv")->write(checked, asked(true));
  CHECK(table.substr(0, 3) == "\xEF\xBB\xBF");
  CHECK(table.find("\"'=HYPERLINK(1)\"") != std::string::npos);
  CHECK(table.find("\"'=cmd|report.txt\"") != std::string::npos);
  CHECK(table.find("\"'-1+1 <b>say</b> \"\"it\"\" otherwise\"") != std::string::npos);
  for (const char* format : {"html", "junit"})
    CHECK(findings_format(format)->write(checked, asked(true)).find("<b>say") == std::string::npos);
}

TEST_CASE("control characters of a report reach no terminal") {
  const Checked checked = invented("a \x1b[2J word", "\x1b[2J", "");
  FindingsView terminal;
  terminal.width = 80;
  terminal.show_text = true;
  CHECK(findings_format("text")->write(checked, terminal).find('\x1b') == std::string::npos);
}

TEST_CASE("a waived finding is shown as accepted, by whom and why, in every format") {
  Checked checked = invented("they failed to ask", "failed to", "");
  checked.findings[0].waived = Waiver{"tone/blame", "failed to", "A court's own words.", "R. Ambler", "Solicitor", {2026, 1, 2}, {}};
  for (const FindingsFormat& format : findings_formats()) {
    INFO(format.name);
    const std::string text = format.write(checked, asked(false));
    CHECK(text.find("R. Ambler") != std::string::npos);
    CHECK((text.find("court's own words") != std::string::npos || text.find("court&#39;s own words") != std::string::npos));
  }
}

TEST_CASE("SARIF names a path as a URI and never a hash of a name") {
  const Checked checked = invented("saw Grace there", "Grace", "Grace");
  const auto log = json::Value::parse(findings_format("sarif")->write(checked, asked(false)));
  const auto& result = log["runs"][0]["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%3Dcmd%7Creport.txt");
  const Checked other = invented("saw Gerda there", "Gerda", "Gerda");
  const auto same = json::Value::parse(findings_format("sarif")->write(other, asked(false)));
  CHECK(result["partialFingerprints"] == same["runs"][0]["results"][0]["partialFingerprints"]);
}
