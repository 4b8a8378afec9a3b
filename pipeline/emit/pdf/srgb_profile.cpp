#include "emit/pdf/srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace casewright {
namespace {

void append_number(std::string& out, std::uint32_t value, int bytes = 4) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

/// Numbers as ICC writes them: 16 bits before the point and 16 after it.
std::string fixed(std::initializer_list<double> values) {
  std::string out;
  for (const double value : values) append_number(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
  return out;
}

std::string tag(std::string_view type, const std::string& body) { return std::string(type) + std::string(4, '\0') + body; }

/// Plain ASCII words in a text of many languages that holds one.
std::string words(std::string_view ascii) {
  std::string body;
  for (const std::uint32_t each : {1u, 12u}) append_number(body, each);
  body += "enUS";
  append_number(body, static_cast<std::uint32_t>(2 * ascii.size()));
  append_number(body, 28);
  for (const char c : ascii) append_number(body, static_cast<unsigned char>(c), 2);
  return tag("mluc", body);
}

/// Poppler turns the curve around anew for every page; with the 1024 steps that are usual this takes nine times as long
/// as reading the page does. Between as few as these a straight line is off by less than 0.0002.
constexpr std::uint32_t curve_steps = 64;

/// The light of a colour's part, IEC 61966-2-1.
double linear(double x) { return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4); }

struct Tag {
  std::string_view name;
  std::string bytes;
};

/// The colours of the three lights, seen from white D50, and what makes those of D65 from them (ICC's own sRGB v4 profile).
std::vector<Tag> tags() {
  std::string table;
  append_number(table, curve_steps + 1);
  for (std::uint32_t i = 0; i <= curve_steps; ++i) append_number(table, static_cast<std::uint32_t>(std::lround(linear(i / static_cast<double>(curve_steps)) * 65535)), 2);
  const std::string curve = tag("curv", table);
  return {{"desc", words("sRGB")},
          {"cprt", words("CC0, no rights reserved")},
          {"wtpt", tag("XYZ ", fixed({0.9642, 1, 0.8249}))},
          {"chad", tag("sf32", fixed({1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678}))},
          {"rXYZ", tag("XYZ ", fixed({0.436066, 0.222488, 0.013916}))},
          {"gXYZ", tag("XYZ ", fixed({0.385147, 0.716873, 0.097076}))},
          {"bXYZ", tag("XYZ ", fixed({0.143066, 0.060608, 0.714096}))},
          {"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve}};
}

/// The 128 bytes before the tags, for a file of that size.
std::string head(std::uint32_t size) {
  std::string out;
  append_number(out, size);
  out.append(4, '\0');
  append_number(out, 0x04200000);
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2026u, 1u, 1u, 0u, 0u, 0u}) append_number(out, part, 2);
  out += "acsp";
  out.append(28, '\0');  // no platform, flags, device or maker; perceptual
  out += fixed({0.9642, 1, 0.8249});
  out.append(128 - out.size(), '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<Tag> all = tags();
  std::string table, bodies;
  append_number(table, static_cast<std::uint32_t>(all.size()));
  const std::size_t first = 128 + 4 + 12 * all.size();
  std::size_t last_place = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    // The three lights share one curve.
    if (i == 0 || all[i].bytes != all[i - 1].bytes) {
      last_place = first + bodies.size();
      bodies += all[i].bytes;
      bodies.append((4 - bodies.size() % 4) % 4, '\0');
    }
    table += all[i].name;
    append_number(table, static_cast<std::uint32_t>(last_place));
    append_number(table, static_cast<std::uint32_t>(all[i].bytes.size()));
  }
  return head(static_cast<std::uint32_t>(first + bodies.size())) + table + bodies;
}

}  // namespace casewright
