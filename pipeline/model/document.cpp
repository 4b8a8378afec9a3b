#include "model/document.h"

#include <array>

#include "base/text.h"

namespace casewright {

Origin Inline::origin_at(std::uint32_t at) const {
  const OriginStep* step = nullptr;
  for (const OriginStep& each : origins) {
    if (each.at > at) break;
    step = &each;
  }
  if (step == nullptr) return {};
  Origin origin = step->origin;
  if (step->steps == OriginStep::Steps::by_byte) origin.at += at - step->at;
  if (step->steps == OriginStep::Steps::by_character)
    origin.at += static_cast<std::uint32_t>(
        count_characters(std::string_view(text).substr(step->at, at - step->at)));
  return origin;
}

std::string_view name_of(BlockKind kind) {
  static constexpr std::array<std::string_view, 16> names{
      "title", "subtitle", "heading", "para", "list", "list_item", "table", "row", "cell", "figure", "caption",
      "quote", "footnote", "toc", "furniture", "to_write"};
  return names[static_cast<std::size_t>(kind)];
}

Block::Block(const Block& other)
    : kind(other.kind), level(other.level), ordered(other.ordered), id(other.id), section(other.section),
      number(other.number), language(other.language), inlines(other.inlines), children(other.children),
      cell(other.cell ? std::make_unique<CellShape>(*other.cell) : nullptr), picture(other.picture),
      page(other.page), box(other.box) {}

Block& Block::operator=(const Block& other) {
  if (this != &other) *this = Block(other);
  return *this;
}

std::string Block::text() const {
  std::string joined;
  for (const Inline& run : inlines) {
    if (run.kind == InlineKind::text) joined += run.text;
    if (run.kind == InlineKind::line_break) joined += '\n';
  }
  return joined;
}

Block text_block(BlockKind kind, std::string text) {
  Block block(kind);
  block.inlines.push_back(text_inline(std::move(text)));
  return block;
}

Inline text_inline(std::string text) {
  Inline run;
  run.text = std::move(text);
  return run;
}

}  // namespace casewright
