#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "foreign/zip.h"

namespace casewright {

/// The value of a whole number from 0 to `most` in an attribute, or `otherwise`; larger numbers become `most`.
std::uint32_t small_number(std::string_view text, std::uint32_t otherwise, std::uint32_t most);

/// The path that a relationship's target means, seen from the folder of the part that holds it: "../a/b.xml"
/// and "/a/b.xml" are resolved inside the archive.
std::string part_path(std::string_view folder, std::string_view target);

/// One relationship of an office part: its kind is the last word of its type ("worksheet").
struct Relationship {
  std::string id, kind, target;
};

/// The relationships in a .rels part; none where there is no such part.
Result<std::vector<Relationship>> read_relationships(const zip::Archive& archive, const std::string& part, const std::string& file);

}  // namespace casewright
