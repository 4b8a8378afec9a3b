#include "ingest/chronology_reader.h"

#include <array>

#include "ingest/chronology_rows.h"
#include "ingest/grid.h"

namespace casewright {
namespace {

Result<Chronology> read_table_file(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency) {
  Result<std::vector<Grid>> grids = read_grid(bytes, file);
  if (!grids.ok()) return grids.faults();
  Faults faults;
  grids.move_faults_to(faults);
  Result<Chronology> read = chronology_of_grids(*grids, file, source, agency);
  read.move_faults_to(faults);
  if (!read.ok()) return faults;
  return {std::move(*read), std::move(faults)};
}

/// One kind of file that holds a chronology.
struct ChronologyReader {
  bool (*reads)(std::string_view bytes, const Path& file);
  Result<Chronology> (*read)(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency);
};

constexpr std::array<ChronologyReader, 1> chronology_readers{{{is_grid_file, read_table_file}}};

}  // namespace

Result<Chronology> read_chronology(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency) {
  for (const ChronologyReader& each : chronology_readers)
    if (each.reads(bytes, file)) return each.read(bytes, file, source, agency);
  return Fault{file, 0, 0, "no chronology can be read from a file of this kind",
               "save it as .xml, .csv, .xlsx, .ods or .docx (an old .xls or .doc too)"};
}

}  // namespace casewright
