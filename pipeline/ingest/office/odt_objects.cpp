// What an OpenDocument text shows beside running text: frames, pictures, tables.
#include <algorithm>

#include "base/text.h"
#include "base/world.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/odt_body.h"
#include "ingest/office/office_table.h"
#include "ingest/parts/office_part.h"

namespace casewright {

/// A frame, shape or group: its picture, its text box, its words.
void OdtBody::frame(const OfficeNode& node, OfficeFlow& behind) {
  const std::string_view shown = node.attribute("display");
  const bool hidden = shown == "none" || shown == "printer" || node.attribute("visibility") == "hidden" || story_.hidden_layers.contains(node.attribute("layer")) || is_out_of_sight(node);
  hidden_ += hidden;
  frame_in_sight(node, behind);
  if (hidden) flush_hidden();
  hidden_ -= hidden;
}

void OdtBody::frame_in_sight(const OfficeNode& node, OfficeFlow& behind) {
  cover(node);
  if (const OfficeNode* image = node.child("draw:image")) return picture(node, *image, behind);
  if (node.child("draw:object") != nullptr || node.child("draw:object-ole") != nullptr) return picture(node, node, behind);
  inside_frame(node, behind);
}

void OdtBody::inside_frame(const OfficeNode& node, OfficeFlow& behind) {
  for (const char* name : {"svg:title", "svg:desc"})
    if (const std::string said = node.words_of_child(name); may_name_somebody(said)) carry(CarriedKind::tag, "alternative-text", "description of a frame", said, "", origin(node));
  OpenParagraph* const outer = std::exchange(open_, nullptr);
  const std::vector<OpenList> lists = std::exchange(lists_, {});
  OfficeFlow inside;
  ++boxes_;
  ground_of("graphic", node);
  if (const OfficeNode* box = node.child("draw:text-box")) blocks(*box, inside);
  else blocks(node, inside);
  grounds_.pop_back();
  --boxes_;
  open_ = outer;
  lists_ = lists;
  std::move(inside.begin(), inside.end(), std::back_inserter(behind));
}

void OdtBody::picture(const OfficeNode& frame, const OfficeNode& image, OfficeFlow& behind) {
  OfficeParagraph figure;
  figure.finished = true;
  figure.block.kind = BlockKind::figure;
  figure.block.page = story_.page;
  auto shown = std::make_shared<Picture>();
  shown->alternative = frame.words_of_child("svg:desc");
  if (const std::string title = frame.words_of_child("svg:title"); shown->alternative.empty()) shown->alternative = title;
  else carry(CarriedKind::tag, "", "title of a picture", title, "", origin(frame));
  carry(CarriedKind::image, is_given_name(frame.attribute("name")) ? "" : "picture-name", "name of a picture", std::string(frame.attribute("name")), "", origin(frame));
  if (styles_.ground("graphic", frame.attribute("style-name")).cropped) {
    carry(CarriedKind::image, "cropped-picture", "cropped picture", "a part of it is cut off", "", origin(frame));
    story_.reading.container.items.back().deliberate = true;
  }
  for (const char* name : {"svg:title", "svg:desc"})
    if (const std::string said = frame.words_of_child(name); may_name_somebody(said)) carry(CarriedKind::tag, "alternative-text", "alternative text", said, "", origin(frame));
  std::string path(image.attribute("href"));
  if (path.starts_with("./")) path = path.substr(2);
  const std::string_view file = file_name(path);
  if (!path.starts_with("data:") && !is_given_name(file) && !is_technical(file.substr(0, file.rfind('.')))) carry(CarriedKind::image, "", "file of a picture", path, "", origin(frame));
  if (!path.empty() && story_.archive.has(path)) {
    shown->media_type = media_type_of(path);
    Result<std::string> bytes = story_.archive.read(path);
    if (bytes) {
      shown->bytes = std::move(*bytes);
      const std::vector<std::string> parts = story_.archive.names();
      carry_image_facts(story_.reading.container, shown->bytes, path, {1, static_cast<std::uint32_t>(std::find(parts.begin(), parts.end(), path) - parts.begin()), 0});
      carry_unread_picture(story_.reading.container, shown->bytes, path, origin(frame), story_.page);
    } else {
      bytes.move_faults_to(story_.faults);
    }
  } else if (path.find("://") != std::string::npos) {
    carry(CarriedKind::link, "external-link", "linked picture", path, "", origin(frame));
  }
  shown->decorative = frame.attribute("decorative") == "true" && shown->alternative.empty();
  figure.block.picture = std::move(shown);
  behind.push_back(std::move(figure));
}

void OdtBody::table(const OfficeNode& node, OfficeFlow& flow) {
  OpenParagraph* const outer = std::exchange(open_, nullptr);
  const std::vector<OpenList> lists = std::exchange(lists_, {});
  OfficeParagraph whole;
  whole.finished = true;
  const std::uint32_t page = story_.page;
  OfficeTable table;
  ground_of("table", node);
  if (const std::string name(node.attribute("name")); may_name_somebody(name) && !is_given_name(name)) carry(CarriedKind::private_data, "picture-name", "name of a table", name, "", origin(node));
  std::vector<bool> hidden_columns;
  find_hidden_columns(node, hidden_columns);
  hidden_columns.swap(hidden_columns_);
  rows(node, table, false);
  hidden_columns.swap(hidden_columns_);
  grounds_.pop_back();
  open_ = outer;
  lists_ = lists;
  if (std::optional<OfficeParagraph> title = table.take_lone_title()) return flow.push_back(std::move(*title));
  whole.block = table.take();
  if (table.head_unmarked()) note_unmarked_head(story_.reading.container, page);
  whole.block.page = page;
  if (!whole.block.children.empty()) flow.push_back(std::move(whole));
}

void OdtBody::find_hidden_columns(const OfficeNode& holder, std::vector<bool>& columns) {
  for (const OfficeNode& each : holder.children) {
    if (each.is("table:table-columns") || each.is("table:table-header-columns") || each.is("table:table-column-group")) find_hidden_columns(each, columns);
    if (!each.is("table:table-column") || columns.size() >= OfficeTable::most_columns) continue;
    const std::size_t repeated = std::max(1u, small_number(each.attribute("number-columns-repeated"), 1, OfficeTable::most_columns));
    columns.insert(columns.end(), repeated, each.attribute("visibility") == "collapse" || each.attribute("visibility") == "filter");
  }
}

void OdtBody::rows(const OfficeNode& holder, OfficeTable& table, bool header) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.is("table:table-row")) row(each, table, header);
      else if (each.is("table:table-header-rows")) rows(each, table, true);
      else if (each.is("table:table-rows") || each.is("table:table-row-group")) rows(each, table, header);
      else if (each.is("text:soft-page-break") && story_.page != 0) ++story_.page;
      else if (each.is("table:title") || each.is("table:desc")) carry(CarriedKind::tag, "", "alternative text of a table", fold_space(each.content()), "", origin(each));
    }
  --depth_;
}

void OdtBody::row(const OfficeNode& node, OfficeTable& table, bool header) {
  const auto is_put_away = [](std::string_view visibility) { return visibility == "collapse" || visibility == "filter"; };
  const bool away = is_put_away(node.attribute("visibility")) || styles_.ground("table-row", node.attribute("style-name")).flat;
  hidden_ += away;
  table.begin_row(header);
  std::size_t column = 0;
  ground_of("table-row", node);
  const float top = layout_.down();
  float bottom = top;
  for (const OfficeNode& each : node.children) {
    if (!each.is("table:table-cell") && !each.is("table:covered-table-cell")) continue;
    const std::size_t repeated = std::max(1u, small_number(each.attribute("number-columns-repeated"), 1, OfficeTable::most_columns));
    if (each.is("table:covered-table-cell")) {
      if (const std::string held = each.content(); !trim(held).empty()) {
        carry(CarriedKind::hidden_text, "hidden-text", "words in a merged cell", fold_space(held), "", origin(each));
        story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(held));
      }
      column += repeated;
      continue;
    }
    const std::size_t width = std::max(1u, small_number(each.attribute("number-columns-spanned"), 1, OfficeTable::most_columns));
    const std::size_t height = std::max(1u, small_number(each.attribute("number-rows-spanned"), 1, 0xFFFF));
    for (std::size_t i = 0; i < repeated && column < OfficeTable::most_columns; ++i) {
      OfficeFlow flow;
      ground_of("table-cell", each);
      layout_.set_down(std::min(top, layout_.down()));
      const bool column_away = column < hidden_columns_.size() && hidden_columns_[column];
      hidden_ += column_away;
      blocks(each, flow);
      if (column_away) flush_hidden();
      hidden_ -= column_away;
      bottom = std::max(bottom, layout_.down());
      grounds_.pop_back();
      table.add(column, width, std::move(flow), height);
      ++column;
    }
  }
  grounds_.pop_back();
  layout_.set_down(bottom);
  if (away) flush_hidden();
  hidden_ -= away;
}

}  // namespace casewright
