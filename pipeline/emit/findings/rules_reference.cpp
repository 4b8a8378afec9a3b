#include "emit/findings/rules_reference.h"

#include "base/text.h"
#include "base/words.h"
#include "emit/findings/findings_words.h"
#include "emit/findings/page_frame.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

void add_row(std::string& html, std::string_view term, std::string_view words) {
  if (words.empty()) return;
  html.append("<dt>").append(term).append("</dt><dd>");
  append_html(html, words);
  html += "</dd>\n";
}

/// A message's {found} and the like as a reader understands them: each stands for something of the report.
std::string plain_message(std::string_view message) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"\"{found}\"", "\xE2\x80\xA6"}, {"\"{use}\"", "\xE2\x80\xA6"}, {"\"{who}\"", "the public name"}, {"{who}", "the public name"}};
  std::string plain(message);
  for (const auto& [mark, instead] : words) plain = replace_every(plain, mark, instead);
  for (std::size_t open = plain.find('{'); open != std::string::npos; open = plain.find('{')) {
    const std::size_t close = plain.find('}', open);
    if (close == std::string::npos) break;
    plain.replace(open, close - open + 1, "\xE2\x80\xA6");
  }
  return plain;
}

std::string level_and_effect(Level level) {
  return std::string(spoken_level(level)) + (level == Level::block ? ": publication stops" : "");
}

void add_card(std::string& html, const RuleCard& card) {
  html += "<section class=\"rule\" id=\"" + replace_every(card.id, "/", "-") + "\"><h3>";
  append_html(html, rule_title(card.id));
  html += "</h3>\n<p class=\"where\"><span class=\"" + std::string(name_of(card.level)) + "\"><span class=\"badge\">" +
          level_and_effect(card.level) + "</span></span> <code>";
  append_html(html, card.id);
  html += "</code></p>\n<dl class=\"card\">\n";
  add_row(html, "It says", plain_message(card.message));
  add_row(html, "Why", card.why);
  add_row(html, "What to do", plain_message(card.suggestion));
  add_row(html, "In Word", card.in_word);
  add_row(html, "It reports", card.bad);
  add_row(html, "It accepts", card.good);
  add_row(html, "Source", card.source);
  add_row(html, "Applies to", card.regimes.empty() ? "every kind of review" : list_in_words(card.regimes));
  add_row(html, "How it looks", card.does.empty() ? "" : "It " + card.does + ".");
  html += "</dl></section>\n";
}

}  // namespace

std::string write_rules_reference(const std::vector<RuleCard>& cards, std::string_view version) {
  std::string contents = "<nav aria-label=\"Contents\"><h2>Contents</h2>\n<ul class=\"contents\">\n", body;
  std::string_view family;
  for (const RuleCard& card : cards) {
    if (card.family() != family) {
      if (!family.empty()) contents += "</ul></li>\n", body += "</section>\n";
      family = card.family();
      contents += "<li><a href=\"#family-" + std::string(family) + "\">" + family_title(family) + "</a><ul>\n";
      body += "<section id=\"family-" + std::string(family) + "\"><h2>" + family_title(family) + "</h2>\n";
    }
    contents += "<li><a href=\"#" + replace_every(card.id, "/", "-") + "\">";
    append_html(contents, rule_title(card.id));
    contents += "</a></li>\n";
    add_card(body, card);
  }
  if (!family.empty()) contents += "</ul></li>\n", body += "</section>\n";
  contents += "</ul></nav>\n";
  std::string html = "<a class=\"skip\" href=\"#main\">Skip to the contents</a>\n<header class=\"verdict plain\"><div class=\"wrap\">\n<h1>What Casewright looks for</h1>\n<p>" +
                     counted(cards.size(), "rule", "rules") +
                     ". Each says what is wrong, why it matters, who says so, and how to put it right. Find a word with Ctrl+F.</p>\n"
                     "<p class=\"quiet\">Casewright ";
  append_html(html, version);
  html += "</p>\n</div></header>\n<main id=\"main\" class=\"wrap\" tabindex=\"-1\">\n" + contents + body + "</main>\n";
  return page_frame("What Casewright looks for", html, "");
}

}  // namespace casewright
