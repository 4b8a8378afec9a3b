#include "emit/docx/docx_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/text.h"
#include "emit/docx/docx_body.h"
#include "emit/plan/block_parts.h"
#include "emit/words/xml_text.h"

namespace casewright {
namespace {

constexpr std::size_t most_columns = 63;       // Word has no more
constexpr int letter_width = 108;              // twips of a broad letter of a table's text
constexpr int cell_padding = 220;              // twips
constexpr std::size_t longest_word = 20;       // letters for which a column is widened
constexpr std::size_t rows_looked_at = 300;
constexpr std::size_t unsplit_letters = 900;   // a row of more may split over pages

const CellShape& shape_of(const Block& cell) {
  static constexpr CellShape plain;
  return cell.cell == nullptr ? plain : *cell.cell;
}

std::string text_in(const Block& cell) {
  std::string text = cell.text();
  walk(cell.children, [&text](const Block& each, std::size_t) { text += " " + each.text(); });
  return text;
}

std::size_t longest_word_of(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view word : split(text, ' ')) longest = std::max(longest, count_characters(word));
  return longest;
}

/// What each column's words ask for.
struct Wish {
  std::size_t word = 1;     ///< letters of the longest word
  std::size_t letters = 1;  ///< letters of the longest cell
};

/// Gives each cell of a row its first column, passing over what hangs down from above.
template <class Visit>
std::size_t place_cells(const Block& row, std::vector<std::uint16_t>& hanging, Visit visit) {
  std::size_t column = 0;
  for (const Block& cell : row.children) {
    while (column < hanging.size() && hanging[column] > 0) ++column;
    const std::size_t span = std::max<std::size_t>(1, shape_of(cell).columns);
    if (hanging.size() < column + span) hanging.resize(column + span, 0);
    visit(cell, column, span);
    for (std::size_t i = column; i < column + span; ++i) hanging[i] = std::max<std::uint16_t>(1, shape_of(cell).rows);
    column += span;
  }
  for (auto& rows : hanging)
    if (rows > 0) --rows;
  return hanging.size();
}

std::vector<Wish> wishes_of(const Block& table) {
  std::vector<Wish> wishes;
  std::vector<std::uint16_t> hanging;
  std::size_t seen = 0;
  for (const Block& row : table.children) {
    if (row.kind != BlockKind::row) continue;
    const bool look = seen++ < rows_looked_at;
    const std::size_t columns = place_cells(row, hanging, [&](const Block& cell, std::size_t column, std::size_t span) {
      if (wishes.size() < column + span) wishes.resize(column + span);
      if (!look || span != 1) return;
      const std::string text = text_in(cell);
      wishes[column].word = std::max(wishes[column].word, std::min(longest_word, longest_word_of(text)));
      wishes[column].letters = std::max(wishes[column].letters, std::min<std::size_t>(600, count_characters(text)));
    });
    if (wishes.size() < columns) wishes.resize(columns);
  }
  return wishes;
}

std::vector<int> widths_for(const std::vector<Wish>& wishes, int width) {
  std::vector<int> widths;
  double weight = 0;
  int least = 0;
  for (const Wish& wish : wishes) {
    widths.push_back(static_cast<int>(wish.word) * letter_width + cell_padding);
    least += widths.back();
    weight += std::pow(static_cast<double>(wish.letters), 0.75);
  }
  const int rest = width - least;
  for (std::size_t i = 0; i < widths.size(); ++i)
    widths[i] = rest >= 0 ? widths[i] + static_cast<int>(rest * std::pow(static_cast<double>(wishes[i].letters), 0.75) / weight)
                          : static_cast<int>(static_cast<long long>(widths[i]) * width / least);
  return widths;
}

std::string cell_opening(int width, std::size_t columns, std::string_view merge) {
  std::string out = "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
  if (columns > 1) out += "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
  return out.append(merge).append("</w:tcPr>");
}

}  // namespace

int width_of(const DocxTable& table, std::size_t first, std::size_t count) {
  int width = 0;
  for (std::size_t i = first; i < std::min(first + count, table.widths.size()); ++i) width += table.widths[i];
  return width;
}

DocxTable plan_table(const Block& table, int width) {
  DocxTable made;
  made.widths = widths_for(wishes_of(table), width);
  bool in_head = true;
  std::size_t body = 0, headed = 0;
  for (const Block& row : table.children) {
    if (row.kind != BlockKind::row) continue;
    const bool group = made.head_rows > 0 && row.children.size() == 1 && made.widths.size() > 1;
    in_head = in_head && all_headers(row) && !group;
    if (in_head) ++made.head_rows;
    else ++body, headed += !row.children.empty() && shape_of(row.children[0]).header;
  }
  made.heads_rows = body > 0 && headed == body;
  made.hanging.assign(made.widths.size(), 0);
  made.hanging_columns.assign(made.widths.size(), 0);
  return made;
}

void DocxBody::enter_table(const Block& block) {
  const Block* caption = caption_of(block);
  if (caption != nullptr) write_caption(*caption);
  const bool in_cell = !tables_.empty();
  DocxTable table = plan_table(block, in_cell ? std::max(1500, last_cell_width_ - cell_padding) : state_.text_width);
  if (table.widths.empty() || table.widths.size() > most_columns) return open(block, "", setting());  // Word has no such table: its words stand as paragraphs
  if (out_.ends_with("</w:tbl>")) out_ += "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>";  // or Word makes them one
  out_ += "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"" + std::to_string(width_of(table, 0, table.widths.size())) +
          "\" w:type=\"dxa\"/>";
  out_ += "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"" + std::string(table.head_rows > 0 ? (table.heads_rows ? "06A0" : "0620") : (table.heads_rows ? "0680" : "0600")) + "\" w:firstRow=\"" +
          (table.head_rows > 0 ? "1" : "0") + "\" w:lastRow=\"0\" w:firstColumn=\"" + (table.heads_rows ? "1" : "0") +
          "\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";
  if (caption != nullptr) out_ += "<w:tblCaption w:val=\"" + xml_text(caption->text()) + "\"/>";
  out_ += "</w:tblPr><w:tblGrid>";
  for (const int width : table.widths) out_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  out_ += "</w:tblGrid>";
  Setting inside;
  inside.style = "TableText";
  inside.language = setting().language;
  tables_.push_back(std::move(table));
  open(block, "</w:tbl>", std::move(inside));
}

void DocxBody::open_row(const Block& row) {
  DocxTable& table = tables_.back();
  std::size_t letters = 0, columns = 0;
  for (const Block& cell : row.children) letters = std::max(letters, text_in(cell).size());
  std::vector<std::uint16_t> hanging = table.hanging;
  place_cells(row, hanging, [&columns](const Block&, std::size_t column, std::size_t span) { columns = column + span; });
  for (std::size_t i = columns; i < table.widths.size(); ++i)
    if (table.hanging[i] > 0) columns = i + 1;
  columns = std::max<std::size_t>(columns, 1);
  const bool head = table.row++ < table.head_rows;
  table.column = 0;
  table.row_columns = columns;
  out_ += "<w:tr><w:trPr>";
  if (columns < table.widths.size()) out_ += "<w:gridAfter w:val=\"" + std::to_string(table.widths.size() - columns) + "\"/><w:wAfter w:w=\"" +
      std::to_string(width_of(table, columns, table.widths.size() - columns)) + "\" w:type=\"dxa\"/>";
  if (head || letters < unsplit_letters) out_ += "<w:cantSplit/>";
  if (head) out_ += "<w:tblHeader/>";
  out_ += "</w:trPr>";
  open(row, "</w:tr>", setting());
}

void DocxBody::write_hanging_cell() {
  DocxTable& table = tables_.back();
  const std::size_t span = std::max<std::size_t>(1, table.hanging_columns[table.column]);
  out_ += cell_opening(width_of(table, table.column, span), span, "<w:vMerge/>") + "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p></w:tc>";
  for (std::size_t i = table.column; i < std::min(table.column + span, table.hanging.size()); ++i) --table.hanging[i];
  table.column += span;
}

void DocxBody::write_hanging() {
  DocxTable& table = tables_.back();
  while (table.column < table.row_columns) {
    if (table.hanging[table.column] > 0) write_hanging_cell();
    else {
      out_ += cell_opening(table.widths[table.column], 1, "") + "<w:p/></w:tc>";
      ++table.column;
    }
  }
}

void DocxBody::open_cell(const Block& cell) {
  DocxTable& table = tables_.back();
  while (table.column < table.widths.size() && table.hanging[table.column] > 0) write_hanging_cell();
  const CellShape& shape = shape_of(cell);
  const std::size_t span = std::max<std::size_t>(1, shape.columns);
  last_cell_width_ = width_of(table, table.column, span);
  out_ += cell_opening(last_cell_width_, span, shape.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
  if (shape.rows > 1) {
    for (std::size_t i = table.column; i < table.column + span; ++i) table.hanging[i] = static_cast<std::uint16_t>(shape.rows - 1);
    table.hanging_columns[table.column] = static_cast<std::uint16_t>(span);
  }
  table.column += span;
  Setting inside = setting();
  inside.style = shape.header ? "TableHeading" : "TableText";
  open(cell, "</w:tc>", inside);
  if (!cell.inlines.empty() || cell.children.empty()) write_paragraph(cell, inside.style, {});
}

}  // namespace casewright
