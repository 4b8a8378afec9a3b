#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

// What one pass over a PDF shows: everything that is painted on a page, in the order of painting, and the
// structure that the file gives it. Layout recovery and the search for what a redaction left behind read the
// same PageScan. All places are points from the top left of the page as it is shown, crop and rotation applied.
namespace casewright::pdf {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// Which way a line of text runs on the page.
enum class Direction : std::uint8_t { right, down, left, up, slanted };

/// A font as the file names it.
struct Font {
  std::string name;            ///< without the mark of a subset
  bool bold = false;
  bool italic = false;
  bool fixed = false;          ///< all letters as wide
  bool small_capitals = false;
  bool has_unicode = true;     ///< false where nothing in the file says what its letters are
  bool blank = false;          ///< its letters are drawn by commands (Type 3), and none of these paints anything
  bool alike = false;          ///< it draws several letters, and all of them as one block
};

/// One character as it is painted; a ligature is as many glyphs as it has characters.
struct Glyph {
  Box box;
  float baseline = 0;          ///< where the line stands, across the direction of its run
  char32_t unicode = 0;        ///< U+FFFD where the file does not say
  std::uint32_t run = 0;       ///< index into PageScan::runs
};

/// What glyphs that are painted in a row have in common.
struct Run {
  std::uint32_t order = 0;     ///< when it is painted among all runs and paints of the page
  std::uint32_t font = 0;      ///< index into File::fonts()
  float size = 0;
  std::uint32_t rgb = 0;       ///< 0xRRGGBB of what one sees: fill, or stroke where only outlines are drawn
  std::uint32_t edge_rgb = 0;  ///< of the outlines, where the letters are filled and outlined
  std::uint8_t alpha = 255;
  std::uint8_t render = 0;     ///< text rendering mode of ISO 32000; 3 and 7 paint nothing
  Direction direction = Direction::right;
  bool hidden_layer = false;   ///< in a layer that is switched off
  bool blended = false;        ///< mixes with what lies below in another way than covering it
  bool cut_to_shape = false;   ///< clipped to more than the box `clip`: an outline, or several
  bool swallowed = false;      ///< its outlines are so wide that they cover the letters within
  bool patterned = false;      ///< filled or outlined with a shade or a pattern, so that `rgb` says nothing
  bool alike = false;          ///< its font draws all letters as one block
  std::uint32_t content = none;     ///< index into PageScan::contents: the innermost marked content
  std::uint32_t replaced = none;    ///< index into PageScan::replacements
  std::uint32_t annotation = none;  ///< index into PageScan::annotations that paints it
  std::uint32_t mask = none;        ///< index into PageScan::masks
  Box clip;

  bool invisible() const { return render == 3 || render == 7 || alpha < 13; }
};

/// Text that stands in for glyphs (ActualText of a marked span).
struct Replacement {
  std::string text;
  std::uint32_t first_glyph = 0, end_glyph = 0;
};

/// One span of marked content.
struct Content {
  std::string tag;
  std::uint32_t id = none;      ///< MCID
  std::uint32_t parent = none;  ///< the content around it
  std::uint32_t form = none;    ///< object number of the form XObject whose ids these are
  bool artifact = false;        ///< furniture, as the file says, or inside such
  std::string layer;            ///< the name of the layer that it opens
  std::string alternative;      ///< Alt: what is read aloud instead
  std::string expansion;        ///< E: what a short form stands for
  std::string instead;          ///< replacement text, where it is no span
};

/// Words that a page holds beside its letters: in the cells of a pattern, in notes among its commands.
struct Aside {
  std::string text;
  bool pattern = false;
  Box box;
};

/// What paints an area.
enum class PaintKind : std::uint8_t { fill, stroke, pattern, shading, image, image_mask };

/// An area painted: a shape or an image.
struct Paint {
  PaintKind kind = PaintKind::fill;
  bool even_odd = false;
  bool curved = false;
  bool rectangle = false;       ///< its box is its shape
  bool blended = false;         ///< mixes with what lies below in another way than covering it
  bool soft = false;            ///< an image with a mask: parts of it may be clear
  bool darkens = false;         ///< `blended` in a way that makes what lies below as dark as itself
  bool through_text = false;    ///< clipped to letters, so that it paints them and covers nothing
  bool hidden_layer = false;    ///< in a layer that is switched off
  std::uint8_t alpha = 255;
  std::uint32_t rgb = 0;
  std::uint32_t order = 0;
  std::uint32_t content = none;
  std::uint32_t annotation = none;
  std::uint32_t mask = none;    ///< index into PageScan::masks
  std::uint32_t object = none;  ///< number of the image's object, none where it stands in the page itself
  float line_width = 0;         ///< of a stroke
  Box box;                      ///< as clipped
  Box whole;                    ///< of an image: unclipped
  std::uint32_t first_point = 0, end_point = 0;  ///< into PageScan::points: the outline, where it is no rectangle
  std::uint32_t width = 0, height = 0;           ///< of an image, in pixels
};

/// What a soft mask is made of: where it is dark (or clear, for one of opacity) what it masks is not seen.
struct Mask {
  std::uint32_t first_paint = 0, end_paint = 0;  ///< into PageScan::mask_paints
  bool by_opacity = false;
  bool inverted = false;
  std::uint32_t backdrop = 0;   ///< 0xRRGGBB where nothing is painted
};

/// A corner of an outline; `opens` begins a new one.
struct Point {
  float x = 0, y = 0;
  bool opens = false;
};

/// A thin straight line, drawn as a stroke or as a narrow fill.
struct Rule {
  Box box;
  bool horizontal = true;
  std::uint32_t order = 0;
};

/// A link: a place on the page that leads elsewhere.
struct Link {
  Box box;
  std::string target;          ///< a URI, or empty
  std::uint32_t page = 0;      ///< the page it leads to inside the file, or 0
  float top = 0;
};

/// An annotation other than a link.
struct Annotation {
  std::string kind;            ///< "Text", "Highlight", "Redact"
  std::string text;
  std::string author;
  Box box;
  bool hidden = false;
};

/// Everything on one page.
struct PageScan {
  std::uint32_t number = 0;    ///< from 1
  float width = 0, height = 0;
  std::vector<Glyph> glyphs;
  std::vector<Run> runs;
  std::vector<Replacement> replacements;
  std::vector<Content> contents;
  std::vector<Aside> asides;
  std::vector<Paint> paints;
  std::vector<Point> points;
  std::vector<Mask> masks;
  std::vector<Paint> mask_paints;
  std::vector<Rule> rules;
  std::vector<Link> links;
  std::vector<Annotation> annotations;
  std::vector<std::uint32_t> used;  ///< numbers of the forms and pictures that it paints
  bool cut_short = false;      ///< painting was stopped because it went on beyond all measure
  bool unread = false;         ///< the file is damaged where this page should stand
};

/// One element of the structure tree, its role resolved through the RoleMap.
struct Element {
  std::string role;            ///< "P", "H1", "TD"
  std::string name;            ///< what the file calls it: "Subtitle", "TOC 1"
  std::string alternative;     ///< Alt
  std::string actual;          ///< ActualText
  std::string language;
  std::string numbering;       ///< ListNumbering
  std::string scope;           ///< of a header cell
  std::uint16_t columns = 1, rows = 1;
  std::uint32_t parent = none;

  struct Kid {
    std::uint32_t element = none;  ///< index of an element, or
    std::uint32_t page = 0;        ///< the page of marked content
    std::uint32_t id = none;       ///< its id
    std::uint32_t form = none;     ///< the form XObject it stands in
  };
  std::vector<Kid> kids;
};

/// The structure tree, its elements in the order of the tree; empty where the file has none.
struct Structure {
  std::vector<Element> elements;
  bool marked = false;         ///< the file says that it is tagged
};

struct Bookmark {
  std::string title;
  std::uint8_t level = 1;
  std::uint32_t page = 0;
  float top = 0;
};

/// A name and a value of the file's own record of itself.
struct Entry {
  std::string name, value;
};

struct Extra;
struct Grey;
struct Trial;
struct MaskGrey;

/// A page painted as a grey picture, eight bits a pixel, the top row first.
struct Raster {
  std::string pixels;
  std::uint32_t width = 0, height = 0;
  std::uint32_t dots_per_inch = 0;
};

/// A PDF opened for reading. One thread at a time.
class File {
 public:
  /// Opens the file; `bytes` must outlive it and `name` names it in faults. Faults say whether it asks for a
  /// password, is damaged, or is no PDF.
  static Result<File> open(std::string_view bytes, const std::string& name);

  File(File&&) noexcept;
  File& operator=(File&&) noexcept;
  ~File();

  std::uint32_t pages() const;
  /// Everything on that page, from 1.
  PageScan scan(std::uint32_t page);
  /// A box of points from the top left of that page in the page's own space, where `top` is more than `bottom`.
  Box own_box(std::uint32_t page, const Box& shown) const;
  /// The page as one sees it; empty where it cannot be painted in half a minute.
  Raster raster(std::uint32_t page, std::uint32_t dots_per_inch) const;
  /// Which of those letters of that page, given by their boxes, show at all when the page is painted (pdf_trial.h).
  Trial trial(std::uint32_t page, const std::vector<Box>& letters) const;
  /// All fonts met so far.
  const std::vector<Font>& fonts() const;

  Structure structure() const;
  std::vector<Bookmark> bookmarks() const;
  /// Title, Author and the like, and the XMP record as "XMP".
  std::vector<Entry> metadata() const;
  /// What the objects of the file hold beside its pages (pdf_extras.h).
  std::vector<Extra> extras();
  /// Words behind % among the commands of that page (pdf_remarks.h).
  std::string remarks(std::uint32_t page) const;
  /// Words between the objects of the file (pdf_extras.h).
  std::vector<Extra> unlisted();
  /// Forms and pictures that pages could paint and do not, where `used` holds those that any page paints (pdf_extras.h).
  std::vector<Extra> unpainted(const std::vector<std::uint32_t>& used);
  /// The bytes of a JPEG that the file embeds as that object, or at least their beginning; nothing where it is none.
  std::string_view jpeg_bytes(std::uint32_t object);
  /// The dots of a picture (pdf_picture.h).
  Grey grey(std::uint32_t object, std::uint32_t least_side);
  /// Those of the mask that it brings with it (pdf_picture.h).
  MaskGrey mask_of(std::uint32_t object, std::uint32_t least_side);
  /// The language that the file claims, or nothing.
  std::string language() const;

 private:
  struct State;
  std::string_view stream_bytes(std::uint32_t object);
  explicit File(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// A fault where a copy of the file lacks pages of it: what still can be made out of a damaged file may be lost once it is written anew.
Outcome keeps_pages(const File& file, std::string_view copy, const std::string& name);

}  // namespace casewright::pdf
