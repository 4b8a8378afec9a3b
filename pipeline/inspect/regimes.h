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

/// The regimes whose guidance the Prose cites by name and year ("Working Together ... 2015"), ordered by
/// code.
std::vector<Cited> cited_regimes(const Prose& prose);
/// The regime a report is under: what it says of itself, else the guidance it cites most, else the names of
/// boards and reviews that it uses. Empty where nothing decides it.
std::string recognise_regime(const Document& document, const Prose& prose);

}  // namespace casewright
