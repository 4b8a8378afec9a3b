#include "base/picture_file.h"

#include <algorithm>
#include <array>

#include "base/picture_drawing.h"
#include "base/text.h"

namespace casewright {
namespace {

std::string big_bytes(std::uint32_t value, std::size_t count) {
  std::string bytes;
  for (std::size_t i = count; i-- > 0;) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

std::string little_bytes(std::uint32_t value) {
  std::string bytes = big_bytes(value, 4);
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

/// The sum at the end of a PNG's chunk.
std::uint32_t sum_of(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char each : bytes) {
    sum ^= static_cast<unsigned char>(each);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? 0xEDB88320 ^ sum >> 1 : sum >> 1;
  }
  return ~sum;
}

/// A profile of colours under a plain name, for somebody may have given it another.
std::string plain_profile(std::string_view held) {
  const std::size_t name = held.find('\0');
  if (name == std::string_view::npos) return {};
  const std::string chunk = "iCCP" + std::string("ICC") + std::string(held.substr(name));
  return big_bytes(static_cast<std::uint32_t>(chunk.size() - 4), 4) + chunk + big_bytes(sum_of(chunk), 4);
}

std::string bare_png(std::string_view bytes) {
  std::string kept(bytes.substr(0, 8));
  each_png_chunk(bytes, [&](std::string_view kind, std::string_view whole, std::string_view held) {
    if (kind == "iCCP") kept += plain_profile(held);
    else if (png_chunk_draws(kind, held)) kept += whole;
  });
  return kept;
}

/// How the camera was held, 1 to 8; 1 where nothing says so.
std::uint32_t turned(std::string_view exif) {
  const bool little = exif.starts_with("II");
  const auto number = [&](std::size_t at, std::size_t count) { return little ? little_endian(exif, at, count) : big_endian(exif, at, count); };
  const std::size_t directory = number(4, 4), entries = number(directory, 2);
  for (std::size_t i = 0; i < entries && directory + 2 + (i + 1) * 12 <= exif.size(); ++i)
    if (const std::size_t entry = directory + 2 + i * 12; number(entry, 2) == 0x0112) return std::clamp<std::uint32_t>(number(entry + 8, 2), 1, 8);
  return 1;
}

/// A record of a camera that says how it was held and nothing else.
std::string record_of_turn(std::uint32_t how) {
  const std::string record = std::string("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 24) + big_bytes(how, 2) + std::string(6, '\0');
  return "\xFF\xE1" + big_bytes(static_cast<std::uint32_t>(record.size() + 2), 2) + record;
}

std::string bare_jpeg(std::string_view bytes) {
  constexpr std::string_view exif("Exif\0\0", 6), screen("JFIF\0", 5);
  std::string kept(bytes.substr(0, 2));
  each_jpeg_stretch(bytes, [&](unsigned char marker, std::string_view whole, std::string_view held) {
    const bool for_programs = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
    const bool colours = (marker == 0xEE && held.starts_with("Adobe") && held.size() == 12) || (marker == 0xE2 && held.starts_with("ICC_PROFILE"));
    if (marker == 0xE0 && held.starts_with(screen) && held.size() >= 14) kept += std::string("\xFF\xE0\0\x10", 4) + std::string(held.substr(0, 12)) + std::string(2, '\0');
    else if (marker == 0xE1 && held.starts_with(exif) && turned(held.substr(exif.size())) != 1) kept += record_of_turn(turned(held.substr(exif.size())));
    else if (!for_programs || colours) kept += whole;
  });
  return kept + "\xFF\xD9";
}

std::string bare_gif(std::string_view bytes) {
  const std::size_t head = 13 + ((static_cast<unsigned char>(bytes.size() > 10 ? bytes[10] : 0) & 0x80) == 0 ? 0u : 3u << ((bytes[10] & 7) + 1));
  std::string kept(bytes.substr(0, std::min(head, bytes.size())));
  each_gif_block(bytes, [&](GifBlock what, std::string_view whole) {
    constexpr std::string_view again("\x21\xFF\x0BNETSCAPE2.0\x03\x01", 16);  // how often a film begins anew
    if (what == GifBlock::picture || what == GifBlock::timing) kept += whole;
    else if (whole.starts_with(again) && whole.size() >= 19) kept += std::string(whole.substr(0, 18)) + '\0';
  });
  return kept + '\x3B';
}

std::string bare_webp(std::string_view bytes) {
  std::string chunks;
  each_webp_chunk(bytes, [&](std::string_view kind, std::string_view whole, std::string_view held) {
    static constexpr std::array<std::string_view, 7> drawing{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};
    if (std::find(drawing.begin(), drawing.end(), kind) == drawing.end()) return;
    std::string chunk(whole);
    constexpr unsigned records = 0x04 | 0x08;  // it has some of programs and cameras
    if (kind == "VP8X" && !held.empty()) chunk[8] = static_cast<char>(static_cast<unsigned char>(chunk[8]) & ~records);
    chunks += chunk;
  });
  return "RIFF" + little_bytes(static_cast<std::uint32_t>(chunks.size() + 4)) + "WEBP" + chunks;
}

/// A metafile whose head bears no title and whose remarks for single programs are blank; those that draw (EMF+) or tell of groups stay.
std::string bare_emf(std::string_view bytes) {
  constexpr std::uint32_t comment = 70;
  std::string kept(bytes);
  const auto blank = [&kept](std::size_t from, std::size_t count) {
    for (std::size_t at = from; at < kept.size() && at - from < count; ++at) kept[at] = 0;
  };
  if (const std::size_t title = little_endian(bytes, 64, 4); title >= 80) blank(title, std::size_t{2} * little_endian(bytes, 60, 4));
  std::size_t at = 0;
  while (at + 8 <= bytes.size()) {
    const std::size_t size = little_endian(bytes, at + 4, 4);
    if (size < 8 || size > bytes.size() - at) break;
    const std::string_view held = bytes.substr(at, size).substr(std::min<std::size_t>(12, size));
    if (little_endian(bytes, at, 4) == comment && !held.starts_with("EMF+") && !held.starts_with("GDIC")) blank(at + 12, held.size());
    at += size;
  }
  kept.resize(at);
  return kept;
}

bool is_svg(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return (trim(head).starts_with('<') || head.starts_with("\xEF\xBB\xBF<")) && (head.find("<svg") != std::string_view::npos || head.find(":svg") != std::string_view::npos);
}

}  // namespace

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
  return value;
}

PictureKind picture_kind(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return PictureKind::png;
  if (bytes.starts_with("\xFF\xD8\xFF")) return PictureKind::jpeg;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return PictureKind::gif;
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return PictureKind::webp;
  if (bytes.starts_with("II*") || bytes.starts_with(std::string_view("MM\0*", 4))) return PictureKind::tiff;
  if (little_endian(bytes, 0, 4) == 1 && bytes.size() > 88 && bytes.substr(40, 4) == " EMF") return PictureKind::emf;
  const bool plain_wmf = (little_endian(bytes, 0, 2) == 1 || little_endian(bytes, 0, 2) == 2) && little_endian(bytes, 2, 2) == 9 && (little_endian(bytes, 4, 2) == 0x0300 || little_endian(bytes, 4, 2) == 0x0100);
  if (bytes.starts_with("\xD7\xCD\xC6\x9A") || plain_wmf) return PictureKind::wmf;
  if (bytes.starts_with("\x1F\x8B")) return PictureKind::packed_metafile;
  if (bytes.starts_with("BM") && bytes.size() > 26 && little_endian(bytes, 14, 4) <= 124) return PictureKind::bmp;
  return is_svg(bytes) ? PictureKind::svg : PictureKind::unknown;
}

std::string_view name_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::unknown: return "unknown picture";
    case PictureKind::png: return "PNG picture";
    case PictureKind::jpeg: return "JPEG picture";
    case PictureKind::gif: return "GIF picture";
    case PictureKind::webp: return "WebP picture";
    case PictureKind::bmp: return "bitmap (BMP)";
    case PictureKind::tiff: return "TIFF picture";
    case PictureKind::svg: return "SVG drawing";
    case PictureKind::emf: return "Windows metafile (EMF)";
    case PictureKind::wmf: return "Windows metafile (WMF)";
    case PictureKind::packed_metafile: return "packed Windows metafile";
  }
  return "picture";
}

std::string gif_words(std::string_view block) {
  std::string words;
  for (std::size_t at = 2; at < block.size() && block[at] != '\0';) {
    const auto length = static_cast<unsigned char>(block[at]);
    words += block.substr(at + 1, length);
    at += 1u + length;
  }
  return words;
}

bool png_chunk_draws(std::string_view kind, std::string_view held) {
  struct Known {
    std::string_view kind;
    std::size_t most;
  };
  constexpr std::size_t dots = static_cast<std::size_t>(-1);
  static constexpr Known known[] = {{"IHDR", 13}, {"PLTE", 768}, {"IDAT", dots}, {"IEND", 0}, {"tRNS", 256}, {"gAMA", 4}, {"cHRM", 32}, {"sRGB", 1}, {"sBIT", 4}, {"bKGD", 6},
                                    {"pHYs", 9}, {"cICP", 4}, {"mDCV", 24}, {"cLLI", 8}, {"acTL", 8}, {"fcTL", 26}, {"fdAT", dots}};
  return std::any_of(std::begin(known), std::end(known), [&](const Known& each) { return each.kind == kind && held.size() <= each.most; });
}

std::string bare_picture(std::string_view bytes) {
  switch (picture_kind(bytes)) {
    case PictureKind::png: return bare_png(bytes);
    case PictureKind::jpeg: return bare_jpeg(bytes);
    case PictureKind::gif: return bare_gif(bytes);
    case PictureKind::webp: return bare_webp(bytes);
    case PictureKind::svg: return bare_drawing(bytes);
    case PictureKind::emf: return bare_emf(bytes);
    case PictureKind::bmp:
    case PictureKind::tiff:
    case PictureKind::wmf:
    case PictureKind::packed_metafile:
    case PictureKind::unknown: break;
  }
  return std::string(bytes);
}

}  // namespace casewright
