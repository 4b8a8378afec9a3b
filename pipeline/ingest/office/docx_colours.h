#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/colour.h"
#include "ingest/parts/office_tree.h"

namespace casewright {

/// A colour as a Word file gives it; not known where it is "auto", which Word makes readable on whatever lies behind.
struct WordColour {
  bool known = false;
  Colour value;
};

/// What a shape or a letter is filled with.
struct WordFill {
  WordColour colour;   ///< not known for pictures, patterns and the like
  int opacity = 0;     ///< hundredths; 0 is no fill at all
};

/// The colours that a document's theme gives to names ("accent1"), with the document's own way to use them ("bg1").
class WordTheme {
 public:
  WordTheme() = default;
  /// `theme` and `settings` are the roots of those parts, or null.
  WordTheme(const OfficeNode* theme, const OfficeNode* settings);

  /// The colour of w:color; nothing where there is no such element.
  std::optional<WordColour> letters(const OfficeNode* element) const;
  /// The colour of w:shd, its pattern mixed in; nothing where there is no such element.
  std::optional<WordColour> shading(const OfficeNode* element) const;
  /// The fill that stands as a child of the element (a:solidFill, a:noFill, w14:solidFill ...), opacity 0 where none does.
  WordFill fill(const OfficeNode& holder) const;
  /// The colour of a theme name, or of the one that the document uses in its stead.
  WordColour named(std::string_view name) const;

 private:
  WordColour drawn(const OfficeNode& colour) const;
  WordColour one_colour(const OfficeNode& shade) const;
  std::map<std::string, Colour, std::less<>> colours_;
  std::map<std::string, std::string, std::less<>> mapping_;
};

/// The colour of w:highlight's value; unknown for "none".
WordColour highlight_colour(std::string_view name);
/// A colour as VML writes it: "#rgb", "#rrggbb [3213]", "black".
WordColour vml_colour(std::string_view text);

}  // namespace casewright
