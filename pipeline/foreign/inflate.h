#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace casewright {

/// What deflated bytes unpack to, with the head of zlib or of gzip; at most `most` bytes, and as far as they are sound.
std::string inflated(std::string_view bytes, std::size_t most);

}  // namespace casewright
