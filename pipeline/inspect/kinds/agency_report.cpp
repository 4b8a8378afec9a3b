#include "inspect/kinds/agency_report.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/words.h"
#include "inspect/case_papers.h"
#include "inspect/whole_words.h"

namespace casewright {
namespace {

/// What an agency's own report of the case lacks; each finding names the agency and the line of its file.
class AgencyReportCheck final : public Check {
 public:
  AgencyReportCheck(const Rule& rule, Preparation& preparation)
      : lacks_(rule.body.attribute("lacks")), at_(rule.body.attribute("at")), words_(small_words(rule.body, "word")) {
    limit_ = std::clamp(preparation.number(rule.body, "limit", 0), 0.0, 1e6);
    const std::string names = fold_space(rule.body.attribute("parts"));
    for (const std::string_view each : split(names, ' '))
      if (!each.empty()) parts_.emplace_back(each);
  }

  bool of_the_case(const Seen&) const override { return true; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.of_case == nullptr) return;
    for (const Record& imr : seen.of_case->imrs) {
      std::string what;
      const Record* where = &imr;
      if (!lacking(*seen.of_case, imr, what, where)) continue;
      into.push_back(about_case(report(seen, rule, {}, {{"agency", agency_told(*seen.of_case, imr.attribute("agency"))}, {"what", what},
                                                        {"where", file_told(*seen.of_case, where->origin)}}),
                                *seen.of_case, where->origin));
    }
  }

 private:
  bool lacking(const Case& of_case, const Record& imr, std::string& what, const Record*& where) const {
    if (lacks_ == "parts") return lacks_parts(imr, what, where);
    if (lacks_ == "words") return lacks_words(imr, what, where);
    if (lacks_ == "signer") return lacks_signer(imr, where);
    if (lacks_ == "time") return late(imr, what, where);
    if (lacks_ == "lines") return lacks_lines(of_case, imr, what, where);
    if (lacks_ == "actions") return lacks_actions(imr, what, where);
    return describes_only(imr, what, where);
  }

  const Record* element(const Record& imr, std::string_view path) const {
    const Record* here = &imr;
    for (const std::string_view step : split(path, '/'))
      if (here != nullptr && !step.empty()) here = here->child(step);
    return here;
  }

  /// Elements that are not there or say nothing.
  bool lacks_parts(const Record& imr, std::string& what, const Record*& where) const {
    std::vector<std::string> missing;
    const Record* around = element(imr, at_);
    if (around != nullptr) where = around;
    for (const std::string& part : parts_) {
      const Record* found = around == nullptr ? nullptr : element(*around, part);
      if (found == nullptr || fold_space(found->content()).empty()) missing.push_back(replace_every(part, "-", " "));
    }
    what = list_in_words(missing);
    return !missing.empty();
  }

  /// The text of an element, or of the whole report, says none of the words.
  bool lacks_words(const Record& imr, std::string&, const Record*& where) const {
    const Record* found = element(imr, at_);
    if (found == nullptr) return true;
    where = found;
    const std::string text = ascii_lower(fold_space(found->content()));
    return std::none_of(words_.begin(), words_.end(), [&](const std::string& each) { return holds_words(text, each); });
  }

  /// Signed by the person who wrote it.
  static bool lacks_signer(const Record& imr, const Record*& where) {
    const Record* sign_off = imr.child("sign-off");
    const Record* author = imr.child("author");
    if (sign_off == nullptr || author == nullptr) return false;
    where = sign_off;
    const std::string signer = ascii_lower(sign_off->content_of("name"));
    return !signer.empty() && signer == ascii_lower(author->content_of("name"));
  }

  /// Signed more than so many months after it was asked for, or before.
  bool late(const Record& imr, std::string& what, const Record*& where) const {
    const Record* sign_off = imr.child("sign-off");
    const Date asked = date_from_iso(imr.content_of("requested-on")).value_or(Date{});
    const Date done = sign_off == nullptr ? Date{} : date_from_iso(sign_off->content_of("date")).value_or(Date{});
    if (!asked.exact() || !done.exact()) return false;
    where = sign_off;
    const Date by = add_months(asked, static_cast<int>(limit_));
    what = done < asked ? "before it was asked for" : std::to_string(day_number(done) - day_number(by)) + " days late";
    return by < done || done < asked;
  }

  /// Key lines of enquiry that no theme of the analysis answers.
  bool lacks_lines(const Case& of_case, const Record& imr, std::string& what, const Record*& where) const {
    const Record* lines = of_case.root.child("key-lines-of-enquiry");
    const Record* analysis = imr.child("analysis");
    if (lines == nullptr || analysis == nullptr) return false;
    where = analysis;
    std::set<std::string> answered;
    for (const Record* theme : analysis->all("theme")) {
      const std::string ids = fold_space(theme->attribute("line"));
      for (const std::string_view each : split(ids, ' ')) answered.emplace(each);
    }
    std::vector<std::string> open;
    for (const Record* line : lines->all("line"))
      if (answered.count(std::string(line->attribute("id"))) == 0) open.emplace_back(line->attribute("id"));
    what = list_in_words(open);
    return !open.empty();
  }

  /// Recommendations without an owner, a date, an outcome or evidence.
  bool lacks_actions(const Record& imr, std::string& what, const Record*& where) const {
    const Record* all = imr.child("recommendations");
    std::vector<std::string> missing;
    if (all == nullptr) return false;
    for (const Record* each : all->all("recommendation"))
      for (const std::string& part : parts_) {
        const bool there = each->has_attribute(part) ? !each->attribute(part).empty() : !each->content_of(part).empty();
        if (there) continue;
        if (missing.empty()) where = each;
        missing.push_back(std::string(each->attribute("id")) + " has no " + part);
      }
    constexpr std::size_t most = 6;
    const std::size_t more = missing.size() > most ? missing.size() - most : 0;
    missing.resize(missing.size() - more);
    if (more > 0) missing.push_back(std::to_string(more) + " more");
    what = list_in_words(missing);
    return !missing.empty();
  }

  /// The analysis gives few reasons for its length, or is short beside what it tells.
  bool describes_only(const Record& imr, std::string& what, const Record*& where) const {
    const Record* analysis = imr.child("analysis");
    const Record* narrative = imr.child("narrative");
    if (analysis == nullptr) return false;
    where = analysis;
    const std::string text = ascii_lower(fold_space(analysis->content()));
    const std::size_t length = count_words_between_spaces(text), told = narrative == nullptr ? 0 : count_words_between_spaces(narrative->content());
    constexpr std::size_t shortest = 40;  // fewer words tell nothing of the way it is written
    if (length < shortest && told < shortest) return false;
    const bool reasons = std::any_of(words_.begin(), words_.end(), [&](const std::string& each) { return holds_words(text, each); });
    what = !reasons ? "gives no reason for what was done" : "is short beside the account of events";
    return !reasons || static_cast<double>(length) < limit_ * static_cast<double>(told);
  }

  std::string lacks_, at_;
  std::vector<std::string> parts_, words_;
  double limit_ = 0;
};

}  // namespace

std::shared_ptr<const Check> prepare_agency_report(const Rule& rule, Preparation& preparation) {
  return std::make_shared<AgencyReportCheck>(rule, preparation);
}

}  // namespace casewright
