#include "model/case.h"

#include "base/text.h"

namespace casewright {

const Agency* Case::agency(std::string_view id) const {
  for (const Agency& each : agencies)
    if (each.id == id) return &each;
  return nullptr;
}

std::string place_in_case(std::string_view file, std::uint32_t part) {
  const std::string_view name = file_name(file);
  const bool written = file.find("imr/") != std::string_view::npos || file.find("sections/") != std::string_view::npos;
  const char* counted = ascii_lower(name).ends_with(".xml") ? "line " : written ? "paragraph " : "row ";
  return counted + std::to_string(part);
}

}  // namespace casewright
