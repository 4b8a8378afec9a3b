#include "assemble/bars.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

#include "assemble/drawing.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr float width = 720, left = 260, right = 670, lane = 24, bar_height = 14, first_bar = 6;
constexpr std::size_t most_letters_beside_bar = 44;
constexpr std::string_view fills[] = {"accent", "wash", "warning"};

void add_words(Scene& scene, float x, float y, std::string text, Shape::Anchor anchor) {
  Shape shape;
  shape.kind = ShapeKind::text;
  shape.x = x;
  shape.y = y;
  shape.text = std::move(text);
  shape.text_size = 9.5f;
  shape.fill = "ink";
  shape.anchor = anchor;
  scene.shapes.push_back(std::move(shape));
}

void add_piece(Scene& scene, float x, float y, float across, std::size_t piece) {
  Shape shape;
  shape.x = x;
  shape.y = y;
  shape.width = across;
  shape.height = bar_height;
  shape.fill = fills[piece % std::size(fills)];
  shape.stroke = "quiet";
  scene.shapes.push_back(std::move(shape));
}

}  // namespace

Scene draw_bars(const std::vector<Bar>& bars, const std::vector<std::string>& meanings) {
  Scene scene;
  scene.width = width;
  double most = 1;
  for (const Bar& bar : bars) most = std::max(most, std::accumulate(bar.pieces.begin(), bar.pieces.end(), 0.0));
  float y = first_bar;
  for (const Bar& bar : bars) {
    add_words(scene, left - 8, y + 11, shortened(bar.name, most_letters_beside_bar), Shape::Anchor::end);
    float x = left;
    double sum = 0;
    for (std::size_t piece = 0; piece < bar.pieces.size(); ++piece) {
      const auto across = static_cast<float>(bar.pieces[piece] / most) * (right - left);
      if (across > 0) add_piece(scene, x, y, across, piece);
      x += across;
      sum += bar.pieces[piece];
    }
    add_words(scene, x + 6, y + 11, std::to_string(static_cast<long>(std::lround(sum))), Shape::Anchor::start);
    y += lane;
  }
  float x = left;
  for (std::size_t piece = 0; piece < meanings.size(); ++piece) {
    add_piece(scene, x, y + 6, 12, piece);
    add_words(scene, x + 18, y + 17, meanings[piece], Shape::Anchor::start);
    x += 40 + 5.0f * static_cast<float>(count_characters(meanings[piece]));
  }
  scene.height = y + (meanings.empty() ? 4 : 28);
  return scene;
}

}  // namespace casewright
