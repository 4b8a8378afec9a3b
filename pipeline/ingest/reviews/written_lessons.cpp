#include "ingest/reviews/written_lessons.h"

#include <algorithm>
#include <vector>

#include "base/letters.h"
#include "base/number_words.h"
#include "base/text.h"
#include "ingest/values/labels.h"
#include "ingest/values/typed_number.h"

namespace casewright {
namespace {

constexpr std::size_t most_of_label = 60;   ///< bytes of a cell that heads a column of lessons
constexpr std::size_t least_several = 2;

Record lesson_at(Origin origin) {
  Record made;
  made.name = "lesson";
  made.origin = origin;
  return made;
}

bool is_own_note(std::string_view words) {
  words = trim(words);
  return words.size() > 2 && words.starts_with("[") && words.ends_with("]") && words.find(']') == words.size() - 1;
}

/// The beginnings of lines that count: "a. ...", "(ii) ...", "2) ...".
std::vector<std::size_t> counted_lines(const std::string& text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (typed_number(std::string_view(text).substr(at, end - at)).words > 0) begins.push_back(at);
    at = end + 1;
  }
  return begins;
}

/// The beginnings of the sentences that count: "The first is ...", "Second, ...", "And third, ...".
std::vector<std::size_t> counted_sentences(const std::string& text) {
  std::vector<std::size_t> begins;
  const std::string lower = ascii_lower(text);
  for (std::size_t at = 0; at < lower.size();) {
    std::string_view words = std::string_view(lower).substr(at);
    for (const std::string_view lead : {"and ", "the "})
      if (words.starts_with(lead)) words.remove_prefix(lead.size());
    const std::string_view next = begins.size() < ordinal_names.size() ? ordinal_names[begins.size()] : "last";
    std::string_view behind = words.starts_with(next) ? words.substr(next.size()) : std::string_view();
    if (behind.starts_with("ly")) behind.remove_prefix(2);
    if (words.starts_with("last") && begins.size() >= least_several) behind = words.substr(4);
    if (!behind.empty() && (behind[0] == ',' || behind[0] == ':' || behind.starts_with(" is ") || behind.starts_with(" was ") || behind.starts_with(" thing ") || behind.starts_with(" lesson ") || behind.starts_with(" concerns ")))
      begins.push_back(at);
    const std::size_t stop = lower.find(". ", at);
    if (stop == std::string::npos) break;
    at = stop + 2;
  }
  return begins;
}

/// True for the row that only says what its columns hold.
bool heads_lessons(const Block& row) {
  const bool marked = std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return cell.cell != nullptr && cell.cell->header; });
  if (marked) return true;
  bool lesson = false;
  for (const Block& cell : row.children) {
    const std::string words = fold_space(lines_of(cell));
    if (words.size() > most_of_label || words.ends_with('.')) return false;
    lesson = lesson || LabelGuide::of("lessons").understand(words).field == Field::lesson;
  }
  return lesson;
}

class Lessons {
 public:
  Lessons(WrittenProse& prose, Record& into) : prose_(prose), into_(into) {}

  void read(std::span<const Block> blocks) {
    for (const Block& each : blocks) {
      if (each.kind == BlockKind::list) items(each);
      else if (each.kind == BlockKind::table) rows(each);
      else if (!is_heading(each) && !trim(each.text()).ends_with(':') && !is_own_note(each.text())) paragraph(each);
    }
  }

 private:
  void items(const Block& list) {
    for (const Block& item : list.children)
      if (!item.children.empty() || !is_own_note(item.text())) prose_.add_item(item, "lesson", into_);
  }

  void paragraph(const Block& block) {
    const std::string text = block.text();
    std::vector<std::size_t> begins = counted_lines(text);
    if (begins.size() < least_several) begins = counted_sentences(text);
    if (begins.size() < least_several) {
      Record lesson = lesson_at(prose_.origin_of(block));
      prose_.add({&block, 1}, 0, lesson);
      if (!lesson.children.empty()) into_.children.push_back(std::move(lesson));
      return;
    }
    begins.push_back(text.size());
    for (std::size_t each = 0; each + 1 < begins.size(); ++each) {
      const std::size_t from = begins[each] + typed_number(std::string_view(text).substr(begins[each], begins[each + 1] - begins[each])).words;
      Record lesson = lesson_at(prose_.origin_of(block));
      Record words;
      words.name = "p";
      words.origin = lesson.origin;
      prose_.add_words(runs_between(block.inlines, from, text.find_last_not_of(" \n", begins[each + 1] - 1) + 1), lesson.origin, words);
      if (trim(words.content()).empty()) continue;
      lesson.children.push_back(std::move(words));
      into_.children.push_back(std::move(lesson));
    }
  }

  /// Each row of a table is a lesson, its cells paragraphs; the row of headings is none.
  void rows(const Block& table) {
    std::vector<const Block*> rows;
    for (const Block& row : table.children)
      if (row.kind == BlockKind::row) rows.push_back(&row);
    for (std::size_t at = 0; at < rows.size(); ++at) {
      const Block& row = *rows[at];
      if (at == 0 && rows.size() > 1 && heads_lessons(row)) continue;
      Record lesson = lesson_at(prose_.origin_of(row));
      for (const Block& cell : row.children) {
        Record words;
        words.name = "p";
        words.origin = prose_.origin_of(cell);
        prose_.add_words(cell, words);
        if (!trim(words.content()).empty()) lesson.children.push_back(std::move(words));
        prose_.add(cell.children, 0, lesson);
      }
      if (!lesson.children.empty()) into_.children.push_back(std::move(lesson));
    }
  }

  WrittenProse& prose_;
  Record& into_;
};

}  // namespace

void add_lessons(std::span<const Block> blocks, WrittenProse& prose, Record& into) { Lessons(prose, into).read(blocks); }

}  // namespace casewright
