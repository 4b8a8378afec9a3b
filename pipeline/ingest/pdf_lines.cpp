#include "ingest/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "foreign/unicode.h"

namespace casewright {
namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\xA0' || c == U'\t' || c == U'\x2002' || c == U'\x2003' || c == U'\x2009' || c < 32; }

void join(Box& box, const Box& other) {
  box = {std::min(box.left, other.left), std::min(box.top, other.top), std::max(box.right, other.right),
         std::max(box.bottom, other.bottom)};
}

/// Cuts the glyphs of a page into words, in the order of painting.
class WordCutter {
 public:
  WordCutter(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, PdfPageLines& page) : scan_(scan), fonts_(fonts), page_(page) {}

  std::vector<PdfWord> run() {
    for (std::uint32_t at = 0; at < scan_.glyphs.size(); ++at) {
      const pdf::Glyph& glyph = scan_.glyphs[at];
      const pdf::Run& run = scan_.runs[glyph.run];
      if (is_unseen(glyph, run)) {
        hide(glyph, at);
      } else if (is_blank(glyph.unicode)) {
        close();
      } else if (run.replaced != pdf::none) {
        replace(glyph, run, at);
      } else {
        add(glyph, run, at);
      }
    }
    close();
    return std::move(words_);
  }

 private:
  bool is_unseen(const pdf::Glyph& glyph, const pdf::Run& run) const {
    const float x = (glyph.box.left + glyph.box.right) / 2, y = (glyph.box.top + glyph.box.bottom) / 2;
    const bool off = x < 0 || y < 0 || x > scan_.width || y > scan_.height;
    const bool cut = x < run.clip.left - 1 || x > run.clip.right + 1 || y < run.clip.top - 1 || y > run.clip.bottom + 1;
    return off || cut || run.hidden_layer || (run.invisible() && !page_.scanned);
  }

  void hide(const pdf::Glyph& glyph, std::uint32_t at) {
    if (at != last_hidden_ + 1 && !page_.hidden.empty()) page_.hidden += ' ';
    append_utf8(page_.hidden, is_blank(glyph.unicode) ? U' ' : glyph.unicode);
    last_hidden_ = at;
  }

  void replace(const pdf::Glyph& glyph, const pdf::Run& run, std::uint32_t at) {
    const std::string& text = scan_.replacements[run.replaced].text;
    if (run.replaced == replaced_) {
      if (open_) join(word_.box, glyph.box);
      return;
    }
    replaced_ = run.replaced;
    const std::string words = fold_space(text);
    if (words.empty() || words == "\xC2\xAD") return;
    add(glyph, run, at);
    if (!word_.text.empty()) word_.text.resize(word_.text.size() - last_bytes_);
    word_.text += words;
    word_.exact = false;
  }

  void add(const pdf::Glyph& glyph, const pdf::Run& run, std::uint32_t at) {
    ++page_.letters;
    page_.unknown += glyph.unicode == U'\xFFFD';
    const pdf::Font& font = fonts_[run.font];
    if (open_) {
      const float gap = glyph.box.left - word_.box.right, tall = std::max(run.size, 1.0f);
      const bool goes_on = std::fabs(glyph.baseline - word_.baseline) < 0.1f * tall && gap < 0.16f * tall && gap > -0.6f * tall &&
                           std::fabs(run.size - word_.size) < 0.1f && at == next_ && font.bold == word_.strong &&
                           font.italic == word_.emphasis;
      if (!goes_on) close();
    }
    if (!open_) {
      word_ = {};
      word_.box = glyph.box;
      word_.baseline = glyph.baseline;
      word_.size = run.size;
      word_.first_glyph = at;
      word_.strong = font.bold;
      word_.emphasis = font.italic;
      open_ = true;
    }
    join(word_.box, glyph.box);
    const std::size_t before = word_.text.size();
    append_utf8(word_.text, glyph.unicode);
    last_bytes_ = word_.text.size() - before;
    next_ = at + 1;
  }

  void close() {
    if (open_ && !word_.text.empty()) words_.push_back(std::move(word_));
    open_ = false;
  }

  const pdf::PageScan& scan_;
  const std::vector<pdf::Font>& fonts_;
  PdfPageLines& page_;
  std::vector<PdfWord> words_;
  PdfWord word_;
  bool open_ = false;
  std::uint32_t next_ = 0, last_hidden_ = pdf::none - 1, replaced_ = pdf::none;
  std::size_t last_bytes_ = 0;
};

bool is_raised_number(const PdfWord& word, float body) {
  const std::string_view digits = trim(word.text);
  if (digits.empty() || digits.size() > 3 || word.size > 0.82f * body) return false;
  return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

using Row = std::vector<PdfWord>;


/// Attaches a raised number to the row whose words stand beside it.
bool attach(std::vector<Row>& rows, const PdfWord& mark) {
  Row* best = nullptr;
  float nearest = 12;
  const float middle = (mark.box.top + mark.box.bottom) / 2;
  for (Row& row : rows)
    for (const PdfWord& word : row) {
      const bool raised = word.baseline - mark.baseline > 0.4f;
      if (!raised || word.size < 1.15f * mark.size || middle < word.box.top - 3 || middle > word.box.bottom + 1) continue;
      const float away = std::min(std::fabs(mark.box.left - word.box.right), std::fabs(word.box.left - mark.box.right));
      if (away < nearest) {
        nearest = away;
        best = &row;
      }
    }
  if (best == nullptr) return false;
  best->push_back(mark);
  best->back().raised = true;
  return true;
}

bool on_one_line(const PdfWord& a, const PdfWord& b) {
  return std::fabs(a.baseline - b.baseline) <= std::max(1.5f, 0.25f * std::min(a.size, b.size));
}

/// A small number that is raised above nothing is a word like others.
void put_back(std::vector<Row>& rows, PdfWord word) {
  for (Row& row : rows)
    if (on_one_line(row.front(), word)) return row.push_back(std::move(word));
  rows.push_back({std::move(word)});
}

std::vector<Row> rows_of(std::vector<PdfWord> words, float body) {
  std::stable_sort(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) { return a.baseline < b.baseline; });
  std::vector<Row> rows;
  std::vector<PdfWord> marks;
  for (PdfWord& word : words) {
    if (is_raised_number(word, body)) {
      marks.push_back(std::move(word));
      continue;
    }
    if (rows.empty() || !on_one_line(rows.back().front(), word)) rows.emplace_back();
    rows.back().push_back(std::move(word));
  }
  for (PdfWord& mark : marks)
    if (!attach(rows, mark)) put_back(rows, std::move(mark));
  for (Row& row : rows) std::stable_sort(row.begin(), row.end(), [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  return rows;
}

/// Drops words painted twice on one spot, which is how some programs make them bold.
void drop_doubles(Row& row) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (kept > 0 && row[kept - 1].text == row[i].text && std::fabs(row[kept - 1].box.left - row[i].box.left) < 0.2f * row[i].size) {
      row[kept - 1].strong = true;
      continue;
    }
    if (kept != i) row[kept] = std::move(row[i]);
    ++kept;
  }
  row.resize(kept);
}

PdfLine line_of(Row row, const PdfPageLines& page) {
  PdfLine line;
  line.page = page.number;
  line.page_width = page.width;
  line.page_height = page.height;
  line.box = row.front().box;
  std::map<float, std::size_t> sizes;
  line.strong = true;
  const PdfWord* before = nullptr;
  for (const PdfWord& word : row) {
    join(line.box, word.box);
    if (!word.raised) {
      sizes[std::round(word.size * 2) / 2] += word.text.size();
      line.strong = line.strong && word.strong;
    }
  }
  for (const auto& [size, letters] : sizes)
    if (line.size == 0 || letters > sizes[line.size]) line.size = size;
  if (sizes.empty()) line.size = row.front().size;
  line.baseline = row.front().baseline;
  for (const PdfWord& word : row) {
    if (word.raised) continue;
    line.baseline = word.baseline;
    if (before != nullptr && word.box.left - before->box.right > 0.12f * line.size) line.text += ' ';
    line.text += word.text;
    before = &word;
  }
  line.words = std::move(row);
  return line;
}

/// Where a gutter parts the page into two columns, or 0.
float gutter_of(const std::vector<Row>& rows, float width, float body) {
  for (float at = 0.42f * width; at < 0.58f * width; at += 3) {
    std::size_t both = 0, crossing = 0, left = 0, right = 0, left_words = 0, right_words = 0;
    for (const Row& row : rows) {
      float left_end = 0, right_begin = width;
      std::size_t on_left = 0, on_right = 0;
      bool crosses = false;
      for (const PdfWord& word : row) {
        if (word.box.right <= at) ++on_left, left_end = std::max(left_end, word.box.right);
        else if (word.box.left >= at) ++on_right, right_begin = std::min(right_begin, word.box.left);
        else crosses = true;
      }
      if (crosses || (on_left > 0 && on_right > 0 && right_begin - left_end < 0.9f * body)) {
        ++crossing;
        continue;
      }
      left += on_left > 0, right += on_right > 0, both += on_left > 0 && on_right > 0;
      left_words += on_left, right_words += on_right;
    }
    if (left >= 6 && right >= 6 && both >= 5 && crossing <= 0.4 * static_cast<double>(rows.size()) && left_words >= 4 * left &&
        right_words >= 4 * right)
      return at;
  }
  return 0;
}

/// Lines in reading order: between lines that cross the gutter, the left column before the right one.
void lay_out(std::vector<Row> rows, float gutter, PdfPageLines& page) {
  std::vector<PdfLine> right;
  const auto flush = [&] {
    std::move(right.begin(), right.end(), std::back_inserter(page.lines));
    right.clear();
  };
  for (Row& row : rows) {
    drop_doubles(row);
    if (gutter == 0) {
      page.lines.push_back(line_of(std::move(row), page));
      continue;
    }
    const bool crosses = std::any_of(row.begin(), row.end(), [gutter](const PdfWord& word) { return word.box.left < gutter && word.box.right > gutter; });
    if (crosses) {
      flush();
      page.lines.push_back(line_of(std::move(row), page));
      continue;
    }
    const auto parted = std::stable_partition(row.begin(), row.end(), [gutter](const PdfWord& word) { return word.box.right <= gutter; });
    Row second(std::make_move_iterator(parted), std::make_move_iterator(row.end()));
    row.erase(parted, row.end());
    if (!row.empty()) page.lines.push_back(line_of(std::move(row), page));
    if (!second.empty()) right.push_back(line_of(std::move(second), page));
  }
  flush();
}

float body_size(const std::vector<PdfWord>& words) {
  std::map<float, std::size_t> sizes;
  for (const PdfWord& word : words) sizes[std::round(word.size * 2) / 2] += word.text.size();
  float body = 10;
  std::size_t most = 0;
  for (const auto& [size, letters] : sizes)
    if (letters > most) most = letters, body = size;
  return body;
}

void add_links(std::vector<PdfWord>& words, const std::vector<pdf::Link>& links) {
  for (const pdf::Link& link : links) {
    if (link.target.empty()) continue;
    for (PdfWord& word : words) {
      const float x = (word.box.left + word.box.right) / 2, y = (word.box.top + word.box.bottom) / 2;
      if (x >= link.box.left && x <= link.box.right && y >= link.box.top && y <= link.box.bottom) word.target = link.target;
    }
  }
}

/// Bullets that a browser draws as discs become the words they stand for.
void add_drawn_bullets(const pdf::PageScan& scan, PdfPageLines& page) {
  for (const pdf::Paint& paint : scan.paints) {
    const float wide = paint.box.right - paint.box.left, high = paint.box.bottom - paint.box.top;
    const bool drawn = paint.kind == pdf::PaintKind::fill || paint.kind == pdf::PaintKind::stroke;
    if (!drawn || wide < 1.5f || wide > 8 || high < 1.5f || high > 8 || std::fabs(wide - high) > 1) continue;
    for (PdfLine& line : page.lines) {
      const float gap = line.box.left - paint.box.right, middle = (paint.box.top + paint.box.bottom) / 2;
      if (gap < 2 || gap > 20 || std::fabs(middle - (line.box.top + line.box.bottom) / 2) > 3.5f) continue;
      PdfWord bullet = line.words.front();
      bullet.text = paint.kind == pdf::PaintKind::fill ? "\xE2\x80\xA2" : "\xE2\x97\xA6";
      bullet.exact = false;
      bullet.raised = false;
      bullet.box = paint.box;
      line.text.insert(0, bullet.text + " ");
      line.words.insert(line.words.begin(), std::move(bullet));
      line.box.left = paint.box.left;
      break;
    }
  }
}

}  // namespace

PdfPageLines lines_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts) {
  PdfPageLines page;
  page.number = scan.number;
  page.width = scan.width;
  page.height = scan.height;
  page.cut_short = scan.cut_short;
  for (const pdf::Paint& paint : scan.paints) {
    const bool image = paint.kind == pdf::PaintKind::image || paint.kind == pdf::PaintKind::image_mask;
    const float area = (paint.box.right - paint.box.left) * (paint.box.bottom - paint.box.top);
    page.scanned |= image && area > 0.6f * page.width * page.height;
  }
  std::vector<PdfWord> words = WordCutter(scan, fonts, page).run();
  add_links(words, scan.links);
  const float body = body_size(words);
  std::vector<Row> rows = rows_of(std::move(words), body);
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.front().baseline < b.front().baseline; });
  const float gutter = gutter_of(rows, page.width, body);
  lay_out(std::move(rows), gutter, page);
  add_drawn_bullets(scan, page);
  return page;
}

}  // namespace casewright
