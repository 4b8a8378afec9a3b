// One driver for all rules: every rule is tried on the cases that stand in its folder.

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"
#include "case_file.h"
#include "emit/findings/findings_words.h"
#include "inspect/inspect.h"
#include "inspect/kinds.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

const Path project = PROJECT_FOLDER;

RuleBook rule_book() {
  auto book = read_rules(Disk(), {join(project, "rules")});
  for (const Fault& fault : book.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(book.ok());
  return std::move(book).value();
}

Corpus corpus() {
  auto words = read_corpus(Disk(), join(project, "corpus"));
  for (const Fault& fault : words.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(words.faults().empty());
  return std::move(words).value();
}

/// What the rule finds in the case, the words of the search behind the message.
std::vector<Finding> findings_of(const RuleBook& book, const Corpus& words, const Rule& rule, RuleCase rule_case) {
  rule_case.reading.prose = read_prose(rule_case.reading.document, rule_case.reading.container);
  const IdentitySearch search(rule_case.people);
  InspectOptions options;
  options.regime = rule_case.regime;
  options.families = {std::string(rule.family())};
  options.corpus = &words;
  options.tier = 3;
  options.asked = {rule.id};
  if (!rule_case.people.entries.empty()) {
    options.people = &rule_case.people;
    options.names = &search;
  }
  if (rule_case.of_case) options.of_case = &*rule_case.of_case;
  std::vector<Reading> readings;
  readings.push_back(std::move(rule_case.reading));
  for (Reading& each : rule_case.beside) {
    each.prose = read_prose(each.document, each.container);
    readings.push_back(std::move(each));
  }
  const Checked checked = inspect(book, std::move(readings), options);
  std::vector<Finding> found;
  const FindingsWords shown(checked, true);
  for (const Finding& finding : checked.findings) {
    if (finding.rule != rule.id) continue;
    found.push_back(finding);
    found.back().message = shown.message(finding);
  }
  return found;
}

}  // namespace

TEST_CASE("every rule fires where it must and is silent where it must be") {
  const RuleBook book = rule_book();
  const Corpus words = corpus();
  for (const Rule& rule : book.rules) {
    const Path file = join(join(join(project, "tests/rules"), rule.id), "cases.md");
    const auto text = Disk().read_file(file, 1 << 20);
    INFO(rule.id << " has no cases: " << file);
    CHECK(text.ok());
    if (!text.ok()) continue;
    bool fires = false, silent = false;
    for (const RuleCase& each : read_cases(*text)) {
      INFO(rule.id << ": " << each.name);
      const std::vector<Finding> found = findings_of(book, words, rule, each);
      CHECK(found.empty() != each.fires);
      const auto says = [&](const std::string& wanted) {
        return std::any_of(found.begin(), found.end(), [&](const Finding& finding) {
          return (finding.message + "\n" + finding.suggestion).find(wanted) != std::string::npos;
        });
      };
      for (const Finding& finding : found) UNSCOPED_INFO(finding.message << " | " << finding.suggestion);
      for (const std::string& each_said : each.says) CHECK(says(each_said));
      for (const std::string& secret : each.never_says) CHECK_FALSE(says(secret));
      for (const Finding& finding : found) {
        CHECK(finding.quoted == each.quoted);
        CHECK(finding.message.find("{times}") == std::string::npos);  // what a person reads has no gaps to fill
        if (finding.quoted) CHECK((finding.level == Level::advise && finding.rewrite.empty()));
      }
      (each.fires ? fires : silent) = true;
    }
    INFO(rule.id << " needs a case that fires and one that is silent");
    CHECK((fires && silent));
  }
}

TEST_CASE("every kind of rule is used by a rule") {
  const RuleBook book = rule_book();
  std::set<std::string> used;
  for (const Rule& rule : book.rules) used.insert(rule.kind);
  for (const Kind& kind : kinds()) {
    INFO(kind.name << " has no rule");
    CHECK(used.count(std::string(kind.name)) == 1);
  }
}

TEST_CASE("every rule's source and example are told, a board can look the source up, and what is general knowledge is advice") {
  for (const Rule& rule : rule_book().rules) {
    INFO(rule.id);
    CHECK_FALSE(rule.source.empty());
    CHECK_FALSE(rule.bad.empty());
    CHECK_FALSE(rule.good.empty());
    const bool of_language = rule.family() == "plain-english" || rule.family() == "tone";
    if (of_language) CHECK_FALSE(rule.suggestion.empty());
    CHECK(ascii_lower(rule.source).find("domain catalogue") == std::string::npos);
    CHECK(rule.bad != "A report without it.");
    if (rule.source.find("general knowledge") != std::string::npos) CHECK(rule.level == Level::advise);
  }
}
