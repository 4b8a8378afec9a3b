#include "assemble/drawing.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

/// At most so many letters of a lane's name fit beside it.
constexpr std::size_t most_letters_of_lane = 26;

/// Months from one written date to the next, so that they do not touch.
int months_between_dates(std::int64_t days) {
  for (const int step : {1, 2, 3, 6, 12, 24, 60, 120})
    if (days / (30 * step) <= 9) return step;
  return 240;
}

}  // namespace

std::string shortened(std::string_view name, std::size_t most_letters) {
  if (count_characters(name) <= most_letters) return std::string(name);
  std::size_t end = 0;
  for (std::size_t letters = 0; letters + 1 < most_letters; ++letters) end += code_point_at(name, end).bytes;
  return std::string(trim(name.substr(0, end))) + "\xE2\x80\xA6";
}

Drawing::Drawing(std::int64_t first_day, std::int64_t last_day, std::size_t lanes)
    : first_(first_day), last_(std::max(last_day, first_day + 1)), lanes_(lanes),
      lane_height_(lanes <= 14 ? 24.0f : lanes <= 24 ? 18.0f : 14.0f) {
  scene_.width = width;
  scene_.height = top + lane_height_ * static_cast<float>(lanes) + 46;
}

float Drawing::x_of(std::int64_t day) const {
  const auto share = static_cast<float>(std::clamp(day, first_, last_) - first_) / static_cast<float>(last_ - first_);
  return left + (right - left) * share;
}

void Drawing::name_lane(std::size_t lane, std::string_view name) {
  words(left - 8, middle_of(lane) + 3.5f, shortened(name, most_letters_of_lane), lane_height_ < 18 ? 8.5f : 10.0f, "ink", Shape::Anchor::end);
  Shape rule;
  rule.kind = ShapeKind::line;
  rule.x = left;
  rule.y = top_of(lane) + lane_height_;
  rule.width = right - left;
  rule.stroke = "line";
  rule.stroke_width = 0.5f;
  scene_.shapes.push_back(std::move(rule));
}

void Drawing::bar(std::int64_t from, std::int64_t to, float y, float height, std::string_view fill, float inset) {
  Shape shape;
  shape.kind = ShapeKind::rectangle;
  shape.x = x_of(from) + inset;
  shape.y = y;
  shape.width = std::max(1.0f, x_of(to) - inset - shape.x);
  shape.height = height;
  shape.fill = fill;
  scene_.shapes.push_back(std::move(shape));
}

void Drawing::band(std::int64_t from, std::int64_t to, float y, float height) {
  bar(from, to, y, height, "wash");
  scene_.shapes.back().stroke = "quiet";
}

void Drawing::tick(float x, std::size_t lane, std::string_view stroke) {
  Shape shape;
  shape.kind = ShapeKind::line;
  shape.x = x;
  shape.y = top_of(lane) + lane_height_ * 0.25f;
  shape.height = lane_height_ * 0.5f;
  shape.stroke = stroke;
  shape.stroke_width = 1.5f;
  scene_.shapes.push_back(std::move(shape));
}

void Drawing::dot(float x, float y, float radius, std::string_view fill) {
  Shape shape;
  shape.kind = ShapeKind::circle;
  shape.x = x;
  shape.y = y;
  shape.width = radius;
  shape.fill = fill;
  scene_.shapes.push_back(std::move(shape));
}

void Drawing::words(float x, float y, std::string text, float size, std::string_view fill, Shape::Anchor anchor) {
  Shape shape;
  shape.kind = ShapeKind::text;
  shape.x = x;
  shape.y = y;
  shape.text = std::move(text);
  shape.text_size = size;
  shape.fill = fill;
  shape.anchor = anchor;
  scene_.shapes.push_back(std::move(shape));
}

void Drawing::legend(std::string_view mark_fill, ShapeKind mark, std::string_view meaning) {
  const float y = scene_.height - 10;
  Shape shape;
  shape.kind = mark;
  shape.x = legend_x_ + (mark == ShapeKind::circle ? 4.0f : 0.0f);
  shape.y = mark == ShapeKind::circle ? y - 3 : y - 8;
  shape.width = mark == ShapeKind::circle ? 4.0f : mark == ShapeKind::line ? 0.0f : 10.0f;
  shape.height = mark == ShapeKind::circle ? 0.0f : 10.0f;
  (mark == ShapeKind::line ? shape.stroke : shape.fill) = mark_fill;
  if (mark_fill == "wash") shape.stroke = "quiet";
  shape.stroke_width = 1.5f;
  scene_.shapes.push_back(std::move(shape));
  words(legend_x_ + 14, y, std::string(meaning), 9, "ink", Shape::Anchor::start);
  legend_x_ += 26 + 4.6f * static_cast<float>(count_characters(meaning));
}

void Drawing::draw_dates() {
  const int step = months_between_dates(last_ - first_);
  const Date first = date_of_day_number(first_);
  Date next{first.year, 1, 1};
  while (day_number(next) < first_) next = add_months(next, step);
  const float base = top_of(lanes_);
  for (; day_number(next) <= last_; next = add_months(next, step)) {
    const float x = x_of(day_number(next));
    Shape rule;
    rule.kind = ShapeKind::line;
    rule.x = x;
    rule.y = base;
    rule.height = 4;
    rule.stroke = "ink";
    scene_.shapes.push_back(std::move(rule));
    const std::string month = step >= 12 ? "" : std::string(month_name(next.month).substr(0, 3)) + " ";
    words(x, base + 15, month + std::to_string(next.year), 8.5f, "ink", Shape::Anchor::middle);
  }
}

Scene Drawing::finish() {
  draw_dates();
  return std::move(scene_);
}

Block figure_block(Scene scene, std::string alternative, std::string caption, std::vector<Block> tables) {
  Block figure(BlockKind::figure);
  auto picture = std::make_shared<Picture>();
  picture->alternative = std::move(alternative);
  picture->scene = std::make_shared<const Scene>(std::move(scene));
  figure.picture = std::move(picture);
  figure.children.push_back(text_block(BlockKind::caption, std::move(caption)));
  for (Block& table : tables) figure.children.push_back(std::move(table));
  return figure;
}

Block plain_table(std::string caption, const std::vector<std::vector<std::string>>& rows) {
  Block table(BlockKind::table);
  table.children.push_back(text_block(BlockKind::caption, std::move(caption)));
  for (std::size_t at = 0; at < rows.size(); ++at) {
    Block row(BlockKind::row);
    for (std::size_t column = 0; column < rows[at].size(); ++column) {
      Block cell = text_block(BlockKind::cell, rows[at][column]);
      if (at == 0 || column == 0) {
        cell.cell = std::make_unique<CellShape>();
        cell.cell->header = true;
      }
      row.children.push_back(std::move(cell));
    }
    table.children.push_back(std::move(row));
  }
  return table;
}

}  // namespace casewright
