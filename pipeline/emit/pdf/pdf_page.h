#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/colour.h"
#include "emit/pdf/pdf_style.h"
#include "emit/pdf/pdf_tags.h"

namespace casewright {

/// Something to paint: words or a picture, in PDF's operators, at a place of its slab.
struct PdfMark {
  TagId tag = no_tag;
  std::uint32_t order = 0;  ///< reading order within the page
  float x = 0;              ///< from the page's left
  float y = 0;              ///< baseline (words) or bottom (picture) below the slab's top
  std::string operators;
  bool words = true;
  int link = -1;            ///< a PdfLink
  float width = 0, ascent = 0, descent = 0;
  std::string page_of;      ///< shows the page number of that anchor, which ends at x; `operators` come last
};

/// A coloured area behind the words.
struct PdfFill {
  float x = 0, y = 0, width = 0, height = 0;  ///< from the page's left and the slab's top
  Colour colour;
  bool joins = false;  ///< reaches up over the space to the slab before
};

/// A strip of the page that is never divided: a line, or lines of a table's row side by side.
struct PdfSlab {
  float before = 0, after = 0;  ///< space to its neighbours: the larger one counts
  float height = 0;
  float overhang = 0;           ///< how far its words reach below it, into the strip that follows
  bool may_break_before = true;
  bool keeps_next = false;      ///< no page ends here
  bool new_page = false;        ///< stands first on a page
  bool landscape = false;
  bool bare = false;            ///< its page has no running header
  std::vector<PdfMark> marks;
  std::vector<PdfFill> fills;
  std::vector<std::uint32_t> notes;  ///< that belong to the foot of its page
  std::vector<std::string> anchors;
  std::shared_ptr<const std::vector<PdfSlab>> head;  ///< repeated where the slab opens a page
};

/// The area of a link.
struct PdfLink {
  struct Area {
    std::uint32_t page;
    float left, bottom, right, top;
  };
  TagId tag = 0;
  std::string uri, anchor, words;
  std::vector<Area> areas;
};

/// A page, painted as far as it can be.
struct PdfPage {
  bool landscape = false, bare = false;
  std::string content;
  std::vector<PdfMark> held;  ///< in place, in reading order, not yet painted: page numbers are wanting
  std::string fills;
};

/// Fills pages with slabs: notes at their foot, headings kept with what follows, heads of tables repeated.
class PdfPages {
 public:
  PdfPages(const PdfStyle& style, PdfTags& tags) : style_(style), tags_(tags) {}

  /// Slabs in reading order; full pages are made at once.
  void take(std::vector<PdfSlab> slabs);
  /// What is taken next begins a page.
  void turn() { turn_ = true; }
  /// Makes the last pages.
  void finish();
  /// Paints what was held of the page.
  void paint_held(PdfPage& page, std::uint32_t number);
  /// Paints a mark that belongs to the page's furniture, in place from the page's top.
  static std::string furniture(const PdfMark& mark, float page_height);

  float width(bool landscape) const { return (landscape ? style_.long_side : style_.short_side) - 2 * style_.side; }
  float page_height(bool landscape) const { return landscape ? style_.short_side : style_.long_side; }
  /// How much of a page slabs can fill.
  float room(bool landscape) const { return page_height(landscape) - style_.top - style_.foot; }

  std::vector<PdfPage> pages;
  std::vector<PdfLink> links;
  std::vector<std::vector<PdfSlab>> notes;  ///< by number
  struct Place {
    std::uint32_t page;
    float top;  ///< from the page's bottom
  };
  std::map<std::string, Place, std::less<>> places;  ///< of anchors

 private:
  float notes_height(const PdfSlab& slab) const;
  std::size_t find_cut() const;
  void make_page();
  float put(PdfPage& page, PdfSlab& slab, float y, float gap);
  void put_notes(PdfPage& page, std::vector<PdfSlab>& notes, float bottom);
  void paint(PdfPage& page);

  const PdfStyle& style_;
  PdfTags& tags_;
  std::vector<PdfSlab> waiting_;
  std::size_t first_ = 0;  // of those that wait
  bool turn_ = false;
  float waiting_height_ = 0;
  std::vector<PdfSlab> carried_;  // notes that the page before had no room for
};

}  // namespace casewright
