#include "model/case.h"

namespace casewright {

const Agency* Case::agency(std::string_view id) const {
  for (const Agency& each : agencies)
    if (each.id == id) return &each;
  return nullptr;
}

}  // namespace casewright
