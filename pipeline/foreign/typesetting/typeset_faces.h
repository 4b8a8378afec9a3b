#pragma once

#include <fontconfig/fontconfig.h>
#include <hb.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "foreign/typesetting/typeset.h"

namespace casewright::typeset {

struct FreeBlob {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FreeFace {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct FreeFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

/// A font's file, open.
struct Face {
  std::unique_ptr<hb_face_t, FreeFace> face;
  std::unique_ptr<hb_font_t, FreeFont> font;  ///< that measures in the font's own units
  float units = 1000;                         ///< to the size of a letter
  FaceFacts facts;
  std::uint32_t space = 0;
  std::vector<float> advances;  ///< by glyph, in thousandths of the size; negative: not asked yet
};

/// The fonts of this machine without those that a PDF/A file cannot hold. Made once, and made the library's own before
/// Pango sees it: otherwise a thread of Pango's reads the same settings a second time, and may not have ended when the
/// program does.
FcConfig* fit_fonts();

/// The font files that one document uses, each opened once however it was found.
class Faces {
 public:
  /// The face that suits a style best, by the same rules that Pango asks; -1 where this machine has no font at all.
  int best_for(const Style& style, const std::string& language);
  /// The face of a file; what cannot be read has no glyph.
  std::uint32_t of_file(const std::string& file, unsigned index);
  /// The face of a font that fontconfig found.
  std::uint32_t of_pattern(FcPattern* found);

  Face& operator[](std::uint32_t face) { return faces_[face]; }
  const Face& operator[](std::uint32_t face) const { return faces_[face]; }

 private:
  std::vector<Face> faces_;
  std::map<std::pair<std::string, unsigned>, std::uint32_t> numbers_;
};

/// A font file with these glyphs alone, under their old numbers: TrueType, or the bare CFF table.
std::string subset_of(const Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace casewright::typeset
