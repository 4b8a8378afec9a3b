// What a rewrite may and may not put in the place of an author's words.

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// The sentence with every rewrite of the plain-English rules put in.
std::string rewritten(std::string_view text) {
  static const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  static const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  REQUIRE((book.ok() && corpus.ok()));
  std::vector<Reading> readings(1);
  readings[0].document.blocks.push_back(text_block(BlockKind::paragraph, std::string(text)));
  readings[0].prose = read_prose(readings[0].document, {});
  InspectOptions options;
  options.families = {"plain-english"};
  options.corpus = &*corpus;
  options.suggest = false;
  const Checked checked = inspect(*book, std::move(readings), options);
  std::string written(text);
  for (auto each = checked.findings.rbegin(); each != checked.findings.rend(); ++each)
    if (!each->rewrite.empty()) written.replace(each->span.begin, each->span.length(), each->rewrite);
  return written;
}

}  // namespace

TEST_CASE("a rewrite keeps the form of a verb and its capitals") {
  CHECK(rewritten("They utilised the form.") == "They used the form.");
  CHECK(rewritten("Utilising the form took an hour.") == "Using the form took an hour.");
  CHECK(rewritten("She had to ascertain who knew.") == "She had to find out who knew.");
  CHECK(rewritten("Prior to the visit, in order to help, he rang.") == "Before the visit, to help, he rang.");
  CHECK(rewritten("IN ORDER TO HELP, he rang.") == "TO HELP, he rang.");
  CHECK(rewritten("He commenced work.") == "He started work.");
}

TEST_CASE("a rewrite agrees in number and with what follows") {
  CHECK(rewritten("The majority of staff knew.") == "Most staff knew.");
  CHECK(rewritten("The majority of the staff knew.") == "Most of the staff knew.");
  CHECK(rewritten("A large number of the visits were late.") == "Many of the visits were late.");
  CHECK(rewritten("A large proportion of the time was lost.") == "A large proportion of the time was lost.");
  CHECK(rewritten("It met on a weekly basis.") == "It met every week.");
  CHECK(rewritten("The majority of Leo's visits were late.") == "Most of Leo's visits were late.");
  CHECK(rewritten("The majority of our visits were late.") == "Most of our visits were late.");
  CHECK(rewritten("At the commencement of the meeting she spoke.") == "At the start of the meeting she spoke.");
  CHECK(rewritten("With the exception of one, all came.") == "Except for one, all came.");
}

TEST_CASE("where a rewrite would change the meaning or the sentence, a person writes") {
  for (const std::string_view text : {
           "She resided in the house.", "The purchase of a car was late.", "The aforementioned reports were late.",
           "He used it for the purpose of sharing notes.", "In the event of a fire, ring.", "She made reference to the plan.",
           "The note said \xE2\x80\x9Cutilise the form\xE2\x80\x9D.", "The plan was to facilitate contact.", "A range of support was offered.",
           "It showed a lack of care on the part of the school.", "A contract is issued before commencement of the review.",
           "The learning was disseminated to staff.", "It is for dissemination to staff.", "He attained five passes.",
           "She has the capacity to decide.", "With regard to the school, two letters came."}) {
    INFO(text);
    CHECK(rewritten(text) == text);
  }
}
