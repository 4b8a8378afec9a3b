// Text that no writer meant as prose: it must be read, must cost no time out of proportion, and must not drown the
// writer in findings.

#include <catch2/catch.hpp>

#include <cmath>

#include "base/disk.h"
#include "ingest/text/text_reader.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Checked checked(const std::string& bytes) {
  static const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  static const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  REQUIRE((book.ok() && corpus.ok()));
  auto reading = read_text(bytes, "x.txt");
  REQUIRE(reading.ok());
  reading->prose = read_prose(reading->document, reading->container);
  InspectOptions options;
  options.families = {"plain-english", "tone", "accessibility"};
  options.corpus = &*corpus;
  options.tier = 3;
  options.suggest = false;
  std::vector<Reading> readings;
  readings.push_back(std::move(*reading));
  Checked done = inspect(*book, std::move(readings), options);
  const Measures& measures = done.inspected[0].measures;
  for (const MeasureName& name : measure_names()) CHECK(std::isfinite(measures.*name.value));
  for (const Finding& each : done.findings) {
    REQUIRE(each.span.end <= done.readings[0].prose.text.size());
    if (!each.span.empty()) CHECK((static_cast<unsigned char>(done.readings[0].prose.text[each.span.begin]) & 0xC0) != 0x80);
  }
  return done;
}

std::size_t count(const Checked& done, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(done.findings.begin(), done.findings.end(), [&](const Finding& each) { return each.rule == rule; }));
}

std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int each = 0; each < times; ++each) all += text;
  return all;
}

}  // namespace

TEST_CASE("a text without any full stop has long sentences and nothing else odd") {
  const Checked done = checked(repeat("the nurse went home and wrote a note of what she had seen at the house that day ", 8) + "\n\n" +
                               repeat("the school rang the father and asked him where the boy had been since the spring ", 8) + "\n");
  CHECK(done.inspected[0].measures.sentences == 2);
  CHECK(count(done, "plain-english/long-sentence") == 2);
}

TEST_CASE("a sentence of 3,000 words is one finding") {
  const Checked done = checked("He " + repeat("saw her and ", 999) + "left.\n");
  CHECK(done.inspected[0].measures.sentences == 1);
  CHECK(count(done, "plain-english/long-sentence") == 1);
  CHECK(count(done, "plain-english/long-paragraph") == 1);
  CHECK(done.findings.size() < 12);
}

TEST_CASE("all capitals are one point of accessibility a paragraph, not a short form a word") {
  const Checked done = checked(repeat("THE NURSE FAILED TO TELL THE SCHOOL WHAT THE FATHER HAD SAID ABOUT THE MONEY.\n\n", 5));
  CHECK(count(done, "accessibility/capitals") == 5);
  CHECK(count(done, "plain-english/acronym-undefined") == 0);
  CHECK(count(done, "plain-english/spelling") == 0);
  CHECK(count(done, "tone/blame") == 5);
}

TEST_CASE("a passage in Welsh is named once, not misspelt, and not measured as English") {
  const Checked done = checked(
      "The review met the family in May and asked them what had helped.\n\n"
      "Roedd y plentyn yn byw gyda'i mam a'i brawd yn y t\xC5\xB7 pan ddaeth yr heddlu i'r drws. Nid oedd neb wedi gofyn iddi sut yr oedd hi'n "
      "teimlo am fynd i'r ysgol newydd yn y dref.\n\n"
      "She spoke to the nurse in Welsh, and the nurse wrote it down for the school.\n");
  CHECK(count(done, "plain-english/spelling") == 0);
  CHECK(count(done, "accessibility/passage-language") == 1);
  CHECK(done.inspected[0].measures.words < 30);
}

TEST_CASE("code and tables of numbers are no prose") {
  std::string numbers;
  for (int row = 0; row < 40; ++row) numbers += "12\t5\t907\t33\t4\t8\t15\t16\t23\t42\n";
  const Checked done = checked(
      "The table below was sent with the form.\n\n"
      "int main(int argc, char** argv) { for (int i = 0; i < argc; ++i) printf(\"%s\\n\", argv[i]); return 0; }\n\n" +
      numbers + "\n\nSELECT id, nhs_no FROM pat_tbl WHERE dt_rec > '2015-01-01' ORDER BY id;\n");
  CHECK(count(done, "plain-english/long-sentence") == 0);
  CHECK(count(done, "plain-english/long-paragraph") == 0);
  CHECK(count(done, "plain-english/spelling") <= 2);
  CHECK(done.inspected[0].measures.words < 60);
}

TEST_CASE("bytes that are no UTF-8 do not stop a check") {
  const Checked done = checked("The nurse \xff\xfe saw \xc3 the child\x80. She f\xe9lt \xf0\x9f\x98 ill. The w\xe2\x80orker failed to tell the school \xed\xa0\x80 about it.\n");
  CHECK(count(done, "tone/blame") == 1);
}

TEST_CASE("an empty text and one of marks alone are read") {
  CHECK(checked("").findings.size() <= 4);
  CHECK(checked("... !!! ??? ---\n\n\xE2\x80\x9C\xE2\x80\x9D ( ) [ ]\n").inspected[0].measures.words == 0);
}
