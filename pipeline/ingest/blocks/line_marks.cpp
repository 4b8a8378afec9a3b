#include "ingest/blocks/line_marks.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

/// Signs that stand for nothing but a bullet.
constexpr std::array<std::string_view, 22> bullet_signs{
    "\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x96\xAB", "\xE2\x96\xA0", "\xE2\x96\xA1", "\xE2\x97\xA6", "\xE2\x97\x8B", "\xC2\xB7", "\xE2\x9E\xA2", "\xE2\x80\xA3",
    "\xE2\x81\x83", "\xE2\x97\x86", "\xE2\x97\x87", "\xE2\x96\xB6", "\xE2\x96\xBA", "\xE2\x9C\x93", "\xE2\x9C\x94", "\xE2\x88\x99", "\xE2\x9D\x96", "\xE2\x9E\x94", "\xE2\x86\x92"};
/// What people type for a bullet, and what may be a word or a sum as well.
constexpr std::array<std::string_view, 6> typed_bullets{"-", "*", "o", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};

constexpr std::array<std::string_view, 6> contents_titles{"contents", "table of contents", "contents page", "list of contents", "cynnwys", "tabl cynnwys"};
/// The same, where what follows must show that it is contents.
constexpr std::array<std::string_view, 8> looser_contents_titles{"list of tables", "list of figures", "index of tables", "contents of this report", "in this report",
                                                                 "in this review", "what is in this report", "inside this report"};

/// The bytes of a private letter by which a symbol font shows a bullet, or 0.
std::size_t private_bullet(std::string_view text) {
  return text.size() > 3 && text[0] == '\xEF' && (text[1] == '\x82' || text[1] == '\x81' || text[1] == '\x83') ? 3 : 0;
}

/// The bytes of a sign that stands for a bullet at the beginning, or 0.
std::size_t bullet_sign(std::string_view text) {
  for (const std::string_view sign : bullet_signs)
    if (text.starts_with(sign)) return sign.size();
  return private_bullet(text);
}

/// In small letters, without the number before it and the stop behind it.
std::string as_title(std::string_view text) {
  std::string small = ascii_lower(fold_space(text));
  while (small.ends_with(':') || small.ends_with('.')) small.pop_back();
  if (const std::size_t at = small.find_first_not_of("0123456789. "); at != std::string::npos && at > 0) small.erase(0, at);
  return small == "what's in this report" ? "what is in this report" : small;
}

/// The bytes of white space at that place, a no-break space among them.
std::size_t space_at(std::string_view line, std::size_t at) {
  if (at < line.size() && (line[at] == ' ' || line[at] == '\t')) return 1;
  return line.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
}

std::size_t skip_space(std::string_view line, std::size_t at) {
  while (const std::size_t size = space_at(line, at)) at += size;
  return at;
}

unsigned roman_value(std::string_view word) {
  unsigned value = 0, last = 0;
  for (std::size_t at = word.size(); at-- > 0;) {
    const char c = word[at];
    const unsigned one = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0;
    if (one == 0) return 0;
    value = one < last ? value - one : value + one;
    last = std::max(last, one);
  }
  return word.size() <= 7 ? value : 0;
}

}  // namespace

LineMark list_mark(std::string_view line) {
  std::size_t bullet = bullet_sign(line);
  for (const std::string_view typed : typed_bullets)
    if (bullet == 0 && line.starts_with(typed)) bullet = typed.size();
  if (bullet == 0 && line.starts_with('+')) bullet = 1;
  if (bullet > 0 && space_at(line, bullet) != 0) return {line.substr(0, bullet), skip_space(line, bullet), false};
  std::size_t at = line.starts_with("(") ? 1 : 0;
  const std::size_t begin = at;
  while (at < line.size() && at - begin < 4 && (is_digit(line[at]) || is_small(line[at]))) ++at;
  const std::string_view core = line.substr(begin, at - begin);
  const bool digits = !core.empty() && core.size() < 4 && core.find_first_not_of("0123456789") == std::string_view::npos;
  const bool letter = core.size() == 1 || (!core.empty() && core.find_first_not_of("ivx") == std::string_view::npos);
  if ((!digits && !letter) || at >= line.size() || (line[at] != ')' && line[at] != '.') || (begin == 1 && line[at] != ')')) return {};
  const std::size_t end = at + 1, words = skip_space(line, end);
  if (words == end || words >= line.size()) return {};
  return {line.substr(0, end), words, true};
}

bool in_capitals(std::string_view text, std::ptrdiff_t least) {
  return std::count_if(text.begin(), text.end(), is_capital) >= least && std::none_of(text.begin(), text.end(), is_small);
}

bool is_small_number(std::string_view text) { return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit); }

BulletMark bullet_of(std::string_view text) {
  if (const std::size_t sign = bullet_sign(text); sign > 0) return {sign, true};
  for (const std::string_view typed : typed_bullets)
    if (text.starts_with(typed) && text.substr(typed.size()).starts_with(' ')) return {typed.size(), false};
  return {};
}

std::size_t ordinal_size(std::string_view text) {
  const bool open = text.starts_with("(") || text.starts_with("[");
  const std::size_t from = open ? 1 : 0;
  std::size_t at = from;
  while (at < text.size() && at - from < 6 && std::string_view("ivx").find(text[at]) != std::string_view::npos) ++at;
  if (at == from && at < text.size() && is_small(text[at])) ++at;
  if (at == from && at < text.size() && is_capital(text[at])) ++at;
  if (at == from)
    while (at < text.size() && at - from < 3 && is_digit(text[at])) ++at;
  if (at == from || at + 1 >= text.size()) return 0;
  const char close = text[at];
  const bool closed = open ? close == ')' || close == ']' : close == ')' || close == '.';
  // A mark in brackets may touch the words behind it.
  if (!closed || (text[at + 1] != ' ' && !(open && (is_small(text[at + 1]) || is_capital(text[at + 1]))))) return 0;
  return at + 1;
}

unsigned ordinal_number(std::string_view mark) {
  unsigned number = 0;
  for (const char c : mark) {
    if (is_digit(c)) number = 10 * number + static_cast<unsigned>(c - '0');
    else if (c != '.' && c != ')' && c != '(') return 0;
  }
  return number;
}

bool is_caption(std::string_view text) {
  for (const std::string_view word : {"Table ", "Figure ", "Fig. ", "Chart ", "Box ", "Graph ", "Diagram ", "TABLE ", "FIGURE "}) {
    if (!text.starts_with(word) || text.size() <= word.size()) continue;
    std::size_t at = word.size();
    if (is_capital(text[at])) ++at;
    while (at < text.size() && (is_digit(text[at]) || (text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1])))) ++at;
    if (at == word.size()) continue;
    if (at == text.size()) return true;
    const std::string_view rest = text.substr(at);
    return rest[0] == ':' || rest[0] == '.' || rest.starts_with(" -") || rest.starts_with(" \xE2\x80\x93") || rest.starts_with(" \xE2\x80\x94") ||
           (rest.size() > 2 && rest[0] == ' ' && is_capital(rest[1]));
  }
  return false;
}

bool is_counted_label(std::string_view text) {
  const std::size_t word = text.find(' ');
  if (word == std::string_view::npos || word < 4 || text[0] < 'A' || text[0] > 'Z') return false;
  if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(word), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  const std::size_t end = text.find_first_not_of("0123456789", word + 1);
  return end != std::string_view::npos && end > word + 1 && end <= word + 4 && text[end] == ':' &&
         (end + 1 == text.size() || text[end + 1] == ' ');
}

bool is_contents_title(std::string_view text) { return among(contents_titles, as_title(text)); }

bool opens_contents(std::string_view text) {
  const std::string title = as_title(text);
  return among(contents_titles, title) || among(looser_contents_titles, title);
}

std::string title_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (const char c : text)
    if (is_small(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) key += c;
    else if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
  return key;
}

PageLead page_lead(std::string_view text) {
  PageLead lead;
  std::size_t end = text.size();
  while (end > 0 && is_digit(text[end - 1])) --end;
  if (end < text.size()) {
    if (text.size() - end > 4) return {};
    for (const char c : text.substr(end)) lead.page = 10 * lead.page + static_cast<unsigned>(c - '0');
  } else {
    while (end > 0 && std::string_view("ivxl").find(text[end - 1]) != std::string_view::npos) --end;
    lead.page = roman_value(text.substr(end));
    if (lead.page == 0) return {};
  }
  std::size_t dots = 0, at = end;
  while (at > 0) {
    const char c = text[at - 1];
    if (c == '.' || c == '_') ++dots, --at;
    else if (at >= 3 && text.substr(at - 3, 3) == "\xE2\x80\xA6") dots += 3, at -= 3;
    else if (at >= 2 && text.substr(at - 2, 2) == "\xC2\xB7") ++dots, at -= 2;
    else if (c == ' ') --at;
    else break;
  }
  lead.dots = dots >= 3;
  if (at == 0 || (at == end && !lead.dots)) return {};
  lead.words_end = lead.dots ? at : text.substr(0, end).find_last_not_of(' ') + 1;
  return lead;
}

bool ends_sentence(std::string_view text) {
  text = trim(text);
  for (bool more = true; more && !text.empty();) {
    more = false;
    for (const std::string_view close : {"\xE2\x80\x9D", "\xE2\x80\x99", "\"", "'", ")", "]"})
      if (text.ends_with(close)) text.remove_suffix(close.size()), more = true;
  }
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

bool begins_small(std::string_view text) {
  for (const std::string_view open : {"\xE2\x80\x9C", "\xE2\x80\x98", "\"", "'", "("})
    if (text.starts_with(open)) text.remove_prefix(open.size());
  return !text.empty() && is_small(text[0]);
}

}  // namespace casewright
