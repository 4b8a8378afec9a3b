#include "foreign/pdf/pdf_notation.h"

#include <cmath>

#include "base/text.h"

namespace casewright::pdf {
namespace {

constexpr char digits[] = "0123456789ABCDEF";
constexpr std::size_t longest_string = 32767;  ///< bytes that PDF/A-2 lets a string have (6.1.13)

void append_hex(std::string& out, unsigned unit) {
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[unit >> shift & 15];
}

}  // namespace

std::string reference(ObjectId id) { return std::to_string(id) + " 0 R"; }

void append_utf16_hex(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = code_point_at(words, at);
    at += point.bytes;
    if (point.value < 0x10000) {
      append_hex(out, point.value);
    } else {
      append_hex(out, 0xD800 + ((point.value - 0x10000) >> 10));
      append_hex(out, 0xDC00 + ((point.value - 0x10000) & 0x3FF));
    }
  }
}

std::string text_string(std::string_view words) {
  std::string made = "<FEFF";
  append_utf16_hex(made, words);
  if ((made.size() - 1) / 2 > longest_string) {
    made.resize(1 + 4 * ((longest_string - 4) / 2));
    const bool half = made[made.size() - 4] == 'D' && std::string_view("89AB").find(made[made.size() - 3]) != std::string_view::npos;
    if (half) made.resize(made.size() - 4);  // the other half of the character is cut off
    made += "2026";
  }
  return made + ">";
}

void append_number(std::string& out, float value) {
  const auto thousandths = static_cast<long long>(std::llround(static_cast<double>(value) * 1000));
  const long long whole = std::llabs(thousandths) / 1000, rest = std::llabs(thousandths) % 1000;
  if (thousandths < 0) out += '-';
  out += std::to_string(whole);
  if (rest == 0) return;
  std::string decimals = std::to_string(1000 + rest).substr(1);
  while (decimals.back() == '0') decimals.pop_back();
  out.append(".").append(decimals);
}

std::string number(float value) {
  std::string out;
  append_number(out, value);
  return out;
}

}  // namespace casewright::pdf
