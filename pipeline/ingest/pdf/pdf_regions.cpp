#include "ingest/pdf/pdf_regions.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ingest/blocks/line_marks.h"
#include "ingest/pdf/pdf_lines.h"

namespace casewright {
namespace {

/// What is laid out: a row, a table or a picture.
struct RegionPiece {
  FlowKind kind = FlowKind::line;
  Box box;
  LaidLine line;
  std::size_t table = 0;
};

/// By what pieces are ordered: a table comes where it begins.
float height_of(const RegionPiece& piece) { return piece.kind == FlowKind::line ? middle_y(piece.box) : piece.box.top + 1; }

/// A wide blank between two words of a row.
struct Gap {
  float left = 0, right = 0;
};

std::vector<Gap> gaps_of(const LaidLine& line, float wide) {
  std::vector<Gap> gaps;
  float right = line.words.front().box.right;
  for (const LaidWord& word : line.words) {
    if (word.box.left - right > wide) gaps.push_back({right, word.box.left});
    right = std::max(right, word.box.right);
  }
  return gaps;
}

/// Columns of one page.
class Columns {
 public:
  Columns(LaidPage& page, const LayoutMeasures& usual) : page_(page), wide_(0.9f * usual.body), body_(usual.body) {}

  void run(std::vector<RegionPiece> pieces) { cut(std::move(pieces), 0, {1e9f, -1e9f}); }

 private:
  static constexpr int deepest = 3;

  void cut(std::vector<RegionPiece> pieces, int depth, Gap edges) {
    if (pieces.empty()) return;
    for (const RegionPiece& piece : pieces) edges = {std::min(edges.left, piece.box.left), std::max(edges.right, piece.box.right)};
    const float gutter = depth < deepest ? gutter_of(pieces) : 0;
    if (gutter == 0) return emit(std::move(pieces), edges);
    Gap left_edges{edges.left, -1e9f}, right_edges{1e9f, edges.right};
    for (const RegionPiece& piece : pieces) {
      if (piece.kind != FlowKind::line || crosses(piece, gutter)) continue;
      for (const LaidWord& word : piece.line.words) {
        if (word.box.right <= gutter) left_edges.right = std::max(left_edges.right, word.box.right);
        else right_edges.left = std::min(right_edges.left, word.box.left);
      }
    }
    const std::vector<LaidRule> rules = rules_across(gutter);
    std::vector<RegionPiece> whole, left, right;
    const auto flush = [&] {
      if (!left.empty() && right.empty()) whole.insert(whole.end(), std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
      else if (!left.empty() || !right.empty()) {
        if (!whole.empty()) emit(std::exchange(whole, {}), edges);
        cut(std::move(left), depth + 1, left_edges);
        cut(std::move(right), depth + 1, right_edges);
      }
      left.clear();
      right.clear();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      RegionPiece& piece = pieces[i];
      if (crosses(piece, gutter) || stands_alone(pieces, i, gutter) || is_banded(piece, rules)) {
        flush();
        whole.push_back(std::move(piece));
      } else if (piece.kind == FlowKind::line) {
        part(piece, gutter, left, right);
      } else {
        (piece.box.right <= gutter + wide_ / 2 ? left : right).push_back(std::move(piece));
      }
    }
    flush();
    if (!whole.empty()) emit(std::move(whole), edges);
  }

  bool crosses(const RegionPiece& piece, float gutter) const {
    if (piece.kind != FlowKind::line) return piece.box.left < gutter - 3 && piece.box.right > gutter + 3;
    if (std::any_of(piece.line.words.begin(), piece.line.words.end(), [gutter](const LaidWord& word) { return word.box.left < gutter && word.box.right > gutter; })) return true;
    const float blank = blank_at(piece, gutter);
    return blank > -1e8f && blank < 0.75f * wide_;  // a row that fills both sides without a gap at the gutter runs across it
  }

  /// How far the words on both sides of the gutter stand from each other; far below 0 where one side has none.
  static float blank_at(const RegionPiece& piece, float gutter) {
    float before = -1e9f, after = 1e9f;
    for (const LaidWord& word : piece.line.words) {
      if (word.box.right <= gutter) before = std::max(before, word.box.right);
      else after = std::min(after, word.box.left);
    }
    return before > -1e8f && after < 1e8f ? after - before : -1e9f;
  }

  /// A large line that has nothing beside it is a heading over both columns.
  bool stands_alone(const std::vector<RegionPiece>& pieces, std::size_t at, float gutter) const {
    const RegionPiece& piece = pieces[at];
    if (piece.kind != FlowKind::line || piece.line.size < 1.25f * body_ || piece.box.left > gutter) return false;
    if (blank_at(piece, gutter) > 0.6f * piece.line.size) return false;  // two headings at the heads of their columns
    for (std::size_t i = at > 12 ? at - 12 : 0; i < std::min(pieces.size(), at + 12); ++i) {
      if (i == at) continue;
      const Box& other = pieces[i].box;
      if (other.right > gutter + 3 && other.bottom > piece.box.top - 0.3f * body_ && other.top < piece.box.bottom + 0.3f * body_) return false;
    }
    return true;
  }

  /// A line between two of the `rules` (or edges of shades) that run across the gutter: a row of a table as wide as both columns.
  bool is_banded(const RegionPiece& piece, const std::vector<LaidRule>& rules) const {
    if (piece.kind != FlowKind::line) return false;
    const LaidLine& line = piece.line;
    const float near = 1.3f * body_;
    const auto stands = [&rules](float top, float bottom) { return std::any_of(rules.begin(), rules.end(), [=](const LaidRule& rule) { return rule.at >= top && rule.at <= bottom; }); };
    if (stands(piece.box.top - near, line.baseline - 0.5f * line.size) && stands(line.baseline, piece.box.bottom + near)) return true;
    // A head between two rules, and below it rows that end in rules as long: all lines down to the last of them.
    for (std::size_t head = 0; head + 2 < rules.size() && rules[head].at < line.baseline; ++head) {
      if (rules[head + 1].at - rules[head].at > 3.2f * body_) continue;
      const bool below = std::any_of(rules.begin() + static_cast<std::ptrdiff_t>(head) + 2, rules.end(), [&](const LaidRule& rule) {
        return rule.at > line.baseline && std::fabs(rule.to - rules[head].to) < 4;
      });
      if (below && std::fabs(rules[head + 1].to - rules[head].to) < 4) return true;
    }
    return false;
  }

  /// The rules that run across the gutter and far to both of its sides, from above.
  std::vector<LaidRule> rules_across(float gutter) const {
    std::vector<LaidRule> rules;
    std::copy_if(page_.across.begin(), page_.across.end(), std::back_inserter(rules), [&](const LaidRule& rule) { return rule.from < gutter - 4 * body_ && rule.to > gutter + 4 * body_; });
    return rules;
  }

  void part(RegionPiece& piece, float gutter, std::vector<RegionPiece>& left, std::vector<RegionPiece>& right) const {
    std::vector<LaidWord> first, second;
    for (LaidWord& word : piece.line.words) (word.box.right <= gutter ? first : second).push_back(std::move(word));
    for (auto* half : {&first, &second}) {
      if (half->empty()) continue;
      RegionPiece fresh;
      fresh.line = line_of(std::move(*half), page_);
      fresh.box = fresh.line.box;
      (half == &first ? left : right).push_back(std::move(fresh));
    }
  }

  /// The middle of the blank that runs down between two columns of prose, or 0.
  float gutter_of(const std::vector<RegionPiece>& pieces) const {
    std::vector<Gap> gaps;
    float low = 1e9f, high = -1e9f;
    for (const RegionPiece& piece : pieces) {
      low = std::min(low, piece.box.left), high = std::max(high, piece.box.right);
      if (piece.kind == FlowKind::line)
        for (const Gap& gap : gaps_of(piece.line, wide_)) gaps.push_back(gap);
    }
    std::vector<float> tries;
    for (const Gap& gap : gaps) tries.push_back(gap.right - 0.3f * wide_);
    for (const RegionPiece& piece : pieces)
      if (piece.kind == FlowKind::line && piece.box.left > low + 0.15f * (high - low)) tries.push_back(piece.box.left - 0.3f * wide_), gaps.push_back({low, piece.box.left});
    if (tries.size() < 4) return 0;
    std::sort(tries.begin(), tries.end());
    float best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < tries.size(); ++i) {
      const float x = tries[i];
      if ((i > 0 && x - tries[i - 1] < 0.5f) || x < low + 0.15f * (high - low) || x > high - 0.15f * (high - low)) continue;
      const auto count = static_cast<std::size_t>(std::count_if(gaps.begin(), gaps.end(), [x](const Gap& gap) { return gap.left < x && x < gap.right; }));
      if (count > most && is_gutter(pieces, x)) most = count, best = x;
    }
    return best;
  }

  /// What stands on one side of a gutter.
  struct Side {
    std::size_t lines = 0, words = 0, parts = 0, parted = 0;
    float left = 1e9f, right = -1e9f;
    std::vector<float> widths;
    std::size_t tables = 0;
    std::size_t led = 0, rising = 0;  ///< lines that end in a number; of these no lower than the one before
    int page = 0, first_page = 0;
    std::vector<float> heights;

    void add(const Box& table, float step) {
      ++tables;
      left = std::min(left, table.left), right = std::max(right, table.right);
      for (float y = table.top; y < table.bottom; y += 1.2f * step) heights.push_back(y);
    }
    void add(const LaidLine& line, float from, float to, float gap) {
      float l = 1e9f, r = -1e9f;
      std::size_t before = 0, gaps = 0;
      for (const LaidWord& word : line.words) {
        if (word.box.right <= from || word.box.left >= to) continue;
        // The gap behind a bullet or a number parts no cells.
        const bool apart = r > 0 && word.box.left - r > gap && (before != 1 || r - l > 2 * gap);
        gaps += apart;
        parts += r < 0 || apart;
        ++before;
        l = std::min(l, word.box.left), r = std::max(r, word.box.right);
        ++words;
      }
      if (r < l) return;
      ++lines;
      parted += gaps > 0;
      widths.push_back(r - l);
      left = std::min(left, l), right = std::max(right, r);
      heights.push_back(line.baseline);
    }
    /// Entries of a table of contents: words first and a page's number last, the numbers never falling.
    bool is_contents() const { return lines >= 4 && 10 * led >= 7 * lines && 10 * rising >= 8 * led; }
    void learn_lead(const LaidLine& line, float from, float to) {
      const LaidWord *first = nullptr, *last = nullptr;
      for (const LaidWord& word : line.words) {
        if (word.box.right <= from || word.box.left >= to) continue;
        if (first == nullptr) first = &word;
        last = &word;
      }
      if (first == last || !is_small_number(last->text)) return;
      ++led;
      const int number = std::stoi(last->text);
      rising += number >= page;
      if (first_page == 0) first_page = number;
      page = number;
    }
    bool may_be_column() const { return is_prose() || tables > 0; }
    /// Prose: several words a part, few wide gaps, lines about as long as the column is wide.
    bool is_prose() const {
      const double n = static_cast<double>(lines);
      const auto full = std::count_if(widths.begin(), widths.end(), [this](float wide) { return wide > 0.8f * (right - left); });
      return lines >= 5 && static_cast<double>(words) >= 3.2 * n && (5 * parted <= lines ? words >= 3 * parts : 10 * words >= 42 * parts && 10 * parted > 6 * lines) && static_cast<double>(full) >= (lines < 12 ? 0.42 : 0.26) * n;
    }
  };

  /// On both sides of a gutter stands prose, and the sides stand beside each other.
  bool is_gutter(const std::vector<RegionPiece>& pieces, float x) const {
    Side left, right;
    std::size_t crossing = 0;
    for (const RegionPiece& piece : pieces) {
      if (crosses(piece, x)) {
        crossing += piece.kind == FlowKind::line;
        continue;
      }
      if (piece.kind == FlowKind::table) (middle_x(piece.box) < x ? left : right).add(piece.box, body_);
      if (piece.kind != FlowKind::line) continue;
      left.add(piece.line, -1e9f, x, 1.3f * wide_);
      right.add(piece.line, x, 1e9f, 1.3f * wide_);
      left.learn_lead(piece.line, -1e9f, x);
      right.learn_lead(piece.line, x, 1e9f);
    }
    if (crossing > std::max(left.heights.size(), right.heights.size())) return false;
    const bool contents = left.is_contents() && right.is_contents() && right.first_page >= left.page;
    if (!contents && !(left.is_prose() && right.may_be_column()) && !(left.may_be_column() && right.is_prose())) return false;
    std::sort(left.heights.begin(), left.heights.end());
    std::size_t beside = 0;
    for (const float y : right.heights) {
      const auto near = std::lower_bound(left.heights.begin(), left.heights.end(), y - body_);
      beside += near != left.heights.end() && *near < y + body_;
    }
    return beside >= 4 && 2 * beside >= std::min(left.heights.size(), right.heights.size());
  }

  void emit(std::vector<RegionPiece> pieces, const Gap& edges) {
    bool opens = true;
    for (RegionPiece& piece : pieces) {
      FlowItem item;
      item.kind = piece.kind;
      item.box = piece.box;
      item.table = piece.table;
      item.line = std::move(piece.line);
      item.line.column_left = edges.left;
      item.line.column_right = edges.right;
      item.opens_region = std::exchange(opens, false);
      page_.flow.push_back(std::move(item));
    }
  }

  LaidPage& page_;
  float wide_, body_;
};

}  // namespace

void lay_out(LaidPage& page, const LayoutMeasures& usual) {
  std::vector<RegionPiece> pieces;
  for (LaidLine& row : page.rows) {
    RegionPiece piece;
    piece.box = row.box;
    piece.line = std::move(row);
    pieces.push_back(std::move(piece));
  }
  page.rows.clear();
  for (std::size_t i = 0; i < page.tables.size(); ++i) pieces.push_back({FlowKind::table, page.tables[i].box, {}, i});
  for (const Box& picture : page.pictures) pieces.push_back({FlowKind::picture, picture, {}, 0});
  std::stable_sort(pieces.begin(), pieces.end(), [](const RegionPiece& a, const RegionPiece& b) { return height_of(a) < height_of(b); });
  Columns(page, usual).run(std::move(pieces));
}

}  // namespace casewright
