#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "emit/pdf/pdf_page.h"
#include "emit/plan/document_plan.h"
#include "foreign/typesetting/typeset.h"

namespace casewright {

/// Where on the page words are set.
struct PdfFrame {
  float left = 0, width = 0;
  bool landscape = false;
};

/// How a paragraph is set.
struct PdfLook {
  float size = 12;
  bool bold = false, italic = false, heading = false;
  float before = 0, after = 0;
  Colour colour;
  std::string language;  ///< where it is not the document's
  float indent = 0;      ///< of all lines but the first
};

/// The glyphs of a face that a document uses, each with the words that it shows.
using PdfGlyphs = std::map<std::uint32_t, std::string>;

/// Sets words into slabs of one line each, with links, notes and languages tagged.
class PdfText {
 public:
  PdfText(const PdfStyle& style, const DocumentPlan& plan, PdfTags& tags, PdfPages& pages, const Document& document);

  /// The lines of a paragraph that belongs to `tag`, between `prefix` (a number, a label) and their end.
  std::vector<PdfSlab> lines(std::string_view prefix, const std::vector<Inline>& inlines, const PdfLook& look,
                             const PdfFrame& frame, TagId tag);
  /// Words of the writer's own, in one line, as a mark whose baseline is at its y 0.
  PdfMark words(std::string_view text, float size, bool bold, const Colour& colour);
  /// About how wide words are.
  float width_of(std::string_view text, float size, bool bold);
  /// The next place in the reading order.
  std::uint32_t next_order() { return ++order_; }
  /// A link that `words` of a tag lead to.
  int add_link(TagId tag, std::string uri, std::string anchor, std::string words);

  /// The notes whose first references were set since the last call, by number in the plan.
  std::vector<std::uint32_t> take_new_notes();

  typeset::Typesetter& typesetter() { return *typesetter_; }
  const std::vector<PdfGlyphs>& glyphs() const { return glyphs_; }
  /// Characters that no font has, and fonts that may not be embedded.
  Faults faults() const;

 private:
  struct Span;
  struct Prepared;
  void add_span(Prepared& prepared, std::string_view words, Span span, const Inline* run) const;
  std::vector<typeset::Line> balanced(const Prepared& prepared, std::size_t lines, const PdfLook& look, float width);
  Prepared prepare(std::string_view prefix, const std::vector<Inline>& inlines, const PdfLook& look, TagId tag);
  Span span_of(const Inline& run, const PdfLook& look, TagId tag);
  void open_note_reference(const Inline& run, Span& span, Prepared& prepared, TagId tag);
  void add_run(PdfSlab& slab, const Prepared& prepared, const typeset::Run& run, const PdfLook& look, float left, float baseline);
  std::string operators_of(const typeset::Run& run, std::string_view text, float size, const Colour& colour);
  bool can_show(std::uint32_t face, std::uint32_t glyph, std::string_view words);
  void report_missing(const Prepared& prepared, const std::vector<typeset::Missing>& missing);
  typeset::StyleId style_id(const PdfLook& look, Marks marks, const std::string& language);

  const PdfStyle& style_;
  const DocumentPlan& plan_;
  PdfTags& tags_;
  PdfPages& pages_;
  const Document& document_;
  std::unique_ptr<typeset::Typesetter> typesetter_;
  std::vector<PdfGlyphs> glyphs_;  // by face
  std::uint32_t order_ = 0;
  std::vector<unsigned> references_;  // by note: how many are set
  std::vector<std::uint32_t> new_notes_;
  std::map<char32_t, Fault> missing_;
};

/// A BCP 47 tag as an entry of a PDF dictionary with a space before it, or nothing where it is none.
std::string language_entry(std::string_view language);

}  // namespace casewright
