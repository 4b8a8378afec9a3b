#pragma once

#include <string>

namespace casewright {

/// A TrueType program with the letters A (600 wide) and B (700), and these encodings in its cmap table: "3,1 1,0".
std::string small_truetype(const std::string& cmaps);
/// A Type 1 program with these letters, each 600 wide: "A B".
std::string small_type1(const std::string& letters);

}  // namespace casewright
