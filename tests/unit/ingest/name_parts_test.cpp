#include "ingest/values/name_parts.h"

#include <catch2/catch.hpp>

#include "ingest/papers/agency_of_file.h"

using namespace casewright;

TEST_CASE("whole names are split into their parts, titles left out") {
  const auto parts = [](const char* whole) {
    const NameParts split = split_name(whole);
    std::string shown = split.given + "|";
    for (const std::string& middle : split.middle) shown += middle + "|";
    return shown + split.family;
  };
  CHECK(parts("Ifeoma Adébáyò-Clarke") == "Ifeoma|Adébáyò-Clarke");
  CHECK(parts("Dr. Anneke van der Meer") == "Anneke|van der Meer");
  CHECK(parts("O'Dunne, Ewan Finn") == "Ewan|Finn|O'Dunne");
  CHECK(parts("PC 4410") == "|4410");
  CHECK(parts("Mrs Pellow") == "|Pellow");
  CHECK(parts("Mohammed Abdul Kadir") == "Mohammed|Abdul|Kadir");
  CHECK(parts("Det Sgt Mair ap Rhys MBE") == "Mair|ap Rhys");
  CHECK(parts("Ifeoma") == "|");
  CHECK(without_title("Sister Bernadette") == "Bernadette");
  CHECK(parts("") == "|");
}

TEST_CASE("the name of a file tells whose chronology it is") {
  const std::vector<Agency> agencies{{"A1", "Harrowdale County Council Children's Services", "Children's Social Care", "Social care", ""},
                                     {"A2", "Harrowdale Constabulary", "the police", "Police", ""},
                                     {"A12", "Harrowdale Community Health NHS Trust", "the community health trust", "Community health", ""},
                                     {"A4", "Wharnley Hospitals NHS Foundation Trust", "the hospital trust", "Hospital", ""}};
  const auto owners = [&](const char* file) {
    std::string ids;
    for (const Agency* each : agencies_of_file(file, agencies)) ids += each->id + " ";
    return ids;
  };
  CHECK(owners("case/chronology/A2-anything.csv") == "A2 ");
  CHECK(owners("A12.csv") == "A12 ");
  CHECK(owners("Police chronology FINAL v2.xlsx") == "A2 ");
  CHECK(owners("childrens-social-care.ods") == "A1 ");
  CHECK(owners("Community_Health.docx") == "A12 ");
  CHECK(owners("constabulary.csv") == "A2 ");
  CHECK(owners("trust.csv") == "A12 A4 ");
  CHECK(owners("2014.csv") == "");
  CHECK(owners("ambulance.csv") == "");
}
