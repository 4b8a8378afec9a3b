#include "emit/html/html_writer.h"


#include <algorithm>
#include <catch2/catch.hpp>

#include "emit/blocks_document.h"
#include "fixtures.h"

using namespace casewright;

namespace {

/// The pages of both families, the ordinary and the awkward.
std::vector<std::filesystem::path> pages() {
  auto folders = fixture_folders("html");
  for (auto& each : fixture_folders("awkward")) folders.push_back(std::move(each));
  return folders;
}

/// The page without its style sheet, which has its own test: fixtures show structure.
std::string without_style(std::string page) {
  const std::size_t from = page.find("<style>"), to = page.find("</style>");
  REQUIRE(from != std::string::npos);
  return page.erase(from, to + 9 - from);
}

std::string body_of(const Block& block) {
  Document document;
  document.blocks.push_back(block);
  const std::string page = write_html(document, {});
  const std::size_t from = std::min(page.find("<article"), page.find("<div class=\"report"));  // without headings it is no article
  return page.substr(from, page.find("</main>") - from);
}

}  // namespace

TEST_CASE("html pages are as the fixtures expect them") {
  for (const auto& folder : pages()) {
    INFO(folder.filename());
    const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
    const std::string now = without_style(write_html(page.document, page.theme));
    CHECK(now == expected_bytes(folder / "expected.html", now));
  }
}

TEST_CASE("a page asks no other host for anything and runs no script") {
  for (const auto& folder : pages()) {
    const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
    const std::string html = write_html(page.document, page.theme);
    for (const char* word : {"<script", "<link", "@import", "url(", "src=\"http", "javascript:", "onclick"})
      CHECK(html.find(word) == std::string::npos);
    CHECK(html == write_html(page.document, page.theme));
  }
}

TEST_CASE("the style sheet's comments stay at home") {
  CHECK(write_html({}, {}).find("/*") == std::string::npos);
}

TEST_CASE("a link that runs a script or names a file of some machine stays words") {
  for (const char* target : {"javascript:alert(1)", "JAVASCRIPT:x", "file:///etc/passwd", "//host.example/x", "data:text/html,x"}) {
    Block paragraph = text_block(BlockKind::paragraph, "words");
    paragraph.inlines[0].target = target;
    CHECK(body_of(paragraph).find("<a ") == std::string::npos);
  }
  Block paragraph = text_block(BlockKind::paragraph, "words");
  paragraph.inlines[0].target = "https://board.example/a?b=1&c=2";
  CHECK(body_of(paragraph).find("<a href=\"https://board.example/a?b=1&amp;c=2\">words</a>") != std::string::npos);
}

TEST_CASE("an anchor of the document never meets one of the page's own") {
  Block heading = text_block(BlockKind::heading, "Table 1");
  CHECK(body_of(heading).find("id=\"s-table-1\"") != std::string::npos);
  heading.id = "notes";
  CHECK(body_of(heading).find("id=\"notes-2\"") != std::string::npos);
}

TEST_CASE("headings inside a header or footer are no part of the page") {
  Block footer(BlockKind::furniture);
  footer.children.push_back(text_block(BlockKind::heading, "Contact us"));
  CHECK(body_of(footer).find("Contact us") == std::string::npos);
  Block contents(BlockKind::contents);
  contents.children.push_back(text_block(BlockKind::heading, "In this report"));
  CHECK(body_of(contents).find("<p>In this report</p>") != std::string::npos);
}

TEST_CASE("a theme cannot break out of the style sheet") {
  Theme theme;
  theme.colours["ink"] = "red;}</style><script>";
  theme.text_font = "Arial</style>";
  const std::string page = write_html({}, theme);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("Arial</style>") == std::string::npos);
}

TEST_CASE("deep nesting is written without recursion") {
  Block quote = text_block(BlockKind::paragraph, "innermost");
  for (int i = 0; i < 2000; ++i) {
    Block outer(BlockKind::quote);
    outer.children.push_back(std::move(quote));
    quote = std::move(outer);
  }
  CHECK(body_of(quote).find("innermost") != std::string::npos);
}

TEST_CASE("a table of 20,000 rows is written whole") {
  Document document;
  Block table(BlockKind::table);
  for (int i = 0; i < 20'000; ++i) {
    Block row(BlockKind::row);
    for (int column = 0; column < 6; ++column)
      row.children.push_back(text_block(BlockKind::cell, "The health visitor & the family met at home; what was said <here>"));
    table.children.push_back(std::move(row));
  }
  document.blocks.push_back(std::move(table));
  const std::string page = write_html(document, {});
  CHECK(page.size() > 8'000'000);
}
