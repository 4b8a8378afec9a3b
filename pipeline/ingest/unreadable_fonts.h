#pragma once

#include <string_view>

namespace casewright {

/// True for a font of that name in which nobody can read words: pictures in place of letters (Wingdings), blocks (Redacted), bars.
bool shows_no_letters(std::string_view font);
/// True where words are set in such a font; one letter or three are a tick, an arrow or a smiling face.
bool is_unreadable(std::string_view font, std::string_view words);

}  // namespace casewright
