#include "ingest/written_recommendations.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/owners.h"
#include "ingest/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_label_words = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that a recommendation begins with, and where its words begin.
struct Lead {
  std::string number;    ///< "3", "2.1"; empty where it only says "Recommendation"
  std::size_t words = 0; ///< byte at which the rest begins
};

/// Reads "Recommendation 3:", "Rec 2.1", "R4." at the beginning of a text.
std::optional<Lead> lead_of(std::string_view text) {
  const std::string lower = ascii_lower(text);
  std::size_t at = 0;
  bool named = false;
  for (const std::string_view word : {"recommendation", "rec", "r"})
    if (lower.starts_with(word)) {
      at = word.size();
      named = word.size() > 1;
      break;
    }
  if (at == 0) return std::nullopt;
  const std::size_t behind_word = at;
  while (at < lower.size() && (lower[at] == ' ' || lower[at] == '.')) ++at;
  for (const std::string_view word : {"number ", "no. ", "no "})
    if (named && std::string_view(lower).substr(at).starts_with(word)) at += word.size();
  if (named && at + 1 < lower.size() && lower[at] == 'r' && is_digit(lower[at + 1])) ++at;
  const std::size_t number = at;
  while (at < lower.size() && (is_digit(lower[at]) || (lower[at] == '.' && at + 1 < lower.size() && is_digit(lower[at + 1])))) ++at;
  Lead lead{std::string(text.substr(number, at - number)), at};
  if (lead.number.empty() && (!named || (behind_word < lower.size() && lower[behind_word] != ':'))) return std::nullopt;
  if (!named && number != behind_word) return std::nullopt;  // "R 4" is no number of ours
  if (at < lower.size() && std::string_view(" :.)").find(lower[at]) == std::string_view::npos && static_cast<unsigned char>(lower[at]) < 0x80 && lower[at] != '-') return std::nullopt;
  while (lead.words < text.size()) {
    const std::string_view rest = text.substr(lead.words);
    if (std::string_view(" :.)-").find(rest[0]) != std::string_view::npos) ++lead.words;
    else if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) lead.words += 3;
    else if (rest.starts_with("\xC2\xA0")) lead.words += 2;
    else break;
  }
  return lead;
}

/// The findings that words such as "F1, F3" or "Finding 2" name, as ids with blanks between them.
std::string findings_in(std::string_view words) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_digit(words[at])) continue;
    const std::size_t from = at;
    while (at < words.size() && is_digit(words[at])) ++at;
    ids.push_back("F" + std::string(words.substr(from, at - from)));
  }
  return join_text(ids, " ");
}

/// The runs of a block without their first `bytes`.
std::vector<Inline> runs_behind(const Block& block, std::size_t bytes) {
  std::vector<Inline> runs;
  for (const Inline& run : block.inlines) {
    const std::size_t cut = std::min(bytes, run.text.size());
    bytes -= cut;
    if (cut > 0 && cut == run.text.size()) continue;
    runs.push_back(run);
    runs.back().text.erase(0, cut);
  }
  return runs;
}

class Recommendations {
 public:
  Recommendations(const std::string& series, const Case& known, WrittenProse& prose, Record& into)
      : series_(series), known_(known), prose_(prose), into_(into), guide_(action_columns()) {}

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

 private:
  /// A recommendation that is being read.
  struct Open {
    Record record;
    Record text;
    bool has_words = false;
  };

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

  void begin(const Block& block, const Lead& lead) {
    open(lead.number, prose_.origin_of(block));
    say(runs_behind(block, lead.words), prose_.origin_of(block));
  }

  /// Words of the recommendation: those that a bold label leads go where it says.
  void say(const std::vector<Inline>& runs, Origin origin) {
    std::size_t from = 0;
    Field field = Field::none;
    const auto flush = [&](std::size_t to) {
      if (to > from) put(field, {runs.begin() + static_cast<std::ptrdiff_t>(from), runs.begin() + static_cast<std::ptrdiff_t>(to)}, origin);
    };
    for (std::size_t at = 0; at < runs.size(); ++at) {
      if (!runs[at].marks.has(Mark::strong)) continue;
      const Field next = label(runs[at].text);
      if (next == Field::none) continue;
      flush(at);
      field = next;
      from = at + 1;
    }
    flush(runs.size());
  }

  /// What a label such as "By when:" leads to; `none` where it is none of ours.
  Field label(std::string_view words) const {
    std::string_view bare = trim(words);
    if (!bare.ends_with(':')) return Field::none;
    bare = trim(bare.substr(0, bare.size() - 1));
    if (bare.empty() || split(bare, ' ').size() > most_label_words) return Field::none;
    const std::string lower = ascii_lower(bare);
    const Field field = lower == "for" ? Field::owner : lower == "by" ? Field::due : meaning(bare);
    return field == Field::recommendation || has_place(field) ? field : Field::none;
  }

  /// What a heading means here: findings are those that a recommendation answers.
  Field meaning(std::string_view heading) const {
    const std::string plain = plain_heading(heading);
    if (plain == "finding" || plain == "findings" || plain == "finding no") return Field::same_as;
    const Field field = guide_.understand(heading, 1).field;
    return field == Field::action ? Field::recommendation : field;
  }
  static bool has_place(Field field) {
    return field == Field::owner || field == Field::due || field == Field::impact || field == Field::evidence || field == Field::same_as;
  }

  void put(Field field, const std::vector<Inline>& runs, Origin origin) {
    Record words;
    prose_.add_words(runs, origin, words);
    const std::string plain = fold_space(words.content());
    if (plain.empty()) return;
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
    const When when = read_when(words).when;
    if (when.from.known()) now_->record.set_attribute("due", iso(when.to.known() ? when.to : when.from));
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
    if (block.kind == BlockKind::paragraph) {
      if (std::any_of(block.inlines.begin(), block.inlines.end(), [this](const Inline& run) { return run.marks.has(Mark::strong) && label(run.text) != Field::none; }))
        return say(block.inlines, prose_.origin_of(block));
      const std::string text = block.text();
      const std::size_t colon = text.find(':');
      const Field field = colon == std::string::npos ? Field::none : label(std::string_view(text).substr(0, colon + 1));
      if (field != Field::none) return put(field, runs_behind(block, colon + 1), prose_.origin_of(block));
      return say(block.inlines, prose_.origin_of(block));
    }
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
      if (row.kind != BlockKind::row || row.children.size() != 2 || label(row.children[0].text() + ":") == Field::none) return false;
    for (const Block& row : table.children) put(label(row.children[0].text() + ":"), row.children[1].inlines, prose_.origin_of(row.children[1]));
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

  struct PlanColumn {
    Field field = Field::none;
    std::string heading;
  };

  /// What the first row says each column holds.
  std::vector<PlanColumn> columns_of(const Block& table) const {
    std::vector<PlanColumn> columns;
    const auto first = std::find_if(table.children.begin(), table.children.end(), [](const Block& each) { return each.kind == BlockKind::row; });
    if (first == table.children.end()) return columns;
    for (const Block& cell : first->children) columns.push_back({meaning(cell.text()), fold_space(cell.text())});
    return columns;
  }

  bool is_plan(const Block& block) const {
    if (block.kind != BlockKind::table) return false;
    bool words = false, more = false;
    for (const PlanColumn& each : columns_of(block)) {
      words = words || each.field == Field::recommendation;
      more = more || each.field == Field::owner || each.field == Field::due || each.field == Field::id || each.field == Field::impact;
    }
    return words && more;
  }

  void table(const Block& table) {
    const std::vector<PlanColumn> columns = columns_of(table);
    bool first = true;
    for (const Block& row : table.children) {
      if (row.kind != BlockKind::row || std::exchange(first, false)) continue;
      plan_row(row, columns);
    }
  }

  void plan_row(const Block& row, const std::vector<PlanColumn>& columns) {
    if (fold_space(content_of(row)).empty()) return;
    std::string number;
    for (std::size_t at = 0; at < row.children.size() && at < columns.size(); ++at)
      if (columns[at].field == Field::id) number = number_in(row.children[at].text());
    std::optional<Lead> lead;
    for (std::size_t at = 0; at < row.children.size() && at < columns.size(); ++at)
      if (columns[at].field == Field::recommendation && number.empty() && (lead = lead_of(row.children[at].text()))) number = lead->number;
    open(number, prose_.origin_of(row.children.front()));
    for (std::size_t at = 0; at < row.children.size(); ++at) plan_cell(row.children[at], at < columns.size() ? columns[at] : PlanColumn{});
    close();
  }

  void plan_cell(const Block& cell, const PlanColumn& column) {
    if (column.field == Field::id || fold_space(content_of(cell)).empty()) return;
    const Origin origin = prose_.origin_of(cell);
    const bool known = has_place(column.field), words = column.field == Field::recommendation;
    if (!known && !words) return keep(column.heading.empty() ? fold_space(content_of(cell)) : column.heading + ": " + fold_space(content_of(cell)));
    const auto lead = words ? lead_of(cell.text()) : std::nullopt;
    put(column.field, lead ? runs_behind(cell, lead->words) : cell.inlines, origin);
    for (const Block& each : cell.children) known ? put(column.field, each.inlines, origin) : below(each);
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

  static std::string content_of(const Block& block) {
    std::string all = block.text();
    for (const Block& each : block.children) all.append(" ").append(content_of(each));
    return all;
  }

  void close() {
    if (!now_) return;
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
  ColumnGuide guide_;
  std::optional<Open> now_;
  std::vector<Record> kept_;
  std::set<std::string> ids_;
  std::size_t last_ = 0;
};

}  // namespace

void add_recommendations(std::span<const Block> blocks, const std::string& series, const Case& known, WrittenProse& prose, Record& into) {
  Recommendations(series, known, prose, into).read(blocks);
}

}  // namespace casewright
