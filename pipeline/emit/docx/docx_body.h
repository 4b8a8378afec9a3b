#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "emit/docx/docx_numbering.h"
#include "emit/docx/docx_package.h"
#include "emit/docx/docx_table.h"
#include "emit/docx/docx_text.h"
#include "emit/plan/document_plan.h"
#include "emit/words/chrome_words.h"
#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// What all parts of one Word document share while it is written.
struct DocxState {
  DocxState(const Document& written, const Theme& look) : document(written), theme(look), plan(plan_document(written)) {}

  const Document& document;
  const Theme& theme;
  const DocumentPlan plan;  ///< title, headings with closed-up levels, notes and anchors are the same as on a page
  DocxNumbering numbering;
  DocxMedia media;
  std::unordered_map<std::string, std::string> bookmarks;  ///< a block's id -> its bookmark
  std::unordered_set<std::string> bookmark_names;
  std::unordered_set<std::string_view> cited;              ///< notes whose footnote stands in the text
  int next_bookmark = 1, next_picture = 1, next_control = 1;
  int text_width = 9638;                                   ///< twips between the margins
  bool landscape = false;

  /// The program's own words in the document's language.
  const ChromeWords& words() const { return chrome_words(document.language.empty() ? theme.language : document.language); }
  Chrome chrome() const { return chrome_of(document.language, theme.language); }
  /// The bookmark of the block with that id.
  const std::string& bookmark_of(const std::string& id);
};

/// Writes blocks as the body of one part of a Word document, without recursion.
class DocxBody {
 public:
  DocxBody(DocxState& state, DocxRelations& relations, std::string& out)
      : state_(state), relations_(relations), out_(out) {}

  /// Writes the blocks in order; notes are left to write_footnotes, furniture to header and footer.
  void write(const std::vector<Block>& blocks);
  /// Writes the notes that the text cites, as footnotes.
  void write_footnotes();
  /// Writes the notes that nothing cites, under a heading of their own, so that none is lost.
  void write_uncited_notes();

 private:
  /// How the paragraphs inside a block are set.
  struct Setting {
    std::string_view style = "BodyText";
    int indent = 0;          ///< twips
    int list_depth = 0;
    int list_base = 0;       ///< twips from where the lists around go in
    std::string language;
  };
  /// A block whose children are being written, and what closes it.
  struct Open {
    const Block* block;
    const Block* next;
    const Block* end;
    std::string close;
    Setting inside;
    std::size_t child = 0;
    std::vector<NumberPlace> places;  ///< of a list's items
  };

  void enter(const Block& block);
  void open(const Block& block, std::string close, Setting inside);
  void enter_heading(const Block& block);
  void enter_list(const Block& block);
  void enter_list_item(const Block& block);
  void enter_table(const Block& block);
  void enter_figure(const Block& block);
  void enter_boxed(const Block& block, std::string_view style);
  void enter_to_write(const Block& block);
  void close();
  void write_contents(const Block& block);
  void write_caption(const Block& block);
  void write_note(const Block& note);
  /// A paragraph with the number, bookmarks and list place that wait for one.
  void write_paragraph(const Block& block, std::string_view style, NumberPlace place, std::string_view keep = {});
  void write_inlines(const std::vector<Inline>& inlines, const RunLook& look);
  void write_note_reference(const Inline& run, const RunLook& look);
  void open_link(const std::string& target);
  std::string link_target(const Inline& run) const;
  const Setting& setting() const { return open_.back().inside; }
  void mark(const Block& block);

  void open_row(const Block& row);
  void open_cell(const Block& cell);
  void write_hanging();
  void write_hanging_cell();

  DocxState& state_;
  DocxRelations& relations_;
  std::string& out_;
  std::vector<Open> open_;
  std::vector<DocxTable> tables_;            ///< whose rows are being written
  std::vector<std::string> waiting_marks_;   ///< bookmarks for the next paragraph
  NumberPlace waiting_place_;                ///< of a list item whose words come in its children
  std::string opening_;                      ///< runs that the next paragraph begins with
  Setting first_;                            ///< of what is written outside all blocks
  int last_cell_width_ = 0;                  ///< twips, for a table inside a cell
  bool after_number_ = false;                ///< the last paragraph was numbered, so that what belongs to it stands further in
  bool in_notes_ = false;
};

}  // namespace casewright
