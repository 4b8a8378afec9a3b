#include "ingest/pdf/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

using WordRow = std::vector<LaidWord>;

/// The number of a note as it stands raised: "12", "3,4", "[2]", "*".
bool is_note_mark(std::string_view text) {
  if (text == "*" || text == "\xE2\x80\xA0" || text == "\xE2\x80\xA1") return true;
  if (text.starts_with("[") && text.ends_with("]")) text = text.substr(1, text.size() - 2);
  while (!text.empty() && text.back() == ',') text.remove_suffix(1);
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
}

bool may_be_mark(const LaidWord& word, float body, float largest) {
  // Some programs raise the mark of a note and hardly make it smaller.
  return word.size < (is_note_mark(word.text) ? 0.96f * largest : 0.9f * body) && word.size > 0 && count_characters(word.text) <= 4;
}

bool on_one_line(const LaidWord& a, const LaidWord& b) {
  return std::fabs(a.baseline - b.baseline) <= std::max(1.2f, 0.22f * std::min(a.size, b.size));
}

/// The size of most letters, and the largest that a good part of them has.
std::pair<float, float> usual_sizes(const WordRow& words) {
  std::map<float, std::size_t> sizes;
  std::size_t all = 0;
  for (const LaidWord& word : words) sizes[std::round(word.size * 2) / 2] += word.text.size(), all += word.text.size();
  float body = 10, largest = 0;
  std::size_t most = 0;
  for (const auto& [size, letters] : sizes) {
    if (letters > most) most = letters, body = size;
    if (12 * letters > all) largest = size;
  }
  return {body, std::max(body, largest)};
}

/// Attaches a small word to the row whose larger words stand beside it.
bool attach(std::vector<WordRow>& rows, LaidWord& mark) {
  WordRow* best = nullptr;
  const bool number = is_note_mark(mark.text);
  float nearest = 1e9f;
  bool above = true;
  const float middle = middle_y(mark.box);
  const auto first = std::lower_bound(rows.begin(), rows.end(), mark.baseline - 40, [](const WordRow& row, float y) { return row.front().baseline < y; });
  for (auto row = first; row != rows.end() && row->front().baseline < mark.baseline + 60; ++row)
    for (const LaidWord& word : *row) {
      const float up = word.baseline - mark.baseline;
      if (word.size < (number ? 1.04f : 1.1f) * mark.size || std::fabs(up) < (word.size < 1.25f * mark.size ? 0.15f : 0.04f) * word.size) continue;
      if (middle < word.box.top - 0.25f * word.size || middle > word.box.bottom + 0.2f * word.size) continue;
      const float behind = std::fabs(mark.box.left - word.box.right), before = std::fabs(word.box.left - mark.box.right);
      const float away = number && up > 0 ? std::min(behind, before) : behind;
      const float reach = word.size < 1.1f * mark.size ? 0.15f : number && up > 0 ? 1.2f : 0.2f;
      if (away < nearest && away < reach * word.size) nearest = away, best = &*row, above = up > 0;
    }
  if (best == nullptr) return false;
  mark.raised = number && above;
  mark.superscript = !mark.raised && above;
  mark.subscript = !above;
  best->push_back(std::move(mark));
  return true;
}

/// A small word that belongs beside nothing is a word like others.
void put_back(std::vector<WordRow>& rows, LaidWord word) {
  const auto place = std::lower_bound(rows.begin(), rows.end(), word.baseline, [](const WordRow& row, float y) { return row.front().baseline < y; });
  if (place != rows.end() && on_one_line(place->front(), word)) return place->push_back(std::move(word));
  if (place != rows.begin() && on_one_line(std::prev(place)->front(), word)) return std::prev(place)->push_back(std::move(word));
  rows.insert(place, WordRow{std::move(word)});
}

/// Drops words painted twice on one spot, which is how some programs make them bold.
void drop_doubles(WordRow& row) {
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

/// The size of the large letters where words are set in small capitals, else 0.
float size_of_capitals(const std::vector<LaidWord>& words) {
  float size = 0;
  std::size_t met = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const LaidWord &large = words[i - 1], &small = words[i];
    const bool joined = small.box.left - large.box.right < 0.1f * large.size && std::fabs(small.baseline - large.baseline) < 0.5f && large.text.size() == 1 && is_capital(large.text[0]);
    if (!joined || large.size < 1.1f * small.size || large.size > 1.6f * small.size || (size > 0 && std::fabs(large.size - size) > 0.2f)) continue;
    size = large.size;
    ++met;
  }
  return met >= 1 ? size : 0;
}

/// Size, colour and weight of a line by its letters.
void learn_look(LaidLine& line) {
  std::map<float, std::size_t> sizes;
  std::map<std::uint32_t, std::size_t> colours;
  line.strong = line.emphasis = true;
  bool any = false;
  for (const LaidWord& word : line.words) {
    if (word.raised || word.superscript || word.subscript) continue;
    sizes[std::round(word.size * 2) / 2] += word.text.size();
    colours[word.rgb] += word.text.size();
    const bool says = std::any_of(word.text.begin(), word.text.end(), [](char c) { return is_capital(c) || is_small(c) || is_digit(c); });
    if (!says) continue;
    any = true;
    line.strong = line.strong && word.strong;
    line.emphasis = line.emphasis && word.emphasis;
  }
  line.strong = line.strong && any;
  line.emphasis = line.emphasis && any;
  std::size_t most = 0;
  for (const auto& [size, letters] : sizes)
    if (letters > most) most = letters, line.size = size;
  if (sizes.empty()) line.size = line.words.front().size;
  line.size = std::max(line.size, size_of_capitals(line.words));
  most = 0;
  for (const auto& [colour, letters] : colours)
    if (letters > most) most = letters, line.rgb = colour;
}

}  // namespace

LaidLine line_of(std::vector<LaidWord> words, const LaidPage& page) {
  std::stable_sort(words.begin(), words.end(), [](const LaidWord& a, const LaidWord& b) { return a.box.left < b.box.left; });
  drop_doubles(words);
  LaidLine line;
  line.page = page.number;
  line.box = words.front().box;
  line.baseline = words.front().baseline;
  line.words = std::move(words);
  learn_look(line);
  const LaidWord* before = nullptr;
  for (LaidWord& word : line.words) {
    join_boxes(line.box, word.box);
    if (word.raised) continue;
    if (!word.superscript && !word.subscript) line.baseline = word.baseline;
    const float gap = before == nullptr ? 0 : word.box.left - before->box.right;
    word.spaced = before != nullptr && (gap > 0.14f * line.size || (word.spaced && gap > 0.02f * line.size));
    if (word.spaced) line.text += ' ';
    line.text += word.text;
    before = &word;
  }
  const auto small = std::count_if(line.text.begin(), line.text.end(), is_small);
  line.capitals = small == 0 && std::count_if(line.text.begin(), line.text.end(), is_capital) >= 4;
  return line;
}

std::vector<LaidLine> rows_of(std::vector<LaidWord> words, const LaidPage& page) {
  const auto [body, largest] = usual_sizes(words);
  std::stable_sort(words.begin(), words.end(), [](const LaidWord& a, const LaidWord& b) { return a.baseline < b.baseline; });
  std::vector<WordRow> rows;
  std::vector<LaidWord> marks;
  for (LaidWord& word : words) {
    if (may_be_mark(word, body, largest)) {
      marks.push_back(std::move(word));
      continue;
    }
    if (rows.empty() || !on_one_line(rows.back().front(), word)) rows.emplace_back();
    rows.back().push_back(std::move(word));
  }
  std::vector<LaidWord> left;
  for (LaidWord& mark : marks)
    if (!attach(rows, mark)) left.push_back(std::move(mark));
  // Among small words (in a note) there are smaller ones yet.
  std::stable_sort(left.begin(), left.end(), [](const LaidWord& a, const LaidWord& b) { return a.size > b.size; });
  for (LaidWord& word : left)
    if (!attach(rows, word)) put_back(rows, std::move(word));
  std::vector<LaidLine> lines;
  lines.reserve(rows.size());
  for (WordRow& row : rows) lines.push_back(line_of(std::move(row), page));
  std::stable_sort(lines.begin(), lines.end(), [](const LaidLine& a, const LaidLine& b) { return a.baseline < b.baseline; });
  return lines;
}

std::vector<LaidLine> parts_of(const LaidLine& line, float gap, const LaidPage& page) {
  std::vector<std::vector<LaidWord>> parts(1);
  float right = -1e9f;
  for (const LaidWord& word : line.words) {
    if (!parts.back().empty() && word.box.left - right > gap) parts.emplace_back();
    right = parts.back().empty() ? word.box.right : std::max(right, word.box.right);
    parts.back().push_back(word);
  }
  std::vector<LaidLine> lines;
  for (auto& part : parts) lines.push_back(line_of(std::move(part), page));
  return lines;
}

bool ends_early(const LaidLine& line, const LaidLine& next, float edge, float room) {
  // A word of many parts ("non-accidental") may break at its hyphens.
  if (line.text.ends_with('-') || line.text.ends_with("\xC2\xAD") || line.text.ends_with("\xE2\x80\x90")) return false;
  const LaidWord* first = nullptr;
  float end = 0;
  for (const LaidWord& word : next.words) {
    if (word.raised) continue;
    if (first != nullptr && word.spaced) break;
    if (first == nullptr) first = &word;
    end = word.box.right;
  }
  if (first == nullptr) return false;
  return line.box.right + 0.3f * line.size + (end - first->box.left) + room < edge;
}

}  // namespace casewright
