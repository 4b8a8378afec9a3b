#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::pdf {

/// A condition of PDF/UA-1 that a file breaks, at one place.
struct Broken {
  std::string condition;    ///< clause of ISO 14289-1 and number of the test on it, as the veraPDF profile numbers them: "7.2-29"
  std::uint32_t page = 0;   ///< from 1; 0: the file as a whole
  std::string path;         ///< of tags, "Document > Table[2] > TR"; empty where it is no matter of tags
  std::string detail;       ///< what stands there, in a few words that hold no text of the report
  std::uint32_t count = 1;  ///< how often on that page, at that path
};

/// Every machine-checkable condition of PDF/UA-1 that the file breaks, in the order of the clauses. A fault where the
/// file cannot be opened, and where a part of it is too damaged to be looked at.
Result<std::vector<Broken>> broken_conditions(std::string_view bytes, const std::string& name);

}  // namespace casewright::pdf
