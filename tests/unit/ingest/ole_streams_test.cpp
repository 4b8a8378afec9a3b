#include "ingest/office/ole_streams.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

void put(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
}

/// Source packed as Word packs it: letters as they stand, then one copy of what stood `back` letters before.
std::string packed(const std::string& source, std::uint32_t back, std::uint32_t length) {
  std::string body;
  // Before each eight stand their flags: here only what follows the last letter is a copy.
  for (std::size_t at = 0; at <= source.size(); at += 8) {
    const bool last = at + 8 > source.size();
    body += static_cast<char>(last ? 1u << source.size() % 8 : 0u);
    body += source.substr(at, 8);
  }
  std::uint32_t bits = 4;
  while ((1u << bits) < source.size()) ++bits;
  const std::uint32_t token = (back - 1) << (16 - bits) | (length - 3);
  body += static_cast<char>(token & 0xFF);
  body += static_cast<char>(token >> 8);
  std::string chunk(2, '\0');
  put(chunk, 0, 0xB000u | static_cast<std::uint32_t>(body.size() - 1), 2);
  return "before\x01" + chunk + body;
}

/// A compound file of one stream: a head, the table of sectors, the folder, the stream.
std::string compound(const std::string& stream) {
  std::string bytes(512 * 4, '\0');
  bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  put(bytes, 30, 9, 2);
  put(bytes, 32, 6, 2);
  put(bytes, 48, 1, 4);
  put(bytes, 60, 0xFFFFFFFE, 4);
  put(bytes, 68, 0xFFFFFFFE, 4);
  for (std::size_t i = 0; i < 109; ++i) put(bytes, 76 + 4 * i, i == 0 ? 0 : 0xFFFFFFFF, 4);
  put(bytes, 512, 0xFFFFFFFD, 4);
  put(bytes, 516, 0xFFFFFFFE, 4);
  put(bytes, 520, 0xFFFFFFFE, 4);
  const std::size_t folder = 1024, entry = folder + 128;
  bytes[folder + 66] = 5;
  put(bytes, folder + 116, 0xFFFFFFFE, 4);
  bytes[entry] = 'M';
  put(bytes, entry + 64, 4, 2);
  bytes[entry + 66] = 2;
  put(bytes, entry + 116, 2, 4);
  put(bytes, entry + 120, static_cast<std::uint32_t>(stream.size()), 4);
  bytes.replace(1536, stream.size(), stream);
  return bytes;
}

const std::string source = "Attribute VB_Name = \"M\"\r\n' Ring Perpetua and ";

}  // namespace

TEST_CASE("macros are unpacked, with what their remarks say") {
  const std::string file = compound(packed(source, 13, 8));
  REQUIRE(ole_streams(file).size() == 1);
  CHECK(ole_streams(file).front().name == "M");
  CHECK(macro_source(file) == "' Ring Perpetua and Perpetua");
}

TEST_CASE("a compound file that is cut short or points in circles is read as far as it goes") {
  const std::string whole = compound(packed(source, 13, 8));
  for (std::size_t length = 0; length < whole.size(); length += 37) (void)macro_source(std::string_view(whole).substr(0, length));
  std::string circle = whole;
  put(circle, 520, 2, 4);
  CHECK(ole_streams(circle).size() == 1);
  CHECK(ole_streams("no such file").empty());
}
