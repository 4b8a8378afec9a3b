#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/reading.h"

namespace casewright {

/// What a check came to as bytes, for a worker to hand to its parent: everything that findings are shown from. Of each
/// report that is its path, its Prose and its hash, not its blocks.
std::string pack_checked(const Checked& checked);

/// The same read again; nothing where the bytes are no such parcel, or one whose parts do not fit together.
std::optional<Checked> unpack_checked(std::string_view bytes);

}  // namespace casewright
