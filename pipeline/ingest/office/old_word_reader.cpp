#include "ingest/office/old_word_reader.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/office_program.h"
#include "ingest/office/odt_reader.h"

namespace casewright {
namespace {

constexpr std::string_view compound = "\xD0\xCF\x11\xE0";

/// True where the directory of a compound file names such a stream; names stand there in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide += {c, '\0'};
  return bytes.starts_with(compound) && bytes.find(wide) != std::string_view::npos;
}

/// Remarks among the properties of a rich-text file, which the way through OpenDocument leaves out.
void carry_remarks(std::string_view bytes, Container& container) {
  for (const std::string_view begin : {std::string_view("\\comment "), std::string_view("\\doccomm ")})
    for (std::size_t at = bytes.find(begin); at != std::string_view::npos; at = bytes.find(begin, at + 1)) {
      const std::size_t from = at + begin.size(), end = std::min(bytes.find('}', from), bytes.size());
      const std::string words = fold_space(bytes.substr(from, end - from));
      const bool told = std::any_of(container.items.begin(), container.items.end(), [&](const Carried& each) { return each.text.find(words) != std::string::npos; });
      if (words.empty() || told) continue;
      Carried item{CarriedKind::metadata, "comment", words, "", {}, 0, {}};
      item.risk = "document-properties";
      container.items.push_back(std::move(item));
    }
}

Result<Reading> read_through(std::string_view bytes, const std::string& ending, const Path& file) {
  const Result<std::string> made = office::to_open_document(bytes, ending, file);
  if (!made) return made.faults();
  Result<Reading> reading = read_odt(*made, file);
  if (!reading) return reading;
  walk(reading->document.blocks, [](Block& block, std::size_t) {
    for (Inline& run : block.inlines) run.origins.clear();
  });
  // What the way through OpenDocument itself puts into a file is not the report's.
  std::erase_if(reading->container.items, [](const Carried& each) { return each.risk == "thumbnail" || each.risk == "revision-ids"; });
  for (Carried& each : reading->container.items) each.origin = {};
  return reading;
}

}  // namespace

bool is_locked_office(std::string_view bytes) { return has_stream(bytes, "EncryptedPackage"); }

bool is_doc(std::string_view bytes) { return has_stream(bytes, "WordDocument") && !is_locked_office(bytes); }

bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }

Result<Reading> read_doc(std::string_view bytes, const Path& file) { return read_through(bytes, ".doc", file); }

Result<Reading> read_rtf(std::string_view bytes, const Path& file) {
  Result<Reading> reading = read_through(bytes, ".rtf", file);
  if (reading) carry_remarks(bytes, reading->container);
  return reading;
}

}  // namespace casewright
