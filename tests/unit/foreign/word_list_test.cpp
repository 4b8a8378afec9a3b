#include "foreign/word_list.h"

#include <catch2/catch.hpp>
#include <hunspell/hunspell.hxx>

#include <fstream>

#include "base/disk.h"
#include "base/text.h"

using namespace casewright;
using spell::WordList;

namespace {

std::string file(const std::string& path) {
  const auto bytes = Disk().read_file(path, std::uint64_t{1} << 24);
  return bytes ? *bytes : std::string();
}

const std::string british = "/usr/share/hunspell/en_GB";

/// Words asked of both, and on how many they differ.
class Compared {
 public:
  Compared() : hunspell_((british + ".aff").c_str(), (british + ".dic").c_str()), list_(WordList::read(file(british + ".aff"), file(british + ".dic"))) {}

  bool can() const { return list_.has_value(); }
  void ask(const std::string& word) {
    const std::optional<bool> known = list_->knows(word);
    ++asked;
    left_to_hunspell += !known.has_value();
    if (known && *known != hunspell_.spell(word)) different += " " + word;
  }

  int asked = 0, left_to_hunspell = 0;
  std::string different;

 private:
  Hunspell hunspell_;
  std::optional<WordList> list_;
};

/// The word with one slip in it, which goes by its number.
std::string with_slip(std::string word, std::size_t number) {
  const std::size_t at = number % word.size();
  const char letter = static_cast<char>('a' + number % 26);
  switch (number % 4) {
    case 0: word[at] = letter; break;
    case 1: word.erase(at, 1); break;
    case 2: word.insert(at, 1, letter); break;
    default: std::swap(word[at], word[word.size() - 1 - at]);
  }
  return word.empty() ? "a" : word;
}

constexpr std::string_view affixes =
    "SET UTF-8\nTRY abc\nPFX A Y 1\nPFX A 0 re .\nSFX G Y 2\nSFX G e ing e\nSFX G 0 ing [^e]\nSFX H N 1\nSFX H 0 hood .\n";

std::optional<bool> known(std::string_view words, std::string_view word) {
  const auto list = WordList::read(affixes, "3\n" + std::string(words));
  REQUIRE(list);
  return list->knows(word);
}

}  // namespace

TEST_CASE("the list of words and Hunspell know the same words", "[spell]") {
  Compared compared;
  REQUIRE(compared.can());
  std::size_t number = 0;
  for (const char* name : {"common-words.txt", "field-words.txt"}) {
    const std::string text = file(join(join(PROJECT_FOLDER, "corpus"), name));
    std::string before = "after";
    for (std::string_view line : split(text, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      if (line.back() == '+' || line.back() == '-') line.remove_suffix(1);
      const std::string word(line);
      compared.ask(word);
      compared.ask(with_slip(word, ++number));
      if (number % 16 != 0) continue;
      for (const std::string& each : {std::string(1, static_cast<char>(std::toupper(word[0]))) + word.substr(1), "un" + word, "re" + word + "ing", word + "'s",
                                      before + "-" + word, "non-" + word, before + "-" + with_slip(word, number) + "-" + word, word + before})
        compared.ask(each);
      before = word;
    }
  }
  CHECK(compared.asked > 140'000);
  CHECK(compared.left_to_hunspell < compared.asked / 1000);
  CHECK(compared.different == "");
}

TEST_CASE("affixes go where their conditions say, and a suffix behind a prefix only where it may", "[spell]") {
  constexpr std::string_view words = "make/AG\nchild/AH\nplay/G\n";
  for (const char* each : {"make", "remake", "making", "remaking", "child", "childhood", "rechild", "playing", "Making"}) CHECK(known(words, each) == true);
  for (const char* each : {"makeing", "replay", "rechildhood", "playhood", "ing", "re", "plays"}) CHECK(known(words, each) == false);
}

TEST_CASE("lines of one stem count each for itself", "[spell]") {
  CHECK(known("child/A\nchild/H\tNoun\n", "childhood") == true);
  CHECK(known("make/A\nmake/G\n", "remaking") == false);
}

TEST_CASE("what only Hunspell can tell is left to it", "[spell]") {
  for (const char* each : {"MAKE", "mAke", "2nd", "make/", "-make", "make-", "m\xC3\x89", "", "make2"}) CHECK(known("make/AG\n", each) == std::nullopt);
  CHECK(known("caf\xC3\xA9/G\n", "caf\xC3\xA9ing") == true);
}

TEST_CASE("files that say more than the plain part are not followed", "[spell]") {
  for (const char* each : {"FORBIDDENWORD !", "COMPOUNDFLAG c", "NEEDAFFIX n", "FLAG long", "AF 1", "ICONV a b", "SFX B Y 1\nSFX B 0 ed/G .", "SET ISO8859-1", "SFX B Y 2\nSFX B 0 ed ."})
    CHECK_FALSE(WordList::read(std::string(affixes) + each, "1\nmake/A\n"));
  CHECK_FALSE(WordList::read("TRY abc\n", "1\nmake\n"));
  CHECK_FALSE(WordList::read(std::string(affixes) + "COMPOUNDRULE 1\nCOMPOUNDRULE xy*\n", "2\nmake/x\n"));
  CHECK_FALSE(WordList::read(affixes, "1\nmake po:verb\n"));
  CHECK_FALSE(WordList::read(affixes, "1\nmake\\/do\n"));
  CHECK_FALSE(WordList::read(affixes, "1\nmake\r\n"));
}
