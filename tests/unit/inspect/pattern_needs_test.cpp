#include "inspect/patterns/pattern_needs.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "base/disk.h"
#include "base/text.h"
#include "foreign/regex.h"
#include "foreign/xml/xml.h"

using namespace casewright;

namespace {

/// The sets as one text: "mother|father & school".
std::string needed(std::string_view pattern, NeedAlphabet alphabet = NeedAlphabet::words, bool ignore_case = false) {
  std::string all;
  for (const std::vector<std::string>& rows : signs_needed(pattern, {ignore_case}, alphabet)) all += (all.empty() ? "" : " & ") + join_text(rows, "|");
  return all;
}

std::string shapes(std::string_view pattern, bool ignore_case = false) { return needed(pattern, NeedAlphabet::shapes, ignore_case); }

void gather(const Record& record, std::vector<std::pair<std::string, bool>>& patterns, std::vector<std::string>& texts) {
  if (record.name == "match" || record.name == "except-around")
    for (const bool ignore_case : {true, false}) patterns.emplace_back(trim(record.content()), ignore_case);
  if (record.name == "bad" || record.name == "good") texts.push_back(fold_space(record.content()));
  for (const Record& each : record.children) gather(each, patterns, texts);
}

}  // namespace

TEST_CASE("a pattern needs the words that it spells out", "[needs]") {
  CHECK(needed("\\bOperation\\s+[A-Z]") == "operatio");
  CHECK(needed("\\b(?:Mother|Father)(?:'s)?\\b.{0,9}(school)") == "school & father|mother");
  CHECK(needed("sort ?code") == "sort cod|sortcode");
  CHECK(needed("\\d{3}[ -]?\\d{2}") == "00000|000 00|000-00");
  CHECK(needed("(?:[01]?\\d|2[0-3]):[0-5]\\d") == "0:00");
  CHECK(needed("(?:one|\\d+) (?:days?)") == "0 day|one day & 0|one");
  CHECK(needed("\\d{5,}") == "0000");
  CHECK(needed("(?:ab){2,3}c") == "ababc");
  CHECK(needed("a(?=school)b") == "school & ab");
  CHECK(needed("(?<=ref |number: )x") == "ref |number: ");
  CHECK(needed("[Ss]ocial\\s*[Ww]orker") == "social w|socialwo");
  CHECK(needed("(?-i:school)") == "school");
  CHECK(needed("Climbi\xC3\xA9") == "climbi\xC3\xA9");
  CHECK(needed("Climbi\xC3\xA9", NeedAlphabet::words, true) == "climbi");
  CHECK(needed("(*UCP)two\\s+days") == "days & two");
}

TEST_CASE("a pattern needs the shapes of what it spells out", "[needs]") {
  CHECK(shapes("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b") == "A00AA|A0 0AA|A000AA|A0A0AA|A00 0AA|A0A 0AA");
  CHECK(shapes("(?:[A-Z]\\.\\s?){2,3}was") == "A.A.a|A. A.a|A.A. a|A. A. a|A. A. A.|A. A.A. |A.A. A. ");
  CHECK(shapes("PC\\s+\\d+") == "AA 0");
  CHECK(shapes("[A-Z][a-z]+(?:-[A-Z][a-z]+)") == "Aa-Aa");
  CHECK(shapes("\\p{Lu}\\p{Ll}{2,}\\s\\p{Lu}") == "a A|a ~|~ A|~ ~");
  CHECK(shapes("[a-z]\\d[a-z]", true) == "A0A|A0a|a0A|a0a");
  CHECK(shapes("school \\d", true) == " 0");
  CHECK(shapes("Women.s") == "");
  CHECK(shapes("\\w+@\\w") == "0@0|0@A|0@_|0@a|A@0|A@A|A@_|A@a|_@0|_@A|_@_|_@a|a@0|a@A|a@_|a@a");
}

TEST_CASE("what there is too much of is cut", "[needs]") {
  std::string many = "(?:";
  for (char one = 'a'; one <= 'z'; ++one)
    for (const char* other : {"one", "two", "three"}) many += std::string(many.size() > 3 ? "|" : "") + one + other;
  for (const auto& rows : signs_needed(many + ")", {}, NeedAlphabet::words)) CHECK(rows.size() <= 48);
  CHECK(needed(many + ") school").find("e scho") != std::string::npos);
}

TEST_CASE("a pattern that spells nothing out, or says more than is followed, needs nothing", "[needs]") {
  for (const char* each : {"[a-z]+", "\\w+", "a?", "(?:school)?", "(?:school)*x", "school|\\w+", "(?i)school", "(school", "school)", "school\\1", "[[:alpha:]]school", "(*UTF)school", "school{x}",
                           "(?<name>school)", "\\Qschool\\E", "", "\\", "[", "(?", "a{3,1}", "(?!school)", "(?<!school", "(?!a\\", "[\\", "\\x{41", "\\p"})
    for (const NeedAlphabet alphabet : need_alphabets) CHECK(needed(each, alphabet) == "");
  CHECK(needed(std::string(100, '(') + "school" + std::string(100, ')')) == "");
}

TEST_CASE("whatever a pattern of our rules matches holds what it needs", "[needs]") {
  std::vector<std::pair<std::string, bool>> patterns;
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(PROJECT_FOLDER) / "rules")) {
    if (entry.path().extension() != ".xml") continue;
    const auto bytes = Disk().read_file(entry.path().string(), World::default_limit);
    REQUIRE(bytes);
    if (const auto rule = xml::read(*bytes, entry.path().string(), 1)) gather(*rule, patterns, texts);
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(PROJECT_FOLDER) / "tests" / "rules")) {
    if (entry.path().filename() != "cases.md") continue;
    const auto bytes = Disk().read_file(entry.path().string(), World::default_limit);
    REQUIRE(bytes);
    for (const std::string_view line : split(*bytes, '\n')) texts.emplace_back(line);
  }
  CHECK(patterns.size() > 100);
  CHECK(texts.size() > 1000);
  std::size_t matched = 0, gated = 0;
  std::string broken;
  for (const auto& [text, ignore_case] : patterns) {
    auto read = regex::Pattern::read(text, {ignore_case});
    if (!std::holds_alternative<regex::Pattern>(read)) continue;
    for (const NeedAlphabet alphabet : need_alphabets) {
      const auto sets = signs_needed(text, {ignore_case}, alphabet);
      gated += !sets.empty();
      for (const std::string& each : texts) {
        const auto match = sets.empty() ? std::nullopt : std::get<regex::Pattern>(read).find(each);
        if (!match) continue;
        ++matched;
        const std::string found = in_signs(alphabet, each);
        for (const auto& rows : sets)
          if (std::none_of(rows.begin(), rows.end(), [&](const std::string& row) { return found.find(row) != std::string::npos; })) broken += text + ": " + each + "\n";
      }
    }
  }
  CHECK(gated > 800);
  CHECK(matched > 2000);
  CHECK(broken == "");
}
