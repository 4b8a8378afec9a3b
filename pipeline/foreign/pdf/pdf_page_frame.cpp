#include "foreign/pdf/pdf_page_frame.h"

#include <algorithm>

#include <poppler/UTF.h>

#include "base/text.h"

namespace casewright::pdf {

std::string text_of(const GooString& text) {
  Unicode* characters = nullptr;
  const int count = TextStringToUCS4(text.toStr(), &characters);
  std::string utf8;
  for (int i = 0; i < count; ++i)
    if (characters[i] != 0) append_utf8(utf8, characters[i]);
  gfree(characters);
  return utf8;
}

std::string text_under(const Dict& dict, const char* key) {
  const Object value = dict.lookup(key);
  return value.isString() ? text_of(*value.getString()) : std::string();
}

PageFrame::PageFrame(::Page& page) {
  const PDFRectangle& crop = *page.getCropBox();
  left_ = std::min(crop.x1, crop.x2);
  right_ = std::max(crop.x1, crop.x2);
  bottom_ = std::min(crop.y1, crop.y2);
  top_ = std::max(crop.y1, crop.y2);
  turn_ = ((page.getRotate() % 360) + 360) % 360;
  const bool lies = turn_ == 90 || turn_ == 270;
  width_ = static_cast<float>(lies ? top_ - bottom_ : right_ - left_);
  height_ = static_cast<float>(lies ? right_ - left_ : top_ - bottom_);
}

Box PageFrame::box(double x1, double y1, double x2, double y2) const {
  const double left = std::min(x1, x2), right = std::max(x1, x2);
  const double low = std::min(y1, y2), high = std::max(y1, y2);
  const auto at = [](double a, double b, double c, double d) {
    return Box{static_cast<float>(a), static_cast<float>(b), static_cast<float>(c), static_cast<float>(d)};
  };
  switch (turn_) {
    case 90: return at(low - bottom_, left - left_, high - bottom_, right - left_);
    case 180: return at(right_ - right, low - bottom_, right_ - left, high - bottom_);
    case 270: return at(top_ - high, right_ - right, top_ - low, right_ - left);
  }
  return at(left - left_, top_ - high, right - left_, top_ - low);
}

Box PageFrame::own_box(const Box& shown) const {
  const double l = shown.left, t = shown.top, r = shown.right, b = shown.bottom;
  const auto at = [](double left, double bottom, double right, double top) {
    return Box{static_cast<float>(left), static_cast<float>(top), static_cast<float>(right), static_cast<float>(bottom)};
  };
  switch (turn_) {
    case 90: return at(left_ + t, bottom_ + l, left_ + b, bottom_ + r);
    case 180: return at(right_ - r, bottom_ + t, right_ - l, bottom_ + b);
    case 270: return at(right_ - b, top_ - r, right_ - t, top_ - l);
  }
  return at(left_ + l, top_ - b, left_ + r, top_ - t);
}

}  // namespace casewright::pdf
