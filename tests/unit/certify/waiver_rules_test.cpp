#include "certify/waiver_rules.h"

#include <catch2/catch.hpp>

#include "certify/waivers.h"

using namespace casewright;

namespace {

const Date today{2026, 3, 1};

Checked invented() {
  Checked checked;
  Reading reading;
  reading.prose.text = "They failed to ask.";
  checked.readings.push_back(reading);
  Finding finding;
  finding.rule = "tone/blame";
  finding.span = {5, 11};
  checked.findings.push_back(finding);
  return checked;
}

Waiver waiver(std::string rule, std::string words, Date until = {}) {
  return {std::move(rule), std::move(words), "Mina Example asked for it.", "A. Chair", "Chair", {2026, 1, 2}, until};
}

std::vector<std::string> rules_found(const std::vector<Waiver>& waivers, bool judged = true) {
  std::vector<std::string> rules;
  for (const Finding& each : check_waivers(waivers, invented(), today, [](std::string_view rule) { return rule == "tone/blame"; },
                                           [judged](std::string_view) { return judged; })) {
    CHECK(each.message.find("Mina") == std::string::npos);
    CHECK(each.message.find("failed") == std::string::npos);
    rules.push_back(each.rule);
  }
  return rules;
}

}  // namespace

TEST_CASE("a waiver that stands is no finding") { CHECK(rules_found({waiver("tone/blame", "failed")}).empty()); }

TEST_CASE("a waiver whose words were edited is unused, where its rule was looked for") {
  CHECK(rules_found({waiver("tone/blame", "failed to")}) == std::vector<std::string>{"waivers/unused"});
  CHECK(rules_found({waiver("tone/blame", "failed to")}, false).empty());
}

TEST_CASE("a waiver says that only capitals or quotation marks part its words from a finding's") {
  const auto about = [](std::string words) {
    const auto yes = [](std::string_view) { return true; };
    return check_waivers({waiver("tone/blame", std::move(words))}, invented(), today, yes, yes).front().message;
  };
  CHECK(about("Failed").find("other capitals") != std::string::npos);
  CHECK(about("\xE2\x80\x9C" "failed\xE2\x80\x9D").find("quotation marks") != std::string::npos);
  CHECK(about("fail").find("edited or mended") != std::string::npos);
}

TEST_CASE("a waiver that ran out and one for a rule that no longer exists are findings") {
  CHECK(rules_found({waiver("tone/blame", "failed", {2026, 2, 28})}) == std::vector<std::string>{"waivers/expired"});
  CHECK(rules_found({waiver("tone/blame", "failed", today)}).empty());
  CHECK(rules_found({waiver("tone/gone", "failed")}) == std::vector<std::string>{"waivers/unknown-rule"});
}

TEST_CASE("a waiver stands in the sentence for which it was given, and the same words in another are a finding") {
  Checked checked = invented();
  Prose& prose = checked.readings.front().prose;
  prose.text = "They failed to ask.\nHe failed to come.";
  prose.stretches.resize(2);
  prose.stretches[0].span = {0, 19};
  prose.stretches[1].span = {20, 38};
  prose.sentences = {{{0, 19}, 0, 0, 0}, {{20, 38}, 1, 0, 0}};
  checked.findings.push_back(checked.findings.front());
  checked.findings.back().span = {23, 29};
  Waiver given = waiver("tone/blame", "failed");
  given.places = {standing_place(checked.findings.front(), checked.readings)};
  CHECK(given.places.front() == "They failed to ask.");
  const auto after = apply({given}, checked.findings, checked.readings, today);
  CHECK(after.front().waived);
  CHECK_FALSE(after.back().waived);
  given.places = {"they  failed to ask"};  // as another format sets it
  CHECK(apply({given}, checked.findings, checked.readings, today).front().waived);
}

TEST_CASE("a waiver for one thing that a file carries does not stand for another") {
  Checked checked = invented();
  Finding& picture = checked.findings.front();
  picture.span = {};
  picture.thing = "picture, under a black shape, page 1";
  checked.findings.push_back(picture);
  checked.findings.back().thing = "picture, under a black shape, page 2";
  Waiver given = waiver("tone/blame", "");
  given.places = {standing_place(checked.findings.front(), checked.readings)};
  const auto after = apply({given}, checked.findings, checked.readings, today);
  CHECK(after.front().waived);
  CHECK_FALSE(after.back().waived);
}
