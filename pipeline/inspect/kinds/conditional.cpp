#include "inspect/kinds/conditional.h"

#include <set>

#include "base/text.h"
#include "inspect/kinds/finds.h"

namespace casewright {
namespace {

class ConditionalCheck final : public Check {
 public:
  ConditionalCheck(const Rule& rule, Preparation& preparation)
      : first_(rule.body, preparation, "find", "first"), second_(rule.body, preparation, "unless-found", "second") {
    if (first_.empty() || second_.empty())
      preparation.fault(rule.body, "one half of the condition is missing", "write <first> and <second>");
    same_ = rule.body.attribute("same") == "yes";
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::set<std::string, std::less<>> shown, told;
    for (const Span span : second_.places(seen, rule)) shown.emplace(seen.prose.view(span));
    for (const Span span : first_.places(seen, rule)) {
      const std::string words(seen.prose.view(span));
      if ((same_ ? shown.count(words) != 0 : !shown.empty()) || !told.insert(same_ ? words : std::string()).second) continue;
      into.push_back(report(seen, rule, span, {{"found", shown_words(seen.prose.view(span))}}));
    }
  }

 private:
  Finds first_, second_;
  bool same_ = false;
};

}  // namespace

std::shared_ptr<const Check> prepare_conditional(const Rule& rule, Preparation& preparation) {
  return std::make_shared<ConditionalCheck>(rule, preparation);
}

}  // namespace casewright
