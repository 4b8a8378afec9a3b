#include "ingest/pdf/pdf_loose_tables.h"

#include <algorithm>
#include <cmath>

#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/pdf/pdf_lines.h"
#include "ingest/pdf/pdf_ruled_tables.h"

namespace casewright {
namespace {

/// A blank that runs down between two columns.
struct Gutter {
  float left = 0, right = 0;
};

/// One line of what may be a table, in its parts.
struct Strip {
  std::size_t item = 0;            ///< of the flow
  const LaidLine* line = nullptr;
  std::vector<Box> parts;
  bool many = false;               ///< has at least two cells
  bool across = false;             ///< its words run across the gutters
  bool heads_several = false;      ///< a row of titles, of which one stands over several columns
};

std::vector<Box> parts_by_gap(const LaidLine& line, float gap) {
  std::vector<Box> parts;
  for (const LaidWord& word : line.words) {
    if (parts.empty() || word.box.left - parts.back().right > gap) parts.push_back(word.box);
    else join_boxes(parts.back(), word.box);
  }
  return parts;
}

/// A mark at the left edge (a bullet, "3.2", "(a)") is no cell of its own.
bool is_marked_line(const LaidLine& line) {
  if (bullet_of(line.text).bytes > 0 || ordinal_size(line.text) > 0 || line.words.front().raised) return true;
  return !leading_number(line.text, true).number.empty();
}

Strip strip_of(const FlowItem& item, std::size_t at) {
  Strip strip;
  strip.item = at;
  strip.line = &item.line;
  strip.parts = parts_by_gap(item.line, 0.95f * item.line.size);
  strip.many = strip.parts.size() >= 2 && !(strip.parts.size() == 2 && is_marked_line(item.line));
  if (page_lead(item.line.text).dots) strip.many = false;
  return strip;
}

/// The blanks that all of these lines leave free, narrowed line by line.
class Gutters {
 public:
  /// Those between the parts of a line.
  explicit Gutters(const Strip& strip) {
    for (std::size_t i = 1; i < strip.parts.size(); ++i) all_.push_back({strip.parts[i - 1].right, strip.parts[i].left});
  }
  bool empty() const { return all_.empty(); }

  /// True where the line leaves all of them free; narrows them to what it leaves.
  bool narrow(const Strip& strip, float least) {
    std::vector<Gutter> narrowed = all_;
    for (Gutter& gutter : narrowed) {
      for (const Box& box : parts_by_gap(*strip.line, 0.38f * strip.line->size)) {
        if (box.right <= gutter.left || box.left >= gutter.right) continue;
        // What reaches into it belongs to the side on which its middle lies.
        if (middle_x(box) < (gutter.left + gutter.right) / 2) gutter.left = std::max(gutter.left, box.right);
        else gutter.right = std::min(gutter.right, box.left);
      }
      if (gutter.right - gutter.left < least) return false;
    }
    all_ = std::move(narrowed);
    return true;
  }
  float first_right() const { return all_.front().right; }
  const std::vector<Gutter>& all() const { return all_; }

 private:
  std::vector<Gutter> all_;
};

/// Which columns of a table a line fills.
struct Filled {
  std::vector<LaidLine> cells;      ///< by column; without words where empty
  bool whole = false;              ///< one line of words across the columns
};

class TableFinder {
 public:
  TableFinder(LaidPage& page, const LayoutMeasures& usual, std::vector<float> seed) : page_(page), usual_(usual), seed_(std::move(seed)) {}

  /// The edges of the table that ends the page, or none.
  std::vector<float> run() {
    std::vector<FlowItem> flow;
    std::size_t at = 0;
    bool first_line = true;
    while (at < page_.flow.size()) {
      const std::size_t end = page_.flow[at].kind == FlowKind::line ? try_table(at, first_line) : at;
      first_line = first_line && page_.flow[at].kind != FlowKind::line;
      if (end > at) {
        FlowItem item;
        item.kind = FlowKind::table;
        item.table = page_.tables.size() - 1;
        item.box = page_.tables.back().box;
        item.opens_region = page_.flow[at].opens_region;
        flow.push_back(std::move(item));
        at = end;
        continue;
      }
      flow.push_back(std::move(page_.flow[at++]));
    }
    page_.flow = std::move(flow);
    for (std::size_t i = page_.flow.size(); i-- > 0;) {
      if (page_.flow[i].kind == FlowKind::note) continue;
      if (page_.flow[i].kind == FlowKind::table) return page_.tables[page_.flow[i].table].edges;
      break;
    }
    return {};
  }

 private:
  bool rule_between(float top, float bottom, const Box& box) const {
    auto each = std::lower_bound(page_.across.begin(), page_.across.end(), top, [](const LaidRule& rule, float at) { return rule.at < at; });
    for (; each != page_.across.end() && each->at <= bottom; ++each)
      if (std::min(each->to, box.right) - std::max(each->from, box.left) > 0.4f * (box.right - box.left)) return true;
    return false;
  }

  /// Where the table that begins at this item ends, its cells put into the page; `at` where there is none.
  std::size_t try_table(std::size_t at, bool first_line) {
    Strip first = strip_of(page_.flow[at], at);
    const bool goes_on = first_line && fits_seed(first);
    if (!first.many && !goes_on) return at;
    if (is_caption(first.line->text)) return at;
    std::vector<Strip> strips = grow(std::move(first), goes_on);
    std::size_t many = 0;
    for (const Strip& strip : strips) many += strip.many;
    const Box box = box_of(strips);
    const bool ruled = strips.size() >= 2 && (rule_between(box.top - 8, strips[0].line->baseline - 3, box) || rule_between(strips[0].line->baseline, strips[1].line->box.bottom, box));
    const bool headed = strips[0].line->strong && strips[0].parts.size() >= 3 && strips.size() >= 2 && ruled;
    if (!goes_on && !headed && (many < 2 || (many < 3 && !ruled))) return at;
    if (!make_table(strips, goes_on)) return at;
    return strips.back().item + 1;
  }

  bool fits_seed(const Strip& strip) const {
    if (seed_.size() < 3) return false;
    std::size_t fits = 0;
    for (const Box& part : strip.parts)
      fits += std::any_of(seed_.begin(), seed_.end() - 1, [&part](float edge) { return std::fabs(edge - part.left) < 6; });
    return strip.parts.size() >= 2 ? fits == strip.parts.size() : false;
  }

  static Box box_of(const std::vector<Strip>& strips) {
    Box box = strips[0].line->box;
    for (const Strip& strip : strips) join_boxes(box, strip.line->box);
    return box;
  }

  /// The lines from `first` on that keep its gutters free.
  std::vector<Strip> grow(Strip first, bool goes_on) const {
    std::vector<Strip> strips;
    Gutters gutters(first);
    if (goes_on && first.parts.size() + 1 < seed_.size()) {
      // A line that leaves cells empty: the gutters are those of the table on the page before.
      Strip seeded = first;
      seeded.parts.clear();
      for (std::size_t i = 0; i + 1 < seed_.size(); ++i) seeded.parts.push_back({seed_[i], 0, i + 2 < seed_.size() ? seed_[i + 1] - 0.9f * usual_.body : seed_[i + 1], 0});
      gutters = Gutters(seeded);
    }
    const float least = 0.35f * usual_.body;
    strips.push_back(std::move(first));
    std::size_t kept = 1;
    float usual_gap = 0;
    for (std::size_t at = strips[0].item + 1; at < page_.flow.size(); ++at) {
      const FlowItem& item = page_.flow[at];
      if (item.kind != FlowKind::line || item.opens_region) break;
      const LaidLine& before = *strips.back().line;
      const float gap = item.line.box.top - before.box.bottom;
      if (gap > 2.4f * usual_.body) break;
      Strip strip = strip_of(item, at);
      const bool far = kept >= 3 && gap > std::max(1.3f * usual_gap + 2, 0.9f * usual_.body) && !rule_between(before.baseline, item.line.baseline - 3, strips[0].line->box);
      if (is_caption(item.line.text) || (far && !strip.many && !row_comes(at + 1, gutters) && (gap > 1.8f * usual_.body || !follows_more(at, gutters)))) break;
      const bool below_rule = strip.line->box.right < gutters.first_right() && rule_between(before.baseline, item.line.baseline - 3, strips[0].line->box) && (!item.line.strong || before.strong || rule_between(item.line.baseline, item.line.box.bottom + usual_.body, strips[0].line->box));
      if (item.line.size > 1.15f * before.size && !strip.many) break;
      if (!gutters.narrow(strip, least)) {
        // One line across, such as the name of a period, may stand between rows.
        const bool ends_page = closes_page(at, strips[0]);
        if (strip.parts.size() > 1 || (!ends_page && !row_comes(at + 1, gutters))) break;
        strip.across = true;
        strips.push_back(std::move(strip));
        if (ends_page) kept = strips.size();
        continue;
      }
      if (strip.many || below_rule || begins_beside(strip, gutters) || goes_on_below(strips, strip, gutters)) {
        usual_gap = std::max(usual_gap, gap);
        strips.push_back(std::move(strip));
        kept = strips.size();
      } else if (follows_more(at, gutters)) {
        strips.push_back(std::move(strip));
      } else {
        break;
      }
    }
    strips.resize(kept);
    return strips;
  }

  /// The last line of the page, with a rule below it as below the rows above: the table goes on over the page.
  bool closes_page(std::size_t at, const Strip& first) const {
    const LaidLine& line = page_.flow[at].line;
    for (std::size_t next = at + 1; next < page_.flow.size(); ++next)
      if (page_.flow[next].kind != FlowKind::note) return false;
    return std::fabs(line.box.left - first.line->box.left) < 3 && rule_between(line.baseline, line.box.bottom + usual_.body, first.line->box);
  }

  /// The line at that place is a row of this table.
  bool row_comes(std::size_t at, Gutters gutters) const {
    if (at >= page_.flow.size() || page_.flow[at].kind != FlowKind::line || page_.flow[at].opens_region) return false;
    if (page_.flow[at].line.box.top - page_.flow[at - 1].line.box.bottom > 2.4f * usual_.body) return false;
    const Strip next = strip_of(page_.flow[at], at);
    return next.many && gutters.narrow(next, 0.35f * usual_.body);
  }

  /// A line whose first words stand right of the first gutter goes on inside a row.
  static bool begins_beside(const Strip& strip, const Gutters& gutters) { return strip.parts[0].left >= gutters.first_right() - 3; }

  /// A line in the first column alone that the line above it did not end.
  bool goes_on_below(const std::vector<Strip>& strips, const Strip& strip, const Gutters& gutters) const {
    const LaidLine& before = *strips.back().line;
    const float edge = gutters.first_right();
    if (strip.line->box.right > edge || strip.line->strong != before.strong) return false;
    const std::vector<Box>& parts = strips.back().parts;
    if (std::fabs(parts[0].left - strip.parts[0].left) > 3 || strip.line->baseline - before.baseline > 1.5f * strip.line->size) return false;
    LaidLine cell = *strips.back().line;
    std::erase_if(cell.words, [edge](const LaidWord& word) { return word.box.left >= edge - 1; });
    if (cell.words.empty()) return false;
    cell.box.right = cell.words.back().box.right;
    return !ends_early(cell, *strip.line, edge, 0.3f * usual_.body);
  }

  /// Rows of the table come again within the next lines.
  bool follows_more(std::size_t at, Gutters gutters) const {
    const float first = gutters.first_right();
    if (page_.flow[at].line.box.right > first) return false;
    for (std::size_t next = at + 1; next < std::min(page_.flow.size(), at + 4); ++next) {
      if (page_.flow[next].kind != FlowKind::line || page_.flow[next].opens_region) return false;
      if (page_.flow[next].line.box.top - page_.flow[next - 1].line.box.bottom > 1.6f * usual_.body) return false;
      const Strip strip = strip_of(page_.flow[next], next);
      if (!gutters.narrow(strip, 0.35f * usual_.body)) return false;
      if (strip.many) return true;
    }
    return false;
  }

  /// The blank between most words of these lines: wide on a typewriter.
  static float usual_blank(const std::vector<Strip>& strips) {
    std::vector<float> blanks;
    for (const Strip& strip : strips)
      for (std::size_t i = 1; i < strip.line->words.size(); ++i)
        if (const float blank = strip.line->words[i].box.left - strip.line->words[i - 1].box.right; strip.line->words[i].spaced && blank < strip.line->size) blanks.push_back(blank);
    if (blanks.size() < 8) return 0;
    std::nth_element(blanks.begin(), blanks.begin() + static_cast<std::ptrdiff_t>(blanks.size() / 2), blanks.end());
    return blanks[blanks.size() / 2];
  }

  /// Marks the first bold line where the bold line below it and the rows have more parts than it.
  static void mark_titles_over_several(std::vector<Strip>& strips) {
    if (strips.size() < 5 || !strips[0].line->strong || !strips[1].line->strong || strips[2].line->strong) return;
    std::vector<std::size_t> parts;
    for (std::size_t i = 2; i < strips.size(); ++i)
      if (strips[i].many) parts.push_back(strips[i].parts.size());
    if (parts.size() < 3) return;
    std::nth_element(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(parts.size() / 2), parts.end());
    const Strip& below = strips[1];
    const bool inside = below.parts.front().left > strips[0].parts.front().right - 1;
    strips[0].heads_several = strips[0].parts.size() >= 2 && strips[0].parts.size() < parts[parts.size() / 2] && below.parts.size() >= 2 && inside;
  }

  /// The edges of the columns: blanks that nearly every line leaves.
  std::vector<float> edges_of(const std::vector<Strip>& strips) const {
    const Box box = box_of(strips);
    const auto width = static_cast<std::size_t>(std::max(1.0f, 2 * (box.right - box.left) + 2));
    std::vector<int> cover(width + 1);
    int counted = 0;
    for (const Strip& strip : strips) {
      const bool whole = strip.parts.size() == 1 && strip.parts[0].right - strip.parts[0].left > 0.45f * (box.right - box.left);
      if (strip.across || strip.heads_several || (whole && strips.size() > 2)) continue;
      ++counted;
      for (const Box& part : parts_by_gap(*strip.line, 0.3f * strip.line->size))
        for (float x = part.left; x <= part.right; x += 0.5f) ++cover[std::min(width, static_cast<std::size_t>(std::max(0.0f, 2 * (x - box.left))))];
    }
    std::vector<float> edges{box.left - 1};
    const float least = std::max(counted > 4 ? 0.36f * usual_.body : 0.6f * usual_.body, 1.3f * usual_blank(strips));
    for (std::size_t at = 0; at <= width;) {
      if (cover[at] > 0) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end <= width && cover[end] == 0) ++end;
      if (at > 0 && end <= width && static_cast<float>(end - at) / 2 >= least) edges.push_back(box.left + static_cast<float>(end) / 2 - 1);
      at = end;
    }
    edges.push_back(box.right + 1);
    return edges;
  }

  Filled fill(const Strip& strip, const std::vector<float>& edges) const {
    Filled filled;
    std::vector<std::vector<LaidWord>> words(edges.size() - 1);
    filled.whole = strip.across || (strip.parts.size() == 1 && std::any_of(edges.begin() + 1, edges.end() - 1, [&](float edge) {
      return std::any_of(strip.line->words.begin(), strip.line->words.end(), [edge](const LaidWord& word) { return word.box.left < edge - 1 && word.box.right > edge; });
    }));
    for (const LaidWord& word : strip.line->words) {
      std::size_t column = 0;
      if (strip.heads_several) {
        const Box& part = *std::find_if(strip.parts.begin(), strip.parts.end(), [&word](const Box& each) { return middle_x(word.box) <= each.right; });
        while (column + 2 < edges.size() && part.left >= edges[column + 1] - 3) ++column;
      }
      else while (!filled.whole && column + 2 < edges.size() && middle_x(word.box) >= edges[column + 1] - 0.5f) ++column;
      words[column].push_back(word);
    }
    for (auto& each : words) filled.cells.push_back(each.empty() ? LaidLine() : line_of(std::move(each), page_));
    return filled;
  }

  static bool is_broken_word(const LaidLine& above, const LaidLine& here) {
    return above.text.size() > 1 && (above.text.ends_with('-') || above.text.ends_with("\xE2\x80\x90")) && begins_small(here.text);
  }
  static bool is_number(const LaidLine& cell) {
    return !cell.text.empty() && std::all_of(cell.text.begin(), cell.text.end(), [](char c) { return (c >= '0' && c <= '9') || std::string_view(".,%-()+ ").find(c) != std::string_view::npos; });
  }

  /// Bold words under bold words of the first row: a title of a column that is too long for one line.
  static bool goes_on_in_head(const std::vector<Strip>& strips, const std::vector<Filled>& lines, std::size_t at) {
    constexpr std::size_t deepest = 4;
    if (at >= deepest || !lines[at].cells[0].words.empty() || strips[at].line->baseline - strips[at - 1].line->baseline > 1.5f * strips[at].line->size) return false;
    for (std::size_t i = 0; i <= at; ++i)
      if (!strips[i].line->strong) return false;
    for (std::size_t column = 0; column < lines[at].cells.size(); ++column)
      if (!lines[at].cells[column].words.empty() && lines[at - 1].cells[column].words.empty()) return false;
    return true;
  }

  /// True where this line begins a row of its own.
  bool begins_row(const std::vector<Strip>& strips, const std::vector<Filled>& lines, std::size_t at, const std::vector<float>& edges, float wide_gap,
                  bool ruled) const {
    const LaidLine &line = *strips[at].line, &before = *strips[at - 1].line;
    if (rule_between(before.baseline, line.baseline - 0.3f * line.size, box_)) return true;
    const Filled &here = lines[at], &above = lines[at - 1];
    if (!here.cells[0].words.empty() && !above.cells[0].words.empty() && above.cells[0].strong && !here.cells[0].strong) return true;
    if (strips[at - 1].heads_several) return true;
    if (ruled || goes_on_in_head(strips, lines, at)) return false;
    for (std::size_t column = 0; column < here.cells.size(); ++column)
      if (is_broken_word(above.cells[column], here.cells[column])) return false;
    if (here.whole || above.whole) return true;
    if (wide_gap > 0 && line.baseline - before.baseline > wide_gap) return true;
    // Cells begin at the top of their row, the first one too.
    if (wide_gap > 0 || here.cells[0].words.empty()) return false;
    std::size_t early = 0, compared = 0, capitals = 0;
    for (std::size_t column = 0; column < here.cells.size(); ++column) {
      const LaidLine &cell = here.cells[column], &cell_above = above.cells[column];
      if (cell.words.empty()) continue;
      if (cell_above.words.empty() || (is_number(cell) && is_number(cell_above))) return true;
      // The first column is as wide as the second lets it be; of the others only their words tell.
      const float edge = column == 0 ? std::max(right_[0] + 0.5f, edges[1] - 1.6f * cell.size) : right_[column] + 0.5f;
      const bool ended = ends_early(cell_above, cell, edge, 0);
      capitals += cell.text[0] >= 'A' && cell.text[0] <= 'Z';
      if (column == 0 && (ended || cell.strong != cell_above.strong)) return true;
      early += ended;
      ++compared;
    }
    return (2 * early >= compared && early > 0) || (compared >= 2 && capitals == compared);
  }

  /// The least distance of lines that parts rows, where two kinds of distances are plain to see; else 0.
  float wide_gap_of(const std::vector<Strip>& strips, const std::vector<Filled>& lines) const {
    std::vector<float> pitches;
    for (std::size_t i = 1; i < strips.size(); ++i) {
      const LaidLine &line = *strips[i].line, &before = *strips[i - 1].line;
      if (lines[i].whole || lines[i - 1].whole || rule_between(before.baseline, line.baseline - 0.3f * line.size, box_)) continue;
      pitches.push_back(line.baseline - before.baseline);
    }
    if (pitches.size() < 2) return 0;
    std::sort(pitches.begin(), pitches.end());
    float widest = 0, at = 0;
    for (std::size_t i = 1; i < pitches.size(); ++i)
      if (pitches[i] - pitches[i - 1] > widest) widest = pitches[i] - pitches[i - 1], at = (pitches[i] + pitches[i - 1]) / 2;
    const float low = pitches.front();
    // One wide distance alone is no rule.
    if (pitches.size() > 4 && std::count_if(pitches.begin(), pitches.end(), [at](float pitch) { return pitch > at; }) < 2) widest = 0;
    // Cells of one line each: all distances are alike, and every line is a row.
    const float size = strips[0].line->size;
    if (widest < 0.12f * size) return low > 1.5f * size ? 0.9f * low : 0;
    return low < 1.5f * size && at < 3 * size ? at : low > 1.5f * size ? 0.9f * low : 0;
  }

  bool make_table(std::vector<Strip>& strips, bool goes_on) {
    box_ = box_of(strips);
    mark_titles_over_several(strips);
    std::vector<float> edges = edges_of(strips);
    if (goes_on && edges.size() < seed_.size()) edges = seed_;
    if (edges.size() < 3) return false;
    std::vector<Filled> lines;
    right_.assign(edges.size() - 1, 0);
    std::vector<std::size_t> used(edges.size() - 1);
    for (const Strip& strip : strips) {
      lines.push_back(fill(strip, edges));
      for (std::size_t i = 0; i < lines.back().cells.size(); ++i) {
        if (lines.back().whole || lines.back().cells[i].words.empty()) continue;
        right_[i] = std::max(right_[i], lines.back().cells[i].box.right);
        ++used[i];
      }
    }
    const bool headed = strips[0].line->strong && strips[0].parts.size() >= 3;
    if (!goes_on && !headed && std::count_if(used.begin(), used.end(), [](std::size_t n) { return n >= 2; }) < 2) return false;
    const float wide_gap = wide_gap_of(strips, lines);
    std::size_t rules = 0;
    for (std::size_t i = 1; i < strips.size(); ++i) rules += rule_between(strips[i - 1].line->baseline, strips[i].line->baseline - 0.3f * strips[i].line->size, box_);
    const bool ruled = rules >= 3 && 5 * rules >= strips.size();
    LaidTable table;
    table.box = box_of(strips);
    table.edges = edges;
    table.columns = static_cast<std::uint16_t>(edges.size() - 1);
    for (std::size_t i = 0; i < strips.size(); ++i) {
      if (i == 0 || begins_row(strips, lines, i, edges, wide_gap, ruled)) add_row(table, lines[i].whole);
      for (LaidCell& cell : table.cells)
        if (cell.row + 1 == table.rows && cell.column < lines[i].cells.size() && !lines[i].cells[cell.column].words.empty()) cell.lines.push_back(lines[i].cells[cell.column]);
    }
    if (table.rows < 2 && !goes_on) return false;
    table.header_rows = header_rows_by_weight(table);
    page_.tables.push_back(std::move(table));
    return true;
  }

  static void add_row(LaidTable& table, bool whole) {
    for (std::uint16_t column = 0; column < (whole ? 1 : table.columns); ++column) {
      LaidCell cell;
      cell.row = table.rows;
      cell.column = column;
      cell.columns = whole ? table.columns : 1;
      table.cells.push_back(std::move(cell));
    }
    ++table.rows;
  }

  LaidPage& page_;
  const LayoutMeasures& usual_;
  std::vector<float> seed_;
  Box box_;                   ///< of the table that is being made
  std::vector<float> right_;  ///< how far the words of each column reach
};

}  // namespace

void take_loose_tables(std::vector<LaidPage>& pages, const LayoutMeasures& usual) {
  std::vector<float> seed;
  for (LaidPage& page : pages) seed = TableFinder(page, usual, std::move(seed)).run();
}

}  // namespace casewright
