#include "foreign/inflate.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace casewright {

std::string inflated(std::string_view bytes, std::size_t most) {
  constexpr int either_head = MAX_WBITS + 32;
  std::string all;
  z_stream unpacker{};
  if (inflateInit2(&unpacker, either_head) != Z_OK) return all;
  std::array<char, 16384> room;
  unpacker.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  unpacker.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 1u << 30));
  int state = Z_OK;
  while (state == Z_OK && all.size() < most) {
    unpacker.next_out = reinterpret_cast<Bytef*>(room.data());
    unpacker.avail_out = static_cast<uInt>(room.size());
    state = inflate(&unpacker, Z_NO_FLUSH);
    all.append(room.data(), room.size() - unpacker.avail_out);
  }
  inflateEnd(&unpacker);
  all.resize(std::min(all.size(), most));
  return all;
}

}  // namespace casewright
