#include "inspect/kinds/pdf_condition.h"

#include <algorithm>

namespace casewright {
namespace {

/// The numbers of the conditions that an attribute lists: "7.2-8 7.2-9".
std::vector<std::string> conditions_in(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

bool among(const std::vector<std::string>& all, const std::string& condition) {
  return std::find(all.begin(), all.end(), condition) != all.end();
}

/// " It is in Document > Table[2], twice. ..." behind the rule's own words.
std::string where(const BrokenCondition& broken) {
  std::string text;
  if (!broken.detail.empty()) text += " Found: " + broken.detail + ".";
  if (!broken.path.empty()) text += " Tag: " + broken.path + ".";
  if (broken.count > 1) text += " " + std::to_string(broken.count) + " times" + (broken.page > 0 ? " from here on." : ".");
  return text;
}

class PdfConditionCheck final : public Check {
 public:
  explicit PdfConditionCheck(const Rule& rule)
      : conditions_(conditions_in(rule.body.attribute("of"))), unless_(conditions_in(rule.body.attribute("unless"))) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const std::vector<BrokenCondition>& all = seen.reading.container.broken;
    const auto one_of = [](const std::vector<std::string>& which) {
      return [&which](const BrokenCondition& each) { return among(which, each.condition); };
    };
    if (std::any_of(all.begin(), all.end(), one_of(unless_))) return;
    for (const BrokenCondition& broken : all) {
      if (!among(conditions_, broken.condition)) continue;
      Finding finding = report(seen, rule, {});
      finding.message += where(broken);
      finding.place.page = broken.page;
      into.push_back(std::move(finding));
    }
  }

 private:
  std::vector<std::string> conditions_, unless_;
};

}  // namespace

std::shared_ptr<const Check> prepare_pdf_condition(const Rule& rule, Preparation&) {
  return std::make_shared<PdfConditionCheck>(rule);
}

}  // namespace casewright
