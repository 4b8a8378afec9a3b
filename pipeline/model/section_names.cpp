#include "model/section_names.h"

#include "base/among.h"

namespace casewright {

bool is_canonical(std::string_view name) { return among(canonical_sections, name); }

std::string_view canonical_of(std::string_view id) {
  const std::string_view first = id.substr(0, id.find('-'));
  return is_canonical(first) ? first : std::string_view();
}

}  // namespace casewright
