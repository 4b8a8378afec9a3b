#include "foreign/pdf/content_scan.h"

#include <charconv>

#include "foreign/pdf/pdf_characters.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_operands = 10'000;

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t end_of_line(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r') ++at;
  return at;
}

/// Behind the string that begins at `at` with a bracket.
std::size_t end_of_literal(std::string_view bytes, std::size_t at) {
  int open = 0;
  for (; at < bytes.size(); ++at) {
    if (bytes[at] == '\\') ++at;
    else if (bytes[at] == '(') ++open;
    else if (bytes[at] == ')' && --open == 0) return at + 1;
  }
  return bytes.size();
}

std::size_t end_of_hex(std::string_view bytes, std::size_t at) {
  const std::size_t end = bytes.find('>', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

/// Behind the array or dictionary that begins at `at`, whatever is nested in it.
std::size_t end_of_nest(std::string_view bytes, std::size_t at) {
  int open = 0;
  while (at < bytes.size()) {
    const char c = bytes[at];
    const bool twice = at + 1 < bytes.size() && bytes[at + 1] == c;
    if (c == '(') at = end_of_literal(bytes, at);
    else if (c == '%') at = end_of_line(bytes, at);
    else if (c == '<' && !twice) at = end_of_hex(bytes, at);
    else {
      const bool wide = (c == '<' || c == '>') && twice;
      if (c == '[' || c == '<') ++open;
      if (c == ']' || wide) open -= c == '<' ? 0 : 1;
      at += wide ? 2 : 1;
      if (open <= 0) return at;
    }
  }
  return bytes.size();
}

std::size_t end_of_word(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_regular(bytes[at])) ++at;
  return at;
}

/// Behind the EI that ends an inline picture whose data begin at `at`: one that stands alone and is followed by text.
std::size_t end_of_picture(std::string_view bytes, std::size_t at) {
  constexpr std::size_t looked_at = 10;
  for (std::size_t end = bytes.find("EI", at); end != std::string_view::npos; end = bytes.find("EI", end + 1)) {
    const bool alone = end > at && is_white_space(bytes[end - 1]) && (end + 2 == bytes.size() || !is_regular(bytes[end + 2]));
    bool text = alone;
    for (std::size_t next = end + 2; text && next < bytes.size() && next < end + 2 + looked_at; ++next) {
      const auto c = static_cast<unsigned char>(bytes[next]);
      text = (c >= 32 && c < 127) || (is_white_space(bytes[next]) && c != 0);
    }
    if (text) return end + 2;
  }
  return bytes.size();
}

Operand operand_at(std::string_view bytes, std::size_t at) {
  using Kind = Operand::Kind;
  const char c = bytes[at];
  const auto upto = [&](Kind kind, std::size_t end) { return Operand{kind, bytes.substr(at, end - at)}; };
  if (c == '(') return upto(Kind::string, end_of_literal(bytes, at));
  if (c == '[') return upto(Kind::array, end_of_nest(bytes, at));
  if (c == '/') return upto(Kind::name, end_of_word(bytes, at + 1));
  if (c == '<' && at + 1 < bytes.size() && bytes[at + 1] == '<') return upto(Kind::dictionary, end_of_nest(bytes, at));
  if (c == '<') return upto(Kind::string, end_of_hex(bytes, at));
  if (is_delimiter(c)) return upto(Kind::other, at + 1);
  return upto((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' ? Kind::number : Kind::other, end_of_word(bytes, at));
}

bool is_value(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

/// The bytes that a string with round brackets stands for.
std::string literal_bytes(std::string_view raw) {
  std::string bytes;
  raw.remove_prefix(1);
  if (raw.ends_with(')')) raw.remove_suffix(1);
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\\' || at + 1 == raw.size()) {
      const bool line_end = raw[at] == '\r';  // however a line ends, it counts as one byte
      bytes += line_end ? '\n' : raw[at];
      if (line_end && at + 1 < raw.size() && raw[at + 1] == '\n') ++at;
      continue;
    }
    const char c = raw[++at];
    if (c >= '0' && c <= '7') {
      int value = 0;
      for (int digits = 0; digits < 3 && at < raw.size() && raw[at] >= '0' && raw[at] <= '7'; ++digits, ++at) value = value * 8 + (raw[at] - '0');
      --at;
      bytes += static_cast<char>(value & 0xff);
    } else if (c == '\r' || c == '\n') {
      if (c == '\r' && at + 1 < raw.size() && raw[at + 1] == '\n') ++at;
    } else {
      static constexpr std::string_view letters = "nrtbf", meant = "\n\r\t\b\f";
      const std::size_t known = letters.find(c);
      bytes += known == std::string_view::npos ? c : meant[known];
    }
  }
  return bytes;
}

std::string hex_bytes(std::string_view raw) {
  std::string bytes;
  int half = -1;
  for (const char c : raw) {
    const int value = hex_of(c);
    if (value < 0) continue;
    if (half >= 0) bytes += static_cast<char>(half * 16 + value);
    half = half >= 0 ? -1 : value;
  }
  if (half >= 0) bytes += static_cast<char>(half * 16);
  return bytes;
}

}  // namespace

std::string Operand::name() const {
  if (kind != Kind::name) return {};
  std::string plain;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const bool escaped = raw[at] == '#' && at + 2 < raw.size() && hex_of(raw[at + 1]) >= 0 && hex_of(raw[at + 2]) >= 0;
    plain += escaped ? static_cast<char>(hex_of(raw[at + 1]) * 16 + hex_of(raw[at + 2])) : raw[at];
    at += escaped ? 2 : 0;
  }
  return plain;
}

long long Operand::whole(long long otherwise) const {
  if (kind != Kind::number) return otherwise;
  const std::string_view digits = raw.starts_with('+') ? raw.substr(1) : raw;
  long long value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

void scan_content(std::string_view bytes, const TakeOperator& take) {
  std::vector<Operand> operands;
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_white_space(bytes[at])) {
      ++at;
    } else if (bytes[at] == '%') {
      at = end_of_line(bytes, at);
    } else {
      const Operand found = operand_at(bytes, at);
      at += found.raw.size();
      const bool is_operator = found.kind == Operand::Kind::other && is_regular(found.raw.front()) && !is_value(found.raw);
      if (!is_operator) {
        if (operands.size() < most_operands) operands.push_back(found);
        continue;
      }
      const bool picture = found.raw == "ID";
      if (picture) at = end_of_picture(bytes, at);
      if (picture) operands.clear();
      if (!take(picture ? "EI" : found.raw, operands)) return;
      operands.clear();
    }
  }
}

void each_string(const Operand& operand, const std::function<void(const std::string&)>& take) {
  if (operand.kind == Operand::Kind::string) return take(operand.raw.starts_with('(') ? literal_bytes(operand.raw) : hex_bytes(operand.raw));
  if (operand.kind != Operand::Kind::array) return;
  const std::string_view inside = operand.raw.substr(1);
  for (std::size_t at = 0; at < inside.size();) {
    if (is_white_space(inside[at])) {
      ++at;
      continue;
    }
    const Operand item = inside[at] == '%' ? Operand{Operand::Kind::other, inside.substr(at, end_of_line(inside, at) - at)} : operand_at(inside, at);
    at += item.raw.size();
    if (item.kind == Operand::Kind::string) each_string(item, take);
  }
}

}  // namespace casewright::pdf
