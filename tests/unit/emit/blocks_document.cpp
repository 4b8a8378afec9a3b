#include "emit/blocks_document.h"

#include <map>

#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

BlockKind kind_of(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(BlockKind::to_write); ++i)
    if (name_of(static_cast<BlockKind>(i)) == name) return static_cast<BlockKind>(i);
  throw std::runtime_error("no block is called " + name);
}

Marks marks_of(const Value& names) {
  static const std::map<std::string, Mark> marks = {
      {"strong", Mark::strong}, {"emphasis", Mark::emphasis}, {"superscript", Mark::superscript},
      {"subscript", Mark::subscript}, {"underline", Mark::underline}, {"struck", Mark::struck},
      {"uncertain", Mark::uncertain}};
  Marks made;
  for (const auto& name : names) made = made.with(marks.at(name));
  return made;
}

Inline run_of(const Value& value) {
  Inline run;
  if (value.contains("break")) run.kind = InlineKind::line_break;
  if (value.contains("note")) {
    run.kind = InlineKind::note_reference;
    run.target = value["note"];
  }
  run.text = value.value("text", "");
  if (value.contains("target")) run.target = value["target"];
  run.language = value.value("language", "");
  if (value.contains("marks")) run.marks = marks_of(value["marks"]);
  return run;
}

void add_words(Block& block, const Value& value) {
  block.id = value.value("id", "");
  block.section = value.value("section", "");
  block.language = value.value("language", "");
  block.number = value.value("num", "");
  block.level = value.value("level", 0);
  if (value.contains("runs")) {
    for (const auto& run : value["runs"]) block.inlines.push_back(run_of(run));
    return;
  }
  std::string text = value.value("text", "");
  if (!block.number.empty() && text.starts_with(block.number + " ")) text.erase(0, block.number.size() + 1);
  if (!text.empty()) block.inlines.push_back(text_inline(text));
}

/// Puts a list item where its level says: into the list that is open there, or a new one.
void add_item(std::vector<Block>& blocks, const Value& value) {
  const int level = value.value("level", 1);
  const bool ordered = value.value("ordered", false);
  std::vector<Block>* into = &blocks;
  for (int depth = 1; depth < level && !into->empty() && into->back().kind == BlockKind::list; ++depth)
    into = &into->back().children.back().children;
  if (into->empty() || into->back().kind != BlockKind::list) {
    into->emplace_back(BlockKind::list);
    into->back().ordered = ordered;
  }
  Block item(BlockKind::list_item);
  add_words(item, value);
  item.level = 0;
  item.number = value.value("marker", "");
  into->back().children.push_back(std::move(item));
}

Block table_of(const Value& value) {
  Block table(BlockKind::table);
  table.id = value.value("id", "");
  std::map<std::pair<std::size_t, std::size_t>, std::pair<int, int>> spans;
  std::map<std::pair<std::size_t, std::size_t>, bool> covered;
  const Value all_spans = value.value("spans", Value::array());
  for (const auto& span : all_spans) {
    spans[{span[0], span[1]}] = {span[2], span[3]};
    for (std::size_t r = 0; r < span[2]; ++r)
      for (std::size_t c = 0; c < span[3]; ++c)
        if (r + c > 0) covered[{span[0].get<std::size_t>() + r, span[1].get<std::size_t>() + c}] = true;
  }
  for (std::size_t r = 0; r < value["rows"].size(); ++r) {
    Block row(BlockKind::row);
    for (std::size_t c = 0; c < value["rows"][r].size(); ++c) {
      if (covered.contains({r, c})) continue;
      Block cell = text_block(BlockKind::cell, value["rows"][r][c]);
      const auto span = spans.find({r, c});
      const bool header = r < value.value("header_rows", 0u) || c < value.value("header_columns", 0u);
      if (header || span != spans.end()) cell.cell = std::make_unique<CellShape>();
      if (header) cell.cell->header = true;
      if (span != spans.end()) {
        cell.cell->rows = static_cast<std::uint16_t>(span->second.first);
        cell.cell->columns = static_cast<std::uint16_t>(span->second.second);
      }
      row.children.push_back(std::move(cell));
    }
    table.children.push_back(std::move(row));
  }
  return table;
}

std::shared_ptr<const Scene> scene_of(const Value& value) {
  auto scene = std::make_shared<Scene>();
  scene->width = value["width"];
  scene->height = value["height"];
  static const std::map<std::string, ShapeKind> kinds = {{"rectangle", ShapeKind::rectangle},
      {"line", ShapeKind::line}, {"circle", ShapeKind::circle}, {"text", ShapeKind::text}};
  for (const auto& each : value["shapes"]) {
    Shape shape;
    shape.kind = kinds.at(each["kind"]);
    shape.x = each.value("x", 0.f);
    shape.y = each.value("y", 0.f);
    shape.width = each.value("width", 0.f);
    shape.height = each.value("height", 0.f);
    shape.fill = each.value("fill", "");
    shape.stroke = each.value("stroke", "");
    shape.stroke_width = each.value("stroke_width", 1.f);
    shape.text = each.value("text", "");
    shape.text_size = each.value("text_size", 10.f);
    if (each.value("anchor", "") == "middle") shape.anchor = Shape::Anchor::middle;
    if (each.value("anchor", "") == "end") shape.anchor = Shape::Anchor::end;
    scene->shapes.push_back(std::move(shape));
  }
  return scene;
}

Block figure_of(const Value& value) {
  Block figure(BlockKind::figure);
  add_words(figure, value);
  auto picture = std::make_shared<Picture>();
  picture->alternative = value.value("alt", "");
  picture->decorative = value.value("decorative", false);
  picture->media_type = value.value("media_type", "");
  picture->bytes = value.value("bytes", "");
  if (value.contains("scene")) picture->scene = scene_of(value["scene"]);
  figure.picture = std::move(picture);
  if (value.contains("caption")) figure.children.push_back(text_block(BlockKind::caption, value["caption"]));
  if (value.contains("table")) figure.children.push_back(table_of(value["table"]));
  return figure;
}

void add_block(std::vector<Block>& blocks, const Value& value) {
  const std::string type = value["type"];
  if (type == "list_item") return add_item(blocks, value);
  if (type == "figure") return blocks.push_back(figure_of(value));
  if (type == "table") {
    Block table = table_of(value);
    if (!blocks.empty() && blocks.back().kind == BlockKind::caption && blocks.back().id.empty()) {
      table.children.insert(table.children.begin(), std::move(blocks.back()));
      blocks.pop_back();
    }
    return blocks.push_back(std::move(table));
  }
  Block block(kind_of(type));
  add_words(block, value);
  blocks.push_back(std::move(block));
}

Theme theme_of(const Value& value) {
  Theme theme;
  theme.header = value.value("header", "");
  theme.footer = value.value("footer", "");
  theme.contact = value.value("contact", "");
  theme.accessibility = value.value("accessibility", "");
  theme.website = value.value("website", "");
  const Value colours = value.value("colours", Value::object());
  for (const auto& [role, colour] : colours.items()) theme.colours[role] = colour;
  const Value support = value.value("support", Value::array());
  for (const auto& pair : support) theme.support.emplace_back(pair[0], pair[1]);
  return theme;
}

}  // namespace

FixturePage page_of_blocks(std::string_view json_text) {
  const Value value = Value::parse(json_text);
  FixturePage page;
  const Value about = value.value("document", Value::object());
  page.document.title = about.value("title", "");
  page.document.board = about.value("board", "");
  page.document.language = about.value("language", "en-GB");
  if (const auto date = date_from_iso(about.value("date", ""))) page.document.date = *date;
  page.theme = theme_of(value.value("theme", Value::object()));
  for (const auto& block : value["blocks"]) add_block(page.document.blocks, block);
  return page;
}

}  // namespace casewright
