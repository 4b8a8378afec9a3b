#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace casewright {

/// How a list is written in HTML.
struct ListStyle {
  std::string_view element;    ///< "ul" or "ol"
  std::string attributes;      ///< ` type="a" start="3"`, or nothing
  bool shows_markers = false;  ///< the items carry markers that HTML cannot count: they are written out
};

/// The style that shows the items' own markers ("2.", "(b)", "iv"): counted by HTML where it can count them.
ListStyle list_style(const Block& list);

}  // namespace casewright
