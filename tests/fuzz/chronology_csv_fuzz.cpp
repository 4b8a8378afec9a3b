// Files of separated values in any encoding, lines that begin with dates and tables of pages, read as chronologies.
#include <cstdlib>

#include "ingest/chronology/chronology_reader.h"
#include "ingest/chronology/chronology_rows.h"
#include "ingest/grids/grid.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_chronology(bytes, bytes.find("<t") == std::string_view::npos ? "fuzz.txt" : "fuzz.html", 1, "A1");
  const Result<std::vector<Grid>> grids = read_grid(bytes, "fuzz.csv");
  if (!grids.ok()) return 0;
  RowCount count;
  const Result<Chronology> read = chronology_of_grids(*grids, "fuzz.csv", 1, "A1", &count);
  if (read.ok() && (count.rows != count.accounted() || count.events != read->events.size())) std::abort();
  return 0;
}
