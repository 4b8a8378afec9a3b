#include "ingest/scan_reader.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/run_builder.h"

namespace casewright {
namespace {

constexpr float doubtful_word = 60;
constexpr std::size_t few_letters = 15;  // what a picture without words looks like to the machine

std::size_t letters_of(const ocr::Page& page) {
  std::size_t letters = 0;
  for (const ocr::Word& word : page.words)
    letters += static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
  return letters;
}

/// Adds a word to a paragraph; a word that was parted at the end of a line is put together again.
void add_word(Block& block, const ocr::Word& word, Origin from, bool new_line) {
  const Marks marks = word.confidence < doubtful_word ? Marks{}.with(Mark::uncertain) : Marks{};
  if (block.inlines.empty() || block.inlines.back().marks != marks) {
    Inline run;
    run.marks = marks;
    if (!block.inlines.empty()) {
      Inline& before = block.inlines.back();
      before.text += ' ';
    }
    block.inlines.push_back(std::move(run));
  } else {
    Inline& run = block.inlines.back();
    const bool parted = new_line && run.text.size() > 2 && run.text.back() == '-' && run.text[run.text.size() - 2] != ' ' && !word.text.empty() && word.text[0] >= 'a' && word.text[0] <= 'z';
    if (parted) run.text.pop_back();
    else run.text += ' ';
  }
  Inline& run = block.inlines.back();
  run.origins.push_back({static_cast<std::uint32_t>(run.text.size()), from, OriginStep::Steps::stays});
  run.text += word.text;
  block.box = block.inlines.size() == 1 && run.origins.size() == 1
                  ? word.box
                  : Box{std::min(block.box.left, word.box.left), std::min(block.box.top, word.box.top), std::max(block.box.right, word.box.right), std::max(block.box.bottom, word.box.bottom)};
}

}  // namespace

std::vector<Block> blocks_of_scan(const std::vector<ocr::Page>& pages, std::uint32_t first_page) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto number = first_page + static_cast<std::uint32_t>(i);
    const ocr::Word* last = nullptr;
    std::uint32_t at = 0;
    for (const ocr::Word& word : pages[i].words) {
      const Origin from{1, number, at++};
      if (trim(word.text).empty()) continue;
      const bool fresh = last == nullptr || last->paragraph != word.paragraph || last->block != word.block;
      if (fresh) {
        blocks.emplace_back(BlockKind::paragraph);
        blocks.back().page = number;
      }
      add_word(blocks.back(), word, from, last != nullptr && last->line != word.line);
      last = &word;
    }
  }
  return blocks;
}

Faults doubts_of_scan(const std::vector<ocr::Page>& pages, const Path& file, std::uint32_t first_page) {
  Faults faults;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto number = first_page + static_cast<std::uint32_t>(i);
    const ocr::Page& page = pages[i];
    const std::size_t letters = letters_of(page);
    if (letters < few_letters)
      faults.push_back({file, number, 0, std::string(letters == 0 ? "no" : "hardly any") + " words were found in the scan of this page", "look at the page itself"});
    else if (page.confidence < ocr::low_confidence)
      faults.push_back({file, number, 0, "the scan of this page was read with little confidence (" + std::to_string(std::lround(page.confidence)) + " of 100)",
                        "read it against the page, or scan it anew at 300 dots per inch"});
  }
  return faults;
}

Result<Reading> read_scan(std::string_view bytes, const Path& file) {
  Result<ocr::Reader> reader = ocr::Reader::open(file);
  if (!reader) return reader.faults();
  const Result<std::vector<ocr::Page>> pages = reader->read_file(bytes, file);
  if (!pages) return pages.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  reading.document.blocks = blocks_of_scan(*pages);
  return {std::move(reading), doubts_of_scan(*pages, file)};
}

}  // namespace casewright
