// Which rules a report is under, and why.
#include "inspect/regimes.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"
#include "inspect/corpus.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

const RegimeBook& book() {
  static const Result<Corpus> corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  return corpus->regimes;
}

RegimeFound found(const std::string& text, Date cover = {}) {
  Document document;
  document.date = cover;
  return recognise_regime(document, prose_of_text(text), ascii_lower(text), book());
}

}  // namespace

TEST_CASE("the facts that the law asks for are those that a case file can answer") {
  const Result<Corpus> corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  const Result<std::string> schema = Disk().read_file(join(PROJECT_FOLDER, "templates/schemas/case.rng"), 1 << 20);
  REQUIRE(corpus);
  REQUIRE(schema);
  const std::size_t from = schema->find("<element name=\"fact\">"), end = schema->find("</choice>", from);
  REQUIRE(end != std::string::npos);
  const std::string kinds = schema->substr(from, end - from);
  for (const DutyBook::Fact& each : corpus->duties.facts) {
    INFO(each.kind);
    CHECK(kinds.find("<value>" + each.kind + "</value>") != std::string::npos);
  }
  std::size_t values = 0;
  for (std::size_t at = kinds.find("<value>"); at != std::string::npos; at = kinds.find("<value>", at + 1)) ++values;
  CHECK(values == corpus->duties.facts.size());
}

TEST_CASE("a report is under the guidance it cites most, and the reason says so") {
  const RegimeFound cited = found("Working Together to Safeguard Children (2013) says this. Working Together 2013 says that. Working Together 2010 is older.");
  CHECK(cited.code == "ENG-WT2013");
  CHECK(cited.reason == "Working Together 2013 is cited twice");
  CHECK(found("Working Together (2010), and the letter of 10 June 2010.").code == "ENG-WT2010L");
}

TEST_CASE("without a citation the review's name and the day it began decide") {
  CHECK(found("The Board decided to hold a serious case review in March 2014.").code == "ENG-WT2013");
  CHECK(found("This serious case review is about a child.", {2016, 5, 0}).code == "ENG-WT2015");
  CHECK(found("This serious case review is about a child.").code.empty());
  CHECK(found("A local child safeguarding practice review was held.").code == "ENG-WT2018");
  CHECK(found("A local child safeguarding practice review was held.", {2025, 2, 0}).code == "ENG-WT2023");
  CHECK(found("The Child Protection Committee held a learning review.").code == "SCO-LR");
  CHECK(found("This learning review was held by the partnership.").code.empty());
  CHECK(found("A case management review was held. The case management review found much.").code == "NI-CMR");
  CHECK(found("Single unified safeguarding review. The single unified safeguarding review says. A single unified safeguarding review. Working Together 2018.").code == "WAL-SUSR");
}

TEST_CASE("the years of change let both editions stand") {
  const Regime &old = *book().find("ENG-WT2015"), &young = *book().find("ENG-WT2018");
  CHECK(both_in_grace(old, young, {2019, 3, 0}));
  CHECK(both_in_grace(young, old, {2020, 9, 1}));
  CHECK_FALSE(both_in_grace(old, young, {2017, 3, 0}));
  CHECK_FALSE(both_in_grace(*book().find("ENG-WT2013"), old, {2015, 4, 0}));
}
