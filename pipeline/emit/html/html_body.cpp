#include "emit/html/html_body.h"

#include <algorithm>

#include "emit/html/html_figure.h"
#include "emit/plan/block_parts.h"
#include "emit/plan/list_style.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

struct MarkElement {
  Mark mark;
  std::string_view open, close;
};

/// How each mark is written; in this order from outside to inside.
constexpr MarkElement mark_elements[] = {
    {Mark::uncertain, "<mark class=\"uncertain\">", "</mark>"}, {Mark::strong, "<strong>", "</strong>"},
    {Mark::emphasis, "<em>", "</em>"}, {Mark::underline, "<u>", "</u>"}, {Mark::struck, "<s>", "</s>"},
    {Mark::superscript, "<sup>", "</sup>"}, {Mark::subscript, "<sub>", "</sub>"},
};

/// The anchor of a caption that stands on its own before the table of that number.
std::string caption_anchor(const Block& caption, const DocumentPlan& plan, std::size_t table) {
  const auto found = plan.anchors.find(caption.id);
  return found != plan.anchors.end() ? found->second : "caption-" + std::to_string(table);
}

std::size_t width_of(const Block& row) {
  std::size_t width = 0;
  for (const Block& cell : row.children) width += cell.cell == nullptr ? 1 : cell.cell->columns;
  return width;
}

/// A row of the body that is one header over all columns opens a group of rows.
bool opens_group(const Block& row, std::size_t columns) {
  return columns > 1 && row.children.size() == 1 && all_headers(row) && row.children[0].cell->columns >= columns;
}

/// True where a word of the cell is too long for a phone, such as a hash or a web address.
bool has_long_word(const Block& cell) {
  for (const Inline& run : cell.inlines) {
    std::size_t letters = 0;
    for (const char c : run.text) {
      letters = c == ' ' || c == '\n' ? 0 : letters + 1;
      if (letters > 30) return true;
    }
  }
  return false;
}

/// True where the columns would be too narrow to read on a phone, judged by the first rows.
bool is_wide(const Block& table, std::size_t columns) {
  if (columns < 4) return false;
  for (std::size_t i = 0; i < std::min<std::size_t>(table.children.size(), 50); ++i) {
    std::size_t letters = 0;
    for (const Block& cell : table.children[i].children) letters += cell.children.empty() ? cell.text().size() : 80;
    if (letters > 90) return true;
  }
  return columns > 6;
}

}  // namespace

void HtmlBody::write_text(const Inline& run) {
  if (!run.language.empty()) {
    out_ += "<span";
    append_attribute(out_, "lang", run.language);
    out_ += '>';
  }
  if (run.marks.bits == 0) {
    append_html(out_, run.text);
  } else {
    for (const MarkElement& each : mark_elements)
      if (run.marks.has(each.mark)) out_ += each.open;
    append_html(out_, run.text);
    for (std::size_t i = std::size(mark_elements); i-- > 0;)
      if (run.marks.has(mark_elements[i].mark)) out_ += mark_elements[i].close;
  }
  if (!run.language.empty()) out_ += "</span>";
}

void HtmlBody::write_note_reference(const Inline& run) {
  const auto found = plan_.note_of.find(run.target);
  if (found == plan_.note_of.end()) {
    out_ += "<sup>";
    append_html(out_, run.text);
    out_ += "</sup>";
    return;
  }
  references_.resize(plan_.notes.size());
  const std::string number = std::to_string(found->second + 1);
  auto& places = references_[found->second];
  const std::string anchor = "ref-" + number + (places.empty() ? "" : "-" + std::to_string(places.size() + 1));
  places.push_back(anchor);
  out_ += "<sup><a class=\"noteref\" role=\"doc-noteref\" id=\"" + anchor + "\" href=\"#note-" + number +
          "\" aria-label=\"" + std::string(chrome_.own.note) + " " + number + "\">" + number + "</a></sup>";
}

std::string HtmlBody::link_target(const Inline& run) const {
  if (run.kind != InlineKind::text || run.target.empty()) return {};
  if (run.target[0] == '#') {
    const auto found = plan_.anchors.find(std::string_view(run.target).substr(1));
    return found == plan_.anchors.end() ? std::string() : "#" + found->second;
  }
  return is_safe_link(run.target) ? run.target : std::string();
}

void HtmlBody::write_inlines(const std::vector<Inline>& inlines) {
  std::string linked;  // the target of the link that is open
  for (const Inline& run : inlines) {
    const std::string target = link_target(run);
    if (target != linked) {
      if (!linked.empty()) out_ += "</a>";
      if (!target.empty()) {
        out_ += "<a";
        append_attribute(out_, "href", target);
        out_ += '>';
      }
      linked = target;
    }
    if (run.kind == InlineKind::text) write_text(run);
    if (run.kind == InlineKind::line_break) out_ += "<br>";
    if (run.kind == InlineKind::note_reference) write_note_reference(run);
  }
  if (!linked.empty()) out_ += "</a>";
}

void HtmlBody::write_common(const Block& block) {
  if (!block.id.empty()) {
    const auto found = plan_.anchors.find(block.id);
    if (found != plan_.anchors.end()) append_attribute(out_, "id", found->second);
  }
  append_attribute(out_, "lang", block.language);
}

void HtmlBody::write_number(const Block& block) {
  if (block.number.empty()) return;
  out_ += "<span class=\"number\">";
  append_html(out_, block.number);
  out_ += "</span> ";
}

void HtmlBody::open(const Block& block, std::string close) {
  const Block* first = block.children.data();
  open_.push_back({&block, first, first + block.children.size(), std::move(close)});
}

void HtmlBody::enter_heading(const Block& block) {
  if (plan_.contents_headings.contains(&block)) return;
  const auto found = plan_.heading_of.find(&block);
  if (found == plan_.heading_of.end()) return enter_paragraph(block, "");  // inside old contents
  const PlannedHeading& planned = plan_.headings[found->second];
  const char digit = static_cast<char>('0' + planned.level);
  out_ += "<h";
  out_ += digit;
  append_attribute(out_, "id", planned.id);
  append_attribute(out_, "lang", block.language);
  append_attribute(out_, "data-section", block.section);
  out_ += '>';
  write_number(block);
  write_inlines(block.inlines);
  out_ += "</h";
  out_ += digit;
  out_ += ">\n";
  open(block, "");
}

void HtmlBody::enter_paragraph(const Block& block, std::string_view css_class) {
  out_ += "<p";
  write_common(block);
  append_attribute(out_, "class", block.number.empty() ? css_class : "numbered");
  out_ += '>';
  write_number(block);
  write_inlines(block.inlines);
  out_ += "</p>\n";
  open(block, "");
}

void HtmlBody::enter_list(const Block& block) {
  const ListStyle style = list_style(block);
  out_ += style.element == "ol" ? "<ol" : "<ul";
  write_common(block);
  out_ += style.attributes;
  out_ += ">\n";
  open(block, style.element == "ol" ? "</ol>\n" : "</ul>\n");
}

void HtmlBody::enter_list_item(const Block& block, const Block* parent) {
  const bool stray = parent == nullptr || parent->kind != BlockKind::list;
  out_ += stray ? "<ul class=\"marked\"><li" : "<li";
  write_common(block);
  out_ += '>';
  if (!block.number.empty() && (stray || list_style(*parent).shows_markers)) {
    out_ += "<span class=\"marker\">";
    append_html(out_, block.number);
    out_ += "</span> ";
  }
  write_inlines(block.inlines);
  if (!block.children.empty()) out_ += '\n';
  open(block, stray ? "</li></ul>\n" : "</li>\n");
}

/// A caption outside a table or figure; it names the table that follows it.
void HtmlBody::enter_caption(const Block& block) {
  const Open& around = open_.back();
  const bool names_table = around.next != around.end && around.next->kind == BlockKind::table &&
                           caption_of(*around.next) == nullptr;
  out_ += "<p class=\"caption\"";
  if (names_table) append_attribute(out_, "id", caption_anchor(block, plan_, tables_seen_ + 1));
  append_attribute(out_, "lang", block.language);
  out_ += '>';
  write_number(block);
  write_inlines(block.inlines);
  out_ += "</p>\n";
  open(block, "");
}

void HtmlBody::enter_table(const Block& block, const Block* before) {
  const std::string name = "table-" + std::to_string(++tables_seen_);
  const Block* caption = caption_of(block);
  const bool named_before = caption == nullptr && before != nullptr && before->kind == BlockKind::caption;
  OpenTable table;
  bool in_head = true;
  for (const Block& row : block.children) {
    if (row.kind != BlockKind::row) continue;
    table.columns = std::max(table.columns, width_of(row));
    in_head = in_head && all_headers(row) && !(table.head_rows > 0 && opens_group(row, table.columns));
    table.head_rows += in_head;
  }
  out_ += "<div class=\"scroll\" role=\"group\" tabindex=\"0\"";
  if (caption != nullptr) out_ += " aria-labelledby=\"" + name + "\"";
  else if (named_before) out_ += " aria-labelledby=\"" + caption_anchor(*before, plan_, tables_seen_) + "\"";
  else out_ += " aria-label=\"" + std::string(chrome_.own.table) + " " + std::to_string(tables_seen_) + "\"";
  out_ += "><table";
  write_common(block);
  append_attribute(out_, "class", is_wide(block, table.columns) ? "wide" : "");
  out_ += ">\n";
  if (caption != nullptr) {
    out_ += "<caption id=\"" + name + "\"><span>";
    write_number(*caption);
    write_inlines(caption->inlines);
    out_ += "</span></caption>\n";
  }
  tables_.push_back(table);
  open(block, table.head_rows > 0 && table.head_rows == block.children.size() - (caption != nullptr)
                  ? "</thead></table></div>\n" : "</tbody></table></div>\n");
}

void HtmlBody::enter_row(const Block& block) {
  if (tables_.empty() || open_.back().block->kind != BlockKind::table) return open(block, "");
  OpenTable& table = tables_.back();
  if (table.row == 0) out_ += table.head_rows > 0 ? "<thead>\n" : "<tbody>\n";
  else if (table.row == table.head_rows) out_ += "</thead>\n<tbody>\n";
  else if (table.row > table.head_rows && opens_group(block, table.columns)) out_ += "</tbody>\n<tbody>\n";
  ++table.row;
  out_ += "<tr";
  write_common(block);
  out_ += '>';
  open(block, "</tr>\n");
}

void HtmlBody::enter_cell(const Block& block) {
  static constexpr CellShape plain;
  if (tables_.empty()) return enter_boxed(block, "div", "", "");
  const CellShape& shape = block.cell == nullptr ? plain : *block.cell;
  const OpenTable& table = tables_.back();
  out_ += shape.header ? "<th" : "<td";
  write_common(block);
  if (shape.columns > 1) append_attribute(out_, "colspan", std::to_string(shape.columns));
  if (shape.rows > 1) append_attribute(out_, "rowspan", std::to_string(shape.rows));
  if (shape.header) {
    const bool head = table.row <= table.head_rows;
    const bool group = !head && table.columns > 1 && shape.columns >= table.columns;
    out_ += head ? (shape.columns > 1 ? " scope=\"colgroup\"" : " scope=\"col\"")
                 : (group ? " scope=\"rowgroup\"" : " scope=\"row\"");
  }
  if (has_long_word(block)) append_attribute(out_, "class", "long");
  out_ += '>';
  write_inlines(block.inlines);
  const std::string_view close = shape.header ? "</th>" : "</td>";
  if (block.children.empty()) out_ += close;
  else open(block, std::string(close));
}

void HtmlBody::enter_figure(const Block& block) {
  const Block* caption = caption_of(block);
  out_ += "<figure";
  write_common(block);
  out_ += ">\n";
  if (caption != nullptr) {
    out_ += "<figcaption>";
    write_number(*caption);
    write_inlines(caption->inlines);
    out_ += "</figcaption>\n";
  }
  if (block.picture != nullptr)
    append_picture(out_, *block.picture, caption == nullptr ? std::string() : caption->text(), ++figures_seen_);
  if (!block.inlines.empty()) {
    out_ += "<p>";
    write_inlines(block.inlines);
    out_ += "</p>\n";
  }
  const bool more = block.children.size() > (caption != nullptr ? 1u : 0u);
  if (more) out_ += "<details><summary>" + chrome_.both(&ChromeWords::same_as_table) + "</summary>\n";
  open(block, more ? "</details></figure>\n" : "</figure>\n");
}

void HtmlBody::enter_boxed(const Block& block, std::string_view element, std::string_view css_class,
                           std::string_view label) {
  out_ += '<';
  out_ += element;
  write_common(block);
  append_attribute(out_, "class", css_class);
  out_ += '>';
  if (!block.inlines.empty() || !label.empty()) {
    out_ += "<p>";
    if (!label.empty()) out_.append("<strong>").append(label).append("</strong> ");
    write_number(block);
    write_inlines(block.inlines);
    out_ += "</p>";
  }
  out_ += '\n';
  open(block, "</" + std::string(element) + ">\n");
}

void HtmlBody::enter(const Block& block, const Block* parent, const Block* before) {
  switch (block.kind) {
    case BlockKind::title:
      if (&block != plan_.title) enter_heading(block);
      return;
    case BlockKind::subtitle:
      if (std::find(plan_.subtitles.begin(), plan_.subtitles.end(), &block) == plan_.subtitles.end())
        enter_paragraph(block, "subtitle");
      return;
    case BlockKind::heading: return enter_heading(block);
    case BlockKind::paragraph: return enter_paragraph(block, "");
    case BlockKind::list: return enter_list(block);
    case BlockKind::list_item: return enter_list_item(block, parent);
    case BlockKind::table: return enter_table(block, before);
    case BlockKind::row: return enter_row(block);
    case BlockKind::cell: return enter_cell(block);
    case BlockKind::figure: return enter_figure(block);
    case BlockKind::caption:
      if (parent != nullptr && (parent->kind == BlockKind::table || parent->kind == BlockKind::figure)) return;
      return enter_caption(block);
    case BlockKind::quote: return enter_boxed(block, "blockquote", "", "");
    case BlockKind::to_write: return enter_boxed(block, "div", "to-write", chrome_.own.to_write);
    case BlockKind::contents:
      if (plan_.headings.empty()) open(block, "");  // without headings the page has no contents of its own
      return;
    case BlockKind::note:
    case BlockKind::furniture: return;
  }
}

void HtmlBody::write(const std::vector<Block>& blocks) {
  const std::size_t bottom = open_.size();
  open_.push_back({nullptr, blocks.data(), blocks.data() + blocks.size(), ""});
  while (open_.size() > bottom) {
    Open& top = open_.back();
    if (top.next == top.end) {
      out_ += top.close;
      if (top.block != nullptr && top.block->kind == BlockKind::table && !tables_.empty()) tables_.pop_back();
      open_.pop_back();
      continue;
    }
    const Block* first = top.block == nullptr ? blocks.data() : top.block->children.data();
    const Block* block = top.next++;
    enter(*block, top.block, block == first ? nullptr : block - 1);
  }
}

void HtmlBody::write_notes() {
  if (plan_.notes.empty()) return;
  references_.resize(plan_.notes.size());
  out_ += "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">" + chrome_.both(&ChromeWords::notes) + "</h2>\n<ol>\n";
  for (std::size_t i = 0; i < plan_.notes.size(); ++i) {
    const Block& note = *plan_.notes[i];
    const std::string number = std::to_string(i + 1);
    out_ += "<li id=\"note-" + number + "\"";
    append_attribute(out_, "lang", note.language);
    out_ += '>';
    write_inlines(note.inlines);
    write(note.children);
    for (const std::string& place : references_[i])
      out_ += " <a class=\"back\" role=\"doc-backlink\" href=\"#" + place + "\" aria-label=\"" + std::string(chrome_.own.back_to_note) + " " +
              number + "\">\xE2\x86\xA9\xEF\xB8\x8E</a>";
    out_ += "</li>\n";
  }
  out_ += "</ol>\n</section>\n";
}

}  // namespace casewright
