#pragma once

#include <string_view>

#include "foreign/pdf/pdf_picture.h"

namespace casewright {

/// True where a picture seems to show words: rows of small dark and light strokes with quiet rows above and below. Photographs and shapes
/// have no such rows, and what is smaller than a few words takes counts as a logo.
bool may_show_words(const pdf::Grey& grey);

/// The same of a picture file. One of a kind that cannot be unpacked may show anything; an SVG drawing is read otherwise and shows none here.
bool may_show_words(std::string_view bytes);

}  // namespace casewright
