#include "assemble/edit.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"

namespace casewright {
namespace {

bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// "Dr." and "J." end no sentence.
bool abbreviation(std::string_view word) {
  const std::string lowered = ascii_lower(word);
  return word.size() == 1 || lowered == "dr" || lowered == "mr" || lowered == "mrs" || lowered == "ms" || lowered == "st" ||
         lowered == "e.g" || lowered == "i.e" || lowered == "prof" || lowered == "approx";
}

}  // namespace

std::string_view word_before(std::string_view text, std::size_t at, bool spaced) {
  std::size_t end = at;
  if (spaced) {
    while (end > 0 && is_space(text[end - 1])) --end;
    if (end == at) return {};
  }
  std::size_t from = end;
  while (from > 0 && word_byte(text[from - 1])) --from;
  return text.substr(from, end - from);
}

std::string_view word_after(std::string_view text, std::size_t at) {
  std::size_t from = at;
  while (from < text.size() && is_space(text[from])) ++from;
  if (from == at) return {};
  std::size_t end = from;
  while (end < text.size() && word_byte(text[end])) ++end;
  return text.substr(from, end - from);
}

bool begins_sentence(std::string_view text, std::size_t at) {
  std::size_t i = at;
  constexpr std::string_view opening = "\"'([";
  while (i > 0) {
    const std::string_view before = text.substr(0, i);
    if (is_space(before.back()) || opening.find(before.back()) != std::string_view::npos) --i;
    else if (before.ends_with("\xE2\x80\x9C") || before.ends_with("\xE2\x80\x98")) i -= 3;
    else break;
  }
  if (i == 0) return true;
  if (i == at) return false;
  const char mark = text[i - 1];
  if (mark == '!' || mark == '?') return true;
  return mark == '.' && !abbreviation(word_before(text, i - 1, false));
}

std::string with_capital(std::string text) {
  if (text.empty()) return text;
  const std::size_t bytes = code_point_at(text, 0).bytes;
  return unicode::upper(text.substr(0, bytes)) + text.substr(bytes);
}

void settle(std::vector<Edit>& edits) {
  std::vector<Edit> kept;
  for (Edit& each : edits) {
    const bool free = std::none_of(kept.begin(), kept.end(), [&](const Edit& other) {
      return each.span.empty() ? other.span.begin < each.span.begin && each.span.begin < other.span.end : other.span.overlaps(each.span);
    });
    if (free) kept.push_back(std::move(each));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  edits = std::move(kept);
}

Span after_edits(Span span, const std::vector<Edit>& edits) {
  std::uint32_t begin = span.begin;
  for (const Edit& each : edits)
    if (each.span.end <= span.begin) begin += static_cast<std::uint32_t>(each.by.size()) - each.span.length();
  return {begin, begin + span.length()};
}

std::string apply_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t from = 0;
  for (const Edit& each : edits) {
    out += text.substr(from, each.span.begin - from);
    out += each.by;
    from = each.span.end;
  }
  out += text.substr(from);
  return out;
}

}  // namespace casewright
