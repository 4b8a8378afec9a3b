#include "inspect/rule_book.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "foreign/xml/xml.h"
#include "inspect/patterns/phrase_notation.h"

using namespace casewright;

namespace {

/// A folder of rules for one test, with the program's schema and the given files.
class RuleFolder {
 public:
  explicit RuleFolder(const std::string& name)
      : folder_((std::filesystem::temp_directory_path() / ("casewright-" + name)).string()) {
    std::filesystem::remove_all(folder_);
    add("rule.rng", *disk_.read_file(join(PROJECT_FOLDER, "rules/rule.rng"), 1 << 20));
  }
  ~RuleFolder() { std::filesystem::remove_all(folder_); }

  void add(const std::string& path, const std::string& text) {
    const Path file = join(folder_, path);
    (void)disk_.make_folders(parent_folder(file));
    REQUIRE(disk_.write_file(file, text).ok());
  }
  const Path& path() const { return folder_; }
  /// All faults that reading these folders gives, each on a line.
  std::string faults(const std::vector<Path>& folders) const {
    std::string all;
    const auto book = read_rules(disk_, folders);
    for (const Fault& fault : book.faults()) all += describe(fault) + "\n";
    return all;
  }

 private:
  Disk disk_;
  Path folder_;
};

std::string rule(const std::string& body, const std::string& attributes = "level=\"fix\"") {
  return "<rule " + attributes +
         ">\n<message>m</message>\n<why "
         "source=\"s\">w</why>\n<example><bad>b</bad><good>g</good></example>\n" +
         body + "\n</rule>\n";
}

const std::string good = rule("<phrase><find>failed to</find></phrase>");

}  // namespace

TEST_CASE("a dictionary that is not there is told, and the rules serve without it") {
  RuleFolder folder("rule-dictionary");
  folder.add("tone/good.xml", good);
  folder.add("plain-english/spelling.xml", rule("<spelling dictionary=\"xx_XX\"/>"));
  const auto book = read_rules(Disk(), {folder.path()});
  REQUIRE(book.ok());
  CHECK(book->rules.size() == 2);
  const Faults faults = missing_for(*book);
  REQUIRE(faults.size() == 1);
  CHECK(describe(faults.front()).find("spelling.xml:1") != std::string::npos);
  CHECK(describe(faults.front()).find("hint: ") != std::string::npos);
}

TEST_CASE("every rule and every profile of our own follows its schema") {
  const auto of_rules = xml::read_schema(Disk(), join(PROJECT_FOLDER, "rules/rule.rng")), of_profiles = xml::read_schema(Disk(), join(PROJECT_FOLDER, "rules/profile.rng"));
  REQUIRE(of_rules.ok());
  REQUIRE(of_profiles.ok());
  std::size_t rules = 0, profiles = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(join(PROJECT_FOLDER, "rules"))) {
    const Path file = entry.path().string();
    if (entry.path().extension() != ".xml") continue;
    const bool profile = file.find("/profiles/") != std::string::npos;
    ++(profile ? profiles : rules);
    const auto bytes = Disk().read_file(file, 1 << 20);
    REQUIRE(bytes.ok());
    const auto read = xml::read(*bytes, file, 1, profile ? &*of_profiles : &*of_rules);
    for (const Fault& fault : read.faults()) FAIL_CHECK(describe(fault));
  }
  CHECK(rules > 200);
  CHECK(profiles > 3);
}

TEST_CASE("where one family is asked for, rules of others are known by name alone") {
  RuleFolder folder("rule-families");
  folder.add("tone/good.xml", good);
  folder.add("plain-english/broken.xml", "<rule");
  std::string other = rule("<phrase><find>a</find></phrase>");
  other.insert(other.find("<example>"), "<instead-of>plain-english/broken</instead-of>");
  folder.add("tone/other.xml", other);
  const auto book = read_rules(Disk(), {folder.path()}, {}, {"tone"});
  for (const Fault& fault : book.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(book.ok());
  CHECK(book->rules.size() == 2);
  CHECK(book->passed_over.contains("plain-english/broken"));
  Profile profile;
  profile.levels = {{"plain-english/broken", Level::block}};
  RuleBook changed = *book;
  CHECK(apply(profile, changed).ok());
  profile.levels = {{"plain-english/none", Level::block}};
  CHECK_FALSE(apply(profile, changed).ok());
}

TEST_CASE("a rule that names a regime which there is none of is a fault") {
  RuleFolder folder("rule-regimes");
  std::string slip = rule("<phrase><find>a</find></phrase>"), good_one = slip;
  slip.insert(slip.find("<example>"), "<regimes>ENG-SAR SAR</regimes>");
  good_one.insert(good_one.find("<example>"), "<regimes>ENG-WT2018+ of-adults</regimes>");
  folder.add("tone/good-one.xml", good_one);
  CHECK(folder.faults({folder.path()}).empty());
  folder.add("tone/slip.xml", slip);
  CHECK_THAT(folder.faults({folder.path()}), Catch::Contains("'SAR' names no regime") && Catch::Contains("slip.xml:"));
}

TEST_CASE("all faults of all rules come together with file and line") {
  RuleFolder folder("rule-faults");
  folder.add("tone/good.xml", good);
  folder.add("tone/unknown-kind.xml", rule("<frases><find>a</find></frases>"));
  folder.add("tone/unknown-field.xml", rule("<phrase><find>a</find><colour>b</colour></phrase>"));
  folder.add("tone/bad-level.xml", rule("<phrase><find>a</find></phrase>", "level=\"grave\""));
  folder.add("tone/bad-pattern.xml", rule("<pattern><match>a(b</match></pattern>"));
  folder.add("tone/bad-phrase.xml", rule("<phrase><find>(a|b</find></phrase>"));
  folder.add("tone/empty-phrase.xml", rule("<phrase><find> </find></phrase>"));
  folder.add("tone/Bad Name.xml", good);
  folder.add("loose.xml", good);
  folder.add("tone/broken.xml", "<rule");
  const std::string all = folder.faults({folder.path()});
  CHECK_THAT(all, Catch::Contains("unknown-kind.xml:5:") &&
                      Catch::Contains("'frases' is neither a field nor a kind"));
  CHECK_THAT(all, Catch::Contains("unknown-field.xml:5:") && Catch::Contains("colour"));
  CHECK_THAT(all, Catch::Contains("bad-level.xml:1:") && Catch::Contains("'grave'"));
  CHECK_THAT(all, Catch::Contains("bad-pattern.xml:5:") && Catch::Contains("at its character 4"));
  CHECK_THAT(all, Catch::Contains("bad-phrase.xml:5:") && Catch::Contains("'(' is not closed"));
  CHECK_THAT(all, Catch::Contains("empty-phrase.xml:5:"));
  CHECK_THAT(all, Catch::Contains("Bad Name.xml") && Catch::Contains("this is no rule file"));
  CHECK_THAT(all, Catch::Contains("loose.xml") && Catch::Contains("folder of its family"));
  CHECK_THAT(all, Catch::Contains("broken.xml:1:"));
  CHECK_THAT(all, !Catch::Contains("good.xml"));
}

TEST_CASE("a later folder overrides only on purpose and only known families") {
  RuleFolder ours("rules-ours"), board("rules-board");
  ours.add("tone/good.xml", good);
  board.add("tone/good.xml", good);
  board.add("toen/other.xml", good);
  const std::string all = board.faults({ours.path(), board.path()});
  CHECK_THAT(all, Catch::Contains("already stands in"));
  CHECK_THAT(all, Catch::Contains("'toen' is no family"));

  RuleFolder right("rules-right");
  right.add("tone/good.xml",
            rule("<phrase><find>other words</find></phrase>", "level=\"block\" overrides=\"yes\""));
  auto book = read_rules(Disk(), {ours.path(), right.path()});
  REQUIRE(book.ok());
  CHECK(book->find("tone/good")->level == Level::block);
  CHECK(book->sha256 != read_rules(Disk(), {ours.path()})->sha256);

  CHECK(apply(Profile{{{"tone/good", Level::advise}}, {}, "profile.xml"}, *book).ok());
  CHECK(book->find("tone/good")->level == Level::advise);
  CHECK_FALSE(apply(Profile{{}, {"tone/none"}, "profile.xml"}, *book).ok());
  CHECK(apply(Profile{{}, {"tone/good"}, "profile.xml"}, *book).ok());
  CHECK(book->rules.empty());
}

TEST_CASE("phrases stand for all their wordings") {
  const auto words = [](std::string_view phrase) {
    return std::get<std::vector<std::string>>(wordings_of(phrase));
  };
  CHECK(words("(failed|failure) to") == std::vector<std::string>{"failed to", "failure to"});
  CHECK(words("[very] clear") == std::vector<std::string>{"clear", "very clear"});
  CHECK(words("use~").size() == 4);
  CHECK(regular_forms("stop") == std::vector<std::string>{"stop", "stops", "stopped", "stopping"});
  CHECK(regular_forms("study") == std::vector<std::string>{"study", "studies", "studied", "studying"});
  CHECK(regular_forms("visit") == std::vector<std::string>{"visit", "visits", "visited", "visiting"});
  CHECK(std::holds_alternative<PhraseTrouble>(wordings_of("a)")));
}

TEST_CASE("a number of a rule that is none, or is beyond all measure, brings nobody down") {
  for (const std::string number : {"answers2", "nan", "inf", "-1e300", "1e300", "99999999999999999999"}) {
    INFO(number);
    RuleFolder folder("rule-numbers");
    folder.add("rule.rng", "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"><start><ref name=\"any\"/></start><define name=\"any\"><element><anyName/>"
                           "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore><zeroOrMore><choice><text/><ref name=\"any\"/></choice></zeroOrMore></element></define></grammar>");
    folder.add("tone/good.xml", good);
    folder.add("tone/recommendation.xml", rule("<recommendation lacks=\"parts\" most=\"" + number + "\"/>"));
    folder.add("tone/agency.xml", rule("<agency-report lacks=\"sign-off\" limit=\"" + number + "\"/>"));
    folder.add("tone/chronology.xml", rule("<chronology lacks=\"source\" share=\"" + number + "\"/>"));
    folder.add("tone/repetition.xml", rule("<repetition most=\"" + number + "\"/>"));
    const std::string faults = folder.faults({folder.path()});
    CHECK((number.find_first_of("ani") == std::string::npos || faults.find("is no number") != std::string::npos));
  }
}
