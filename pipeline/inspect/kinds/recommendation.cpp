#include "inspect/kinds/recommendation.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/recommendations.h"

namespace casewright {
namespace {

class RecommendationCheck final : public Check {
 public:
  explicit RecommendationCheck(const Rule& rule) : lacks_(rule.body.attribute("lacks")) {
    for (const Record* vague : rule.body.all("vague"))
      vague_.push_back(ascii_lower(fold_space(vague->content())));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const RecommendationSeen& each : seen.inspected.recommendations)
      if (lacking(each)) {
        Finding finding = report(seen, rule, place_of(seen.prose, each), {{"id", each.id}});
        finding.place.page = each.page;
        into.push_back(std::move(finding));
      }
  }

 private:
  bool lacking(const RecommendationSeen& seen) const {
    const std::string_view value = lacks_ == "owner"      ? seen.owner
                                   : lacks_ == "deadline" ? seen.due
                                                          : seen.text;
    const std::string lower = ascii_lower(fold_space(value));
    const bool vague = std::any_of(vague_.begin(), vague_.end(), [&](const std::string& each) {
      return lacks_ == "action" ? lower.find(each) != std::string::npos : lower == each;
    });
    return vague || (lacks_ != "action" && lower.empty());
  }

  std::string lacks_;
  std::vector<std::string> vague_;
};

}  // namespace

std::shared_ptr<const Check> prepare_recommendation(const Rule& rule, Preparation&) {
  return std::make_shared<RecommendationCheck>(rule);
}

}  // namespace casewright
