#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "foreign/zip.h"
#include "ingest/office/odt_styles.h"
#include "ingest/office/office_body.h"
#include "ingest/office/office_cover.h"
#include "model/reading.h"

namespace casewright {

class OfficeTable;

/// What all parts of one OpenDocument text share while it is read.
struct OdtStory {
  const zip::Archive& archive;
  Reading& reading;
  Faults& faults;
  std::string file;
  std::vector<Block> notes;
  std::set<std::string> anchors;
  std::map<std::string, std::size_t> letters_by_language;
  std::uint32_t page = 0;
  OfficeSheet sheet{};
  OdtGround ground{};             ///< of every page
  bool backdrops = false;         ///< something filled stands behind text somewhere
  std::set<std::string, std::less<>> hidden_layers = {};
};

/// Finds how the pages are laid out and filled, and whether something filled stands behind text.
void read_odt_pages(OdtStory& story, const OfficeNode& text, const OdtStyles& own, const OfficeNode* styles);

/// Reads the paragraphs, tables and figures inside an element of a part.
class OdtBody : private OfficeBody {
 public:
  OdtBody(OdtStory& story, const OdtStyles& styles, std::uint32_t part)
      : OfficeBody(story.reading.container, story.page, part), story_(story), styles_(styles), part_(part), layout_(story.sheet) {}
  OfficeFlow read(const OfficeNode& holder);
  /// The people who changed the text, and what they deleted.
  void read_changes(const OfficeNode& changes);

 private:
  /// A list that is open around what is being read.
  struct OpenList {
    std::string style;
    std::shared_ptr<OdtCounting::Counters> counters;
    std::string name;
    std::size_t level = 0;
  };

  void blocks(const OfficeNode& holder, OfficeFlow& flow);
  void block(const OfficeNode& node, OfficeFlow& flow);
  void paragraph(const OfficeNode& node, OfficeFlow& flow);
  void place(const OfficeNode& node, const OdtLook& look);
  void list(const OfficeNode& node, OfficeFlow& flow);
  void item(const OfficeNode& node, OfficeFlow& flow);
  void inlines(const OfficeNode& holder, const OdtLook& look);
  void inline_node(const OfficeNode& node, const OdtLook& look);
  void link(const OfficeNode& node, const OdtLook& look);
  void bookmark(const OfficeNode& node);
  void ruby(const OfficeNode& node, const OdtLook& look);
  void hiding_field(const OfficeNode& node, const OdtLook& look);
  void form_field(const OfficeNode& node, const OdtLook& look);
  void carry_field(const OfficeNode& node);
  bool is_faint_look(const OdtLook& look) const;
  void words(const OfficeNode& text, const OdtLook& look);
  void shown(std::string_view text, const OfficeNode& node, const OdtLook& look);
  void note(const OfficeNode& node);
  void annotation(const OfficeNode& node);
  void frame(const OfficeNode& node, OfficeFlow& behind);
  void picture(const OfficeNode& frame, const OfficeNode& image, OfficeFlow& behind);
  bool is_out_of_sight(const OfficeNode& node) const;
  void frame_in_sight(const OfficeNode& node, OfficeFlow& behind);
  void inside_frame(const OfficeNode& node, OfficeFlow& behind);
  static std::string words_of_form(const OfficeNode& form);
  static void find_hidden_columns(const OfficeNode& holder, std::vector<bool>& columns);
  void table(const OfficeNode& node, OfficeFlow& flow);
  void rows(const OfficeNode& holder, OfficeTable& table, bool header);
  void row(const OfficeNode& node, OfficeTable& table, bool header);
  std::string_view unseen(const OdtLook& look) const;
  void ground_of(std::string_view family, const OfficeNode& node);
  void cover(const OfficeNode& node);
  OfficeWords::Setting setting_of(const OdtLook& look) const;

  static constexpr int deepest = 256;
  OdtStory& story_;
  const OdtStyles& styles_;
  std::uint32_t part_;
  OpenParagraph* open_ = nullptr;
  std::vector<OpenList> lists_;
  std::map<std::string, std::shared_ptr<OdtCounting::Counters>> counted_;   ///< by the list's own id
  std::map<std::string, std::shared_ptr<OdtCounting::Counters>> last_of_;   ///< by list style
  std::map<const OdtCounting::Counters*, std::string> names_;
  std::vector<std::shared_ptr<OdtCounting::Counters>> kept_;  ///< all, so that no address is used twice
  OdtCounting::Counters outline_;
  std::optional<std::uint32_t> start_;
  bool item_waits_ = false, item_goes_on_ = false, header_item_ = false;
  std::string target_;
  std::map<std::string, std::string> inserted_;   ///< the words of open insertions
  std::vector<std::string> open_insertions_;
  std::map<std::string, std::pair<std::string, std::string>> insertions_;  ///< author and date by id
  int depth_ = 0, contents_ = 0, hidden_ = 0, boxes_ = 0;
  std::vector<bool> hidden_columns_;  ///< of the table that is being read
  std::vector<OdtGround> grounds_;   ///< of the cells, sections and boxes that are open
  OfficeLayout layout_;
};

}  // namespace casewright
