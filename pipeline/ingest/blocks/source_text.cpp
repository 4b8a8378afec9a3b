#include "ingest/blocks/source_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/words.h"
#include "foreign/xml/html.h"

namespace casewright {
namespace {

/// What Windows-1252 has from 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) return byte;
  const char32_t character = windows_1252[byte - 0x80u];
  return character == 0 ? 0xFFFD : character;
}

enum class Wide { none, little, big };

/// UTF-16 by its mark, or without one where every second byte of the beginning is NUL.
Wide wide_form(std::string_view bytes, std::uint32_t& mark) {
  mark = 2;
  if (bytes.starts_with("\xFF\xFE")) return Wide::little;
  if (bytes.starts_with("\xFE\xFF")) return Wide::big;
  mark = 0;
  std::size_t even = 0, odd = 0;
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 400) & ~std::size_t{1};
  for (std::size_t at = 0; at < looked; ++at)
    if (bytes[at] == 0) ++(at % 2 == 0 ? even : odd);
  if (looked >= 4 && odd * 4 > looked && even == 0) return Wide::little;
  if (looked >= 4 && even * 4 > looked && odd == 0) return Wide::big;
  return Wide::none;
}

/// UTF-32 by its mark, or without one where three of four bytes of the beginning are NUL, the same three of each.
Wide widest_form(std::string_view bytes, std::uint32_t& mark) {
  mark = 4;
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return Wide::little;
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return Wide::big;
  mark = 0;
  std::size_t first = 0, last = 0;
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 400) & ~std::size_t{3};
  for (std::size_t at = 0; at < looked; at += 4) {
    if (bytes[at + 1] != 0 || bytes[at + 2] != 0) continue;
    first += bytes[at] == 0 && bytes[at + 3] != 0;
    last += bytes[at + 3] == 0 && bytes[at] != 0;
  }
  if (looked >= 8 && last * 8 > looked) return Wide::little;
  if (looked >= 8 && first * 8 > looked) return Wide::big;
  return Wide::none;
}

/// The encoding that a page names in a meta element within its first 2048 bytes, in small letters.
std::string named_encoding(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 2048));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::string tag = head.substr(at, head.find('>', at) - at);
    std::size_t name = tag.find("charset");
    if (name == std::string::npos) continue;
    name = tag.find('=', name);
    if (name == std::string::npos) continue;
    std::string_view value = trim(std::string_view(tag).substr(name + 1));
    while (!value.empty() && (value[0] == '"' || value[0] == '\'')) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of("\"' ;/>")));
  }
  return "";
}

bool is_plain_name(std::string_view name) {
  return name.empty() || name.starts_with("utf") || name == "windows-1252" || name == "cp1252" || name == "iso-8859-1" || name == "latin1" ||
         name == "us-ascii" || name == "ascii";
}

}  // namespace

void SourceText::put(char32_t character, std::uint32_t from) {
  if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = 0xFFFD;
  if (character == 0xFFFD && replaced++ + guessed == 0) odd_at = static_cast<std::uint32_t>(text.size());
  append_utf8(text, character);
  bytes_of_.resize(text.size(), from);
}

void SourceText::put_guessed(char32_t character, std::uint32_t from) {
  if (character != 0xFFFD && guessed++ + replaced == 0) odd_at = static_cast<std::uint32_t>(text.size());
  put(character, from);
}

void SourceText::find_lines() {
  lines_.push_back(0);
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))) lines_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::uint32_t SourceText::byte_of(std::uint32_t at) const {
  if (bytes_of_.empty()) return at + shift_;
  return at < bytes_of_.size() ? bytes_of_[at] : bytes_of_.back() + 1;
}

std::uint32_t SourceText::line_of(std::uint32_t at) const {
  return static_cast<std::uint32_t>(std::upper_bound(lines_.begin(), lines_.end(), at) - lines_.begin());
}

Result<SourceText> decode_text(std::string_view bytes, const Path& file, bool is_html) {
  SourceText source;
  std::uint32_t mark = 0;
  if (const Wide widest = widest_form(bytes, mark); widest != Wide::none) {
    source.encoding = widest == Wide::little ? "utf-32le" : "utf-32be";
    for (std::size_t at = mark; at + 3 < bytes.size(); at += 4) {
      char32_t character = 0;
      for (std::size_t byte = 0; byte < 4; ++byte) character = character << 8 | static_cast<unsigned char>(bytes[at + (widest == Wide::little ? 3 - byte : byte)]);
      source.put(character, static_cast<std::uint32_t>(at));
    }
    source.find_lines();
    return source;
  }
  const Wide wide = wide_form(bytes, mark);
  if (wide != Wide::none) {
    source.encoding = wide == Wide::little ? "utf-16le" : "utf-16be";
    const auto unit = [&](std::size_t at) {
      const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
      return static_cast<char32_t>(wide == Wide::little ? first | second << 8 : first << 8 | second);
    };
    for (std::size_t at = mark; at + 1 < bytes.size(); at += 2) {
      char32_t character = unit(at);
      const auto from = static_cast<std::uint32_t>(at);
      if (character >= 0xD800 && character < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
        character = 0x10000 + ((character - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
        at += 2;
      }
      source.put(character, from);
    }
    source.find_lines();
    return source;
  }
  const std::size_t nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls > 16 && nuls * 50 > bytes.size()) return Fault{file, 0, 0, "this is no text", "open it in the program that made it and save it as text or HTML"};
  const bool has_mark = bytes.starts_with("\xEF\xBB\xBF");
  if (nuls == 0 && is_utf8(bytes)) {
    source.shift_ = has_mark ? 3 : 0;
    source.text = bytes.substr(source.shift_);
    source.encoding = "utf-8";
    source.find_lines();
    return source;
  }
  const std::string named = is_html && !has_mark ? named_encoding(bytes) : "";
  std::optional<std::array<char32_t, 256>> table;
  if (!is_plain_name(named)) table = html::byte_encoding(named);
  source.encoding = table ? named : "windows-1252";
  for (std::size_t at = has_mark ? 3 : 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const CodePoint read = code_point_at(bytes, at);
    const bool as_utf8 = read.valid && (byte < 0x80 || !table);
    const auto from = static_cast<std::uint32_t>(at);
    if (as_utf8) source.put(read.value, from);
    else if (table) source.put((*table)[byte], from);
    else if (named.empty()) source.put_guessed(from_windows_1252(byte), from);
    else source.put(from_windows_1252(byte), from);
    at += as_utf8 ? read.bytes : 1;
  }
  source.find_lines();
  return source;
}

void tell_guesses(const SourceText& source, Container& container) {
  if (source.guessed + source.replaced == 0) return;
  Carried item{CarriedKind::private_data, "letters", "", "", source.origin(1, source.odd_at), 0, {}};
  item.risk = "letters-guessed";
  item.deliberate = source.replaced > 0;
  if (source.guessed > 0) item.how = counted(source.guessed, "letter was", "letters were") + " read as Windows-1252";
  if (source.guessed > 0 && source.replaced > 0) item.how += ", and ";
  if (source.replaced > 0) item.how += counted(source.replaced, "character", "characters") + " could not be read";
  item.how += ", first in line " + std::to_string(source.line_of(source.odd_at));
  container.items.push_back(std::move(item));
}

}  // namespace casewright
