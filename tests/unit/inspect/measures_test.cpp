#include "inspect/measures.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "inspect/words.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Corpus corpus() {
  auto read = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  REQUIRE(read.ok());
  return std::move(read).value();
}

std::size_t passives(std::string_view text) {
  static const Corpus words = corpus();
  const Prose prose = prose_of_text(text);
  return passives_in(prose, 0, static_cast<std::uint32_t>(prose.tokens.size()), words).size();
}

}  // namespace

TEST_CASE("the formulas give the published values") {
  Counts counts;
  counts.words = 372;
  counts.sentences = 17;
  counts.syllables = 549;
  const Measures measures = measures_of(counts);
  CHECK(measures.flesch_reading_ease == Approx(59.771).margin(.0005));
  CHECK(measures.flesch_kincaid_grade == Approx(10.359).margin(.0005));
  CHECK(measures.mean_sentence_words == Approx(372.0 / 17));
}

TEST_CASE("a text without words measures nothing") {
  CHECK(measures_of({}).flesch_reading_ease == 0);
  CHECK(count(prose_of_text(""), Corpus{}).sentences == 0);
}

TEST_CASE("syllables are counted as they are spoken") {
  const Corpus words = corpus();
  const std::pair<std::string_view, int> spoken[] = {
      {"child", 1},     {"safeguarding", 3}, {"review", 2},      {"made", 1},      {"wanted", 2},
      {"looked", 1},    {"table", 2},        {"houses", 2},      {"family", 3},    {"agencies", 3},
      {"placement", 2}, {"social", 2},       {"chronology", 4},  {"idea", 3},      {"people", 2},
      {"being", 2},     {"practice", 2},     {"association", 5}, {"neglected", 3}, {"the", 1},
      {"didn't", 2}};
  for (const auto& [word, count_] : spoken) {
    INFO(word);
    CHECK(syllables_of(word, words) == count_);
  }
}

TEST_CASE("a passive is a form of be with a participle") {
  CHECK(passives("The child was seen by the nurse.") == 1);
  CHECK(passives("The child was not always heard.") == 1);
  CHECK(passives("Records had been lost and were later found.") == 2);
  CHECK(passives("The nurse saw the child.") == 0);
  CHECK(passives("The child was tired and it was red.") == 0);
}
