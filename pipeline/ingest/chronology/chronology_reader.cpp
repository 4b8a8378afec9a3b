#include "ingest/chronology/chronology_reader.h"

#include <array>
#include <optional>

#include "foreign/encoding.h"
#include "ingest/chronology/chronology_rows.h"
#include "ingest/chronology/dated_prose.h"
#include "ingest/grids/grid.h"
#include "ingest/papers/grid_document.h"
#include "ingest/readers.h"

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

bool is_plain_text(std::string_view, const Path& file) { return extension(file) == ".txt"; }

/// By its lines that begin with a date.
Result<Chronology> read_plain_text(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency) {
  const std::optional<Grid> lines = dated_prose(encoding::to_utf8(bytes).text);
  if (lines) return chronology_of_grids({*lines}, file, source, agency);
  return Fault{file, 0, 0, "no line of this text begins with a date", "begin each entry with its date, or put the chronology into a table"};
}

/// By its tables, or else by its paragraphs that begin with a date.
Result<Chronology> read_written_file(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency) {
  const Result<Reading> read = read_report(bytes, file);
  if (!read.ok()) return read.faults();
  const std::vector<Grid> tables = grids_of_document(read->document);
  Result<Chronology> chronology = chronology_of_grids(tables, file, source, agency);
  if (chronology.ok()) return chronology;
  const std::optional<Grid> prose = dated_prose(read->document);
  return prose ? chronology_of_grids({*prose}, file, source, agency) : chronology;
}

bool is_written_file(std::string_view, const Path& file) { return is_report_file(file); }

/// One kind of file that holds a chronology.
struct ChronologyReader {
  bool (*reads)(std::string_view bytes, const Path& file);
  Result<Chronology> (*read)(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency);
};

/// The first that makes something of a file is believed, the first that cannot says why.
constexpr std::array<ChronologyReader, 3> chronology_readers{{{is_grid_file, read_table_file}, {is_plain_text, read_plain_text}, {is_written_file, read_written_file}}};

}  // namespace

Result<Chronology> read_chronology(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency) {
  std::optional<Faults> why;
  for (const ChronologyReader& each : chronology_readers) {
    if (!each.reads(bytes, file)) continue;
    Result<Chronology> read = each.read(bytes, file, source, agency);
    if (read.ok()) return read;
    if (!why) why = read.faults();
  }
  if (why) return *why;
  return Fault{file, 0, 0, "no chronology can be read from a file of this kind",
               "save it as .csv, .xlsx, .ods, .docx, .odt, .pdf or .html; an old .xls must be saved so, too"};
}

}  // namespace casewright
