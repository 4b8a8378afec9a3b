#include "inspect/kinds/measure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "inspect/measures.h"
#include "language/word_table.h"

namespace casewright {
namespace {

using OfReport = double (*)(const Seen&);
/// A count of the report as a whole.
struct ReportRow {
  std::string_view name;
  OfReport value;
};
constexpr std::array<ReportRow, 4> report_rows{{
    {"pages", [](const Seen& s) { return static_cast<double>(s.inspected.measures.pages); }},
    {"words", [](const Seen& s) { return static_cast<double>(s.inspected.measures.words); }},
    {"sentences", [](const Seen& s) { return static_cast<double>(s.inspected.measures.sentences); }},
    {"recommendations",
     [](const Seen& s) { return static_cast<double>(s.inspected.recommendations.size()); }},
}};

/// "0.31" as "31%", 26 as "26", 19.53 as "19.5".
std::string spoken_value(std::string_view of, double value) {
  if (of.ends_with("ratio")) return std::to_string(static_cast<int>(std::lround(value * 100))) + "%";
  const auto tenths = std::lround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  return text;
}

class MeasureCheck final : public Check {
 public:
  MeasureCheck(const Rule& rule, Preparation& preparation)
      : of_(rule.body.attribute("of")),
        over_(preparation.number(rule.body, "over", 1e9)),
        under_(preparation.number(rule.body, "under", -1e9)),
        up_to_(preparation.number(rule.body, "up-to", 1e9)),
        least_words_(preparation.number(rule.body, "least-words", 0)),
        most_per_thousand_(preparation.number(rule.body, "most-per-thousand", 0)) {
    for (const ReportRow& row : report_rows)
      if (row.name == of_) value_ = row.value;
    for (std::size_t at = 0; at < measure_names().size(); ++at)
      if (measure_names()[at].in_rules == of_) measure_ = static_cast<int>(at);
    if (value_ == nullptr && measure_ < 0 && of_ != "sentence-words" && of_ != "paragraph-words" &&
        of_ != "paragraph-sentences")
      preparation.fault(rule.body, "'" + of_ + "' is no measure", "rules/README.md lists the measures");
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.inspected.measures.words < least_words_) return;
    if (measure_ >= 0)
      judge_measure(seen, rule, into);
    else if (value_ != nullptr)
      judge(seen, rule, value_(seen), {}, into);
    else if (of_ == "sentence-words")
      look_at_sentences(seen, rule, into);
    else
      look_at_paragraphs(seen, rule, into);
  }

 private:
  void judge(const Seen& seen, const Rule& rule, double value, Span span, std::vector<Finding>& into) const {
    if ((value <= over_ && value >= under_) || value > up_to_) return;
    const double limit = value > over_ ? over_ : under_;
    if (spoken_value(of_, value) == spoken_value(of_, limit)) return;  // nobody could see why
    into.push_back(
        report(seen, rule, span, {{"value", spoken_value(of_, value)}, {"limit", spoken_value(of_, limit)}}));
  }

  /// A measure of the whole report; the suggestion says where its hardest sentence stands.
  void judge_measure(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    const auto index = static_cast<std::size_t>(measure_);
    const std::size_t before = into.size();
    judge(seen, rule, seen.inspected.measures.*measure_names()[index].value, {}, into);
    const Span hardest = seen.inspected.measured.hardest[index];
    if (into.size() > before && !hardest.empty()) {
      std::string& suggestion = into.back().suggestion;
      suggestion += (suggestion.empty() ? "" : " ") + std::string("The hardest sentence stands ") + where(seen, hardest) + ".";
    }
  }

  static std::string where(const Seen& seen, Span span) {
    const Stretch& stretch = seen.prose.stretch_at(span.begin);
    std::string place = stretch.number.empty() ? "near the start" : "in paragraph " + stretch.number;
    if (stretch.page != 0) place += " on page " + std::to_string(stretch.page);
    return place;
  }

  /// False for numbers and code, whose lines are no sentences.
  static bool is_prose(const Seen& seen, const Stretch& stretch) { return reads_as_prose(seen.prose, seen.words, stretch); }

  /// A sentence with how many words it has.
  struct Long {
    Span span;
    std::uint32_t words;
  };

  void look_at_sentences(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    std::vector<Long> found;
    for (const Sentence& sentence : seen.prose.sentences) {
      if (sentence.end_token - sentence.first_token <= over_ || !rule.scopes.has(seen.prose.stretches[sentence.stretch].scope)) continue;
      const std::uint32_t words = count_words(seen.prose, sentence.first_token, sentence.end_token);
      if (words > over_ && words <= up_to_ && seen.reads(rule, sentence.span) && is_prose(seen, seen.prose.stretches[sentence.stretch])) found.push_back({sentence.span, words});
    }
    const std::size_t more = keep_longest(seen, found);
    for (const Long& each : found)
      into.push_back(report(seen, rule, each.span, {{"value", std::to_string(each.words)}, {"limit", spoken_value(of_, over_)}, {"more", std::to_string(more)}}));
  }

  /// Keeps so many of the longest that a writer can take them in, in the order of reading; gives how many went.
  std::size_t keep_longest(const Seen& seen, std::vector<Long>& found) const {
    if (most_per_thousand_ <= 0) return 0;
    const double allowed = std::ceil(seen.inspected.measures.words * most_per_thousand_ / 1000);
    const auto most = static_cast<std::size_t>(std::max(1.0, allowed));
    if (found.size() <= most) return 0;
    const std::size_t more = found.size() - most;
    std::stable_sort(found.begin(), found.end(), [](const Long& a, const Long& b) { return a.words > b.words; });
    found.resize(most);
    std::sort(found.begin(), found.end(), [](const Long& a, const Long& b) { return a.span.begin < b.span.begin; });
    return more;
  }

  void look_at_paragraphs(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    for (const Stretch& stretch : seen.prose.stretches) {
      if (!seen.reads(rule, stretch.span) || !is_prose(seen, stretch)) continue;
      const double value = of_ == "paragraph-words"
                               ? count_words(seen.prose, stretch.first_token, stretch.end_token)
                               : stretch.end_sentence - stretch.first_sentence;
      judge(seen, rule, value, stretch.span, into);
    }
  }

  std::string of_;
  OfReport value_ = nullptr;
  int measure_ = -1;  ///< in measure_names()
  double over_, under_, up_to_, least_words_, most_per_thousand_;
};

}  // namespace

std::shared_ptr<const Check> prepare_measure(const Rule& rule, Preparation& preparation) {
  return std::make_shared<MeasureCheck>(rule, preparation);
}

}  // namespace casewright
