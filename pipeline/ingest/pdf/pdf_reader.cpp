#include "ingest/pdf/pdf_reader.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/pdf/pdf_scan.h"
#include "ingest/carried/poor_title.h"
#include "ingest/pdf/pdf_blocks.h"
#include "ingest/pdf/pdf_plain.h"
#include "ingest/pdf/pdf_risks.h"
#include "ingest/pdf/pdf_scanned.h"
#include "ingest/pdf/pdf_tagged.h"
#include "ingest/pdf/scan_reader.h"

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
    if (each.name != "Title") continue;
    reading.document.title = each.value;
    note_poor_title(each.value, reading.container);
  }
  if (const std::string language = opened.language(); !language.empty()) reading.document.language = language;
}

std::string which_is(const std::vector<std::uint32_t>& pages) { return pages.size() == 1 ? "is" : "are"; }

/// What is wanted of a file.
enum class Wanted { words, words_by_picture };

/// A font on this page does not say what its letters are, and more than a few are set in it.
template <class Page>
bool is_unmapped(const Page& page) { return page.unknown > 0 && 20 * page.unknown >= page.letters; }

/// What a person must know of pages that could not be read as they stand.
template <class Page>
Faults doubts(const std::vector<Page>& pages, const std::vector<std::uint32_t>& by_picture, const std::vector<std::uint32_t>& unread, const Path& file) {
  std::vector<std::uint32_t> layers, unmapped, cut;
  for (const Page& page : pages) {
    if (page.scanned && page.letters > 0) layers.push_back(page.number);
    if (is_unmapped(page) && !std::binary_search(by_picture.begin(), by_picture.end(), page.number)) unmapped.push_back(page.number);
    if (page.cut_short) cut.push_back(page.number);
  }
  Faults faults;
  const auto tell = [&](const std::vector<std::uint32_t>& which, const std::string& what, const std::string& hint) {
    if (!which.empty()) faults.push_back({file, which.front(), 0, pages_in_words(which) + " " + what, hint});
  };
  tell(unread, which_is(unread) + " damaged and could not be read", "save the PDF again from the program that made it, or download it again");
  tell(layers, "stand" + std::string(layers.size() == 1 ? "s" : "") + " under a picture as large as the page", "if it is a scan, compare its words with the picture");
  tell(unmapped, "use" + std::string(unmapped.size() == 1 ? "s" : "") + " a font that does not say what its letters are", "read these pages by their picture (convert --ocr), or save the PDF again with its fonts");
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

/// The blocks of all pages: by the tags where they stand up, else by the looks of the pages.
std::vector<Block> blocks_of(std::optional<std::vector<Block>> tagged, std::vector<LaidPage>& pages, const ScannedPages& scanned, const std::vector<pdf::Bookmark>& bookmarks) {
  if (tagged && asides_in(*tagged) > 0) {
    merge_by_page(blocks_of_scan(scanned), *tagged);
    return std::move(*tagged);
  }
  // Tags that name neither contents nor notes are not believed where the pages show some.
  for (LaidPage& scan : laid_pages(scanned)) pages[scan.number - 1] = std::move(scan);
  std::vector<Block> shown = blocks_of_pages(pages, bookmarks);
  if (!tagged || asides_in(shown) > 1) return shown;
  merge_by_page(blocks_of_scan(scanned), *tagged);
  return std::move(*tagged);
}

Result<Reading> read_whole(std::string_view bytes, const Path& file, Wanted wanted) {
  Result<pdf::File> opened = pdf::File::open(bytes, file);
  if (!opened) return opened.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  std::vector<LaidPage> pages;
  PdfRisks risks;
  std::vector<std::uint32_t> scanned, unread;
  bool believed = true;
  PdfTagged tagged(opened->structure());
  for (std::uint32_t number = 1; number <= opened->pages(); ++number) {
    const pdf::PageScan scan = opened->scan(number);
    if (scan.unread) unread.push_back(number);
    pages.push_back(page_of(scan, opened->fonts()));
    const bool picture = pages.back().letters == 0 && is_picture_of_page(scan);
    const bool unmapped = wanted == Wanted::words_by_picture && is_unmapped(pages.back());
    if (picture || unmapped) scanned.push_back(number);
    believed = believed && !unmapped;  // tags would bring the letters that mean nothing
    tagged.add(scan, opened->fonts());
    risks.add(*opened, scan);
  }
  risks.carry(*opened, bytes, reading.container);
  add_record(*opened, reading);
  Faults faults = doubts(pages, scanned, unread, file);
  PdfScanned read = read_scanned_pages(*opened, scanned, file);
  faults.insert(faults.end(), read.faults.begin(), read.faults.end());
  std::optional<std::vector<Block>> by_tags;
  if (believed) by_tags = tagged.blocks(reading.document.language);
  reading.document.blocks = blocks_of(std::move(by_tags), pages, read.pages, opened->bookmarks());
  return Result<Reading>(std::move(reading), std::move(faults));
}

}  // namespace

Result<Reading> read_pdf(std::string_view bytes, const Path& file) { return read_whole(bytes, file, Wanted::words); }

Result<Reading> read_pdf_by_picture(std::string_view bytes, const Path& file) { return read_whole(bytes, file, Wanted::words_by_picture); }

Result<Reading> read_pdf_for_redaction(std::string_view bytes, const Path& file) {
  Result<pdf::File> opened = pdf::File::open(bytes, file);
  if (!opened) return opened.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  std::vector<PdfPlain::Page> pages;
  PdfPlain plain;
  PdfRisks risks;
  std::vector<std::uint32_t> unread;
  for (std::uint32_t number = 1; number <= opened->pages(); ++number) {
    const pdf::PageScan scan = opened->scan(number);
    if (scan.unread) unread.push_back(number);
    pages.push_back(plain.add(scan));
    risks.add(*opened, scan);
  }
  risks.carry(*opened, bytes, reading.container);
  add_record(*opened, reading);
  reading.document.blocks = plain.take();
  return Result<Reading>(std::move(reading), doubts(pages, {}, unread, file));
}

}  // namespace casewright
