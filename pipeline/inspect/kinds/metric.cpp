#include "inspect/kinds/metric.h"

#include <algorithm>
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

/// A name that a formula may use, and its value.
struct Variable {
  std::string_view name;
  double (*value)(const Seen& seen);
};

const Counts& counts_of(const Seen& seen) { return seen.inspected.measured.counts; }

/// The names are those of Vale and our own; "pre" is code, which no report has.
constexpr Variable variables[] = {
    {"words", [](const Seen& seen) -> double { return counts_of(seen).words; }},
    {"sentences", [](const Seen& seen) -> double { return counts_of(seen).sentences; }},
    {"paragraphs", [](const Seen& seen) -> double { return counts_of(seen).paragraphs; }},
    {"syllables", [](const Seen& seen) -> double { return counts_of(seen).syllables; }},
    {"characters", [](const Seen& seen) -> double { return counts_of(seen).characters; }},
    {"letters", [](const Seen& seen) -> double { return counts_of(seen).letters; }},
    {"complex_words", [](const Seen& seen) -> double { return counts_of(seen).hard; }},
    {"polysyllabic_words", [](const Seen& seen) -> double { return counts_of(seen).polysyllables; }},
    {"long_words", [](const Seen& seen) -> double { return counts_of(seen).long_words; }},
    {"unfamiliar_words", [](const Seen& seen) -> double { return counts_of(seen).unfamiliar; }},
    {"passive_sentences", [](const Seen& seen) -> double { return counts_of(seen).passives; }},
    {"nominalisations", [](const Seen& seen) -> double { return counts_of(seen).nominals; }},
    {"pages", [](const Seen& seen) -> double { return seen.inspected.measures.pages; }},
    {"list", [](const Seen& seen) { return stretch_count(seen, Scope::list); }},
    {"lists", [](const Seen& seen) { return stretch_count(seen, Scope::list); }},
    {"list_items", [](const Seen& seen) { return stretch_count(seen, Scope::list); }},
    {"blockquote", [](const Seen& seen) { return stretch_count(seen, Scope::quotation); }},
    {"pre", [](const Seen&) { return 0.0; }},
    {"headings", [](const Seen& seen) { return heading_count(seen, 0); }},
};

/// The level that "heading.h2" or "heading_h2" names; 0 for any other name.
int heading_named(std::string_view name) {
  const bool heading = (name.starts_with("heading.h") || name.starts_with("heading_h")) && name.size() == 10;
  return heading && name[9] >= '1' && name[9] <= '6' ? name[9] - '0' : 0;
}

bool known(std::string_view name) {
  const auto measures = measure_names();
  return heading_named(name) > 0 || std::any_of(std::begin(variables), std::end(variables), [&](const Variable& each) { return each.name == name; }) ||
         std::any_of(measures.begin(), measures.end(), [&](const MeasureName& each) { return each.in_json == name; });
}

/// The value that a name in a formula stands for, or nothing.
std::optional<double> value_named(const Seen& seen, std::string_view name) {
  if (const int level = heading_named(name); level > 0) return heading_count(seen, level);
  for (const Variable& variable : variables)
    if (variable.name == name) return variable.value(seen);
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
        equals_(preparation.number(rule.body, "equals", std::nan(""))),
        differs_(preparation.number(rule.body, "differs", std::nan(""))),
        least_words_(preparation.number(rule.body, "least-words", 0)) {
    if (!formula_.trouble().empty())
      preparation.fault(rule.body, "the formula cannot be read: " + formula_.trouble(), "write numbers, names, + - * / ( ) and sqrt()");
    for (const std::string& name : formula_.names())
      if (!known(name)) preparation.fault(rule.body, "the formula names '" + name + "', which nothing here counts", "words, sentences, syllables, characters, complex_words, polysyllabic_words, long_words, paragraphs, list, blockquote, heading.h1 and the measures are known");
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.inspected.measures.words < least_words_ || seen.inspected.measures.words == 0) return;
    const auto value = formula_.value([&](std::string_view name) { return value_named(seen, name); });
    if (!value || !std::isfinite(*value) || within(*value)) return;
    into.push_back(report(seen, rule, {}, {{"value", rounded(*value)}, {"limit", rounded(*value > over_ ? over_ : under_)}}));
  }

 private:
  bool within(double value) const {
    return value <= over_ && value >= under_ && value != equals_ && (std::isnan(differs_) || value == differs_);
  }

  Formula formula_;
  double over_, under_, equals_, differs_, least_words_;
};

}  // namespace

std::shared_ptr<const Check> prepare_metric(const Rule& rule, Preparation& preparation) {
  return std::make_shared<MetricCheck>(rule, preparation);
}

}  // namespace casewright
