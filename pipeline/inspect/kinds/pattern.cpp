#include "inspect/kinds/pattern.h"

#include <algorithm>
#include <set>

#include "base/softer_words.h"
#include "base/text.h"
#include "inspect/kinds/finds.h"
#include "inspect/kinds/validators.h"

namespace casewright {
namespace {

/// How many bytes on either side count as near.
constexpr std::uint32_t reach_before = 80, reach_after = 50;

class PatternCheck final : public Check {
 public:
  PatternCheck(const Rule& rule, Preparation& preparation) {
    const Record& body = rule.body;
    const bool ignore_case = body.attribute("case") == "ignored";
    matches_ = preparation.gated_patterns(body, "match", ignore_case);
    except_ = preparation.patterns(body, "except", ignore_case);
    near_ = preparation.patterns(body, "near", true);
    apart_ = preparation.patterns(body, "apart", true);
    things_ = body.attribute("things") == "left";
    once_ = body.attribute("once") == "yes";
    needs_ = preparation.needs(body);
    around_ = preparation.gated_patterns(body, "except-around", ignore_case);
    whole_ = body.attribute("whole") == "yes";
    otherwise_ = body.attribute("softer");
    by_sentence_ = body.attribute("per") == "sentence";
    if (!body.has_attribute("validator")) return;
    validator_ = validator_named(body.attribute("validator"));
    if (validator_ == nullptr)
      preparation.fault(body, "'" + std::string(body.attribute("validator")) + "' is no validator",
                        "the validators are " + validator_names());
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::set<std::string> done;
    for (std::size_t index = 0; index < seen.prose.stretches.size(); ++index) {
      const Stretch& stretch = seen.prose.stretches[index];
      if (!rule.scopes.has(stretch.scope) || !seen.meets(needs_, index) || !seen.reads_stretch(rule, static_cast<std::uint32_t>(index))) continue;
      if (!by_sentence_) look_at(seen, rule, index, stretch.span, done, into);
      for (std::uint32_t at = stretch.first_sentence; by_sentence_ && at < stretch.end_sentence; ++at)
        look_at(seen, rule, index, seen.prose.sentences[at].span, done, into);
    }
  }

 private:
  /// Searches what lies in `where`, all of that stretch or a sentence of it.
  void look_at(const Seen& seen, const Rule& rule, std::size_t stretch, Span where, std::set<std::string>& done,
               std::vector<Finding>& into) const {
    const std::string_view text = seen.prose.view(where);
    for (const GatedPattern& each : matches_) {
      std::uint32_t from = 0;
      if (!seen.meets(each.needs, stretch)) continue;
      while (const auto match = each.pattern.find(text, from)) {
        const Span found = whole_ || match->first.empty() ? match->whole : match->first;
        const Span span{where.begin + found.begin, where.begin + found.end};
        from = std::max(match->whole.end, match->whole.begin + 1);
        if (!holds(seen, rule, span)) continue;
        if (once_ && !done.insert(ascii_lower(fold_space(seen.prose.view(span)))).second) continue;
        into.push_back(report(seen, rule, span, {{"found", shown_words(seen.prose.view(span))}, {"softer", softer(seen, span)}}));
      }
    }
  }

  /// What house style writes for it, or what the rule says where that cannot be worked out.
  std::string softer(const Seen& seen, Span span) const {
    if (otherwise_.empty()) return {};
    constexpr std::uint32_t part_of_day_behind = 20;  // "half past three" with " in the afternoon"
    const std::uint32_t end = std::min(seen.prose.stretches[seen.stretch_index(span.begin)].span.end, span.end + part_of_day_behind);
    std::string words = softer_words(seen.prose.view(span));
    if (words.empty()) words = softer_words(seen.prose.view({span.begin, end}));
    return words.empty() ? otherwise_ : "\"" + words + "\"";
  }

  bool holds(const Seen& seen, const Rule& rule, Span span) const {
    if (!seen.reads(rule, span)) return false;
    const std::string_view words = seen.prose.view(span);
    if (validator_ != nullptr && !validator_(words)) return false;
    if (seen.is_public_contact(words)) return false;
    if (rule.secret && seen.names_public_person(span)) return false;
    const Span stretch = seen.prose.stretches[seen.stretch_index(span.begin)].span;
    if (things_ && numbers_a_thing(seen.corpus.things, seen.prose.view(stretch), {span.begin - stretch.begin, span.end - stretch.begin}))
      return false;
    const Span window{std::max(stretch.begin, span.begin < reach_before ? 0 : span.begin - reach_before),
                      std::min(stretch.end, span.end + reach_after)};
    const std::string_view around = seen.prose.view(window);
    const auto finds = [](const std::vector<regex::Pattern>& patterns, std::string_view text) {
      return std::any_of(patterns.begin(), patterns.end(),
                         [&](const regex::Pattern& each) { return each.find(text).has_value(); });
    };
    if (!near_.empty() && !finds(near_, around)) return false;
    return !finds(apart_, around) && !finds(except_, words) && !stands_inside(seen, around_, span);
  }

  std::vector<GatedPattern> matches_, around_;
  std::vector<regex::Pattern> except_, near_, apart_;
  std::vector<std::uint32_t> needs_;  ///< of the stretches that are looked at
  std::string otherwise_;  ///< what stands for {softer} where house style's own words cannot be worked out
  Validator validator_ = nullptr;
  bool once_ = false;
  bool whole_ = false;        ///< the finding points at the whole match, whatever its groups
  bool by_sentence_ = false;  ///< each sentence is searched by itself
  bool things_ = false;  ///< numbers of things are left alone
};

}  // namespace

std::shared_ptr<const Check> prepare_pattern(const Rule& rule, Preparation& preparation) {
  return std::make_shared<PatternCheck>(rule, preparation);
}

}  // namespace casewright
