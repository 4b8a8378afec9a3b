#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace casewright {

/// A zip archive whose entries are stored as they are, so that fixtures can be parts that a person reads.
class StoredZip {
 public:
  void add(std::string_view name, std::string_view bytes) {
    const auto offset = static_cast<std::uint32_t>(files_.size());
    std::string common;
    put(common, 20, 2), put(common, 0, 2), put(common, 0, 2), put(common, 0, 4);
    put(common, checksum(bytes), 4), put(common, bytes.size(), 4), put(common, bytes.size(), 4), put(common, name.size(), 2), put(common, 0, 2);
    files_ += "PK\x03\x04" + common + std::string(name) + std::string(bytes);
    central_ += "PK\x01\x02";
    put(central_, 20, 2);
    central_ += common;
    put(central_, 0, 2), put(central_, 0, 2), put(central_, 0, 2), put(central_, 0, 4), put(central_, offset, 4);
    central_ += name;
    ++entries_;
  }
  std::string bytes() const {
    std::string all = files_ + central_ + "PK\x05\x06";
    put(all, 0, 4), put(all, entries_, 2), put(all, entries_, 2), put(all, central_.size(), 4), put(all, files_.size(), 4), put(all, 0, 2);
    return all;
  }

 private:
  static std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char c : bytes) {
      sum ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return ~sum;
  }
  static void put(std::string& into, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) into += static_cast<char>(value >> 8 * i & 0xFF);
  }
  std::string files_, central_;
  std::uint32_t entries_ = 0;
};

}  // namespace casewright
