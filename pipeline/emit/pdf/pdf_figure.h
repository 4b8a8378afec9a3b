#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "emit/pdf/pdf_text.h"
#include "emit/pictures/shown_picture.h"
#include "emit/pictures/svg_drawing.h"
#include "foreign/pdf/pdf_objects.h"

namespace casewright {

/// Draws pictures: images as PDF keeps them, drawings as vectors.
class PdfFigures {
 public:
  PdfFigures(const Theme& theme, PdfText& text, pdf::Objects& objects) : theme_(theme), text_(text), objects_(objects) {}

  /// The picture at most `width` wide and `height` high, its lower left corner at the mark's place, without a tag;
  /// nothing where it cannot be shown.
  std::optional<PdfMark> draw(const Picture& picture, float width, float height);
  /// The picture's own width in points, 0 where it is not known.
  float width_of(const Picture& picture) const;

  /// Entries for the pages' dictionary of images.
  const std::string& images() const { return images_; }
  Faults faults;

 private:
  std::optional<PdfMark> draw_scene(const Scene& scene, float width, float height);
  std::optional<PdfMark> draw_drawing(const Drawing& drawing, float width, float height);
  std::optional<PdfMark> draw_image(const Picture& picture, float width, float height);
  std::string image_named(const Picture& picture, const ShownPicture& shown);

  const Theme& theme_;
  PdfText& text_;
  pdf::Objects& objects_;
  std::map<std::string, std::string, std::less<>> names_;  // by the image's bytes
  std::string images_;
};

}  // namespace casewright
