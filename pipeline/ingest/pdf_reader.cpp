#include "ingest/pdf_reader.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/pdf_scan.h"
#include "ingest/pdf_blocks.h"
#include "ingest/pdf_risks.h"
#include "ingest/pdf_scanned.h"
#include "ingest/pdf_tagged.h"

namespace casewright {
namespace {

/// "3, 5 to 9 and 12".
std::string pages_in_words(const std::vector<std::uint32_t>& pages) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < pages.size();) {
    std::size_t end = at;
    while (end + 1 < pages.size() && pages[end + 1] == pages[end] + 1) ++end;
    parts.push_back(std::to_string(pages[at]) + (end == at ? "" : (end == at + 1 ? " and " : " to ") + std::to_string(pages[end])));
    at = end + 1;
  }
  return (pages.size() == 1 ? "page " : "pages ") + list_in_words(parts);
}

void add_record(const pdf::File& opened, Reading& reading) {
  for (const pdf::Entry& each : opened.metadata()) {
    if (each.name == "Title") reading.document.title = each.value;
  }
  if (const std::string language = opened.language(); !language.empty()) reading.document.language = language;
}

std::string which_is(const std::vector<std::uint32_t>& pages) { return pages.size() == 1 ? "is" : "are"; }

/// What a person must know of pages that could not be read as they stand.
Faults doubts(const std::vector<LaidPage>& pages, const Path& file) {
  std::vector<std::uint32_t> layers, unmapped, cut;
  for (const LaidPage& page : pages) {
    if (page.scanned && page.letters > 0) layers.push_back(page.number);
    if (page.unknown > 0 && 20 * page.unknown >= page.letters) unmapped.push_back(page.number);
    if (page.cut_short) cut.push_back(page.number);
  }
  Faults faults;
  const auto tell = [&](const std::vector<std::uint32_t>& which, const std::string& what, const std::string& hint) {
    if (!which.empty()) faults.push_back({file, which.front(), 0, pages_in_words(which) + " " + what, hint});
  };
  tell(layers, "stand" + std::string(layers.size() == 1 ? "s" : "") + " under a picture as large as the page", "if it is a scan, compare its words with the picture");
  tell(unmapped, "use" + std::string(unmapped.size() == 1 ? "s" : "") + " a font that does not say what its letters are", "recognise the text of these pages (OCR), or save the PDF again with its fonts");
  tell(cut, which_is(cut) + " too large to paint to the end", "look at what is drawn there, and save the PDF without it");
  return faults;
}

/// How many notes and entries of contents are set apart from the text.
std::size_t asides_in(const std::vector<Block>& blocks) {
  std::size_t count = 0;
  for (const Block& block : blocks) {
    count += block.kind == BlockKind::note;
    if (block.kind == BlockKind::contents)
      for (const Block& list : block.children) count += list.children.size();
  }
  return count;
}

Result<Reading> read_whole(std::string_view bytes, const Path& file, bool for_redaction) {
  Result<pdf::File> opened = pdf::File::open(bytes, file);
  if (!opened) return opened.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  std::vector<LaidPage> pages;
  PdfRisks risks;
  std::vector<std::uint32_t> scanned;
  PdfTagged tagged(for_redaction ? pdf::Structure() : opened->structure());
  for (std::uint32_t number = 1; number <= opened->pages(); ++number) {
    const pdf::PageScan scan = opened->scan(number);
    pages.push_back(page_of(scan, opened->fonts()));
    if (!for_redaction && pages.back().letters == 0 && is_picture_of_page(scan)) scanned.push_back(number);
    if (!for_redaction) tagged.add(scan, opened->fonts());
    risks.add(*opened, scan);
  }
  risks.carry(*opened, bytes, reading.container);
  add_record(*opened, reading);
  std::optional<std::vector<Block>> blocks;
  if (!for_redaction) blocks = tagged.blocks(reading.document.language);
  if (!blocks || asides_in(*blocks) == 0) {
    // Tags that name neither contents nor notes are not believed where the pages show some.
    std::vector<Block> shown = blocks_of_pages(pages, opened->bookmarks());
    if (!blocks || asides_in(shown) > 1) blocks = std::move(shown);
  }
  reading.document.blocks = std::move(*blocks);
  Faults faults = doubts(pages, file);
  if (!scanned.empty()) {
    PdfScanned read = read_scanned_pages(*opened, scanned, file);
    merge_by_page(std::move(read.blocks), reading.document.blocks);
    faults.insert(faults.end(), read.faults.begin(), read.faults.end());
  }
  return Result<Reading>(std::move(reading), std::move(faults));
}

}  // namespace

Result<Reading> read_pdf(std::string_view bytes, const Path& file) { return read_whole(bytes, file, false); }

Result<Reading> read_pdf_for_redaction(std::string_view bytes, const Path& file) { return read_whole(bytes, file, true); }

}  // namespace casewright
