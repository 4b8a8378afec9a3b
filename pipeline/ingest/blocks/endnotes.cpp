#include "ingest/blocks/endnotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"

namespace casewright {
namespace {

/// The number of a note that a run shows raised; empty where it shows none.
std::string raised_number(const Inline& run) {
  if (run.kind == InlineKind::note_reference) return run.text;
  if (run.kind != InlineKind::text || !run.marks.has(Mark::superscript)) return {};
  std::string_view text = trim(run.text);
  if (text.size() > 2 && ((text.front() == '[' && text.back() == ']') || (text.front() == '(' && text.back() == ')'))) text = text.substr(1, text.size() - 2);
  return is_small_number(text) && text.front() != '0' ? std::string(text) : std::string();
}

bool is_notes_title(const Block& block) {
  if (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph) return false;
  std::string title = ascii_lower(fold_space(block.text()));
  while (title.ends_with(':') || title.ends_with('.')) title.pop_back();
  if (title == "references" && block.kind == BlockKind::heading) return true;
  return title == "notes" || title == "endnotes" || title == "footnotes" || title == "end notes";
}

/// The note that a paragraph may be: its number and where its words begin.
struct NoteStart {
  std::string number;
  std::size_t cut = 0;
};

NoteStart note_start(const Block& block) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return {};
  if (!block.number.empty()) {
    std::string number = block.number;
    while (number.ends_with('.') || number.ends_with(')') || number.ends_with(']')) number.pop_back();
    while (number.starts_with('(') || number.starts_with('[')) number.erase(0, 1);
    return is_small_number(number) ? NoteStart{number, 0} : NoteStart{};
  }
  const std::string text = block.text();
  std::size_t at = text.starts_with('[') ? 1 : 0;
  const std::size_t from = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  const std::string number = text.substr(from, at - from);
  if (!is_small_number(number)) return {};
  while (at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ']' || text[at] == ':')) ++at;
  const bool raised = !block.inlines.empty() && !raised_number(block.inlines.front()).empty();
  if (!raised && (at >= text.size() || text[at] != ' ')) return {};
  while (at < text.size() && text[at] == ' ') ++at;
  return at < text.size() ? NoteStart{number, at} : NoteStart{};
}

class EndnoteFinder {
 public:
  explicit EndnoteFinder(std::vector<Block>& blocks) : blocks_(blocks) {
    walk(blocks_, [this](const Block& block, std::size_t) {
      if (block.kind == BlockKind::note) ids_.insert(block.id);
      bool first = true;
      for (const Inline& run : block.inlines) {
        if (const std::string number = raised_number(run); !number.empty() && !first && run.target.empty()) marks_.insert(number);
        first = false;
      }
    });
  }

  std::uint32_t run() {
    if (marks_.empty()) return 0;
    take_from_under_titles();
    if (notes_.empty()) take_from_the_end();
    if (!notes_.empty()) point_references();
    return typed_;
  }

 private:
  bool note(Block& from, int expected, std::vector<Block>& out) {
    const NoteStart start = note_start(from);
    if (start.number != std::to_string(expected)) return false;
    Block note = std::move(from);
    if (start.cut > 0 && !note.inlines.empty() && note.inlines.front().kind == InlineKind::note_reference) {
      note.inlines.erase(note.inlines.begin());
      if (!note.inlines.empty()) cut_front(note.inlines, note.inlines.front().text.size() - trim(note.inlines.front().text).size());
    } else {
      cut_front(note.inlines, start.cut);
    }
    note.kind = BlockKind::note;
    note.number = start.number;
    note.id = "note-" + note.number;
    for (int i = 2; !ids_.insert(note.id).second; ++i) note.id = "note-" + note.number + "-" + std::to_string(i);
    notes_[note.number].push_back(note.id);
    out.push_back(std::move(note));
    return true;
  }

  void take_from_under_titles() {
    std::vector<Block> blocks;
    int expected = 0;  // the number of the next note; 0 outside notes
    for (Block& each : blocks_) {
      if (expected > 0 && each.kind == BlockKind::list && list_counts(each, expected)) {
        for (Block& item : each.children) expected += note(item, expected, blocks);
        continue;
      }
      if (expected > 0 && note(each, expected, blocks)) {
        ++expected;
        continue;
      }
      if (each.kind != BlockKind::furniture && each.kind != BlockKind::note) expected = is_notes_title(each) ? 1 : 0;
      blocks.push_back(std::move(each));
    }
    blocks_ = std::move(blocks);
  }

  static bool list_counts(const Block& list, int from) {
    return std::all_of(list.children.begin(), list.children.end(), [&from](const Block& item) { return note_start(item).number == std::to_string(from++); });
  }

  /// What the document ends with counts up to the last raised number.
  void take_from_the_end() {
    int number = 0;
    for (const std::string& mark : marks_) number = std::max(number, std::stoi(mark));
    std::size_t from = blocks_.size();
    while (number > 0 && from > 0) {
      const Block& each = blocks_[from - 1];
      if (each.kind == BlockKind::furniture) {
        --from;
        continue;
      }
      const bool counts = each.kind == BlockKind::paragraph && note_start(each).number == std::to_string(number) && marks_.contains(std::to_string(number));
      if (!counts) break;
      --number, --from;
    }
    if (number != 0) return;
    std::vector<Block> notes;
    for (std::size_t at = from; at < blocks_.size(); ++at)
      if (blocks_[at].kind == BlockKind::furniture) notes.push_back(std::move(blocks_[at]));
      else note(blocks_[at], ++number, notes);
    std::move(notes.begin(), notes.end(), blocks_.begin() + static_cast<std::ptrdiff_t>(from));
  }

  /// The nth raised number of a kind leads to the nth note of that number, where there are as many.
  void point_references() {
    std::map<std::string, std::size_t> met;
    walk(blocks_, [&](Block& block, std::size_t) {
      if (block.kind == BlockKind::note) return;
      for (Inline& run : block.inlines) {
        const std::string number = raised_number(run);
        const auto found = notes_.find(number);
        if (found == notes_.end() || !run.target.empty()) continue;
        const std::string& target = found->second[std::min(met[number]++, found->second.size() - 1)];
        if (run.kind == InlineKind::note_reference) run.target = target;
        else run = note_reference(number, target, run.origin_at(static_cast<std::uint32_t>(run.text.find(number)))), ++typed_;
      }
    });
  }

  std::vector<Block>& blocks_;
  std::uint32_t typed_ = 0;
  std::set<std::string> marks_, ids_;
  std::map<std::string, std::vector<std::string>> notes_;  // ids by number
};

}  // namespace

std::uint32_t find_endnotes(std::vector<Block>& blocks) { return EndnoteFinder(blocks).run(); }

}  // namespace casewright
