#include "ingest/css_text.h"

#include <algorithm>
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

}  // namespace casewright::css
