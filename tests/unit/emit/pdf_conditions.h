#pragma once

#include <map>
#include <string>
#include <vector>

namespace casewright {

/// What a PDF's structure holds, and what in it breaks PDF/UA-1, PDF/A-2a or our own conditions.
struct PdfConditions {
  std::vector<std::string> breaches;
  std::map<std::string, std::size_t> elements;  ///< by type, as "/H1"
  std::string text;                             ///< of the structure, in its order, without white space
};

PdfConditions check_pdf(const std::string& bytes);

}  // namespace casewright
