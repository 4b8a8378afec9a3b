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

/// The remarks in a style sheet, a line each.
std::string remarks_of(std::string_view sheet);
/// What stands in quotation marks, a line each.
std::string quoted_words(std::string_view sheet);
/// The words that a style sheet puts on the page or keeps in names of its own: content: "Draft", --who: "A. Other".
std::string words_on_page(std::string_view sheet);

}  // namespace casewright::css
