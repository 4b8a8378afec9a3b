#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::zip {

/// One file to be put into an archive.
struct Entry {
  std::string name;
  std::string bytes;
  bool stored = false;  ///< as it stands: what is packed already, or must be read without unpacking
};

/// The archive of the entries in their order. It carries no time, owner or machine, so that the same entries
/// give the same bytes; `file` names it in faults.
Result<std::string> pack(const std::vector<Entry>& entries, const std::string& file);

/// The archive with those entries in the place of their namesakes, or behind the rest; all others keep their bytes as packed.
Result<std::string> amend(std::string_view archive, const std::vector<Entry>& entries, const std::string& file);

}  // namespace casewright::zip
