#pragma once

#include <map>
#include <string>
#include <vector>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>

namespace casewright {

/// What the pages of a PDF paint: words by page and number of their marked content, and what breaks a condition.
struct PdfContent {
  std::map<std::pair<QPDFObjGen, long long>, std::string> words;
  std::vector<std::string> breaches;
};

/// Walks every page and holds what it paints, and the fonts that it uses, against ISO 14289-1 (7.1, 7.21) and
/// ISO 19005-2 (6.2.11).
PdfContent check_content(QPDF& pdf);

}  // namespace casewright
