#include "assemble/public_record.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::array<std::string_view, 6> inline_names{"em", "strong", "a", "ref", "uncertain", "note"};

/// Attributes that hold ids, codes and dates, which no reader meets as words.
constexpr std::array<std::string_view, 40> code_attributes{
    "id",   "person", "place", "agency", "owner",     "finding", "line",    "recommendation", "to",   "kind",   "status", "regime", "type",
    "code", "slug",   "nation", "level", "due",       "date",    "on",      "from",           "updated", "completed", "available-until",
    "form", "sex",    "publish", "dates", "ages",     "person-scheme", "key", "same-as",      "seq",  "time",   "public", "public-name", "source", "header", "span",   "down"};

/// Elements whose exact dates readers need: plans, and lists of what was read. What a plan tells of the past needs its months alone.
constexpr std::array<std::string_view, 6> dated_elements{"actions", "action", "recommendation", "references", "glossary", "sign-off"};

bool is_blank(std::string_view text) { return trim(text).empty(); }

/// A run of text in one or more pieces that a reader reads as one line.
struct Line {
  struct Piece {
    const Record* record = nullptr;
    std::uint32_t begin = 0;
  };
  std::string text;
  std::vector<Piece> pieces;
  std::vector<Naming> named;
  Origin origin;
};

/// What becomes of one piece: its words, some of them uncertain.
struct LinePart {
  std::string text;
  bool uncertain = false;
};

class Publisher {
 public:
  Publisher(TextPlanner& planner, const std::string& field, std::vector<Query>& queries)
      : planner_(planner), field_(field), queries_(queries) {}

  void element(Record& record, bool dated) {  // as deep as the XML reader allows, 256
    dated = (dated || among(dated_elements, record.name)) && record.name != "taken";
    const Softening softening = dated ? Softening::names_only : Softening::dates_and_names;
    for (auto& [key, value] : record.attributes) attribute(record, key, value, softening);
    blunt(record);
    lines(record, softening);
    for (Record& each : record.children)
      if (!each.is_text() && (!is_inline(each) || each.name == "note")) element(each, dated);
      else if (!each.is_text()) inner(each, dated);
  }

 private:
  static bool is_inline(const Record& record) { return among(inline_names, record.name); }

  /// Attributes and notes inside an inline element, whose words belonged to the line.
  void inner(Record& record, bool dated) {
    for (auto& [key, value] : record.attributes) attribute(record, key, value, Softening::names_only);
    for (Record& each : record.children) {
      if (each.is_text()) continue;
      if (each.name == "note") element(each, dated);
      else inner(each, dated);
    }
  }

  void attribute(const Record& record, const std::string& key, std::string& value, Softening softening) {
    const bool reference = key == "by" && !planner_.public_name(value).empty();
    if (among(code_attributes, key) || reference || is_blank(value) || date_from_iso(value)) return;
    if (key == "name" && record.name == "agency" && !planner_.public_name(record.attribute("id")).empty()) {
      value = planner_.public_name(record.attribute("id"));
      return;
    }
    const TextPlan plan = planner_.plan(value, softening);
    const bool link = key == "href";
    for (const std::string& each : plan.problems) queries_.push_back({record.origin, field_, each});
    if (link && !plan.edits.empty()) {
      queries_.push_back({record.origin, field_, "this link's target names somebody of the register: link elsewhere, or leave it out"});
      value = "#";
      return;
    }
    value = apply_edits(value, plan.edits);
  }

  /// Days that only the register and the law need: readers see months.
  static void blunt(Record& record) {
    const auto month_only = [&record](std::string_view key) {
      const auto date = date_from_iso(record.attribute(key));
      if (date && date->exact()) record.set_attribute(key, iso(Date{date->year, date->month, 0}));
    };
    if (record.name == "incident") month_only("date");
    if (record.name == "review-period" || record.name == "period") {
      month_only("from");
      month_only("to");
    }
    const std::string_view kind = record.attribute("kind");
    if (record.name == "date" && (kind == "incident" || kind == "aware")) month_only("on");
  }

  /// Handles each unbroken run of text and inline elements among the children.
  void lines(Record& record, Softening softening) {
    std::size_t from = 0;
    while (from < record.children.size()) {
      if (!record.children[from].is_text() && !is_inline(record.children[from])) {
        ++from;
        continue;
      }
      std::size_t to = from;
      Line line;
      line.origin = record.origin;
      while (to < record.children.size() && (record.children[to].is_text() || is_inline(record.children[to])))
        gather(record.children[to++], line);
      if (is_blank(line.text)) from = to;
      else from = rewrite(record, from, to, line, softening);
    }
  }

  /// Notes stand outside the line that refers to them; a <ref> is its public name.
  void gather(Record& record, Line& line) {
    if (record.is_text()) {
      if (line.pieces.empty()) line.origin = record.origin;
      line.pieces.push_back({&record, static_cast<std::uint32_t>(line.text.size())});
      line.text += record.text;
      return;
    }
    if (record.name == "note") return;
    if (record.name == "ref") turn_into_words(record, line);
    if (record.is_text()) return gather(record, line);
    for (Record& each : record.children) gather(each, line);
  }

  void turn_into_words(Record& record, Line& line) const {
    std::string_view id = record.attribute("person");
    const bool person = !id.empty();
    if (id.empty()) id = record.attribute("place");
    if (id.empty()) id = record.attribute("agency");
    const std::string_view name = planner_.public_name(id);
    if (name.empty()) return;
    const auto begin = static_cast<std::uint32_t>(line.text.size());
    const auto end = begin + static_cast<std::uint32_t>(name.size());
    line.named.push_back({{begin, end}, name, ~static_cast<std::uint32_t>(line.named.size()), NameKind::full, person, false, false});
    record = text_record(std::string(name), record.origin);
  }

  std::size_t rewrite(Record& record, std::size_t from, std::size_t to, const Line& line, Softening softening) {
    const TextPlan plan = planner_.plan(line.text, softening, line.named);
    for (std::size_t i = 0; i < plan.problems.size(); ++i)
      queries_.push_back({origin_of(line, plan.uncertain[i].begin), field_, plan.problems[i]});
    if (plan.edits.empty() && plan.uncertain.empty()) return to;
    std::vector<Record> rebuilt;
    for (std::size_t i = 0; i < from; ++i) rebuilt.push_back(std::move(record.children[i]));
    for (std::size_t i = from; i < to; ++i) rebuild(record.children[i], line, plan, rebuilt);
    const std::size_t next = rebuilt.size();
    for (std::size_t i = to; i < record.children.size(); ++i) rebuilt.push_back(std::move(record.children[i]));
    record.children = std::move(rebuilt);
    return next;
  }

  static Origin origin_of(const Line& line, std::uint32_t at) {
    Origin origin = line.origin;
    for (const Line::Piece& each : line.pieces)
      if (each.begin <= at) origin = each.record->origin;
    return origin;
  }

  /// Appends what becomes of `record`, a text or an inline element, to `into`; an element left empty goes.
  void rebuild(Record& record, const Line& line, const TextPlan& plan, std::vector<Record>& into) {
    if (record.is_text()) {
      for (LinePart& part : parts_of(record, line, plan)) {
        Record text = text_record(std::move(part.text), record.origin);
        if (!part.uncertain) {
          into.push_back(std::move(text));
          continue;
        }
        Record mark;
        mark.name = "uncertain";
        mark.origin = record.origin;
        mark.children.push_back(std::move(text));
        into.push_back(std::move(mark));
      }
      return;
    }
    if (record.name == "note" || record.name == "ref") {
      into.push_back(std::move(record));
      return;
    }
    std::vector<Record> inside;
    for (Record& each : record.children) rebuild(each, line, plan, inside);
    record.children = std::move(inside);
    if (!record.children.empty()) into.push_back(std::move(record));
  }

  /// The words of one piece after the edits; an edit over several pieces is written in the first.
  static std::vector<LinePart> parts_of(const Record& record, const Line& line, const TextPlan& plan) {
    const auto piece = std::find_if(line.pieces.begin(), line.pieces.end(), [&](const Line::Piece& each) { return each.record == &record; });
    const std::uint32_t begin = piece->begin, end = begin + static_cast<std::uint32_t>(record.text.size());
    std::vector<LinePart> parts;
    std::uint32_t at = begin;
    const auto plain = [&](std::uint32_t to) {
      if (to > at) add(parts, line.text.substr(at, to - at), false);
      at = std::max(at, to);
    };
    auto edit = plan.edits.begin();
    auto doubt = plan.uncertain.begin();
    while (true) {
      const std::uint32_t next_edit = edit == plan.edits.end() ? ~0u : edit->span.begin;
      const std::uint32_t next_doubt = doubt == plan.uncertain.end() ? ~0u : doubt->begin;
      if (std::min(next_edit, next_doubt) >= end && !(next_edit == end && edit->span.empty() && &line.pieces.back() == &*piece)) break;
      if (next_edit <= next_doubt) {
        const bool starts_here = edit->span.begin >= begin;
        if (starts_here) plain(edit->span.begin);
        if (starts_here) add(parts, edit->by, false);
        at = std::max(at, std::min(edit->span.end, end));
        ++edit;
      } else {
        const std::uint32_t from = std::max(doubt->begin, begin), to = std::min(doubt->end, end);
        if (from < to) {
          plain(from);
          add(parts, line.text.substr(from, to - from), true);
          at = to;
        }
        ++doubt;
      }
    }
    plain(end);
    return parts;
  }

  static void add(std::vector<LinePart>& parts, std::string text, bool uncertain) {
    if (text.empty()) return;
    if (!parts.empty() && parts.back().uncertain == uncertain) parts.back().text += text;
    else parts.push_back({std::move(text), uncertain});
  }

  TextPlanner& planner_;
  const std::string& field_;
  std::vector<Query>& queries_;
};

}  // namespace

void make_public(Record& record, TextPlanner& planner, const std::string& field, std::vector<Query>& queries) {
  Publisher(planner, field, queries).element(record, false);
}

void learn_record(const Record& record, TextPlanner& planner) {  // as deep as the XML reader allows, 256
  if (record.is_text()) planner.learn(record.text);
  for (const Record& each : record.children) learn_record(each, planner);
}

}  // namespace casewright
