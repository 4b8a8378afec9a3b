#include <algorithm>
#include <memory>

#include <leptonica/allheaders.h>
#include <libdeflate.h>
#include <poppler/Gfx.h>
#include <poppler/GfxState.h>
#include <poppler/Stream.h>
#include <zlib.h>

#include "foreign/pdf/pdf_page_frame.h"
#include "foreign/pdf/pdf_picture.h"

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

}  // namespace

/// JPEG can be read at an eighth of its size for an eighth of the work.
Grey read_jpeg(std::string_view bytes, int reduction) {
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

namespace {

/// How many numbers a dot has in a picture of eight bits each that are shown as they stand: 1 or 3; else 0.
int plain_parts(const Dict& dict) {
  if (number_under(dict, "BitsPerComponent") != 8 || !dict.lookup("Decode").isNull()) return 0;
  const Object space = dict.lookup("ColorSpace");
  if (space.isName("DeviceGray") || space.isName("DeviceRGB")) return space.isName("DeviceRGB") ? 3 : 1;
  if (!space.isArray() || space.arrayGetLength() < 2) return 0;
  const Object kind = space.arrayGet(0), profile = space.arrayGet(1);
  if (kind.isName("CalRGB") || kind.isName("CalGray")) return kind.isName("CalRGB") ? 3 : 1;
  if (!kind.isName("ICCBased") || !profile.isStream()) return 0;
  const int parts = number_under(*profile.getStream()->getDict(), "N");
  return parts == 1 || parts == 3 ? parts : 0;
}

/// The bytes behind the head of a deflated stream (RFC 1950), so that nobody adds up every byte to hold it against the sum at the end;
/// nothing where the head says something else.
std::string_view behind_head(std::string_view deflated) {
  const auto byte = [&deflated](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(deflated[at])); };
  const bool plain = deflated.size() > 2 && (byte(0) & 15u) == 8 && (byte(0) << 8 | byte(1)) % 31 == 0 && (byte(1) & 32u) == 0;
  return plain ? deflated.substr(2) : std::string_view();
}

/// Bytes of a picture one after the other: unpacked by zlib where they are only deflated, else by Poppler, which takes four times
/// as long.
class PictureBytes {
 public:
  PictureBytes(Stream& stream, std::string_view deflated) : stream_(stream), deflated_(!deflated.empty()) {
    if (!deflated_) {
      stream_.reset();
      return;
    }
    const std::string_view bare = behind_head(deflated);
    const bool plain = !bare.empty();
    if (plain) deflated = bare;
    unpacker_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
    unpacker_.avail_in = static_cast<uInt>(std::min<std::size_t>(deflated.size(), 1u << 30));
    sound_ = (plain ? inflateInit2(&unpacker_, -MAX_WBITS) : inflateInit(&unpacker_)) == Z_OK;
  }
  PictureBytes(const PictureBytes&) = delete;
  PictureBytes& operator=(const PictureBytes&) = delete;
  ~PictureBytes() {
    if (deflated_) inflateEnd(&unpacker_);
    else stream_.close();
  }

  /// Fills as much of the room as there are bytes for, and says how much that is.
  std::size_t read(std::vector<unsigned char>& room) {
    if (!deflated_) return static_cast<std::size_t>(std::max(0, stream_.doGetChars(static_cast<int>(room.size()), room.data())));
    unpacker_.next_out = room.data();
    unpacker_.avail_out = static_cast<uInt>(room.size());
    if (sound_) inflate(&unpacker_, Z_SYNC_FLUSH);
    return room.size() - unpacker_.avail_out;
  }

 private:
  Stream& stream_;
  z_stream unpacker_{};
  bool deflated_, sound_ = false;
};

/// Every so-many-th dot of a line of greys, from its first on; by a step that is known when it is compiled, many dots go at once.
template <std::size_t step>
void take_greys(const unsigned char* dot, std::uint8_t* to, std::size_t count) {
  for (std::size_t x = 0; x < count; ++x) to[x] = dot[x * step];
}

/// Every so-many-th dot of a line, from its place on.
void take_dots(const unsigned char* dot, std::size_t step, std::size_t parts, std::uint8_t* to, std::size_t count) {
  if (parts != 1) {
    for (std::size_t x = 0; x < count; ++x, dot += step * parts) to[x] = static_cast<std::uint8_t>((77 * dot[0] + 151 * dot[1] + 28 * dot[2]) >> 8);
    return;
  }
  // `step` is a power of two, at most eight.
  (step == 1 ? take_greys<1> : step == 2 ? take_greys<2> : step == 4 ? take_greys<4> : take_greys<8>)(dot, to, count);
}

struct CloseUnpacker {
  void operator()(libdeflate_decompressor* unpacker) const { libdeflate_free_decompressor(unpacker); }
};

struct Bytes {
  std::unique_ptr<unsigned char[]> data;
  std::size_t size = 0;
};

/// A deflated picture that has no more than `size` bytes, unpacked in one go, which takes much less time; empty where it is
/// damaged or longer, so that it must be read piece by piece.
Bytes unpacked_at_once(std::string_view deflated, std::size_t size) {
  constexpr std::size_t most_at_once = 48u << 20;
  const std::string_view packed = behind_head(deflated);
  if (packed.empty() || size > most_at_once) return {};
  const std::unique_ptr<libdeflate_decompressor, CloseUnpacker> unpacker(libdeflate_alloc_decompressor());
  Bytes bytes{std::make_unique_for_overwrite<unsigned char[]>(size), 0};
  std::size_t taken = 0;
  if (unpacker == nullptr || libdeflate_deflate_decompress_ex(unpacker.get(), packed.data(), packed.size(), bytes.data.get(), size, &taken, &bytes.size) != LIBDEFLATE_SUCCESS) return {};
  return bytes;
}

Grey grey_of_plain(Object& object, std::string_view deflated, std::size_t width, std::size_t height, std::size_t step, std::size_t parts) {
  constexpr std::size_t room_for_lines = 96u << 10;  // zlib is slow at the end of each piece, and the processor beyond what it keeps near
  Grey grey;
  grey.width = static_cast<std::uint32_t>(width / step);
  grey.height = static_cast<std::uint32_t>(height / step);
  grey.dots.assign(std::size_t{grey.width} * grey.height, 255);
  const std::size_t line = width * parts;
  const auto take_line = [&](const unsigned char* dots, std::size_t y) { take_dots(dots + step / 2 * parts, step, parts, grey.dots.data() + y / step * grey.width, grey.width); };
  if (const Bytes whole = unpacked_at_once(deflated, line * height); whole.size > 0) {
    for (std::size_t y = step / 2; y / step < grey.height && (y + 1) * line <= whole.size; y += step) take_line(whole.data.get() + y * line, y);
    return grey;
  }
  PictureBytes bytes(*object.getStream(), deflated);
  const std::size_t lines = std::max<std::size_t>(1, room_for_lines / line);
  std::vector<unsigned char> room(line * lines);
  for (std::size_t y = 0, whole = lines; whole == lines && y < grey.height * step; y += lines) {
    whole = bytes.read(room) / line;
    for (std::size_t at = 0; at < whole && (y + at) / step < grey.height; ++at)
      if ((y + at) % step == step / 2) take_line(room.data() + at * line, y + at);
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

Grey read_grey(PDFDoc& document, std::uint32_t number, std::string_view bytes, std::uint32_t least_side) {
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
  const bool as_they_stand = !bytes.empty() && !document.isEncrypted();
  if (as_they_stand && filter.isName("DCTDecode") && bytes.starts_with("\xFF\xD8\xFF")) return read_jpeg(bytes, step);
  const int parts = plain_parts(dict);
  const bool lossy = filter.isName("DCTDecode") || filter.isArray();
  if (parts == 0 || lossy) return grey_of_stream(xref, object, width, height, step);
  const bool only_deflated = as_they_stand && filter.isName("FlateDecode") && dict.lookup("DecodeParms").isNull();
  return grey_of_plain(object, only_deflated ? bytes : std::string_view(), static_cast<std::size_t>(width), static_cast<std::size_t>(height), static_cast<std::size_t>(step), static_cast<std::size_t>(parts));
}

MaskGrey read_mask(PDFDoc& document, std::uint32_t number, const std::function<std::string_view(std::uint32_t)>& bytes_of, std::uint32_t least_side) {
  XRef& xref = *document.getXRef();
  const XRefEntry* entry = xref.getEntry(static_cast<int>(number), false);
  if (entry == nullptr) return {};
  const Object object = xref.fetch(static_cast<int>(number), entry->type == xrefEntryUncompressed ? entry->gen : 0);
  if (!object.isStream()) return {};
  const Dict& dict = *object.getStream()->getDict();
  const Object &soft = dict.lookupNF("SMask"), &stencil = dict.lookupNF("Mask");
  const Object& mask = soft.isRef() ? soft : stencil;
  if (!mask.isRef()) return {};
  const auto at = static_cast<std::uint32_t>(mask.getRef().num);
  return {read_grey(document, at, bytes_of(at), least_side), !soft.isRef()};
}

}  // namespace casewright::pdf
