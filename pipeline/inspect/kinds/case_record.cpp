#include "inspect/kinds/case_record.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/case_facts.h"
#include "inspect/case_papers.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

class CaseRecordCheck final : public Check {
 public:
  explicit CaseRecordCheck(const Rule& rule)
      : dates_(kinds_in(rule, "date")), sign_offs_(kinds_in(rule, "sign-off")), said_(kinds_in(rule, "said")), forms_(fold_space(rule.body.attribute("form"))) {}

  bool of_the_case(const Seen&) const override { return true; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.of_case == nullptr || !has_the_form(*seen.of_case)) return;
    const auto lacks = [&](const std::string& kind, std::uint32_t line, const std::string& write = "") {
      into.push_back(about_case(report(seen, rule, {}, {{"what", spoken_fact(kind)}, {"where", place_in_case(line)}, {"write", write}}), line));
    };
    for (const std::string& kind : dates_)
      if (!case_date(*seen.of_case, kind).date.known()) lacks(kind, line_of(*seen.of_case, {"dates"}), "<date kind=\"" + kind + "\" on=\"YYYY-MM-DD\"/>");
    for (const std::string& kind : sign_offs_)
      if (!signed_off(*seen.of_case, kind)) lacks(kind, line_of(*seen.of_case, {"publication", "sign-offs"}), sign_off_of(kind));
    const Record* publication = seen.of_case->root.child("publication");
    const std::uint32_t line = line_of(*seen.of_case, {"publication"});
    for (const std::string& element : said_)
      if (publication == nullptr || fold_space(publication->content_of(element)).empty()) lacks(element, line);
    if (dates_.empty() && sign_offs_.empty() && said_.empty()) lacks(std::string(publication->attribute("form")), line);
  }

 private:
  /// True where the rule asks for no form, or for that of the case. Reviews for learning alone are never published.
  bool has_the_form(const Case& of_case) const {
    if (forms_.empty()) return true;
    const Record* publication = of_case.root.child("publication");
    if (publication == nullptr || is_for_learning_alone(of_case.root.attribute("type"))) return false;
    const std::vector<std::string_view> forms = split(forms_, ' ');
    return std::find(forms.begin(), forms.end(), publication->attribute("form")) != forms.end();
  }

  /// What is to be written into the publication of case.xml, as its schema wants it.
  static std::string sign_off_of(const std::string& kind) {
    return "<sign-off kind=\"" + kind + "\"><name>...</name><post>...</post><date>YYYY-MM-DD</date></sign-off>";
  }

  static std::vector<std::string> kinds_in(const Rule& rule, std::string_view element) {
    std::vector<std::string> kinds;
    for (const Record* each : rule.body.all(element)) kinds.push_back(fold_space(each->content()));
    return kinds;
  }

  std::vector<std::string> dates_, sign_offs_, said_;
  std::string forms_;  ///< one beside the other; empty: whatever the form
};

}  // namespace

std::shared_ptr<const Check> prepare_case_record(const Rule& rule, Preparation&) {
  return std::make_shared<CaseRecordCheck>(rule);
}

}  // namespace casewright
