// A broken case: one file of the minimal case is replaced by the fuzzer's bytes, its first byte says which; the last are a review, sections
// and a register as people write them in Word and Excel, here in plainer formats, since Word's own has a target of its own; and a list of
// names alone. Run it
// from the project's folder. Whatever libxml2 refuses must be told with a line or for the file as a whole.
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "../unit/memory_world.h"
#include "base/disk.h"
#include "ingest/case/case_reader.h"
#include "ingest/case/names_list.h"

using namespace casewright;

namespace {

constexpr std::array<const char*, 11> names{"case.xml", "people.xml", "imr/community-health.xml", "chronology/community-health.xml",
                                           "sections/recommendations.xml", "actions.xml", "imr/A1-review.md", "sections/recommendations-2.md", "sections/findings.html",
                                            "people.csv", "names.txt"};

MemoryWorld& minimal_case() {
  static const Disk disk;
  static MemoryWorld world = [] {
    MemoryWorld loaded(&disk);
    for (const char* name : names) {
      std::ifstream stream(std::string("tests/fixtures/case/minimal/") + name, std::ios::binary);
      if (stream) loaded.files[std::string("case/") + name] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return loaded;
  }();
  return world;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  MemoryWorld world = minimal_case();
  const std::string name = names[data[0] % names.size()];
  if (name == "imr/A1-review.md") world.files.erase("case/imr/community-health.xml");  // an agency gives one review
  if (name == "people.csv") world.files.erase("case/people.xml");
  world.files["case/" + name] = std::string(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (name == "names.txt") {
    const Result<Register> listed = read_names_list(world, "case/names.txt", "templates/schemas");
    if (!listed.ok() && listed.faults().empty()) std::abort();
    return 0;
  }
  static const Disk disk;
  static xml::Schemas schemas(disk, "templates/schemas");
  const Result<Case> read = read_case(world, "case", schemas);
  if (!read.ok() && read.faults().empty()) std::abort();
  for (const Fault& fault : read.faults())
    if (fault.what.empty() || fault.file.empty()) std::abort();
  return 0;
}
