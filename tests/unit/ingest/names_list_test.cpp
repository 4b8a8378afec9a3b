#include <catch2/catch.hpp>

#include "base/text.h"
#include "ingest/case/names_list.h"
#include "memory_world.h"

using namespace casewright;

namespace {

/// The entries of a list, each by its names and numbers: "Tobiasz Nowak|Tobi".
std::vector<std::string> entries(const std::string& name, const std::string& bytes) {
  MemoryWorld world;
  world.files[name] = bytes;
  const auto people = read_names_list(world, name, "templates/schemas");
  std::vector<std::string> all;
  if (!people) return all;
  for (const Identity& each : people->entries) {
    std::string words;
    for (const NameEntry& entry : each.names)
      if (entry.kind == NameKind::full || entry.kind == NameKind::alias || entry.kind == NameKind::nickname || entry.kind == NameKind::number || entry.kind == NameKind::phone || entry.kind == NameKind::address || entry.kind == NameKind::postcode)
        words += (words.empty() ? "" : "|") + entry.text;
    all.push_back(words);
  }
  return all;
}

/// The first name of each entry of a list.
std::vector<std::string> names_of(const std::string& lines) {
  MemoryWorld world;
  world.files["names.txt"] = lines;
  const auto people = read_names_list(world, "names.txt", "templates/schemas");
  std::vector<std::string> all;
  if (people)
    for (const Identity& each : people->entries) all.push_back(each.names.empty() ? "" : each.names.front().text);
  return all;
}

}  // namespace

TEST_CASE("a list of names is a name on each line, whatever else is told of somebody") {
  const auto found = entries("names.txt", "Family:\n1. Tobiasz Nowak - the child\n\xE2\x80\xA2 Katarzyna Nowak, mother\nNowak, Piotr\nProfessionals\nHepzibah Quarles: health visitor\n");
  CHECK(found == std::vector<std::string>{"Tobiasz Nowak", "Katarzyna Nowak", "Piotr Nowak", "Hepzibah Quarles"});
}

TEST_CASE("addresses and numbers of a list are looked for, too") {
  const auto found = entries("names.txt", "14 Pellmarsh Close, ZZ99 3AB\n999 012 3457\n07700 900217\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].find("ZZ99 3AB") != std::string::npos);
  CHECK(found[1].find("999 012 3457") != std::string::npos);
  CHECK(found[2] == "07700 900217");
}

TEST_CASE("places of a list have names of their own, and what somebody is stands before a name") {
  CHECK(names_of("Larchmere Primary School\nPrimary School\nKestrel Children's Home\nPlaces and schools\n") == std::vector<std::string>{"Larchmere Primary School", "Kestrel Children's Home"});
  CHECK(names_of("Maternal grandmother Edna Moss\nMother\nSocial worker 1\nDr Ahmed, GP\n") == std::vector<std::string>{"Edna Moss", "Ahmed"});
}

TEST_CASE("figures behind a name belong to it") {
  CHECK(names_of("Ewan Larch (dob 3/4/2011)\nPC 4471 Dale\n") == std::vector<std::string>{"Ewan Larch", "Dale"});
  CHECK(entries("names.txt", "Ewan Larch, 07700 900217\nNHS Number 999 012 3457\n") == std::vector<std::string>{"Ewan Larch|07700 900217", "999 012 3457"});
}

TEST_CASE("a list may be a table, with headings or without") {
  CHECK(entries("names.csv", "Name,Role\nTobiasz Nowak,child\nHepzibah Quarles,health visitor\n") == std::vector<std::string>{"Tobiasz Nowak", "Hepzibah Quarles"});
  CHECK(entries("names.csv", "Tobiasz Nowak\nHepzibah Quarles\n") == std::vector<std::string>{"Tobiasz Nowak", "Hepzibah Quarles"});
}

TEST_CASE("a list in another encoding, and what is none") {
  CHECK(entries("names.txt", std::string("\xFF\xFE" "T\0o\0b\0i\0 \0M\0o\0s\0s\0", 20)) == std::vector<std::string>{"Tobi Moss"});
  CHECK(entries("names.txt", "Ren\xE9" "e Nowak\r\n") == std::vector<std::string>{"Ren\xC3\xA9" "e Nowak"});
  CHECK(entries("names.txt", "").empty());
  CHECK(entries("names.txt", "Family:\nProfessionals\n").empty());
  CHECK(entries("names.txt", std::string(500, 'x') + "\n").empty());
  MemoryWorld world;
  const auto missing = read_names_list(world, "nowhere.txt", "templates/schemas");
  REQUIRE_FALSE(missing);
  CHECK_FALSE(missing.faults().empty());
}
