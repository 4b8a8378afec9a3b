#include "model/register.h"

namespace casewright {

const Identity* Register::find(std::string_view id) const {
  for (const Identity& each : entries)
    if (each.id == id) return &each;
  return nullptr;
}

}  // namespace casewright
