#include "inspect/sections/section_recogniser.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"
#include "inspect/sections/heading_features.h"
#include "inspect/sections/heading_weights.h"

using namespace casewright;

namespace {

const Corpus& corpus() {
  static const Corpus all = std::move(read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"))).value();
  return all;
}

bool stands_for(const Recognised& found, std::string_view section) { return (found.sections & section_of(section).value_or(0)) != 0; }

std::vector<Recognised> of_report(std::vector<HeadingIn> headings) { return recognise_headings(headings, corpus()); }

}  // namespace

TEST_CASE("a heading that no wording has is told by what its words weigh", "[sections]") {
  for (const auto& [heading, section] : {std::pair{"4. Participation of wider kin and former partners", "family_involvement"},
                                         std::pair{"Commentary and evaluation of professional activity", "analysis"},
                                         std::pair{"How the reviewers organised their work", "methodology"}}) {
    const Recognised found = recognise_heading(heading, corpus());
    INFO(heading);
    CHECK(stands_for(found, section));
    CHECK(found.confidence >= 0.5);
    CHECK_FALSE(found.rests_on.empty());
  }
}

TEST_CASE("themes of practice stand for no section", "[sections]") {
  for (const char* heading : {"5.2 Information sharing between midwives and social workers", "Thresholds and step-down", "The role of housing officers", "Police"})
    CHECK(recognise_heading(heading, corpus()).sections == 0);
}

TEST_CASE("only a heading that speaks of two things stands for two sections by weight", "[sections]") {
  const Recognised two = recognise_heading("Analysis of practice and lessons learned", corpus());
  CHECK(stands_for(two, "analysis"));
  CHECK(stands_for(two, "learning"));
  CHECK(names_of(recognise_heading("Methodology", corpus()).sections).size() == 1);
}

TEST_CASE("a number in words before a heading does not hide it", "[sections]") {
  for (const char* heading : {"Section Eight – Recommendations", "Part Twelve: Recommendations", "Section B: Recommendations"}) {
    CAPTURE(heading);
    CHECK(stands_for(recognise_heading(heading, corpus()), "recommendations"));
  }
}

TEST_CASE("headings of a report are judged in their order, one for each", "[sections]") {
  const auto found = of_report({{"1. Introduction", 1}, {"2. Terms of reference", 1}, {"3. Narrative", 1}, {"3.1 Early years", 2}, {"", 2}, {"4. Recommendations", 1}});
  REQUIRE(found.size() == 6);
  CHECK(stands_for(found[1], "terms_of_reference"));
  CHECK(stands_for(found[2], "narrative"));
  CHECK(found[4].sections == 0);
  CHECK(stands_for(found[5], "recommendations"));
  CHECK(of_report({}).empty());
}

TEST_CASE("an account of events goes on under headings that say nothing, and ends where another section begins", "[sections]") {
  const auto found = of_report({{"4. What happened", 1}, {"4.1 The house in the next county", 2}, {"4.2 Five weeks with an aunt", 2}, {"5. Analysis", 1}, {"5.1 Bail conditions", 2}});
  REQUIRE(found.size() == 5);
  CHECK(stands_for(found[1], "narrative"));
  CHECK(stands_for(found[2], "narrative"));
  CHECK(stands_for(found[3], "analysis"));
  CHECK_FALSE(stands_for(found[4], "narrative"));
}

TEST_CASE("the first words under a heading tell what it does not", "[sections]") {
  const char* told = "The panel should make sure within six months that each agency audits its records, and should report to the Board.";
  const auto found = of_report({{"Introduction", 1}, {"Lanterns", 1, told}, {"Lanterns", 1}, {"Glossary", 1}});
  REQUIRE(found.size() == 4);
  CHECK(stands_for(found[1], "recommendations"));
  CHECK(found[1].rests_on == "the first words under the heading");
  CHECK(found[2].sections == 0);
}

TEST_CASE("what stands first under a heading does not overrule it", "[sections]") {
  const auto found = of_report({{"Methodology", 1, "On 3 March 2018 the police attended the home. Two days later a social worker visited."}, {"Police", 1}});
  REQUIRE(found.size() == 2);
  CHECK(stands_for(found[0], "methodology"));
  CHECK_FALSE(stands_for(found[0], "narrative"));
}

TEST_CASE("whom recommendations are for is no section of its own", "[sections]") {
  const Recognised found = recognise_heading("Recommendations for the partnership and agencies", corpus());
  CHECK(stands_for(found, "recommendations"));
  CHECK_FALSE(stands_for(found, "contributors"));
  CHECK(stands_for(recognise_heading("Panel and contributors", corpus()), "contributors"));
}

TEST_CASE("without weights the wordings and signs alone judge", "[sections]") {
  const Recognised found = recognise_heading("Methodology", Corpus());
  CHECK(found.sections == 0);
  CHECK(recognise_headings({{"Methodology", 1}}, Corpus()).size() == 1);
}

TEST_CASE("weights are read from text, and what is none is refused", "[sections]") {
  const auto weights = HeadingWeights::from_text("# a comment\nany analysis -2\nw=account narrative 3.5 analysis -1.25\n");
  REQUIRE(weights);
  const SectionChances chances = HeadingScales(*weights).chances({"w=account", "any", "w=unheard-of"});
  CHECK(chances[13] > 0.95F);  // narrative
  CHECK(chances[15] < 0.05F);  // analysis
  CHECK_FALSE(HeadingWeights::from_text(""));
  CHECK_FALSE(HeadingWeights::from_text("# a comment alone\n"));
  CHECK_FALSE(HeadingWeights::from_text("w=b narrative 1\nw=a narrative 1\n"));  // out of order
  const auto odd = HeadingWeights::from_text("w=a nonsense 1 other 1 narrative much\nw=b narrative");
  REQUIRE(odd);
  for (const float chance : HeadingScales(*odd).chances({"w=a", "w=b"})) CHECK(chance == 0.5F);
}

TEST_CASE("every weight of the corpus is a number for a section, and its lines are in order", "[sections]") {
  const auto text = Disk().read_file(join(PROJECT_FOLDER, "corpus/models/headings.txt"), 8u << 20);
  REQUIRE(text.ok());
  std::string_view before;
  for (const std::string_view line : split(*text, '\n')) {
    if (line.empty() || line.starts_with("# ")) continue;
    const auto fields = split(line, ' ');
    if (fields.front() <= before) FAIL_CHECK(line);
    before = fields.front();
    if (fields.size() % 2 == 0) FAIL_CHECK(line);
    for (std::size_t at = 1; at + 1 < fields.size(); at += 2)
      if (!section_of(fields[at]) || fields[at + 1].find_first_not_of("-.0123456789") != std::string_view::npos) FAIL_CHECK(line);
  }
}

TEST_CASE("the place of a heading has features of its own", "[sections]") {
  const SectionSet narrative = section_of("narrative").value_or(0), analysis = section_of("analysis").value_or(0);
  const std::vector<std::uint8_t> levels{1, 2, 2, 1};
  const std::vector<SectionSet> sections{analysis, 0, 0, narrative};
  CHECK(place_features(place_among(levels, sections, 2), {"w=supervis"}) ==
        std::vector<std::string>{"at=6", "level=2", "before=none", "after=narrative", "peer=none", "above=analysis", "above=analysis&plain"});
  CHECK(place_features(place_among(levels, sections, 1), {"asks"}) ==
        std::vector<std::string>{"at=3", "level=2", "before=analysis", "after=none", "above=analysis", "above=analysis&asks"});
  CHECK(place_features(place_among(levels, sections, 0), {}) == std::vector<std::string>{"at=0", "level=1", "before=none", "first=none"});
}

TEST_CASE("a heading's names are told from its other words", "[sections]") {
  const SectionWordings& known = corpus().sections;
  CHECK(known.names_in("What mattered to Dwynwen") == std::vector<std::string>{"dwynwen"});
  CHECK(known.names_in("Oisin's story").front() == "oisin");
  CHECK(known.names_in("4.1 Olivia") == std::vector<std::string>{"olivia"});
  CHECK(known.names_in("Review Panel and Board Members").empty());
  CHECK(known.names_in("The role of the Welsh Government").empty());
  CHECK(known.names_in("ANALYSIS OF PRACTICE").empty());
  CHECK(known.names_in("' \" (").empty());
}

TEST_CASE("what stands under an account goes on with it, and an agency under recommendations is no second list of contributors", "[sections]") {
  const auto found = recognise_headings({{"6 Chronology of events", 1, {}}, {"6.1 2007", 2, {}}, {"6.2 Registration ends", 2, {}}, {"7 Recommendations", 1, {}}, {"7.1 Health Board", 2, {}}, {"7.2 Police", 2, {}}}, corpus());
  for (const std::size_t at : {1u, 2u}) CHECK(names_of(found[at].sections) == std::vector<std::string>{"narrative"});
  for (const std::size_t at : {4u, 5u}) CHECK((found[at].sections & ~section_of("recommendations").value_or(0)) == 0);
}
