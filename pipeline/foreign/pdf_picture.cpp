#include <algorithm>
#include <memory>

#include <leptonica/allheaders.h>
#include <poppler/Gfx.h>
#include <poppler/GfxState.h>
#include <poppler/Stream.h>

#include "foreign/pdf_page_frame.h"
#include "foreign/pdf_picture.h"

namespace casewright::pdf {
namespace {

constexpr std::int64_t most_dots = 80'000'000;

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixHandle = std::unique_ptr<Pix, PixDeleter>;

int number_under(const Dict& dict, const char* key) {
  const Object value = dict.lookup(key);
  return value.isInt() ? value.getInt() : 0;
}

/// JPEG can be read at an eighth of its size for an eighth of the work.
Grey grey_of_jpeg(std::string_view bytes, int reduction) {
  Grey grey;
  l_int32 warnings = 0;
  PixHandle read(pixReadMemJpeg(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size(), 0, reduction, &warnings, 0));
  if (read == nullptr) return grey;
  PixHandle eight(pixConvertTo8(read.get(), 0));
  if (eight == nullptr) return grey;
  grey.width = static_cast<std::uint32_t>(pixGetWidth(eight.get()));
  grey.height = static_cast<std::uint32_t>(pixGetHeight(eight.get()));
  grey.dots.resize(static_cast<std::size_t>(grey.width) * grey.height);
  for (std::uint32_t y = 0; y < grey.height; ++y) {
    const l_uint32* line = pixGetData(eight.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(eight.get());
    for (std::uint32_t x = 0; x < grey.width; ++x) grey.dots[static_cast<std::size_t>(y) * grey.width + x] = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
  }
  return grey;
}

Grey grey_of_stream(XRef& xref, Object& object, int width, int height, int step) {
  const Dict& dict = *object.getStream()->getDict();
  Grey grey;
  const Object mask = dict.lookup("ImageMask");
  const bool stencil = mask.isBool() && mask.getBool();
  const int bits = stencil ? 1 : number_under(dict, "BitsPerComponent");
  if (bits != 1 && bits != 2 && bits != 4 && bits != 8) return grey;
  Object space = stencil ? Object(objName, "DeviceGray") : dict.lookup("ColorSpace");
  // Poppler asks a state for its own kinds of grey and colour.
  const PDFRectangle page(0, 0, 1, 1);
  GfxState state(72, 72, &page, 0, false);
  GfxResources nothing(&xref, nullptr, nullptr);
  GfxColorSpace* parsed = GfxColorSpace::parse(&nothing, &space, nullptr, &state);
  if (parsed == nullptr) return grey;
  Object decode = dict.lookup("Decode");
  GfxImageColorMap colours(bits, &decode, parsed);
  if (!colours.isOk()) return grey;
  ImageStream lines(object.getStream(), width, colours.getNumPixelComps(), bits);
  lines.reset();
  grey.width = static_cast<std::uint32_t>(width / step);
  grey.height = static_cast<std::uint32_t>(height / step);
  grey.dots.reserve(static_cast<std::size_t>(grey.width) * grey.height);
  for (int y = 0; y < height; ++y) {
    unsigned char* line = lines.getLine();
    if (line == nullptr) break;
    if (y % step != step / 2 || grey.dots.size() / std::max(1u, grey.width) >= grey.height) continue;
    for (std::uint32_t x = 0; x < grey.width; ++x) {
      GfxGray value;
      colours.getGray(line + (static_cast<int>(x) * step + step / 2) * colours.getNumPixelComps(), &value);
      grey.dots.push_back(static_cast<std::uint8_t>(std::clamp(colToDbl(value) * 255, 0.0, 255.0)));
    }
  }
  lines.close();
  grey.dots.resize(static_cast<std::size_t>(grey.width) * grey.height, 255);
  return grey;
}

}  // namespace

Grey read_grey(PDFDoc& document, std::uint32_t number, std::string_view jpeg, std::uint32_t least_side) {
  XRef& xref = *document.getXRef();
  const XRefEntry* entry = xref.getEntry(static_cast<int>(number), false);
  if (entry == nullptr) return {};
  Object object = xref.fetch(static_cast<int>(number), entry->type == xrefEntryUncompressed ? entry->gen : 0);
  if (!object.isStream()) return {};
  const Dict& dict = *object.getStream()->getDict();
  const int width = number_under(dict, "Width"), height = number_under(dict, "Height");
  if (width <= 0 || height <= 0 || static_cast<std::int64_t>(width) * height > most_dots) return {};
  const Object filter = dict.lookup("Filter");
  if (filter.isName("JPXDecode")) return {};
  int step = 1;
  while (step < 8 && static_cast<std::uint32_t>(std::max(width, height) / (2 * step)) >= least_side) step *= 2;
  const bool plain_jpeg = !jpeg.empty() && !document.isEncrypted() && filter.isName("DCTDecode");
  return plain_jpeg ? grey_of_jpeg(jpeg, step) : grey_of_stream(xref, object, width, height, step);
}

}  // namespace casewright::pdf
