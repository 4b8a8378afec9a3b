#include "emit/html/html_writer.h"

#include <algorithm>

#include "emit/html/html_body.h"
#include "emit/html/html_figure.h"
#include "emit/html/html_style.h"
#include "emit/plan/document_plan.h"
#include "emit/words/chrome_words.h"
#include "emit/words/html_text.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

/// Where "Exit this page" leads: somewhere harmless, as the GOV.UK Design System's component does.
constexpr std::string_view exit_target = "https://www.bbc.co.uk/weather";

/// Bytes of a page's title that tabs and search results show; the board's name goes first where it is too long.
constexpr std::size_t most_title = 70;

std::string title_of(const Document& document, const DocumentPlan& plan) {
  if (plan.title != nullptr && !plan.title->text().empty()) return plan.title->text();
  return document.title.empty() ? std::string(chrome_words(document.language).untitled) : document.title;
}

std::size_t bytes_of(const Document& document) {
  std::size_t bytes = 0;
  walk(document.blocks, [&bytes](const Block& block, std::size_t) {
    bytes += 48;
    for (const Inline& run : block.inlines) bytes += run.text.size() + 8;
  });
  return bytes;
}

void append_head(std::string& out, const Document& document, const Theme& theme, const std::string& title) {
  out += "<!DOCTYPE html>\n<html";
  append_attribute(out, "lang", document.language.empty() ? theme.language : document.language);
  out += ">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "img-src data:\">\n<title>";
  append_html(out, title);
  const bool room = title.size() + document.board.size() + 3 <= most_title;
  if (room && !document.board.empty() && title.find(document.board) == std::string::npos) {
    out += " - ";
    append_html(out, document.board);
  }
  out += "</title>\n<style>\n" + style_sheet(theme) + "</style>\n</head>\n";
}

/// The logo, which says nothing of its own where the words beside it are its words.
void append_logo(std::string& out, const Picture& logo, std::string_view name) {
  if (logo.bytes.empty()) return;
  Picture shown = logo;
  shown.decorative |= name.find(logo.alternative) != std::string_view::npos;
  append_picture(out, shown, "", 0);
}

void append_masthead(std::string& out, const Document& document, const Theme& theme, const Chrome& chrome, bool distressing) {
  const std::string& name = theme.header.empty() ? document.board : theme.header;
  out += document.role == DocumentRole::brief ? "<body class=\"brief\">\n" : "<body>\n";
  out += "<a class=\"skip\" href=\"#main-content\">" + chrome.both(&ChromeWords::skip) + "</a>\n"
         "<header class=\"masthead\">\n<div class=\"wrap\">\n<p class=\"board\">";
  append_logo(out, theme.logo, name);
  append_html(out, name);
  out += "</p>\n";
  if (distressing)
    out.append("<a class=\"exit\" rel=\"nofollow noreferrer\" href=\"").append(exit_target).append("\">") += chrome.both(&ChromeWords::leave) + "</a>\n";
  out += "</div>\n</header>\n";
}

void append_cover(std::string& out, const Document& document, const DocumentPlan& plan, const Chrome& chrome, HtmlBody& body) {
  out += "<div class=\"cover\">\n<div class=\"wrap\">\n<h1";
  if (plan.title != nullptr) append_attribute(out, "lang", plan.title->language);
  out += '>';
  if (plan.title != nullptr && !plan.title->text().empty()) body.write_inlines(plan.title->inlines);
  else append_html(out, title_of(document, plan));
  out += "</h1>\n";
  for (const Block* subtitle : plan.subtitles) {
    out += "<p class=\"subtitle\"";
    append_attribute(out, "lang", subtitle->language);
    out += '>';
    body.write_inlines(subtitle->inlines);
    out += "</p>\n";
  }
  if (document.date.known() && row_of_role(document.role).dated)
    out += "<p class=\"date\">" + chrome.both(&ChromeWords::published) + " <time datetime=\"" + iso(document.date) + "\">" + date_words(document.date, chrome.own) + "</time></p>\n";
  out += "</div>\n</div>\n";
}

void append_support(std::string& out, const Theme& theme, const Chrome& chrome) {
  if (theme.support.empty()) return;
  out += "<section class=\"support\" aria-labelledby=\"support\">\n"
         "<h2 id=\"support\">" + chrome.both(&ChromeWords::support_title) + "</h2>\n";
  for (const ChromeWords* words : {chrome.board, &chrome.own}) {
    if (words == nullptr) continue;
    out += "<p";
    if (words == chrome.board) append_attribute(out, "lang", words->language);
    out += '>';
    append_html(out, words->support_words);
    out += " <a href=\"tel:999\">999</a>.</p>\n";
  }
  out += "<dl>\n";
  for (const auto& [who, how] : theme.support) {
    out += "<div><dt>";
    append_html(out, who);
    out += "</dt><dd>";
    append_contact(out, how);
    out += "</dd></div>\n";
  }
  out += "</dl>\n</section>\n";
}

void append_related(std::string& out, const std::vector<PageLink>& related, const Chrome& chrome) {
  if (related.empty()) return;
  out += "<nav class=\"related\" aria-labelledby=\"related\">\n<h2 id=\"related\">" + chrome.both(&ChromeWords::related) + "</h2>\n<ul>\n";
  for (const PageLink& link : related) {
    out += "<li><a";
    append_attribute(out, "href", link.href);
    out += '>';
    append_html(out, link.title);
    out += "</a></li>\n";
  }
  out += "</ul>\n</nav>\n";
}

/// The contents in two levels, the second inside the first.
void append_contents(std::string& out, const DocumentPlan& plan, const Chrome& chrome) {
  out += "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">" + chrome.both(&ChromeWords::contents) + "</h2>\n<ol>\n";
  int depth = 1;
  bool first = true;
  for (const PlannedHeading& each : plan.headings) {
    if (each.level > 3) continue;
    const int wanted = each.level == 3 && !first ? 2 : 1;
    if (wanted > depth) out += "\n<ol>\n";
    else if (!first) out += "</li>\n";
    if (wanted < depth) out += "</ol>\n</li>\n";
    depth = wanted;
    first = false;
    out += "<li><a href=\"#" + each.id + "\">";
    if (!each.block->number.empty()) {
      out += "<span class=\"number\">";
      append_html(out, each.block->number);
      out += "</span> ";
    }
    for (const Inline& run : words_for_contents(*each.block)) {
      if (!run.language.empty()) out += "<span", append_attribute(out, "lang", run.language), out += ">";
      append_html(out, run.text);
      if (!run.language.empty()) out += "</span>";
    }
    out += "</a>";
  }
  out += depth == 2 ? "</li>\n</ol>\n</li>\n</ol>\n</nav>\n" : "</li>\n</ol>\n</nav>\n";
}

bool has_numbers(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::paragraph && !block.number.empty();
  });
}

void append_text(std::string& out, const Document& document, const DocumentPlan& plan, const Chrome& chrome, HtmlBody& body) {
  const bool contents = plan.headings.size() >= 4 && document.role != DocumentRole::brief;
  const std::string_view part = plan.headings.empty() ? "div" : "article";  // an article has a heading
  out += contents ? "<div class=\"columns with-contents\">\n" : "<div class=\"columns\">\n";
  if (contents) append_contents(out, plan, chrome);
  out.append("<").append(part).append(has_numbers(document) ? " class=\"report with-numbers\">\n" : " class=\"report\">\n");
  body.write(document.blocks);
  body.write_notes();
  out.append("</").append(part).append(">\n</div>\n");
}

void append_footer_part(std::string& out, std::string_view title, std::string_view words, std::string_view id = {}) {
  if (words.empty()) return;
  out += "<div";
  append_attribute(out, "id", id);
  out += '>';
  if (!title.empty()) out.append("<h2>").append(title).append("</h2>\n");
  out += "<p>";
  append_contact(out, words);
  out += "</p></div>\n";
}

void append_footer(std::string& out, const Document& document, const Theme& theme, const Chrome& chrome) {
  out += "<footer class=\"footer\">\n<div class=\"wrap\">\n";
  append_footer_part(out, "", theme.footer.empty() ? document.board : theme.footer);
  append_footer_part(out, chrome.both(&ChromeWords::contact), theme.website.empty() ? theme.contact : theme.contact + "\n" + theme.website);
  append_footer_part(out, chrome.both(&ChromeWords::accessibility), theme.accessibility, "accessibility");
  out += "</div>\n</footer>\n</body>\n</html>\n";
}

}  // namespace

std::string write_html(const Document& document, const Theme& theme, const HtmlSurroundings& around) {
  std::string out;
  out.reserve(bytes_of(document) + 24'000 + theme.logo.bytes.size() * 4 / 3);
  const DocumentPlan plan = plan_document(document);
  const Chrome chrome = chrome_of(document.language, theme.language);
  HtmlBody body(plan, chrome, out);
  append_head(out, document, theme, title_of(document, plan));
  append_masthead(out, document, theme, chrome, around.distressing);
  out += "<main id=\"main-content\" tabindex=\"-1\">\n";
  append_cover(out, document, plan, chrome, body);
  out += "<div class=\"wrap\">\n";
  if (around.distressing) append_support(out, theme, chrome);
  append_related(out, around.related, chrome);
  append_text(out, document, plan, chrome, body);
  out += "</div>\n</main>\n";
  append_footer(out, document, theme, chrome);
  return out;
}

std::string write_html(const Document& document, const Theme& theme) { return write_html(document, theme, {}); }

}  // namespace casewright
