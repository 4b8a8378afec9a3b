#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "ingest/blocks/list_numbers.h"
#include "ingest/office/office_flow.h"
#include "ingest/parts/office_tree.h"

namespace casewright {

/// How words and paragraphs of an OpenDocument text look once everything is inherited.
struct OdtLook {
  bool strong = false, emphasis = false, struck = false, underline = false, hidden = false;
  int place = 0;          ///< 1 superscript, -1 subscript
  float size = 12;        ///< points
  std::string language;
  std::string font;       ///< the name or the family, as the style gives it
  int left = 0, right = 0, first_line = 0;  ///< twentieths of a point
  bool centred = false, leader_tab = false;
  int outline = 0;        ///< from 1; 0 none
  std::string list;       ///< list style
  std::optional<Colour> colour, letter_ground, paragraph_ground;  ///< nothing: as the program chooses, or none
  int width = 100;        ///< of the letters, in hundredths
  float between = 0;      ///< the letters, in points
  float line = 0;         ///< how tall each line is, in points; 0: as its letters ask
  int share = 100;        ///< of its size that a raised or lowered letter has, in hundredths
  int opacity = 100;      ///< of the letters
  bool hollow = false;    ///< letters are drawn as their outline only
  float before = 0, after = 0;  ///< points
};

/// How a shape, cell, table or section is filled and set, once everything is inherited.
struct OdtGround {
  bool filled = false;
  bool known = false;     ///< the fill is one colour
  Colour colour;
  bool behind = false;    ///< stands behind the text
  bool cropped = false;   ///< only a part of a picture is shown
  bool floats = false;    ///< text does not flow around it
  std::string vertical, horizontal;  ///< what its place counts from
  bool flat = false;      ///< of a row: too low to show its words
};

/// A length such as "1.27cm", "0.5in" or "36pt" in points; a percentage as its number.
float odt_points(std::string_view text);

/// One level of a list style.
struct OdtLevel {
  CountStyle style = CountStyle::none;
  std::string prefix, suffix, format, bullet;
  std::uint32_t start = 1;
  std::uint32_t shown = 1;  ///< how many levels the mark shows
  int left = 0;
};

inline constexpr std::size_t odt_levels = 10;
using OdtLevels = std::array<OdtLevel, odt_levels>;

/// The styles of an OpenDocument text: those of the document and those that one part makes for itself.
class OdtStyles {
 public:
  /// `part` is content.xml or styles.xml, `common` styles.xml or null.
  OdtStyles(const OfficeNode& part, const OfficeNode* common);

  /// Lays a paragraph or text style, with all it is based on, over what stands in `look`.
  void apply(std::string_view family, std::string_view name, OdtLook& look) const;
  /// How a paragraph of that style looks.
  OdtLook paragraph(std::string_view name) const;
  /// The lower-case names of a paragraph style and of those it is based on, the nearest first.
  std::vector<std::string> names(std::string_view name) const;
  /// How a style of that family ("graphic", "table-cell", "table", "table-row", "section") fills what bears it.
  OdtGround ground(std::string_view family, std::string_view name) const;
  /// The levels of a list style, or null.
  const OdtLevels* list(std::string_view name) const;
  /// The levels by which headings are numbered.
  const OdtLevels& outline() const { return outline_; }

 private:
  void take(const OfficeNode* styles);
  const OfficeNode* find(std::string_view family, std::string_view name) const;
  std::vector<const OfficeNode*> line_of(std::string_view family, std::string_view name) const;
  std::map<std::pair<std::string, std::string>, const OfficeNode*> styles_;
  std::map<std::string, const OfficeNode*> defaults_;
  std::map<std::string, OdtLevels, std::less<>> lists_;
  OdtLevels outline_{};
};

/// Counts the items of lists and the headings as an OpenDocument program does.
class OdtCounting {
 public:
  struct Counters {
    std::array<std::uint32_t, odt_levels> value{};
    std::array<bool, odt_levels> begun{};
  };
  /// Counts one on at that level and gives the item's place; nothing where the level shows no mark.
  static std::optional<ListPlace> next(const OdtLevels& levels, Counters& counters, std::size_t level, std::optional<std::uint32_t> start);
};

}  // namespace casewright
