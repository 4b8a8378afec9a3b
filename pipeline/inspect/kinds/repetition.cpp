#include "inspect/kinds/repetition.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "inspect/kinds/finds.h"

namespace casewright {
namespace {

class RepetitionCheck final : public Check {
 public:
  RepetitionCheck(const Rule& rule, Preparation& preparation)
      : patterns_(preparation.patterns(rule.body, "match", rule.body.attribute("case") == "ignored")),
        except_patterns_(preparation.patterns(rule.body, "except-match", true)),
        around_(preparation.gated_patterns(rule.body, "except-around", true)),
        most_(preparation.whole(rule.body, "most", 0)),
        ignore_case_(rule.body.attribute("case") == "ignored"),
        letters_(rule.body.attribute("letters") == "yes") {
    for (const Record* each : rule.body.all("except")) except_.push_back(ascii_lower(fold_space(each->content())));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const Prose& prose = seen.prose;
    for (const regex::Pattern& pattern : patterns_) look_for(seen, rule, pattern, into);
    if (!patterns_.empty()) return;
    for (const Stretch& stretch : prose.stretches) {
      if (!rule.scopes.has(stretch.scope)) continue;
      for (std::uint32_t at = stretch.first_token + 1; at < stretch.end_token; ++at)
        if (prose.tokens[at].word == prose.tokens[at - 1].word && repeated(seen, rule, at))
          into.push_back(report(seen, rule, {prose.tokens[at - 1].begin, prose.tokens[at].span().end},
                                {{"found", prose.words[prose.tokens[at].word].folded}}));
    }
  }

 private:
  /// What a pattern finds more often in a row than it may, inside one sentence.
  void look_for(const Seen& seen, const Rule& rule, const regex::Pattern& pattern, std::vector<Finding>& into) const {
    for (const Sentence& sentence : seen.prose.sentences) {
      if (!rule.scopes.has(seen.prose.stretches[sentence.stretch].scope)) continue;
      Span before;
      int count = 0;
      each_match(seen.prose, sentence.span, pattern, [&](const regex::Match& match) {
        const Span here = match.whole;
        count = !before.empty() && same(seen, before, here) ? count + 1 : 0;
        const Span both{before.begin, here.end};
        before = here;
        if (count <= most_ || excepted(seen, both) || !seen.reads(rule, both)) return;
        into.push_back(report(seen, rule, both, {{"found", shown_words(trim(seen.prose.view(here)))}}));
        count = 0;
      });
    }
  }

  bool same(const Seen& seen, Span one, Span other) const {
    const std::string_view first = trim(seen.prose.view(one)), second = trim(seen.prose.view(other));
    const bool alike = ignore_case_ ? ascii_lower(first) == ascii_lower(second) : first == second;
    return alike && !first.empty() && (!letters_ || std::all_of(first.begin(), first.end(), [](char c) {
      return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    }));
  }

  bool excepted(const Seen& seen, Span span) const {
    const std::string_view words = seen.prose.view(span);
    return stands_inside(seen, around_, span) ||
           std::any_of(except_patterns_.begin(), except_patterns_.end(), [&](const regex::Pattern& each) { return each.find(words).has_value(); });
  }

  bool repeated(const Seen& seen, const Rule& rule, std::uint32_t at) const {
    const Token &first = seen.prose.tokens[at - 1], &second = seen.prose.tokens[at];
    const auto word = [](Casing casing) { return casing == Casing::lower || casing == Casing::capitalised; };
    if (!word(second.casing) || !word(first.casing) || second.opens_sentence) return false;
    // A name may be doubled, and short forms of one letter stand in lists.
    if (second.casing == Casing::capitalised || second.length < 2) return false;
    const Span gap{first.span().end, second.begin};
    if (gap.empty() || !trim(seen.prose.view(gap)).empty()) return false;
    const std::string& folded = seen.prose.words[second.word].folded;
    return std::find(except_.begin(), except_.end(), folded) == except_.end() && seen.reads(rule, second.span()) && !excepted(seen, {first.begin, second.span().end});
  }

  std::vector<std::string> except_;
  std::vector<regex::Pattern> patterns_, except_patterns_;
  std::vector<GatedPattern> around_;
  int most_ = 0;             ///< how often more than once what a pattern finds may stand in a row
  bool ignore_case_ = false;
  bool letters_ = false;     ///< only what is letters alone counts
};

}  // namespace

std::shared_ptr<const Check> prepare_repetition(const Rule& rule, Preparation& preparation) {
  return std::make_shared<RepetitionCheck>(rule, preparation);
}

}  // namespace casewright
