// The main part of a Word, Excel or OpenDocument file, or the whole file, read as a chronology. The first byte
// says which; the part is put into a zip container here, so that the fuzzer need not learn checksums.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "ingest/chronology_rows.h"
#include "ingest/grid.h"

using namespace casewright;

namespace {

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum;
}

/// A zip container whose entries are stored as they are.
class Container {
 public:
  void add(std::string_view name, std::string_view bytes) {
    const std::uint32_t offset = static_cast<std::uint32_t>(files_.size());
    std::string common;
    put(common, 20, 2), put(common, 0, 2), put(common, 0, 2), put(common, 0, 4);
    put(common, checksum(bytes), 4), put(common, bytes.size(), 4), put(common, bytes.size(), 4), put(common, name.size(), 2), put(common, 0, 2);
    files_ += "PK\x03\x04" + common + std::string(name) + std::string(bytes);
    central_ += "PK\x01\x02";
    put(central_, 20, 2);
    central_ += common;
    put(central_, 0, 2), put(central_, 0, 2), put(central_, 0, 2), put(central_, 0, 4), put(central_, offset, 4);
    central_ += name;
    ++entries_;
  }
  std::string bytes() const {
    std::string all = files_ + central_ + "PK\x05\x06";
    put(all, 0, 4), put(all, entries_, 2), put(all, entries_, 2), put(all, central_.size(), 4), put(all, files_.size(), 4), put(all, 0, 2);
    return all;
  }

 private:
  static void put(std::string& into, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) into += static_cast<char>(value >> 8 * i & 0xFF);
  }
  std::string files_, central_;
  std::uint32_t entries_ = 0;
};

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
  Container container;
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
