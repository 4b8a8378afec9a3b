#include "assemble/case_tree.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

using xpath::Node;
using xpath::Tree;

/// Values that many events share; the tree borrows them.
const std::string yes = "yes", no = "no", alone = "alone", not_recorded = "not recorded",
                  told_first = "first", told_again = "again";

const std::string& answer_word(Answer answer) {
  switch (answer) {
    case Answer::not_recorded: return not_recorded;
    case Answer::no: return no;
    case Answer::yes: return yes;
    case Answer::alone: return alone;
  }
  return not_recorded;
}

const std::string& kind_word(Gap::Kind kind) {
  static const std::string words[] = {"no-contact", "not-seen", "not-spoken-to"};
  return words[static_cast<std::size_t>(kind)];
}

std::string clock(int minute) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minute / 60) + ":" + two(minute % 60);
}

/// Builds the tree; holds what is looked up again and again while it does.
class Builder {
 public:
  Builder(const PublicCase& known, Tree& tree) : known_(known), tree_(tree) {
    for (const Agency& each : known.agencies) agencies_.emplace(each.id, &each);
    for (const Record& each : known.people) people_.emplace(each.attribute("id"), &each);
  }

  void build() {
    add_case_file();
    add_list("people", known_.people);
    add_list("imrs", known_.imrs);
    add_list("sections", known_.sections);
    add_list("actions", known_.actions);
    add_chronology();
    add_gaps();
    add_queries();
    tree_.close();
  }

 private:
  void add_case_file() {
    const Node root = tree_.root();
    tree_.borrow_attribute(root, "code", known_.code);
    tree_.borrow_attribute(root, "regime", known_.regime);
    tree_.borrow_attribute(root, "type", known_.type);
    tree_.add_attribute(root, "about", is_about_adults(known_.regime) ? "adults" : "children");
    if (const Regime* regime = review_regimes().find(known_.regime)) {
      if (const ReviewType* type = counted_type(regime->type, regime->code)) tree_.borrow_attribute(root, "review", type->spoken);
      tree_.borrow_attribute(root, "report", regime->report);
    }
    for (const Record& each : known_.root.children) {
      if (each.is_text()) continue;
      if (each.name == "agencies") add_agencies(each);
      else record(root, each);
    }
    if (known_.root.child("agencies") == nullptr) add_agencies({});
  }

  /// Agencies come from the list of public ones; case.xml gives only what was written inside each.
  void add_agencies(const Record& written) {
    const Node list = tree_.add_element(tree_.root(), "agencies", written.origin.known() ? &written.origin : &known_.root.origin);
    for (const Agency& each : known_.agencies) {
      const Record* source = nullptr;
      for (const Record& child : written.children)
        if (child.attribute("id") == each.id) source = &child;
      const Node agency = tree_.add_element(list, "agency", source == nullptr ? nullptr : &source->origin);
      tree_.borrow_attribute(agency, "id", each.id);
      tree_.borrow_attribute(agency, "name", each.public_name);
      tree_.borrow_attribute(agency, "public-name", each.public_name);
      tree_.borrow_attribute(agency, "short", each.short_name);
      tree_.borrow_attribute(agency, "contribution", each.contribution);
      if (source == nullptr) continue;
      for (const Record& child : source->children) {
        if (child.is_text()) tree_.borrow_text(agency, child.text, &child.origin);
        else record(agency, child);
      }
    }
  }

  void add_list(std::string_view name, const std::vector<Record>& records) {
    const Node list = tree_.add_element(tree_.root(), name);
    for (const Record& each : records) record(list, each);
  }

  void record(Node parent, const Record& from) {
    tree_.borrow_record(parent, from, [this](Node element, const Record& each) { decorate(element, each); });
  }

  /// Adds the public words for what an element names by id.
  void decorate(Node element, const Record& from) {
    for (const auto& [key, value] : from.attributes) {
      if (key == "owner") tree_.add_attribute(element, "owner-names", names_of(value));
      if (key == "agency") add_agency_names(element, value);
      if (key == "person" || key == "place" || key == "by")
        if (const auto found = people_.find(value); found != people_.end())
          tree_.add_attribute(element, key == "by" ? "by-name" : "public-name", std::string(found->second->attribute("public")));
    }
  }

  void add_agency_names(Node element, std::string_view id) {
    const auto found = agencies_.find(id);
    if (found == agencies_.end()) return;
    tree_.borrow_attribute(element, "agency-name", found->second->public_name);
    tree_.borrow_attribute(element, "agency-short", short_of(*found->second));
  }

  static const std::string& short_of(const Agency& agency) {
    return agency.short_name.empty() ? agency.public_name : agency.short_name;
  }

  /// "the community health trust and the Board" for "A1 board".
  std::string names_of(std::string_view ids) {
    std::vector<std::string> names;
    for (const std::string_view id : split(ids, ' ')) {
      if (id.empty()) continue;
      const auto found = agencies_.find(id);
      if (found != agencies_.end()) names.push_back(found->second->public_name);
      else if (id == "board") names.push_back(board_words());
      else names.emplace_back(id);
    }
    return list_in_words(names);
  }

  std::string board_words() const {
    const Record* board = known_.root.child("board");
    const std::string words = board == nullptr ? "" : board->content_of("short");
    return words.empty() ? "the Board" : words;
  }

  void add_chronology() {
    const Node list = tree_.add_element(tree_.root(), "chronology");
    std::size_t undated = 0;
    std::unordered_set<std::string_view> agencies;
    for (const IntegratedEvent& each : known_.chronology) {
      add_event(list, each);
      undated += !each.event.when.from.known();
      agencies.insert(each.event.agency);
    }
    tree_.add_attribute(list, "agencies", std::to_string(agencies.size()));
    tree_.add_attribute(list, "events", std::to_string(known_.chronology.size()));
    tree_.add_attribute(list, "undated", std::to_string(undated));
  }

  void add_event(Node list, const IntegratedEvent& from) {
    const Event& event = from.event;
    const Node element = tree_.add_element(list, "event", &event.origin);
    const auto flag = [&](std::string_view name, bool holds) {
      if (holds) tree_.borrow_attribute(element, name, yes);
    };
    tree_.borrow_attribute(element, "id", event.id);
    tree_.borrow_attribute(element, "agency", event.agency);
    add_agency_names(element, event.agency);
    if (event.when.from.known()) tree_.add_attribute(element, "date", iso(event.when.from));
    if (event.when.to.known()) tree_.add_attribute(element, "to", iso(event.when.to));
    if (event.when.minute >= 0) tree_.add_attribute(element, "time", clock(event.when.minute));
    if (!event.when.from.known()) tree_.borrow_attribute(element, "written", event.when.written);
    tree_.borrow_attribute(element, "seen", answer_word(event.child_seen));
    tree_.borrow_attribute(element, "spoken-to", answer_word(event.child_spoken_to));
    flag("uncertain", event.when.uncertain);
    flag("key", event.key);
    flag("background", event.background);
    flag("outside-period", from.outside_period);
    if (!event.contact) tree_.borrow_attribute(element, "contact", no);
    cell(element, "source", event.source, from);
    cell(element, "what", event.what, from);
    cell(element, "voice", event.voice, from);
    cell(element, "outcome", event.outcome, from);
    cell(element, "comment", event.comment, from);
    cell(element, "recorded-by", event.recorded_by, from);
    for (std::size_t i = 0; i < event.other.size(); ++i)
      if (const Node other = cell(element, "other", event.other[i].second, from, i)) tree_.borrow_attribute(other, "heading", event.other[i].first);
    if (!from.same.empty()) {
      // Of one event that several agencies tell, the first telling in order of time stands for all.
      const bool again = std::any_of(from.same.begin(), from.same.end(), [this](const std::string& id) { return told_.count(id) != 0; });
      tree_.borrow_attribute(element, "told", again ? told_again : told_first);
      told_.insert(event.id);
    }
    for (const std::string& id : from.same) words(element, "same", id, event.origin);
    for (const std::string& sentence : from.conflicts) words(element, "conflict", sentence, event.origin);
  }

  /// One cell of an event, what a person must look at in <uncertain>; nothing where it says nothing.
  Node cell(Node parent, std::string_view name, const std::string& text, const IntegratedEvent& from, std::size_t number = 0) {
    if (trim(text).empty()) return {};
    const Origin& origin = from.event.origin;
    const Node made = tree_.add_element(parent, name, &origin);
    std::uint32_t at = 0;
    for (const IntegratedEvent::Doubt& each : from.doubts) {
      if (each.cell != name || each.number != number) continue;
      if (at < each.span.begin) tree_.add_text(made, text.substr(at, each.span.begin - at), &origin);
      tree_.add_text(tree_.add_element(made, "uncertain", &origin), text.substr(each.span.begin, each.span.length()), &origin);
      at = each.span.end;
    }
    if (at == 0) tree_.borrow_text(made, text, &origin);
    else if (at < text.size()) tree_.add_text(made, text.substr(at), &origin);
    return made;
  }

  void words(Node parent, std::string_view name, const std::string& text, const Origin& origin) {
    if (trim(text).empty()) return;
    tree_.borrow_text(tree_.add_element(parent, name, &origin), text, &origin);
  }

  void add_gaps() {
    const Node list = tree_.add_element(tree_.root(), "gaps");
    for (const Gap& each : known_.gaps) {
      const Node gap = tree_.add_element(list, "gap");
      tree_.borrow_attribute(gap, "kind", kind_word(each.kind));
      if (!each.agency.empty()) {
        tree_.borrow_attribute(gap, "agency", each.agency);
        add_agency_names(gap, each.agency);
      }
      tree_.add_attribute(gap, "from", iso(each.from));
      tree_.add_attribute(gap, "to", iso(each.to));
      tree_.add_attribute(gap, "days", std::to_string(each.days()));
    }
  }

  void add_queries() {
    const Node list = tree_.add_element(tree_.root(), "queries");
    for (const Query& each : known_.queries) {
      const Node query = tree_.add_element(list, "query", &each.origin);
      tree_.borrow_attribute(query, "field", each.field);
      tree_.borrow_attribute(query, "problem", each.problem);
    }
  }

  const PublicCase& known_;
  Tree& tree_;
  std::unordered_map<std::string_view, const Agency*> agencies_;
  std::unordered_map<std::string_view, const Record*> people_;
  std::unordered_set<std::string_view> told_;
};

}  // namespace

CaseTree::CaseTree(const PublicCase& known) : known_(known), tree_(std::make_unique<xpath::Tree>("case")) {
  Builder(known, *tree_).build();
}

const std::vector<std::string_view>& names_of_case_tree() {
  static const std::vector<std::string_view> names{
      "people", "person", "kin", "place", "organisation", "imrs", "sections", "actions", "chronology", "event", "gaps", "gap", "queries", "query",
      "@about", "@report", "duties", "duty", "known", "because", "missing", "@review", "@verb", "@outcome", "@source", "@answer", "@today", "@late",
      "source", "what", "voice", "outcome", "comment", "recorded-by", "other", "same", "conflict", "uncertain",
      "@owner-names", "@agency-name", "@agency-short", "@public-name", "@by-name", "@events", "@undated", "@agencies", "@told", "@date", "@to",
      "@time", "@written", "@seen", "@spoken-to", "@uncertain", "@key", "@background", "@outside-period", "@contact",
      "@heading", "@kind", "@agency", "@from", "@days", "@field", "@problem", "@id", "@name", "@short", "@contribution",
      "@role", "@public", "@relation", "@how", "@age", "@sex"};
  return names;
}

}  // namespace casewright
