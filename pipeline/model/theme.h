#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.h"

namespace casewright {

/// How a board's documents look and what they say around the report.
struct Theme {
  std::string name;
  std::string language = "en-GB";
  Picture logo;                              ///< no bytes: none
  std::map<std::string, std::string> colours;  ///< by role: ink, paper, accent, accent-ink, quiet, line, warning: "#rrggbb"
  std::string text_font;                     ///< CSS family list of fonts people have; nothing is fetched
  std::string heading_font;
  std::string header;                        ///< running header
  std::string footer;
  std::string contact;                       ///< how to reach the board
  std::string accessibility;                 ///< the accessibility statement's words
  std::string website;
  std::vector<std::pair<std::string, std::string>> support;  ///< who helps a distressed reader: name, how
};

}  // namespace casewright
