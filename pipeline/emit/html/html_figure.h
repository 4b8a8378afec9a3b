#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace casewright {

/// Appends a picture: a drawing as inline SVG with title and description, an image as bytes in the page.
/// `number` counts the figures of the page and makes the anchors unique.
void append_picture(std::string& out, const Picture& picture, std::string_view title, std::size_t number);

}  // namespace casewright
