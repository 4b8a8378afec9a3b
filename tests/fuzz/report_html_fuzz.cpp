// Pages of any kind, read as reports; every origin must lie within the file.
#include <cstdlib>

#include "cleaning/clean.h"
#include "ingest/html/html_reader.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const Result<Reading> read = read_html({reinterpret_cast<const char*>(data), size}, "fuzz.html");
  if (!read.ok()) return 0;
  if (const Result<CleanCopy> copy = clean_html({reinterpret_cast<const char*>(data), size}, *read); copy.ok()) (void)read_html(copy->bytes, "copy.html");
  walk(read->document.blocks, [size](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines)
      for (std::uint32_t at = 0; at < run.text.size(); ++at)
        if (run.origin_at(at).at > size) std::abort();
  });
  return 0;
}
