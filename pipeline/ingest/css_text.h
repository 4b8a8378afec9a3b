#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::css {

/// Declarations by property, in small letters, "!important" left out.
using Declarations = std::map<std::string, std::string, std::less<>>;

/// The style sheet without its comments.
std::string without_comments(std::string_view text);

/// The declarations of a style attribute or of a rule; with `only_important`, those alone that say so.
Declarations read_declarations(std::string_view text, bool only_important = false);

/// Cuts at commas, or at that sign, that stand in no brackets.
std::vector<std::string> split_outside(std::string_view text, char sign);

}  // namespace casewright::css
