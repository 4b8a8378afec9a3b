#include "emit/findings/findings_page.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/letters.h"
#include "base/text.h"
#include "base/words.h"
#include "base/world.h"
#include "emit/findings/findings_charts.h"
#include "emit/findings/page_frame.h"
#include "emit/words/html_text.h"

namespace casewright {

namespace data {
extern const std::string_view findings_js;
}

namespace {

/// The findings of one rule in one report.
struct RuleGroup {
  std::string rule;
  std::uint32_t document = 0;
  Level level = Level::advise;  ///< the gravest that is not waived
  std::size_t open = 0;
  std::vector<std::size_t> findings;  ///< indices
};

/// What every part of the page works with.
struct PageParts {
  const Checked& checked;
  const FindingsView& view;
  const FindingsWords shown;
  std::vector<RuleGroup> groups;
};

std::string id_of(const RuleGroup& group) {
  return "r" + std::to_string(group.document) + "-" + replace_every(group.rule, "/", "-");
}

std::string_view family_of(const RuleGroup& group) { return std::string_view(group.rule).substr(0, group.rule.find('/')); }

/// The findings by report, family and rule, the gravest first.
std::vector<RuleGroup> group_findings(const Checked& checked) {
  std::map<std::pair<std::uint32_t, std::string>, RuleGroup> groups;
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    const Finding& finding = checked.findings[i];
    if (finding.document >= checked.readings.size()) continue;
    RuleGroup& group = groups[{finding.document, finding.rule}];
    group.rule = finding.rule;
    group.document = finding.document;
    group.findings.push_back(i);
    if (finding.waived) continue;
    ++group.open;
    group.level = std::max(group.level, finding.level);
  }
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> families;  // how grave each is, by its open blocks and fixes
  for (const auto& [key, group] : groups) {
    std::uint32_t& grave = families[{key.first, std::string(family_of(group))}];
    if (group.open > 0) grave = std::max(grave, static_cast<std::uint32_t>(group.level) + 1);
  }
  std::vector<RuleGroup> ordered;
  for (auto& [key, group] : groups) ordered.push_back(std::move(group));
  const auto rank = [&](const RuleGroup& group) {
    return std::make_tuple(group.document, -static_cast<int>(families[{group.document, std::string(family_of(group))}]), family_of(group),
                           group.open == 0, -static_cast<int>(group.level), group.rule);
  };
  std::sort(ordered.begin(), ordered.end(), [&](const RuleGroup& a, const RuleGroup& b) { return rank(a) < rank(b); });
  return ordered;
}

std::string capitalised(std::string words) {
  if (!words.empty()) words[0] = to_capital(words[0]);
  return words;
}

/// What a finding is grouped under when the page is read in order: its page, or the heading it stands under.
std::string where_of(const PageParts& parts, const Finding& finding) {
  const Reading& reading = parts.checked.readings[finding.document];
  if (!finding.about.empty()) return "The case's own papers: " + finding.about;
  const bool inside = !finding.span.empty() && !reading.prose.stretches.empty();
  const Scope scope = inside ? reading.prose.stretch_at(finding.span.begin).scope : Scope::paragraph;
  std::string where;
  if (scope == Scope::metadata || scope == Scope::file_name || (!inside && finding.place.page == 0)) {
    where = capitalised(parts.shown.place(finding));
  } else if (finding.place.page != 0) {
    where = "Page " + std::to_string(finding.place.page);
  } else {
    const Stretch& stretch = reading.prose.stretch_at(finding.span.begin);
    const Stretch* heading = stretch.heading < reading.prose.stretches.size() ? &reading.prose.stretches[stretch.heading] : nullptr;
    where = heading != nullptr && heading->scope == Scope::heading
                ? parts.shown.safe(finding.document, fold_space(reading.prose.view(heading->span)))
                : "Before the first heading";
  }
  if (parts.checked.readings.size() > 1) where = parts.shown.safe(finding.document, reading.path) + ": " + where;
  return where;
}

void add_part(std::string& html, const ShownPart& part) {
  if (part.marked) html += "<mark>";
  if (!part.behind.empty()) {
    html += "<span class=\"secret\"";
    append_attribute(html, "data-behind", part.behind);
    html += ">";
  }
  append_html(html, part.text);
  if (!part.behind.empty()) html += "</span>";
  if (part.marked) html += "</mark>";
}

/// Parts side by side that look the same become one, so that a marked phrase is one mark.
std::string excerpt_of(const std::vector<ShownPart>& parts) {
  std::string html;
  for (const ShownPart& part : parts) add_part(html, part);
  return replace_every(html, "</mark><mark>", "");
}

std::string waiver_words(const PageParts& parts, const Finding& finding) {
  const Waiver& waiver = *finding.waived;
  std::string words = "Accepted by " + waiver.person + ", " + waiver.role + ", on " + long_form(waiver.date);
  if (waiver.until.known()) words += " until " + long_form(waiver.until);
  return words + ": " + parts.shown.safe(finding.document, waiver.reason);
}

void add_line(std::string& html, std::string_view css, std::string_view words) {
  if (words.empty()) return;
  html.append("<p class=\"").append(css).append("\">");
  append_html(html, words);
  html += "</p>\n";
}

void add_finding(std::string& html, const PageParts& parts, std::size_t index, bool same_message, bool same_suggestion) {
  const Finding& finding = parts.checked.findings[index];
  const std::string_view level = finding.waived ? "waived" : name_of(finding.level);
  const std::string_view family = std::string_view(finding.rule).substr(0, finding.rule.find('/'));
  html += "<li class=\"finding " + std::string(level) + "\" id=\"f" + std::to_string(index + 1) + "\" data-order=\"" + std::to_string(index) + "\"";
  append_attribute(html, "data-level", level);
  append_attribute(html, "data-family", family);
  append_attribute(html, "data-rule", finding.rule);
  append_attribute(html, "data-where", where_of(parts, finding));
  html += ">\n<p class=\"where\"><span class=\"badge\">" + std::string(finding.waived ? "Accepted" : spoken_level(finding.level)) +
          "</span><span class=\"place\">";
  append_html(html, capitalised(parts.shown.place(finding)));
  html += "</span><span class=\"rule-name\">";
  append_html(html, rule_title(finding.rule));
  html += "</span></p>\n";
  add_line(html, same_message ? "message said-above" : "message", finding.message);
  if (const std::string search = parts.shown.search(finding); !search.empty()) add_line(html, "message", search);
  const auto excerpt = parts.shown.excerpt(finding);
  if (!excerpt.empty()) html += "<blockquote class=\"excerpt\">" + excerpt_of(excerpt) + "</blockquote>\n";
  add_line(html, same_suggestion ? "to-do said-above" : "to-do", finding.suggestion);
  if (finding.waived) add_line(html, "accepted", waiver_words(parts, finding));
  html += "<button type=\"button\" name=\"copy\" hidden>Copy<span class=\"hidden-words\"> finding " + std::to_string(index + 1) + "</span></button>\n</li>\n";
}

/// True where every finding of the group says the same there.
template <class Field>
bool all_same(const PageParts& parts, const RuleGroup& group, Field field) {
  const auto& findings = parts.checked.findings;
  return group.findings.size() > 1 && std::all_of(group.findings.begin(), group.findings.end(), [&](std::size_t each) {
    return findings[each].*field == findings[group.findings.front()].*field;
  });
}

void add_why(std::string& html, const RuleCard* card, const Finding& example) {
  html += "<details class=\"why\"><summary>Why, and how to mend it<span class=\"hidden-words\">: ";
  append_html(html, rule_title(example.rule));
  html += "</span></summary><div>\n";
  if (card != nullptr) {
    add_line(html, "reason", card->why);
    if (!card->in_word.empty()) add_line(html, "in-word", "In Word: " + card->in_word);
    if (!card->bad.empty()) add_line(html, "bad", "Instead of: " + card->bad);
    if (!card->good.empty()) add_line(html, "good", "Better: " + card->good);
  }
  if (!example.source.empty()) add_line(html, "quiet", "Source: " + example.source);
  html += "<p class=\"quiet\">Rule <code>";
  append_html(html, example.rule);
  html += "</code></p>\n</div></details>\n";
}

void add_group(std::string& html, const PageParts& parts, const RuleGroup& group, const std::string& heading) {
  const Finding& first = parts.checked.findings[group.findings.front()];
  const bool same_message = all_same(parts, group, &Finding::message), same_suggestion = all_same(parts, group, &Finding::suggestion);
  html += "<section class=\"rule\" id=\"" + id_of(group) + "\"><" + heading + ">";
  append_html(html, rule_title(group.rule));
  html += " <span class=\"tally\">(" + counted(group.findings.size(), "place", "places") + ")</span></" + heading + ">\n";
  if (same_message) add_line(html, "message", first.message);
  if (same_suggestion) add_line(html, "to-do", first.suggestion);
  add_why(html, card_of(parts.view.rules, group.rule), first);
  html += "<ol class=\"findings\">\n";
  for (const std::size_t each : group.findings) add_finding(html, parts, each, same_message, same_suggestion);
  html += "</ol>\n</section>\n";
}

std::string groups_of(const PageParts& parts) {
  std::string html;
  const bool many = parts.checked.readings.size() > 1;
  const std::string family_heading = many ? "h4" : "h3", rule_heading = many ? "h5" : "h4";
  for (std::size_t i = 0; i < parts.groups.size(); ++i) {
    const RuleGroup& group = parts.groups[i];
    const RuleGroup* before = i == 0 ? nullptr : &parts.groups[i - 1];
    const bool new_report = before == nullptr || before->document != group.document;
    const bool new_family = new_report || family_of(*before) != family_of(group);
    if (before != nullptr && new_family) html += "</section>\n";
    if (before != nullptr && new_report && many) html += "</section>\n";
    if (new_report && many) {
      html += "<section class=\"report\"><h3>";
      append_html(html, parts.shown.safe(group.document, parts.checked.readings[group.document].path));
      html += "</h3>\n";
    }
    if (new_family) {
      html += "<section class=\"family\"><" + family_heading + ">";
      append_html(html, family_title(family_of(group)));
      html += "</" + family_heading + ">\n";
    }
    add_group(html, parts, group, rule_heading);
  }
  if (!parts.groups.empty()) html += many ? "</section></section>\n" : "</section>\n";
  return html;
}

void add_choice(std::string& html, std::string_view value, std::string_view words, std::uint32_t count) {
  html += "<label><input type=\"checkbox\" name=\"level\" value=\"" + std::string(value) + "\" checked> " + std::string(words) + " (" +
          std::to_string(count) + ")</label>\n";
}

std::string tools_of(const PageParts& parts, const Verdict& all) {
  std::string html = "<section class=\"tools\" aria-label=\"Search and filter\" hidden>\n"
                     "<div><label class=\"above\" for=\"search\">Search the findings</label><input type=\"search\" id=\"search\" name=\"search\" autocomplete=\"off\"></div>\n"
                     "<div><label class=\"above\" for=\"family\">About</label><select id=\"family\" name=\"family\"><option value=\"\">Everything</option>";
  std::vector<std::string_view> families;
  for (const RuleGroup& group : parts.groups)
    if (std::find(families.begin(), families.end(), family_of(group)) == families.end()) families.push_back(family_of(group));
  for (const std::string_view family : families) {
    html += "<option";
    append_attribute(html, "value", family);
    html += ">";
    append_html(html, family_title(family));
    html += "</option>";
  }
  html += "</select></div>\n<fieldset><legend>Show</legend>\n";
  add_choice(html, "block", spoken_level(Level::block), all.block);
  add_choice(html, "fix", spoken_level(Level::fix), all.fix);
  add_choice(html, "advise", spoken_level(Level::advise), all.advise);
  if (all.waived > 0) add_choice(html, "waived", "Accepted", all.waived);
  const bool paged = std::any_of(parts.checked.findings.begin(), parts.checked.findings.end(), [](const Finding& each) { return each.place.page != 0; });
  html += "</fieldset>\n<fieldset><legend>Group</legend>\n<label><input type=\"radio\" name=\"group\" value=\"rule\" checked> By what is wrong</label>\n"
          "<label><input type=\"radio\" name=\"group\" value=\"page\"> ";
  html += paged ? "By page" : "By place in the report";
  html += "</label>\n</fieldset>\n<div class=\"buttons\">\n<button type=\"button\" name=\"copy-all\">Copy what is shown</button>\n"
          "<button type=\"button\" name=\"print\">Print</button>\n<button type=\"button\" name=\"all\">Show all again</button>\n";
  if (parts.view.show_text) html += "<button type=\"button\" name=\"names\" aria-pressed=\"false\">Show names</button>\n";
  return html + "</div>\n</section>\n";
}

Verdict total(const Checked& checked) {
  Verdict all;
  all.ready = true;
  for (std::size_t i = 0; i < checked.readings.size(); ++i) {
    const Verdict each = verdict_of(checked, i);
    all.ready = all.ready && each.ready;
    all.block += each.block;
    all.fix += each.fix;
    all.advise += each.advise;
    all.waived += each.waived;
  }
  return all;
}

std::string sentence_of(const Verdict& all, const Checked& checked, const FindingsView& view) {
  const std::size_t reports = checked.readings.size() + view.unreadable.size();
  if (checked.readings.empty()) return reports == 1 ? "This report could not be checked." : "No report could be checked.";
  if (!view.unreadable.empty())
    return counted(view.unreadable.size(), "report", "reports") + " of " + std::to_string(reports) + " could not be checked.";
  const std::string subject = reports == 1 ? "" : "These " + std::to_string(reports) + " reports together: ";
  if (!all.ready)
    return subject + "Not ready to publish: " + counted(all.block, "thing must be mended first.", "things must be mended first.");
  if (!view.only.empty())
    return subject + "Only the rules of " + list_in_words(view.only) + " were asked: " + (all.fix + all.advise == 0 ? "nothing was found." : counted(all.fix + all.advise, "thing was found, and it does not stop publication.", "things were found, and none stops publication."));
  if (all.fix > 0) return subject + "Ready to publish, with " + counted(all.fix, "thing to mend or justify.", "things to mend or justify.");
  return subject + (all.advise > 0 ? "Ready to publish. What follows is advice." : "Ready to publish: nothing was found.");
}

void add_count(std::string& html, std::string_view css, std::uint32_t count, std::string_view words, std::string_view means) {
  html += "<li class=\"" + std::string(css) + "\"><b>" + std::to_string(count) + "</b><span>" + std::string(words) + "</span><small>" +
          std::string(means) + "</small></li>\n";
}

std::string header_of(const PageParts& parts, const Verdict& all) {
  const Checked& checked = parts.checked;
  const bool go = all.ready && parts.view.unreadable.empty() && !checked.readings.empty();
  std::string html = "<a class=\"skip\" href=\"#main\">Skip to what to do first</a>\n<header class=\"verdict " + std::string(go ? "go" : "stop") +
                     "\"><div class=\"wrap\">\n<p>Casewright has checked ";
  for (std::size_t i = 0; i < checked.readings.size() && i < 4; ++i) {
    html += i == 0 ? "<strong>" : ", <strong>";
    append_html(html, parts.shown.safe(i, std::string(file_name(checked.readings[i].path))));
    html += "</strong>";
  }
  if (checked.readings.size() > 4) html += " and " + std::to_string(checked.readings.size() - 4) + " more";
  if (checked.readings.empty()) html += "nothing";
  html += "</p>\n<h1>";
  append_html(html, sentence_of(all, checked, parts.view));
  html += "</h1>\n";
  const std::string regime = checked.inspected.empty() ? "" : checked.inspected.front().regime;
  if (!regime.empty()) add_line(html, "quiet", "Held against " + guidance_title(regime) + (checked.readings.size() > 1 ? " (the first report)." : "."));
  html += "<ul class=\"counts\" aria-label=\"Findings\">\n";
  add_count(html, "block", all.block, spoken_level(Level::block), "stops publication");
  add_count(html, "fix", all.fix, spoken_level(Level::fix), "mend it, or write down why not");
  add_count(html, "advise", all.advise, "Advice", "the writer decides");
  if (all.waived > 0) add_count(html, "waived", all.waived, "Accepted", "a named person gave a reason");
  return html + "</ul>\n</div></header>\n";
}

/// What to do first: the rules that stop publication, then those to mend, those with most places first.
std::string first_steps(const PageParts& parts) {
  std::vector<const RuleGroup*> steps;
  for (const RuleGroup& group : parts.groups)
    if (group.open > 0 && group.level != Level::advise) steps.push_back(&group);
  std::stable_sort(steps.begin(), steps.end(), [](const RuleGroup* a, const RuleGroup* b) {
    return a->level != b->level ? a->level > b->level : a->open > b->open;
  });
  const auto stops = static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [](const RuleGroup* each) { return each->level == Level::block; }));
  const std::size_t most = 8, more = stops > most ? stops - most : 0;
  steps.resize(std::min({steps.size(), most, std::max<std::size_t>(stops, 5)}));
  if (steps.empty()) return "<p>Nothing must be mended before publication.</p>\n";
  std::string html = "<ol class=\"first\">\n";
  for (const RuleGroup* group : steps) {
    const auto first = std::find_if(group->findings.begin(), group->findings.end(), [&](std::size_t each) { return !parts.checked.findings[each].waived; });
    const Finding& finding = parts.checked.findings[*first];
    const RuleCard* card = card_of(parts.view.rules, group->rule);
    html += "<li class=\"" + std::string(name_of(group->level)) + "\"><a href=\"#" + id_of(*group) + "\">";
    append_html(html, rule_title(group->rule));
    html += ": " + counted(group->open, "place", "places") + "</a> <span class=\"badge\">" + std::string(spoken_level(group->level)) + "</span><small>";
    const bool one_way = group->findings.size() == 1 || all_same(parts, *group, &Finding::suggestion);
    std::string words = one_way ? finding.suggestion : "";
    if (card != nullptr && !card->why.empty()) words += (words.empty() ? "" : " ") + card->why;
    append_html(html, words.empty() ? finding.message : words);
    html += "</small></li>\n";
  }
  html += "</ol>\n";
  if (more > 0) html += "<p>Then " + counted(more, "more kind", "more kinds") + " of finding that must be mended, below.</p>\n";
  return html;
}

std::string faults_of(const PageParts& parts) {
  if (parts.checked.faults.empty() && parts.view.unreadable.empty()) return {};
  std::string html = "<h2>What stood in the way</h2>\n<ul>\n";
  for (const Fault& fault : parts.checked.faults) {
    html += "<li>";
    append_html(html, describe(fault));
    html += "</li>\n";
  }
  if (parts.checked.faults.empty())
    for (const std::string& path : parts.view.unreadable) {
      html += "<li>";
      append_html(html, path);
      html += "</li>\n";
    }
  return html + "</ul>\n";
}

std::string footer_of(const PageParts& parts) {
  std::string html = "<footer class=\"foot\"><div class=\"wrap\">\n<p><strong>To accept a finding</strong> that must stand, a person gives a reason: "
                     "<code>casewright waive REPORT --rule RULE --words \"the exact words\" --reason \"why\" --name \"who\" --role \"in what role\"</code>. "
                     "When the words are edited, the finding comes back.</p>\n<p>";
  html += parts.view.show_text ? "This page holds words of the report that may identify people. Keep it as you keep the report."
                               : "Words that could identify somebody are masked here, and the page does not hold them: G**** stands for a word of five letters. "
                                 "<code>casewright check --show-text</code> makes a page that can show them.";
  html += "</p>\n<p class=\"quiet\">Casewright ";
  append_html(html, parts.view.version);
  html += ", rule book ";
  append_html(html, parts.checked.rule_book.substr(0, 12));
  return html + ". This page loads nothing from anywhere and sends nothing.</p>\n</div></footer>\n";
}

}  // namespace

std::string write_findings_page(const Checked& checked, const FindingsView& view) {
  const PageParts parts{checked, view, FindingsWords(checked, view.show_text), group_findings(checked)};
  const Verdict all = total(checked);
  std::string body = header_of(parts, all) + "<main id=\"main\" class=\"wrap\" tabindex=\"-1\">\n" + faults_of(parts);
  if (!checked.readings.empty()) body += "<section><h2>What to do first</h2>\n" + first_steps(parts) + "</section>\n";
  std::string charts;
  for (std::size_t i = 0; i < checked.readings.size(); ++i) charts += readability_charts(checked, i, view, parts.shown, 3);
  if (!charts.empty()) body += "<section><h2>How it reads</h2>\n" + charts + "</section>\n";
  if (!parts.groups.empty())
    body += "<section id=\"findings\"><h2>Findings</h2>\n" + tools_of(parts, all) +
            "<p class=\"status\" role=\"status\"></p>\n<p class=\"nothing\" hidden>No finding fits. Change the search, or show all again.</p>\n<div class=\"groups\">\n" +
            groups_of(parts) + "</div>\n</section>\n";
  body += "</main>\n" + footer_of(parts);
  const std::string title = checked.readings.size() == 1 ? parts.shown.safe(0, std::string(file_name(checked.readings[0].path))) : "Reports";
  return page_frame(title + ": " + sentence_of(all, checked, view), body, data::findings_js);
}

}  // namespace casewright
