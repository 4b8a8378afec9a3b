// The main part of a Word, Excel or OpenDocument file, or the whole file, read as a chronology. The first byte
// says which; the part is put into a zip container here, so that the fuzzer need not learn checksums.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "../unit/stored_zip.h"
#include "ingest/chronology/chronology_rows.h"
#include "ingest/grids/grid.h"

using namespace casewright;

namespace {

constexpr std::string_view workbook = "<workbook xmlns:r='r'><sheets><sheet name='C' r:id='1'/><sheet name='D' r:id='1'/></sheets></workbook>";
constexpr std::string_view relations =
    "<Relationships><Relationship Id='1' Type='/worksheet' Target='s.xml'/><Relationship Id='2' Type='/sharedStrings' Target='t.xml'/></Relationships>";
constexpr std::string_view strings = "<sst><si><t>Date</t></si><si><t>Event</t></si></sst>";

void read(std::string_view bytes, const char* file) {
  const Result<std::vector<Grid>> grids = read_grid(bytes, file);
  if (!grids.ok()) return;
  RowCount count;
  const Result<Chronology> read = chronology_of_grids(*grids, file, 1, "A1", &count);
  if (read.ok() && (count.rows != count.accounted() || count.events != read->events.size())) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view part(reinterpret_cast<const char*>(data) + 1, size - 1);
  StoredZip container;
  switch (data[0] % 4) {
    case 0:
      container.add("xl/workbook.xml", workbook);
      container.add("xl/_rels/workbook.xml.rels", relations);
      container.add("xl/t.xml", strings);
      container.add("xl/s.xml", part);
      read(container.bytes(), "fuzz.xlsx");
      break;
    case 1:
      container.add("content.xml", part);
      read(container.bytes(), "fuzz.ods");
      break;
    case 2:
      container.add("word/document.xml", part);
      read(container.bytes(), "fuzz.docx");
      break;
    case 3: read(part, "fuzz.xlsx"); break;
  }
  return 0;
}
