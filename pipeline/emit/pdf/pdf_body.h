#pragma once

#include <string>
#include <vector>

#include "emit/pdf/pdf_figure.h"
#include "emit/pdf/pdf_table.h"
#include "emit/pdf/pdf_text.h"

namespace casewright {

/// Sets a document's blocks into slabs and tags them; hands them to the pages as it goes.
class PdfBody {
 public:
  PdfBody(const PdfStyle& style, const DocumentPlan& plan, const Document& document, PdfTags& tags, PdfPages& pages, PdfText& text,
          PdfFigures& figures);

  /// Sets the whole document, without title and old contents.
  void set_document();
  /// The look of running text.
  PdfLook plain_look() const;

 private:
  using Slabs = std::vector<PdfSlab>;
  struct Place {
    PdfFrame frame;
    TagId parent = 0;
    float size = 12;
    int depth = 0;
    bool top = false;     ///< not inside another block
    bool strong = false;  ///< a header cell
  };
  /// A cell whose lines are being dealt out to the rows that it spans.
  struct Growing {
    Slabs slabs;
    std::size_t next = 0;      // of its lines
    std::size_t last_row = 0;  // that it spans
    float left = 0, width = 0;
    bool header = false;
  };
  struct Row {
    std::size_t number;
    float size;
    float left, width;
    bool head, landscape;
  };

  void set_blocks(const std::vector<Block>& blocks, const Place& place, Slabs& out);
  void set_block(const Block& block, const Block* before, const Block* after, const Place& place, Slabs& out);
  void set_heading(const Block& block, const Place& place, Slabs& out);
  void set_paragraph(const Block& block, const Place& place, Slabs& out, PdfLook look, std::string_view type);
  void set_list(const Block& block, const Place& place, Slabs& out);
  void set_item(const Block& item, const std::string& marker, float hang, const Place& place, TagId list, Slabs& out);
  void set_boxed(const Block& block, const Place& place, Slabs& out, std::string_view type);
  void set_figure(const Block& block, const Place& place, Slabs& out);
  void set_words_of_picture(const Block& block, const Place& place, Slabs& out);
  void set_table(const Block& block, const Block* caption, const Place& place, Slabs& out);
  void set_rows(const PdfGrid& grid, const std::vector<float>& widths, const Place& place, TagId table, float size, Slabs& out);
  Growing start_cell(const PdfGrid& grid, std::size_t row, const PdfCell& cell, const std::vector<float>& widths, const Place& place, float size, TagId tr);
  TagId tag_cell(const PdfGrid& grid, std::size_t row, const PdfCell& cell, TagId tr);
  static float stand_lines(const Growing& cell, float limit, std::vector<float>& tops);
  static void add_to_strip(PdfSlab& strip, PdfSlab& line, float down);
  static Slabs join_row(std::vector<Growing>& cells, const Row& row, const PdfStyle& style);
  std::vector<PdfColumn> measure(const PdfGrid& grid, float size);
  void measure_cell(const Block& cell, float size, bool bold, PdfColumn& column);
  void set_note(std::uint32_t note, TagId parent);
  void flush(Slabs& out, TagId parent);
  std::string entries_of(const Block& block) const;
  TagId section() const { return sections_.back().second; }

  const PdfStyle& style_;
  const DocumentPlan& plan_;
  const Document& document_;
  PdfTags& tags_;
  PdfPages& pages_;
  PdfText& text_;
  PdfFigures& figures_;
  float gutter_ = 0;  // for the numbers of paragraphs
  std::vector<std::pair<int, TagId>> sections_;
  std::vector<bool> notes_set_;
  std::size_t header_ids_ = 0;          // of header cells, over all tables
  std::size_t first_header_id_ = 0;     // of this table
  bool names_headers_ = false;          // some cells of this table must name their header
};

}  // namespace casewright
