#include "model/container.h"

#include <cmath>

namespace casewright {

std::string_view name_of(CarriedKind kind) {
  static constexpr std::array<std::string_view, 12> names{
      "metadata", "comment", "revision", "hidden text", "layer", "attachment", "image", "link", "script",
      "form value", "tag", "private data"};
  return names[static_cast<std::size_t>(kind)];
}

bool fits(const LeftRoom& room, std::string_view name) {
  float width = 0;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && byte < 0xC0) continue;  // the rest of a letter that is more than one byte
    width += room.letters[byte >= ' ' && byte <= '~' ? byte - ' ' : 'n' - ' '];
  }
  return !name.empty() && std::fabs(width - room.width) < room.exact;
}

}  // namespace casewright
