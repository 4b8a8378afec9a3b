#include "inspect/unknown_names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/disk.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// The words of `text` that are taken for names of persons, places or bodies; of those that readers may know where `left` says so.
std::vector<std::string> named_in(const std::string& text, LeftAlone left = LeftAlone::no) {
  const auto bytes = Disk().hold_file(join(Path(PROJECT_FOLDER), "corpus/models/names.bin"), 8u << 20);
  REQUIRE(bytes.ok());
  const auto model = NameModel::from_bytes(*bytes);
  REQUIRE(model);
  const Prose prose = prose_of_text(text);
  std::vector<std::string> names;
  for (const UnknownName& each : unknown_names(*model, prose, 0.5f))
    if (each.left == left && (each.label == NameLabel::person || each.label == NameLabel::place || each.label == NameLabel::organisation))
      names.emplace_back(prose.view(each.span));
  return names;
}

}  // namespace

TEST_CASE("in a passage of another language only the words with capitals are names") {
  const std::vector<std::string> welsh = named_in("Roedd y plentyn yn byw gyda'i fam, Angharad Prydderch, ym mhentref Llanfihangel.");
  CHECK(welsh == std::vector<std::string>{"Angharad Prydderch", "Llanfihangel"});
  const std::vector<std::string> polish = named_in("Dziecko mieszkało z matką, Katarzyną Wiśniewską, we wsi pod Krakowem.");
  CHECK(polish == std::vector<std::string>{"Katarzyną Wiśniewską", "Krakowem"});
  CHECK(named_in("Dywedodd y fam ei bod wedi blino, ac aeth y gweithiwr cymdeithasol adref.") == std::vector<std::string>{});
}

TEST_CASE("a name ends where its sentence does, and with a word that can be one") {
  const std::vector<std::string> names = named_in("The nurse said that Katarzyna Wiśniewska spoke. Zoë Müller left with Delphine Ashworth. Gareth Pemberton stayed.");
  CHECK(names == std::vector<std::string>{"Katarzyna Wiśniewska", "Zoë Müller", "Delphine Ashworth", "Gareth Pemberton"});
}

TEST_CASE("a title belongs to the name behind it") {
  CHECK(named_in("The nurse spoke to Mr Parminder Gill, and later to Prof. Henrik Oduya.") == std::vector<std::string>{"Mr Parminder Gill", "Prof. Henrik Oduya"});
}

TEST_CASE("a reviewer is public by the title that belongs to the office, and a relative of the same family name is not") {
  const std::string text =
      "The review was led by Dr Grace Okonedo, an independent reviewer. Mr Okonedo, her father, slept in the car. "
      "Her aunt, Blessing Okonedo, asked to be heard. Dr Okonedo met the aunt twice.";
  CHECK(named_in(text, LeftAlone::public_office) == std::vector<std::string>{"Dr Grace Okonedo", "Dr Okonedo"});
  CHECK(named_in(text) == std::vector<std::string>{"Mr Okonedo", "Blessing Okonedo"});
}

TEST_CASE("where a relative bears a chair's family name, only what a chair does tells the chair") {
  const std::string text =
      "The panel's chair was Malcolm Thrale. The child's stepfather, Grant Thrale, was in custody. Mr Thrale rang the school. Mr Thrale chaired four meetings.";
  CHECK(named_in(text, LeftAlone::public_office) == std::vector<std::string>{"Malcolm Thrale", "Mr Thrale"});
  CHECK(named_in(text) == std::vector<std::string>{"Grant Thrale", "Mr Thrale"});
  CHECK(named_in("The lead reviewer was Miriam Askew. Ms Askew thanks the family.") == std::vector<std::string>{});
}

TEST_CASE("a word alone hears of the whole name, and one of a couple of the other") {
  CHECK(named_in("The police knew Lee Stanmore from before. Lee turned up at the shop.") == std::vector<std::string>{"Lee Stanmore", "Lee"});
  CHECK(named_in("Will and Grace are both on the list for audiology.") == std::vector<std::string>{"Will", "Grace"});
  CHECK(named_in("The police knew of April and June, when most referrals came.") == std::vector<std::string>{});
}
