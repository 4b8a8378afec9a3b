// Which kind of document a report is taken for, and what that changes.

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"
#include "memory_world.h"

using namespace casewright;

namespace {

const RuleBook& rules() {
  static const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  REQUIRE(book.ok());
  return *book;
}

Reading reading_of(const std::string& file, const std::vector<std::string>& lines, DocumentRole role = DocumentRole::legacy) {
  Reading reading;
  reading.document.file = file;
  reading.document.role = role;
  for (const std::string& each : lines) reading.document.blocks.push_back(text_block(BlockKind::paragraph, each));
  reading.prose = read_prose(reading.document, {});
  return reading;
}

std::string profile_name(const Reading& reading, std::string_view asked = "auto") {
  const DocumentProfile* profile = profile_of(rules().profiles, reading.document, reading.prose, asked);
  return profile == nullptr ? "" : profile->name;
}

/// How often the rule finds something in a sentence of so many words.
std::size_t found(const std::string& rule, Reading reading, const std::string& asked = "auto") {
  InspectOptions options;
  options.families = {"plain-english"};
  options.profile = asked;
  std::vector<Reading> readings;
  readings.push_back(std::move(reading));
  const Checked checked = inspect(rules(), std::move(readings), options);
  return static_cast<std::size_t>(std::count_if(checked.findings.begin(), checked.findings.end(), [&](const Finding& each) { return each.rule == rule; }));
}

std::string sentence_of(int words) {
  std::string text = "She";
  for (int each = 1; each < words; ++each) text += " went";
  return text + ".";
}

}  // namespace

TEST_CASE("a document's profile is told by its role, its cover, its file name or its first words") {
  CHECK(profile_name(reading_of("x.pdf", {"Child K", "Executive Summary", sentence_of(40)})) == "executive-summary");
  CHECK(profile_name(reading_of("child-k-executive-summary.docx", {"Child K", sentence_of(40)})) == "executive-summary");
  CHECK(profile_name(reading_of("x.docx", {"12 May 2026", "Dear Ms Example", sentence_of(40)})) == "letter");
  CHECK(profile_name(reading_of("drafts/brief.html", {"Child K", sentence_of(40)})) == "learning-brief");
  CHECK(profile_name(reading_of("x.docx", {"7-minute briefing", sentence_of(40)})) == "learning-brief");
  CHECK(profile_name(reading_of("x.pdf", {"Child K", "Overview report and executive summary", sentence_of(40)})) == "overview-report");
  CHECK(profile_name(reading_of("x.pdf", {"Child K", "A review", sentence_of(40)})) == "overview-report");
  CHECK(profile_name(reading_of("x.pdf", {"Child K"}, DocumentRole::brief)) == "learning-brief");
  CHECK(profile_name(reading_of("", {})) == "overview-report");
}

TEST_CASE("a long report that begins with its summary stays a report") {
  std::vector<std::string> lines{"Child K", "Executive summary"};
  for (int each = 0; each < 300; ++each) lines.push_back(sentence_of(40));
  CHECK(profile_name(reading_of("x.pdf", lines)) == "overview-report");
}

TEST_CASE("a first chapter that is called a summary makes no summary of a report with others behind it") {
  Reading reading;
  const auto heading = [&](const char* text) {
    reading.document.blocks.push_back(text_block(BlockKind::heading, text));
    reading.document.blocks.back().level = 1;
    reading.document.blocks.push_back(text_block(BlockKind::paragraph, sentence_of(40)));
  };
  reading.document.blocks.push_back(text_block(BlockKind::title, "Review of Child K"));
  for (const char* text : {"1. Executive summary", "2. Introduction", "3. Findings", "4. Learning"}) heading(text);
  reading.prose = read_prose(reading.document, {});
  CHECK(profile_name(reading) == "overview-report");
}

TEST_CASE("a profile asked for by name goes before what the document looks like") {
  const Reading letter = reading_of("x.docx", {"Dear Ms Example", sentence_of(32)});
  CHECK(profile_name(letter, "learning-brief") == "learning-brief");
  CHECK(found("plain-english/long-sentence", letter) == 1);
  CHECK(found("plain-english/long-sentence", letter, "overview-report") == 0);
}

TEST_CASE("a letter asks about terms that a report may use") {
  const std::string text = "The strategy discussion was held on Monday.";
  CHECK(found("plain-english/field-term", reading_of("x.docx", {"Dear Ms Example", text})) == 1);
  CHECK(found("plain-english/field-term", reading_of("x.docx", {"A review", text})) == 0);
}

TEST_CASE("of sentences a little too long only the longest are listed, and how many more there are is said") {
  std::vector<std::string> lines;
  for (int each = 0; each < 10; ++each) lines.push_back(sentence_of(31 + each % 3));
  InspectOptions options;
  std::vector<Reading> readings;
  readings.push_back(reading_of("x.docx", lines));
  const Checked checked = inspect(rules(), std::move(readings), options);
  const auto is = [](const Finding& each) { return each.rule == "plain-english/longish-sentence"; };
  REQUIRE(std::count_if(checked.findings.begin(), checked.findings.end(), is) == 1);
  const Finding& shown = *std::find_if(checked.findings.begin(), checked.findings.end(), is);
  CHECK(shown.message.find("33 words") != std::string::npos);
  CHECK(shown.message.find("9") != std::string::npos);
}

TEST_CASE("a board's profile takes the place of the program's, and a wrong one is a fault with file and line") {
  const Disk disk;
  MemoryWorld world(&disk);
  world.files["board/rules/profiles/letter.xml"] =
      "<profile title=\"Letter\"><about source=\"board\">ours</about><opening>dear</opening>\n"
      "<limit rule=\"plain-english/long-sentence\" over=\"15\"/><off rule=\"plain-english/field-term\"/></profile>";
  const auto book = read_rules(world, {join(PROJECT_FOLDER, "rules"), "board/rules"});
  for (const Fault& each : book.faults()) UNSCOPED_INFO(each.file << " " << each.what);
  REQUIRE(book.ok());
  CHECK(book->sha256 != rules().sha256);
  const auto letter = std::find_if(book->profiles.begin(), book->profiles.end(), [](const DocumentProfile& each) { return each.name == "letter"; });
  REQUIRE(letter != book->profiles.end());
  CHECK(letter->of(*book->find("plain-english/long-sentence"))->body.attribute("over") == "15");
  CHECK(letter->of(*book->find("plain-english/field-term")) == nullptr);
  world.files["board/rules/profiles/letter.xml"] =
      "<profile title=\"Letter\"><about source=\"board\">ours</about>\n<limit rule=\"plain-english/latin\" over=\"15\"/>\n"
      "<run rule=\"plain-english/no-such\"/></profile>";
  const auto wrong = read_rules(world, {join(PROJECT_FOLDER, "rules"), "board/rules"});
  REQUIRE_FALSE(wrong.ok());
  REQUIRE(wrong.faults().size() == 2);
  CHECK(wrong.faults()[0].line == 2);
  CHECK(wrong.faults()[1].line == 3);
}
