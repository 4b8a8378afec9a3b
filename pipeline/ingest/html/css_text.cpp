#include "ingest/html/css_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/text.h"

namespace casewright::css {
namespace {

/// The name of a property for pages that run from left to right and down.
std::string plain_property(std::string name) {
  static constexpr std::pair<std::string_view, std::string_view> names_by_flow[] = {
      {"inset-inline-start", "left"}, {"inset-inline-end", "right"}, {"inset-block-start", "top"}, {"inset-block-end", "bottom"}, {"margin-inline-start", "margin-left"}, {"margin-block-start", "margin-top"},
      {"block-size", "height"}, {"inline-size", "width"}, {"max-block-size", "max-height"}, {"max-inline-size", "max-width"}};
  for (const auto& [flow, plain] : names_by_flow)
    if (name == flow) return std::string(plain);
  return name;
}

/// The remarks of a style sheet, or what stands in quotation marks.
std::string words_within(std::string_view css, bool comments) {
  std::string words;
  for (std::size_t at = 0; at < css.size(); ++at) {
    const bool comment = css.substr(at, 2) == "/*";
    if (!comment && css[at] != '"' && css[at] != '\'') continue;
    const std::size_t begin = at + (comment ? 2 : 1);
    const std::size_t end = comment ? css.find("*/", begin) : css.find(css[at], begin);
    const std::string_view inside = css.substr(begin, end == std::string_view::npos ? end : end - begin);
    if (inside.size() > 1 && comment == comments) words += (words.empty() ? "" : "\n") + std::string(trim(inside));
    if (end == std::string_view::npos) break;
    at = end + (comment ? 1 : 0);
  }
  return words;
}

/// "--face: "Segoe UI", "Noto Sans", sans-serif": every list of typefaces ends with a family that each browser has.
bool lists_typefaces(std::string_view value) {
  constexpr std::string_view families[] = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "math", "emoji"};
  const std::string_view last = trim(value.substr(value.rfind(',') == std::string_view::npos ? 0 : value.rfind(',') + 1));
  return std::find(std::begin(families), std::end(families), last) != std::end(families);
}

/// "\\6f n" is "on": up to six hexadecimal digits and a blank behind them stand for one character.
std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    constexpr std::size_t most_digits = 6;
    std::uint32_t value = 0;
    const char* begin = text.data() + at + 1;
    const char* end = text[at] == '\\' ? std::from_chars(begin, begin + std::min(most_digits, text.size() - at - 1), value, 16).ptr : begin;
    if (text[at] != '\\' || end == begin || value < ' ' || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
      plain += text[at++];
      continue;
    }
    append_utf8(plain, static_cast<char32_t>(value));
    at = static_cast<std::size_t>(end - text.data());
    if (at < text.size() && text[at] == ' ') ++at;
  }
  return plain;
}

}  // namespace

std::string without_comments(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) != "/*") {
      plain += text[at++];
      continue;
    }
    const std::size_t end = text.find("*/", at + 2);
    if (end == std::string_view::npos) break;
    at = end + 2;
  }
  return plain;
}

Declarations read_declarations(std::string_view text, bool only_important) {
  Declarations all;
  const std::string plain = without_comments(text);
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    if (at < plain.size() && plain[at] == '(') ++depth;
    if (at < plain.size() && plain[at] == ')') depth = std::max(0, depth - 1);
    if (at < plain.size() && (plain[at] != ';' || depth > 0)) continue;
    const std::string_view one = std::string_view(plain).substr(begin, at - begin);
    begin = at + 1;
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    std::string value = ascii_lower(fold_space(one.substr(colon + 1)));
    if (const std::size_t important = value.find("!important"); important != std::string::npos) value = std::string(trim(value.substr(0, important)));
    else if (only_important) continue;
    all[plain_property(ascii_lower(trim(one.substr(0, colon))))] = std::move(value);
  }
  return all;
}

std::vector<std::string> split_outside(std::string_view text, char sign) {
  std::vector<std::string> parts(1);
  int depth = 0;
  char quote = 0;
  for (const char c : text) {
    if (quote != 0) quote = c == quote ? 0 : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '(' || c == '[') ++depth;
    else if (c == ')' || c == ']') depth = std::max(0, depth - 1);
    if (c == sign && depth == 0 && quote == 0) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

std::string remarks_of(std::string_view sheet) { return words_within(sheet, true); }

std::string quoted_words(std::string_view sheet) { return words_within(sheet, false); }

std::string words_on_page(std::string_view css) {
  std::string words;
  for (std::size_t at = css.find_first_of("\"'"); at != std::string_view::npos; at = css.find_first_of("\"'", at + 1)) {
    const std::size_t end = css.find(css[at], at + 1);
    if (end == std::string_view::npos) break;
    const std::size_t before = css.find_last_of(";{}", at);
    const std::string_view property = trim(css.substr(before == std::string_view::npos ? 0 : before + 1, at - (before == std::string_view::npos ? 0 : before + 1)));
    const std::string_view value = css.substr(at, css.find_first_of(";}", end) - at);
    if (property.starts_with("content") || (property.starts_with("--") && !lists_typefaces(value))) words += (words.empty() ? "" : " ") + without_escapes(css.substr(at + 1, end - at - 1));
    at = end;
  }
  return words;
}

}  // namespace casewright::css
