// XML as a file of waivers, held to its schema. What is read must be whole; what is not must be told. Run it from the
// project's folder.
#include <cstdlib>

#include "../unit/memory_world.h"
#include "base/disk.h"
#include "ingest/case/waiver_reader.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Disk disk;
  MemoryWorld world(&disk);
  world.files["report.waivers.xml"] = std::string(reinterpret_cast<const char*>(data), size);
  const auto waivers = read_waivers(world, "report.waivers.xml", "templates/schemas");
  if (!waivers.ok() && waivers.faults().empty()) std::abort();
  if (!waivers.ok()) return 0;
  for (const Waiver& each : *waivers)
    if (each.rule.empty() || each.reason.empty() || each.person.empty()) std::abort();
  return 0;
}
