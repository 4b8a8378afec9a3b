#include "inspect/kinds/recommendation_set.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/text.h"
#include "base/number_words.h"
#include "inspect/places_told.h"
#include "inspect/same_words.h"

namespace casewright {
namespace {

/// What a report says of its recommendations as a whole.
class RecommendationSetCheck final : public Check {
 public:
  RecommendationSetCheck(const Rule& rule, Preparation& preparation)
      : of_(rule.body.attribute("of")), says_(preparation.patterns(rule.body, "match", true)) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const auto& all = seen.inspected.recommendations;
    if (all.empty()) return;
    if (of_ == "count") return count(seen, rule, into);
    if (of_ == "repeated") return repeated(seen, rule, into);
    if (of_ == "gap") return gap(seen, rule, into);
    const bool only = std::all_of(all.begin(), all.end(), [](const RecommendationSeen& each) { return each.consideration; });
    if (of_ == "considerations" && only) into.push_back(report(seen, rule, all.front().span, {{"count", std::to_string(all.size())}}));
  }

 private:
  /// "The review makes seven recommendations", and six are found.
  void count(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    const auto& all = seen.inspected.recommendations;
    const auto found = std::count_if(all.begin(), all.end(), [](const RecommendationSeen& each) { return !each.consideration; });
    if (found == 0) return;
    for (const Stretch& stretch : seen.prose.stretches) {
      const std::string_view text = seen.prose.view(stretch.span);
      if (!rule.scopes.has(stretch.scope) || text.find("ecommendations") == std::string_view::npos) continue;
      for (const regex::Pattern& each : says_)
        if (const auto match = each.find(text)) {
          const Span where{stretch.span.begin + match->whole.begin, stretch.span.begin + match->whole.end};
          const auto said = number_of_words(seen.lower.substr(stretch.span.begin + match->first.begin, match->first.length()));
          if (!said || *said == found || !seen.reads(rule, where)) continue;
          into.push_back(report(seen, rule, where, {{"said", std::to_string(*said)}, {"count", std::to_string(found)},
                                                    {"there", place_told(seen.reading, all.front().span)}}));
          break;
        }
    }
  }

  void repeated(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    constexpr double same = 0.9;
    const auto& all = seen.inspected.recommendations;
    std::vector<WordBag> bags;
    for (const RecommendationSeen& each : all) bags.emplace_back(each.text);
    for (std::size_t at = 1; at < all.size(); ++at)
      for (std::size_t before = 0; before < at; ++before) {
        const bool by_words = alike(bags[at], bags[before], same);
        const bool by_number = all[at].numbered && all[before].numbered && all[at].id == all[before].id && all[at].consideration == all[before].consideration &&
                               !all[at].id.empty() && seen.prose.stretches[seen.stretch_index(all[at].span.begin)].heading ==
                                                          seen.prose.stretches[seen.stretch_index(all[before].span.begin)].heading;
        if (!by_words && !by_number) continue;
        into.push_back(report(seen, rule, all[at].span, {{"id", all[at].id}, {"other", all[before].id}, {"there", place_told(seen.reading, all[before].span)}}));
        break;
      }
  }

  /// True where something between two recommendations begins with that number: a row that says again what stands elsewhere.
  static bool stands_between(const Seen& seen, std::uint32_t from, std::uint32_t to, int number) {
    const std::string sought = std::to_string(number);
    for (const Stretch& stretch : seen.prose.stretches) {
      if (stretch.span.begin < from || stretch.span.begin >= to) continue;
      const std::string_view words = seen.prose.view(stretch.span);
      if (words.starts_with(sought) && (words.size() == sought.size() || std::isdigit(static_cast<unsigned char>(words[sought.size()])) == 0)) return true;
    }
    return false;
  }

  /// A number that is left out where the numbers before and after are there.
  void gap(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    const auto& all = seen.inspected.recommendations;
    int last = 0;
    std::uint32_t from = 0;
    for (const RecommendationSeen& each : all) {
      int number = 0;
      const auto [end, error] = std::from_chars(each.id.data(), each.id.data() + each.id.size(), number);
      const bool whole = error == std::errc() && end == each.id.data() + each.id.size() && each.numbered && !each.consideration;
      if (!whole) return;
      if (last != 0 && number > last + 1 && number < last + 4 && !stands_between(seen, from, each.span.begin, last + 1))
        into.push_back(report(seen, rule, each.span, {{"before", std::to_string(last)}, {"number", std::to_string(number)}}));
      last = number;
      from = each.span.end;
    }
  }

  std::string of_;
  std::vector<regex::Pattern> says_;
};

}  // namespace

std::shared_ptr<const Check> prepare_recommendation_set(const Rule& rule, Preparation& preparation) {
  return std::make_shared<RecommendationSetCheck>(rule, preparation);
}

}  // namespace casewright
