#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/prose.h"

namespace casewright {

/// A regime whose guidance a report cites, and how often.
struct Cited {
  std::string regime;
  int times = 0;
  Span first;
};

/// The regimes whose guidance a text in small letters cites by name and year ("working together ... 2015"), ordered by
/// code.
std::vector<Cited> cited_regimes(const std::string& lower);
/// The regime a report is under: what it says of itself, else the guidance it cites most, else the names of
/// boards and reviews that it uses. Empty where nothing decides it. `lower` is its Prose in small letters.
std::string recognise_regime(const Document& document, const std::string& lower);

}  // namespace casewright
