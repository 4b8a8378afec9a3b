#include "inspect/document_pieces.h"

#include <algorithm>

namespace casewright {
namespace {

/// What stands around a block.
struct Surroundings {
  std::uint8_t items = 0;
  const Block* table = nullptr;
  const Block* cell = nullptr;
};

/// True for a stretch that read_prose lays after a block's own words: targets of links, words of a picture.
bool is_beside(const Stretch& stretch) {
  return stretch.scope == Scope::link || stretch.scope == Scope::alternative_text || stretch.label == "drawing";
}

Span bold_lead(const Block& block, Span span) {
  std::uint32_t length = 0;
  for (const Inline& each : block.inlines) {
    if (each.kind == InlineKind::note_reference) continue;
    const bool bold = each.marks.has(Mark::strong) || each.text.find_first_not_of(" \t\n") == std::string::npos;
    if (!bold) break;
    length += each.kind == InlineKind::line_break ? 1 : static_cast<std::uint32_t>(each.text.size());
  }
  return {span.begin, std::min(span.end, span.begin + length)};
}

}  // namespace

std::vector<Piece> pieces_of(const Document& document, const Prose& prose) {
  std::vector<Piece> pieces;
  pieces.reserve(prose.stretches.size());
  std::vector<Surroundings> around;
  std::uint32_t next = 0;
  const auto skip_beside = [&] {
    while (next < prose.stretches.size() && is_beside(prose.stretches[next])) ++next;
  };
  walk(document.blocks, [&](const Block& block, std::size_t depth) {
    around.resize(depth + 1);
    Surroundings here = depth == 0 ? Surroundings{} : around[depth - 1];
    if (block.kind == BlockKind::list_item) ++here.items;
    if (block.kind == BlockKind::table) here = {0, &block, nullptr};
    if (block.kind == BlockKind::cell) here.cell = &block;
    around[depth] = here;
    if (!block.inlines.empty() && next < prose.stretches.size()) {
      const Stretch& stretch = prose.stretches[next];
      pieces.push_back({&block, stretch.span, next, stretch.scope, here.items, here.table, here.cell, bold_lead(block, stretch.span)});
      ++next;
    }
    skip_beside();
  });
  return pieces;
}

std::string all_words(const Block& block) {
  std::string words = block.text();
  walk(block.children, [&](const Block& inner, std::size_t) { words += inner.text(); });
  return words;
}

std::string words_by_line(const Block& block) {
  std::string words;
  for (const Inline& run : block.inlines) words += run.kind == InlineKind::line_break ? "\n" : run.text;
  return words;
}

}  // namespace casewright
