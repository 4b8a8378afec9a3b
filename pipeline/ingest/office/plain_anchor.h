#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// The name of a bookmark as it may stand in a copy or a page: its own, or "place" and a number where it could name somebody. The same
/// name gives the same number, so that what leads there still does.
std::string plain_anchor(std::string_view name);

/// The code of a field with plain_anchor() for the bookmarks in it: "REF Shanice_Moore \h".
std::string with_plain_anchors(std::string_view instruction);

}  // namespace casewright
