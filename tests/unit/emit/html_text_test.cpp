#include "emit/words/html_text.h"

#include <catch2/catch.hpp>

#include "base/colour.h"
#include "emit/plan/list_style.h"

using namespace casewright;

namespace {

std::string contact(std::string_view words) {
  std::string out;
  append_contact(out, words);
  return out;
}

Block list_of(std::initializer_list<const char*> markers) {
  Block list(BlockKind::list);
  list.ordered = true;
  for (const char* marker : markers) {
    list.children.push_back(text_block(BlockKind::list_item, "words"));
    list.children.back().number = marker;
  }
  return list;
}

}  // namespace

TEST_CASE("ways to reach somebody become links") {
  CHECK(contact("01632 960123") == "<a href=\"tel:01632960123\">01632&nbsp;960123</a>");
  CHECK(contact("Call 0800 1111, any time") == "Call <a href=\"tel:08001111\">0800&nbsp;1111</a>, any time");
  CHECK(contact("office@board.example.") == "<a href=\"mailto:office@board.example\">office@board.example</a>.");
  CHECK(contact("See https://board.example/help, please") ==
        "See <a href=\"https://board.example/help\">https://board.example/help</a>, please");
  CHECK(contact("on 3 May 2015 <at> 2.30") == "on 3 May 2015 &lt;at&gt; 2.30");
}

TEST_CASE("text is escaped and control characters are left out") {
  std::string out;
  append_html(out, std::string_view("a\0b\x07<&>\"'\n\xC3\xA9", 13));
  CHECK(out == "ab&lt;&amp;&gt;&quot;'\n\xC3\xA9");
}

TEST_CASE("lists are counted by HTML where their markers follow one another") {
  CHECK(list_style(list_of({"1.", "2.", "3."})).attributes == "");
  CHECK(list_style(list_of({"4)", "5)"})).attributes == " start=\"4\"");
  CHECK(list_style(list_of({"(a)", "(b)"})).attributes == " type=\"a\"");
  CHECK(list_style(list_of({"i", "ii", "iii", "iv"})).attributes == " type=\"i\"");
  CHECK(list_style(list_of({"R1", "R2"})).shows_markers);
  CHECK(list_style(list_of({"1.", "3."})).shows_markers);
}

TEST_CASE("colours are measured as WCAG does") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
  CHECK(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == Approx(4.54).margin(0.01));
  CHECK(!read_colour("#12345"));
  CHECK(!read_colour("#12345g"));
  CHECK(write_colour(*read_colour("#0aF3c9")) == "#0af3c9");
  CHECK(contrast(lightened({0x17, 0x56, 0x76}, {0x11, 0x16, 0x1c}, 7), {0x11, 0x16, 0x1c}) >= 7);
}
