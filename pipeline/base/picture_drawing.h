#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// An SVG drawing without remarks, records, scripts, names of files and what other programs keep in it. Words that it draws stay, and so do the
/// title and the description that are read aloud. Nothing where it defines signs of its own (entities), which may stand for anything.
std::string bare_drawing(std::string_view bytes);

}  // namespace casewright
