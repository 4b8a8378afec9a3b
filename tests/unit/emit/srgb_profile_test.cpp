#include "emit/pdf/srgb_profile.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>

#include "base/disk.h"

using namespace casewright;

namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at, int count = 4) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

double fixed_at(const std::string& bytes, std::size_t at) { return static_cast<std::int32_t>(number_at(bytes, at)) / 65536.0; }

std::string tag_of(const std::string& profile, const std::string& name) {
  for (std::uint32_t i = 0; i < number_at(profile, 128); ++i) {
    const std::size_t row = 132 + 12 * i;
    if (profile.substr(row, 4) == name) return profile.substr(number_at(profile, row + 4), number_at(profile, row + 8));
  }
  return {};
}

/// A curve of points, with straight lines between them.
double curve_at(const std::string& curve, double x) {
  const double place = x * (number_at(curve, 8) - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min<std::size_t>(below + 1, number_at(curve, 8) - 1);
  const double low = number_at(curve, 12 + 2 * below, 2) / 65535.0, high = number_at(curve, 12 + 2 * above, 2) / 65535.0;
  return low + (high - low) * (place - static_cast<double>(below));
}

}  // namespace

TEST_CASE("the profile of sRGB says the same colours as that of icc-profiles-free") {
  const auto theirs = Disk().read_file("/usr/share/color/icc/sRGB.icc", 1 << 20);
  REQUIRE(theirs.ok());
  const std::string ours = srgb_profile();
  CHECK(number_at(ours, 0) == ours.size());
  CHECK(ours.substr(12, 12) == theirs->substr(12, 12));
  CHECK(ours.substr(36, 4) == "acsp");
  for (const char* light : {"rXYZ", "gXYZ", "bXYZ"}) {
    INFO(light);
    const std::string own = tag_of(ours, light), other = tag_of(*theirs, light);
    REQUIRE(own.size() == 20);
    for (std::size_t at = 8; at < 20; at += 4) CHECK(std::abs(fixed_at(own, at) - fixed_at(other, at)) < 0.002);
  }
  for (const char* name : {"rTRC", "gTRC", "bTRC"}) {
    const std::string own = tag_of(ours, name), other = tag_of(*theirs, name);
    REQUIRE(own.substr(0, 4) == "curv");
    const std::uint32_t count = number_at(other, 8);
    double widest = 0;
    for (std::uint32_t i = 0; i < count; ++i) widest = std::max(widest, std::abs(curve_at(own, i / (count - 1.0)) - number_at(other, 12 + 2 * i, 2) / 65535.0));
    CHECK(widest < 0.0005);
  }
}

TEST_CASE("the profile's lights add up to its white, and every tag begins at a word") {
  const std::string profile = srgb_profile();
  for (std::size_t at = 8; at < 20; at += 4) {
    double sum = 0;
    for (const char* light : {"rXYZ", "gXYZ", "bXYZ"}) sum += fixed_at(tag_of(profile, light), at);
    CHECK(std::abs(sum - fixed_at(tag_of(profile, "wtpt"), at)) < 0.001);
  }
  for (std::uint32_t i = 0; i < number_at(profile, 128); ++i) CHECK(number_at(profile, 136 + 12 * i) % 4 == 0);
  CHECK(profile.size() % 4 == 0);
}
