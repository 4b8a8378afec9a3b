#pragma once

#include <string>
#include <vector>

#include "base/record.h"

namespace casewright {

/// What of a document a rule of Vale reads, in our terms.
struct ScopeOfVale {
  std::string names;     ///< our scopes, separated by spaces
  std::string headings;  ///< "2 3" where it reads only those levels
  bool header_cells = false;
  bool sentences = false;  ///< it looks at each sentence by itself
  bool report = false;     ///< it looks at the whole
  std::vector<const Record*> unknown;  ///< items that name a scope which nothing here tells apart
  bool raw = false;        ///< it asks for the marks of the file, of which our readers keep only the words
};

/// Reads the field `scope`: one of several items is enough, parts of one joined by & must all hold, ~ is the opposite.
ScopeOfVale scope_of_vale(const Record* field);

}  // namespace casewright
