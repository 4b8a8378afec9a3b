#include "emit/findings/comparison.h"

#include <functional>
#include <map>

#include "base/text.h"
#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

std::string words_key(const Checked& checked, const Finding& finding) {
  std::string key = finding.rule + "\n" + finding.identity + "\n";
  if (!finding.span.empty() && finding.document < checked.readings.size())
    key += fold_space(checked.readings[finding.document].prose.view(finding.span));
  return key;
}

std::string sentence_key(const FindingsWords& words, const Checked& checked, const Finding& finding) {
  std::string key = words_key(checked, finding) + "\n";
  for (const ShownPart& part : words.excerpt(finding)) key += part.behind.empty() ? part.text : part.behind;
  return key;
}

using KeyOf = std::function<std::string(const Checked&, const Finding&)>;

/// Pairs what has equal keys among findings that have no partner yet, in the order of reading.
void pair_by(const KeyOf& earlier_key, const KeyOf& later_key, const Checked& earlier, const Checked& later,
             std::vector<std::size_t>& partner, std::vector<bool>& taken) {
  std::multimap<std::string, std::size_t> open;
  for (std::size_t i = 0; i < earlier.findings.size(); ++i)
    if (!taken[i]) open.emplace(earlier_key(earlier, earlier.findings[i]), i);
  for (std::size_t i = 0; i < later.findings.size(); ++i) {
    if (partner[i] != earlier.findings.size()) continue;
    const auto found = open.find(later_key(later, later.findings[i]));
    if (found == open.end()) continue;
    partner[i] = found->second;
    taken[found->second] = true;
    open.erase(found);
  }
}

std::string line_in_words(const Finding& finding, const FindingsWords& shown) {
  std::string line = "  " + std::string(finding.waived ? "waived " : "") + std::string(name_of(finding.level)) + ": " + shown.place(finding) + ": " +
                     finding.rule + ": " + finding.message;
  const std::string words = shown.pointed_at(finding);
  return line + (words.empty() ? "\n" : " [" + words + "]\n");
}

Value value_of(const Finding& finding, const FindingsWords& shown) {
  return {{"rule", finding.rule}, {"level", name_of(finding.level)}, {"message", finding.message}, {"page", finding.place.page},
          {"paragraph", finding.place.paragraph}, {"words", shown.pointed_at(finding)}, {"waived", finding.waived.has_value()}};
}

std::string report_line(const Checked& checked) {
  if (checked.readings.empty()) return {};
  const Verdict verdict = verdict_of(checked, 0);
  return harmless(checked.readings[0].path) + ": " + (verdict.ready ? "ready" : "not ready") + ": " + std::to_string(verdict.block) + " block, " +
         std::to_string(verdict.fix) + " fix, " + std::to_string(verdict.advise) + " advise\n";
}

Value report_value(const Checked& checked) {
  if (checked.readings.empty()) return nullptr;
  const Verdict verdict = verdict_of(checked, 0);
  return {{"path", checked.readings[0].path}, {"sha256", checked.readings[0].container.sha256},
          {"verdict", verdict.ready ? "ready" : "not-ready"},
          {"counts", {{"block", verdict.block}, {"fix", verdict.fix}, {"advise", verdict.advise}, {"waived", verdict.waived}}}};
}

}  // namespace

Comparison compare_findings(const Checked& earlier, const Checked& later) {
  const FindingsWords earlier_words(earlier, true), later_words(later, true);
  std::vector<std::size_t> partner(later.findings.size(), earlier.findings.size());
  std::vector<bool> taken(earlier.findings.size());
  pair_by([&](const Checked& checked, const Finding& finding) { return sentence_key(earlier_words, checked, finding); },
          [&](const Checked& checked, const Finding& finding) { return sentence_key(later_words, checked, finding); }, earlier, later, partner, taken);
  pair_by(words_key, words_key, earlier, later, partner, taken);
  Comparison comparison;
  for (std::size_t i = 0; i < later.findings.size(); ++i) {
    if (partner[i] == earlier.findings.size()) comparison.fresh.push_back(i);
    else comparison.unchanged.emplace_back(partner[i], i);
  }
  for (std::size_t i = 0; i < earlier.findings.size(); ++i)
    if (!taken[i]) comparison.gone.push_back(i);
  return comparison;
}

std::string write_comparison_text(const Checked& earlier, const Checked& later, const FindingsView& view) {
  const FindingsWords earlier_words(earlier, view.show_text), later_words(later, view.show_text);
  const Comparison comparison = compare_findings(earlier, later);
  std::string text = "New: " + std::to_string(comparison.fresh.size()) + "\n";
  for (const std::size_t each : comparison.fresh) text += line_in_words(later.findings[each], later_words);
  text += "Gone: " + std::to_string(comparison.gone.size()) + "\n";
  for (const std::size_t each : comparison.gone) text += line_in_words(earlier.findings[each], earlier_words);
  text += "Unchanged: " + std::to_string(comparison.unchanged.size()) + "\n";
  return text + report_line(earlier) + report_line(later);
}

std::string write_comparison_json(const Checked& earlier, const Checked& later, const FindingsView& view) {
  const FindingsWords earlier_words(earlier, view.show_text), later_words(later, view.show_text);
  const Comparison comparison = compare_findings(earlier, later);
  Value fresh = Value::array(), gone = Value::array(), unchanged = Value::array();
  for (const std::size_t each : comparison.fresh) fresh.push_back(value_of(later.findings[each], later_words));
  for (const std::size_t each : comparison.gone) gone.push_back(value_of(earlier.findings[each], earlier_words));
  for (const auto& [before, now] : comparison.unchanged) unchanged.push_back(value_of(later.findings[now], later_words));
  const Value all = {{"tool", "casewright"}, {"version", view.version}, {"old", report_value(earlier)}, {"new", report_value(later)},
                     {"counts", {{"new", fresh.size()}, {"gone", gone.size()}, {"unchanged", unchanged.size()}}},
                     {"new_findings", std::move(fresh)}, {"gone_findings", std::move(gone)}, {"unchanged_findings", std::move(unchanged)}};
  return all.dump(1, ' ', false, Value::error_handler_t::replace) + "\n";
}

}  // namespace casewright
