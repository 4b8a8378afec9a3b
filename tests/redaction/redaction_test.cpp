// One driver for tests/fixtures/redaction: each case makes a file as some program would and says what must be found in it.
// What it does not say must not be found at block or fix.
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "../unit/fixtures.h"
#include "base/disk.h"
#include "base/text.h"
#include "cleaning/clean.h"
#include "ingest/readers.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"
#include "marking/mark_up.h"
#include "redaction_case.h"

using namespace casewright;

namespace {

const Path project = PROJECT_FOLDER;

const RuleBook& rule_book() {
  static const RuleBook book = [] {
    auto read = read_rules(Disk(), {join(project, "rules")});
    REQUIRE(read.ok());
    return std::move(read).value();
  }();
  return book;
}

const Corpus& corpus() {
  static const Corpus words = [] {
    auto read = read_corpus(Disk(), join(project, "corpus"));
    REQUIRE(read.ok());
    return std::move(read).value();
  }();
  return words;
}

std::vector<Finding> findings_of(const Reading& read) {
  Reading reading = read;
  reading.prose = read_prose(reading.document, reading.container);
  InspectOptions options;
  options.families = {"redaction"};
  options.corpus = &corpus();
  std::vector<Reading> readings;
  readings.push_back(std::move(reading));
  return inspect(rule_book(), std::move(readings), options).findings;
}

std::vector<RedactionCase> cases() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(project + "/tests/fixtures/redaction"))
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<RedactionCase> all;
  for (const auto& file : files) all.push_back(make_case(file.stem().string(), file_bytes(file)));
  return all;
}

/// All that a reader sees, pictures' alternative text among it.
std::string seen_words(const Reading& reading) {
  std::string all = reading.document.title + "\n";
  walk(reading.document.blocks, [&all](const Block& block, std::size_t) {
    if (!block.inlines.empty()) all += std::string(name_of(block.kind)) + " " + std::to_string(block.level) + " " + fold_space(block.text()) + "\n";
    if (block.picture) all += "picture " + block.picture->alternative + "\n";
  });
  return all;
}

}  // namespace

TEST_CASE("a cleaned copy passes the check and says what the file said; what a person must rewrite stays found") {
  for (const RedactionCase& each : cases()) {
    INFO(each.name);
    const Result<Reading> read = read_report(each.bytes, each.file);
    REQUIRE(read);
    const Result<CleanCopy> copy = clean_copy(each.bytes, *read);
    for (const Fault& fault : copy.faults()) UNSCOPED_INFO(describe(fault));
    CHECK(copy.ok());
    if (!copy) continue;
    if (const char* folder = std::getenv("KEEP_FIXTURES")) std::ofstream(std::string(folder) + "/cleaned-" + each.name + copy->extension, std::ios::binary) << copy->bytes;
    const Result<Reading> again = read_report(copy->bytes, "report" + copy->extension);
    CHECK((again.ok() && again.faults().empty()));
    if (!again) continue;
    std::set<std::string> left;
    for (const Finding& finding : findings_of(*again))
      if (finding.level != Level::advise) left.insert(finding.rule);
    if (each.refuses) CHECK_FALSE(left.empty());
    else CHECK(left == std::set<std::string>{});
    CHECK(seen_words(*again) == seen_words(*read));
    const Result<CleanCopy> twice = clean_copy(copy->bytes, *again);
    CHECK((twice.ok() && twice->taken_out.empty()));
  }
}

TEST_CASE("a marked-up copy hides what the file hides and says what it says") {
  for (const RedactionCase& each : cases()) {
    Result<Reading> read = read_report(each.bytes, each.file);
    INFO(each.name);
    REQUIRE(read);
    if (!takes_notes(read->container.format)) continue;
    read->prose = read_prose(read->document, read->container);
    std::vector<MarginNote> notes;
    for (const Stretch& stretch : read->prose.stretches) notes.push_back({stretch.span, Level::fix, "tone/blame", "", {"a note"}});
    const Result<MarkedCopy> copy = marked_copy(each.bytes, *read, notes);
    for (const Fault& fault : copy.faults()) UNSCOPED_INFO(describe(fault));
    REQUIRE(copy);
    if (const char* folder = std::getenv("KEEP_FIXTURES")) std::ofstream(std::string(folder) + "/marked-" + each.name + each.file.substr(6), std::ios::binary) << copy->bytes;
    const Result<Reading> again = read_report(copy->bytes, each.file);
    REQUIRE((again.ok() && again.faults() == read.faults()));
    CHECK(seen_words(*again) == seen_words(*read));
    const auto rules_of = [](const Reading& reading) {
      std::multiset<std::string> rules;
      for (const Finding& finding : findings_of(reading)) rules.insert(finding.rule);
      return rules;
    };
    CHECK(rules_of(*again) == rules_of(*read));
  }
}

TEST_CASE("what a file hides is found, and nothing else is blamed") {
  for (const RedactionCase& each : cases()) {
    INFO(each.name);
    if (const char* folder = std::getenv("KEEP_FIXTURES")) std::ofstream(std::string(folder) + "/" + each.name + each.file.substr(6), std::ios::binary) << each.bytes;
    const Result<Reading> read = read_report(each.bytes, each.file);
    for (const Fault& fault : read.faults()) UNSCOPED_INFO(describe(fault));
    CHECK(read.ok());
    if (!read) continue;
    std::set<std::string> wanted, found;
    for (const auto& [rule, level] : each.finds) wanted.insert(rule + " " + level);
    for (const Finding& finding : findings_of(*read)) {
      const std::string said = finding.rule + " " + std::string(name_of(finding.level));
      if (finding.level != Level::advise || wanted.contains(said)) found.insert(said);
    }
    CHECK(found == wanted);
  }
}

TEST_CASE("every kind of risk in Word, OpenDocument and web files has three cases, and thirty clean files look dangerous") {
  std::map<std::string, int> count;
  int clean = 0;
  for (const RedactionCase& each : cases()) {
    std::set<std::string> rules;
    for (const auto& [rule, level] : each.finds) rules.insert(rule);
    for (const std::string& rule : rules) ++count[rule];
    clean += each.finds.empty();
  }
  for (const char* rule : {"tracked-change", "comment", "source-comment", "author", "hidden-text", "text-same-colour", "tiny-text", "black-highlight", "text-under-shape", "document-properties", "custom-property",
                           "document-variables", "attached-template", "custom-xml", "content-control-data", "embedded-object", "chart-cache", "cropped-picture", "image-metadata", "picture-name", "field-code",
                           "external-link", "unused-header", "glossary-part", "macro", "previous-version", "unused-part", "data-attribute", "structured-data", "picture-source", "title-attribute", "hidden-input",
                           "source-map", "script", "generator", "revision-ids", "thumbnail", "alternative-text"}) {
    INFO(rule);
    CHECK(count["redaction/" + std::string(rule)] >= 3);
  }
  CHECK(clean >= 15);
}
