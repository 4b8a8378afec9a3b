#include "foreign/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/text.h"

namespace casewright::encoding {
namespace {

struct Mark {
  std::string_view bytes, name;
};
// The marks of UTF-32 begin like those of UTF-16, so they stand first.
constexpr std::array<Mark, 5> marks{{{{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
                                     {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"},
                                     {{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                     {{"\xFF\xFE", 2}, "UTF-16LE"},
                                     {{"\xFE\xFF", 2}, "UTF-16BE"}}};

bool all_ascii(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080ull) != 0) return false;
  }
  for (; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  return true;
}

/// UTF-16 without a mark: English text then has a zero in nearly every second byte.
std::string_view name_by_zeros(std::string_view bytes) {
  const std::size_t pairs = std::min<std::size_t>(bytes.size(), 4096) / 2;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += bytes[2 * i] == 0;
    odd += bytes[2 * i + 1] == 0;
  }
  if (pairs >= 2 && odd * 10 >= pairs * 6 && even * 10 <= pairs) return "UTF-16LE";
  if (pairs >= 2 && even * 10 >= pairs * 6 && odd * 10 <= pairs) return "UTF-16BE";
  return {};
}

std::uint32_t count_replaced(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos; at = text.find("\xEF\xBF\xBD", at + 3))
    ++count;
  return count;
}

/// `bytes` read with ICU's converter of that name; what it cannot read becomes U+FFFD.
std::string convert(std::string_view bytes, std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(std::string(name).c_str(), &status),
                                                                     ucnv_close);
  if (U_FAILURE(status)) return {};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  std::array<UChar, 8192> block;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  do {
    status = U_ZERO_ERROR;
    UChar* to = block.data();
    ucnv_toUnicode(converter.get(), &to, block.data() + block.size(), &from, end, nullptr, true, &status);
    icu::UnicodeString(false, block.data(), static_cast<std::int32_t>(to - block.data())).toUTF8String(text);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

/// Each line read as UTF-8 where it is, else as Windows-1252.
Decoded convert_lines(std::string_view bytes) {
  Decoded decoded{{}, "windows-1252", 0};
  for (std::size_t from = 0; from < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', from), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(from, end - from);
    if (all_ascii(line)) {
      decoded.text += line;
    } else if (is_utf8(line)) {
      decoded.text += line;
      decoded.name = "mixed";
    } else {
      decoded.text += convert(line, "windows-1252");
    }
    from = end;
  }
  return decoded;
}

}  // namespace

Decoded to_utf8(std::string_view bytes) {
  for (const Mark& mark : marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (mark.name == "UTF-8") {
      if (is_utf8(rest)) return {std::string(rest), "UTF-8", 0};
      return convert_lines(rest);
    }
    std::string text = convert(rest, mark.name);
    const std::uint32_t replaced = count_replaced(text);
    return {std::move(text), mark.name, replaced};
  }
  if (const std::string_view name = name_by_zeros(bytes); !name.empty()) {
    std::string text = convert(bytes, name);
    const std::uint32_t replaced = count_replaced(text);
    return {std::move(text), name, replaced};
  }
  if (all_ascii(bytes) || is_utf8(bytes)) return {std::string(bytes), "UTF-8", 0};
  return convert_lines(bytes);
}

}  // namespace casewright::encoding
