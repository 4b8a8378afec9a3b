#include "ingest/office/ole_streams.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::uint32_t end_of_chain = 0xFFFFFFFA;  // and all numbers above it
constexpr std::size_t most_stream = 8u << 20, most_streams = 2'000, entry_size = 128;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

/// A compound file: sectors, and tables that chain them (MS-CFB).
class Compound {
 public:
  explicit Compound(std::string_view bytes) : bytes_(bytes) {}

  bool open() {
    if (!bytes_.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") || bytes_.size() < 512) return false;
    const std::uint32_t power = number(bytes_, 30, 2), small_power = number(bytes_, 32, 2);
    if ((power != 9 && power != 12) || small_power != 6) return false;
    sector_ = std::size_t{1} << power;
    read_table();
    const std::string small_table = chain(number(bytes_, 60, 4), most_stream);
    for (std::size_t at = 0; at + 4 <= small_table.size(); at += 4) small_next_.push_back(number(small_table, at, 4));
    folder_ = chain(number(bytes_, 48, 4), most_stream);
    if (folder_.size() < entry_size) return false;
    small_bytes_ = chain(number(folder_, 116, 4), most_stream);
    return true;
  }

  std::vector<OleStream> streams() const {
    constexpr char stream = 2;
    std::vector<OleStream> all;
    for (std::size_t at = 0; at + entry_size <= folder_.size() && all.size() < most_streams; at += entry_size) {
      if (folder_[at + 66] != stream) continue;
      OleStream each;
      const std::size_t letters = std::min<std::size_t>(number(folder_, at + 64, 2), 64);
      for (std::size_t i = 0; i + 2 < letters; i += 2) append_utf8(each.name, number(folder_, at + i, 2));
      const std::size_t size = std::min<std::size_t>(number(folder_, at + 120, 4), most_stream);
      const std::uint32_t first = number(folder_, at + 116, 4);
      each.bytes = size < number(bytes_, 56, 4) ? small_chain(first, size) : chain(first, size);
      each.bytes.resize(std::min(each.bytes.size(), size));
      all.push_back(std::move(each));
    }
    return all;
  }

 private:
  std::string_view sector(std::uint32_t at) const {
    const std::size_t begin = (static_cast<std::size_t>(at) + 1) * sector_;
    return begin >= bytes_.size() ? std::string_view() : bytes_.substr(begin, sector_);
  }

  void read_table() {
    std::vector<std::uint32_t> tables;
    for (std::size_t i = 0; i < 109; ++i) tables.push_back(number(bytes_, 76 + 4 * i, 4));
    std::uint32_t more = number(bytes_, 68, 4);
    for (std::size_t turn = 0; more < end_of_chain && turn < 1'000; ++turn) {
      const std::string_view list = sector(more);
      if (list.size() < sector_) break;
      for (std::size_t at = 0; at + 8 <= sector_; at += 4) tables.push_back(number(list, at, 4));
      more = number(list, sector_ - 4, 4);
    }
    for (const std::uint32_t table : tables) {
      if (table >= end_of_chain) continue;
      const std::string_view part = sector(table);
      for (std::size_t at = 0; at + 4 <= part.size(); at += 4) next_.push_back(number(part, at, 4));
    }
  }

  std::string chain(std::uint32_t first, std::size_t most) const {
    std::string all;
    std::size_t steps = 0;
    for (std::uint32_t at = first; at < end_of_chain && all.size() < most && steps++ <= next_.size(); at = next_[at]) {
      all += sector(at);
      if (at >= next_.size()) break;
    }
    return all;
  }

  std::string small_chain(std::uint32_t first, std::size_t most) const {
    constexpr std::size_t size = 64;
    std::string all;
    std::size_t steps = 0;
    for (std::uint32_t at = first; at < small_next_.size() && all.size() < most && steps++ <= small_next_.size(); at = small_next_[at]) {
      if (at * size >= small_bytes_.size()) break;
      all += std::string_view(small_bytes_).substr(at * size, size);
    }
    return all;
  }

  std::string_view bytes_;
  std::size_t sector_ = 512;
  std::vector<std::uint32_t> next_, small_next_;
  std::string folder_, small_bytes_;
};

/// One chunk of packed source, from its head at `at` (MS-OVBA 2.4.1); moves `at` behind it.
bool unpack_chunk(std::string_view packed, std::size_t& at, std::string& source) {
  const std::uint32_t head = number(packed, at, 2);
  if (at + 2 > packed.size() || (head >> 12 & 7) != 3) return false;
  const std::size_t end = std::min(packed.size(), at + 3 + (head & 0xFFF)), first = source.size();
  at += 2;
  if ((head & 0x8000) == 0) {
    source += packed.substr(at, end - at);
    at = end;
    return true;
  }
  while (at < end) {
    const std::uint32_t flags = number(packed, at++, 1);
    for (int bit = 0; bit < 8 && at < end; ++bit) {
      if ((flags >> bit & 1) == 0) {
        source += packed[at++];
        continue;
      }
      const std::uint32_t token = number(packed, at, 2);
      at += 2;
      const std::size_t done = source.size() - first;
      int bits = 4;
      while (bits < 12 && (std::size_t{1} << bits) < done) ++bits;
      const std::size_t back = (token >> (16 - bits)) + 1, length = (token & (0xFFFFu >> bits)) + 3;
      if (back > done) return false;
      for (std::size_t i = 0; i < length; ++i) source += source[source.size() - back];
    }
  }
  return true;
}

/// The source that stands packed somewhere in a stream; a module's always begins with its attributes.
std::string source_in(std::string_view stream) {
  for (std::size_t at = stream.find('\x01'); at != std::string_view::npos; at = stream.find('\x01', at + 1)) {
    std::size_t next = at + 1;
    std::string source;
    while (next < stream.size() && source.size() < most_stream && unpack_chunk(stream, next, source)) {}
    if (source.starts_with("Attribut")) return source;
  }
  return {};
}

}  // namespace

std::vector<OleStream> ole_streams(std::string_view bytes) {
  Compound file(bytes);
  return file.open() ? file.streams() : std::vector<OleStream>();
}

std::string macro_source(std::string_view project) {
  std::string all;
  for (const OleStream& each : ole_streams(project)) {
    const std::string source = source_in(each.bytes);
    for (const std::string_view line : split(source, '\n')) {
      if (line.starts_with("Attribut")) continue;
      if (const std::string_view words = trim(line); !words.empty()) all += (all.empty() ? "" : " ") + std::string(words);
    }
  }
  return all;
}

}  // namespace casewright
