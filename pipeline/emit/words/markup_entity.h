#pragma once

#include <string_view>

namespace casewright {

/// The entity that HTML and XML write for &, <, > and "; nothing for other characters.
constexpr std::string_view markup_entity(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return {};
  }
}

}  // namespace casewright
