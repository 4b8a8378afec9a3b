#include "inspect/unknown_names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/disk.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// The words of `text` that are taken for names of persons, places or bodies.
std::vector<std::string> named_in(const std::string& text) {
  const auto bytes = Disk().hold_file(join(Path(PROJECT_FOLDER), "corpus/models/names.bin"), 8u << 20);
  REQUIRE(bytes.ok());
  const auto model = NameModel::from_bytes(*bytes);
  REQUIRE(model);
  const Prose prose = prose_of_text(text);
  std::vector<std::string> names;
  for (const UnknownName& each : unknown_names(*model, prose, 0.5f))
    if (each.label == NameLabel::person || each.label == NameLabel::place || each.label == NameLabel::organisation)
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
