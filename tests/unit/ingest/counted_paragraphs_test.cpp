// Numbers of paragraphs and numbers of list items, told apart by how they count.
#include "ingest/blocks/counted_paragraphs.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

CountedLine heading() { return {CountedLine::Kind::heading, 0, "", 0, 20, false}; }
CountedLine words(bool leads_in) { return {CountedLine::Kind::other, 0, "", 0, 90, leads_in}; }
CountedLine counted(std::uint32_t number, std::size_t letters, int indent = 0) { return {CountedLine::Kind::counted, number, ".", indent, letters, false}; }

std::vector<bool> yes_at(std::size_t size, std::initializer_list<std::size_t> places) {
  std::vector<bool> all(size);
  for (const std::size_t at : places) all[at] = true;
  return all;
}

}  // namespace

TEST_CASE("counting that goes on over headings numbers paragraphs, and a list between them keeps its own") {
  const std::vector<CountedLine> lines{heading(), counted(1, 200), counted(2, 180), words(true), counted(1, 40, 400), counted(2, 50, 400), counted(3, 300), heading(), counted(4, 90)};
  CHECK(numbered_paragraphs(lines) == yes_at(lines.size(), {1, 2, 6, 8}));
}

TEST_CASE("one numbered paragraph between two headings has no neighbour and is numbered all the same") {
  const std::vector<CountedLine> lines{heading(), counted(1, 60), heading(), counted(2, 60), heading(), counted(3, 60)};
  CHECK(numbered_paragraphs(lines) == yes_at(lines.size(), {1, 3, 5}));
}

TEST_CASE("long prose that counts anew in each chapter is numbered; short items and what a colon leads into are lists") {
  const std::vector<CountedLine> lines{heading(), counted(1, 400), counted(2, 500), heading(), counted(1, 300), counted(2, 450), heading(), counted(1, 60), counted(2, 70), words(true), counted(1, 400), counted(2, 500)};
  CHECK(numbered_paragraphs(lines) == yes_at(lines.size(), {1, 2, 4, 5}));
}

TEST_CASE("a number that was left out does not end the counting") {
  const std::vector<CountedLine> lines{heading(), counted(1, 90), counted(2, 90), heading(), counted(3, 90), counted(4, 90), counted(6, 90), heading(), counted(7, 90)};
  CHECK(numbered_paragraphs(lines) == yes_at(lines.size(), {1, 2, 4, 5, 6, 8}));
}
