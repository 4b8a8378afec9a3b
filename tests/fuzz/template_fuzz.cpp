// XML as a template that a board has written: read with its questions and filled from a small public case. Run it from the
// project's folder.
#include <cstdlib>

#include "../unit/memory_world.h"
#include "assemble/integrate.h"
#include "assemble/pseudonymise.h"
#include "assemble/template.h"
#include "base/disk.h"
#include "ingest/case/case_reader.h"

using namespace casewright;

namespace {

PublicCase minimal_case() {
  const Disk disk;
  const auto whole = read_case(disk, "tests/fixtures/case/minimal", "templates/schemas");
  if (!whole.ok()) std::abort();
  return pseudonymise(*whole, integrate(*whole), IdentitySearch(whole->people));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Disk disk;
  static const PublicCase small = minimal_case();
  MemoryWorld world(&disk);
  world.files["own/template.xml"] = std::string(reinterpret_cast<const char*>(data), size);
  static const auto schema = read_template_schema(disk, {"templates"});
  const auto read = read_template(world, "own", {"templates"}, *schema);
  if (!read.ok() && read.faults().empty()) std::abort();
  constexpr std::size_t most_bytes = 20'000'000;  // the sanitizers take several times that
  if (read.ok()) fill(*read, small, most_bytes);
  return 0;
}
