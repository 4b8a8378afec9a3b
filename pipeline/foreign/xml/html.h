#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace casewright::html {

/// From byte `at` of a node's text on, characters come from byte `source` of the page; `exact` where they
/// stand there as they are, else they were written as an entity.
struct TextStep {
  std::uint32_t at = 0;
  std::uint32_t source = 0;
  bool exact = true;
};

/// What a node of a page is.
enum class NodeKind : std::uint8_t { element, text, comment };

/// One node of a page: an element with what is in it, a run of text, or a comment.
struct Node {
  NodeKind kind = NodeKind::element;
  std::string name;  ///< of an element, in small letters
  std::string text;  ///< of text and comments
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Node> children;
  std::vector<TextStep> steps;  ///< of text
  std::uint32_t line = 0;
  std::uint32_t source = 0;  ///< byte of the page at which an element or comment begins, or shortly after it

  std::string_view attribute(std::string_view key) const;
  bool has_attribute(std::string_view key) const;
  /// All text inside, comments and scripts too.
  std::string content() const;
};

/// Reads a page, however badly formed, as browsers do. `page` is UTF-8; what a page says of its encoding is
/// of no account here. The outermost node is <html>. A page nested deeper than 250 levels is a fault.
Result<Node> parse(std::string_view page, const std::string& file);

/// What each byte stands for in an encoding of one byte per character ("iso-8859-2"); nothing where the
/// encoding is unknown or has longer characters.
std::optional<std::array<char32_t, 256>> byte_encoding(const std::string& name);

}  // namespace casewright::html
