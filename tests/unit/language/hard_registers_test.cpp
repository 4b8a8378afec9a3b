// Registers and texts that go wrong in practice. Invented throughout.
#include <catch2/catch.hpp>
#include <string>

#include "language/identity_search.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Identity person(const std::string& id, const std::string& public_name, const std::vector<std::pair<NameKind, std::string>>& names) {
  Identity made;
  made.id = id;
  made.public_name = public_name;
  for (const auto& [kind, text] : names) made.names.push_back({kind, text, {}});
  return made;
}

std::vector<IdentityHit> hits(const Register& people, std::string_view text) {
  return IdentitySearch(people).find(prose_of_text(text));
}

}  // namespace

TEST_CASE("an empty register finds nothing") {
  CHECK(hits({}, "Delphine Ashworth met the child. O'Shea, 999 012 3457, x@post.example").empty());
}

TEST_CASE("an entry without a name, or with blanks for one, is no harm") {
  Register people;
  people.entries.push_back(person("A", "Child A", {}));
  people.entries.push_back(person("B", "Child B", {{NameKind::full, "   "}, {NameKind::given, ""}, {NameKind::alias, "-"}, {NameKind::initials, "."}}));
  CHECK(hits(people, "The child was seen - twice. A report was made.").empty());
}

TEST_CASE("the same alias for two people is surely a name, and a person must say whose") {
  Register people;
  people.entries.push_back(person("A", "Child A", {{NameKind::alias, "Tigger"}}));
  people.entries.push_back(person("B", "Father", {{NameKind::alias, "Tigger"}}));
  const auto found = hits(people, "The nurse saw Tigger at home.");
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].certain);
  CHECK(found[0].shared);
  CHECK(found[0].may_be == std::vector<std::uint32_t>{0, 1});
  CHECK(found[0].how.find("shared") != std::string::npos);
}

TEST_CASE("a telephone that two people share is that of both") {
  Register people;
  people.entries.push_back(person("A", "Mother", {{NameKind::phone, "01632 960 123"}}));
  people.entries.push_back(person("B", "Father", {{NameKind::phone, "01632 960 123"}}));
  const auto found = hits(people, "The message was left on 01632 960123.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].certain);
  CHECK(found[0].may_be == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("one-letter and common-word names do not make every word a hit") {
  Register people;
  people.entries.push_back(person("A", "Child A", {{NameKind::given, "A"}, {NameKind::family, "Will"}}));
  people.entries.push_back(person("B", "Child B", {{NameKind::given, "The"}, {NameKind::family, "I"}}));
  const auto found = hits(people, "A report will say that the mother and I met. It will be read. A school was told.");
  for (const IdentityHit& each : found) CHECK_FALSE(each.certain);
  CHECK(found.size() <= 3);
  CHECK(hits(people, "a will was made by the mother").empty());
}

TEST_CASE("five thousand entries are searched, and each is found by its own name") {
  Register people;
  static constexpr const char* heads[] = {"Bar", "Cor", "Dal", "Fen", "Gar", "Hol", "Kes", "Lam", "Mor", "Nar"};
  static constexpr const char* middles[] = {"an", "el", "ib", "om", "us", "ed", "ir", "ov", "ag", "yt"};
  static constexpr const char* tails[] = {"wick", "thorpe", "sen", "dale", "more"};
  for (int at = 0; at < 5000; ++at) {
    const std::string family = std::string(heads[at % 10]) + middles[at / 10 % 10] + middles[at / 100 % 10] + tails[at / 1000];
    people.entries.push_back(person("P" + std::to_string(at), "Person " + std::to_string(at), {{NameKind::given, "Sam"}, {NameKind::family, family}}));
  }
  const IdentitySearch search(people);
  const auto found = search.find(prose_of_text("The nurse met Baranandale there. Then Naryt-ytmore left, and Coranelsen too."));
  REQUIRE(!found.empty());
  CHECK(people.entries[found[0].identity].id == "P3000");
}

TEST_CASE("names are found in Welsh and Polish passages") {
  Register people;
  people.entries.push_back(person("A", "Child A", {{NameKind::given, "Siân"}, {NameKind::family, "Llewelyn"}}));
  people.entries.push_back(person("B", "Mother", {{NameKind::given, "Małgorzata"}, {NameKind::family, "Wójcik"}}));
  const std::string welsh = "Roedd Siân Llewelyn yn byw gyda'i nain. Dywedodd Sian wrth yr athrawes.";
  const std::string polish = "Pani Małgorzata Wójcik przyszła do szkoły. Rozmawiano z Malgorzata.";
  CHECK(hits(people, welsh).size() == 2);
  CHECK(hits(people, polish).size() == 2);
}

TEST_CASE("bytes of another encoding neither hide a name beside them nor stop the search") {
  Register people;
  people.entries.push_back(person("A", "Child A", {{NameKind::given, "Delphine"}, {NameKind::family, "Ashworth"}}));
  CHECK(hits(people, "caf\xE9 \x93quoted\x94 Delphine Ashworth \xFF\xFE was seen").size() == 1);
  CHECK(hits(people, std::string("Delphine\0Ashworth and Delphine", 30)).size() >= 1);
}
