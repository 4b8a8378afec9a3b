#include "inspect/kinds/recommendation.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

class RecommendationCheck final : public Check {
 public:
  explicit RecommendationCheck(const Rule& rule) : lacks_(rule.body.attribute("lacks")) {
    for (const Record* vague : rule.body.all("vague"))
      (vague->attribute("at") == "start" ? opening_ : vague_)
          .push_back(ascii_lower(fold_space(vague->content())));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const RecommendationSeen& each : seen.inspected.recommendations)
      if (lacking(each)) {
        Finding finding = report(seen, rule, place(seen, each), {{"id", each.id}});
        finding.place.page = each.page;
        into.push_back(std::move(finding));
      }
  }

 private:
  std::string_view value_of(const RecommendationSeen& seen) const {
    return lacks_ == "owner" ? seen.owner : lacks_ == "deadline" ? seen.due : seen.text;
  }

  /// The words that are as good as none where they stand after the recommendation, else the recommendation.
  Span place(const Seen& seen, const RecommendationSeen& each) const {
    constexpr std::uint32_t reach = 400;  // an owner or a deadline stands in a cell or a line close by
    const Span text = each.span;
    const std::string_view value = value_of(each);
    if (lacks_ == "action" || value.empty() || text.empty()) return text;
    const std::size_t at = seen.prose.text.find(value, text.begin);
    if (at == std::string::npos || at > text.end + reach) return text;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + value.size())};
  }

  bool lacking(const RecommendationSeen& seen) const {
    const std::string lower = ascii_lower(fold_space(value_of(seen)));
    const bool vague = std::any_of(vague_.begin(), vague_.end(), [&](const std::string& each) {
      return lacks_ == "action" ? lower.find(each) != std::string::npos : lower == each;
    });
    const bool opens = std::any_of(opening_.begin(), opening_.end(),
                                   [&](const std::string& each) { return lower.starts_with(each + " "); });
    return vague || opens || (lacks_ != "action" && lower.empty());
  }

  std::string lacks_;
  std::vector<std::string> vague_, opening_;
};

}  // namespace

std::shared_ptr<const Check> prepare_recommendation(const Rule& rule, Preparation&) {
  return std::make_shared<RecommendationCheck>(rule);
}

}  // namespace casewright
