#include "inspect/measures.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "inspect/corpus.h"
#include "language/passives.h"
#include "language/prose_reader.h"
#include "language/syllables.h"

using namespace casewright;

namespace {

Corpus corpus() {
  auto read = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  REQUIRE(read.ok());
  return std::move(read).value();
}

std::size_t passives(std::string_view text) {
  static const Corpus lists = corpus();
  const Prose prose = prose_of_text(text);
  const WordTable words(prose, lists.lexicon);
  return passives_in(prose, words, 0, static_cast<std::uint32_t>(prose.tokens.size())).size();
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

TEST_CASE("every formula gives the published definition to three decimals from raw counts") {
  Counts counts;
  counts.words = 1234;
  counts.sentences = 61;
  counts.paragraphs = 20;
  counts.syllables = 1987;
  counts.characters = 6011;
  counts.letters = 5950;
  counts.hard = 171;
  counts.polysyllables = 203;
  counts.long_words = 402;
  counts.unfamiliar = 97;
  counts.passives = 15;
  counts.nominals = 40;
  const Measures m = measures_of(counts);
  // Worked out apart from the program, from the definitions in docs/measures.md.
  CHECK(m.mean_sentence_words == Approx(20.2295).margin(.0005));
  CHECK(m.mean_paragraph_words == Approx(61.7).margin(.0005));
  CHECK(m.flesch_reading_ease == Approx(50.0782).margin(.0005));
  CHECK(m.flesch_kincaid_grade == Approx(11.3000).margin(.0005));
  CHECK(m.gunning_fog == Approx(13.6348).margin(.0005));
  CHECK(m.smog == Approx(13.5505).margin(.0005));
  CHECK(m.ari == Approx(11.6279).margin(.0005));
  CHECK(m.coleman_liau == Approx(11.0885).margin(.0005));
  CHECK(m.dale_chall == Approx(5.8811).margin(.0005));
  CHECK(m.lix == Approx(52.8065).margin(.0005));
  CHECK(m.passive_ratio == Approx(15.0 / 61).margin(.0005));
  CHECK(m.nominal_ratio == Approx(40.0 / 1234).margin(.0005));
  counts.unfamiliar = 50;  // under 5 per cent: without the constant
  CHECK(measures_of(counts).dale_chall == Approx(1.6432).margin(.0005));
}

TEST_CASE("a text without words measures nothing") {
  CHECK(measures_of({}).flesch_reading_ease == 0);
  CHECK(measure_text(prose_of_text(""), WordTable()).counts.sentences == 0);
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
    CHECK(syllables_of(word, words.lexicon) == count_);
  }
}

TEST_CASE("a passive is a form of be with a participle") {
  CHECK(passives("The child was seen by the nurse.") == 1);
  CHECK(passives("The child was not always heard.") == 1);
  CHECK(passives("Records had been lost and were later found.") == 2);
  CHECK(passives("The nurse saw the child.") == 0);
  CHECK(passives("The child was tired and it was red.") == 0);
}

TEST_CASE("passives in questions, before their verb and beside states") {
  CHECK(passives("Why was the older child never asked about home?") == 1);
  CHECK(passives("Attached is the plan.") == 1);
  CHECK(passives("It's called a panel, and the school's agreed plan says so.") == 1);
  CHECK(passives("She was worried, and he was divorced.") == 0);
  CHECK(passives("She was worried by what she saw.") == 1);
  CHECK(passives("They were prepared to wait; the meal was prepared at home.") == 1);
}

TEST_CASE("a passive knows whether its sentence says who did it") {
  const Corpus lists = corpus();
  const auto agents = [&](std::string_view text) {
    const Prose prose = prose_of_text(text);
    const WordTable words(prose, lists.lexicon);
    std::string told;
    for (const Passive& each : passives_in(prose, words, 0, static_cast<std::uint32_t>(prose.tokens.size())))
      told += each.agent ? 'y' : 'n';
    return told;
  };
  CHECK(agents("The form was signed by the nurse.") == "y");
  CHECK(agents("The form was signed by Friday 3 May.") == "y");
  CHECK(agents("The form was sent by post.") == "n");
  CHECK(agents("The form was signed, by then, in May.") == "n");
}

TEST_CASE("hard words are those that have three syllables without the ending of a verb") {
  const Lexicon lexicon;
  for (const char* easy : {"completed", "trespasses", "reporting", "after-thought"}) CHECK(facts_of(easy, lexicon).easy_long);
  for (const char* hard : {"considered", "established", "everything", "assessment"}) CHECK_FALSE(facts_of(hard, lexicon).easy_long);
}

TEST_CASE("measures leave headings, lists and cells out and know the hardest sentence") {
  const Corpus lists = corpus();
  Document document;
  document.blocks.push_back(text_block(BlockKind::heading, "Considerations regarding multidisciplinary organisations"));
  document.blocks.push_back(text_block(BlockKind::paragraph, "The nurse saw the child at home in the spring. She wrote a note."));
  document.blocks.push_back(text_block(BlockKind::heading, "More"));
  document.blocks.push_back(
      text_block(BlockKind::paragraph, "Organisational considerations necessitated comprehensive multidisciplinary collaboration throughout."));
  document.blocks[0].level = document.blocks[2].level = 1;
  const Prose prose = read_prose(document, {});
  const MeasuredText text = measure_text(prose, WordTable(prose, lists.lexicon));
  CHECK(text.counts.words == 21);
  CHECK(text.counts.paragraphs == 2);
  REQUIRE(text.sections.size() == 2);
  CHECK(text.sections[0].counts.words == 14);
  CHECK(text.sections[1].counts.nominals == 2);
  // The last has seven words, too few to be anybody's hardest.
  CHECK(prose.view(text.hardest[0]) == "The nurse saw the child at home in the spring.");
}
