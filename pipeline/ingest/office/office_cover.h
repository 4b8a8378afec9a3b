#pragma once

#include <string>
#include <vector>

#include "ingest/office/office_flow.h"
#include "model/container.h"

namespace casewright {

/// A page as an office file lays it out, in points.
struct OfficeSheet {
  float width = 595, height = 842, left = 72, right = 72, top = 72, bottom = 72;
  float column() const { return width - left - right; }
};

/// About where a paragraph stands: office programs break lines and pages only when they open a file, so this is an estimate
/// from how many letters there are.
struct OfficeLaid {
  float top = 0, height = 0;    ///< of the words on their page, in points from its top
  float left = 0, width = 0;    ///< of the lines, from the page's left edge
  float line = 14, letter = 6;  ///< height of a line and width of a letter
  std::uint32_t sheet = 0;      ///< which page, counted by us
  std::uint32_t page = 0;       ///< as findings say it
  std::string words;
  Origin origin;
};

/// A floating shape or picture in front of the text with nothing flowing around it.
struct OfficeCover {
  std::size_t paragraph = 0;    ///< index of the OfficeLaid it is anchored in
  bool from_paragraph = true;   ///< `top` counts from that paragraph, else from the page
  bool from_column = true;      ///< `left` counts from the column, else from the page
  float top = 0, left = 0, width = 0, height = 0;
  bool picture = false;
};

/// The space around a paragraph's lines: above and below in points, and of its lines as a share of single spacing.
struct OfficeSpacing {
  float before = 0, after = 0, line = 1;
};

/// The paragraphs of a story laid out one below the other, and the shapes over them.
class OfficeLayout {
 public:
  explicit OfficeLayout(const OfficeSheet& sheet) : sheet_(sheet) {}

  /// Lays a paragraph below the one before it.
  void lay(const OfficeParagraph& paragraph, const OfficeSpacing& spacing);
  /// Puts a shape over the paragraph that is laid next.
  void cover(OfficeCover cover);
  void page_break();
  /// How far down the page the next paragraph begins.
  float down() const { return down_; }
  void set_down(float down) { down_ = down; }
  /// How many pages are full, as estimated.
  std::uint32_t full_pages() const { return on_sheet_; }

  /// The words of every paragraph that lie under a cover, as far as the estimate tells.
  std::vector<Carried> words_under() const;

 private:
  OfficeSheet sheet_;
  std::vector<OfficeLaid> laid_;
  std::vector<OfficeCover> covers_;
  float down_ = 0;
  std::uint32_t on_sheet_ = 0;
};

}  // namespace casewright
