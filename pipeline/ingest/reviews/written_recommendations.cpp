#include "ingest/reviews/written_recommendations.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/papers/owners.h"
#include "ingest/reviews/recommendation_words.h"
#include "ingest/values/labels.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_lead_words = 5;
constexpr std::size_t most_of_group = 80;  ///< bytes of a row that heads others
constexpr std::size_t most_of_number = 4;  ///< bytes of "12."

/// The runs of a block without their first `bytes`.
std::vector<Inline> runs_behind(const Block& block, std::size_t bytes) { return runs_between(block.inlines, bytes, std::string::npos); }

/// All words of a cell on one line.
std::string content_of(const Block& cell) { return fold_space(lines_of(cell)); }

/// One column of a plan.
struct PlanColumn {
  Field field = Field::none;
  std::string heading;
};

/// What labels and headings of columns mean in recommendations.
class PlanWords {
 public:
  /// What a heading leads to; findings (`same_as`) are those that a recommendation answers.
  Field meaning(std::string_view heading) const {
    Field field = guide_.understand(heading).field;
    if (field == Field::none) field = guide_.named_last(heading);
    return field == Field::action ? Field::recommendation : field;
  }

  /// What the first row of a table says each column holds.
  std::vector<PlanColumn> columns_of(const Block& table) const {
    std::vector<PlanColumn> columns;
    const auto first = std::find_if(table.children.begin(), table.children.end(), [](const Block& each) { return each.kind == BlockKind::row; });
    if (first == table.children.end()) return columns;
    for (const Block& cell : first->children) columns.push_back({meaning(content_of(cell)), content_of(cell)});
    for (std::size_t at = 0; at < columns.size(); ++at)
      if (columns[at].field == Field::recommendation && only_counts(table, at)) columns[at].field = Field::id;
    // What is to be done beside what is recommended is kept under its heading.
    const auto says = [this](const PlanColumn& each) { return each.field == Field::recommendation && guide_.understand(each.heading).field == Field::recommendation; };
    if (std::any_of(columns.begin(), columns.end(), says))
      for (PlanColumn& each : columns)
        if (each.field == Field::recommendation && !says(each)) each.field = Field::none;
    return columns;
  }

  /// True for a column that tells no more than numbers: "Rec 1".
  static bool only_counts(const Block& table, std::size_t column) {
    std::size_t rows = 0;
    for (const Block& row : table.children) {
      if (row.kind != BlockKind::row || rows++ == 0 || column >= row.children.size()) continue;
      const std::string words = content_of(row.children[column]);
      const auto lead = lead_of(words);
      if (!words.empty() && words.find_first_not_of("0123456789. ") != std::string::npos && (!lead || lead->words < words.size())) return false;
    }
    return rows > 1;
  }

  /// How many of these the table has a column for; 0 without one for what is to be done.
  std::size_t count(const Block& block, std::initializer_list<Field> fields) const {
    if (block.kind != BlockKind::table) return 0;
    const std::vector<PlanColumn> columns = columns_of(block);
    const auto has = [&](Field field) { return std::any_of(columns.begin(), columns.end(), [field](const PlanColumn& each) { return each.field == field; }); };
    return has(Field::recommendation) ? static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), has)) : 0;
  }

 private:
  const LabelGuide& guide_ = LabelGuide::of("recommendations");
};

/// A recommendation that is being read.
struct OpenRecommendation {
  Record record;
  Record text;
  bool has_words = false;
};

class Recommendations {
 public:
  Recommendations(const std::string& series, const Case& known, WrittenProse& prose, Record& into)
      : series_(series), known_(known), prose_(prose), into_(into) {}

  void read(std::span<const Block> blocks) {
    const bool says_so = std::any_of(blocks.begin(), blocks.end(), [this](const Block& each) { return begins_one(each) || has_ordered(each) || is_plan(each); });
    const std::uint8_t highest = highest_heading(blocks);
    for (const Block& each : blocks) {
      if (each.kind == BlockKind::table && is_plan(each)) table(each);
      else if (each.kind == BlockKind::list && !now_ && (each.ordered || !says_so)) items(each);
      else if (const auto lead = lead_of(each.text()); lead && each.kind != BlockKind::list && each.kind != BlockKind::table) begin(each, *lead);
      else if (now_ && !is_heading(each)) below(each);
      else close(), prose_.add({&each, 1}, highest, into_);
    }
    close();
  }

  void read_loose(std::span<const Block> blocks) {
    for (const Block& each : blocks) {
      if (each.kind != BlockKind::paragraph || !recommends(each.text()) || trim(each.text()).ends_with(':')) continue;
      open("", prose_.origin_of(each));
      say(each.inlines, prose_.origin_of(each));
      close();
    }
  }

 private:
  static bool has_place(Field field) {
    return field == Field::owner || field == Field::due || field == Field::impact || field == Field::evidence || field == Field::same_as;
  }
  bool is_plan(const Block& block) const { return plan_.count(block, {Field::owner, Field::due, Field::id, Field::impact, Field::evidence}) > 0; }
  static bool begins_one(const Block& block) { return block.kind != BlockKind::table && lead_of(block.text()).has_value(); }
  static bool has_ordered(const Block& block) { return block.kind == BlockKind::list && block.ordered; }

  void open(const std::string& number, Origin origin) {
    close();
    now_.emplace();
    now_->record.name = "recommendation";
    now_->record.origin = now_->text.origin = origin;
    now_->text.name = "text";
    std::string id = number.empty() ? "" : (is_digit(number[0]) ? series_ + number : number);
    while (id.empty() || !ids_.insert(id).second) id = series_ + std::to_string(++last_);
    now_->record.set_attribute("id", id);
  }

  void begin(const Block& block, const RecommendationLead& lead) {
    open(lead.number, prose_.origin_of(block));
    say(runs_behind(block, lead.words), prose_.origin_of(block));
  }

  /// Words of the recommendation: those that a label leads go where it says. A label is bold, or stands at the head of the text, of a line or
  /// of a sentence: "Visit every baby. Lead: Community health. Due: December 2015."
  void say(const std::vector<Inline>& runs, Origin origin) {
    std::string text;
    std::vector<std::size_t> bold;
    for (const Inline& run : runs) {
      if (run.marks.has(Mark::strong)) bold.push_back(text.size());
      text += run.kind == InlineKind::line_break ? "\n" : run.text;
    }
    std::vector<std::size_t> heads{0};
    for (std::size_t at = 0; at + 1 < text.size(); ++at)
      if (text[at] == '\n' || ((text[at] == '.' || text[at] == ';') && text[at + 1] == ' ')) heads.push_back(at + (text[at] == '\n' ? 1 : 2));
    heads.insert(heads.end(), bold.begin(), bold.end());
    std::sort(heads.begin(), heads.end());
    Field field = Field::none;
    std::size_t from = 0;
    for (const std::size_t head : heads) {
      const std::size_t colon = text.find(':', head);
      if (head < from || colon == std::string::npos) continue;
      const Field next = label(std::string_view(text).substr(head, colon + 1 - head));
      if (next == Field::none) continue;
      put(field, runs_between(runs, from, head), origin);
      field = next;
      from = colon + 1;
    }
    put(field, runs_between(runs, from, text.size()), origin);
  }

  /// What a label such as "By when:" leads to; `none` where it is none of ours.
  Field label(std::string_view words) const {
    std::string_view bare = trim(words);
    if (!bare.ends_with(':')) return Field::none;
    bare = trim(bare.substr(0, bare.size() - 1));
    if (bare.empty() || split(bare, ' ').size() > most_lead_words) return Field::none;
    const Field field = plan_.meaning(bare);
    return field == Field::recommendation || has_place(field) ? field : Field::none;
  }

  void put(Field field, const std::vector<Inline>& runs, Origin origin) {
    Record words;
    prose_.add_words(runs, origin, words);
    const std::string plain = fold_space(words.content());
    if (plain.empty() || (has_place(field) && plain.starts_with("To write"))) return;
    if (words.children.front().is_text()) words.children.front().text.erase(0, words.children.front().text.find_first_not_of(' '));
    switch (field) {
      case Field::owner: return owner(plain);
      case Field::due: return due(plain);
      case Field::impact: return part("outcome", std::move(words), origin);
      case Field::evidence: return part("evidence", std::move(words), origin);
      case Field::same_as: {
        const std::string ids = findings_in(plain);
        return ids.empty() ? keep("Finding: " + plain) : now_->record.set_attribute("finding", ids);
      }
      default: break;
    }
    if (now_->has_words) {
      if (now_->text.children.front().is_text() || now_->text.children.front().name != "p") in_paragraph();
      words.name = "p";
      words.origin = origin;
      now_->text.children.push_back(std::move(words));
    } else {
      now_->text.children = std::move(words.children);
      now_->has_words = true;
    }
  }

  /// What was one line becomes the first of several paragraphs.
  void in_paragraph() {
    Record first;
    first.name = "p";
    first.origin = now_->text.origin;
    first.children = std::move(now_->text.children);
    now_->text.children.clear();
    now_->text.children.push_back(std::move(first));
  }

  void owner(std::string words) {
    while (!words.empty() && (words.back() == '.' || words.back() == ',')) words.pop_back();
    const std::string ids = owners_of(words, known_);
    ids.empty() ? keep("Owner: " + words) : now_->record.set_attribute("owner", ids);
  }

  void due(const std::string& words) {
    std::string_view day = words;
    for (const std::string_view lead : {"by the end of ", "the end of ", "end of ", "by ", "from "})
      if (ascii_lower(day).starts_with(lead)) day.remove_prefix(lead.size());
    while (day.ends_with('.')) day.remove_suffix(1);
    When when = read_when(day).when;
    if (const std::size_t open = day.find('('); !when.from.known() && open != std::string_view::npos && day.ends_with(')')) when = read_when(day.substr(open + 1, day.size() - open - 2)).when;
    if (when.from.month != 0) now_->record.set_attribute("due", iso(when.to.known() ? when.to : when.from));
    else keep("By: " + words);
  }

  void part(const char* name, Record words, Origin origin) {
    if (now_->record.child(name) != nullptr) return keep(words.content());
    words.name = name;
    words.origin = origin;
    now_->record.children.push_back(std::move(words));
  }

  /// Words that have no place of their own stay with the recommendation's.
  void keep(const std::string& words) { kept_.push_back(element_of("p", words, now_->record.origin)); }

  void below(const Block& block) {
    if (block.kind == BlockKind::paragraph) return say(block.inlines, prose_.origin_of(block));
    if (block.kind == BlockKind::table && table_of_labels(block)) return;
    Record more;
    prose_.add({&block, 1}, 0, more);
    if (more.children.empty()) return;
    if (now_->has_words && (now_->text.children.front().is_text() || now_->text.children.front().name != "p")) in_paragraph();
    for (Record& each : more.children) now_->text.children.push_back(std::move(each));
    now_->has_words = true;
  }

  /// "Owner | Police" in two columns below a recommendation.
  bool table_of_labels(const Block& table) {
    for (const Block& row : table.children)
      if (row.kind != BlockKind::row || row.children.size() != 2 || label(content_of(row.children[0]) + ":") == Field::none) return false;
    for (const Block& row : table.children) put(label(content_of(row.children[0]) + ":"), row.children[1].inlines, prose_.origin_of(row.children[1]));
    return true;
  }

  void items(const Block& list) {
    for (const Block& item : list.children) {
      const auto lead = lead_of(item.text());
      open(lead ? lead->number : "", prose_.origin_of(item));
      say(lead ? runs_behind(item, lead->words) : item.inlines, prose_.origin_of(item));
      for (const Block& each : item.children) below(each);
      close();
    }
  }

  void table(const Block& table) {
    const std::vector<PlanColumn> columns = plan_.columns_of(table);
    bool first = true;
    group_.clear();
    for (const Block& row : table.children) {
      if (row.kind != BlockKind::row || std::exchange(first, false)) continue;
      plan_row(row, columns);
    }
  }

  void plan_row(const Block& row, const std::vector<PlanColumn>& columns) {
    if (content_of(row).empty()) return;
    if (is_group(row, columns.size())) {
      group_ = content_of(row);
      return;
    }
    std::string number;
    for (std::size_t at = 0; at < row.children.size() && at < columns.size(); ++at)
      if (columns[at].field == Field::id || counts(row.children[at], columns[at])) number = number_in(content_of(row.children[at]));
    std::optional<RecommendationLead> lead;
    for (std::size_t at = 0; at < row.children.size() && at < columns.size(); ++at)
      if (columns[at].field == Field::recommendation && number.empty() && (lead = lead_of(content_of(row.children[at])))) number = lead->number;
    open(number, prose_.origin_of(row.children.front()));
    for (std::size_t at = 0; at < row.children.size(); ++at) plan_cell(row.children[at], at < columns.size() ? columns[at] : PlanColumn{});
    if (!group_.empty()) keep("Part of the plan: " + group_);
    close();
  }

  /// A row that only heads those below it: bold words in one cell of several.
  static bool is_group(const Block& row, std::size_t columns) {
    const auto filled = [](const Block& cell) { return !content_of(cell).empty(); };
    if (columns < 3 || std::count_if(row.children.begin(), row.children.end(), filled) != 1) return false;
    const Block& cell = *std::find_if(row.children.begin(), row.children.end(), filled);
    const bool strong = std::all_of(cell.inlines.begin(), cell.inlines.end(), [](const Inline& run) { return trim(run.text).empty() || run.marks.has(Mark::strong); });
    return cell.children.empty() && !cell.inlines.empty() && strong && content_of(cell).size() <= most_of_group && !content_of(cell).ends_with('.');
  }

  void plan_cell(const Block& cell, const PlanColumn& column) {
    if (column.field == Field::id || content_of(cell).empty() || counts(cell, column)) return;
    const Origin origin = prose_.origin_of(cell);
    const bool known = has_place(column.field), words = column.field == Field::recommendation;
    if (!known && !words) return keep(column.heading.empty() ? content_of(cell) : column.heading + ": " + content_of(cell));
    const auto lead = words ? lead_of(cell.text()) : std::nullopt;
    put(column.field, lead ? runs_behind(cell, lead->words) : cell.inlines, origin);
    for (const Block& each : cell.children) known ? put(column.field, each.inlines, origin) : below(each);
  }

  /// True for a number in a column without a heading.
  static bool counts(const Block& cell, const PlanColumn& column) {
    const std::string words = content_of(cell);
    return column.heading.empty() && words.size() <= most_of_number && !number_in(words).empty();
  }

  /// "3" of "3.", "R3" of "R3" and of "Rec 3".
  static std::string number_in(std::string_view cell) {
    const std::string folded = fold_space(cell);
    if (const auto lead = lead_of(folded); lead && !lead->number.empty()) return lead->number;
    std::string id = folded.substr(0, folded.find(' '));
    while (!id.empty() && std::string_view(".:)").find(id.back()) != std::string_view::npos) id.pop_back();
    const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-'; });
    return plain && id.find_first_of("0123456789") != std::string::npos ? id : "";
  }

  /// "... at new birth (practice manager, by April 2024)": a day at the end says by when, and the words stay as they are.
  void due_in_words() {
    if (now_->record.has_attribute("due")) return;
    if (const Date due = due_at_end(fold_space(now_->text.content())); due.known()) now_->record.set_attribute("due", iso(due));
  }

  void close() {
    if (!now_) return;
    due_in_words();
    if (!kept_.empty()) {
      if (now_->has_words && (now_->text.children.front().is_text() || now_->text.children.front().name != "p")) in_paragraph();
      for (Record& each : kept_) now_->text.children.push_back(std::move(each));
      kept_.clear();
    }
    now_->record.children.insert(now_->record.children.begin(), std::move(now_->text));
    into_.children.push_back(std::move(now_->record));
    now_.reset();
  }

  const std::string& series_;
  const Case& known_;
  WrittenProse& prose_;
  Record& into_;
  PlanWords plan_;
  std::optional<OpenRecommendation> now_;
  std::vector<Record> kept_;
  std::string group_;  ///< what the last row said that only heads others
  std::set<std::string> ids_;
  std::size_t last_ = 0;
};

}  // namespace

bool holds_plan(std::span<const Block> blocks) {
  const PlanWords plan;
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& each) { return plan.count(each, {Field::owner, Field::due}) == 2; });
}

void add_loose_recommendations(std::span<const Block> blocks, const std::string& series, const Case& known, WrittenProse& prose, Record& into) {
  Recommendations(series, known, prose, into).read_loose(blocks);
}

void add_recommendations(std::span<const Block> blocks, const std::string& series, const Case& known, WrittenProse& prose, Record& into) {
  Recommendations(series, known, prose, into).read(blocks);
}

}  // namespace casewright
