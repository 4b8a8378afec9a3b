#include "ingest/pdf/scan_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "base/words.h"
#include "ingest/pdf/pdf_blocks.h"

namespace casewright {
namespace {

constexpr std::string_view read_by_picture_hint = "read them against the pages before anything rests on them";
constexpr std::size_t few_letters = 15;  // what a picture without words looks like to the machine

std::size_t letters_of(const ocr::Page& page) {
  std::size_t letters = 0;
  for (const ocr::Word& word : page.words)
    letters += static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
  return letters;
}

}  // namespace

std::vector<Block> blocks_of_scan(const ScannedPages& scanned) {
  std::vector<LaidPage> pages = laid_pages(scanned);
  return blocks_of_pages(pages, {});
}

bool is_note_of_scan(const Fault& fault) { return fault.hint == read_by_picture_hint; }

Faults doubts_of_scan(const ScannedPages& pages, const Path& file) {
  Faults faults;
  for (const auto& [number, page] : pages) {
    const std::size_t letters = letters_of(page);
    if (letters < few_letters)
      faults.push_back({file, number, 0, std::string(letters == 0 ? "no" : "hardly any") + " words were found in the scan of this page", "look at the page itself"});
    else if (page.confidence < ocr::low_confidence)
      faults.push_back({file, number, 0, "the scan of this page was read with little confidence (" + std::to_string(std::lround(page.confidence)) + " of 100)",
                        "read it against the page, or scan it anew at 300 dots per inch"});
  }
  if (!pages.empty())
    faults.push_back({file, 0, 0, "the words of " + counted(pages.size(), "page were", "pages were") + " read from the picture (OCR)", std::string(read_by_picture_hint)});
  return faults;
}

Result<Reading> read_scan(std::string_view bytes, const Path& file) {
  Result<ocr::Reader> reader = ocr::Reader::open(file);
  if (!reader) return reader.faults();
  Result<std::vector<ocr::Page>> read = reader->read_file(bytes, file);
  if (!read) return read.faults();
  ScannedPages pages;
  for (ocr::Page& page : *read) pages.emplace_back(static_cast<std::uint32_t>(pages.size() + 1), std::move(page));
  Reading reading;
  reading.document.sources.push_back(file);
  reading.document.blocks = blocks_of_scan(pages);
  return {std::move(reading), doubts_of_scan(pages, file)};
}

}  // namespace casewright
