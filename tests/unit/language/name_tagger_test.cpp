#include "language/name_tagger.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "inspect/corpus.h"
#include "language/name_evidence.h"
#include "language/prose_reader.h"
#include "language/word_filter.h"

using namespace casewright;

namespace {

NameModel project_model() {
  const auto bytes = Disk().hold_file(join(Path(PROJECT_FOLDER), "corpus/models/names.bin"), 8u << 20);
  REQUIRE(bytes.ok());
  auto model = NameModel::from_bytes(*bytes);
  REQUIRE(model);
  return std::move(*model);
}

}  // namespace

TEST_CASE("the chances of a token add up to one") {
  const NameModel model = project_model();
  const Prose prose = prose_of_text("On 4 June 2004 Delphine Ashworth met Child K at Snailbeach Primary School. Mother agreed.");
  const auto chances = tag_names(model, prose);
  REQUIRE(chances.size() == prose.tokens.size());
  for (std::size_t at = 0; at < chances.size(); ++at) {
    float sum = 0;
    for (const float chance : chances[at]) sum += chance;
    CHECK(sum == Approx(1).margin(0.01));
  }
}

TEST_CASE("a model comes back from its bytes as it was") {
  const NameModel model = project_model();
  const std::string bytes = model.to_bytes();
  const auto again = NameModel::from_bytes(StillBytes::of(bytes));
  REQUIRE(again);
  CHECK(again->to_bytes() == bytes);
}

TEST_CASE("what a model holds is never denied, and little else is taken for it") {
  std::vector<NameModel::Row> rows;
  std::uint64_t state = 7;
  const auto next = [&state] { return state = state * 6364136223846793005ull + 1442695040888963407ull; };
  for (int row = 0; row < 5000; ++row) rows.push_back({next(), {0.5f, -0.5f}});
  rows.push_back({12, {1, 0}});  // its upper half is nought
  const NameModel model(rows, {}, WordFilter(), {});
  for (const NameModel::Row& each : rows) {
    LabelScores scores{};
    model.add(each.feature, scores);
    CHECK((model.may_hold(each.feature) && scores[0] > 0));
  }
  int taken = 0;
  for (int other = 0; other < 5000; ++other) taken += model.may_hold(next());
  CHECK(taken < 1000);
}

TEST_CASE("what is no model is refused") {
  const std::string bytes = project_model().to_bytes();
  CHECK_FALSE(NameModel::from_bytes({}));
  CHECK_FALSE(NameModel::from_bytes(StillBytes::of("casewright names")));
  for (const std::size_t length : {std::size_t{20}, std::size_t{24}, std::size_t{700}, bytes.size() - 1})
    CHECK_FALSE(NameModel::from_bytes(StillBytes::of(bytes.substr(0, length))));
  std::string more = bytes + "x";
  CHECK_FALSE(NameModel::from_bytes(StillBytes::of(more)));
}

TEST_CASE("an empty text and odd bytes are tagged without harm") {
  const NameModel model = project_model();
  CHECK(tag_names(model, prose_of_text("")).size() == 0);
  for (const std::string_view odd : {"\xC3\xA9\xE2\x80\x99s", "....", "A", "12/34/56-78", "Aleksandra Ż\xC3\xB3\xC5\x82\xC4\x87 mieszka w Krakowie"})
    CHECK(tag_names(model, prose_of_text(odd)).size() == prose_of_text(odd).tokens.size());
}

TEST_CASE("every place of a name hears what the rest of the document shows") {
  const Prose prose = prose_of_text("They went to Larchmere Hall. Nobody knew Larchmere Hall. The Hall was sold.");
  constexpr auto place = static_cast<std::size_t>(NameLabel::place);
  constexpr auto known = static_cast<std::size_t>(NameLabel::public_organisation);
  NameChances chances(prose.tokens.size());
  const auto at = [&](std::string_view word, std::size_t which) {
    for (std::size_t each = 0; each < prose.tokens.size(); ++each)
      if (prose.view(prose.tokens[each].span()) == word && which-- == 0) return each;
    FAIL(word);
    return std::size_t{0};
  };
  for (const char* word : {"Larchmere", "Hall"}) chances.change(at(word, 0)) = [&] {
    LabelChances sure{};
    sure[0] = 0.2f, sure[place] = 0.8f;
    return sure;
  }();
  SECTION("the same words are raised, others are not") {
    share_evidence(prose, WordFilter(), chances);
    CHECK(chances[at("Larchmere", 1)][place] == Approx(0.4));
    CHECK(chances[at("Larchmere", 1)][0] == Approx(0.6));
    CHECK(chances[at("Larchmere", 0)][place] == Approx(0.8));
    CHECK(chances[at("Hall", 2)][place] == 0);
  }
  SECTION("a public name stays as it is") {
    chances.change(at("Larchmere", 1)) = {};
    chances.change(at("Larchmere", 1))[known] = 1;
    share_evidence(prose, WordFilter(), chances);
    CHECK(chances[at("Larchmere", 1)][known] == 1);
  }
}

TEST_CASE("a filter of words knows what was added, and regular forms of it") {
  WordFilter filter(100);
  for (const std::string_view each : {"visit", "carry", "stop", "make"}) filter.add(each);
  for (const std::string_view each : {"visit", "visits", "visited", "carried", "carries", "stopped", "making"})
    CHECK(filter.knows_form_of(each));
  CHECK_FALSE(filter.knows_form_of("ashworth"));
  CHECK_FALSE(WordFilter().knows("visit"));
}
