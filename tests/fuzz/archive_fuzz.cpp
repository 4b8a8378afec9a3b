// Bytes as a zip archive of reports: what is in it is listed and unpacked as a batch would. No member may lead outside the
// archive's own name, and what cannot be unpacked must be told.
#include <cstdlib>

#include "../unit/memory_world.h"
#include "batch/inputs.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  MemoryWorld world;
  world.files["reports/old.zip"] = std::string(reinterpret_cast<const char*>(data), size);
  const BatchInputs inputs = gather_inputs(world, {"reports"}, [](std::string_view name) { return name.ends_with(".zip") || name.ends_with(".txt") || name.ends_with(".xml"); }, "out");
  if (inputs.files.empty() && inputs.faults.empty() && size > 0) return 0;  // an archive without reports
  std::size_t read = 0;
  for (const BatchInput& each : inputs.files) {
    if (("/" + plain_path(each.name) + "/").find("/../") != std::string::npos || each.name.starts_with("/")) std::abort();
    if (++read > 20) break;
    const auto bytes = read_input(world, each);
    if (!bytes.ok() && bytes.faults().empty()) std::abort();
  }
  return 0;
}
