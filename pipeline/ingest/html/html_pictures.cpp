#include "base/base64.h"
#include "base/text.h"
#include "ingest/html/html_block_reader.h"

namespace casewright {

using html::Node;
using html::NodeKind;

namespace {

/// The bytes of an address in which some are written as % and two digits.
std::string from_percents(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string two = ascii_lower(text.substr(at + 1 < text.size() ? at + 1 : at, 2));
    const bool written = text[at] == '%' && two.size() == 2 && two.find_first_not_of(digits) == std::string::npos;
    bytes += written ? static_cast<char>(digits.find(two[0]) * 16 + digits.find(two[1])) : text[at];
    at += written ? 2 : 0;
  }
  return bytes;
}

}  // namespace

void HtmlBlockReader::figure(const Node& node, const Setting& setting, HtmlFlow& flow) {
  ++in_figure_;
  HtmlFlow inside;
  children(node, setting, inside);
  inside.close();
  --in_figure_;
  Block block(BlockKind::figure);
  std::vector<Block> rest;
  for (Block& each : inside.blocks) {
    if (each.kind == BlockKind::figure && block.picture == nullptr && each.children.empty()) block.picture = each.picture;
    else if (each.kind == BlockKind::caption) block.children.push_back(std::move(each));
    else if (each.kind == BlockKind::paragraph && block.inlines.empty() && rest.empty()) block.inlines = std::move(each.inlines);
    else rest.push_back(std::move(each));
  }
  for (Block& each : rest) block.children.push_back(std::move(each));
  if (block.picture != nullptr || !block.inlines.empty() || !block.children.empty()) flow.blocks.push_back(std::move(block));
}

void HtmlBlockReader::put_picture(Picture picture, const Node& node, HtmlFlow& flow) {
  Block block(BlockKind::figure);
  block.picture = std::make_shared<const Picture>(std::move(picture));
  block.id = node.attribute("id");
  flow.waiting.push_back(std::move(block));
  if (flow.words.empty()) flow.close();
}

void HtmlBlockReader::picture(const Node& node, HtmlFlow& flow) {
  Picture picture;
  picture.alternative = fold_space(node.attribute("alt"));
  const std::string_view role = node.attribute("role");
  picture.decorative = (node.has_attribute("alt") && picture.alternative.empty()) || role == "presentation" || role == "none";
  const std::string_view address = node.attribute("src");
  if (address.starts_with("data:")) read_data(address, picture);
  put_picture(std::move(picture), node, flow);
}

void HtmlBlockReader::read_data(std::string_view address, Picture& picture) {
  const std::size_t comma = address.find(',');
  if (comma == std::string_view::npos) return;
  const std::string_view head = address.substr(5, comma - 5);
  picture.media_type = head.substr(0, head.find(';'));
  picture.bytes = head.find(";base64") == std::string_view::npos ? from_percents(address.substr(comma + 1)) : from_base64(address.substr(comma + 1));
}

void HtmlBlockReader::drawing(const Node& node, HtmlFlow& flow) {
  Picture picture;
  picture.media_type = "image/svg+xml";
  picture.decorative = node.attribute("role") == "presentation" || node.attribute("role") == "none";
  if (const Node* image = find(node, "image"); image != nullptr && image->attribute("href").starts_with("data:"))
    read_data(image->attribute("href"), picture);
  if (const Node* words = find(node, "desc")) picture.alternative = fold_space(words->content());
  if (picture.alternative.empty())
    if (const Node* title = find(node, "title")) picture.alternative = fold_space(title->content());
  if (picture.alternative.empty()) picture.alternative = fold_space(node.attribute("aria-label"));
  put_picture(std::move(picture), node, flow);
}

}  // namespace casewright
