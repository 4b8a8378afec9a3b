// The sample that must not be published: each leak planted in its reports is found, each near miss is not.

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "foreign/json.h"
#include "ingest/case/case_reader.h"
#include "ingest/readers.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

const Path project = PROJECT_FOLDER;
const Path sample = join(project, "samples/must-not-publish");

/// All reports of the sample, inspected with its case at hand.
Checked check_reports(const Case& of_case) {
  static const auto book = read_rules(Disk(), {join(project, "rules")});
  static const auto corpus = read_corpus(Disk(), join(project, "corpus"));
  REQUIRE((book.ok() && corpus.ok()));
  const IdentitySearch names(of_case.people);
  InspectOptions options;
  options.corpus = &*corpus;
  options.of_case = &of_case;
  options.people = &of_case.people;
  options.names = &names;
  std::vector<Reading> readings;
  const auto entries = Disk().list_folder(join(sample, "reports"));
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : *entries) {
    auto reading = read_report(Disk(), join(join(sample, "reports"), entry.name));
    REQUIRE(reading.ok());
    reading->prose = read_prose(reading->document, reading->container);
    readings.push_back(std::move(*reading));
  }
  return inspect(*book, std::move(readings), options);
}

/// One line of expected.json.
struct Expected {
  std::string id, file, text;
  std::uint32_t line = 0, offset = 0, length = 0;
  std::vector<std::string> families, rules;
};

std::vector<Expected> expected(const char* list) {
  const auto bytes = Disk().read_file(join(sample, "expected.json"), 1 << 22);
  REQUIRE(bytes.ok());
  std::vector<Expected> all;
  const json::Value root = json::Value::parse(*bytes);
  for (const json::Value& each : root[list]) {
    if (each["command"] != "check") continue;
    all.push_back({each["id"], each["file"],
                   each["kind"].get<std::string>() + ": " + each.value("text", std::string()),
                   each.value("line", 0u), each.value("offset", 0u), each.value("length", 0u),
                   each.value("families", std::vector<std::string>()),
                   each.value("rules", std::vector<std::string>())});
  }
  return all;
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// True where the finding is about the bytes that are expected, by one of the rules or families.
bool answers(const Finding& finding, const Checked& checked, const Expected& wanted) {
  if (!checked.readings[finding.document].path.ends_with(wanted.file)) return false;
  const std::string family = finding.rule.substr(0, finding.rule.find('/'));
  const bool right = wanted.rules.empty() ? wanted.families.empty() || contains(wanted.families, family)
                                          : contains(wanted.rules, finding.rule);
  const Place& place = finding.place;
  if (!right || wanted.length == 0 || finding.span.empty()) return right;
  // What a tag or a property carries has the line of its element; an alternative text has no place at all.
  if (place.length == 0 && place.line != 0) return place.line == wanted.line;
  const std::string_view words = checked.readings[finding.document].prose.view(finding.span);
  if (place.line == 0) return wanted.text.find(words) != std::string::npos;
  return (place.offset < wanted.offset + wanted.length && wanted.offset < place.offset + place.length);
}

}  // namespace

TEST_CASE("every leak planted in the reports is found and no near miss is") {
  auto read = read_case(Disk(), join(sample, "case"), join(project, "templates/schemas"));
  REQUIRE(read.ok());
  const Checked checked = check_reports(*read);
  for (const Expected& wanted : expected("planted")) {
    INFO(wanted.id << " " << wanted.text);
    CHECK(std::any_of(checked.findings.begin(), checked.findings.end(),
                      [&](const Finding& each) { return answers(each, checked, wanted); }));
  }
  for (const Expected& quiet : expected("silent")) {
    for (const Finding& each : checked.findings) {
      const bool grave =
          each.level != Level::advise && !each.span.empty() && each.rule.starts_with("anonymisation/");
      INFO(quiet.id << " " << quiet.text << " but " << each.rule);
      CHECK_FALSE((grave && answers(each, checked, quiet)));
    }
  }
}
