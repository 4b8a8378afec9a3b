#include "emit/findings/batch_summary.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <set>

#include "base/text.h"
#include "base/words.h"
#include "emit/findings/findings_words.h"
#include "emit/findings/page_frame.h"
#include "emit/words/csv_cell.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

constexpr std::size_t most_rules = 25, most_reports = 50;

std::string page_text(std::string_view text) {
  std::string html;
  append_html(html, text);
  return html;
}

/// The path as a link from the folder's page: each part with what a URL cannot hold as %XX.
std::string href_of(std::string_view path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string href = "./";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) href += c;
    else href += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return href;
}

std::string named(const ReportSummary& report) {
  const std::string name = page_text(report.input);
  if (report.findings.empty()) return name;
  return "<a href=\"" + href_of(report.findings) + "\">" + name + "</a>";
}

/// A bar beside the number that it shows, so a screen reader is spared it.
std::string bar(std::size_t value, std::size_t most, std::string_view look) {
  char width[32];
  std::snprintf(width, sizeof width, "%.1f", 200.0 * static_cast<double>(value) / static_cast<double>(std::max<std::size_t>(most, 1)));
  return "<svg viewBox=\"0 0 200 14\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"" + std::string(look) +
         "\" x=\"0\" y=\"2\" width=\"" + width + "\" height=\"10\" rx=\"2\"/></svg>";
}

std::string cell(std::size_t number) { return "<td class=\"number\">" + std::to_string(number) + "</td>"; }

/// A table that scrolls by itself on a narrow screen; `name` is its caption.
std::string table(std::string_view name, std::string_view head, std::string_view rows) {
  return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + std::string(name) + "\"><table><caption class=\"hidden-words\">" +
         std::string(name) + "</caption><thead><tr>" + std::string(head) + "</tr></thead><tbody>\n" + std::string(rows) + "</tbody></table></div>\n";
}

struct Totals {
  std::size_t ready = 0, not_ready = 0, unread = 0, same = 0;
  std::uint64_t pages = 0;
};

Totals totals_of(const std::vector<ReportSummary>& reports) {
  Totals all;
  for (const ReportSummary& each : reports) {
    ++(!each.judged ? all.unread : each.ready ? all.ready : all.not_ready);
    all.same += !each.same_as.empty();
    all.pages += each.pages;
  }
  return all;
}

std::string verdict_of(const Totals& all) {
  if (all.ready + all.not_ready == 0) return "No report could be read";
  if (all.not_ready == 0) return "Every report that could be read is ready";
  return std::to_string(all.not_ready) + " of " + counted(all.ready + all.not_ready, "report", "reports") + " must be mended before publication";
}

std::string header_of(const Totals& all) {
  std::string html = "<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header class=\"verdict " +
                     std::string(all.not_ready == 0 && all.unread == 0 ? "go" : "stop") + "\"><div class=\"wrap\">\n<p>Casewright has checked <strong>" +
                     counted(all.ready + all.not_ready + all.unread, "report", "reports") + "</strong>";
  if (all.pages > 0) html += " with " + counted(all.pages, "page", "pages");
  if (all.same > 0) html += "; " + counted(all.same, "is", "are") + " the same as another, byte for byte";
  html += "</p>\n<h1>" + verdict_of(all) + "</h1>\n<ul class=\"counts\" aria-label=\"Verdicts\">\n";
  const auto count = [&html](std::string_view look, std::size_t number, std::string_view words, std::string_view means) {
    html += "<li class=\"" + std::string(look) + "\"><b>" + std::to_string(number) + "</b><span>" + std::string(words) + "</span><small>" + std::string(means) + "</small></li>\n";
  };
  count("block", all.not_ready, "Not ready", "something stops publication");
  count("waived", all.ready, "Ready", "nothing stops publication");
  if (all.unread > 0) count("fix", all.unread, "Not read", "could not be judged");
  return html + "</ul>\n</div></header>\n";
}

struct RuleTotal {
  std::string rule;
  Level level = Level::advise;
  std::size_t reports = 0, places = 0;
};

/// The rules that spoke, the gravest first, then those in most reports.
std::vector<RuleTotal> rule_totals(const std::vector<ReportSummary>& reports) {
  std::map<std::string_view, RuleTotal> by_rule;
  for (const ReportSummary& report : reports)
    for (const RuleCount& count : report.rules) {
      RuleTotal& total = by_rule[count.rule];
      total.rule = count.rule;
      total.level = std::max(total.level, count.level);
      ++total.reports;
      total.places += count.places;
    }
  std::vector<RuleTotal> totals;
  for (auto& [rule, total] : by_rule) totals.push_back(std::move(total));
  std::stable_sort(totals.begin(), totals.end(), [](const RuleTotal& a, const RuleTotal& b) {
    return a.level != b.level ? a.level > b.level : a.reports != b.reports ? a.reports > b.reports : a.places > b.places;
  });
  return totals;
}

std::string commonest(const std::vector<ReportSummary>& reports) {
  const std::vector<RuleTotal> totals = rule_totals(reports);
  if (totals.empty()) return {};
  std::string rows;
  for (std::size_t at = 0; at < totals.size() && at < most_rules; ++at) {
    const RuleTotal& each = totals[at];
    rows += "<tr class=\"" + std::string(name_of(each.level)) + "\"><th scope=\"row\">" + page_text(rule_title(each.rule)) + "</th><td><span class=\"badge\">" +
            std::string(spoken_level(each.level)) + "</span></td>" + cell(each.reports) +
            cell(each.places) + "<td>" + bar(each.reports, reports.size(), each.level == Level::advise ? "good" : "over") + "</td></tr>\n";
  }
  std::string html = "<section><h2>What is found most</h2>\n" +
                     table("What is found most", "<th scope=\"col\">Finding</th><th scope=\"col\">How grave</th><th scope=\"col\" class=\"number\">Reports</th><th scope=\"col\" class=\"number\">Places</th><th scope=\"col\">Share of reports</th>", rows);
  if (totals.size() > most_rules) html += "<p class=\"quiet\">" + counted(totals.size() - most_rules, "rarer finding is", "rarer findings are") + " in summary.csv and the reports' own pages.</p>\n";
  return html + "</section>\n";
}

std::string worst(const std::vector<ReportSummary>& reports) {
  std::vector<const ReportSummary*> order;
  for (const ReportSummary& each : reports)
    if (each.judged && each.same_as.empty() && each.block + each.fix > 0) order.push_back(&each);
  if (order.empty()) return {};
  std::stable_sort(order.begin(), order.end(), [](const ReportSummary* a, const ReportSummary* b) {
    return a->block != b->block ? a->block > b->block : a->fix > b->fix;
  });
  std::string rows;
  for (std::size_t at = 0; at < order.size() && at < most_reports; ++at)
    rows += "<tr><th scope=\"row\">" + named(*order[at]) + "</th>" + cell(order[at]->block) + cell(order[at]->fix) + cell(order[at]->advise) + cell(order[at]->pages) + "</tr>\n";
  std::string html = "<section><h2>Where most is to mend</h2>\n" +
                     table("Where most is to mend", "<th scope=\"col\">Report</th><th scope=\"col\" class=\"number\">Must mend</th><th scope=\"col\" class=\"number\">Mend or justify</th><th scope=\"col\" class=\"number\">Advice</th><th scope=\"col\" class=\"number\">Pages</th>", rows);
  if (order.size() > most_reports) html += "<p class=\"quiet\">" + counted(order.size() - most_reports, "more report is", "more reports are") + " in summary.csv.</p>\n";
  return html + "</section>\n";
}

/// A list of reports with what is said of each.
std::string listed(std::string_view heading, std::string_view words, const std::vector<ReportSummary>& reports,
                   const std::function<bool(const ReportSummary&)>& chosen) {
  std::string items;
  std::size_t count = 0;
  for (const ReportSummary& each : reports) {
    if (!chosen(each)) continue;
    if (++count > most_reports) continue;
    items += "<li>" + named(each);
    for (const std::string& trouble : each.trouble) items += "<br><span class=\"quiet\">" + page_text(trouble) + "</span>";
    items += "</li>\n";
  }
  if (count == 0) return {};
  std::string html = "<section><h2>" + std::string(heading) + "</h2>\n<p>" + std::string(words) + "</p>\n<ul>\n" + items + "</ul>\n";
  if (count > most_reports) html += "<p class=\"quiet\">" + std::to_string(count - most_reports) + " more are in summary.csv.</p>\n";
  return html + "</section>\n";
}

/// Ready and not ready by something that each report says of itself.
std::string spread(std::string_view heading, std::string_view of, const std::vector<ReportSummary>& reports,
                   const std::function<std::string(const ReportSummary&)>& key) {
  struct Share {
    std::size_t ready = 0, not_ready = 0;
  };
  std::map<std::string, Share> shares;
  std::size_t most = 0, silent = 0;
  for (const ReportSummary& each : reports) {
    if (!each.judged || !each.same_as.empty()) continue;
    const std::string name = key(each);
    if (name.empty()) {
      ++silent;
      continue;
    }
    Share& share = shares[name];
    ++(each.ready ? share.ready : share.not_ready);
    most = std::max(most, share.ready + share.not_ready);
  }
  if (shares.size() < 2) return {};
  std::string rows;
  for (const auto& [name, share] : shares)
    rows += "<tr><th scope=\"row\">" + page_text(name) + "</th>" + cell(share.ready + share.not_ready) + cell(share.not_ready) + "<td>" +
            bar(share.ready + share.not_ready, most, "good") + "</td></tr>\n";
  std::string html = "<section><h2>" + std::string(heading) + "</h2>\n" +
                     table(heading, "<th scope=\"col\">" + std::string(of) + "</th><th scope=\"col\" class=\"number\">Reports</th><th scope=\"col\" class=\"number\">Not ready</th><th scope=\"col\">Reports</th>", rows);
  if (silent > 0) html += "<p class=\"quiet\">" + counted(silent, "report does", "reports do") + " not say.</p>\n";
  return html + "</section>\n";
}

std::string decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

}  // namespace

std::string_view kept_rule_name(std::string_view name) {
  static std::set<std::string, std::less<>> kept;
  const auto known = kept.find(name);
  return known != kept.end() ? *known : *kept.emplace(name).first;
}

std::string write_batch_page(const std::vector<ReportSummary>& reports, std::string_view version) {
  std::string html = header_of(totals_of(reports)) + "<main id=\"main\" class=\"wrap\" tabindex=\"-1\">\n" + commonest(reports) + worst(reports);
  html += listed("What could not be read", "These reports were not judged. Nothing is known of what is in them.", reports,
                 [](const ReportSummary& each) { return !each.judged; });
  html += listed("What needs its text recognised (OCR)", "Pages of these reports are pictures of text. Until their text is recognised, nobody has checked them.",
                 reports, [](const ReportSummary& each) { return each.judged && each.needs_ocr; });
  html += spread("By year", "Year", reports, [](const ReportSummary& each) { return each.year == 0 ? std::string() : std::to_string(each.year); });
  html += spread("By board", "Board", reports, [](const ReportSummary& each) { return each.board; });
  html += spread("By guidance in force", "Guidance", reports, [](const ReportSummary& each) { return each.regime.empty() ? std::string() : guidance_title(each.regime); });
  html += "</main>\n<footer class=\"foot\"><div class=\"wrap\">\n<p>The year and the board are what each report says of itself on its first pages.</p>\n<p class=\"quiet\">Casewright " +
          page_text(version) + ". This page loads nothing from anywhere and sends nothing.</p>\n</div></footer>\n";
  return page_frame("Casewright: " + verdict_of(totals_of(reports)), html, "");
}

std::string write_batch_csv(const std::vector<ReportSummary>& reports) {
  std::string csv = "\xEF\xBB\xBF";
  const char* const names[] = {"report", "verdict", "must mend", "mend or justify", "advice", "accepted", "pages", "words",
                               "reading grade", "guidance", "year", "board", "needs OCR", "same as", "rules", "trouble"};
  for (const char* const name : names) append_csv_cell(csv, name, name == names[15]);
  for (const ReportSummary& each : reports) {
    append_csv_cell(csv, each.input);
    append_csv_cell(csv, !each.judged ? "not read" : each.ready ? "ready" : "not ready");
    for (const std::uint32_t number : {each.block, each.fix, each.advise, each.waived, each.pages, each.words}) append_csv_cell(csv, std::to_string(number));
    append_csv_cell(csv, each.grade == 0 ? std::string() : decimal(each.grade));
    append_csv_cell(csv, each.regime);
    append_csv_cell(csv, each.year == 0 ? std::string() : std::to_string(each.year));
    append_csv_cell(csv, each.board);
    append_csv_cell(csv, each.needs_ocr ? "yes" : "");
    append_csv_cell(csv, each.same_as);
    std::string rules, trouble;
    for (const RuleCount& count : each.rules) rules += (rules.empty() ? "" : "; ") + std::string(count.rule) + " " + std::to_string(count.places);
    for (const std::string& line : each.trouble) trouble += (trouble.empty() ? "" : "; ") + line;
    append_csv_cell(csv, rules);
    append_csv_cell(csv, fold_space(trouble), true);
  }
  return csv;
}

}  // namespace casewright
