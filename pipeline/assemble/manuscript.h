#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/template.h"
#include "model/document.h"

namespace casewright {

/// A heading or an id as an anchor: small letters, digits and hyphens.
std::string slug_of(std::string_view text);

/// A document being written from front to back: gives anchors and numbers to headings and paragraphs,
/// collects footnotes, and fills in contents and glossary when all else stands.
class Manuscript {
 public:
  explicit Manuscript(Numbering numbering) : numbering_(numbering) {}

  Document document;

  /// Adds a heading; its level is never more than one below the heading before it.
  void heading(Block block, bool numbered);
  /// Adds a paragraph of the report's own text, numbered where the template asks.
  void paragraph(Block block);
  /// Adds any other block.
  void add(Block block) { document.blocks.push_back(std::move(block)); }

  /// An anchor made of `wish` that nothing else has.
  std::string anchor(std::string_view wish);

  /// A number for the next footnote and the id of its block.
  struct NoteId {
    std::string number, id;
  };
  NoteId next_note();
  void note(Block block) { notes_.push_back(std::move(block)); }

  /// Keeps a place for the contents.
  void contents(int depth);
  /// Keeps a place for the glossary; terms with `always` are listed whether or not the text uses them.
  struct Term {
    std::string shown;
    std::vector<Inline> meaning;
    bool always = false;
  };
  void glossary(std::string caption, std::vector<Term> terms);

  /// Adds the footnotes, fills in contents and glossary, and gives the document up.
  Document finish();

 private:
  bool counts_headings() const { return numbering_ == Numbering::headings || numbering_ == Numbering::both; }
  void fill_glossary();
  void fill_contents();

  Numbering numbering_;
  bool numbered_ = false;              ///< the section at hand
  int counters_[7] = {};               ///< by heading level; paragraphs count one level below their heading
  int section_paragraphs_ = 0;         ///< numbered so far in the section
  int note_count_ = 0;
  std::uint8_t level_ = 1;             ///< of the last heading
  std::set<std::string, std::less<>> anchors_;
  std::vector<Block> notes_;
  std::size_t contents_at_ = no_place;
  int contents_depth_ = 3;
  std::size_t glossary_at_ = no_place;
  std::vector<Term> terms_;
  static constexpr std::size_t no_place = ~std::size_t{0};
};

}  // namespace casewright
