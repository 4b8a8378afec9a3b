#include "inspect/patterns/need_table.h"

#include <catch2/catch.hpp>

#include <random>

#include "base/text.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Prose prose_of(const std::vector<const char*>& paragraphs) {
  Document document;
  for (const char* each : paragraphs) document.blocks.push_back(text_block(BlockKind::paragraph, each));
  return read_prose(document, {});
}

/// A 1 for each stretch in which the need is met, a 0 for each other.
std::string met_by_stretch(const NeedsMet& met, const Prose& prose, std::uint32_t need) {
  std::string all;
  for (std::size_t stretch = 0; stretch < prose.stretches.size(); ++stretch) all += met.in(stretch, need) ? '1' : '0';
  return all;
}

}  // namespace

TEST_CASE("a need is met where one of its words stands, inside other words too", "[needs]") {
  NeedTable table;
  const std::uint32_t family = table.add({"mother", "other half"}), digit = table.add_digit(), he = table.add({"he"});
  CHECK(table.add({"he"}) == he);
  table.settle();
  const Prose prose = prose_of({"Her MOTHER left.", "Another half in 2019.", "No one.", "smothe red mothe"});
  const NeedsMet met = table.find(prose);
  const auto row = [&](std::uint32_t need) { return met_by_stretch(met, prose, need); };
  CHECK(row(family) == "1100");
  CHECK(row(digit) == "0100");
  CHECK(row(he) == "1101");
}

TEST_CASE("all needs are found that a search for each would find", "[needs]") {
  std::mt19937 random(11);
  const auto letters = [&](std::size_t most) {
    std::string text;
    for (std::size_t length = 1 + random() % most; length > 0; --length) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    NeedTable table;
    std::vector<std::string> words;
    for (int number = 0; number < 12; ++number) words.push_back(letters(5));
    std::vector<std::uint32_t> needs;
    for (const std::string& each : words) needs.push_back(table.add({each}));
    table.settle();
    Document document;
    for (int number = 0; number < 5; ++number) document.blocks.push_back(text_block(BlockKind::paragraph, letters(20)));
    const Prose prose = read_prose(document, {});
    const NeedsMet met = table.find(prose);
    for (std::size_t stretch = 0; stretch < prose.stretches.size(); ++stretch)
      for (std::size_t each = 0; each < words.size(); ++each)
        CHECK(met.in(stretch, needs[each]) == (prose.view(prose.stretches[stretch].span).find(words[each]) != std::string_view::npos));
  }
}

TEST_CASE("white space counts once, and a row may begin in the stretch before", "[needs]") {
  NeedTable table;
  const std::uint32_t worker = table.add({"social worker"}), shape = table.add({"a A0"}, NeedAlphabet::shapes), over = table.add({"end new"});
  table.settle();
  const Prose prose = prose_of({"A Social \t\x0BWorker.", "at   SW1A", "the end", "New one: socialworker"});
  const NeedsMet met = table.find(prose);
  const auto row = [&](std::uint32_t need) { return met_by_stretch(met, prose, need); };
  CHECK(row(worker) == "1000");
  CHECK(row(shape) == "0000");
  CHECK(row(over) == "0001");
  CHECK(table.find(std::string_view("to  B2")).in(0, shape));
}

TEST_CASE("without needs there is nothing to find", "[needs]") {
  NeedTable table;
  table.settle();
  Document document;
  document.blocks.push_back(text_block(BlockKind::paragraph, "A sentence."));
  const Prose prose = read_prose(document, {});
  CHECK_NOTHROW(table.find(prose));
}
