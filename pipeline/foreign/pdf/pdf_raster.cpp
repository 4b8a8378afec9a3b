#include "foreign/pdf/pdf_raster.h"

#include <algorithm>
#include <cmath>

#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include "foreign/pdf/pdf_deadline.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr double most_pixels = 40'000'000;  // A3 at 400 dots per inch
constexpr std::chrono::seconds longest_painting{30};

}  // namespace

Raster paint_page(PDFDoc& document, std::uint32_t page, std::uint32_t dots_per_inch) {
  ::Page* shown = document.getPage(static_cast<int>(page));
  if (shown == nullptr) return {};
  const PageFrame frame(*shown);
  const double inches = std::max(1.0, static_cast<double>(frame.width())) * std::max(1.0, static_cast<double>(frame.height())) / (72.0 * 72.0);
  const double dots = std::min(static_cast<double>(dots_per_inch), std::floor(std::sqrt(most_pixels / inches)));
  if (dots < 36) return {};
  SplashColor white = {255};
  SplashOutputDev device(splashModeMono8, 1, false, white, true, splashThinLineDefault);
  device.startDoc(&document);
  Deadline deadline(longest_painting);
  document.displayPage(&device, static_cast<int>(page), dots, dots, 0, false, true, false, &Deadline::passed, &deadline);
  SplashBitmap* picture = device.getBitmap();
  if (picture == nullptr || picture->getWidth() <= 0 || picture->getHeight() <= 0 || deadline.is_over()) return {};
  Raster raster;
  raster.width = static_cast<std::uint32_t>(picture->getWidth());
  raster.height = static_cast<std::uint32_t>(picture->getHeight());
  raster.dots_per_inch = static_cast<std::uint32_t>(dots);
  raster.pixels.reserve(static_cast<std::size_t>(raster.width) * raster.height);
  for (std::uint32_t row = 0; row < raster.height; ++row) {
    const auto* from = reinterpret_cast<const char*>(picture->getDataPtr()) + static_cast<std::ptrdiff_t>(row) * picture->getRowSize();
    raster.pixels.append(from, raster.width);
  }
  return raster;
}

}  // namespace casewright::pdf
