#include "inspect/kinds/phrase.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/kinds/places.h"

namespace casewright {
namespace {

/// What a sentence that gives a reason says.
constexpr std::string_view reasons[] = {"because",
                                        "due to",
                                        "owing to",
                                        "as a result of",
                                        "for the reason that",
                                        "the reason[s] (was|were|for|why)",
                                        "explain~ (that|why|this|by|how)",
                                        "at that time",
                                        "at the time",
                                        "in order to",
                                        "so that",
                                        "[which] meant that",
                                        "this was (as|since)",
                                        "did not know",
                                        "was not known",
                                        "were unaware",
                                        "was unaware",
                                        "on the grounds that",
                                        "(given|as|since) (the|there|they|he|she|it|no|his|her|their)"};

class PhraseCheck final : public Check {
 public:
  PhraseCheck(const Rule& rule, Preparation& preparation)
      : find_(preparation.phrases(rule.body, "find")),
        except_(preparation.phrases(rule.body, "except")),
        unless_(preparation.phrases(rule.body, "unless")),
        reason_silences_(rule.body.attribute("reason") == "silences"),
        once_(rule.body.attribute("once") == "yes") {
    if (!rule.body.has_attribute("reason")) return;
    for (const std::string_view each : reasons)
      reasons_.push_back(preparation.phrase(text_record(std::string(each), rule.body.origin)));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::vector<Spot> places;
    for (const PhraseHit& hit : places_of(seen, find_)) consider(seen, rule, hit.span, places);
    for (const Spot& place : once_ ? first_of_each(seen, places) : places) {
      Finding finding = report(
          seen, rule, place.span,
          {{"found", fold_space(seen.prose.view(place.span))}, {"count", std::to_string(place.count)}});
      if (place.reasoned) finding.level = Level::advise;
      into.push_back(std::move(finding));
    }
  }

 private:
  struct Spot {
    Span span;
    bool reasoned = false;
    int count = 1;
  };

  void consider(const Seen& seen, const Rule& rule, Span span, std::vector<Spot>& places) const {
    if (!seen.reads(rule, span) || overlaps_any(seen, except_, span)) return;
    const Span sentence = seen.sentence_at(span.begin);
    for (const std::uint32_t phrase : unless_)
      if (seen.holds(phrase, sentence)) return;
    bool reasoned = false;
    for (const std::uint32_t phrase : reasons_) reasoned = reasoned || seen.holds(phrase, sentence);
    if (reasoned && reason_silences_) return;
    places.push_back({span, reasoned});
  }

  static std::vector<Spot> first_of_each(const Seen& seen, const std::vector<Spot>& places) {
    std::vector<Spot> firsts;
    std::vector<std::string> known;
    for (const Spot& place : places) {
      const std::string words = ascii_lower(fold_space(seen.prose.view(place.span)));
      const auto at = std::find(known.begin(), known.end(), words);
      if (at == known.end()) {
        known.push_back(words);
        firsts.push_back(place);
      } else {
        ++firsts[static_cast<std::size_t>(at - known.begin())].count;
      }
    }
    return firsts;
  }

  std::vector<std::uint32_t> find_, except_, unless_, reasons_;
  bool reason_silences_ = false;
  bool once_ = false;
};

}  // namespace

std::shared_ptr<const Check> prepare_phrase(const Rule& rule, Preparation& preparation) {
  return std::make_shared<PhraseCheck>(rule, preparation);
}

}  // namespace casewright
