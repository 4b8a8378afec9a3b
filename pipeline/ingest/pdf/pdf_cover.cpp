#include "ingest/pdf/pdf_cover.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "ingest/pdf/pdf_boxes.h"

namespace casewright {
namespace {

using pdf::Paint;
using pdf::PaintKind;
using pdf::Point;

constexpr float square = 24;       // points
constexpr float lets_nothing = 0.08f;
constexpr std::size_t few_edges = 24;

/// One straight line of an outline or of a stroke.
struct Edge {
  float x1, y1, x2, y2;
};

/// A part of a paint: a rectangle, an outline, or one line of a stroke.
struct CoverPiece {
  std::uint32_t paint = 0;
  Box box;
  enum class Shape : std::uint8_t { rectangle, outline, line } shape = Shape::rectangle;
  Edge edge{};  ///< of a line
};

/// The edges of a large outline by height, so that one place asks few of them.
struct EdgeTable {
  static constexpr std::size_t bands = 64;
  Box box;
  std::array<std::vector<Edge>, bands> edges;

  std::size_t band_of(float y) const {
    const float part = (y - box.top) / std::max(tall(box), 0.01f) * bands;
    return static_cast<std::size_t>(std::clamp(part, 0.0f, static_cast<float>(bands - 1)));
  }
  void add(const Edge& edge) {
    const std::size_t first = band_of(std::min(edge.y1, edge.y2)), last = band_of(std::max(edge.y1, edge.y2));
    for (std::size_t band = first; band <= last; ++band) edges[band].push_back(edge);
  }
};

/// Counts how an outline turns round a place.
struct Turns {
  float x, y;
  int winding = 0, crossings = 0;

  void pass(const Edge& edge) {
    if ((edge.y1 <= y) == (edge.y2 <= y)) return;
    const float at = edge.x1 + (y - edge.y1) / (edge.y2 - edge.y1) * (edge.x2 - edge.x1);
    if (at <= x) return;
    winding += edge.y2 > edge.y1 ? 1 : -1;
    ++crossings;
  }
  bool inside(bool even_odd) const { return even_odd ? (crossings & 1) != 0 : winding != 0; }
};

/// Calls `visit` with every edge of an outline, each part of it closed.
template <class Visit>
void each_edge(const std::vector<Point>& points, const Paint& paint, Visit visit) {
  std::uint32_t open = paint.first_point;
  for (std::uint32_t at = paint.first_point; at < paint.end_point; ++at) {
    const bool last = at + 1 == paint.end_point || points[at + 1].opens;
    const Point& to = last ? points[open] : points[at + 1];
    visit(Edge{points[at].x, points[at].y, to.x, to.y});
    if (last) open = at + 1;
  }
}

bool near_line(const Edge& edge, float half, float x, float y) {
  const float dx = edge.x2 - edge.x1, dy = edge.y2 - edge.y1, length = dx * dx + dy * dy;
  const float part = length > 0 ? std::clamp(((x - edge.x1) * dx + (y - edge.y1) * dy) / length, 0.0f, 1.0f) : 0;
  const float away_x = x - edge.x1 - part * dx, away_y = y - edge.y1 - part * dy;
  return away_x * away_x + away_y * away_y <= half * half;
}

bool has_known_colour(const Paint& paint) { return paint.kind == PaintKind::fill || paint.kind == PaintKind::stroke; }

float lightness(std::uint32_t rgb) {
  return (0.3f * static_cast<float>(rgb >> 16 & 255) + 0.59f * static_cast<float>(rgb >> 8 & 255) + 0.11f * static_cast<float>(rgb & 255)) / 255;
}

}  // namespace

Look look_at(const pdf::Glyph& glyph, const pdf::Run& run) {
  static constexpr std::array<float, 3> heights{0.08f, 0.28f, 0.48f};  // of the size, over the line the letter stands on
  static constexpr std::array<float, 5> across{0.1f, 0.3f, 0.5f, 0.7f, 0.9f};
  Look look;
  std::size_t at = 0;
  const Box& box = glyph.box;
  for (std::size_t row = 0; row < heights.size(); ++row)
    for (const float part : across) {
      const float x = box.left + part * (box.right - box.left), y = box.top + part * (box.bottom - box.top), up = heights[row] * run.size;
      switch (run.direction) {
        case pdf::Direction::right: look[at] = {x, glyph.baseline - up, false}; break;
        case pdf::Direction::left: look[at] = {x, glyph.baseline + up, false}; break;
        case pdf::Direction::down: look[at] = {glyph.baseline + up, y, false}; break;
        case pdf::Direction::up: look[at] = {glyph.baseline - up, y, false}; break;
        case pdf::Direction::slanted: {
          const float inner = 0.3f + 0.2f * static_cast<float>(row);
          look[at] = {box.left + (0.3f + 0.4f * part) * (box.right - box.left), box.top + inner * (box.bottom - box.top), false};
          break;
        }
      }
      ++at;
    }
  return look;
}

std::optional<Box> extent_of(const pdf::Glyph& glyph, const pdf::Run& run) {
  const Box& box = glyph.box;
  const float low = 0.08f * run.size, high = 0.48f * run.size;
  const float inset_x = 0.1f * (box.right - box.left), inset_y = 0.1f * (box.bottom - box.top);
  switch (run.direction) {
    case pdf::Direction::right: return Box{box.left + inset_x, glyph.baseline - high, box.right - inset_x, glyph.baseline - low};
    case pdf::Direction::left: return Box{box.left + inset_x, glyph.baseline + low, box.right - inset_x, glyph.baseline + high};
    case pdf::Direction::down: return Box{glyph.baseline + low, box.top + inset_y, glyph.baseline + high, box.bottom - inset_y};
    case pdf::Direction::up: return Box{glyph.baseline - high, box.top + inset_y, glyph.baseline - low, box.bottom - inset_y};
    case pdf::Direction::slanted: break;
  }
  return std::nullopt;
}

struct PdfCover::State {
  explicit State(const pdf::PageScan& page) : scan(page) {
    columns = static_cast<std::size_t>(std::clamp(scan.width / square + 1, 1.0f, 400.0f));
    rows = static_cast<std::size_t>(std::clamp(scan.height / square + 1, 1.0f, 400.0f));
    squares.resize(columns * rows);
    mark_squares_with_letters();
    for (std::uint32_t at = 0; at < scan.paints.size(); ++at) add(at);
  }

  std::size_t column_of(float x) const { return static_cast<std::size_t>(std::clamp(x / square, 0.0f, static_cast<float>(columns - 1))); }
  std::size_t row_of(float y) const { return static_cast<std::size_t>(std::clamp(y / square, 0.0f, static_cast<float>(rows - 1))); }

  void mark_squares_with_letters() {
    wanted.assign(squares.size(), false);
    for (const pdf::Glyph& glyph : scan.glyphs) {
      const std::size_t left = column_of(glyph.box.left), right = column_of(glyph.box.right);
      for (std::size_t row = row_of(glyph.box.top); row <= row_of(glyph.box.bottom); ++row)
        for (std::size_t column = left; column <= right; ++column) wanted[row * columns + column] = true;
    }
  }

  /// True where nothing shines through the paint.
  static bool opaque(const Paint& paint) {
    return paint.alpha >= 235 && !paint.blended && !paint.through_text && !paint.soft && paint.mask == pdf::none && paint.kind != PaintKind::image_mask;
  }

  void add(std::uint32_t at) {
    const Paint& paint = scan.paints[at];
    if (paint.hidden_layer || paint.alpha == 0) return;
    any_shape |= !is_picture(paint);
    if (paint.kind == PaintKind::stroke) return add_lines(at);
    const bool outline = paint.kind == PaintKind::fill && !paint.rectangle && paint.end_point > paint.first_point;
    put({at, paint.box, outline ? CoverPiece::Shape::outline : CoverPiece::Shape::rectangle, {}});
  }

  void add_lines(std::uint32_t at) {
    const Paint& paint = scan.paints[at];
    const float half = paint.line_width / 2;
    for (std::uint32_t point = paint.first_point + 1; point < paint.end_point; ++point) {
      const Point &from = scan.points[point - 1], &to = scan.points[point];
      if (to.opens) continue;
      const Box box{std::min(from.x, to.x) - half, std::min(from.y, to.y) - half, std::max(from.x, to.x) + half, std::max(from.y, to.y) + half};
      put({at, meet(box, paint.box), CoverPiece::Shape::line, {from.x, from.y, to.x, to.y}});
    }
  }

  void put(const CoverPiece& piece) {
    const Box& box = piece.box;
    if (box.right < 0 || box.bottom < 0 || box.left > scan.width || box.top > scan.height || box.left > box.right || box.top > box.bottom) return;
    const auto index = static_cast<std::uint32_t>(pieces.size());
    const bool clears = piece.shape == CoverPiece::Shape::rectangle && opaque(scan.paints[piece.paint]);
    const std::size_t first = column_of(box.left), last = column_of(box.right);
    bool used = false;
    for (std::size_t row = row_of(box.top); row <= row_of(box.bottom); ++row)
      for (std::size_t column = first; column <= last; ++column) {
        const std::size_t here = row * columns + column;
        if (!wanted[here]) continue;
        if (piece.shape == CoverPiece::Shape::line && !crosses(piece, column, row)) continue;
        // What lies under a shape that fills the whole square is of no account any more.
        if (clears && fills(box, column, row)) squares[here].clear();
        squares[here].push_back(index);
        used = true;
      }
    if (used) pieces.push_back(piece);
  }

  bool crosses(const CoverPiece& piece, std::size_t column, std::size_t row) const {
    const float x = (static_cast<float>(column) + 0.5f) * square, y = (static_cast<float>(row) + 0.5f) * square;
    return near_line(piece.edge, 0.7072f * square + scan.paints[piece.paint].line_width / 2, x, y);
  }

  bool fills(const Box& box, std::size_t column, std::size_t row) const {
    const float left = static_cast<float>(column) * square, top = static_cast<float>(row) * square;
    // The squares at the edges hold what lies beyond the page as well.
    if (column == 0 || row == 0 || column + 1 == columns || row + 1 == rows) return false;
    return box.left <= left && box.top <= top && box.right >= left + square && box.bottom >= top + square;
  }

  bool inside(const CoverPiece& piece, float x, float y) const {
    if (!holds(piece.box, x, y)) return false;
    const Paint& paint = scan.paints[piece.paint];
    switch (piece.shape) {
      case CoverPiece::Shape::rectangle: return true;
      case CoverPiece::Shape::line: return near_line(piece.edge, paint.line_width / 2, x, y);
      case CoverPiece::Shape::outline: break;
    }
    return in_outline(scan.paints, piece.paint, x, y);
  }

  bool in_outline(const std::vector<Paint>& all, std::uint32_t index, float x, float y) const {
    const Paint& paint = all[index];
    Turns turns{x, y};
    if (paint.end_point - paint.first_point <= few_edges || &all != &scan.paints) {
      each_edge(scan.points, paint, [&turns](const Edge& edge) { turns.pass(edge); });
      return turns.inside(paint.even_odd);
    }
    auto& table = tables[index];
    if (table == nullptr) {
      table = std::make_unique<EdgeTable>();
      table->box = paint.box;
      each_edge(scan.points, paint, [&](const Edge& edge) { table->add(edge); });
    }
    for (const Edge& edge : table->edges[table->band_of(y)]) turns.pass(edge);
    return turns.inside(paint.even_odd);
  }

  /// True for what may cover words, or may not: geometry does not tell.
  static bool is_veil(const Paint& paint) {
    if (paint.through_text || paint.alpha < 200) return false;
    return paint.soft || paint.kind == PaintKind::image_mask || paint.kind == PaintKind::pattern || paint.mask != pdf::none || (paint.blended && !paint.darkens) || (paint.blended && !has_known_colour(paint));
  }

  /// How much light a paint stops at a place inside it, 0 to 1.
  float stops(const PdfCover& cover, const Paint& paint, float x, float y) const {
    if (paint.through_text || paint.soft || paint.kind == PaintKind::image_mask) return 0;
    float share = static_cast<float>(paint.alpha) / 255;
    if (paint.blended) {
      if (!paint.darkens || !has_known_colour(paint)) return 0;
      const float dark = 1 - lightness(paint.rgb);
      share = dark > 0.75f ? share : 0;
    }
    if (paint.mask != pdf::none) {
      const float through = cover.seen_through(paint.mask, x, y);
      share = through < 0 ? 0 : share * through;
    }
    return share;
  }

  const pdf::PageScan& scan;
  std::size_t columns = 1, rows = 1;
  bool any_shape = false;  ///< something beside pictures is painted
  std::vector<bool> wanted;
  std::vector<CoverPiece> pieces;
  std::vector<std::vector<std::uint32_t>> squares;
  mutable std::unordered_map<std::uint32_t, std::unique_ptr<EdgeTable>> tables;
};

PdfCover::PdfCover(const pdf::PageScan& scan) : state_(std::make_unique<State>(scan)) {}
PdfCover::~PdfCover() = default;

namespace {

/// The square that each place lies in, each square once.
template <class Visit>
void each_square(const Look& look, std::size_t columns, const auto& column_of, const auto& row_of, Visit visit) {
  std::uint32_t left = (1u << looks) - 1;
  std::array<std::size_t, looks> where;
  for (std::size_t i = 0; i < looks; ++i) where[i] = row_of(look[i].y) * columns + column_of(look[i].x);
  for (std::size_t i = 0; i < looks; ++i) {
    if ((left >> i & 1u) == 0) continue;
    std::uint32_t same = 0;
    for (std::size_t j = i; j < looks; ++j)
      if ((left >> j & 1u) != 0 && where[j] == where[i]) same |= 1u << j;
    left &= ~same;
    visit(where[i], same);
  }
}

Box box_of(const Look& look) {
  Box box{look[0].x, look[0].y, look[0].x, look[0].y};
  for (const Point& each : look) box = around(box, {each.x, each.y, each.x, each.y});
  return box;
}

}  // namespace

std::optional<std::uint32_t> PdfCover::plain_ground(const Box& extent, std::uint32_t order) const {
  constexpr std::uint32_t paper = 0xFFFFFFFF;
  const State& state = *state_;
  std::optional<std::uint32_t> ground;  // the piece that is all that stands behind, or the paper
  const std::size_t left = state.column_of(extent.left), right = state.column_of(extent.right);
  for (std::size_t row = state.row_of(extent.top); row <= state.row_of(extent.bottom); ++row)
    for (std::size_t column = left; column <= right; ++column) {
      const auto& here = state.squares[row * state.columns + column];
      const auto found = std::find_if(here.rbegin(), here.rend(), [&](std::uint32_t each) { return touch(state.pieces[each].box, extent); });
      const std::uint32_t piece = found == here.rend() ? paper : *found;
      if (ground && *ground != piece) return std::nullopt;
      ground = piece;
    }
  if (!ground) return std::nullopt;
  if (*ground == paper) return 0xFFFFFF;
  const CoverPiece& piece = state.pieces[*ground];
  const Paint& paint = state.scan.paints[piece.paint];
  const bool plain = piece.shape == CoverPiece::Shape::rectangle && paint.kind == PaintKind::fill && paint.alpha == 255 && State::opaque(paint) && paint.order < order;
  if (!plain || !holds(piece.box, extent.left, extent.top) || !holds(piece.box, extent.right, extent.bottom)) return std::nullopt;
  return paint.rgb;
}

Seen15 PdfCover::see(const Look& look, std::uint32_t order, bool of_annotation) const {
  const State& state = *state_;
  Seen15 seen;
  if (state.pieces.empty()) {
    seen.known = (1u << looks) - 1;
    seen.behind.fill(0xFFFFFF);
    return seen;
  }
  std::array<float, looks> passes, shows;
  passes.fill(1);
  shows.fill(1);
  const Box letter = box_of(look);
  const auto column_of = [&](float x) { return state.column_of(x); };
  const auto row_of = [&](float y) { return state.row_of(y); };
  each_square(look, state.columns, column_of, row_of, [&](std::size_t where, std::uint32_t places) {
    std::uint32_t open = places;  // places of which something is still to be learnt
    std::uint32_t unknown = 0;
    const auto& here = state.squares[where];
    for (auto at = here.rbegin(); at != here.rend() && open != 0; ++at) {
      const CoverPiece& piece = state.pieces[*at];
      if (!touch(piece.box, letter)) continue;
      const Paint& paint = state.scan.paints[piece.paint];
      const bool in_front = paint.order > order;
      if (in_front && of_annotation && paint.annotation == pdf::none) continue;
      for (std::size_t i = 0; i < looks; ++i) {
        if ((open >> i & 1u) == 0 || !state.inside(piece, look[i].x, look[i].y)) continue;
        const float stopped = state.stops(*this, paint, look[i].x, look[i].y);
        if (in_front) {
          if (seen.veil == pdf::none && State::is_veil(paint)) seen.veil = piece.paint;
          passes[i] *= 1 - stopped;
          if (passes[i] >= lets_nothing) continue;
          seen.covered |= 1u << i;
          if (seen.cover == pdf::none) seen.cover = piece.paint;
          open &= ~(1u << i);
        } else if (!has_known_colour(paint) || paint.blended || paint.through_text || (paint.mask != pdf::none && stopped < 0.9f)) {
          unknown |= 1u << i;
          open &= ~(1u << i);
        } else {
          // Front to back: what shows of this paint is what the ones before it let through.
          for (const int shift : {16, 8, 0}) {
            const auto part = static_cast<std::uint32_t>(shows[i] * stopped * static_cast<float>(paint.rgb >> shift & 255));
            seen.behind[i] += part << shift;
          }
          shows[i] *= 1 - stopped;
          if (shows[i] < 0.02f) {
            seen.known |= 1u << i;
            open &= ~(1u << i);
          }
        }
      }
    }
    for (std::size_t i = 0; i < looks; ++i) {
      if ((open >> i & 1u) == 0) continue;
      // The paper is white.
      for (const int shift : {16, 8, 0}) seen.behind[i] += static_cast<std::uint32_t>(shows[i] * 255) << shift;
      seen.known |= 1u << i;
    }
    seen.known &= ~unknown;
  });
  return seen;
}

Seen15 PdfCover::see_over_pictures(const Look& look) const {
  const State& state = *state_;
  Seen15 seen;
  if (!state.any_shape) return seen;
  const Box letter = box_of(look);
  const auto column_of = [&](float x) { return state.column_of(x); };
  const auto row_of = [&](float y) { return state.row_of(y); };
  each_square(look, state.columns, column_of, row_of, [&](std::size_t where, std::uint32_t places) {
    std::uint32_t open = places;
    const auto& here = state.squares[where];
    for (auto at = here.rbegin(); at != here.rend() && open != 0; ++at) {
      const CoverPiece& piece = state.pieces[*at];
      if (!touch(piece.box, letter)) continue;
      const Paint& paint = state.scan.paints[piece.paint];
      for (std::size_t i = 0; i < looks; ++i) {
        if ((open >> i & 1u) == 0 || !state.inside(piece, look[i].x, look[i].y)) continue;
        if (is_picture(paint)) {
          open &= ~(1u << i);
        } else if (1 - state.stops(*this, paint, look[i].x, look[i].y) < lets_nothing) {
          seen.covered |= 1u << i;
          if (seen.cover == pdf::none) seen.cover = piece.paint;
          open &= ~(1u << i);
        }
      }
    }
  });
  return seen;
}

float PdfCover::seen_through(std::uint32_t index, float x, float y) const {
  const pdf::PageScan& scan = state_->scan;
  if (index >= scan.masks.size()) return -1;
  const pdf::Mask& mask = scan.masks[index];
  float value = mask.by_opacity ? 0 : lightness(mask.backdrop);
  for (std::uint32_t at = mask.end_paint; at-- > mask.first_paint;) {
    const Paint& paint = scan.mask_paints[at];
    if (!holds(paint.box, x, y)) continue;
    if (!has_known_colour(paint)) return -1;
    const bool outline = !paint.rectangle && paint.end_point > paint.first_point && paint.kind == PaintKind::fill;
    if (outline && !state_->in_outline(scan.mask_paints, at, x, y)) continue;
    if (paint.kind == PaintKind::stroke) return -1;
    const float share = static_cast<float>(paint.alpha) / 255;
    value = mask.by_opacity ? share : share * lightness(paint.rgb) + (1 - share) * value;
    break;
  }
  return mask.inverted ? 1 - value : value;
}

bool PdfCover::has_ink(const Box& letter, std::uint32_t order) const {
  const State& state = *state_;
  const float x = (letter.left + letter.right) / 2, y = (letter.top + letter.bottom) / 2;
  for (const std::uint32_t at : state.squares[state.row_of(y) * state.columns + state.column_of(x)]) {
    const CoverPiece& piece = state.pieces[at];
    const Paint& paint = state.scan.paints[piece.paint];
    if (!touch(piece.box, letter)) continue;
    if (paint.through_text && paint.order > order) return true;
    const bool drawn_letter = paint.kind == PaintKind::image_mask ||
                              (paint.kind == PaintKind::fill && piece.shape == CoverPiece::Shape::outline && tall(paint.box) < 2.5f * tall(letter));
    if (drawn_letter) return true;
  }
  return false;
}

}  // namespace casewright
