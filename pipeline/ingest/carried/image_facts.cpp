#include "ingest/carried/image_facts.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "base/picture_file.h"
#include "base/text.h"
#include "foreign/inflate.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/carried/metafile_words.h"
#include "ingest/carried/picture_thumbnail.h"
#include "ingest/html/drawing_file.h"

namespace casewright {
namespace {

constexpr std::size_t longest_text = 4000;
constexpr std::size_t most_entries = 512;

std::string printable_text(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size() && text.size() < longest_text;) {
    const CodePoint each = code_point_at(raw, at);
    if (each.value == 0) {
      at += each.bytes;
      continue;
    }
    if (each.valid && (each.value >= 0x20 || each.value == '\n')) text += raw.substr(at, each.bytes);
    else if (!each.valid && static_cast<unsigned char>(raw[at]) >= 0xA0) append_utf8(text, static_cast<unsigned char>(raw[at]));
    else text += ' ';
    at += each.bytes;
  }
  return fold_space(text);
}

std::string from_utf16(std::string_view raw, bool little) {
  std::string text;
  for (std::size_t at = 0; at + 1 < raw.size() && text.size() < longest_text; at += 2) {
    const auto one = static_cast<unsigned char>(raw[at]), two = static_cast<unsigned char>(raw[at + 1]);
    const char32_t unit = little ? static_cast<char32_t>(one | two << 8) : static_cast<char32_t>(one << 8 | two);
    if (unit == 0) break;
    append_utf8(text, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
  }
  return fold_space(text);
}

/// Leaf words of an XMP packet and the values of its attributes, without names of namespaces.
std::string words_of_xmp(std::string_view packet) {
  std::string words;
  bool inside = false;
  std::size_t quote = 0;
  for (std::size_t at = 0; at < packet.size() && words.size() < longest_text; ++at) {
    const char c = packet[at];
    if (c == '<') inside = true;
    else if (c == '>') inside = false, words += ' ';
    else if (!inside) words += c;
    else if (c == '"' || c == '\'') {
      const std::size_t end = packet.find(c, at + 1);
      if (end == std::string_view::npos) break;
      const std::string_view name = packet.substr(quote, at - quote), value = packet.substr(at + 1, end - at - 1);
      if (name.find("xmlns") == std::string_view::npos && value.find("://") == std::string_view::npos && value.size() > 2) words += " " + std::string(value) + " ";
      at = end;
      quote = end + 1;
    } else if (c == ' ' || c == '\n') {
      quote = at;
    }
  }
  return printable_text(words);
}

bool xmp_is_personal(std::string_view packet) {
  for (const char* word : {"dc:creator", "dc:description", "dc:title", "GPS", "photoshop:Credit", "photoshop:City", "Iptc4xmp", "creatorAtom", "OwnerName", "PersonInImage", "mwg-rs", "MPReg", "dc:subject"})
    if (packet.find(word) != std::string_view::npos) return true;
  return false;
}

/// The directories of a TIFF, which is also what Exif is.
class TiffFacts {
 public:
  TiffFacts(std::string_view bytes, std::vector<ImageFact>& into) : bytes_(bytes), into_(into) {}

  void read() {
    if (bytes_.size() < 8) return;
    little_ = bytes_.starts_with("II");
    if (!little_ && !bytes_.starts_with("MM")) return;
    directory(number(4, 4), false, 0);
  }

  /// The small picture that stands beside the picture; empty where there is none.
  std::string_view thumbnail() const { return thumbnail_; }

 private:
  struct Text {
    std::uint32_t tag;
    std::string_view name;
    bool personal;
  };
  static constexpr Text texts[] = {
      {0x010E, "description", true}, {0x010F, "camera", false},   {0x0110, "camera", false},         {0x0131, "program", false},     {0x0132, "date", false},
      {0x013B, "artist", true},      {0x013C, "computer", true},  {0x8298, "copyright", true},       {0x9003, "date", false},        {0x9286, "note", true},
      {0xA430, "owner", true},       {0xA431, "serial number", true}, {0xA435, "serial number", true}, {0xC62F, "serial number", true}, {0x010D, "document name", true}};

  std::uint32_t number(std::size_t at, std::size_t count) const {
    std::uint32_t value = 0;
    if (at > bytes_.size() || bytes_.size() - at < count) return 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[at + (little_ ? count - 1 - i : i)]);
      value = value << 8 | byte;
    }
    return value;
  }

  std::string_view value(std::size_t entry, std::uint32_t type, std::uint32_t count) const {
    static constexpr std::uint32_t sizes[] = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    const std::uint64_t size = std::uint64_t{type < 13 ? sizes[type] : 1} * count;
    const std::size_t at = size <= 4 ? entry + 8 : number(entry + 8, 4);
    if (at > bytes_.size() || size > bytes_.size() - at) return {};
    return bytes_.substr(at, size);
  }

  double rational(std::string_view three, std::size_t index) const {
    const std::size_t at = static_cast<std::size_t>(three.data() - bytes_.data()) + index * 8;
    const std::uint32_t below = number(at + 4, 4);
    return below == 0 ? 0 : static_cast<double>(number(at, 4)) / below;
  }

  void directory(std::uint32_t at, bool place, int depth) {
    if (depth > 4 || at == 0 || at + 2 > bytes_.size()) return;
    const std::uint32_t count = std::min<std::uint32_t>(number(at, 2), most_entries);
    std::string latitude, longitude;
    std::size_t small_at = 0, small_bytes = 0;
    for (std::uint32_t i = 0; i < count && at + 2 + (i + 1) * 12 <= bytes_.size(); ++i) {
      const std::size_t entry = at + 2 + i * 12;
      const std::uint32_t tag = number(entry, 2), type = number(entry + 2, 2);
      const std::string_view held = value(entry, type, number(entry + 4, 4));
      if (place) {
        if ((tag == 2 || tag == 4) && held.size() >= 24) (tag == 2 ? latitude : longitude) = degrees(held);
        continue;
      }
      if (tag == 0x0201) small_at = number(entry + 8, 4);
      if (tag == 0x0202) small_bytes = number(entry + 8, 4);
      if (tag == 0x8769) directory(number(entry + 8, 4), false, depth + 1);
      else if (tag == 0x8825) directory(number(entry + 8, 4), true, depth + 1);
      else if (tag >= 0x9C9B && tag <= 0x9C9F) put("note", from_utf16(held, true), true);
      else if (tag == 700) put("XMP", words_of_xmp(held), xmp_is_personal(held));
      else if (tag == 0x9286 && held.starts_with(std::string_view("UNICODE\0", 8))) put("note", from_utf16(held.substr(8), little_), true);
      else
        for (const Text& each : texts)
          if (each.tag == tag) put(std::string(each.name), printable_text(held.starts_with(std::string_view("ASCII\0\0\0", 8)) ? held.substr(8) : held), each.personal);
    }
    if (small_at > 0 && small_at < bytes_.size()) thumbnail_ = bytes_.substr(small_at, small_bytes);
    if (!latitude.empty() || !longitude.empty()) put("place", latitude + " " + longitude, true);
    if (place || at + 2 + count * 12 + 4 > bytes_.size()) return;
    directory(number(at + 2 + count * 12, 4), false, depth + 1);
  }

  std::string degrees(std::string_view held) const {
    char text[32];
    std::snprintf(text, sizeof text, "%.5f", rational(held, 0) + rational(held, 1) / 60 + rational(held, 2) / 3600);
    return text;
  }

  void put(std::string name, std::string text, bool personal) {
    if (!trim(text).empty()) into_.push_back({std::move(name), std::move(text), personal});
  }

  std::string_view bytes_;
  std::vector<ImageFact>& into_;
  std::string_view thumbnail_;
  bool little_ = false;
};

/// The small picture beside a JPEG, which an editor may have left as it was before the picture was cut or painted over.
void thumbnail_facts(std::string_view picture, std::string_view thumbnail, std::vector<ImageFact>& facts) {
  if (!thumbnail.starts_with("\xFF\xD8\xFF")) return;
  const Thumbnail stands = compare_thumbnail(picture, thumbnail);
  const bool tells = stands == Thumbnail::shows_more || stands == Thumbnail::shows_otherwise;
  facts.push_back({"thumbnail", stands == Thumbnail::shows_more ? "a small picture that shows what was cut off" : tells ? "a small picture that shows what was painted over" : "a small picture", tells});
}

void jpeg_facts(std::string_view bytes, std::vector<ImageFact>& facts) {
  constexpr std::string_view exif("Exif\0\0", 6), xmp("http://ns.adobe.com/xap/1.0/\0", 29), photoshop("Photoshop 3.0", 13);
  each_jpeg_stretch(bytes, [&](unsigned char marker, std::string_view, std::string_view held) {
    if (marker == 0xE1 && held.starts_with(exif)) {
      TiffFacts exif_facts(held.substr(exif.size()), facts);
      exif_facts.read();
      thumbnail_facts(bytes, exif_facts.thumbnail(), facts);
    }
    if (marker == 0xE1 && held.starts_with(xmp)) facts.push_back({"XMP", words_of_xmp(held.substr(xmp.size())), xmp_is_personal(held)});
    else if (marker == 0xFE) facts.push_back({"comment", printable_text(held), true});
    else if (marker == 0xED && held.starts_with(photoshop)) {
      for (const std::string_view kind : {std::string_view("8BIM\x04\x0C", 6), std::string_view("8BIM\x04\x09", 6)})
        if (const std::size_t small = held.find("\xFF\xD8\xFF", std::min(held.find(kind), held.size())); small != std::string_view::npos) thumbnail_facts(bytes, held.substr(small), facts);
      // IPTC records: 0x1C, the record, the field, two bytes of length.
      for (std::size_t at = 0; at + 5 < held.size(); ++at) {
        if (held[at] != 0x1C || held[at + 1] != 0x02) continue;
        const std::size_t length = big_endian(held, at + 3, 2);
        if (length == 0 || at + 5 + length > held.size()) continue;
        const std::string words = printable_text(held.substr(at + 5, length));
        if (words.size() > 2) facts.push_back({"caption", words, true});
        at += 4 + length;
      }
    }
  });
}

/// What a chunk of words says: its key, and its words unpacked where they are packed.
std::pair<std::string, std::string> png_words(std::string_view kind, std::string_view held) {
  constexpr std::size_t most_unpacked = 4u << 20;
  const std::size_t key = std::min(held.find('\0'), held.size());
  std::string_view rest = held.substr(std::min(held.size(), key + 1));
  if (kind == "zTXt") return {std::string(held.substr(0, key)), inflated(rest.substr(std::min<std::size_t>(1, rest.size())), most_unpacked)};
  if (kind != "iTXt" || rest.size() < 2) return {std::string(held.substr(0, key)), std::string(rest)};
  const bool packed = rest[0] != '\0';
  rest.remove_prefix(2);
  std::string before;  // the key in the language of the words
  for (int i = 0; i < 2; ++i) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    if (i == 1) before = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return {std::string(held.substr(0, key)), before + " " + (packed ? inflated(rest, most_unpacked) : std::string(rest))};
}

void png_facts(std::string_view bytes, std::vector<ImageFact>& facts) {
  each_png_chunk(bytes, [&](std::string_view kind, std::string_view, std::string_view held) {
    if (kind == "eXIf") return TiffFacts(held, facts).read();
    if (kind == "tIME" || kind == "hIST" || png_chunk_draws(kind, held)) return;
    if (kind == "iCCP" || kind == "sPLT") return facts.push_back({"colours", printable_text(held.substr(0, held.find('\0')))});
    if (kind != "tEXt" && kind != "iTXt" && kind != "zTXt") {
      if (const std::string words = words_of_binary(held); !words.empty()) facts.push_back({"a chunk of another program", words, true, !may_name_somebody(words)});
      return;
    }
    const auto [raw_key, raw_words] = png_words(kind, held);
    const std::string key = printable_text(raw_key), low = ascii_lower(key);
    if (key == "XML:com.adobe.xmp") return facts.push_back({"XMP", words_of_xmp(raw_words), xmp_is_personal(raw_words)});
    const bool harmless = low == "software" || low == "creation time" || low.starts_with("date:") || low.starts_with("png:") || low.find("icc") != std::string::npos || low.starts_with("tiff:") || low.starts_with("exif:");
    const std::string words = printable_text(raw_words);
    facts.push_back({key, words.empty() ? key : words, !harmless});
  });
}

void gif_facts(std::string_view bytes, std::vector<ImageFact>& facts) {
  each_gif_block(bytes, [&](GifBlock what, std::string_view whole) {
    const std::string held = gif_words(whole);
    if (what == GifBlock::comment) facts.push_back({"comment", printable_text(held), true, held.starts_with("Created with") || held.starts_with("CREATOR")});
    if (what == GifBlock::words) facts.push_back({"words for old programs", printable_text(held.substr(std::min<std::size_t>(12, held.size()))), true});
    if (what != GifBlock::program || held.starts_with("NETSCAPE2.0") || held.starts_with("ICCRGBG1") || held.starts_with("ANIMEXTS1.0")) return;
    if (held.starts_with("XMP Data")) return facts.push_back({"XMP", words_of_xmp(whole.substr(14)), xmp_is_personal(whole)});
    if (const std::string words = words_of_binary(held); !words.empty()) facts.push_back({"a block of another program", words, true, !may_name_somebody(words)});
  });
}

void metafile_facts(std::string_view bytes, std::vector<ImageFact>& facts) {
  MetafileWords words = words_of_metafile(bytes);
  facts.push_back({"words", std::move(words.drawn), false, false, true});
  const bool telling = may_name_somebody(words.title), remarked = may_name_somebody(words.remarks);
  facts.push_back({"description", std::move(words.title), true, !telling});
  facts.push_back({"a remark for programs", std::move(words.remarks), true, !remarked});
}

/// The words of an SVG: those it draws, titles of programs, metadata, comments.
void svg_facts(std::string_view bytes, std::vector<ImageFact>& facts) {
  for (std::size_t at = bytes.find("<!--"); at != std::string_view::npos; at = bytes.find("<!--", at + 4)) {
    const std::string words = printable_text(bytes.substr(at + 4, bytes.find("-->", at) - at - 4));
    if (!words.empty()) facts.push_back({"comment", words, words.find("Generator") == std::string::npos && words.find("Created with") == std::string::npos});
  }
  if (const std::size_t at = bytes.find("<metadata"); at != std::string_view::npos)
    if (const std::string words = words_of_xmp(bytes.substr(at, bytes.find("</metadata>", at) - at)); !words.empty()) facts.push_back({"metadata", words, words.find("creator") != std::string::npos || xmp_is_personal(bytes)});
  DrawingWords words = words_of_drawing_file(bytes);
  facts.push_back({"words", std::move(words.drawn), false, false, true});
  for (std::string& each : words.hidden) facts.push_back({"words that the picture does not show", std::move(each), true});
  for (const char* key : {"sodipodi:docname=\"", "inkscape:export-filename=\""})
    if (const std::size_t at = bytes.find(key); at != std::string_view::npos) {
      const std::size_t begin = at + std::string_view(key).size();
      facts.push_back({"file name", printable_text(bytes.substr(begin, bytes.find('"', begin) - begin)), true});
    }
}

bool is_jpeg_2000(std::string_view bytes) { return bytes.starts_with(std::string_view("\0\0\0\x0CjP", 6)); }

/// The records between a JPEG 2000 file's boxes, up to its dots.
void jpeg_2000_facts(std::string_view bytes, std::vector<ImageFact>& facts) {
  for (std::size_t at = 0; at + 8 <= bytes.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
    const std::string_view kind = bytes.substr(at + 4, 4);
    if (kind == "jp2c" || size < 8) return;
    const std::string_view held = bytes.substr(at + 8, size - 8);
    const std::string_view words = held.substr(std::min<std::size_t>(kind == "uuid" ? 16 : 0, held.size()));
    if (kind == "xml " || (kind == "uuid" && words.find("xmpmeta") != std::string_view::npos)) facts.push_back({"XMP", words_of_xmp(words), xmp_is_personal(words)});
    at += size;
  }
}

}  // namespace

std::vector<ImageFact> image_facts(std::string_view bytes) {
  std::vector<ImageFact> facts;
  switch (picture_kind(bytes)) {
    case PictureKind::jpeg: jpeg_facts(bytes, facts); break;
    case PictureKind::png: png_facts(bytes, facts); break;
    case PictureKind::gif: gif_facts(bytes, facts); break;
    case PictureKind::tiff: TiffFacts(bytes, facts).read(); break;
    case PictureKind::webp:
      each_webp_chunk(bytes, [&](std::string_view kind, std::string_view, std::string_view held) {
        if (kind == "EXIF") TiffFacts(held.starts_with("Exif") ? held.substr(std::min<std::size_t>(6, held.size())) : held, facts).read();
        if (kind == "XMP ") facts.push_back({"XMP", words_of_xmp(held), xmp_is_personal(held)});
      });
      break;
    case PictureKind::svg: svg_facts(bytes, facts); break;
    case PictureKind::emf:
    case PictureKind::wmf:
    case PictureKind::packed_metafile: metafile_facts(bytes, facts); break;
    case PictureKind::bmp: break;
    case PictureKind::unknown:
      if (is_jpeg_2000(bytes)) jpeg_2000_facts(bytes, facts);
  }
  std::erase_if(facts, [](const ImageFact& each) { return trim(each.text).empty(); });
  return facts;
}

std::optional<ImageFact> fact_behind_end(std::string_view bytes) {
  constexpr std::size_t few = 16;
  const auto nothing = [](auto&&...) {};
  const PictureKind kind = picture_kind(bytes);
  const std::size_t end = kind == PictureKind::png ? each_png_chunk(bytes, nothing) : kind == PictureKind::jpeg ? each_jpeg_stretch(bytes, nothing) : kind == PictureKind::gif ? each_gif_block(bytes, nothing) : kind == PictureKind::webp ? each_webp_chunk(bytes, nothing) : bytes.size();
  const std::string_view behind = bytes.substr(std::min(end, bytes.size()));
  if (behind.find_first_not_of(behind.empty() ? '\0' : behind.front()) == std::string_view::npos) return std::nullopt;
  const std::string words = words_of_binary(behind);
  if (words.empty() && behind.size() < few) return std::nullopt;
  return ImageFact{"bytes behind the end", words.empty() ? std::to_string(behind.size()) + " bytes" : words, true};
}

}  // namespace casewright
