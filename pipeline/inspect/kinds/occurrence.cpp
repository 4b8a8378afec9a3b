#include "inspect/kinds/occurrence.h"

#include "inspect/kinds/finds.h"

namespace casewright {
namespace {

enum class Per : std::uint8_t { sentence, paragraph, report };

class OccurrenceCheck final : public Check {
 public:
  OccurrenceCheck(const Rule& rule, Preparation& preparation)
      : finds_(rule.body, preparation),
        most_(preparation.number(rule.body, "most", 1e9)),
        least_(preparation.number(rule.body, "least", 0)) {
    const std::string_view per = rule.body.attribute("per");
    per_ = per == "sentence" ? Per::sentence : per == "report" ? Per::report : Per::paragraph;
    if (finds_.empty()) preparation.fault(rule.body, "there is nothing to count", "write <find> or <match> with what to count");
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const std::vector<Span> places = finds_.places(seen, rule);
    std::size_t next = 0;
    const auto unit = [&](Span span) {
      double count = 0;
      while (next < places.size() && places[next].begin < span.end) count += places[next++].begin >= span.begin;
      judge(seen, rule, count, span, into);
    };
    switch (per_) {
      case Per::report: return judge(seen, rule, static_cast<double>(places.size()), {}, into);
      case Per::paragraph:
        for (const Stretch& stretch : seen.prose.stretches)
          if (seen.reads(rule, stretch.span)) unit(stretch.span);
        return;
      case Per::sentence:
        for (const Sentence& sentence : seen.prose.sentences)
          if (seen.reads(rule, sentence.span)) unit(sentence.span);
    }
  }

 private:
  void judge(const Seen& seen, const Rule& rule, double count, Span span, std::vector<Finding>& into) const {
    if (count <= most_ && count >= least_) return;
    const double limit = count > most_ ? most_ : least_;
    into.push_back(report(seen, rule, span, {{"count", std::to_string(static_cast<int>(count))},
                                             {"limit", std::to_string(static_cast<int>(limit))}}));
  }

  Finds finds_;
  Per per_ = Per::paragraph;
  double most_, least_;
};

}  // namespace

std::shared_ptr<const Check> prepare_occurrence(const Rule& rule, Preparation& preparation) {
  return std::make_shared<OccurrenceCheck>(rule, preparation);
}

}  // namespace casewright
