#include "assemble/public_text.h"

#include <algorithm>

#include "assemble/doubts_beside.h"
#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t longest_to_remember = 80, most_to_remember = 20000;

Register with_agencies(const Case& whole) {
  Register people = whole.people;
  const Record* written = whole.root.child("agencies");
  for (const Agency& each : whole.agencies) {
    Identity& entry = people.entries.emplace_back();
    entry.kind = IdentityKind::organisation;
    entry.id = each.id;
    entry.role = "agency";
    entry.public_name = each.public_name;
    entry.names.push_back({NameKind::place_name, each.name, {}});
    if (written == nullptr) continue;
    for (const Record* agency : written->all("agency"))
      if (agency->attribute("id") == each.id && agency->has_attribute("former-name"))
        entry.names.push_back({NameKind::former, std::string(agency->attribute("former-name")), {}});
  }
  return people;
}

const Identity* first_subject(const Case& whole) {
  const Record* subjects = whole.root.child("subjects");
  const Record* subject = subjects == nullptr ? nullptr : subjects->child("subject");
  return subject == nullptr ? nullptr : whole.people.find(subject->attribute("person"));
}

SoftenRules soften_rules(const Case& whole) {
  SoftenRules rules;
  const Record* style = whole.root.child("house-style");
  const std::string_view dates = style == nullptr ? std::string_view() : style->attribute("dates");
  if (dates == "age") rules.style = DateStyle::age;
  if (dates == "relative") rules.style = DateStyle::relative;
  if (const Identity* subject = first_subject(whole)) {
    rules.subject = subject->public_name;
    rules.subject_born = subject->born;
  }
  for (const Identity& each : whole.people.entries)
    if (each.born.exact()) rules.births.push_back(each.born);
  if (whole.publication.exact()) rules.kept.push_back(whole.publication);
  if (const Record* dated = whole.root.child("dates"))
    for (const Record* each : dated->all("date"))
      if (each->attribute("kind") == "report-final")
        if (const auto date = date_from_iso(each->attribute("on"))) rules.kept.push_back(*date);
  return rules;
}

}  // namespace

TextPlanner::Names::Names(const Case& whole) : everybody(with_agencies(whole)), search(everybody) {}

TextPlanner::TextPlanner(const Case& whole, const WordFilter* ordinary)
    : whole_(whole), names_(std::make_shared<const Names>(whole)), ordinary_(ordinary), scanner_(names_->search, ordinary), rules_(soften_rules(whole)) {}

TextPlanner::TextPlanner(const TextPlanner& other)
    : whole_(other.whole_), names_(other.names_), ordinary_(other.ordinary_), scanner_(other.scanner_), rules_(other.rules_) {}

void TextPlanner::learn(std::string_view text) { scanner_.learn(text); }

std::string_view TextPlanner::public_name(std::string_view id) const {
  if (const Identity* entry = whole_.people.find(id)) return entry->public_name;
  if (const Agency* agency = whole_.agency(id)) return agency->public_name;
  return {};
}

namespace {

PlacePart part_of_address(const Identity& entry, NameKind kind) {
  if (kind == NameKind::address || kind == NameKind::postcode) return PlacePart::street;
  if (entry.kind != IdentityKind::place) return PlacePart::none;
  return entry.role == "street" || entry.role == "estate" ? PlacePart::street : entry.role == "town" ? PlacePart::town : PlacePart::none;
}

/// Puts down that a person must look at what of `span` no name to be replaced and no doubt before holds already.
void doubt(Span span, const std::string& problem, const std::vector<Naming>& namings, std::vector<Doubted>& doubts) {
  const auto put = [&](Span rest) {
    if (rest.begin < rest.end) doubts.push_back({rest, problem});
  };
  if (!doubts.empty()) span.begin = std::max(span.begin, std::min(span.end, doubts.back().span.end));
  for (const Naming& each : namings) {
    if (!each.span.overlaps(span)) continue;
    put({span.begin, each.span.begin});
    span.begin = std::min(span.end, each.span.end);
  }
  put(span);
}

}  // namespace

void TextPlanner::add_hits(const std::vector<IdentityHit>& hits, std::vector<Naming>& namings, std::vector<Doubted>& doubts) const {
  for (const IdentityHit& each : hits) {
    const bool taken = std::any_of(namings.begin(), namings.end(), [&](const Naming& other) { return other.span.overlaps(each.span); });
    if (taken || !each.certain) continue;
    const Identity& entry = names_->everybody.entries[each.identity];
    namings.push_back({each.span, entry.public_name, each.identity, each.kind, entry.kind == IdentityKind::person, each.plural,
                       each.inside_word, part_of_address(entry, each.kind),
                       among({"subject", "sibling", "mother", "father", "relative"}, entry.role)});
  }
  std::sort(namings.begin(), namings.end(), [](const Naming& a, const Naming& b) { return a.span.begin < b.span.begin; });
  for (const IdentityHit& each : hits) {
    if (each.certain || names_->everybody.entries[each.identity].role == "agency") continue;  // half of an agency's name is a common word
    const bool slip = each.how.find("letter") != std::string::npos;
    const std::string_view mend = slip ? "add this spelling to the register as another of their names (in people.xml an <alias>), or reword" : "put the public name, or reword";
    doubt(each.span, "these words may name somebody of the register (" + each.how + "): " + std::string(mend), namings, doubts);
  }
}

TextPlan TextPlanner::plan(std::string_view text, Softening softening, const std::vector<Naming>& named) {
  TextPlan plan;
  std::vector<Naming> namings = named;
  std::vector<Doubted> doubts;
  add_hits(scanner_.find_in(text), namings, doubts);
  take_what_belongs(text, names_->everybody, ordinary_, namings, doubts);
  doubt_beside_names(text, names_->everybody, ordinary_, namings, doubts);
  name_publicly(text, namings, plan.edits);
  if (softening == Softening::dates_and_names) soften(text, rules_, plan.edits);
  settle(plan.edits);
  for (Doubted& each : doubts) {
    const bool gone = std::any_of(plan.edits.begin(), plan.edits.end(), [&](const Edit& edit) { return edit.span.overlaps(each.span); });
    if (gone) continue;
    plan.uncertain.push_back(each.span);
    plan.problems.push_back(std::move(each.problem));
  }
  return plan;
}

const TextPlan& TextPlanner::plan_once(const std::string& text, Softening softening) {
  if (text.size() > longest_to_remember || softening != Softening::dates_and_names) return last_ = plan(text, softening);
  const auto found = planned_.find(text);
  if (found != planned_.end()) return found->second;
  if (planned_.size() >= most_to_remember) planned_.clear();
  return planned_.emplace(text, plan(text, softening)).first->second;
}

}  // namespace casewright
