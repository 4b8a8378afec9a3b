#include "inspect/kinds/agreement.h"

#include <algorithm>
#include <set>

#include "base/number_words.h"
#include "base/text.h"
#include "inspect/places_told.h"
#include "inspect/same_words.h"
#include "inspect/told_facts.h"
#include "inspect/told_sentences.h"

namespace casewright {
namespace {

/// Words with capitals, marks and spaces made the same.
std::string plain_words(std::string_view text) {
  std::string plain;
  for (const char c : ascii_lower(fold_space(text)))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) plain += c;
    else if (c == ' ') plain += c;
  return plain;
}

class AgreementCheck final : public Check {
 public:
  AgreementCheck(const Rule& rule, Preparation& preparation)
      : of_(rule.body.attribute("of")), with_(rule.body.attribute("with")), patterns_(preparation.patterns(rule.body, "match", false)) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const std::optional<std::size_t> other = only_other(seen);
    if (!other) return;
    const Pair pair{seen, rule, seen.set[*other], seen.all_inspected[*other]};
    if (of_ == "recommendations") return count(pair, into);
    if (of_ == "recommendation-words") return words(pair, into);
    if (of_ == "answers") return answers(pair, into);
    if (of_ == "numbers") return numbers(pair, into);
    if (of_ == "facts") return facts(pair, into);
    if (of_ == "words") return words_only_here(pair, into);
    codes(pair, into);
  }

 private:
  /// The document that is looked at, and the one it is held against.
  struct Pair {
    const Seen& seen;
    const Rule& rule;
    const Reading& other;
    const Inspected& known;
  };

  /// The one document of the role to compare with; nothing where the set has none or several.
  std::optional<std::size_t> only_other(const Seen& seen) const {
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at < seen.set.size(); ++at) {
      if (at == seen.document || name_of(seen.set[at].document.role) != with_) continue;
      if (found) return std::nullopt;
      found = at;
    }
    return found;
  }

  void count(const Pair& pair, std::vector<Finding>& into) const {
    const std::vector<RecommendationSeen>& here = pair.seen.inspected.recommendations;
    const std::size_t there = pair.known.recommendations.size();
    if (here.empty() && there != 0) return count_said(pair, there, into);
    if (here.empty() || there == 0 || here.size() == there) return;
    into.push_back(report(pair.seen, pair.rule, here.front().span,
                          {{"count", std::to_string(here.size())}, {"limit", std::to_string(there)}, {"there", place_told(pair.other, pair.known.recommendations.front().span)}}));
  }

  /// "The review makes five recommendations", of which this document gives none, and the other gives six.
  void count_said(const Pair& pair, std::size_t there, std::vector<Finding>& into) const {
    for (const Stretch& stretch : pair.seen.prose.stretches) {
      if (!pair.rule.scopes.has(stretch.scope)) continue;
      const std::string_view text = pair.seen.prose.view(stretch.span);
      for (const regex::Pattern& each : patterns_) {
        const auto match = each.find(text);
        const auto said = match ? number_of_words(ascii_lower(text.substr(match->first.begin, match->first.length()))) : std::nullopt;
        if (!said || static_cast<std::size_t>(*said) == there) continue;
        into.push_back(report(pair.seen, pair.rule, {stretch.span.begin + match->whole.begin, stretch.span.begin + match->whole.end},
                              {{"count", std::to_string(*said)}, {"limit", std::to_string(there)}, {"there", place_told(pair.other, pair.known.recommendations.front().span)}}));
        return;
      }
    }
  }

  /// The recommendation of the other document that this one tells: the most alike, the same number deciding.
  static const RecommendationSeen* counterpart(const RecommendationSeen& here, const std::vector<RecommendationSeen>& there) {
    constexpr double recognisable = 0.65, by_number = 0.35;  // less will do under the same number
    const WordBag words(here.text);
    const RecommendationSeen* best = nullptr;
    double likeness = 0;
    for (const RecommendationSeen& each : there) {
      const double here_too = words.likeness(WordBag(each.text)) + (each.numbered && here.numbered && each.id == here.id ? recognisable - by_number : 0);
      if (here_too >= recognisable && here_too > likeness) best = &each, likeness = here_too;
    }
    return best;
  }

  /// Recommendations that are told in other words than there, or are not told there at all.
  static void words(const Pair& pair, std::vector<Finding>& into) {
    if (pair.known.recommendations.empty()) return;
    for (const RecommendationSeen& here : pair.seen.inspected.recommendations) {
      const RecommendationSeen* there = counterpart(here, pair.known.recommendations);
      if (there != nullptr && plain_words(there->text) == plain_words(here.text)) continue;
      const Span where = there == nullptr ? Span{} : there->span;
      into.push_back(report(pair.seen, pair.rule, here.span,
                            {{"id", here.id}, {"what", there == nullptr ? "is not in" : "has other words than"}, {"there", place_told(pair.other, where)}}));
    }
  }

  /// Recommendations of the other document that this one, a response, does not answer.
  static void answers(const Pair& pair, std::vector<Finding>& into) {
    for (const RecommendationSeen& there : pair.known.recommendations) {
      if (there.consideration || counterpart(there, pair.seen.inspected.recommendations) != nullptr) continue;
      if (pair.seen.lower.find("recommendation " + ascii_lower(there.id)) != std::string::npos) continue;
      into.push_back(report(pair.seen, pair.rule, {}, {{"id", there.id}, {"there", place_told(pair.other, there.span)}}));
    }
  }

  static void numbers(const Pair& pair, std::vector<Finding>& into) {
    const auto here = told_sentences(pair.seen.prose), there = told_sentences(pair.other.prose);
    for (const ToldTwice& each : told_differently(here, there)) {
      if (!pair.seen.reads(pair.rule, each.here->span)) continue;
      into.push_back(report(pair.seen, pair.rule, each.here->span,
                            {{"here", each.here->said}, {"limit", each.there->said},
                             {"of", each.here->of}, {"there", place_told(pair.other, each.sentence)}}));
    }
  }

  /// Numbers that the other document, which tells others of their kind, never gives.
  static void facts(const Pair& pair, std::vector<Finding>& into) {
    for (const ToldFact& each : only_told_here(pair.seen.prose, pair.other.prose))
      if (pair.seen.reads(pair.rule, each.span))
        into.push_back(report(pair.seen, pair.rule, each.span, {{"here", each.said}, {"there", place_told(pair.other, {})}}));
  }

  /// Words of one meaning, a pattern for each, of which the other document uses none.
  void words_only_here(const Pair& pair, std::vector<Finding>& into) const {
    const auto first_in = [&](const regex::Pattern& words, const Reading& reading, bool ours) -> std::optional<Span> {
      for (const Stretch& stretch : reading.prose.stretches) {
        if (!(ours ? pair.rule.scopes : visible_scopes).has(stretch.scope)) continue;
        const auto match = words.find(reading.prose.view(stretch.span));
        if (!match) continue;
        const Span span{stretch.span.begin + match->whole.begin, stretch.span.begin + match->whole.end};
        if (!ours || pair.seen.reads(pair.rule, span)) return span;
      }
      return std::nullopt;
    };
    for (const regex::Pattern& words : patterns_)
      if (const auto here = first_in(words, pair.seen.reading, true); here && !first_in(words, pair.other, false))
        into.push_back(report(pair.seen, pair.rule, *here, {{"here", ascii_lower(fold_space(pair.seen.prose.view(*here)))}, {"there", place_told(pair.other, {})}}));
  }

  /// Codes and pseudonyms that the other document does not use.
  void codes(const Pair& pair, std::vector<Finding>& into) const {
    std::set<std::string> told;
    for (const Stretch& stretch : pair.seen.prose.stretches) {
      const std::string_view text = pair.seen.prose.view(stretch.span);
      if (!pair.rule.scopes.has(stretch.scope)) continue;
      for (const regex::Pattern& code : patterns_)
        for (auto match = code.find(text); match; match = code.find(text, match->whole.end)) {
          const std::string found(text.substr(match->whole.begin, match->whole.length()));
          if (match->whole.empty()) break;
          if (pair.other.prose.text.find(found) != std::string::npos || !told.insert(found).second) continue;
          into.push_back(report(pair.seen, pair.rule, {stretch.span.begin + match->whole.begin, stretch.span.begin + match->whole.end},
                                {{"there", place_told(pair.other, {})}}));
        }
    }
  }

  std::string of_, with_;
  std::vector<regex::Pattern> patterns_;
};

}  // namespace

std::shared_ptr<const Check> prepare_agreement(const Rule& rule, Preparation& preparation) {
  return std::make_shared<AgreementCheck>(rule, preparation);
}

}  // namespace casewright
