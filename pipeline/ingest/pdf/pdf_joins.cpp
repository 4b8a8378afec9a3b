#include "ingest/pdf/pdf_joins.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/blocks/runs.h"

namespace casewright {
namespace {

/// The hyphen that ends a text, or nothing.
std::string_view hyphen_at_end(std::string_view text) {
  for (const std::string_view mark : {"\xC2\xAD", "\xE2\x80\x90", "-"})
    if (text.ends_with(mark)) return mark;
  return {};
}

void append_word(Block& block, const LaidWord& word, std::uint32_t page, bool spaced, bool plain, std::size_t skip) {
  Marks marks;
  if (word.strong && !plain) marks = marks.with(Mark::strong);
  if (word.emphasis && !plain) marks = marks.with(Mark::emphasis);
  if (word.superscript) marks = marks.with(Mark::superscript);
  if (word.subscript) marks = marks.with(Mark::subscript);
  if (word.uncertain) marks = marks.with(Mark::uncertain);
  std::vector<Inline>& runs = block.inlines;
  const bool goes_on = !runs.empty() && runs.back().kind == InlineKind::text && runs.back().marks == marks && runs.back().target == word.target;
  if (spaced && !runs.empty() && !goes_on && runs.back().kind == InlineKind::text) {
    // The space stands with the run before it, or with the new one after a note's mark.
    runs.back().text += ' ';
    spaced = false;
  }
  if (!goes_on) {
    Inline run;
    run.marks = marks;
    run.target = word.target;
    runs.push_back(std::move(run));
  }
  Inline& run = runs.back();
  const auto skipped = static_cast<std::uint32_t>(count_characters(std::string_view(word.text).substr(0, skip)));
  const Origin origin{1, page, word.first_glyph + (word.exact ? skipped : 0)};
  if (spaced && run.text.empty()) run.origins.push_back({0, origin, OriginStep::Steps::stays});
  if (spaced) run.text += ' ';
  const auto at = static_cast<std::uint32_t>(run.text.size());
  run.origins.push_back({at, origin, word.exact ? OriginStep::Steps::by_character : OriginStep::Steps::stays});
  run.text.append(word.text, skip);
}

/// A place on the page as its text runs, on the page as it is shown.
Box shown(const Box& box, const LaidPage& page) {
  switch (page.direction) {
    case pdf::Direction::down: return {page.height - box.bottom, box.left, page.height - box.top, box.right};
    case pdf::Direction::up: return {box.top, page.width - box.right, box.bottom, page.width - box.left};
    case pdf::Direction::left: return {page.width - box.right, page.height - box.bottom, page.width - box.left, page.height - box.top};
    case pdf::Direction::right:
    case pdf::Direction::slanted: break;
  }
  return box;
}

}  // namespace

LineSetter::LineSetter(const std::vector<LaidPage>& pages) : pages_(pages) {
  for (const LaidPage& page : pages) {
    for (const FlowItem& item : page.flow) learn(item.line);
    for (const LaidTable& table : page.tables)
      for (const LaidCell& cell : table.cells)
        for (const LaidLine& line : cell.lines) learn(line);
  }
}

void LineSetter::learn(const LaidLine& line) {
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    // What ends a line with a hyphen may be half a word.
    if (i + 1 == line.words.size() && !hyphen_at_end(line.words[i].text).empty()) continue;
    hyphens_.learn(line.words[i].text);
  }
}

const LaidPage* LineSetter::page_of_line(const LaidLine& line) const {
  const auto found = std::lower_bound(pages_.begin(), pages_.end(), line.page, [](const LaidPage& page, std::uint32_t number) { return page.number < number; });
  return found != pages_.end() && found->number == line.page ? &*found : nullptr;
}

void LineSetter::add_in_cell(Block& block, const LaidLine& line, bool plain, bool full) {
  narrow_ = full;
  add(block, line, plain);
  narrow_ = false;
}

bool LineSetter::join_hyphen(Block& block, const LaidWord& next) {
  if (block.inlines.empty() || block.inlines.back().kind != InlineKind::text) return false;
  std::string& text = block.inlines.back().text;
  if (narrow_ && hyphen_at_end(text).empty()) return hyphens_.is_broken(text.substr(text.find_last_of(" \n") + 1), next.text);
  const std::string_view mark = hyphen_at_end(text);
  if (mark.empty() || text.size() < mark.size() + 2 || next.text.empty()) return false;
  if (!is_letter(text[text.size() - mark.size() - 1])) return false;
  // "Anglo-" and "Saxon" are joined too, but keep their hyphen.
  const bool small = is_small(next.text[0]);
  if (!small && !(next.text[0] >= 'A' && next.text[0] <= 'Z')) return false;
  const std::size_t from = text.find_last_of(" \n");
  const std::string last = text.substr(from == std::string::npos ? 0 : from + 1);
  const bool soft = mark == "\xC2\xAD" || (mark != "-" && small);
  if (soft || (small && hyphens_.goes(last.substr(0, last.size() - mark.size()), next.text))) text.resize(text.size() - mark.size());
  return true;
}

void LineSetter::add(Block& block, const LaidLine& line, bool plain, std::size_t from) {
  const LaidWord* before = nullptr;
  std::size_t at = 0;  // byte of the line's text
  for (const LaidWord& word : line.words) {
    if (word.raised) {
      if (before != nullptr || !block.inlines.empty())
        block.inlines.push_back(note_reference(std::string(trim(word.text)), std::to_string(line.page), {1, line.page, word.first_glyph}));
      continue;
    }
    const std::size_t begin = at + (at > 0 && word.spaced), end = begin + word.text.size();
    at = end;
    if (end <= from) continue;
    const std::size_t skip = from > begin ? from - begin : 0;
    const bool spaced = before == nullptr ? !block.inlines.empty() : word.spaced;
    const bool joined = before == nullptr && join_hyphen(block, word);
    append_word(block, word, line.page, spaced && !joined, plain, skip);
    before = &word;
  }
  const LaidPage* page = page_of_line(line);
  const Box box = page != nullptr ? shown(line.box, *page) : line.box;
  if (block.page == 0) block.page = line.page, block.box = box;
  else if (block.page == line.page) join_boxes(block.box, box);
}

}  // namespace casewright
