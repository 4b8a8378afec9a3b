#pragma once

#include <string>

#include <poppler/Catalog.h>
#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#include <poppler/Object.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include "base/span.h"

// Only pdf_*.cpp include this page: Poppler's own headers, and what all of them need.
namespace casewright::pdf {

/// A text string of a PDF (PDFDocEncoding or UTF-16) as UTF-8.
std::string text_of(const GooString& text);
/// The text string under that key, or nothing.
std::string text_under(const Dict& dict, const char* key);

/// Turns places of a page's own space into points from the top left of the page as shown.
class PageFrame {
 public:
  explicit PageFrame(::Page& page);
  Box box(double x1, double y1, double x2, double y2) const;
  /// The same way back: `top` is then more than `bottom`, as pages count from below.
  Box own_box(const Box& shown) const;
  float width() const { return width_; }
  float height() const { return height_; }

 private:
  double left_, bottom_, right_, top_;
  int turn_;
  float width_, height_;
};

}  // namespace casewright::pdf
