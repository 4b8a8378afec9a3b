#pragma once

#include <string>
#include <vector>

#include "emit/plan/document_plan.h"
#include "emit/words/chrome_words.h"
#include "model/document.h"

namespace casewright {

/// Writes the blocks of one document as HTML into one string, without recursion.
class HtmlBody {
 public:
  HtmlBody(const DocumentPlan& plan, const Chrome& chrome, std::string& out) : plan_(plan), chrome_(chrome), out_(out) {}

  /// Writes the blocks in order; notes are kept for write_notes, furniture is left to the page's own.
  void write(const std::vector<Block>& blocks);
  /// Writes the list of notes with the way back to each place that cites them.
  void write_notes();
  /// Writes runs of words.
  void write_inlines(const std::vector<Inline>& inlines);

 private:
  /// A block whose children are being written, and what closes it.
  struct Open {
    const Block* block;
    const Block* next;
    const Block* end;
    std::string close;
  };
  /// A table whose rows are being written.
  struct OpenTable {
    std::size_t head_rows = 0;  ///< rows at its top that are all headers
    std::size_t columns = 0;
    std::size_t row = 0;
  };

  void enter(const Block& block, const Block* parent, const Block* before);
  void open(const Block& block, std::string close);
  void enter_heading(const Block& block);
  void enter_paragraph(const Block& block, std::string_view css_class);
  void enter_list(const Block& block);
  void enter_list_item(const Block& block, const Block* parent);
  void enter_caption(const Block& block);
  void enter_table(const Block& block, const Block* before);
  void enter_row(const Block& block);
  void enter_cell(const Block& block);
  void enter_figure(const Block& block);
  void enter_boxed(const Block& block, std::string_view element, std::string_view css_class, std::string_view label);
  void write_common(const Block& block);
  void write_number(const Block& block);
  void write_text(const Inline& run);
  void write_note_reference(const Inline& run);
  std::string link_target(const Inline& run) const;

  const DocumentPlan& plan_;
  const Chrome& chrome_;
  std::string& out_;
  std::vector<Open> open_;
  std::vector<OpenTable> tables_;
  std::vector<std::vector<std::string>> references_;  ///< by note: the anchors of the places that cite it
  std::size_t tables_seen_ = 0;
  std::size_t figures_seen_ = 0;
};

}  // namespace casewright
