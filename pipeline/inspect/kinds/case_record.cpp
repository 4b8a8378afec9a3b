#include "inspect/kinds/case_record.h"

#include "base/text.h"
#include "inspect/case_facts.h"

namespace casewright {
namespace {

class CaseRecordCheck final : public Check {
 public:
  explicit CaseRecordCheck(const Rule& rule) : dates_(kinds_in(rule, "date")), sign_offs_(kinds_in(rule, "sign-off")) {}

  bool of_the_case(const Seen&) const override { return true; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.of_case == nullptr) return;
    const auto lacks = [&](const std::string& kind, std::uint32_t line) {
      into.push_back(report(seen, rule, {}, {{"what", spoken_fact(kind)}, {"where", place_in_case(line)}}));
    };
    for (const std::string& kind : dates_)
      if (!case_date(*seen.of_case, kind).date.known()) lacks(kind, line_of(*seen.of_case, {"dates"}));
    for (const std::string& kind : sign_offs_)
      if (!signed_off(*seen.of_case, kind)) lacks(kind, line_of(*seen.of_case, {"publication", "sign-offs"}));
  }

 private:
  static std::vector<std::string> kinds_in(const Rule& rule, std::string_view element) {
    std::vector<std::string> kinds;
    for (const Record* each : rule.body.all(element)) kinds.push_back(fold_space(each->content()));
    return kinds;
  }

  std::vector<std::string> dates_, sign_offs_;
};

}  // namespace

std::shared_ptr<const Check> prepare_case_record(const Rule& rule, Preparation&) {
  return std::make_shared<CaseRecordCheck>(rule);
}

}  // namespace casewright
