#pragma once

#include <string_view>

namespace casewright {

/// How the small picture that a camera or an editor keeps beside a picture stands to it.
enum class Thumbnail { same, shows_more, shows_otherwise, unknown };

/// Holds the small JPEG against the JPEG that it stands in: it may show what was cut off since, or painted over.
Thumbnail compare_thumbnail(std::string_view picture, std::string_view thumbnail);

}  // namespace casewright
