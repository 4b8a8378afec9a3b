#pragma once

#include <optional>

#include "ingest/office/docx_colours.h"
#include "ingest/office/office_cover.h"

namespace casewright {

/// The page that a w:sectPr lays out, or A4.
OfficeSheet read_sheet(const OfficeNode* section);

/// What lies behind words: a colour, or something of which nobody can say what colour it has.
struct WordGround {
  WordColour colour{true, {255, 255, 255}};
  bool sure = true;
};

/// Reads a wp:anchor or an absolutely placed VML shape; nothing where it covers no words: no fill, behind the text, a
/// line, or text flows around it.
std::optional<OfficeCover> read_cover(const OfficeNode& drawing, const WordTheme& theme, const OfficeSheet& page);
/// True where nobody sees a drawing at all: it is switched off in the list of what can be selected, or placed off the page.
bool is_out_of_sight(const OfficeNode& drawing, const OfficeSheet& page);
/// How far above or below the paragraph it is anchored in a floating drawing shows, in points; 0 for one that stands in a line. `down` says
/// how far below the top margin that paragraph begins, where that is known.
float distance_from_anchor(const OfficeNode& drawing, const OfficeSheet& page, std::optional<float> down);
/// True where something filled that floats behind the text may be the ground of words; `reach` is its height.
bool read_backdrop(const OfficeNode& drawing, const WordTheme& theme, float& reach);
/// What lies behind the words inside a text box.
WordGround ground_of_box(const OfficeNode& drawing, const WordTheme& theme, bool page_is_plain);

}  // namespace casewright
