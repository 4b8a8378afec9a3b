#include <cstdlib>

#include "base/letters.h"
#include "base/roman.h"
#include "base/text.h"
#include "ingest/html/html_block_reader.h"

namespace casewright {

using html::Node;
using html::NodeKind;

Block HtmlBlockReader::item(const Node& node, const Setting& setting) {
  Block block(BlockKind::list_item);
  fill(node, setting, block);
  block.id = node.attribute("id");
  return block;
}

std::string HtmlBlockReader::counted(std::string_view type, int number) {
  if ((type == "a" || type == "A") && number >= 1 && number <= 26) return std::string(1, static_cast<char>(type[0] + number - 1)) + ".";
  if ((type == "i" || type == "I") && number >= 1 && number < 40) {
    std::string numeral = roman(number);
    if (type == "I")
      for (char& c : numeral) c = to_capital(c);
    return numeral + ".";
  }
  return std::to_string(number) + ".";
}

int HtmlBlockReader::number_or(std::string_view text, int otherwise) {
  const int number = std::atoi(std::string(text.substr(0, 6)).c_str());
  return number == 0 ? otherwise : number;
}

void HtmlBlockReader::list(const Node& node, const Setting& setting, HtmlFlow& flow) {
  Block block(BlockKind::list);
  block.ordered = node.name == "ol";
  const std::string_view type = node.attribute("type");
  const bool counts = block.ordered && !has_class(node, "marked") && node.attribute("style").find("none") == std::string_view::npos;
  int next = number_or(node.attribute("start"), 1);
  HtmlFlow loose;  // words and blocks that stand between the items
  const auto keep_loose = [&] {
    loose.close();
    if (loose.blocks.empty()) return;
    if (block.children.empty()) block.children.emplace_back(BlockKind::list_item);
    for (Block& each : std::exchange(loose.blocks, {})) block.children.back().children.push_back(std::move(each));
  };
  for (const Node& child : node.children) {
    if (child.name != "li" || page_.notes.contains(&child)) {
      if (child.kind == NodeKind::text) text(child, setting, loose);
      else if (child.kind == NodeKind::element && page_.notes.contains(&child)) note(child, flow);
      else if (child.kind == NodeKind::element) element(child, setting, loose);
      continue;
    }
    keep_loose();
    if (is_hidden(page_, child)) continue;
    Block made = item(child, setting);
    next = number_or(child.attribute("value"), next);
    if (counts && made.number.empty()) made.number = counted(type, next);
    ++next;
    block.children.push_back(std::move(made));
  }
  keep_loose();
  if (!block.children.empty()) flow.blocks.push_back(std::move(block));
}

void HtmlBlockReader::definitions(const Node& node, const Setting& setting, HtmlFlow& flow) {
  Block block(BlockKind::list);
  define(node, setting, block);
  if (!block.children.empty()) flow.blocks.push_back(std::move(block));
}

void HtmlBlockReader::define(const Node& node, const Setting& setting, Block& list) {
  for (const Node& child : node.children) {
    if (child.kind != NodeKind::element || is_hidden(page_, child)) continue;
    if (child.name == "dt") {
      Setting strong = setting;
      strong.marks = strong.marks.with(Mark::strong);
      list.children.push_back(item(child, strong));
    } else if (child.name == "dd") {
      if (list.children.empty()) list.children.emplace_back(BlockKind::list_item);
      HtmlFlow inside;
      children(child, setting, inside);
      inside.close();
      for (Block& each : inside.blocks) list.children.back().children.push_back(std::move(each));
    } else if (page_.notes.contains(&child) || (child.name != "div" && child.name != "section")) {
      HtmlFlow inside;
      element(child, setting, inside);
      inside.close();
      if (list.children.empty() && !inside.blocks.empty()) list.children.emplace_back(BlockKind::list_item);
      for (Block& each : inside.blocks) list.children.back().children.push_back(std::move(each));
    } else {
      define(child, setting, list);
    }
  }
}

}  // namespace casewright
