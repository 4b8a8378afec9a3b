#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ingest/blocks/hyphens.h"
#include "ingest/pdf/pdf_tree.h"

namespace casewright {

using PdfStretches = std::vector<PdfStretch>;

/// What an element is to a reader.
enum class PdfPart : std::uint8_t { group, words, title, subtitle, heading, paragraph, list, table, contents, caption, figure, quote, note, aside };

PdfPart part_of(const pdf::Element& element);

/// Walks a structure tree. Its depth is bounded where it is read (foreign/pdf/pdf_structure), so the walk may call itself.
/// The elements are in pdf_tree.cpp, what words make in pdf_tree_words.cpp, and lists, tables and notes in files of theirs.
class PdfTreeWalk {
 public:
  PdfTreeWalk(const pdf::Structure& structure, const PdfPieces& pieces, const std::string& language);
  PdfTreeRead run();

 private:
  // ---- blocks, by what their element is
  void group(const pdf::Element& element, std::size_t level, std::vector<Block>& out);
  void loose_group(const pdf::Element& element, std::size_t level, std::vector<Block>& out);
  void block(std::size_t index, std::size_t level, std::vector<Block>& out);
  void plain_block(const pdf::Element& element, std::size_t level, const PdfStretches& stretches, std::vector<Block>& out);
  void quote(const pdf::Element& element, std::size_t level, std::vector<Block>& out);
  void figure(const pdf::Element& element, std::size_t level, std::vector<Block>& out);

  // ---- the words under an element
  void take(const pdf::Element::Kid& kid, PdfStretches& into);
  /// The words under an element; blocks among them come behind it, in `after`.
  void words(const pdf::Element& element, std::size_t level, PdfStretches& into, std::vector<Block>& after);
  /// Sets the words of a block. Programs that note the parts of a paragraph out of turn do so page by page.
  void set(Block& block, PdfStretches stretches, bool plain = false);

  // ---- words that stand in no element of their own
  /// Words that stand in no paragraph: a paragraph, or lines that lead to pages.
  void loose_words(const PdfStretches& stretches, std::vector<Block>& out);
  void paragraph(const PdfStretches& stretches, std::vector<Block>& out);
  /// Takes the number off a paragraph: "3.2", or "12." where paragraphs are counted through.
  void number(Block& block, const std::string& text);
  static void heading_number(Block& block);

  // ---- contents
  static Block& contents_of(std::vector<Block>& out, std::uint32_t page);
  void contents_line(const PdfStretches& stretches, std::vector<Block>& out);
  /// The entries of a table of contents, those of tables inside it one level deeper.
  void contents(const pdf::Element& element, Block& into, std::vector<Block>& out);

  // ---- lists
  void list(const pdf::Element& element, std::size_t level, std::vector<Block>& out);
  /// The words of an item's label and of its body, whatever wraps them.
  void item_words(const pdf::Element& element, std::size_t level, std::string& label, PdfStretches& body, std::vector<Block>& after);
  void item(const pdf::Element& element, const pdf::Element& parent, std::size_t level, Block& list, std::vector<Block>& instead);
  /// The mark of an item whose list has no labels: before its words, or drawn.
  static void own_mark(Block& item, const pdf::Element& parent);

  // ---- tables
  void table(const pdf::Element& element, std::size_t level, std::vector<Block>& out);
  void rows(const pdf::Element& element, std::size_t level, Block& table, std::vector<Block>& after);
  void row(const pdf::Element& element, std::size_t level, Block& table);
  Block cell(const pdf::Element& element, std::size_t level);
  /// The head of a column that a browser paints again on each page.
  static void drop_repeats(PdfStretches& stretches);
  /// Rows of heads that come again where the table goes on over a page.
  static void drop_repeated_heads(Block& table);

  // ---- notes
  void note(const pdf::Element& element, std::size_t level, std::vector<Block>& out);
  void name(Block& note);
  /// References lead to the next note of their number; a raised number without a note is a raised number.
  void finish_references();

  /// Where one heading alone stands above all others and opens the report, it is the title.
  void finish_title();

  const std::vector<pdf::Element>& elements_;
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

}  // namespace casewright
