#include "ingest/carried/metafile_words.h"

#include <algorithm>
#include <optional>

#include "base/picture_file.h"
#include "base/text.h"
#include "foreign/inflate.h"
#include "ingest/carried/carried_risks.h"

namespace casewright {
namespace {

constexpr std::size_t most_unpacked = 64u << 20;
constexpr std::size_t most_words = 200'000;
constexpr std::size_t least_picture = 16u << 10;  // bytes of dots that may show words

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count = 4) { return little_endian(bytes, at, count); }

std::string one_byte_each(std::string_view bytes) {
  std::string words;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    append_utf8(words, byte < 0x20 ? ' ' : byte == 0x92 ? 0x2019 : byte == 0x96 || byte == 0x97 ? 0x2013 : byte);
  }
  return words;
}

std::string two_bytes_each(std::string_view bytes) {
  std::string words;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t unit = number(bytes, at, 2);
    if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size()) unit = 0x10000 + ((unit & 0x3FF) << 10) + (number(bytes, at += 2, 2) & 0x3FF);
    else if (unit >= 0xD800 && unit < 0xE000) unit = 0xFFFD;
    append_utf8(words, unit < 0x20 ? U' ' : unit);
  }
  return words;
}

/// Pieces of words as they are drawn one after the other. Programs draw a line word by word, or letter by letter.
class DrawnWords {
 public:
  void add(std::string words, std::int64_t line) {
    if (words.empty() || all_.size() > most_words) return;
    const std::size_t letters = count_characters(words);
    const bool spelt = line_ == line && letters == 1 && letters_ == 1;
    if (!all_.empty() && !spelt) all_ += ' ';
    all_ += words;
    line_ = line;
    letters_ = letters;
  }
  std::string take() { return fold_space(all_); }

 private:
  std::string all_;
  std::optional<std::int64_t> line_;
  std::size_t letters_ = 0;
};

/// [MS-EMF] 2.3, [MS-EMFPLUS] 2.3.
class EmfReader {
 public:
  MetafileWords read(std::string_view bytes) {
    const std::size_t title = number(bytes, 64);
    if (title >= 80 && title < bytes.size()) {
      // The name of the program, a zero, what it calls the drawing.
      const std::string_view both = bytes.substr(title, std::size_t{2} * number(bytes, 60));
      std::size_t name = 0;
      while (name + 1 < both.size() && number(both, name, 2) != 0) name += 2;
      words_.title = fold_space(two_bytes_each(both.substr(std::min(both.size(), name + 2 < both.size() ? name + 2 : 0))));
    }
    for (std::size_t at = 0; at + 8 <= bytes.size();) {
      const std::size_t size = number(bytes, at + 4);
      if (size < 8 || size > bytes.size() - at) break;
      record(number(bytes, at), bytes.substr(at, size));
      at += size;
    }
    words_.drawn = drawn_.take();
    return std::move(words_);
  }

 private:
  void record(std::uint32_t kind, std::string_view bytes) {
    constexpr std::uint32_t comment = 70, dots = 76, first_dots = 80, last_dots = 81, words_a = 83, words_w = 84, many_a = 96, many_w = 97, few_words = 108;
    if (kind == words_a || kind == words_w) words(bytes, 36, kind == words_w);
    else if (kind == many_a || kind == many_w)
      for (std::uint32_t i = 0; i < number(bytes, 36) && 40 + std::size_t{40} * (i + 1) <= bytes.size(); ++i) words(bytes, 40 + std::size_t{40} * i, kind == many_w);
    else if (kind == few_words) small_words(bytes);
    else if (kind == comment) remark(bytes.substr(std::min<std::size_t>(12, bytes.size()), number(bytes, 8)));
    else if ((kind == dots || kind == first_dots || kind == last_dots) && bytes.size() >= least_picture) words_.letters_unknown = true;
  }

  /// An object of text within a record: its place, how many letters, where they stand.
  void words(std::string_view bytes, std::size_t at, bool wide) {
    constexpr std::uint32_t by_number = 0x10;
    const std::size_t letters = number(bytes, at + 8), from = number(bytes, at + 12);
    if (from >= bytes.size() || letters > bytes.size()) return;
    if ((number(bytes, at + 16) & by_number) != 0) {
      words_.letters_unknown = words_.letters_unknown || letters > 0;
      return;
    }
    const std::string_view held = bytes.substr(from, wide ? 2 * letters : letters);
    drawn_.add(wide ? two_bytes_each(held) : one_byte_each(held), number(bytes, at + 4));
  }

  void small_words(std::string_view bytes) {
    constexpr std::uint32_t without_bounds = 0x100, one_byte = 0x200, by_number = 0x10;
    const std::uint32_t options = number(bytes, 20);
    const std::size_t letters = number(bytes, 16), from = (options & without_bounds) != 0 ? 36 : 52;
    if (from >= bytes.size() || letters > bytes.size()) return;
    if ((options & by_number) != 0) {
      words_.letters_unknown = true;
      return;
    }
    drawn_.add((options & one_byte) != 0 ? one_byte_each(bytes.substr(from, letters)) : two_bytes_each(bytes.substr(from, 2 * letters)), number(bytes, 12));
  }

  void remark(std::string_view held) {
    if (!held.starts_with("EMF+")) {
      if (const std::string said = words_of_binary(held); !said.empty()) words_.remarks += (words_.remarks.empty() ? "" : "; ") + said;
      return;
    }
    held.remove_prefix(4);
    for (std::size_t at = 0; at + 12 <= held.size();) {
      const std::size_t size = number(held, at + 4);
      if (size < 12 || size > held.size() - at) break;
      newer_record(number(held, at, 2), held.substr(at + 12, size - 12));
      at += size;
    }
  }

  void newer_record(std::uint32_t kind, std::string_view held) {
    constexpr std::uint32_t object = 0x4008, string = 0x401C, letters = 0x4036, letters_are_signs = 1;
    if (kind == string) drawn_.add(two_bytes_each(held.substr(std::min<std::size_t>(28, held.size()), std::size_t{2} * number(held, 8))), number(held, 16));
    if (kind == letters && (number(held, 4) & letters_are_signs) == 0) words_.letters_unknown = true;
    else if (kind == letters) drawn_.add(two_bytes_each(held.substr(std::min<std::size_t>(16, held.size()), std::size_t{2} * number(held, 12))), -1);
    if (kind == object && held.size() >= least_picture) words_.letters_unknown = true;
  }

  MetafileWords words_;
  DrawnWords drawn_;
};

/// [MS-WMF] 2.3.
MetafileWords read_wmf(std::string_view bytes) {
  constexpr std::uint32_t words = 0x0521, placed_words = 0x0A32, escape = 0x0626, bounded = 0x6, by_number = 0x10, dots = 0x0F43, more_dots = 0x0B41, other_dots = 0x0940;
  MetafileWords all;
  DrawnWords drawn;
  std::size_t at = (bytes.starts_with("\xD7\xCD\xC6\x9A") ? 22u : 0u) + 18u;
  while (at + 6 <= bytes.size()) {
    const std::size_t size = std::size_t{number(bytes, at)} * 2;
    if (size < 6 || size > bytes.size() - at) break;
    const std::string_view record = bytes.substr(at, size);
    const std::uint32_t kind = number(record, 4, 2);
    if (kind == words && size >= 8) {
      const std::size_t letters = number(record, 6, 2);
      drawn.add(one_byte_each(record.substr(8, letters)), number(record, 8 + letters + (letters & 1), 2));
    } else if (kind == placed_words && size >= 14) {
      const std::uint32_t options = number(record, 12, 2);
      const std::size_t from = (options & bounded) != 0 ? 22 : 14;
      if ((options & by_number) != 0) all.letters_unknown = true;
      else if (from < size) drawn.add(one_byte_each(record.substr(from, number(record, 10, 2))), number(record, 6, 2));
    } else if (kind == escape && size > 10) {
      if (const std::string said = words_of_binary(record.substr(10)); !said.empty()) all.remarks += (all.remarks.empty() ? "" : "; ") + said;
    } else if ((kind == dots || kind == more_dots || kind == other_dots) && size >= least_picture) {
      all.letters_unknown = true;
    }
    at += size;
  }
  all.drawn = drawn.take();
  return all;
}

}  // namespace

MetafileWords words_of_metafile(std::string_view bytes) {
  switch (picture_kind(bytes)) {
    case PictureKind::emf: return EmfReader().read(bytes);
    case PictureKind::wmf: return read_wmf(bytes);
    case PictureKind::packed_metafile: {
      const std::string unpacked = inflated(bytes, most_unpacked);
      return picture_kind(unpacked) == PictureKind::packed_metafile ? MetafileWords{} : words_of_metafile(unpacked);
    }
    default: return {};
  }
}

}  // namespace casewright
