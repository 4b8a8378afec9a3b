#include "assemble/manuscript.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"

namespace casewright {
namespace {

/// Every word of the document, as the glossary looks for short forms: letters and digits, case kept.
std::unordered_set<std::string> words_of(const Document& document) {
  std::unordered_set<std::string> words;
  walk(document.blocks, [&words](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines) {
      std::size_t start = 0;
      const std::string_view text = run.text;
      for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool inside = at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '&');
        if (inside) continue;
        if (at > start + 1 && at - start < 12 && std::isupper(static_cast<unsigned char>(text[start])) != 0) {
          std::string_view word = text.substr(start, at - start);
          words.emplace(word);
          if (word.ends_with("s")) words.emplace(word.substr(0, word.size() - 1));  // "IMRs"
        }
        start = at + 1;
      }
    }
  });
  return words;
}

Block cell_of(std::vector<Inline> inlines, bool header) {
  Block cell(BlockKind::cell);
  cell.inlines = std::move(inlines);
  if (header) {
    cell.cell = std::make_unique<CellShape>();
    cell.cell->header = true;
  }
  return cell;
}

}  // namespace

std::string slug_of(std::string_view text) {
  std::string made;
  for (const unsigned char c : text) {
    if (std::isalnum(c) != 0 && c < 0x80) made += static_cast<char>(std::tolower(c));
    else if (c == '\'' || c >= 0x80) continue;
    else if (!made.empty() && made.back() != '-') made += '-';
    if (made.size() >= 60) break;
  }
  while (!made.empty() && made.back() == '-') made.pop_back();
  return made;
}

std::string Manuscript::anchor(std::string_view wish) {
  std::string base = slug_of(wish);
  if (base.empty()) base = "part";
  std::string made = base;
  for (int next = 2; !anchors_.insert(made).second; ++next) made = base + "-" + std::to_string(next);
  return made;
}

void Manuscript::heading(Block block, bool numbered) {
  block.level = std::min<std::uint8_t>(block.level, static_cast<std::uint8_t>(level_ + 1));
  level_ = block.level;
  if (level_ <= 2) numbered_ = numbered;
  for (int below = level_ + 1; below < 7; ++below) counters_[below] = 0;
  if (numbering_ != Numbering::none && numbered_ && level_ >= 2 && (level_ == 2 || counts_headings())) {
    ++counters_[level_];
    for (int at = 2; at <= level_; ++at) block.number += (at == 2 ? "" : ".") + std::to_string(counters_[at]);
  }
  if (level_ == 2) section_paragraphs_ = 0;
  document.blocks.push_back(std::move(block));
}

void Manuscript::paragraph(Block block) {
  if (numbered_ && (numbering_ == Numbering::paragraphs || numbering_ == Numbering::both)) {
    if (numbering_ == Numbering::paragraphs) {
      block.number = std::to_string(counters_[2]) + "." + std::to_string(++section_paragraphs_);
    } else {
      const int depth = std::min(level_ + 1, 6);
      ++counters_[depth];
      for (int at = 2; at <= depth; ++at) block.number += (at == 2 ? "" : ".") + std::to_string(counters_[at]);
    }
  }
  document.blocks.push_back(std::move(block));
}

Manuscript::NoteId Manuscript::next_note() {
  const std::string number = std::to_string(++note_count_);
  return {number, anchor("note-" + number)};
}

void Manuscript::contents(int depth) {
  contents_at_ = document.blocks.size();
  contents_depth_ = depth;
  document.blocks.emplace_back(BlockKind::contents);
}

void Manuscript::glossary(std::string caption, std::vector<Term> terms) {
  glossary_at_ = document.blocks.size();
  terms_ = std::move(terms);
  Block table(BlockKind::table);
  if (!caption.empty()) table.children.push_back(text_block(BlockKind::caption, std::move(caption)));
  Block header(BlockKind::row);
  header.children.push_back(cell_of({text_inline("Term")}, true));
  header.children.push_back(cell_of({text_inline("What it means")}, true));
  table.children.push_back(std::move(header));
  document.blocks.push_back(std::move(table));
}

void Manuscript::fill_glossary() {
  if (glossary_at_ == no_place) return;
  const auto used = words_of(document);
  std::sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) { return ascii_lower(a.shown) < ascii_lower(b.shown); });
  Block& table = document.blocks[glossary_at_];
  std::string last;
  bool any = false;
  for (Term& term : terms_) {
    if (term.shown == last || (!term.always && used.count(term.shown) == 0)) continue;
    last = term.shown;
    any = true;
    Block row(BlockKind::row);
    row.children.push_back(cell_of({text_inline(term.shown)}, true));
    row.children.push_back(cell_of(std::move(term.meaning), false));
    table.children.push_back(std::move(row));
  }
  if (any) return;
  // A glossary without a term says nothing: it goes, and with it a heading that is its only reason.
  const bool heads = glossary_at_ > 0 && document.blocks[glossary_at_ - 1].kind == BlockKind::heading;
  const auto at = document.blocks.begin() + static_cast<std::ptrdiff_t>(glossary_at_);
  document.blocks.erase(heads ? at - 1 : at, at + 1);
  if (contents_at_ != no_place && contents_at_ > glossary_at_) contents_at_ -= heads ? 2 : 1;
}

void Manuscript::fill_contents() {
  if (contents_at_ == no_place) return;
  // Lists nest as headings do; heading levels never skip, so one open list per level suffices.
  std::vector<const Block*> entries;
  for (std::size_t at = contents_at_ + 1; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    if (block.kind == BlockKind::heading && block.level >= 2 && block.level <= contents_depth_ && !block.id.empty())
      entries.push_back(&block);
  }
  Block contents(BlockKind::contents);
  for (const Block* heading : entries) {
    std::vector<Block>* list = &contents.children;
    for (int level = 2; level < heading->level && !list->empty(); ++level) {
      Block& item = list->back();
      if (item.children.empty()) item.children.emplace_back(BlockKind::list);
      list = &item.children.back().children;
    }
    Block item(BlockKind::list_item);
    item.level = heading->level;
    item.number = heading->number;
    Inline link = text_inline(heading->text());
    link.target = "#" + heading->id;
    if (!heading->inlines.empty()) link.origins = heading->inlines.front().origins;
    item.inlines.push_back(std::move(link));
    list->push_back(std::move(item));
  }
  document.blocks[contents_at_] = std::move(contents);
}

Document Manuscript::finish() {
  for (Block& note : notes_) document.blocks.push_back(std::move(note));
  fill_glossary();
  fill_contents();
  return std::move(document);
}

}  // namespace casewright
