#include "base/text.h"

#include "base/letters.h"

namespace casewright {
namespace {

/// Bytes of the white space that begins `text`: 0 none, 1 ASCII, 2 a no-break space.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (is_space(text[at])) return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  return 0;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

CodePoint broken() { return {0xFFFD, 1, false}; }

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t bytes = space_at(text, 0);
    if (bytes == 0) break;
    text.remove_prefix(bytes);
  }
  while (!text.empty()) {
    if (is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == "\xC2\xA0") {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

std::string fold_space(std::string_view text) {
  text = trim(text);
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = space_at(text, at);
    if (bytes == 0) {
      std::size_t end = at + 1;
      while (end < text.size() && text[end] > ' ' && text[end] < '\x7F') ++end;  // what is surely no space goes at one time
      folded.append(text, at, end - at);
      at = end;
    } else {
      if (folded.back() != ' ') folded += ' ';
      at += bytes;
    }
  }
  return folded;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string join_text(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) joined += between;
    joined += parts[i];
  }
  return joined;
}

std::string list_in_words(const std::vector<std::string>& parts) {
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) joined += i + 1 == parts.size() ? " and " : ", ";
    joined += parts[i];
  }
  return joined;
}

std::string ascii_lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));  // each byte is written, so that many go at once
  return lowered;
}

std::string replace_every(std::string_view text, std::string_view what, std::string_view by) {
  std::string replaced;
  std::size_t from = 0;
  if (what.empty()) return std::string(text);
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, from)) {
    replaced += text.substr(from, at - from);
    replaced += by;
    from = at + what.size();
  }
  replaced += text.substr(from);
  return replaced;
}

std::string escape_markup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (c == '&') escaped += "&amp;";
    else if (c == '<') escaped += "&lt;";
    else if (c == '>') escaped += "&gt;";
    else if (c == '"') escaped += "&quot;";
    else escaped += c;
  }
  return escaped;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const int length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead >= 0xF5 || at + static_cast<std::size_t>(length) > text.size()) return broken();
  char32_t value = length == 4 ? lead & 0x07 : length == 3 ? lead & 0x0F : lead & 0x1F;
  for (int i = 1; i < length; ++i) {
    const char next = text[at + static_cast<std::size_t>(i)];
    if (!is_continuation(next)) return broken();
    value = value << 6 | (static_cast<unsigned char>(next) & 0x3F);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool impossible = value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
  if (overlong || impossible) return broken();
  return {value, static_cast<std::uint8_t>(length), true};
}

void append_utf8(std::string& text, char32_t value) {
  const auto byte = [&text](char32_t bits) { text += static_cast<char>(bits); };
  if (value < 0x80) {
    byte(value);
  } else if (value < 0x800) {
    byte(0xC0 | value >> 6);
    byte(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    byte(0xE0 | value >> 12);
    byte(0x80 | (value >> 6 & 0x3F));
    byte(0x80 | (value & 0x3F));
  } else {
    byte(0xF0 | value >> 18);
    byte(0x80 | (value >> 12 & 0x3F));
    byte(0x80 | (value >> 6 & 0x3F));
    byte(0x80 | (value & 0x3F));
  }
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    if (!next.valid) return false;
    at += next.bytes;
  }
  return true;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += !is_continuation(c);
  return count;
}

}  // namespace casewright
