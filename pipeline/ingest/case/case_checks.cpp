#include "ingest/case/case_checks.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "ingest/case/references.h"
#include "ingest/papers/record_dates.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// True where `a` is certainly before `b`, as far as both are known.
bool certainly_before(const Date& a, const Date& b) {
  if (!a.known() || !b.known()) return false;
  if (a.year != b.year || a.month == 0 || b.month == 0) return a.year < b.year;
  if (a.month != b.month || a.day == 0 || b.day == 0) return a.month < b.month;
  return a.day < b.day;
}

Date date_in(const Record& record, std::string_view element) { return date_from_iso(record.content_of(element)).value_or(Date{}); }

class CaseCheck {
 public:
  CaseCheck(const Case& whole, bool complete, BundleFaults& faults) : whole_(whole), complete_(complete), faults_(faults) {}

  void run() {
    const KnownIds ids = known_ids(whole_, complete_, faults_);
    check_references(whole_.root, whole_, &ids, faults_);
    for (const Record& section : whole_.sections) check_references(section, whole_, &ids, faults_);
    for (const Record& action : whole_.actions) check_references(action, whole_, &ids, faults_);
    for (const Record& imr : whole_.imrs) {
      check_references(imr, whole_, &ids, faults_);
      check_imr(imr);
    }
    check_type();
    check_dates();
    check_one_per_agency();
    check_sections();
    check_events();
  }

 private:
  void stop(Origin at, std::string what, std::string hint) { faults_.stop.push_back(fault(at, std::move(what), std::move(hint))); }
  void tell(Origin at, std::string what, std::string hint) { faults_.tell.push_back(fault(at, std::move(what), std::move(hint))); }
  Fault fault(Origin at, std::string what, std::string hint) const {
    return {whole_.sources[at.source], at.part, 0, std::move(what), std::move(hint)};
  }

  void check_imr(const Record& imr) {
    if (const Record* period = imr.child("period"); certainly_before(date_of(period, "to"), date_of(period, "from")))
      stop(period->origin, "the period of this review ends before it begins", "exchange or correct the dates");
    const Record* sign_off = imr.child("sign-off");
    if (sign_off != nullptr && certainly_before(date_in(*sign_off, "date"), date_in(imr, "requested-on")))
      tell(sign_off->origin, "this review was signed off before it was asked for", "correct one of the two dates");
    if (certainly_before(date_in(imr, "records-secured-on"), date_of(whole_.root.child("incident"), "date")))
      tell(imr.origin, "the records were secured before the incident", "correct one of the two dates");
    const Record* author = imr.child("author");
    if (author != nullptr) check_author(*author, sign_off);
  }

  /// Working Together asks for an author who had no part in the case (DOMAIN.md 2.4).
  void check_author(const Record& author, const Record* sign_off) {
    const std::string name = ascii_lower(author.content_of("name"));
    for (const Identity& each : whole_.people.entries) {
      const bool same = std::any_of(each.names.begin(), each.names.end(), [&](const NameEntry& entry) {
        return (entry.kind == NameKind::full || entry.kind == NameKind::alias) && ascii_lower(entry.text) == name;
      });
      if (same && !each.may_be_named)
        tell(author.origin, "the author of this review is " + printable_id(each.id) + " of the register, so was part of the case",
             "an author should have had no part in the case and no line management of those who had");
    }
    const std::string independent = ascii_lower(author.content_of("independent"));
    if (independent == "no" || independent == "no." || independent.starts_with("not independent") || independent.starts_with("none"))
      tell(author.origin, "the author of this review is not independent", "say in the report why, and what was done about it");
    if (sign_off != nullptr && !name.empty() && ascii_lower(sign_off->content_of("name")) == name)
      tell(sign_off->origin, "the author of this review signed it off as well", "a chief officer of the agency signs");
  }

  void check_type() {
    const Regime* regime = review_regimes().find(whole_.regime);
    const ReviewType* type = review_regimes().type(whole_.type, whole_.regime);
    if (regime == nullptr || type == nullptr || is_held_under(whole_.type, *regime)) return;
    const ReviewType* usual = review_regimes().type(regime->type, regime->code);
    tell(whole_.root.origin, "no " + type->spoken + " is held under " + regime->code + " (" + regime->source + ")",
         "correct the type or the regime in the line that begins with <case; the usual type under " + regime->code + " is " + regime->type +
             (usual == nullptr ? "" : ", " + usual->spoken));
  }

  void check_dates() {
    const Record& root = whole_.root;
    if (certainly_before(whole_.period_to, whole_.period_from))
      stop(root.child("review-period")->origin, "the review period ends before it begins", "exchange or correct the dates");
    const Record* publication = root.child("publication");
    if (certainly_before(date_of(publication, "available-until"), date_of(publication, "date")))
      stop(publication->origin, "the report is to be taken down before it is published", "correct one of the two dates");
    std::map<std::string, const Record*> dates;
    if (const Record* all = root.child("dates"))
      for (const Record* each : all->all("date")) {
        const auto [first, fresh] = dates.emplace(std::string(each->attribute("kind")), each);
        if (!fresh) tell(each->origin, "a second date of the kind " + first->first + "; the first is in line " + std::to_string(first->second->origin.part), "keep one of them");
      }
    check_order(dates);
    const auto published = dates.find("publication");
    if (publication != nullptr && published != dates.end() && date_of(published->second, "on") != date_of(publication, "date"))
      tell(publication->origin, "<publication> and the date of the kind publication name different days", "make both the same");
  }

  void check_order(const std::map<std::string, const Record*>& dates) {
    static constexpr std::pair<const char*, const char*> orders[] = {
        {"incident", "aware"},  {"incident", "notified"}, {"incident", "decision"},       {"notified", "rapid-review-sent"},
        {"decision", "commissioned"}, {"decision", "report-final"}, {"started", "report-final"}, {"report-final", "publication"}};
    for (const auto& [earlier, later] : orders) {
      const auto first = dates.find(earlier), second = dates.find(later);
      if (first != dates.end() && second != dates.end() && certainly_before(date_of(second->second, "on"), date_of(first->second, "on")))
        tell(second->second->origin, std::string("the date of the kind ") + later + " lies before that of the kind " + earlier, "correct one of the two");
    }
  }

  void check_one_per_agency() {
    std::map<std::string, Origin> imrs;
    for (const Record& imr : whole_.imrs) {
      const std::string agency(imr.attribute("agency"));
      const auto [first, fresh] = imrs.emplace(agency, imr.origin);
      if (!fresh)
        stop(imr.origin, printable_agency(agency) + " has a second review; the first is " + std::string(file_name(whole_.sources[first->second.source])),
             "each agency gives one: join them, or correct the agency");
    }
    std::map<std::string, Path> chronologies;
    for (const Chronology& each : whole_.chronologies) {
      const auto [first, fresh] = chronologies.emplace(each.agency, each.file);
      if (!fresh)
        faults_.stop.push_back({each.file, 0, 0, printable_agency(each.agency) + " has a second chronology; the first is " + std::string(file_name(first->second)),
                                "each agency gives one: join them, or correct the agency"});
      if (each.events.empty()) faults_.tell.push_back({each.file, 0, 0, "this chronology has no events", ""});
    }
    if (complete_) check_promised(imrs, chronologies);
  }

  void check_promised(const std::map<std::string, Origin>& imrs, const std::map<std::string, Path>& chronologies) {
    for (const Record& imr : whole_.imrs)
      if (const std::string agency(imr.attribute("agency")); whole_.agency(agency) != nullptr && !chronologies.contains(agency))
        tell(imr.origin, printable_agency(agency) + " gave a review but no chronology", "put its chronology into chronology/, or leave it if there is none");
    const Record* agencies = whole_.root.child("agencies");
    for (const Record* agency : agencies == nullptr ? std::vector<const Record*>{} : agencies->all("agency")) {
      const std::string promised = ascii_lower(agency->attribute("contribution")), id(agency->attribute("id"));
      const bool review = promised.find("management review") != std::string::npos || promised.find("agency report") != std::string::npos;
      if (review && !imrs.contains(id)) tell(agency->origin, printable_agency(id) + " is said to have given a review, but imr/ has none of it", "add it, or change the contribution");
      if (promised.find("chronology") != std::string::npos && !chronologies.contains(id) && !imrs.contains(id))
        tell(agency->origin, printable_agency(id) + " is said to have given a chronology, but chronology/ has none of it", "add it, or change the contribution");
    }
  }

  void check_sections() {
    std::map<std::string, Origin> seen;
    for (const Record& section : whole_.sections) {
      const std::string id(section.attribute("id"));
      const auto [first, fresh] = seen.emplace(id, section.origin);
      if (!fresh)
        stop(section.origin, "the section " + id + " is there twice; the first is " + std::string(file_name(whole_.sources[first->second.source])),
             "join them, or add a dash and a word to one id, as in " + id + "-2");
    }
  }

  void check_events() {
    std::map<std::string, const Event*> seen;
    for (const Chronology& chronology : whole_.chronologies)
      for (const Event& event : chronology.events) {
        const auto [first, fresh] = seen.emplace(event.id, &event);
        if (!fresh)
          stop(event.origin, "the event id " + printable_id(event.id) + " is given twice; the first is in line " + std::to_string(first->second->origin.part),
               "give one of them an id of its own");
      }
  }

  const Case& whole_;
  bool complete_;
  BundleFaults& faults_;
};

}  // namespace

void check_case(const Case& whole, bool complete, BundleFaults& faults) { CaseCheck(whole, complete, faults).run(); }

}  // namespace casewright
