#pragma once

#include <vector>

#include <poppler/Gfx.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>

#include "foreign/pdf/pdf_fonts.h"
#include "foreign/pdf/pdf_letters_shown.h"
#include "foreign/pdf/pdf_scan.h"

namespace casewright::pdf {

/// Thrown through Poppler, and caught by File::scan, where a page goes on beyond all measure: Poppler gives a
/// device no other way to stop forms that call one another a billion times.
struct TooMuch {};

/// Writes down what Poppler paints.
class ScanDevice : public OutputDev {
 public:
  ScanDevice(PageScan& scan, FontList& fonts) : scan_(scan), fonts_(fonts) {}

  /// From here on the annotation of that index paints.
  void enter_annotation(std::uint32_t index) { annotation_ = index; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool interpretType3Chars() override { return false; }

  void saveState(GfxState* state) override;
  void restoreState(GfxState* state) override;
  void updateFillColor(GfxState*) override { colour_known_ = false; }
  void updateFillColorSpace(GfxState*) override { colour_known_ = false; }
  void updateStrokeColor(GfxState*) override { colour_known_ = false; }
  void updateStrokeColorSpace(GfxState*) override { colour_known_ = false; }

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { shape(state, PaintKind::fill, false); }
  void eoFill(GfxState* state) override { shape(state, PaintKind::fill, true); }
  bool tilingPatternFill(GfxState* state, Gfx* painter, Catalog*, GfxTilingPattern* pattern, const double* matrix, int, int, int, int, double, double) override;
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return shading(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return shading(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return shading(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return shading(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return shading(state); }

  void clip(GfxState* state) override { cut(state); }
  void eoClip(GfxState* state) override { cut(state); }
  void clipToStrokePath(GfxState*) override { cut_to_shape_ = true; }
  void beginString(GfxState* state, const GooString*) override;
  void endString(GfxState*) override;
  void endTextObject(GfxState*) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode code,
                int bytes, const Unicode* unicode, int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;
  void beginMarkedContent(const char* name, Dict* properties) override;
  void markPoint(const char*) override {}
  void markPoint(const char* name, Dict* properties) override { note(name, properties); }
  void endMarkedContent(GfxState* state) override;
  void beginForm(Ref id) override;
  void endForm(Ref id) override;

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                     bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours, bool interpolate,
                 const int* mask, bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object* ref, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override;
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override;

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override;
  void paintTransparencyGroup(GfxState* state, const double*) override;
  void setSoftMask(GfxState*, const double*, bool by_opacity, Function* transfer, GfxColor* backdrop) override;
  void clearSoftMask(GfxState*) override { mask_ = none; }

 private:
  struct Group {
    std::size_t paints, runs, rules;
  };
  /// What q and Q keep that Poppler's state does not tell.
  struct Kept {
    std::uint32_t mask;
    bool through_text, cut_to_shape;
  };

  void count(std::uint32_t steps);
  void learn_colours(GfxState* state);
  void learn_font(GfxState* state);
  void shape(GfxState* state, PaintKind kind, bool even_odd);
  void outline(GfxState* state, Paint& paint);
  void rules_of(GfxState* state, const Paint& paint, float thickness);
  bool shading(GfxState* state);
  void cut(GfxState* state);
  void cover_with(GfxState* state, const Glyph& glyph);
  void look_at_edges(GfxState* state, Run& run) const;
  void note(const char* name, Dict* properties);
  void weave(GfxState* state, Gfx& painter, GfxTilingPattern& pattern, const double* matrix);
  void image(GfxState* state, PaintKind kind, const Object* ref, int width, int height, bool soft);
  void area(GfxState* state, PaintKind kind);
  Paint start(GfxState* state, PaintKind kind);
  void keep(GfxState* state, Paint paint);

  PageScan& scan_;
  FontList& fonts_;
  std::uint32_t order_ = 0, annotation_ = none, content_ = none, replaced_ = none;
  std::uint64_t steps_ = 0;
  std::vector<std::uint32_t> forms_;
  std::vector<Group> groups_;
  std::vector<Kept> kept_;
  std::uint32_t mask_ = none;
  bool letters_clip_ = false, through_text_ = false, cut_to_shape_ = false;
  bool colour_known_ = false;
  std::uint32_t fill_ = 0, stroke_ = 0;
  double fill_alpha_ = 1, stroke_alpha_ = 1;  ///< 0 where the ink paints nothing
  const GfxFont* font_ = nullptr;
  bool blank_font_ = false, alike_font_ = false;
  const LettersShown* shown_ = nullptr;  ///< of the font, where its letters read as others
  bool reads_otherwise_ = false;         ///< the string of just now stands in a replacement for what it shows
  Aside* weaving_ = nullptr;  ///< the pattern whose cell is painted just now
  std::vector<const void*> woven_;
  std::uint32_t font_index_ = none;
  float ascent_ = 0.75f, descent_ = -0.2f, type3_scale_ = 1;
  double up_x_ = 0, up_y_ = 0;
};

}  // namespace casewright::pdf
