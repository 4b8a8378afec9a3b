// The main part, the styles or the numbering of a Word file, the text of an OpenDocument file, or a whole file, read as
// a report. The first byte says which; the part is put into an archive here, so that the fuzzer need not learn
// checksums. Every origin must lie within the archive's parts.
#include <cstdlib>

#include "../unit/stored_zip.h"
#include "cleaning/clean.h"
#include "ingest/office/docx_reader.h"
#include "ingest/office/odt_reader.h"
#include "language/prose_reader.h"
#include "marking/mark_up.h"

using namespace casewright;

namespace {

constexpr std::string_view word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

/// A marked-up copy of what was read is read again, and says the same.
void mark(Reading known, std::string_view bytes) {
  known.prose = read_prose(known.document, known.container);
  std::vector<MarginNote> notes{{{}, Level::advise, "sections/missing", "", {"the whole"}}};
  for (const Stretch& each : known.prose.stretches) notes.push_back({each.span, Level::fix, "tone/blame", "words", {"a note"}});
  const Result<MarkedCopy> copy = mark_docx(bytes, known, notes);
  if (!copy.ok()) return;
  const Result<Reading> again = read_docx(copy->bytes, "fuzz.docx");
  if (!again.ok() || read_prose(again->document, again->container).text != known.prose.text) std::abort();
}

void look(const Result<Reading>& read, std::string_view bytes, std::size_t size) {
  if (!read.ok()) return;
  Reading known = *read;
  known.container.format = bytes.find("word/document.xml") != std::string_view::npos ? "docx" : "odt";
  if (const Result<CleanCopy> copy = clean_copy(bytes, known); copy.ok()) (void)(known.container.format == "docx" ? read_docx(copy->bytes, "fuzz.docx") : read_odt(copy->bytes, "fuzz.odt"));
  if (known.container.format == "docx") mark(known, bytes);
  walk(read->document.blocks, [size](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines)
      for (std::uint32_t at = 0; at < run.text.size(); ++at)
        if (run.origin_at(at).at > size) std::abort();
  });
}

std::string document(std::string_view body) { return "<w:document " + std::string(word) + "><w:body>" + std::string(body) + "</w:body></w:document>"; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view part(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string numbered =
      document("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>What happened</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Nobody asked.</w:t></w:r></w:p>");
  StoredZip zip;
  switch (data[0] % 6) {
    case 0: zip.add("word/document.xml", part); break;
    case 1: zip.add("word/document.xml", document(part)); break;
    case 2:
    case 3:
      zip.add("word/_rels/document.xml.rels", "<r><Relationship Id='a' Type='/styles' Target='styles.xml'/><Relationship Id='b' Type='/numbering' Target='numbering.xml'/></r>");
      zip.add("word/document.xml", numbered);
      zip.add(data[0] % 6 == 2 ? "word/styles.xml" : "word/numbering.xml", part);
      break;
    case 4: zip.add("content.xml", part); return look(read_odt(zip.bytes(), "fuzz.odt"), zip.bytes(), size), 0;
    case 5: return look(read_docx(part, "fuzz.docx"), part, size * 1100), look(read_odt(part, "fuzz.odt"), part, size * 1100), 0;
  }
  look(read_docx(zip.bytes(), "fuzz.docx"), zip.bytes(), zip.bytes().size());
  return 0;
}
