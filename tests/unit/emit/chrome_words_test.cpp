#include "emit/words/chrome_words.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "emit/html/html_writer.h"
#include "ingest/case/theme_reader.h"

using namespace casewright;

TEST_CASE("every language has every word of a page") {
  for (const char* language : {"en-GB", "cy"}) {
    const ChromeWords& words = chrome_words(language);
    for (const auto field : {&ChromeWords::to_write, &ChromeWords::notes, &ChromeWords::note, &ChromeWords::back_to_note, &ChromeWords::page,
                             &ChromeWords::of, &ChromeWords::published, &ChromeWords::picture, &ChromeWords::same_as_table, &ChromeWords::skip,
                             &ChromeWords::leave, &ChromeWords::contents, &ChromeWords::related, &ChromeWords::contact,
                             &ChromeWords::accessibility, &ChromeWords::support_title, &ChromeWords::support_words, &ChromeWords::untitled, &ChromeWords::table,
                             &ChromeWords::go_to, &ChromeWords::link_to, &ChromeWords::write_email, &ChromeWords::call_number})
      CHECK_FALSE((words.*field).empty());
  }
  CHECK(chrome_words("fr").language == "en");
  CHECK(date_words(Date{2026, 5, 7}, chrome_words("cy")) == "7 Mai 2026");
  CHECK(date_words(Date{2026, 5, 0}, chrome_words("en-GB")) == "May 2026");
}

TEST_CASE("an English report of a Welsh board has the page's headings in both languages") {
  Document document;
  document.blocks.push_back(text_block(BlockKind::title, "A report"));
  Theme theme;
  theme.language = "cy";
  CHECK(write_html(document, theme).find("<span lang=\"cy\">Neidio i'r prif gynnwys</span> / Skip to main content") != std::string::npos);
  document.language = "cy";
  CHECK(write_html(document, theme).find(">Neidio i'r prif gynnwys<") != std::string::npos);
}

TEST_CASE("the themes of the sample boards are read and their colours can be told apart") {
  for (const char* board : {"sandmere", "highfell", "cwm-alder"}) {
    INFO(board);
    const auto theme = read_theme(Disk(), std::string(PROJECT_FOLDER) + "/samples/boards/" + board + "/theme/theme.xml");
    for (const Fault& fault : theme.faults()) UNSCOPED_INFO(describe(fault));
    REQUIRE(theme.ok());
    CHECK(theme->logo.bytes.size() > 100);
    CHECK_FALSE(theme->support.empty());
  }
}
