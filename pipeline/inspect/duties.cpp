#include "inspect/duties.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/words.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// What case.xml answers of a fact; nothing where it does not say or does not know.
std::optional<bool> answer_of(const Case& of_case, std::string_view kind) {
  const Record* facts = of_case.root.child("facts");
  if (facts == nullptr) return std::nullopt;
  for (const Record* each : facts->all("fact"))
    if (each->attribute("kind") == kind) {
      if (each->attribute("answer") == "yes") return true;
      if (each->attribute("answer") == "no") return false;
    }
  return std::nullopt;
}

/// What a group of alternatives comes to, and the facts that make it so.
struct GroupFound {
  std::optional<bool> holds;
  std::vector<std::string> because, missing;
};

GroupFound look_at(const std::vector<std::string>& group, const Case& of_case, const DutyBook& book) {
  GroupFound found;
  found.holds = false;
  for (const std::string& each : group) {
    const bool negated = each.starts_with("not-");
    const std::string kind = negated ? each.substr(4) : each;
    const std::optional<bool> answer = answer_of(of_case, kind);
    if (!answer) {
      found.missing.push_back(book.words_of(kind));
      if (found.holds == false) found.holds = std::nullopt;
    } else if (*answer != negated) {
      return {true, {(negated ? "it does not hold that " : "") + book.words_of(kind)}, {}};
    } else {
      found.because.push_back((negated ? "" : "it does not hold that ") + book.words_of(kind));
    }
  }
  return found;
}

DutyFound judge(const ReviewDuty& duty, const Case& of_case, const DutyBook& book) {
  DutyFound found;
  found.duty = &duty;
  found.outcome = DutyFound::Outcome::applies;
  for (const std::vector<std::string>& group : duty.when) {
    GroupFound each = look_at(group, of_case, book);
    if (each.holds == false) return {DutyFound::Outcome::does_not, &duty, std::move(each.because), {}};
    if (!each.holds) {
      found.outcome = DutyFound::Outcome::open;
      found.missing.insert(found.missing.end(), each.missing.begin(), each.missing.end());
    } else {
      found.because.insert(found.because.end(), each.because.begin(), each.because.end());
    }
  }
  return found;
}

Record element(std::string name, const std::string& words = {}) {
  Record made;
  made.name = std::move(name);
  if (!words.empty()) made.children.push_back(text_record(words, {}));
  return made;
}

std::string_view name_of(DutyFound::Outcome outcome) {
  return outcome == DutyFound::Outcome::applies ? "applies" : outcome == DutyFound::Outcome::open ? "open" : "does-not-apply";
}

}  // namespace

DutyBook DutyBook::read(const Record& root, const std::string& file, Faults& faults) {
  DutyBook book;
  for (const Record* each : root.all("fact")) book.facts.push_back({std::string(each->attribute("kind")), fold_space(each->content())});
  for (const Record* each : root.all("duty")) {
    ReviewDuty duty;
    duty.review = each->attribute("review");
    duty.source = each->attribute("source");
    duty.required = each->attribute("verb") == "requires";
    duty.regimes = words_between_spaces(each->attribute("regimes"));
    for (const std::string& word : duty.regimes)
      if (!names_regimes(word)) faults.push_back({file, each->origin.part, 0, "'" + word + "' names no regime", "corpus/README.md says how they are named"});
    for (const Record* group : each->all("when")) duty.when.push_back(words_between_spaces(group->content()));
    for (const std::vector<std::string>& group : duty.when)
      for (const std::string& fact : group) {
        const std::string kind = fact.starts_with("not-") ? fact.substr(4) : fact;
        if (std::none_of(book.facts.begin(), book.facts.end(), [&](const Fact& known) { return known.kind == kind; }))
          faults.push_back({file, each->origin.part, 0, "'" + kind + "' is no fact", "give it as <fact kind=\"" + kind + "\"> first"});
      }
    book.duties.push_back(std::move(duty));
  }
  return book;
}

std::string DutyBook::words_of(std::string_view kind) const {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& each) { return each.kind == kind; });
  return found == facts.end() ? std::string(kind) : found->words;
}

std::vector<DutyFound> duties_of(const Case& of_case, const DutyBook& book) {
  std::vector<DutyFound> all;
  for (const ReviewDuty& duty : book.duties)
    if (is_among_regimes(of_case.regime, duty.regimes)) all.push_back(judge(duty, of_case, book));
  std::stable_sort(all.begin(), all.end(), [](const DutyFound& a, const DutyFound& b) { return a.outcome < b.outcome; });
  return all;
}

Record duties_record(const Case& of_case, const DutyBook& book) {
  Record all = element("duties");
  for (const DutyBook::Fact& fact : book.facts) {
    const std::optional<bool> answer = answer_of(of_case, fact.kind);
    if (!answer) continue;
    Record known = element("known", fact.words);
    known.set_attribute("kind", fact.kind);
    known.set_attribute("answer", *answer ? "yes" : "no");
    all.children.push_back(std::move(known));
  }
  for (const DutyFound& found : duties_of(of_case, book)) {
    Record duty = element("duty");
    duty.set_attribute("review", found.duty->review);
    duty.set_attribute("verb", found.duty->required ? "required" : "allowed");
    duty.set_attribute("outcome", std::string(name_of(found.outcome)));
    duty.set_attribute("source", found.duty->source);
    for (const std::string& each : found.because) duty.children.push_back(element("because", each));
    for (const std::string& each : found.missing) duty.children.push_back(element("missing", each));
    all.children.push_back(std::move(duty));
  }
  return all;
}

}  // namespace casewright
