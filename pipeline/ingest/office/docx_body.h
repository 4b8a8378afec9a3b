#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/office/docx_cover.h"
#include "ingest/office/docx_numbering.h"
#include "ingest/office/docx_package.h"
#include "ingest/office/docx_styles.h"
#include "ingest/office/office_body.h"
#include "model/reading.h"

namespace casewright {

struct WordTable;

/// What all parts of one Word document share while it is read.
struct WordStory {
  const WordPackage& package;
  const WordStyles& styles;
  WordNumbering& numbering;
  Reading& reading;
  Faults& faults;
  std::string file;
  std::map<std::string, std::string> note_marks;   ///< by "footnote 3", in the order of their references
  std::vector<std::string> notes;                  ///< the same keys in that order
  CountStyle footnote_style = CountStyle::decimal, endnote_style = CountStyle::lower_roman;
  std::size_t footnotes = 0, endnotes = 0;
  std::vector<std::string> edges;                  ///< header and footer parts that sections show, in order
  std::set<std::string> anchors;                   ///< bookmarks that links lead to
  std::map<std::string, std::size_t> letters_by_language;
  std::uint32_t page = 0;                          ///< 0 where Word left no marks of where pages end
  OfficeSheet sheet{};
  WordGround ground{};                             ///< of every page
  bool even_edges = false;                         ///< even pages have edges of their own
  bool backdrops_everywhere = false;               ///< page edges put something large and filled behind the text
  std::size_t letters_untold = 0;                  ///< of which nothing says the language
  std::uint32_t links_unnamed = 0;                 ///< links without a word or a picture
  std::vector<std::uint32_t> boxes_astray{};       ///< pages of text boxes that show far from where they are read
};

/// Reads the paragraphs, tables and figures inside an element of a part.
class WordBody : private OfficeBody {
 public:
  WordBody(WordStory& story, const WordPart& part)
      : OfficeBody(story.reading.container, story.page, part.index), story_(story), part_(part), layout_(story.sheet) {}
  OfficeFlow read(const OfficeNode& holder);

 private:
  /// A field whose end has not come yet.
  struct Field {
    std::string instruction;
    Origin origin;
    bool shows_result = false;
    bool contents = false;
    std::string target;
  };
  /// The paragraph that is being read, as Word counts it.
  struct Open : OpenParagraph {
    std::string style;
    bool anything = false;
  };

  void blocks(const OfficeNode& holder, OfficeFlow& flow);
  void block(const OfficeNode& node, OfficeFlow& flow);
  void paragraph(const OfficeNode& node, OfficeFlow& flow);
  void finish(const OfficeNode* properties, OfficeFlow& flow);
  void section(const OfficeNode& properties);
  void end_section();
  void inlines(const OfficeNode& holder);
  void inline_node(const OfficeNode& node);
  void link(const OfficeNode& node);
  void to_write(const OfficeNode& content, OfficeFlow& flow);
  void control(const OfficeNode& node, OfficeFlow* flow);
  void control_data(const OfficeNode& properties);
  void formula_run(const OfficeNode& node);
  /// Carries the words that a change put in or took out.
  void changed(const OfficeNode& change, const OfficeNode& held, const char* what);
  /// Carries that somebody set something otherwise; nothing where there is no change.
  void set_otherwise(const OfficeNode* change, const char* what);
  static std::string words_of(const OfficeNode& node);
  void run(const OfficeNode& node);
  void run_child(const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& setting);
  void words(const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& setting);
  void shown(std::string_view text, const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& setting);
  void note_reference(const OfficeNode& node, const char* kind);
  void field_mark(const OfficeNode& node);
  void form_offers(const OfficeNode& form, const OfficeNode& node);
  static std::string chosen_in(const OfficeNode& mark);
  void simple_field(const OfficeNode& node);
  void end_field();
  void drawing(const OfficeNode& node);
  void picture_words(const OfficeNode& node);
  void picture(const std::string& link, std::string alternative, bool decorative, const OfficeNode& node);
  void cropped(const OfficeNode& node);
  void note_crop(double share, const OfficeNode& node);
  void text_boxes(const OfficeNode& node);
  /// How far down the page the open paragraph stands, in points, as estimated; nothing where that is not known.
  std::optional<float> down_the_page() const;
  bool frame_is_astray(const OfficeNode& properties) const;
  bool is_astray(const OfficeNode& box) const;
  static void drawn_paragraphs(const WordPart& part, Block& figure);
  void related_words(const OfficeNode& node, Block& figure);
  void table(const OfficeNode& node, OfficeFlow& flow);
  void rows(const OfficeNode& holder, WordTable& table);
  void row(const OfficeNode& node, WordTable& table);
  void hide_inside(const OfficeNode& node, const std::string& words);
  void cells(const OfficeNode& holder, WordTable& table);
  void cell(const OfficeNode& node, WordTable& table);
  const OfficeNode* branch(const OfficeNode& node) const;
  std::string_view unseen(const WordLook& look) const;
  std::string_view place_hides(const OfficeNode* properties) const;
  std::optional<Colour> ground_of(const WordLook& look) const;
  bool is_faint_look(const WordLook& look) const;
  void find_backdrops(const OfficeNode& holder);
  bool page_is_plain() const;
  WordTableLook part_of_table(const WordTable& table) const;
  void page_break();
  bool shows() const;

  static constexpr int deepest = 256;
  WordStory& story_;
  const WordPart& part_;
  Open* open_ = nullptr;
  std::vector<Field> fields_;
  std::vector<std::string> targets_;
  std::vector<std::string> pending_bookmarks_;
  std::string_view hidden_by_place_;        ///< the risk of all words inside what is being read; empty: none
  WordColour paragraph_ground_;             ///< of the paragraph that is being read
  std::vector<WordGround> grounds_;         ///< of the cells and boxes that are open
  std::vector<WordTableLook> table_looks_;  ///< of the cells that are open, by their tables' styles
  std::vector<std::pair<std::size_t, std::size_t>> backdrops_;  ///< paragraphs behind which something filled may lie
  std::size_t paragraphs_ = 0, boxes_ = 0;
  bool section_ends_ = false;
  OfficeLayout layout_;
  std::unique_ptr<Open> merged_;  ///< a paragraph whose end is deleted: the next one goes on in it
  int contents_frames_ = 0;
  int depth_ = 0;
};

}  // namespace casewright
