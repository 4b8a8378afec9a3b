#include "ingest/pdf/pdf_tagged.h"

#include <algorithm>

#include "ingest/blocks/named_contents.h"
#include "ingest/pdf/pdf_blocks.h"
#include "ingest/pdf/pdf_tree.h"

namespace casewright {
namespace {

/// The page with only some of its words: the others are blank, so that every glyph keeps its place in the row.
template <class Keep>
pdf::PageScan only(const pdf::PageScan& scan, Keep keep) {
  pdf::PageScan part = scan;
  part.paints.clear();
  for (pdf::Glyph& glyph : part.glyphs)
    if (!keep(glyph)) glyph.unicode = U' ';
  return part;
}

/// Puts what stands outside the structure behind what stands above it on its page.
void insert_loose(std::vector<Block> loose, std::vector<Block>& blocks) {
  for (Block& each : loose) {
    auto place = blocks.begin();
    for (auto at = blocks.begin(); at != blocks.end(); ++at)
      if (at->page != 0 && (at->page < each.page || (at->page == each.page && at->box.top <= each.box.top))) place = at + 1;
    blocks.insert(place, std::move(each));
  }
}

/// Headers and footers stand before the first block of their page.
std::vector<Block> with_furniture(std::vector<Block> blocks, std::vector<LaidPage> pages) {
  std::vector<Block> all;
  std::size_t page = 0;
  const auto add_to = [&](std::uint32_t last) {
    for (; page < pages.size() && pages[page].number <= last; ++page)
      for (LaidPage& only_one = pages[page]; const LaidLine& line : only_one.rows) {
        Block block = text_block(BlockKind::furniture, line.text);
        block.page = line.page;
        block.box = line.box;
        if (!line.words.empty()) block.inlines[0].origins.push_back({0, {1, line.page, line.words[0].first_glyph}, OriginStep::Steps::stays});
        if (!line.text.empty()) all.push_back(std::move(block));
      }
  };
  for (Block& each : blocks) {
    add_to(each.page);
    all.push_back(std::move(each));
  }
  add_to(pdf::none);
  return all;
}

}  // namespace

PdfTagged::PdfTagged(pdf::Structure structure) : structure_(std::move(structure)) {
  for (const pdf::Element& element : structure_.elements)
    for (const pdf::Element::Kid& kid : element.kids)
      if (kid.element == pdf::none && element.role != "Artifact") claimed_.insert({kid.page, kid.form, kid.id});
}

void PdfTagged::add(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts) {
  if (claimed_.empty()) return;
  ++pages_;
  pieces_.add(scan, fonts);
  enum class Place : std::uint8_t { tree, furniture, loose };
  std::vector<Place> places(scan.runs.size(), Place::loose);
  for (std::size_t i = 0; i < scan.runs.size(); ++i) {
    const std::uint32_t content = content_of(scan, scan.runs[i]);
    const std::uint32_t nearest = scan.runs[i].content;
    const bool artifact = nearest != pdf::none && scan.contents[nearest].artifact;
    const bool claimed = content != pdf::none && claimed_.count({scan.number, scan.contents[content].form, scan.contents[content].id}) != 0;
    places[i] = artifact ? Place::furniture : claimed ? Place::tree : Place::loose;
  }
  std::size_t letters[3] = {};
  for (const pdf::Glyph& glyph : scan.glyphs)
    if (glyph.unicode != U' ' && glyph.unicode != U'\xA0' && is_seen(scan, glyph, false)) ++letters[static_cast<std::size_t>(places[glyph.run])];
  claimed_letters_ += letters[0], furniture_letters_ += letters[1], loose_letters_ += letters[2];
  for (const Place place : {Place::furniture, Place::loose})
    if (letters[static_cast<std::size_t>(place)] > 0)
      (place == Place::loose ? loose_ : furniture_).push_back(page_of(only(scan, [&](const pdf::Glyph& glyph) { return places[glyph.run] == place; }), fonts));
}

bool PdfTagged::holds_the_words() const {
  const std::size_t body = claimed_letters_ + loose_letters_;
  return claimed_letters_ > 0 && 10 * claimed_letters_ >= 8 * body && furniture_letters_ < body;
}

std::optional<std::vector<Block>> PdfTagged::blocks(const std::string& language) {
  if (!holds_the_words()) return std::nullopt;
  PdfTreeRead read = read_pdf_tree(structure_, pieces_, language);
  constexpr std::size_t long_report = 3;
  if (read.headings == 0 && pages_ >= long_report) return std::nullopt;
  if (20 * read.backwards > 3 * read.steps) return std::nullopt;
  insert_loose(blocks_of_pages(loose_, {}), read.blocks);
  gather_named_contents(read.blocks);
  return with_furniture(std::move(read.blocks), std::move(furniture_));
}

}  // namespace casewright
