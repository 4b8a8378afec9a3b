#include "foreign/typesetting/typeset.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace casewright;
using typeset::Line;

namespace {

const std::string line_end = "\xE2\x80\xA8";

/// A paragraph in two styles, the second from `bold_from` on.
std::vector<Line> set(typeset::Typesetter& typesetter, const std::string& text, std::size_t bold_from, float width) {
  typeset::Style plain;
  plain.families = "Liberation Sans";
  typeset::Style bold = plain;
  bold.bold = true;
  std::vector<typeset::Stretch> stretches{{static_cast<std::uint32_t>(bold_from), typesetter.style(plain)}};
  if (bold_from < text.size()) stretches.push_back({static_cast<std::uint32_t>(text.size()), typesetter.style(bold)});
  std::vector<typeset::Missing> missing;
  auto lines = typesetter.set(text, stretches, width, missing);
  CHECK(missing.empty());
  return lines;
}

/// The bytes of the text at which its lines begin.
std::vector<std::uint32_t> begins(const std::vector<Line>& lines) {
  std::vector<std::uint32_t> places;
  for (const Line& line : lines)
    if (!line.runs.empty()) places.push_back(line.runs.front().glyphs.front().from);
  return places;
}

const std::string prose =
    "The panel (which met seven times, in person and by video-link) asked each agency: \"What was known?\" \xE2\x80\x98Little\xE2\x80\x99, "
    "said one \xE2\x80\x93 and the well-known, multi-agency plan of 12/03/2014 was not reviewed; \xC2\xA3 1,200.50 and 45% of visits "
    "were missed (see https://example.example/a-long/way/down?q=1&r=2). Caf\xC3\xA9, na\xC3\xAFve, Llanrhaeadr-ym-Mochnant\xE2\x80\x94"
    "a dash that stands without spaces, a 10-day gap, e.g. no contact/no visit [sic]; 7\xC2\xA0May\xC2\xA0" "2014 ends it\xE2\x80\xA6 ";

}  // namespace

TEST_CASE("text set by its words ends its lines where Pango would") {
  const auto typesetter = typeset::typesetter("en-GB");
  std::string text;
  for (int i = 0; i < 3; ++i) text += prose;
  // A letter of another script at the end makes Pango set the whole paragraph.
  const std::string other = text + "end \xD7\xA9";
  for (float width = 90; width < 500; width += 17) {
    INFO(width);
    const auto own = begins(set(*typesetter, text + "end.", 200, width)), pango = begins(set(*typesetter, other, 200, width));
    const std::size_t common = std::min(own.size(), pango.size()) - 1;
    for (std::size_t i = 0; i < common; ++i) {
      INFO(text.substr(pango[i], 30));
      CHECK(own[i] == pango[i]);
    }
  }
}

TEST_CASE("every byte of a text stands in one glyph of its line, and none stands beyond its line") {
  const auto typesetter = typeset::typesetter("en-GB");
  for (const std::string& text : {prose, prose + line_end + "after the break" + line_end + line_end + "twice", std::string("  two  spaces  "), std::string(" ")}) {
    const auto lines = set(*typesetter, text, text.size(), 200);
    std::string told;
    for (const Line& line : lines) {
      float end = 0;
      for (const typeset::Run& run : line.runs)
        for (const typeset::Glyph& glyph : run.glyphs) {
          if (glyph.to > told.size()) told += text.substr(told.size(), glyph.to - told.size());
          CHECK(glyph.from < glyph.to);
          CHECK(glyph.x >= end - 1.5f);  // kerning may draw a letter back
          end = glyph.x;
        }
      CHECK(end <= 200.01f);
    }
    CHECK(told == text);
  }
}

TEST_CASE("a word wider than its line is broken, and what one font lacks comes from another") {
  const auto typesetter = typeset::typesetter("en-GB");
  const std::string word(400, 'w');
  const auto lines = set(*typesetter, "a " + word + " z", 402, 120);
  CHECK(lines.size() > 20);
  for (const Line& line : lines) CHECK(line.width <= 120.01f);
  const auto mixed = set(*typesetter, "Owen \xD9\x85\xD8\xB1\xD9\x8A\xD9\x85 and \xD7\xA9", 13, 300);
  REQUIRE(mixed.size() == 1);
  CHECK(mixed.front().runs.size() > 2);
}

TEST_CASE("a space at the end takes room only where its line is not full") {
  const auto typesetter = typeset::typesetter("en-GB");
  const float bare = set(*typesetter, "1.", 2, 0).front().width, spaced = set(*typesetter, "1. ", 3, 0).front().width;
  CHECK(spaced > bare + 2);
  const auto lines = set(*typesetter, "word word", 9, bare + 26);
  REQUIRE(lines.size() == 2);
  CHECK(std::abs(lines[0].width - lines[1].width) < 0.01f);
}

TEST_CASE("the same font file has one number, whichever way found it") {
  const auto typesetter = typeset::typesetter("en-GB");
  const auto plain = set(*typesetter, "words", 5, 0), other = set(*typesetter, "words \xD7\xA9", 8, 0);
  REQUIRE(plain.front().runs.size() == 1);
  CHECK(plain.front().runs.front().face == other.front().runs.front().face);
  CHECK(std::abs(plain.front().width - other.front().runs.front().glyphs[5].x) < 0.1f);
}
