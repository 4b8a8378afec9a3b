#include <catch2/catch.hpp>

#include "ingest/html/html_reader.h"

using namespace casewright;

namespace {

/// How often a page breaks a condition; `head` stands in its head, `body` in its body.
std::uint32_t times(const std::string& condition, const std::string& body, const std::string& head = "<title>Invented</title>") {
  const auto reading = read_html("<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body + "</body></html>", "x.html");
  REQUIRE(reading.ok());
  for (const BrokenCondition& each : reading->container.broken)
    if (each.condition == condition) return each.count;
  return 0;
}

std::uint32_t times_styled(const std::string& condition, const std::string& sheet, const std::string& body = "<p class='x'>Words that somebody reads.</p>") {
  return times(condition, body, "<title>Invented</title><style>" + sheet + "</style>");
}

const std::string long_words = "The midwife saw the mother four times in those weeks and wrote each time that she was tired.";

}  // namespace

TEST_CASE("sounds and films start when they are asked to, and have captions") {
  CHECK(times("sound-by-itself", "<audio autoplay loop src='a.mp3'></audio><video autoplay src='b.mp4'></video>") == 2);
  CHECK(times("sound-by-itself", "<audio controls src='a.mp3'></audio><video autoplay muted src='b.mp4'></video>") == 0);
  CHECK(times("captions-missing", "<video controls src='b.mp4'></video><video><track kind='descriptions' src='d.vtt'></video>") == 2);
  CHECK(times("captions-missing", "<video controls><source src='b.mp4'><track kind='captions' src='c.vtt'></video><video muted src='b.mp4'></video>") == 0);
}

TEST_CASE("what moves stops, and what flashes does not") {
  CHECK(times("moving-words", "<marquee>News</marquee>") == 1);
  CHECK(times_styled("moving-words", ".x{animation:slide 12s linear infinite}") == 1);
  CHECK(times_styled("moving-words", ".x{animation:slide 12s linear infinite}@media (prefers-reduced-motion:reduce){.x{animation:none}}") == 0);
  CHECK(times_styled("moving-words", ".x{animation:show .4s ease-out 1}") == 0);
  CHECK(times_styled("moving-words", ".x{animation-name:slide;animation-duration:9s}") == 1);
  CHECK(times_styled("flashing", ".x{animation:blink 200ms steps(2) infinite}") == 1);
  CHECK(times_styled("flashing", ".x{animation:blink 200ms steps(2)}") == 0);
}

TEST_CASE("a page can be made larger") {
  const auto view = [](const std::string& content) { return times("zoom-prevented", "", "<title>Invented</title><meta name='viewport' content='" + content + "'>"); };
  CHECK(view("width=device-width, initial-scale=1, user-scalable=no") == 1);
  CHECK(view("width=device-width; maximum-scale=1.0") == 1);
  CHECK(view("width=device-width, initial-scale=1") == 0);
  CHECK(view("width=device-width, maximum-scale=5, user-scalable=yes") == 0);
}

TEST_CASE("the focus shows and goes where the words go") {
  CHECK(times_styled("focus-hidden", "a:focus,button:focus{outline:none}") == 1);
  CHECK(times_styled("focus-hidden", "a:focus{outline:3px solid #000}*:focus{outline:none!important}") == 1);
  CHECK(times_styled("focus-hidden", "a:focus{outline:none;box-shadow:0 0 0 3px #000}") == 0);
  CHECK(times_styled("focus-hidden", "*:focus{outline:0}*:focus-visible{outline:3px solid #000}") == 0);
  CHECK(times_styled("focus-hidden", "a:focus:not(:focus-visible){outline:none}") == 0);
  CHECK(times("tab-order-set", "<a href='x' tabindex='5'>Plan</a><div tabindex='-1'></div><a href='y' tabindex='0'>Map</a>") == 1);
  CHECK(times_styled("order-by-style", ".x{display:flex;flex-direction:column-reverse}", "<div class='x'><p>Last</p><p>First</p></div>") == 1);
  CHECK(times_styled("order-by-style", ".x{display:flex;flex-direction:column}", "<div class='x'><p>First</p><p>Last</p></div>") == 0);
}

TEST_CASE("a page has a title, a main part and a way past its menu") {
  const std::string menu = "<nav><a href='/a'>Home</a><a href='/b'>Reviews</a><a href='/c'>Training</a></nav>", report = "<main id='m'><p>Words.</p></main>";
  CHECK(times("skip-link-missing", menu + report) == 1);
  CHECK(times("skip-link-missing", "<a href='#m'>Skip to main content</a>" + menu + report) == 0);
  CHECK(times("skip-link-missing", "<nav><a href='/a'>Home</a></nav>" + report) == 0);
  CHECK(times("main-missing", "<div><p>Words.</p></div>") == 1);
  CHECK(times("main-missing", "<div role='main'><p>Words.</p></div>") == 0);
  CHECK(times("title-missing", report, "<title> </title>") == 1);
  CHECK(times("title-missing", report + "<svg><title>Map</title></svg>", "") == 1);
  CHECK(times("title-missing", report) == 0);
  CHECK(times("title-poor", report, "<title>Untitled document</title>") == 1);
  CHECK(times("title-poor", report, "<title>Microsoft Word - Draft 7.doc</title>") == 1);
  CHECK(times("title-poor", report, "<title>Report on Child K</title>") == 0);
  CHECK(times("id-twice", "<h2 id='section'>Findings</h2><h2 id='section'>Actions</h2><p id='other'>Words.</p>") == 1);
}

TEST_CASE("what can be pressed has a name that shows, and can be pressed by everybody") {
  CHECK(times("click-only", "<span onclick='open()'>Timeline</span><div onclick='x()' role='button'>Map</div>") == 2);
  CHECK(times("click-only", "<button onclick='open()'>Timeline</button><span onclick='x()' tabindex='0'>Map</span>") == 0);
  CHECK(times("label-differs", "<button aria-label='Submit form 2'>Send comment</button>") == 1);
  CHECK(times("label-differs", "<button aria-label='Send comment to the board'>Send comment</button><a href='x' aria-label='Close'>x</a><button>Send</button>") == 0);
  CHECK(times("group-unnamed", "<p>Were you seen?</p><label><input type='radio' name='a'>Yes</label><label><input type='radio' name='a'>No</label>") == 1);
  CHECK(times("group-unnamed", "<fieldset><legend>Were you seen?</legend><label><input type='radio' name='a'>Yes</label><label><input type='radio' name='a'>No</label></fieldset>") == 0);
}

TEST_CASE("nothing that shows is kept from those who listen, and links lead somewhere") {
  CHECK(times("hidden-from-listeners", "<p aria-hidden='true'>" + long_words + "</p>") == 1);
  CHECK(times("hidden-from-listeners", "<span aria-hidden='true'>*</span><p>" + long_words + "</p>") == 0);
  CHECK(times("hidden-from-listeners", "<div aria-hidden='true' style='display:none'>" + long_words + "</div><div hidden aria-hidden='true'>" + long_words + "</div>") == 0);
  CHECK(times("anchor-missing", "<a href='#more'>More</a><div hidden><p id='more'>" + long_words + "</p></div><a href='#/reviews'>Reviews</a>") == 0);
  CHECK(times("anchor-missing", "<a href='#content'>Skip</a><main id='main'></main><a href='#top'>Up</a>") == 1);
  CHECK(times("anchor-missing", "<a href='#main'>Skip</a><main id='main'></main><a name='old'></a><a href='#old'>Old</a>") == 0);
  const std::string prose = "<p>" + long_words + " <a href='x'>The plan</a> says more of it.</p>";
  CHECK(times_styled("link-colour-alone", "a{color:#222244;text-decoration:none}", prose) == 1);
  CHECK(times_styled("link-colour-alone", "a{color:#222244}", prose) == 0);
  CHECK(times_styled("link-colour-alone", "a{color:#3399ff;text-decoration:none}", prose) == 0);
  CHECK(times_styled("link-colour-alone", "a{color:#222244;text-decoration:none}", "<nav><a href='x'>Home</a></nav>") == 0);
}

TEST_CASE("an element may say that it is a heading") {
  const auto reading = read_html("<html><head><title>T</title></head><body><h1>Report</h1><div role='heading' aria-level='2'>Findings</div><p>Words.</p></body></html>", "x.html");
  REQUIRE(reading.ok());
  REQUIRE(reading->document.blocks.size() == 3);
  CHECK(reading->document.blocks[1].kind == BlockKind::heading);
  CHECK(reading->document.blocks[1].level == 1);
}

TEST_CASE("how words are set by a style sheet is noted") {
  CHECK(times_styled("justified", "main p{text-align:justify}", "<main><p>" + long_words + "</p><p>Short.</p></main>") == 1);
  CHECK(times_styled("tiny-words", ".x{font-size:6pt}") == 1);
  CHECK(times_styled("tiny-words", ".x{font-size:.9em}") == 0);
  CHECK(times_styled("capitals-by-style", ".x{text-transform:uppercase}", "<p class='x'>" + long_words + "</p>") == 1);
  CHECK(times_styled("capitals-by-style", ".x{text-transform:uppercase}", "<p class='x'>Key points</p>") == 0);
  const std::string sheet = ".x{font-size:1.6rem;font-weight:700}", after = "<p>" + long_words + "</p>";
  CHECK(times_styled("heading-by-style", sheet, "<h2>Findings</h2><div class='x'>What should change</div>" + after) == 1);
  CHECK(times_styled("heading-by-style", sheet, "<h2>Findings</h2><div class='x' role='heading' aria-level='2'>What should change</div>" + after) == 0);
  CHECK(times_styled("heading-by-style", sheet, "<div class='x'>Published in May</div>" + after) == 0);
}

TEST_CASE("custom properties reach the elements inside") {
  const auto reading = read_html("<html><head><title>T</title><style>:root{--soft:#ccc}.theme{--soft:#444}.soft{color:var(--soft)}</style></head><body><div class='theme'><p class='soft'>Dark.</p></div><p class='soft'>Pale.</p></body></html>", "x.html");
  REQUIRE(reading.ok());
  REQUIRE(reading->document.blocks.size() == 2);
  CHECK_FALSE(reading->document.blocks[0].inlines.at(0).marks.has(Mark::faint));
  CHECK(reading->document.blocks[1].inlines.at(0).marks.has(Mark::faint));
}
