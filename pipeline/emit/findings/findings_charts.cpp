#include "emit/findings/findings_charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/words.h"
#include "emit/findings/page_frame.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

/// A measure as a reader of the page understands it.
struct MeasureWords {
  std::string_view in_rules, title;
};
constexpr MeasureWords measure_words[] = {
    {"mean-sentence-words", "Words in a sentence, on average"},
    {"mean-paragraph-words", "Words in a paragraph, on average"},
    {"flesch-reading-ease", "Reading ease, from 0 (hardest) to 100"},
    {"flesch-kincaid-grade", "Years of schooling it asks for (Flesch-Kincaid)"},
    {"gunning-fog", "Years of schooling it asks for (Gunning fog)"},
    {"smog", "Years of schooling it asks for (SMOG)"},
    {"ari", "Automated readability index"},
    {"coleman-liau", "Coleman-Liau index"},
    {"dale-chall", "Dale-Chall score"},
    {"lix", "Lix score"},
    {"passive-ratio", "Sentences in the passive (\xE2\x80\x9Cwas done\xE2\x80\x9D)"},
    {"nominal-ratio", "Nouns made of verbs (\xE2\x80\x9Cimplementation\xE2\x80\x9D)"},
    {"pages", "Pages"},
    {"words", "Words"},
    {"sentences", "Sentences"},
    {"recommendations", "Recommendations"},
};

std::string_view title_of(std::string_view measure) {
  for (const MeasureWords& each : measure_words)
    if (each.in_rules == measure) return each.title;
  return measure;
}

bool value_of(const Inspected& inspected, std::string_view measure, double& value) {
  for (const MeasureName& name : measure_names())
    if (name.in_rules == measure) {
      value = inspected.measures.*name.value;
      return std::isfinite(value);
    }
  value = inspected.measures.pages;
  if (measure == "pages") return inspected.measures.pages > 0;
  if (measure == "words") value = inspected.measures.words;
  else if (measure == "sentences") value = inspected.measures.sentences;
  else if (measure == "recommendations") value = static_cast<double>(inspected.recommendations.size());
  else return false;
  return true;
}

std::string figure_of(double value, std::string_view measure) {
  char text[32];
  if (measure.ends_with("ratio")) std::snprintf(text, sizeof text, "%.0f%%", value * 100);
  else std::snprintf(text, sizeof text, value == std::floor(value) ? "%.0f" : "%.1f", value);
  return text;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

/// The bar is a picture of the words above it, so a screen reader is spared it.
std::string bar(double value, double target, double most, bool good) {
  const double x = 300 * std::clamp(value / most, 0.0, 1.0), t = 300 * std::clamp(target / most, 0.0, 1.0);
  return "<svg viewBox=\"0 0 300 22\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"track\" x=\"0\" y=\"5\" width=\"300\" height=\"12\" rx=\"3\"/>"
         "<rect class=\"" + std::string(good ? "good" : "over") + "\" x=\"0\" y=\"5\" width=\"" + number(x) +
         "\" height=\"12\" rx=\"3\"/><line class=\"target\" x1=\"" + number(t) + "\" x2=\"" + number(t) + "\" y1=\"0\" y2=\"22\"/></svg>";
}

/// One limit of one measure, or nothing for a rule that sets none on the report.
std::string measure_item(const RuleCard& card, const Inspected& inspected) {
  double value = 0;
  if (!value_of(inspected, card.measure, value)) return {};
  const bool upper = std::isfinite(card.over);
  const double target = upper ? card.over : card.under;
  if (!std::isfinite(target)) return {};
  const bool good = upper ? value <= target : value >= target;
  const double most = card.measure == "flesch-reading-ease" ? 100 : std::max({value, target, 1e-9}) * 1.25;
  std::string html = "<li><p>";
  append_html(html, title_of(card.measure));
  html += ": <b>" + figure_of(value, card.measure) + "</b></p>" + bar(value, target, most, good) + "<p class=\"quiet\">Target: " +
          figure_of(target, card.measure) + (upper ? " or less" : " or more") + (good ? ", met" : ", <strong>not met</strong>") + "</p></li>\n";
  return html;
}

std::uint32_t words_in(const Prose& prose, const Sentence& sentence) {
  std::uint32_t words = 0;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token && at < prose.tokens.size(); ++at)
    words += prose.tokens[at].casing != Casing::punctuation;
  return words;
}

double sentence_limit(const FindingsView& view) {
  double limit = 0;
  for (const RuleCard& card : view.rules)
    if (card.measure == "sentence-words" && std::isfinite(card.over)) limit = std::max(limit, card.over);
  return limit;
}

constexpr std::size_t bins = 10, bin_words = 5;  // the last one holds all that are longer

std::string histogram(const std::array<std::size_t, bins>& counts, double limit) {
  const std::size_t most = std::max<std::size_t>(1, *std::max_element(counts.begin(), counts.end()));
  std::string svg = "<svg viewBox=\"0 0 520 170\" aria-hidden=\"true\" focusable=\"false\">";
  for (std::size_t bin = 0; bin < bins; ++bin) {
    const double height = 120.0 * static_cast<double>(counts[bin]) / static_cast<double>(most);
    const double x = 10 + 50.0 * static_cast<double>(bin);
    const bool long_one = limit > 0 && static_cast<double>(bin * bin_words) >= limit;
    svg += "<rect class=\"" + std::string(long_one ? "over" : "good") + "\" x=\"" + number(x + 3) + "\" y=\"" + number(140 - height) +
           "\" width=\"44\" height=\"" + number(height) + "\"/>";
    const std::string label = bin + 1 == bins ? std::to_string(bin * bin_words + 1) + "+"
                                              : std::to_string(bin * bin_words + 1) + "\xE2\x80\x93" + std::to_string((bin + 1) * bin_words);
    svg += "<text x=\"" + number(x + 25) + "\" y=\"157\" text-anchor=\"middle\">" + label + "</text>";
    if (counts[bin] > 0)
      svg += "<text x=\"" + number(x + 25) + "\" y=\"" + number(135 - height) + "\" text-anchor=\"middle\">" + std::to_string(counts[bin]) + "</text>";
  }
  if (limit > 0 && limit < static_cast<double>(bins * bin_words)) {
    const double x = 10 + 10.0 * limit;
    svg += "<line class=\"target\" x1=\"" + number(x) + "\" x2=\"" + number(x) + "\" y1=\"0\" y2=\"142\"/>";
  }
  return svg + "</svg>";
}

std::string sentence_chart(const Prose& prose, const FindingsView& view) {
  std::array<std::size_t, bins> counts{};
  std::size_t all = 0, too_long = 0;
  const double limit = sentence_limit(view);
  for (const Sentence& sentence : prose.sentences) {
    if (sentence.stretch >= prose.stretches.size() || !prose_scopes.has(prose.stretches[sentence.stretch].scope)) continue;
    const std::uint32_t words = words_in(prose, sentence);
    if (words == 0) continue;
    ++counts[std::min<std::size_t>((words - 1) / bin_words, bins - 1)];
    ++all;
    too_long += limit > 0 && words > limit;
  }
  if (all < 3) return {};
  std::string html = "<figure><figcaption>Sentences by their number of words</figcaption>" + histogram(counts, limit);
  if (limit > 0)
    html += "<p class=\"quiet\">" + counted(too_long, "sentence has", "sentences have") + " more than " + figure_of(limit, "") +
            " words, the line in the picture, of " + std::to_string(all) + " in all.</p>";
  return html + "</figure>\n";
}

std::string section_table(const Checked& checked, std::size_t document, const FindingsWords& shown) {
  const Inspected& inspected = checked.inspected[document];
  std::string rows;
  for (const SectionSeen& section : inspected.sections)
    for (const MeasuredText::Section& measured : inspected.measured.sections) {
      if (measured.heading != section.stretch || measured.counts.words < 1) continue;
      const Measures measures = measures_of(measured.counts);
      rows += "<tr><th scope=\"row\">";
      append_html(rows, shown.safe(document, section.heading));
      rows += "</th><td class=\"number\">" + std::to_string(measures.words) + "</td><td class=\"number\">" +
              figure_of(measures.mean_sentence_words, "") + "</td><td class=\"number\">" + figure_of(measures.flesch_reading_ease, "") +
              "</td><td class=\"number\">" + figure_of(measures.passive_ratio, "ratio") + "</td></tr>\n";
    }
  if (rows.empty()) return {};
  std::string name = "Measures of each section";
  if (checked.readings.size() > 1) name += ", report " + std::to_string(document + 1);
  return "<details><summary>Each section by itself</summary><section class=\"scroll\" tabindex=\"0\" aria-label=\"" + name + "\"><table><thead><tr>"
         "<th scope=\"col\">Section</th><th scope=\"col\" class=\"number\">Words</th><th scope=\"col\" class=\"number\">Words a sentence</th>"
         "<th scope=\"col\" class=\"number\">Reading ease</th><th scope=\"col\" class=\"number\">Passive</th></tr></thead><tbody>\n" +
         rows + "</tbody></table></section></details>\n";
}

}  // namespace

std::string readability_charts(const Checked& checked, std::size_t document, const FindingsView& view,
                               const FindingsWords& shown, int heading) {
  if (document >= checked.inspected.size() || checked.inspected[document].measures.words == 0) return {};
  const Inspected& inspected = checked.inspected[document];
  std::string items;
  for (const RuleCard& card : view.rules)
    if (card.kind == "measure" && (card.regimes.empty() || std::find(card.regimes.begin(), card.regimes.end(), inspected.regime) != card.regimes.end()))
      items += measure_item(card, inspected);
  std::string html;
  if (checked.readings.size() > 1) {
    html += "<h" + std::to_string(heading) + ">";
    append_html(html, shown.safe(document, checked.readings[document].path));
    html += "</h" + std::to_string(heading) + ">\n";
  }
  html += "<p>" + counted(inspected.measures.words, "word", "words") + " in " + counted(inspected.measures.sentences, "sentence", "sentences");
  if (inspected.measures.pages > 0) html += " on " + counted(inspected.measures.pages, "page", "pages");
  html += ". Each line across a bar is the target.</p>\n";
  if (!items.empty()) html += "<ul class=\"measures\">\n" + items + "</ul>\n";
  return html + sentence_chart(checked.readings[document].prose, view) + section_table(checked, document, shown);
}

}  // namespace casewright
