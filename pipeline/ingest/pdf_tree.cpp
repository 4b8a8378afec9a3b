#include "ingest/pdf_tree.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "ingest/line_marks.h"
#include "ingest/run_builder.h"
#include "ingest/runs.h"

namespace casewright {
namespace {

using pdf::Element;
using Stretches = std::vector<PdfStretch>;

/// What an element is to a reader.
enum class Part : std::uint8_t { group, words, title, subtitle, heading, paragraph, list, table, contents, caption, figure, quote, note, aside };

Part part_of(const Element& element) {
  static const std::map<std::string, Part, std::less<>> parts{
      {"Title", Part::title}, {"P", Part::paragraph}, {"L", Part::list}, {"Table", Part::table}, {"TOC", Part::contents},
      {"Caption", Part::caption}, {"Figure", Part::figure}, {"BlockQuote", Part::quote}, {"Note", Part::note}, {"FENote", Part::note},
      {"H", Part::heading}, {"H1", Part::heading}, {"H2", Part::heading}, {"H3", Part::heading}, {"H4", Part::heading},
      {"H5", Part::heading}, {"H6", Part::heading}, {"Artifact", Part::aside},
      {"Span", Part::words}, {"Quote", Part::words}, {"Reference", Part::words}, {"BibEntry", Part::words}, {"Code", Part::words},
      {"Link", Part::words}, {"Annot", Part::words}, {"Form", Part::words}, {"Formula", Part::words}, {"Ruby", Part::words},
      {"Em", Part::words}, {"Strong", Part::words}, {"Sub", Part::words}, {"Lbl", Part::words}};
  if (element.name == "Title") return Part::title;
  if (element.name == "Subtitle") return Part::subtitle;
  if (element.name == "Quote" && element.role == "P") return Part::quote;
  const auto found = parts.find(element.role);
  return found == parts.end() ? Part::group : found->second;
}

bool is_page_number(const PdfStretch& each) { return is_small_number(trim(each.text)); }

/// The stretches by the lines that they stand on.
std::vector<Stretches> lines_of(const Stretches& stretches) {
  std::vector<Stretches> lines;
  for (const PdfStretch& each : stretches) {
    if (lines.empty() || !on_one_line(lines.back().back(), each)) lines.emplace_back();
    lines.back().push_back(each);
  }
  return lines;
}

/// True where a line ends in a number far from its words, as a line that leads to a page does.
bool leads_to_page(const Stretches& line) {
  if (line.size() < 2 || !is_page_number(line.back())) return false;
  return line.back().box.left - line[line.size() - 2].box.right > 1.2f * line.back().size;
}

/// Walks the tree. Its depth is bounded where it is read (foreign/pdf_structure), so the walk may call itself.
class TreeReader {
 public:
  TreeReader(const pdf::Structure& structure, const PdfPieces& pieces, const std::string& language)
      : elements_(structure.elements), pieces_(pieces), language_(language), holds_blocks_(structure.elements.size()) {
    for (std::size_t i = elements_.size(); i-- > 1;) {
      const Part part = part_of(elements_[i]);
      const bool block = part != Part::group && part != Part::words;
      if (elements_[i].parent < elements_.size() && (block || holds_blocks_[i])) holds_blocks_[elements_[i].parent] = true;
    }
    for (const auto& [key, stretches] : pieces.all())
      for (const PdfStretch& each : stretches)
        for (const std::string_view word : split(each.text, ' ')) hyphens_.learn(word);
  }

  PdfTreeRead run() {
    if (!elements_.empty()) group(elements_[0], 1, read_.blocks);
    finish_title();
    finish_endnotes();
    finish_references();
    return std::move(read_);
  }

 private:
  // ---- words

  void take(const Element::Kid& kid, Stretches& into) {
    const Stretches* found = pieces_.find(kid.page, kid.form, kid.id);
    if (found == nullptr) return;
    for (const PdfStretch& each : *found) {
      if (into_note_ == 0 && last_.page != 0) {
        ++read_.steps;
        const bool up = each.page == last_.page && each.baseline < last_.baseline - 2 * last_.size && each.box.left < last_.box.left + 60;
        read_.backwards += up || each.page < last_.page;
      }
      if (into_note_ == 0) last_ = each;
      into.push_back(each);
    }
  }

  /// The words under an element; blocks among them come behind it, in `after`.
  void words(const Element& element, std::size_t level, Stretches& into, std::vector<Block>& after) {
    const std::size_t from = into.size();
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) {
        take(kid, into);
        continue;
      }
      const Element& child = elements_[kid.element];
      const Part part = part_of(child);
      if (part == Part::words || (part == Part::group && !holds_blocks_[kid.element])) words(child, level, into, after);
      else if (part == Part::paragraph && !holds_blocks_[kid.element] && into.empty()) words(child, level, into, after);
      else if (part != Part::aside) block(kid.element, level, after);
    }
    if (!element.actual.empty() && into.size() > from) {
      into.resize(from + 1);
      into.back().text = element.actual;
      into.back().exact = false;
    }
    if (!element.language.empty() && element.language != language_)
      for (std::size_t i = from; i < into.size(); ++i)
        if (into[i].language.empty()) into[i].language = element.language;
  }

  /// Sets the words of a block. Programs that note the parts of a paragraph out of turn do so page by page.
  void set(Block& block, Stretches stretches, bool plain = false) {
    std::stable_sort(stretches.begin(), stretches.end(), [](const PdfStretch& a, const PdfStretch& b) { return a.page < b.page; });
    for (const PdfStretch& each : stretches) {
      if (block.page == 0) block.page = each.page, block.box = each.box;
      else if (block.page == each.page)
        block.box = {std::min(block.box.left, each.box.left), std::min(block.box.top, each.box.top), std::max(block.box.right, each.box.right), std::max(block.box.bottom, each.box.bottom)};
    }
    block.inlines = inlines_of(std::move(stretches), hyphens_, plain);
  }

  void put(Block block, std::vector<Block>& out, std::vector<Block>& after) {
    if (!block.inlines.empty() || !block.children.empty()) out.push_back(std::move(block));
    std::move(after.begin(), after.end(), std::back_inserter(out));
  }

  // ---- blocks

  void group(const Element& element, std::size_t level, std::vector<Block>& out) {
    Stretches loose;
    std::vector<Block> after;
    const auto flush = [&] {
      if (!loose.empty()) loose_words(loose, out);
      loose.clear();
      std::move(after.begin(), after.end(), std::back_inserter(out));
      after.clear();
    };
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) {
        take(kid, loose);
        continue;
      }
      const Element& child = elements_[kid.element];
      const Part part = part_of(child);
      if (part == Part::words && !holds_blocks_[kid.element]) {
        words(child, level, loose, after);
        continue;
      }
      flush();
      block(kid.element, level, out);
    }
    flush();
  }

  /// Words that stand in no paragraph: a paragraph, or lines that lead to pages.
  void loose_words(const Stretches& stretches, std::vector<Block>& out) {
    const std::vector<Stretches> lines = lines_of(stretches);
    const auto leading = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), leads_to_page));
    if (leading >= 2 && 2 * leading >= lines.size()) {
      for (const Stretches& line : lines) contents_line(line, out);
      return;
    }
    paragraph(stretches, out);
  }

  void paragraph(const Stretches& stretches, std::vector<Block>& out) {
    Block block(BlockKind::paragraph);
    set(block, stretches);
    const std::string text = block.text();
    const std::vector<Stretches> lines = lines_of(stretches);
    const bool goes_on = !out.empty() && out.back().kind == BlockKind::contents && lines.size() <= 2 && leads_to_page(lines.back());
    if (is_contents_line(text) || is_contents_title(text) || goes_on) return contents_line(stretches, out);
    if (is_caption_line(text) && text.size() < 200) block.kind = BlockKind::caption;
    number(block, text);
    if (!block.inlines.empty()) out.push_back(std::move(block));
  }

  /// Takes the number off a paragraph: "3.2", or "12." where paragraphs are counted through.
  void number(Block& block, const std::string& text) {
    LeadingNumber lead = leading_number(text, true);
    if (lead.number.empty() && block.kind == BlockKind::paragraph) {
      const LeadingNumber single = leading_number(text, false);
      if (single.number == std::to_string(counted_ + 1) && single.words_at > single.number.size() + 1) lead = single, ++counted_;
    }
    if (lead.number.empty()) return;
    block.number = std::string(trim(text.substr(0, lead.words_at)));
    cut_front(block.inlines, lead.words_at);
  }

  static Block& contents_of(std::vector<Block>& out, std::uint32_t page) {
    if (out.empty() || out.back().kind != BlockKind::contents) {
      out.emplace_back(BlockKind::contents).page = page;
    }
    return out.back();
  }

  void contents_line(const Stretches& stretches, std::vector<Block>& out) {
    Block line(BlockKind::list_item);
    set(line, stretches, true);
    if (line.inlines.empty()) return;
    Block& contents = contents_of(out, line.page);
    if (is_contents_title(line.text()) && contents.children.empty()) {
      contents.inlines = std::move(line.inlines);
      return;
    }
    if (contents.children.empty()) contents.children.emplace_back(BlockKind::list);
    contents.children[0].children.push_back(std::move(line));
  }

  /// The entries of a table of contents, those of tables inside it one level deeper.
  void contents(const Element& element, Block& into, std::vector<Block>& out) {
    if (into.children.empty()) into.children.emplace_back(BlockKind::list);
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) continue;
      const Element& child = elements_[kid.element];
      if (child.role == "TOC") {
        Block& list = into.children.back();
        contents(child, list.children.empty() ? into : list.children.back(), out);
        continue;
      }
      Stretches stretches;
      std::vector<Block> after;
      words(child, 1, stretches, after);
      Block item(BlockKind::list_item);
      set(item, stretches, true);
      for (Block& each : after) {  // a table of contents inside an entry, or paragraphs instead of words
        if (each.kind == BlockKind::contents)
          for (Block& list : each.children) item.children.push_back(std::move(list));
        else if (item.inlines.empty()) item.inlines = std::move(each.inlines), item.page = each.page;
        else out.push_back(std::move(each));
      }
      if (child.role == "Caption" && into.kind == BlockKind::contents && into.inlines.empty()) into.inlines = std::move(item.inlines);
      else if (!item.inlines.empty() || !item.children.empty()) into.children.back().children.push_back(std::move(item));
    }
    if (into.children.back().children.empty()) into.children.pop_back();
  }

  void block(std::size_t index, std::size_t level, std::vector<Block>& out) {
    const Element& element = elements_[index];
    switch (part_of(element)) {
      case Part::group:
        if (!holds_blocks_[index]) return loose_group(element, level, out);
        return group(element, level + (element.role == "Sect" ? 1 : 0), out);
      case Part::list: return list(element, level, out);
      case Part::table: return table(element, level, out);
      case Part::contents: {
        Block& into = contents_of(out, 0);
        std::vector<Block> after;
        contents(element, into, after);
        if (into.children.empty() && into.inlines.empty()) out.pop_back();
        std::move(after.begin(), after.end(), std::back_inserter(out));
        return;
      }
      case Part::note: return note(element, level, out);
      case Part::figure: return figure(element, level, out);
      case Part::aside: return;
      case Part::quote:
        if (holds_blocks_[index]) return quote(element, level, out);
        break;
      case Part::words: case Part::title: case Part::subtitle: case Part::heading: case Part::paragraph: case Part::caption: break;
    }
    Stretches stretches;
    std::vector<Block> after;
    words(element, level, stretches, after);
    plain_block(element, level, stretches, out);
    std::move(after.begin(), after.end(), std::back_inserter(out));
  }

  void loose_group(const Element& element, std::size_t level, std::vector<Block>& out) {
    Stretches stretches;
    std::vector<Block> after;
    words(element, level, stretches, after);
    loose_words(stretches, out);
    std::move(after.begin(), after.end(), std::back_inserter(out));
  }

  void plain_block(const Element& element, std::size_t level, const Stretches& stretches, std::vector<Block>& out) {
    const Part part = part_of(element);
    if (part == Part::paragraph || part == Part::words) return paragraph(stretches, out);
    static const std::map<Part, BlockKind> kinds{{Part::title, BlockKind::title}, {Part::subtitle, BlockKind::subtitle}, {Part::heading, BlockKind::heading},
                                                 {Part::caption, BlockKind::caption}, {Part::quote, BlockKind::quote}};
    Block block(kinds.at(part));
    set(block, stretches, part == Part::heading || part == Part::title || part == Part::subtitle);
    if (block.inlines.empty()) return;
    if (part == Part::heading) {
      if (is_contents_title(block.text())) return contents_line(stretches, out);
      ++read_.headings;
      block.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(element.role.size() == 2 ? static_cast<std::size_t>(element.role[1] - '0') : level, 1, 6));
      heading_number(block);
    }
    out.push_back(std::move(block));
  }

  static void heading_number(Block& block) {
    const std::string text = block.text();
    const LeadingNumber lead = leading_number(text, false);
    if (lead.number.empty()) return;
    block.number = std::string(trim(text.substr(0, lead.words_at)));
    cut_front(block.inlines, lead.words_at);
  }

  void quote(const Element& element, std::size_t level, std::vector<Block>& out) {
    std::vector<Block> inside;
    group(element, level, inside);
    if (inside.size() == 1 && inside[0].kind == BlockKind::paragraph && inside[0].number.empty()) {
      inside[0].kind = BlockKind::quote;
      out.push_back(std::move(inside[0]));
      return;
    }
    if (inside.empty()) return;
    Block block(BlockKind::quote);
    block.page = inside[0].page;
    block.box = inside[0].box;
    block.children = std::move(inside);
    out.push_back(std::move(block));
  }

  void figure(const Element& element, std::size_t level, std::vector<Block>& out) {
    Block block(BlockKind::figure);
    Stretches stretches;
    std::vector<Block> after;
    words(element, level, stretches, after);
    set(block, stretches, true);
    const auto picture = std::make_shared<Picture>();
    picture->alternative = element.alternative.empty() ? element.actual : element.alternative;
    block.picture = picture;
    if (!picture->alternative.empty() || !block.inlines.empty()) out.push_back(std::move(block));
    std::move(after.begin(), after.end(), std::back_inserter(out));
  }

  // ---- lists

  void list(const Element& element, std::size_t level, std::vector<Block>& out) {
    Block list(BlockKind::list);
    std::vector<Block> instead;  // numbered paragraphs and headings that a program wrote as items
    const auto flush = [&] {
      if (!list.children.empty()) {
        list.page = list.children[0].page;
        list.ordered = list_mark(list.children[0].number + " x").ordered;
        out.push_back(std::move(list));
      }
      list = Block(BlockKind::list);
    };
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) continue;
      const Element& child = elements_[kid.element];
      if (child.role == "L" && !list.children.empty()) {
        this->list(child, level, list.children.back().children);
      } else if (child.role == "LI" || part_of(child) == Part::group) {
        item(child, element, level, list, instead);
      } else {
        block(kid.element, level, instead);
      }
      if (instead.empty()) continue;
      flush();
      std::move(instead.begin(), instead.end(), std::back_inserter(out));
      instead.clear();
    }
    flush();
  }

  /// The words of an item's label and of its body, whatever wraps them.
  void item_words(const Element& element, std::size_t level, std::string& label, Stretches& body, std::vector<Block>& after) {
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) {
        take(kid, body);
        continue;
      }
      const Element& child = elements_[kid.element];
      const Part part = part_of(child);
      if (child.role == "Lbl" && body.empty()) {
        Stretches mark;
        words(child, level, mark, after);
        for (const PdfStretch& each : mark) label += each.text;
      } else if (child.role == "LBody" && holds_blocks_[kid.element]) {
        item_words(child, level, label, body, after);
      } else if (after.empty() && (part == Part::words || (!holds_blocks_[kid.element] && (part == Part::group || (part == Part::paragraph && body.empty()))))) {
        words(child, level, body, after);
      } else {
        block(kid.element, level, after);
      }
    }
  }

  void item(const Element& element, const Element& parent, std::size_t level, Block& list, std::vector<Block>& instead) {
    Block item(BlockKind::list_item);
    std::string label;
    Stretches body;
    item_words(element, level, label, body, item.children);
    set(item, body);
    item.number = std::string(trim(label));
    if (item.inlines.empty() && !item.children.empty() && item.children[0].kind == BlockKind::heading) {
      if (item.children[0].number.empty()) item.children[0].number = item.number;
      std::move(item.children.begin(), item.children.end(), std::back_inserter(instead));
      return;
    }
    if (item.number.empty()) own_mark(item, parent);
    if (item.inlines.empty() && item.children.empty()) return;
    if (!leading_number(item.number + " X", true).number.empty()) {
      item.kind = BlockKind::paragraph;
      std::vector<Block> behind = std::move(item.children);
      item.children.clear();
      instead.push_back(std::move(item));
      std::move(behind.begin(), behind.end(), std::back_inserter(instead));
      return;
    }
    list.children.push_back(std::move(item));
  }

  /// The mark of an item whose list has no labels: before its words, or drawn.
  static void own_mark(Block& item, const Element& parent) {
    const std::string text = item.text();
    const LeadingNumber lead = leading_number(text, true);
    if (!lead.number.empty()) {
      item.number = std::string(lead.number);
      cut_front(item.inlines, lead.words_at);
    } else if (const LineMark mark = list_mark(text); mark.words_at != 0) {
      item.number = std::string(mark.mark);
      cut_front(item.inlines, mark.words_at);
    } else {
      item.number = parent.numbering == "Circle" ? "\xE2\x97\xA6" : "\xE2\x80\xA2";
    }
  }

  // ---- tables

  void table(const Element& element, std::size_t level, std::vector<Block>& out) {
    Block table(BlockKind::table);
    std::vector<Block> after;
    rows(element, level, table, after);
    drop_repeated_heads(table);
    for (const Block& row : table.children)
      for (const Block& cell : row.children)
        if (table.page == 0 && cell.page != 0) table.page = cell.page, table.box = cell.box;
    if (!table.children.empty()) out.push_back(std::move(table));
    std::move(after.begin(), after.end(), std::back_inserter(out));
  }

  void rows(const Element& element, std::size_t level, Block& table, std::vector<Block>& after) {
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) {
        Stretches stray;
        take(kid, stray);
        if (!stray.empty()) paragraph(stray, after);
        continue;
      }
      const Element& child = elements_[kid.element];
      if (child.role == "TR") row(child, level, table);
      else if (child.role == "Caption") block(kid.element, level, table.children);
      else if (part_of(child) == Part::group) rows(child, level, table, after);
      else block(kid.element, level, after);
    }
  }

  void row(const Element& element, std::size_t level, Block& table) {
    Block row(BlockKind::row);
    for (const Element::Kid& kid : element.kids) {
      if (kid.element == pdf::none) continue;
      const Element& child = elements_[kid.element];
      if (child.role == "TH" || child.role == "TD") row.children.push_back(cell(child, level));
    }
    if (!row.children.empty()) table.children.push_back(std::move(row));
  }

  Block cell(const Element& element, std::size_t level) {
    Block cell(BlockKind::cell);
    const bool header = element.role == "TH";
    if (header || element.columns > 1 || element.rows > 1) {
      cell.cell = std::make_unique<CellShape>();
      *cell.cell = {element.columns, element.rows, header};
    }
    Stretches stretches;
    words(element, level, stretches, cell.children);
    if (header) drop_repeats(stretches);
    set(cell, stretches, header);
    if (cell.page == 0 && !cell.children.empty()) cell.page = cell.children[0].page, cell.box = cell.children[0].box;
    return cell;
  }

  /// The head of a column that a browser paints again on each page.
  static void drop_repeats(Stretches& stretches) {
    std::map<std::uint32_t, std::string> pages;
    for (const PdfStretch& each : stretches) pages[each.page] += each.text;
    if (pages.size() < 2) return;
    const auto first = *pages.begin();
    std::erase_if(stretches, [&](const PdfStretch& each) { return each.page != first.first && pages[each.page] == first.second; });
  }

  /// Rows of heads that come again where the table goes on over a page.
  static void drop_repeated_heads(Block& table) {
    const auto words = [](const Block& row) {
      std::string text;
      for (const Block& cell : row.children) text += cell.text() + "\n";
      return text;
    };
    const auto is_head = [](const Block& row) {
      return row.kind == BlockKind::row && std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return cell.cell != nullptr && cell.cell->header; });
    };
    std::set<std::string> seen;
    std::uint32_t first = 0;
    std::erase_if(table.children, [&](const Block& row) {
      if (!is_head(row)) return false;
      const std::uint32_t page = row.children[0].page;
      if (first == 0) first = page;
      return !seen.insert(words(row)).second && page != first;
    });
  }

  // ---- notes

  void note(const Element& element, std::size_t level, std::vector<Block>& out) {
    ++into_note_;
    Block note(BlockKind::note);
    std::string label;
    Stretches body;
    item_words(element, level, label, body, note.children);
    --into_note_;
    if (label.empty() && !body.empty() && is_small_number(trim(body[0].text))) {
      label = body[0].text;
      body.erase(body.begin());
    }
    set(note, body, true);
    note.number = std::string(trim(label));
    if (note.number.empty()) {
      const std::string text = note.text();
      const LeadingNumber lead = leading_number(text, false);
      note.number = std::string(lead.number);
      cut_front(note.inlines, lead.words_at);
    }
    while (note.number.ends_with('.') || note.number.ends_with(')') || note.number.ends_with(']')) note.number.pop_back();
    if (note.number.starts_with('[')) note.number.erase(0, 1);
    if (note.inlines.empty() && note.children.empty()) return;
    name(note);
    out.push_back(std::move(note));
  }

  void name(Block& note) {
    note.id = "note-" + note.number;
    for (int i = 2; !notes_.insert(note.id).second; ++i) note.id = "note-" + note.number + "-" + std::to_string(i);
  }

  static bool is_notes_title(const Block& block) {
    const std::string title = ascii_lower(fold_space(block.text()));
    return block.kind == BlockKind::heading && (title == "notes" || title == "endnotes" || title == "footnotes" || title == "end notes");
  }

  /// What stands under "Notes", a list or paragraphs that count from one, is the notes, where small raised numbers
  /// lead to them.
  void finish_endnotes() {
    std::set<std::string> marks;
    walk(read_.blocks, [&marks](const Block& block, std::size_t) {
      for (const Inline& run : block.inlines)
        if (run.kind == InlineKind::note_reference) marks.insert(run.text);
    });
    std::vector<Block> blocks;
    int expected = 0;  // the number of the next note; 0 outside notes
    for (Block& each : read_.blocks) {
      if (expected > 0 && each.kind == BlockKind::list) {
        for (Block& item : each.children) expected += end_note(item, item.number, 0, blocks);
        continue;
      }
      const std::string text = each.number + (each.number.empty() ? "" : " ") + each.text();
      const LeadingNumber lead = leading_number(text, false);
      const bool counts = expected > 0 && each.kind == BlockKind::paragraph && lead.number == std::to_string(expected);
      if (counts) {
        expected += end_note(each, std::string(lead.number), each.number.empty() ? lead.words_at : 0, blocks);
        continue;
      }
      if (each.kind != BlockKind::furniture) expected = !marks.empty() && is_notes_title(each) ? 1 : 0;
      blocks.push_back(std::move(each));
    }
    read_.blocks = std::move(blocks);
  }

  bool end_note(Block& from, std::string number, std::size_t cut, std::vector<Block>& blocks) {
    cut_front(from.inlines, cut);
    while (number.ends_with('.') || number.ends_with(')')) number.pop_back();
    Block note = std::move(from);
    note.kind = BlockKind::note;
    note.number = std::move(number);
    name(note);
    blocks.push_back(std::move(note));
    return true;
  }

  /// References lead to the next note of their number; a raised number without a note is a raised number.
  void finish_references() {
    walk(read_.blocks, [this](Block& block, std::size_t) {
      for (Inline& run : block.inlines) {
        if (run.kind != InlineKind::note_reference) continue;
        run.target = "note-" + run.text;
        const int met = ++cited_[run.text];
        if (met > 1 && notes_.count(run.target + "-" + std::to_string(met)) != 0) run.target += "-" + std::to_string(met);
        if (notes_.count(run.target) != 0) continue;
        run.target.clear();
        run.kind = InlineKind::text;
        run.marks = run.marks.with(Mark::superscript);
      }
    });
  }

  /// Where one heading alone stands above all others and opens the report, it is the title.
  void finish_title() {
    std::vector<Block*> headings;
    for (Block& each : read_.blocks) {
      if (each.kind == BlockKind::title) return;
      if (each.kind == BlockKind::heading) headings.push_back(&each);
    }
    if (headings.size() < 2 || !headings[0]->number.empty()) return;
    for (std::size_t i = 1; i < headings.size(); ++i)
      if (headings[i]->level <= headings[0]->level) return;
    headings[0]->kind = BlockKind::title;
    headings[0]->level = 0;
  }

  const std::vector<Element>& elements_;
  const PdfPieces& pieces_;
  std::string language_;
  std::vector<bool> holds_blocks_;  // by element: a block stands somewhere under it
  Hyphens hyphens_;
  PdfTreeRead read_;
  PdfStretch last_;
  std::set<std::string> notes_;
  std::map<std::string, int> cited_;
  int into_note_ = 0, counted_ = 0;
};

}  // namespace

PdfTreeRead read_pdf_tree(const pdf::Structure& structure, const PdfPieces& pieces, const std::string& language) {
  return TreeReader(structure, pieces, language).run();
}

}  // namespace casewright
