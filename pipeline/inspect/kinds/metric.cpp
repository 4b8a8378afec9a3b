#include "inspect/kinds/metric.h"

#include <cmath>
#include <cstdio>

#include "inspect/formula.h"

namespace casewright {
namespace {

double heading_count(const Seen& seen, int level) {
  double count = 0;
  for (const SectionSeen& each : seen.inspected.sections) count += level == 0 || each.level == level;
  return count;
}

double stretch_count(const Seen& seen, Scope scope) {
  double count = 0;
  for (const Stretch& stretch : seen.prose.stretches) count += stretch.scope == scope;
  return count;
}

/// The value that a name in a formula stands for, or nothing; the names are those of Vale and our own.
std::optional<double> value_named(const Seen& seen, std::string_view name) {
  const Counts& counts = seen.inspected.measured.counts;
  if (name == "words") return counts.words;
  if (name == "sentences") return counts.sentences;
  if (name == "paragraphs") return counts.paragraphs;
  if (name == "syllables") return counts.syllables;
  if (name == "characters") return counts.characters;
  if (name == "letters") return counts.letters;
  if (name == "complex_words") return counts.hard;
  if (name == "polysyllabic_words") return counts.polysyllables;
  if (name == "long_words") return counts.long_words;
  if (name == "unfamiliar_words") return counts.unfamiliar;
  if (name == "passive_sentences") return counts.passives;
  if (name == "nominalisations") return counts.nominals;
  if (name == "pages") return seen.inspected.measures.pages;
  if (name == "lists" || name == "list_items") return stretch_count(seen, Scope::list);
  if (name == "blockquote") return stretch_count(seen, Scope::quotation);
  if (name == "headings") return heading_count(seen, 0);
  if (name.starts_with("heading.h") && name.size() == 10) return heading_count(seen, name[9] - '0');
  if (name.starts_with("heading_h") && name.size() == 10) return heading_count(seen, name[9] - '0');
  for (const MeasureName& measure : measure_names())
    if (measure.in_json == name) return seen.inspected.measures.*measure.value;
  return std::nullopt;
}

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string shown = text;
  while (shown.back() == '0') shown.pop_back();
  if (shown.back() == '.') shown.pop_back();
  return shown;
}

class MetricCheck final : public Check {
 public:
  MetricCheck(const Rule& rule, Preparation& preparation)
      : formula_(Formula::read(rule.body.attribute("formula"))),
        over_(preparation.number(rule.body, "over", 1e18)),
        under_(preparation.number(rule.body, "under", -1e18)),
        least_words_(preparation.number(rule.body, "least-words", 0)) {
    if (!formula_.trouble().empty())
      preparation.fault(rule.body, "the formula cannot be read: " + formula_.trouble(), "write numbers, names, + - * / ( ) and sqrt()");
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.inspected.measures.words < least_words_ || seen.inspected.measures.words == 0) return;
    const auto value = formula_.value([&](std::string_view name) { return value_named(seen, name); });
    if (!value || !std::isfinite(*value) || (*value <= over_ && *value >= under_)) return;
    into.push_back(report(seen, rule, {}, {{"value", rounded(*value)}, {"limit", rounded(*value > over_ ? over_ : under_)}}));
  }

 private:
  Formula formula_;
  double over_, under_, least_words_;
};

}  // namespace

std::shared_ptr<const Check> prepare_metric(const Rule& rule, Preparation& preparation) {
  return std::make_shared<MetricCheck>(rule, preparation);
}

}  // namespace casewright
