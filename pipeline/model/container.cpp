#include "model/container.h"

#include <array>

namespace casewright {

std::string_view name_of(CarriedKind kind) {
  static constexpr std::array<std::string_view, 12> names{
      "metadata", "comment", "revision", "hidden text", "layer", "attachment", "image", "link", "script",
      "form value", "tag", "private data"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace casewright
