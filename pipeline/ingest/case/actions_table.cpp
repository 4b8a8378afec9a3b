#include "ingest/case/actions_table.h"

#include <algorithm>

#include "base/record.h"
#include "base/text.h"
#include "ingest/papers/columns.h"
#include "ingest/papers/grid_document.h"
#include "ingest/papers/owners.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

struct StatusWord {
  std::string_view begins, status;
};
constexpr StatusWord status_words[] = {
    {"not started", "not-started"}, {"not-started", "not-started"}, {"to do", "not-started"}, {"in progress", "in-progress"},
    {"in-progress", "in-progress"}, {"ongoing", "in-progress"}, {"amber", "in-progress"}, {"on track", "in-progress"}, {"part", "in-progress"},
    {"complete", "complete"}, {"done", "complete"}, {"closed", "complete"}, {"blue", "complete"}, {"green", "complete"},
    {"overdue", "overdue"}, {"late", "overdue"}, {"red", "overdue"},
};

std::string status_of(std::string_view cell) {
  const std::string lower = ascii_lower(fold_space(cell));
  for (const StatusWord& each : status_words)
    if (lower.starts_with(each.begins)) return std::string(each.status);
  return "";
}

class PlanReader {
 public:
  PlanReader(const Path& file, std::uint32_t source, const Case& known) : file_(file), source_(source), known_(known) {}

  Result<std::vector<Record>> read(const std::vector<Grid>& grids) {
    const LabelGuide& guide = LabelGuide::of("action-plan");
    static constexpr Field needed[] = {Field::action};
    bool found = false;
    for (const Grid& grid : grids) {
      const Header header = find_header(grid, guide, needed);
      if (header.score == 0) {
        if (!grid.rows.empty() && grids.size() > 1)
          tell(grid.rows[0].number, 0, "the table " + grid.name + " has no column of actions and is not used", "name its columns: Recommendation, Action, Owner, Due date, Status");
        continue;
      }
      found = true;
      for (std::size_t at = header.row + header.rows; at < grid.rows.size(); ++at) row(grid.rows[at], header);
    }
    if (!found) return Fault{file_, 0, 0, "no column of this table holds actions", "name its columns: Recommendation, Action, Owner, Due date, Status"};
    return {std::move(actions_), std::move(faults_)};
  }

 private:
  void tell(std::uint32_t row, std::uint32_t column, std::string what, std::string hint) {
    faults_.push_back({file_, row, column, std::move(what), std::move(hint)});
  }

  void row(const Row& row, const Header& header) {
    const Origin origin{source_, row.number, 0};
    Record action;
    action.name = "action";
    action.origin = origin;
    std::string words;
    for (const Cell& cell : row.cells) {
      if (trim(cell.text).empty()) continue;
      const auto column = std::find_if(header.columns.begin(), header.columns.end(), [&](const Column& each) { return each.number == cell.column; });
      const Field field = column == header.columns.end() ? Field::none : column->field;
      const Origin at{source_, row.number, cell.column};
      if (field == Field::action) words += (words.empty() ? "" : "\n") + cell.text;
      else put(action, field, column == header.columns.end() ? "" : column->heading, cell.text, at);
    }
    if (action.children.empty() && action.attributes.empty() && words.empty()) return;
    if (words.empty()) tell(row.number, 0, "this row of the action plan says no action; the rest of it is kept", "say what is to be done, or remove the row");
    action.children.insert(action.children.begin(), element_of("text", words, origin));
    if (!action.has_attribute("id")) action.set_attribute("id", "AC" + std::to_string(actions_.size() + 1));
    if (!action.has_attribute("status")) action.set_attribute("status", "not-started");
    actions_.push_back(std::move(action));
  }

  void put(Record& action, Field field, const std::string& heading, const std::string& text, Origin at) {
    switch (field) {
      case Field::id: return action.set_attribute("id", fold_space(text));
      case Field::recommendation: return recommendation(action, text, at);
      case Field::owner: {
        const std::string ids = owners_of(text, known_);
        action.set_attribute("owner", ids);
        if (ids.empty()) {
          tell(at.part, at.at, "the owner of this action is no agency of case.xml; the words are kept", "name agencies as case.xml does, or \"the Board\"");
          action.children.push_back(element_of("owner", text, at));
        }
        return;
      }
      case Field::due: return date(action, "due", text, at);
      case Field::completed: return date(action, "completed", text, at);
      case Field::status: {
        const std::string status = status_of(text);
        if (!status.empty()) action.set_attribute("status", status);
        else tell(at.part, at.at, "the status of this action is not understood; it is kept as it stands", "write not started, in progress, complete or overdue");
        if (status.empty() || ascii_lower(fold_space(text)).size() > 14) action.children.push_back(element_of("other", text, at)), action.children.back().set_attribute("heading", heading);
        return;
      }
      case Field::taken: action.children.push_back(element_of("taken", text, at)); return;
      case Field::impact: action.children.push_back(element_of("impact", text, at)); return;
      case Field::next: action.children.push_back(element_of("next", text, at)); return;
      case Field::evidence: action.children.push_back(element_of("evidence", text, at)); return;
      default: break;
    }
    action.children.push_back(element_of("other", text, at));
    if (!heading.empty()) action.children.back().set_attribute("heading", heading);
  }

  /// "R1", or the words of a recommendation, whose id then leads them ("R1 Report to the Board ...").
  void recommendation(Record& action, const std::string& text, Origin at) {
    const std::string folded = fold_space(text);
    std::string id = folded.substr(0, folded.find(' '));
    while (!id.empty() && std::string_view(".:)").find(id.back()) != std::string_view::npos) id.pop_back();
    const bool like_an_id = id.find_first_of("0123456789") != std::string::npos && id.size() <= 8;
    if (like_an_id) action.set_attribute("recommendation", (id[0] >= '0' && id[0] <= '9') ? "R" + id : id);
    if (!like_an_id || folded.size() > id.size() + 1) {
      action.children.push_back(element_of("other", folded, at));
      action.children.back().set_attribute("heading", "Recommendation");
    }
    if (!like_an_id) tell(at.part, at.at, "this action does not say which recommendation it answers", "begin the cell with the recommendation's id, as in R1");
  }

  void date(Record& action, const char* attribute, const std::string& text, Origin at) {
    const When when = read_when(text).when;
    if (when.from.known()) action.set_attribute(attribute, iso(when.to.known() ? when.to : when.from));
    else tell(at.part, at.at, std::string("this ") + (attribute == std::string_view("due") ? "date by which the action is due" : "date of completion") + " cannot be read; it is kept as it stands", "write a day or a month: 31/03/2017 or March 2017");
    if (when.from.known()) return;
    action.children.push_back(element_of("other", text, at));
    action.children.back().set_attribute("heading", attribute);
  }

  const Path& file_;
  std::uint32_t source_;
  const Case& known_;
  std::vector<Record> actions_;
  Faults faults_;
};

}  // namespace

Result<std::vector<Record>> read_actions_table(std::string_view bytes, const Path& file, std::uint32_t source, const Case& known) {
  Result<std::vector<Grid>> grids = read_tables(bytes, file);
  if (!grids) return grids.faults();
  Result<std::vector<Record>> read = PlanReader(file, source, known).read(*grids);
  Faults faults;
  grids.move_faults_to(faults);
  read.move_faults_to(faults);
  if (!read) return faults;
  return {std::move(*read), std::move(faults)};
}

}  // namespace casewright
