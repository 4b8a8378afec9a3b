#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/among.h"
#include "inspect/document_pieces.h"
#include "inspect/recommendations/recommendation_drafts.h"
#include "inspect/recommendations/recommendation_signs.h"
#include "inspect/sections/sections.h"

// Only recommendation*.cpp include this page.
namespace casewright {

/// What the part of the report that is being read holds.
struct TextPart {
  std::uint8_t level = 0;
  AskZone zone = AskZone::other;
  std::uint32_t number = 0;  ///< parts inside one part share its number
  std::string heading;
  std::string group;
  bool direct = false;  ///< its heading can only stand over what is asked
};

/// True for words behind which something must follow: they end in a colon, a dash or "to".
bool leads_on(std::string_view text);

/// Walks the pieces of a report and drafts what may be a recommendation.
class RecommendationCollector {
 public:
  RecommendationCollector(const Prose& prose, const std::vector<Piece>& pieces, const std::vector<SectionSeen>& sections)
      : prose_(prose), pieces_(pieces), sections_(sections) {
    only_by_agency_ = std::none_of(sections.begin(), sections.end(), [](const SectionSeen& each) { return among(each.canonical, "recommendations"); });
  }

  std::vector<AskDraft> run();

 private:
  // The walk over pieces, headings and tables: recommendations.cpp.
  std::size_t piece(std::size_t at);
  TextPart& part();
  SectionSet own_sections(std::uint32_t stretch);
  void heading(const Piece& here);
  void enter(const std::string& text, std::uint8_t level, SectionSet own);
  bool is_inside();
  bool read_table(std::size_t from, std::size_t to);
  void words(std::size_t at);
  bool serves_as_heading(const Piece& here, std::string_view raw);
  std::optional<AskLabel> label_below_title(const Piece& here, std::string_view raw);
  void pseudo_heading(const Piece&, std::string_view raw);

  // The recommendation that is open, and what goes on in it: recommendation_open.cpp.
  void open(const Piece& here, std::string_view raw, const AskLabel& label, bool by_heading);
  bool asks_what(std::string_view raw, std::uint32_t words_at);
  AskDraft& start(const Piece& here, AskTold told);
  void add_text(const Piece& here, std::string_view raw, std::uint32_t from);
  bool says_what(std::string_view line, const RecommendationSeen& seen);
  bool take_field(std::string_view line);
  bool goes_on(const Piece& here, std::string_view raw);
  std::uint8_t last_level(const Piece& here);
  void close();

  // Items of lists: recommendation_lists.cpp.
  void item(std::size_t at, std::string_view raw);
  void take_number(const Piece& here, AskDraft& draft);
  bool heads_items(std::size_t at);
  bool titles_item(std::size_t at);
  void begin_list(std::size_t at);

  // Paragraphs and sentences: recommendation_paragraphs.cpp.
  std::optional<AskLabel> number_at(const Piece& here, std::string_view raw);
  bool counted_off(const Piece& here, const AskWords& said);
  bool addressed(const Piece& here, const AskWords& said);
  void paragraph(const Piece& here, const AskWords& whole);
  void sentences(const Piece& here, const AskWords& whole);

  const Prose& prose_;
  const std::vector<Piece>& pieces_;
  const std::vector<SectionSeen>& sections_;
  std::vector<TextPart> parts_;
  std::vector<AskDraft> drafts_;
  std::size_t next_section_ = 0;
  std::uint32_t zones_ = 0;
  bool marked_ = false;  ///< the document itself says that the heading's section is that of recommendations
  const Block* table_ = nullptr;
  // The list that is being read.
  AskZone list_ = AskZone::other;
  std::uint32_t list_zone_ = 0;
  std::string list_owner_;
  std::string list_group_;  ///< the item that the items under it are for
  // The recommendation that is being read.
  std::optional<std::size_t> open_;
  std::string title_;
  std::uint8_t last_item_ = 0;
  bool only_by_agency_ = false;  ///< no heading tells of recommendations but those of agencies
  bool run_in_ = false;       ///< its words follow the label in the same paragraph
  bool tentative_ = false;    ///< its first paragraph asks for nothing, a later one may
  bool done_ = false;         ///< only fields may follow
  bool in_sub_list_ = false;
};

}  // namespace casewright
