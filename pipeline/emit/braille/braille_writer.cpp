#include "emit/braille/braille_writer.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "emit/braille/braille_page.h"
#include "emit/plan/document_plan.h"
#include "emit/words/chrome_words.h"
#include "foreign/braille.h"

namespace casewright {
namespace {

constexpr std::size_t contents_room = 7;  // cells kept free for a page number in a line of the contents
constexpr std::size_t most_indent = 12;

/// Writes a document's blocks as lines of Braille, without recursion.
class BrailleBody {
 public:
  BrailleBody(const Document& document, const Theme& theme)
      : document_(document), plan_(plan_document(document)), language_(document.language.empty() ? theme.language : document.language),
        words_(chrome_words(language_)) {}

  void cover(const Theme& theme) {
    const std::string& board = theme.header.empty() ? document_.board : theme.header;
    if (!board.empty()) plain(board, {0, 0, true}), blank();
    if (plan_.title == nullptr && !document_.title.empty()) plain(document_.title, {0, 0, true}), blank();
  }

  void write(const std::vector<Block>& blocks) {
    walk_shown(blocks, [this](const Block& block, std::size_t depth, const Block* parent) { enter(block, depth, parent); });
  }

  void write_notes() {
    if (plan_.notes.empty()) return;
    heading(std::string(words_.notes), 2, {});
    for (std::size_t i = 0; i < plan_.notes.size(); ++i) {
      const Block& note = *plan_.notes[i];
      std::vector<braille::Words> words{{std::to_string(i + 1) + " ", false, false}};
      append(words, note.inlines);
      walk(note.children, [&](const Block& each, std::size_t) { words.push_back({" ", false, false}), append(words, each.inlines); });
      set(words, {0, 2, false});
    }
  }

  Result<std::string> finish() {
    if (!faults_.empty()) return std::move(faults_);
    return paginate_braille(std::move(lines_));
  }

 private:
  /// Visits blocks with their depth and parent; the insides of tables, notes and furniture are left to their owners.
  template <class Visit>
  void walk_shown(const std::vector<Block>& blocks, Visit visit) {
    struct Step { const Block* next; const Block* end; const Block* parent; };
    std::vector<Step> open{{blocks.data(), blocks.data() + blocks.size(), nullptr}};
    while (!open.empty()) {
      if (open.back().next == open.back().end) {
        open.pop_back();
        continue;
      }
      const Block& block = *open.back().next++;
      if (block.kind == BlockKind::note || block.kind == BlockKind::furniture) continue;
      visit(block, open.size() - 1, open.back().parent);
      const bool own = block.kind == BlockKind::table || block.kind == BlockKind::contents;
      if (!own && !block.children.empty()) open.push_back({block.children.data(), block.children.data() + block.children.size(), &block});
    }
  }

  std::size_t indent_of(std::size_t depth) const { return std::min(most_indent, depth / 2 * 2); }

  void enter(const Block& block, std::size_t depth, const Block* parent) {
    if (!block.id.empty()) anchors_.push_back("#" + block.id);
    switch (block.kind) {
      case BlockKind::title: return block_heading(block, 1);
      case BlockKind::subtitle: return set(words_of(block), {0, 0, true});
      case BlockKind::heading:
        if (plan_.contents_headings.contains(&block)) return block_heading(block, 2);
        if (const auto found = plan_.heading_of.find(&block); found != plan_.heading_of.end()) return block_heading(block, plan_.headings[found->second].level);
        return set(words_of(block), {2, 0, false});
      case BlockKind::paragraph:
        return set(words_of(block), parent == nullptr ? BrailleLayout{2, 0, false} : BrailleLayout{indent_of(depth) + 2, indent_of(depth) + 2, false});
      case BlockKind::list_item: return list_item(block, depth, parent);
      case BlockKind::quote: return set(words_of(block), {4, 4, false});
      case BlockKind::caption: return parent != nullptr && parent->kind == BlockKind::figure ? void() : caption(block);
      case BlockKind::to_write: return labelled(std::string(words_.to_write) + " ", block);
      case BlockKind::figure: return figure(block);
      case BlockKind::table: return table(block);
      case BlockKind::contents: return contents(block);
      case BlockKind::list:
      case BlockKind::row:
      case BlockKind::cell:
      case BlockKind::note:
      case BlockKind::furniture: return;
    }
  }

  std::vector<braille::Words> words_of(const Block& block) const {
    std::vector<braille::Words> words;
    if (!block.number.empty()) words.push_back({block.number + " ", false, false});
    append(words, block.inlines);
    return words;
  }

  void append(std::vector<braille::Words>& words, const std::vector<Inline>& inlines) const {
    for (const Inline& run : inlines) {
      if (run.kind == InlineKind::line_break) words.push_back({" ", false, false});
      if (run.kind == InlineKind::text) words.push_back({run.text, run.marks.has(Mark::strong), run.marks.has(Mark::emphasis)});
      if (run.kind == InlineKind::note_reference)
        if (const auto found = plan_.note_of.find(run.target); found != plan_.note_of.end())
          words.push_back({"[" + std::to_string(found->second + 1) + "]", false, false});
    }
  }

  void blank() {
    if (!lines_.empty() && !lines_.back().cells.empty()) lines_.push_back({});
  }

  void plain(const std::string& text, const BrailleLayout& layout) { set({{text, false, false}}, layout); }

  std::string cells_of(const std::vector<braille::Words>& words) {
    auto cells = braille::translate(words, language_);
    if (cells) return *std::move(cells);
    if (faults_.empty()) faults_ = cells.faults();
    return {};
  }

  void set(const std::vector<braille::Words>& words, const BrailleLayout& layout, bool keep = false) {
    std::vector<BrailleLine> lines = break_braille(cells_of(words), layout);
    if (lines.empty()) return;
    lines.front().anchors = std::move(anchors_);
    anchors_.clear();
    for (BrailleLine& line : lines) {
      line.keeps_next = keep;
      lines_.push_back(std::move(line));
    }
  }

  /// The title and sections are centred, what is below them stands in from the margin.
  void heading(const std::string& text, int level, std::vector<braille::Words> words) {
    if (words.empty()) words.push_back({text, false, false});
    for (braille::Words& each : words) each.strong = false;  // its place says that it is a heading
    blank();
    const BrailleLayout layout = level <= 2 ? BrailleLayout{0, 0, true} : level == 3 ? BrailleLayout{4, 4, false} : BrailleLayout{6, 6, false};
    set(words, layout, true);
    if (level <= 2) {
      lines_.push_back({});
      lines_.back().keeps_next = true;
    }
  }

  void block_heading(const Block& block, int level) { heading({}, level, words_of(block)); }

  void labelled(const std::string& label, const Block& block) {
    std::vector<braille::Words> words{{label, false, false}};
    append(words, block.inlines);
    set(words, {2, 0, false});
  }

  void caption(const Block& block) {
    blank();
    set(words_of(block), {4, 4, false}, true);
  }

  void list_item(const Block& block, std::size_t depth, const Block* parent) {
    const std::size_t indent = indent_of(depth == 0 ? 0 : depth - 1);
    std::vector<braille::Words> words;
    const bool ordered = parent != nullptr && parent->kind == BlockKind::list && parent->ordered;
    if (ordered || !block.number.empty()) words.push_back({number_of(block, parent) + " ", false, false});
    else words.push_back({"\xE2\x80\xA2 ", false, false});
    append(words, block.inlines);
    set(words, {indent, indent + 2, false});
  }

  static std::string number_of(const Block& block, const Block* parent) {
    if (!block.number.empty()) return block.number;
    return std::to_string(&block - parent->children.data() + 1) + ".";
  }

  void figure(const Block& block) {
    for (const Block& each : block.children)
      if (each.kind == BlockKind::caption) caption(each);
    if (block.picture != nullptr && !block.picture->decorative && !block.picture->alternative.empty())
      plain(std::string(words_.picture) + " " + block.picture->alternative, {2, 0, false});
    set(words_of(block), {2, 0, false});
  }

  void contents(const Block& block) {
    walk(block.children, [this](const Block& item, std::size_t depth) {
      if (item.inlines.empty()) return;
      std::vector<BrailleLine> lines = break_braille(cells_of(words_of(item)), {indent_of(depth), indent_of(depth) + 4, false});
      if (lines.empty()) return;
      if (lines.back().cells.size() > braille_cells - contents_room) lines.push_back({std::string(indent_of(depth) + 4, ' '), {}, {}, false});
      lines.back().target = item.inlines.front().target;
      std::move(lines.begin(), lines.end(), std::back_inserter(lines_));
    });
  }

  std::vector<braille::Words> words_in(const Block& cell) const {
    std::vector<braille::Words> words = words_of(cell);
    walk(cell.children, [&](const Block& each, std::size_t) {
      if (!words.empty()) words.push_back({" ", false, false});
      const std::vector<braille::Words> more = words_of(each);
      words.insert(words.end(), more.begin(), more.end());
    });
    for (braille::Words& each : words) each.strong = false;
    return words;
  }

  static bool is_head(const Block& row) {
    return !row.children.empty() && std::all_of(row.children.begin(), row.children.end(),
                                                [](const Block& cell) { return cell.cell != nullptr && cell.cell->header; });
  }

  /// A table as a list of its rows: the first cell at the margin, each other below it behind its column's heading.
  void table(const Block& block) {
    std::map<std::size_t, std::vector<braille::Words>> heads;
    std::vector<std::size_t> hanging;
    bool body = false;
    for (const Block& row : block.children) {
      if (row.kind == BlockKind::caption) caption(row);
      if (row.kind != BlockKind::row) continue;
      const bool head = !body && is_head(row);
      body = body || !head;
      std::size_t column = 0;
      for (const Block& cell : row.children) {
        while (column < hanging.size() && hanging[column] > 0) ++column;
        const std::size_t span = cell.cell == nullptr ? 1 : std::max<std::size_t>(1, cell.cell->columns);
        hanging.resize(std::max(hanging.size(), column + span), 0);
        for (std::size_t i = column; i < column + span; ++i) {
          hanging[i] = cell.cell == nullptr ? 1 : std::max<std::size_t>(1, cell.cell->rows);
          if (head) join(heads[i], words_in(cell));
        }
        if (!head) table_cell(cell, column, heads);
        column += span;
      }
      for (std::size_t& rows : hanging) rows -= rows > 0 ? 1 : 0;
    }
    if (!body)  // a table of headings only
      for (const auto& [column, words] : heads) set(words, {0, 2, false});
    blank();
  }

  static void join(std::vector<braille::Words>& words, const std::vector<braille::Words>& more) {
    if (!words.empty() && !more.empty()) words.push_back({", ", false, false});
    words.insert(words.end(), more.begin(), more.end());
  }

  void table_cell(const Block& cell, std::size_t column, const std::map<std::size_t, std::vector<braille::Words>>& heads) {
    const std::vector<braille::Words> inside = words_in(cell);
    if (inside.empty()) return;
    std::vector<braille::Words> words;
    if (const auto head = heads.find(column); column != 0 && head != heads.end() && !head->second.empty()) {
      words = head->second;
      words.push_back({": ", false, false});
    }
    words.insert(words.end(), inside.begin(), inside.end());
    set(words, column == 0 ? BrailleLayout{0, 4, false} : BrailleLayout{2, 4, false});
  }

  const Document& document_;
  const DocumentPlan plan_;
  const std::string language_;
  const ChromeWords& words_;
  std::vector<BrailleLine> lines_;
  std::vector<std::string> anchors_;
  Faults faults_;
};

}  // namespace

Result<std::string> write_braille(const Document& document, const Theme& theme) {
  BrailleBody body(document, theme);
  body.cover(theme);
  body.write(document.blocks);
  body.write_notes();
  return body.finish();
}

Result<std::string> read_braille_back(std::string_view file) {
  std::string cells;
  for (const char c : file) cells += c == '\r' || c == '\n' || c == '\f' ? ' ' : c;
  return braille::read_back(fold_space(cells), "en-GB");
}

}  // namespace casewright
