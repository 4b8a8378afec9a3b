#include "ingest/papers/columns.h"

#include <catch2/catch.hpp>

#include "base/among.h"
#include "ingest/values/answers.h"

using namespace casewright;

TEST_CASE("headings are understood whatever their case, marks, number and small errors") {
  const LabelGuide& guide = LabelGuide::of("chronology");
  const auto field = [&](std::string_view heading) { return guide.understand(heading).field; };
  CHECK(field("Date") == Field::date);
  CHECK(field("DATE / TIME:") == Field::date);
  CHECK(field("Date or Period\nof Event") == Field::date);
  CHECK(field("Significant Events") == Field::event);
  CHECK(field("Details of incident:") == Field::event);
  CHECK(field("Signifcant Event") == Field::event);
  CHECK(field("Information/Details of concerns or contact") == Field::event);
  CHECK(field("Child Seen? (Y/N)") == Field::child_seen);
  CHECK(field("Child seen (Y/N) and child\xE2\x80\x99s voice") == Field::child_seen_and_voice);
  CHECK(field("Child's views") == Field::voice);
  CHECK(field("Impact (Either Positive or Negative)") == Field::comment);
  CHECK(field("Action Taken to Mitigate Adverse Impact on Child") == Field::outcome);
  CHECK(field("Print Name and Signature") == Field::recorded_by);
  CHECK(field("Souce of Information") == Field::source);
  CHECK(field("Date of birth") == Field::kept);
  CHECK(field("Threshold applied") == Field::none);
  CHECK(field("Data") == Field::none);
  CHECK(guide.near("Soruce evidence").front() == "source of evidence");
}

TEST_CASE("every known name is found again and stands once") {
  for (const std::string_view set : {"chronology", "action-plan", "recommendations", "front-sheet", "agency-review"}) {
    const LabelGuide& guide = LabelGuide::of(set);
    for (const Label& each : guide.labels()) {
      if (set == "recommendations" && among({"finding"}, each.words)) continue;  // means another thing than in an action plan
      const LabelGuide::Meaning meaning = guide.understand(each.words);
      CHECK((each.words + " leads to " + std::string(word_of(meaning.field))) == each.words + " leads to " + std::string(word_of(each.field)));
      CHECK(meaning.exact);
    }
  }
}

TEST_CASE("front sheets are understood by words in any order") {
  const auto field = [](std::string_view label) { return LabelGuide::of("front-sheet").understand(label).field; };
  CHECK(field("Name of report author") == Field::author);
  CHECK(field("Author's role") == Field::post);
  CHECK(field("Date review completed by author") == Field::none);
  CHECK(field("Signed off on") == Field::date);
  CHECK(field("Authorised by") == Field::signer);
  CHECK(field("Significant people") == Field::none);
  CHECK(field("Review period") == Field::period);
  CHECK(field("Date commissioned") == Field::requested);
  CHECK(field("Commissioned by") == Field::none);
}

TEST_CASE("yes-or-no cells are read and their remarks kept") {
  const auto answer = [](std::string_view cell) { return read_answer(cell).answer; };
  CHECK(answer("Y") == Answer::yes);
  CHECK(answer("Yes - alone") == Answer::alone);
  CHECK(answer("Yes \xE2\x80\x93 seen alone") == Answer::alone);
  CHECK(answer("Yes, not alone") == Answer::yes);
  CHECK(answer("seen at home") == Answer::yes);
  CHECK(read_answer("seen at home").words == "at home");
  CHECK(answer("N/A") == Answer::not_recorded);
  CHECK(answer("No (asleep)") == Answer::no);
  CHECK(read_answer("No (asleep)").remark);
  CHECK(answer("Not seen") == Answer::no);
  CHECK(answer("Nobody knows") == Answer::not_recorded);
  CHECK(read_answer("Nobody knows").remark);
  CHECK_FALSE(read_answer("No.").remark);
  CHECK_FALSE(read_answer("").remark);
}
