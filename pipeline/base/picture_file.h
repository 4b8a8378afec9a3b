#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace casewright {

/// What kind of picture some bytes are, whatever name they bear.
enum class PictureKind { unknown, png, jpeg, gif, webp, bmp, tiff, svg, emf, wmf, packed_metafile };

PictureKind picture_kind(std::string_view bytes);
/// The name of a kind as a person reads it ("Windows metafile").
std::string_view name_of(PictureKind kind);

/// A number of the bytes, the greatest part first; what lies behind their end counts as 0.
std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count);
/// The same, the least part first.
std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count);

/// Walks the chunks of a PNG up to its end: visit(kind, whole, held). Gives the place where they end.
template <class Visit>
std::size_t each_png_chunk(std::string_view bytes, Visit visit) {
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t length = big_endian(bytes, at, 4);
    if (length > bytes.size() - at - 12) break;
    const std::string_view kind = bytes.substr(at + 4, 4);
    visit(kind, bytes.substr(at, 12 + length), bytes.substr(at + 8, length));
    at += 12 + length;
    if (kind == "IEND") break;
  }
  return at;
}

/// Walks the marked stretches of a JPEG, its dots among them: visit(marker, whole, held); of the stretch that begins dots `whole` ends where
/// the next one begins. Gives the place behind its end mark, or where it breaks off.
template <class Visit>
std::size_t each_jpeg_stretch(std::string_view bytes, Visit visit) {
  const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  std::size_t at = 2;
  while (at + 2 <= bytes.size() && byte(at) == 0xFF) {
    const unsigned char marker = byte(at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker == 0xD9) return at + 2;
    const std::size_t length = big_endian(bytes, at + 2, 2);
    if (length < 2 || at + 2 + length > bytes.size()) break;
    std::size_t end = at + 2 + length;
    if (marker == 0xDA)  // dots: up to the next mark that is none of theirs
      while (end + 1 < bytes.size() && (byte(end) != 0xFF || byte(end + 1) == 0 || byte(end + 1) == 0xFF || (byte(end + 1) >= 0xD0 && byte(end + 1) <= 0xD7))) ++end;
    if (marker == 0xDA && end + 1 >= bytes.size()) end = bytes.size();
    visit(marker, bytes.substr(at, end - at), bytes.substr(at + 4, length - 2));
    at = end;
  }
  return at;
}

/// One block of a GIF behind its head.
enum class GifBlock { picture, timing, comment, words, program };

/// Walks the blocks of a GIF: visit(what, whole). Gives the place behind its end mark, or where it breaks off.
template <class Visit>
std::size_t each_gif_block(std::string_view bytes, Visit visit) {
  const auto byte = [bytes](std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u; };
  const auto colours = [](unsigned flags) { return (flags & 0x80) == 0 ? std::size_t{0} : std::size_t{3} << ((flags & 7) + 1); };
  std::size_t at = 13 + colours(byte(10));
  while (at + 1 < bytes.size()) {
    const unsigned begin = byte(at), label = byte(at + 1);
    if (begin != 0x21 && begin != 0x2C) break;
    std::size_t end = begin == 0x21 ? at + 2 : at + 11 + colours(byte(at + 9));
    while (end < bytes.size() && byte(end) != 0) end += 1 + byte(end);
    if (end >= bytes.size()) break;
    ++end;
    const GifBlock what = begin == 0x2C ? GifBlock::picture : label == 0xF9 ? GifBlock::timing : label == 0xFE ? GifBlock::comment : label == 0x01 ? GifBlock::words : GifBlock::program;
    visit(what, bytes.substr(at, end - at));
    at = end;
  }
  return at < bytes.size() && byte(at) == 0x3B ? at + 1 : at;
}

/// What the pieces of a GIF's block hold, one behind the other.
std::string gif_words(std::string_view block);

/// Walks the chunks of a WebP: visit(kind, whole, held). Gives the place where they end.
template <class Visit>
std::size_t each_webp_chunk(std::string_view bytes, Visit visit) {
  const std::size_t last = std::min<std::size_t>(bytes.size(), std::size_t{little_endian(bytes, 4, 4)} + 8);
  std::size_t at = 12;
  while (at + 8 <= last) {
    const std::size_t length = little_endian(bytes, at + 4, 4);
    if (length > last - at - 8) break;
    const std::size_t whole = std::min(8 + length + (length & 1), bytes.size() - at);
    visit(bytes.substr(at, 4), bytes.substr(at, whole), bytes.substr(at + 8, length));
    at += whole;
  }
  return at;
}

/// True for the chunks of a PNG that say how its dots look, as far as their size allows them to say no more.
bool png_chunk_draws(std::string_view kind, std::string_view held);

/// The picture with nothing in it that does not draw: no remarks, no records of cameras and programs, no small pictures, nothing behind its
/// end. Its dots stay as they are, and so does the way it stands up. Only PNG, JPEG, GIF, WebP, SVG and EMF are known so well; of any other kind the
/// same bytes are given, and none of an SVG that nobody can tell what it draws.
std::string bare_picture(std::string_view bytes);

}  // namespace casewright
