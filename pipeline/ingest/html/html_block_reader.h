#pragma once

#include <string>
#include <utility>
#include <vector>

#include "foreign/xml/html.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/html/html_page.h"
#include "model/document.h"

// Inside the reader of pages: only html_*.cpp include this.
namespace casewright {

/// What a reader of pages does with an element.
enum class HtmlDoes : std::uint8_t {
  inline_run, block, paragraph, heading, list, item, definitions, table, figure, picture, drawing, quote, contents,
  page_edge, line_break, nothing, summary, quoted_run, preformatted,
};

/// Blocks that are being made one after another, the words of the one that is open, and pictures that wait for
/// its end.
struct HtmlFlow {
  std::vector<Block> blocks;
  RunBuilder words;
  Block open{BlockKind::paragraph};
  std::vector<Block> waiting;

  void close() {
    open.inlines = words.take();
    if (open.inlines.empty() && !open.number.empty()) open.inlines.push_back(text_inline(std::exchange(open.number, "")));
    if (!open.inlines.empty()) blocks.push_back(std::move(open));
    open = Block(BlockKind::paragraph);
    for (Block& each : waiting) blocks.push_back(std::move(each));
    waiting.clear();
  }
};

/// Reads the visible parts of a page. It recurs once per level of the page, which the parser bounds at 250.
class HtmlBlockReader {
 public:
  HtmlBlockReader(const HtmlPage& page, Document& document) : page_(page), document_(document) {}

  void run();

 private:
  using Setting = RunBuilder::Setting;

  // html_blocks.cpp
  void children(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  void text(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  /// Steps by byte are cut at line ends, so that each knows its line.
  std::vector<OriginStep> split_lines(const html::Node& node, const std::vector<OriginStep>& steps) const;
  void element(const html::Node& node, const Setting& outer, HtmlFlow& flow);
  void inline_element(const html::Node& node, Setting setting, HtmlDoes does, HtmlFlow& flow);
  void link(const html::Node& node, Setting setting, HtmlFlow& flow);
  void block_element(const html::Node& node, const Setting& setting, HtmlDoes does, HtmlFlow& flow);
  void division(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  void paragraph(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  static void number_from_words(Block& block, bool many);
  /// What Word's own pages say of a paragraph: an item of a list, a caption, a line of the contents, a running header.
  static void as_word_says(const html::Node& node, Block& block);
  static int depth_of_heading(const html::Node& node);
  void heading(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  /// The blocks inside an element become the inside of one block: its first paragraph the block's own words.
  void fill(const html::Node& node, const Setting& setting, Block& block);
  static void absorb(std::vector<Block> blocks, Block& block);
  void boxed(const html::Node& node, const Setting& setting, BlockKind kind, HtmlFlow& flow);
  void furnish(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  /// Contents lead to places of the page; other navigation is furniture.
  void navigation(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  static void count_links(const html::Node& node, std::size_t& inner, std::size_t& all);
  /// A header or footer of the page is furniture; one of an article, or one that bears the only title, is not.
  void page_edge(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  static const html::Node* find(const html::Node& node, std::string_view name);
  void note(const html::Node& node, HtmlFlow& flow);
  std::string note_id(const html::Node& node) const;

  // html_lists.cpp
  Block item(const html::Node& node, const Setting& setting);
  static std::string counted(std::string_view type, int number);
  static int number_or(std::string_view text, int otherwise);
  void list(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  /// A term with what is said of it is one item: the term strong, the rest below it.
  void definitions(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  void define(const html::Node& node, const Setting& setting, Block& list);

  // html_tables.cpp
  void table(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  void rows(const html::Node& node, const Setting& setting, bool head, Block& table, HtmlFlow& around);
  static std::uint16_t span_of(const html::Node& node, std::string_view attribute);
  void cells(const html::Node& row, const Setting& setting, bool head, Block& into, HtmlFlow& around);

  // html_pictures.cpp
  void figure(const html::Node& node, const Setting& setting, HtmlFlow& flow);
  void put_picture(Picture picture, const html::Node& node, HtmlFlow& flow);
  void picture(const html::Node& node, HtmlFlow& flow);
  /// The bytes of "data:image/png;base64,..."; other forms are left alone.
  static void read_data(std::string_view address, Picture& picture);
  void drawing(const html::Node& node, HtmlFlow& flow);

  const HtmlPage& page_;
  Document& document_;
  bool seen_title_ = false;
  int in_note_ = 0, in_figure_ = 0, in_article_ = 0, in_endnotes_ = 0;
};

}  // namespace casewright
