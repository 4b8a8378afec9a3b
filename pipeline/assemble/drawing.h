#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "model/document.h"
#include "model/scene.h"

namespace casewright {

/// `name` cut to `most_letters`, three dots the last of them, where it has more.
std::string shortened(std::string_view name, std::size_t most_letters);

/// A drawing over time: one lane below another, time from left to right, with names of lanes on the left
/// and dates below.
class Drawing {
 public:
  /// Room for `lanes` lanes between the two days.
  Drawing(std::int64_t first_day, std::int64_t last_day, std::size_t lanes);

  float x_of(std::int64_t day) const;
  float top_of(std::size_t lane) const { return top + static_cast<float>(lane) * lane_height_; }
  float middle_of(std::size_t lane) const { return top_of(lane) + lane_height_ / 2; }
  float lane_height() const { return lane_height_; }

  void name_lane(std::size_t lane, std::string_view name);
  /// A bar between two days; `inset` leaves room for the marks at its ends.
  void bar(std::int64_t from, std::int64_t to, float y, float height, std::string_view fill, float inset = 0);
  /// An outlined band between two days, on which other marks can be seen.
  void band(std::int64_t from, std::int64_t to, float y, float height);
  void tick(float x, std::size_t lane, std::string_view stroke);
  void dot(float x, float y, float radius, std::string_view fill);
  void words(float x, float y, std::string text, float size, std::string_view fill, Shape::Anchor anchor);
  /// What a mark means, in a row below the dates.
  void legend(std::string_view mark_fill, ShapeKind mark, std::string_view meaning);

  /// Draws the dates and gives the scene up.
  Scene finish();

  static constexpr float width = 720;
  static constexpr float left = 150;
  static constexpr float right = 708;
  static constexpr float top = 8;

 private:
  void draw_dates();

  Scene scene_;
  std::int64_t first_;
  std::int64_t last_;
  std::size_t lanes_;
  float lane_height_;
  float legend_x_ = left;
};

/// A figure: the picture with its alternative text, the caption, and the tables behind it.
Block figure_block(Scene scene, std::string alternative, std::string caption, std::vector<Block> tables);

/// A table of plain words whose first row is its header.
Block plain_table(std::string caption, const std::vector<std::vector<std::string>>& rows);

}  // namespace casewright
