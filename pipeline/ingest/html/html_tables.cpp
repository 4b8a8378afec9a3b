#include <algorithm>

#include "base/text.h"
#include "ingest/html/html_block_reader.h"
#include "ingest/html/html_legacy.h"

namespace casewright {

using html::Node;
using html::NodeKind;

void HtmlBlockReader::table(const Node& node, const Setting& setting, HtmlFlow& flow) {
  const std::string_view role = node.attribute("role");
  if (role == "presentation" || role == "none") return children(node, setting, flow);
  Block block(BlockKind::table);
  HtmlFlow around;  // what badly formed tables hold outside their cells
  rows(node, setting, false, block, around);
  around.close();
  for (Block& each : around.blocks) flow.blocks.push_back(std::move(each));
  if (is_layout_table(block)) {
    for (Block& each : blocks_of_layout(std::move(block))) flow.blocks.push_back(std::move(each));
    return;
  }
  if (!block.children.empty()) flow.blocks.push_back(std::move(block));
}

void HtmlBlockReader::rows(const Node& node, const Setting& setting, bool head, Block& table, HtmlFlow& around) {
  for (const Node& child : node.children) {
    if (child.kind == NodeKind::text) {
      text(child, setting, around);
    } else if (child.kind != NodeKind::element || is_hidden(page_, child)) {
      continue;
    } else if (child.name == "caption") {
      Block caption(BlockKind::caption);
      fill(child, setting, caption);
      table.children.insert(table.children.begin(), std::move(caption));
    } else if (child.name == "thead" || child.name == "tbody" || child.name == "tfoot") {
      rows(child, setting, child.name == "thead", table, around);
    } else if (child.name == "tr") {
      Block row(BlockKind::row);
      cells(child, setting, head, row, around);
      row.id = child.attribute("id");
      if (!row.children.empty()) table.children.push_back(std::move(row));
    } else if (child.name != "colgroup" && child.name != "col") {
      element(child, setting, around);
    }
  }
}

std::uint16_t HtmlBlockReader::span_of(const Node& node, std::string_view attribute) {
  return static_cast<std::uint16_t>(std::clamp(number_or(node.attribute(attribute), 1), 1, 1000));
}

void HtmlBlockReader::cells(const Node& row, const Setting& setting, bool head, Block& into, HtmlFlow& around) {
  for (const Node& child : row.children) {
    if (child.name != "td" && child.name != "th") {
      if (child.kind == NodeKind::text) text(child, setting, around);
      else if (child.kind == NodeKind::element) element(child, setting, around);
      continue;
    }
    if (is_hidden(page_, child)) continue;
    Block cell(BlockKind::cell);
    fill(child, setting, cell);
    cell.id = child.attribute("id");
    const CellShape shape{span_of(child, "colspan"), span_of(child, "rowspan"), child.name == "th" || (head && child.name == "td") || child.has_attribute("scope")};
    if (shape.columns != 1 || shape.rows != 1 || shape.header) cell.cell = std::make_unique<CellShape>(shape);
    into.children.push_back(std::move(cell));
  }
}

}  // namespace casewright
