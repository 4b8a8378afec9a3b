#pragma once

#include <cstdint>
#include <string_view>

namespace casewright {

/// The 64-bit FNV-1a hash of the bytes: quick, the same on every machine, and no secret.
constexpr std::uint64_t fnv_hash(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char each : bytes) hash = (hash ^ static_cast<unsigned char>(each)) * 1099511628211ull;
  return hash;
}

}  // namespace casewright
