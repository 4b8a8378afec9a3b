#include "ingest/pdf/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/pdf/pdf_lines.h"

namespace casewright {
namespace {

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 6 && std::all_of(word.begin(), word.end(), [](char c) { return std::string_view("ivxlIVXL").find(c) != std::string_view::npos; });
}

/// Numbers made alike, so that "Page 3 of 9" and "iv" repeat.
std::string pattern_of(const std::string& text) {
  std::string pattern;
  for (const std::string_view word : split(text, ' ')) {
    if (!pattern.empty()) pattern += ' ';
    if (is_roman(word)) {
      pattern += '#';
      continue;
    }
    for (const char c : word)
      if (!is_digit(c)) pattern += c;
      else if (pattern.empty() || pattern.back() != '#') pattern += '#';
  }
  return pattern;
}

/// A number alone, as pages bear it: "7", "- 7 -", "Page 7 of 9".
bool is_page_number(const std::string& text, const LaidPage& page) {
  const std::string pattern = ascii_lower(pattern_of(text));
  for (const char* form : {"#", "- # -", "-#-", "page #", "page # of #", "# of #", "page | #", "| #", "page #/#", "#/#"})
    if (pattern == form) return pattern.starts_with("page") || text.find(std::to_string(page.number)) != std::string::npos || pattern == "- # -";
  return false;
}

/// A row of a margin by its distance from the outer edge of its page.
struct EdgePlace {
  LaidPage* page = nullptr;
  std::size_t row = 0;
  std::size_t rank = 0;      ///< 0 is the outermost
  float gap = 0;             ///< to the next row inwards, in its own size
  std::string pattern;
  bool repeats = false;
};

/// The margin at the top or the foot of all pages.
class Margin {
 public:
  Margin(std::vector<LaidPage>& pages, bool top) : pages_(pages), top_(top) {}

  /// The rows of each page that are furniture.
  std::map<LaidPage*, std::set<std::size_t>> furniture() {
    for (LaidPage& page : pages_) gather(page);
    judge();
    std::map<LaidPage*, std::set<std::size_t>> found;
    for (auto& [page, places] : margins_) {
      std::size_t last = 0;  // everything further out than a row that repeats is furniture with it
      for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i].repeats) last = i + 1;
      for (std::size_t i = 0; i < last; ++i)
        if (places[i].repeats || is_small_place(places[i], places[last - 1])) found[page].insert(places[i].row);
    }
    return found;
  }

 private:
  void gather(LaidPage& page) {
    constexpr std::size_t deepest = 5;
    std::vector<EdgePlace>& places = margins_[&page];
    const std::size_t count = page.rows.size();
    for (std::size_t rank = 0; rank < std::min(count, deepest); ++rank) {
      const std::size_t at = top_ ? rank : count - 1 - rank;
      const LaidLine& row = page.rows[at];
      if (top_ ? row.box.bottom > 0.17f * page.height : row.box.top < 0.83f * page.height) break;
      float gap = 9;
      if (rank + 1 < count) {
        const LaidLine& next = page.rows[top_ ? at + 1 : at - 1];
        gap = (top_ ? next.box.top - row.box.bottom : row.box.top - next.box.bottom) / std::max(row.size, 1.0f);
      }
      for (const LaidTable& table : page.tables) {
        const float away = top_ ? table.box.top - row.box.bottom : row.box.top - table.box.bottom;
        if (away > -1) gap = std::min(gap, away / std::max(row.size, 1.0f));
      }
      places.push_back({&page, at, rank, gap, pattern_of(row.text), false});
    }
  }

  static float height_of(const EdgePlace& place) { return place.page->rows[place.row].baseline; }

  void judge() {
    // Which patterns come again on other pages at about the same height.
    std::map<std::string, std::vector<EdgePlace*>> by_pattern;
    for (auto& [page, places] : margins_)
      for (EdgePlace& place : places) by_pattern[place.pattern].push_back(&place);
    const double needed = std::clamp(0.1 * static_cast<double>(pages_.size()), 2.0, 8.0);
    for (auto& [pattern, places] : by_pattern) judge_pattern(pattern, places, needed);
    judge_changing_heads();
    for (auto& [page, places] : margins_)
      for (EdgePlace& place : places)
        if (place.rank == 0 && is_page_number(page->rows[place.row].text, *page) && place.gap > 0.4f) place.repeats = true;
  }

  void judge_pattern(const std::string& pattern, std::vector<EdgePlace*>& places, double needed) {
    if (static_cast<double>(places.size()) < needed) return;
    std::sort(places.begin(), places.end(), [](const EdgePlace* a, const EdgePlace* b) { return height_of(*a) < height_of(*b); });
    for (std::size_t begin = 0; begin < places.size();) {
      std::size_t end = begin + 1;
      while (end < places.size() && height_of(*places[end]) - height_of(*places[end - 1]) < 3) ++end;
      if (static_cast<double>(end - begin) >= needed && !are_notes(places, begin, end) && stands_apart(pattern, places, begin, end))
        for (std::size_t i = begin; i < end; ++i) places[i]->repeats = true;
      begin = end;
    }
  }

  /// A head that changes with the chapter: on most pages the outermost row stands at the same height in the same size,
  /// apart from the text, and says what some other page or a heading says too.
  void judge_changing_heads() {
    if (!top_ || pages_.size() < 4) return;
    std::map<std::string, std::size_t> said;
    for (const LaidPage& page : pages_)
      for (const LaidLine& row : page.rows)
        if (row.text.size() < 120) ++said[ascii_lower(row.text)];
    std::map<std::pair<long, long>, std::vector<EdgePlace*>> alike;
    for (auto& [page, places] : margins_)
      if (!places.empty() && places[0].gap > 0.75f) {
        const LaidLine& row = page->rows[places[0].row];
        if (row.text.size() < 120) alike[{std::lround(row.baseline), std::lround(2 * row.size)}].push_back(&places[0]);
      }
    for (auto& [look, places] : alike) {
      const auto echoes = static_cast<std::size_t>(std::count_if(places.begin(), places.end(), [&said](const EdgePlace* place) { return said[ascii_lower(place->page->rows[place->row].text)] > 1; }));
      if (places.size() < 4 || 2 * places.size() < pages_.size() || 5 * echoes < 4 * places.size() || is_size_of_text(*places[0])) continue;
      for (EdgePlace* place : places) place->repeats = true;
    }
  }

  /// True where the rows below the first of most pages are as large: then it is no head but the text itself.
  bool is_size_of_text(const EdgePlace& head) const {
    std::size_t rows = 0, alike = 0;
    const float size = head.page->rows[head.row].size;
    for (const LaidPage& page : pages_)
      for (std::size_t at = 1; at < page.rows.size(); ++at) ++rows, alike += std::fabs(page.rows[at].size - size) < 0.2f;
    return 2 * alike > rows && head.page->rows[head.row].strong == head.page->rows.back().strong && head.gap < 1.5f;
  }

  /// Notes may say the same on many pages, but their numbers do not go with the pages.
  static bool are_notes(const std::vector<EdgePlace*>& places, std::size_t begin, std::size_t end) {
    std::map<long, std::size_t> steps;
    std::size_t raised = 0, numbered = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const LaidLine& row = places[i]->page->rows[places[i]->row];
      raised += row.words.front().raised || is_cited(*places[i]->page, row);
      if (row.text.empty() || !is_digit(row.text[0]) || row.text.size() < 12) continue;
      ++numbered;
      ++steps[std::strtol(row.text.c_str(), nullptr, 10) - static_cast<long>(row.page)];
    }
    std::size_t most = 0;
    for (const auto& [away, count] : steps) most = std::max(most, count);
    return 2 * raised > end - begin || (numbered == end - begin && (numbered < 3 || 2 * most < numbered + 1));
  }

  /// The number that a row begins with stands raised in the text above.
  static bool is_cited(const LaidPage& page, const LaidLine& row) {
    const std::string number(std::string_view(row.text).substr(0, row.text.find_first_not_of("0123456789")));
    if (number.empty() || number.size() > 3 || number.size() == row.text.size()) return false;
    for (const LaidLine& other : page.rows)
      for (const LaidWord& word : other.words)
        if (word.raised && word.text == number) return true;
    return false;
  }

  /// The head of a table that goes over pages repeats too, but its rows stand close below; and a word that begins or
  /// ends two pages by chance stands where other words do on other pages.
  bool stands_apart(const std::string&, const std::vector<EdgePlace*>& places, std::size_t begin, std::size_t end) const {
    std::size_t apart = 0, others = 0;
    const float low = height_of(*places[begin]) - 3, high = height_of(*places[end - 1]) + 3;
    for (std::size_t i = begin; i < end; ++i) {
      // Rows of one running head stand close to each other; what counts is the gap below the innermost.
      const std::vector<EdgePlace>& all = margins_.at(places[i]->page);
      float widest = 0;
      for (std::size_t rank = places[i]->rank; rank < all.size(); ++rank) widest = std::max(widest, all[rank].gap);
      apart += widest > 0.75f && !ends_note(all, places[i]->rank) && !(top_ && heads_columns(*places[i]));
    }
    for (const auto& [page, all] : margins_)
      for (const EdgePlace& place : all) {
        const float at = height_of(place);
        if (at >= low && at <= high && place.pattern != places[begin]->pattern) ++others;
      }
    const std::size_t count = end - begin;
    return 2 * apart >= count && (others <= 2 * count || is_page_pattern(places[begin]->pattern));
  }

  /// Further lines of a note that says the same on many pages.
  static bool ends_note(const std::vector<EdgePlace>& all, std::size_t rank) {
    for (; rank + 1 < all.size() && all[rank].gap <= 0.75f; ++rank)
      if (const LaidLine& inner = all[rank + 1].page->rows[all[rank + 1].row]; inner.words.front().raised || is_cited(*all[rank].page, inner)) return true;
    return false;
  }

  /// The head of a table that goes on over pages: the cells below begin where its words do.
  static bool heads_columns(const EdgePlace& place) {
    const LaidPage& page = *place.page;
    const LaidLine& head = page.rows[place.row];
    const std::vector<LaidLine> titles = parts_of(head, 1.2f * head.size, page);
    if (titles.size() < 3) return false;
    for (std::size_t below = place.row + 1; below < std::min(page.rows.size(), place.row + 6); ++below) {
      std::size_t under = 0;
      for (const LaidLine& cell : parts_of(page.rows[below], 1.2f * head.size, page))
        under += std::any_of(titles.begin(), titles.end(), [&cell](const LaidLine& title) { return std::fabs(title.box.left - cell.box.left) < 2.5f; });
      if (under >= 3 && 2 * under >= titles.size()) return true;
    }
    return false;
  }

  static bool is_page_pattern(const std::string& pattern) { return pattern == "#"; }

  /// A short row further out than furniture: the rest of a running head that changes from page to page.
  static bool is_small_place(const EdgePlace& place, const EdgePlace& repeated) {
    const LaidLine& row = place.page->rows[place.row];
    return row.text.size() < 120 && row.size <= 1.05f * repeated.page->rows[repeated.row].size;
  }

  std::vector<LaidPage>& pages_;
  bool top_;
  std::map<LaidPage*, std::vector<EdgePlace>> margins_;
};

/// Words that lie across the page or stand in pale ink on most pages: "DRAFT", "CONFIDENTIAL".
void take_stamps(std::vector<LaidPage>& pages) {
  std::map<std::string, std::set<std::uint32_t>> where;
  const auto is_pale = [](const LaidLine& row) {
    const auto part = [&row](int shift) { return (row.rgb >> shift) & 255; };
    return std::min({part(16), part(8), part(0)}) > 150;
  };
  const auto may_be = [&](const LaidLine& row) { return row.text.size() < 60 && is_pale(row) && row.size > 20; };
  for (const LaidPage& page : pages)
    for (const LaidLine& row : page.rows)
      if (may_be(row)) where[row.text].insert(page.number);
  for (LaidPage& page : pages)
    for (std::size_t at = page.rows.size(); at-- > 0;)
      if (may_be(page.rows[at]) && where[page.rows[at].text].size() >= 2) {
        page.furniture.push_back(std::move(page.rows[at]));
        page.rows.erase(page.rows.begin() + static_cast<std::ptrdiff_t>(at));
      }
}

}  // namespace

void set_furniture_apart(std::vector<LaidPage>& pages) {
  take_stamps(pages);
  std::map<LaidPage*, std::set<std::size_t>> all = Margin(pages, true).furniture();
  for (auto& [page, rows] : Margin(pages, false).furniture()) all[page].insert(rows.begin(), rows.end());
  for (auto& [page, rows] : all) {
    std::vector<LaidLine> kept;
    for (std::size_t at = 0; at < page->rows.size(); ++at) (rows.count(at) != 0 ? page->furniture : kept).push_back(std::move(page->rows[at]));
    page->rows = std::move(kept);
  }
}

}  // namespace casewright
