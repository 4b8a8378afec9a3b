#pragma once

#include "emit/pdf/pdf_body.h"

namespace casewright {

/// Sets what stands before the text: cover or title, and the contents.
class PdfFront {
 public:
  PdfFront(const PdfStyle& style, const DocumentPlan& plan, const Document& document, const Theme& theme, PdfTags& tags,
           PdfPages& pages, PdfText& text, PdfFigures& figures)
      : style_(style), plan_(plan), document_(document), theme_(theme), tags_(tags), pages_(pages), text_(text), figures_(figures) {}

  void set();
  /// The title as words, also where the document has no title block.
  std::string title() const;

 private:
  using Slabs = std::vector<PdfSlab>;
  void add_logo(Slabs& out);
  void add_words(Slabs& out, const std::vector<Inline>& words, std::string_view type, const PdfLook& look, const std::string& language);
  void add_title(Slabs& out, bool cover);
  void add_contents(Slabs& out);
  void add_entry(Slabs& out, const PlannedHeading& heading, TagId contents);
  bool has_cover() const;
  bool has_contents() const;
  PdfFrame frame() const { return {style_.side, pages_.width(false), false}; }

  const PdfStyle& style_;
  const DocumentPlan& plan_;
  const Document& document_;
  const Theme& theme_;
  PdfTags& tags_;
  PdfPages& pages_;
  PdfText& text_;
  PdfFigures& figures_;
};

}  // namespace casewright
