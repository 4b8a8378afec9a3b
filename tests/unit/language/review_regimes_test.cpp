// What corpus/regimes.xml lists is whole, and the words that name regimes name those that are meant.
#include "language/review_regimes.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("each regime is listed once and whole") {
  const ReviewRegimes& all = review_regimes();
  std::set<std::string> codes;
  REQUIRE_FALSE(all.regimes.empty());
  for (const Regime& each : all.regimes) {
    INFO(each.code);
    CHECK(codes.insert(each.code).second);
    CHECK_FALSE(each.line.empty());
    CHECK_FALSE(each.board.empty());
    CHECK_FALSE(each.body.empty());
    CHECK_FALSE(each.source.empty());
    CHECK(each.from.known());
    CHECK(each.names.size() + each.guidance.size() > 0);
    CHECK(counted_type(each.type, each.code) != nullptr);
    CHECK(std::any_of(all.nations.begin(), all.nations.end(), [&](const Nation& nation) { return nation.code == each.nation; }));
    CHECK((each.after.empty() || all.find(each.after) != nullptr));
  }
  for (const ReviewType& each : all.types) {
    INFO(each.code);
    CHECK_FALSE(each.name.empty());
    CHECK((each.counts_as.empty() || all.type(each.counts_as) != nullptr));
    CHECK((each.line.empty() || names_regimes(each.line)));
  }
}

TEST_CASE("words name regimes by code, line, what they are about, and from one on") {
  CHECK(is_among_regimes("SCO-LR", {}));
  CHECK(is_among_regimes("", {"unknown"}));
  CHECK_FALSE(is_among_regimes("", {"of-children"}));
  CHECK(is_among_regimes("ENG-WT2018", {"ENG-WT2018"}));
  CHECK_FALSE(is_among_regimes("ENG-WT2010L", {"ENG-WT2010"}));
  CHECK(codes_of_regimes({"ENG-WT2018+"}) == Words{"ENG-WT2018", "ENG-WT2023"});
  CHECK(codes_of_regimes({"ENG-WT2010L+", "unknown"}) == Words{"unknown", "ENG-WT2010L", "ENG-WT2013", "ENG-WT2015", "ENG-WT2018", "ENG-WT2023"});
  CHECK(codes_of_regimes({"WAL-CPR+"}) == Words{"WAL-CPR", "WAL-SUSR"});
  CHECK(codes_of_regimes({"of-adults"}) == Words{"ENG-SAR", "EW-DHR"});
  CHECK(codes_of_regimes({"not-working-together"}) == Words{"WAL-CPR", "WAL-SUSR", "SCO-SCR", "SCO-LR", "NI-CMR", "ENG-SAR", "EW-DHR"});
  CHECK(codes_of_regimes({"of-children"}).size() + 2 == review_regimes().regimes.size());
  CHECK(codes_of_regimes({}).empty());
}

TEST_CASE("a regime knows the types of review that it names, and those that no regime names") {
  const auto under = [](std::string_view type, std::string_view regime) { return is_held_under(type, *review_regimes().find(regime)); };
  CHECK(under("scr", "ENG-WT2006"));
  CHECK(under("executive-summary", "ENG-WT2010L"));
  CHECK_FALSE(under("executive-summary", "ENG-WT2015"));
  CHECK_FALSE(under("lcspr", "ENG-WT2015"));
  CHECK_FALSE(under("scr", "ENG-WT2018"));
  CHECK(under("multi-agency-learning", "SCO-LR"));
  for (const Regime& each : review_regimes().regimes)
    for (const std::string& type : each.also) CHECK(review_regimes().type(type, each.code) != nullptr);
}

TEST_CASE("a word that names no regime is known for one") {
  for (const char* word : {"SAR", "ENG-WT2014", "ENG-WT2014+", "not-worcing-together", "not-ENG-SAR", "adults", ""}) CHECK_FALSE(names_regimes(word));
  for (const char* word : {"unknown", "ENG-SAR", "care-act", "not-care-act", "of-children"}) CHECK(names_regimes(word));
}

TEST_CASE("a type of review is called as its nation calls it") {
  CHECK(review_type_name("scr") == "Serious case review");
  CHECK(review_type_name("scr", "SCO-SCR") == "Significant case review");
  CHECK(review_type_name("scr", "ENG-WT2013") == "Serious case review");
  CHECK(review_type_name("scrr").empty());
  CHECK(counted_type("executive-summary", "ENG-WT2006")->code == "scr");
  CHECK(is_for_learning_alone("multi-agency-learning"));
  CHECK_FALSE(is_for_learning_alone("lcspr"));
}
