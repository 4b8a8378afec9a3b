#include "inspect/pattern_needs.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "base/disk.h"
#include "base/text.h"
#include "foreign/regex.h"
#include "foreign/xml.h"

using namespace casewright;

namespace {

/// The sets as one text: "mother|father & school".
std::string needed(std::string_view pattern) {
  std::string all;
  for (const std::vector<std::string>& words : words_needed(pattern)) all += (all.empty() ? "" : " & ") + join_text(words, "|");
  return all;
}

/// In small letters, with 0 for every digit.
std::string as_compared(std::string_view text) {
  std::string lower = ascii_lower(text);
  std::replace_if(lower.begin(), lower.end(), [](char each) { return each >= '0' && each <= '9'; }, '0');
  return lower;
}

void gather(const Record& record, std::vector<std::pair<std::string, bool>>& patterns, std::vector<std::string>& texts) {
  if (record.name == "match") patterns.emplace_back(trim(record.content()), true);
  if (record.name == "bad" || record.name == "good") texts.push_back(fold_space(record.content()));
  for (const Record& each : record.children) gather(each, patterns, texts);
}

}  // namespace

TEST_CASE("a pattern needs the words that it spells out", "[needs]") {
  CHECK(needed("\\bOperation\\s+[A-Z]") == "operation");
  CHECK(needed("\\b(?:Mother|Father)(?:'s)?\\b.{0,9}(school)") == "father|father's|mother|mother's & school");
  CHECK(needed("sort ?code") == "sort code|sortcode");
  CHECK(needed("\\d{3}[ -]?\\d{2}") == "000 00|000-00|00000");
  CHECK(needed("(?:[01]?\\d|2[0-3]):[0-5]\\d") == "00:00|0:00");
  CHECK(needed("(?:one|\\d+) (?:days?)") == "0|one &  day| days");
  CHECK(needed("\\d{5,}") == "00000");
  CHECK(needed("(?:ab){2,3}c") == "abababc|ababc");
  CHECK(needed("a(?=school)b") == "ab");
  CHECK(needed("[Ss]ocial [Ww]orker") == "social worker");
}

TEST_CASE("a pattern that spells nothing out, or says more than is followed, needs nothing", "[needs]") {
  for (const char* each : {"[a-z]+", "\\w+", "a?", "(?:school)?", "(?:school)*x", "school|\\w+", "(?i)school", "(school", "school)", "school\\1", "[[:alpha:]]school", "(*UTF)school", "school{x}",
                           "(?<name>school)", "\\Qschool\\E", "", "\\", "[", "(?", "a{3,1}"})
    CHECK(needed(each) == "");
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
    const auto sets = words_needed(text);
    auto read = regex::Pattern::read(text, {ignore_case});
    if (sets.empty() || !std::holds_alternative<regex::Pattern>(read)) continue;
    ++gated;
    for (const std::string& each : texts) {
      const auto match = std::get<regex::Pattern>(read).find(each);
      if (!match) continue;
      ++matched;
      const std::string found = as_compared(each);
      for (const auto& words : sets)
        if (std::none_of(words.begin(), words.end(), [&](const std::string& word) { return found.find(word) != std::string::npos; })) broken += text + ": " + each + "\n";
    }
  }
  CHECK(gated > 80);
  CHECK(matched > 200);
  CHECK(broken == "");
}
