#include "ingest/old_word_reader.h"

#include "foreign/office_program.h"
#include "ingest/odt_reader.h"

namespace casewright {
namespace {

constexpr std::string_view compound = "\xD0\xCF\x11\xE0";

/// True where the directory of a compound file names such a stream; names stand there in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide += {c, '\0'};
  return bytes.starts_with(compound) && bytes.find(wide) != std::string_view::npos;
}

Result<Reading> read_through(std::string_view bytes, const std::string& ending, const Path& file) {
  const Result<std::string> made = office::to_open_document(bytes, ending, file);
  if (!made) return made.faults();
  Result<Reading> reading = read_odt(*made, file);
  if (!reading) return reading;
  walk(reading->document.blocks, [](Block& block, std::size_t) {
    for (Inline& run : block.inlines) run.origins.clear();
  });
  for (Carried& each : reading->container.items) each.origin = {};
  return reading;
}

}  // namespace

bool is_locked_office(std::string_view bytes) { return has_stream(bytes, "EncryptedPackage"); }

bool is_doc(std::string_view bytes) { return has_stream(bytes, "WordDocument") && !is_locked_office(bytes); }

bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }

Result<Reading> read_doc(std::string_view bytes, const Path& file) { return read_through(bytes, ".doc", file); }

Result<Reading> read_rtf(std::string_view bytes, const Path& file) { return read_through(bytes, ".rtf", file); }

}  // namespace casewright
