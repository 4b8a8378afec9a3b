#include "ingest/chronology/dated_prose.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/chronology/dates_above.h"
#include "ingest/papers/written_prose.h"
#include "ingest/values/labels.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_words_of_date = 8;
constexpr std::size_t most_band_bytes = 60;
constexpr std::size_t most_year_bytes = 24;  // of a band that is no heading
constexpr std::size_t least_entries = 2;

/// Marks that part a date from what happened: "3 May 2018 - Home visit", "3 May 2018: ...".
std::string_view without_marks(std::string_view text, bool& parted) {
  for (;;) {
    const std::string_view before = text;
    text = trim(text);
    for (const std::string_view mark : {":", "-", "\xE2\x80\x93", "\xE2\x80\x94", "|", "\xE2\x80\xA2"})
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), parted = true;
    if (text == before) return text;
  }
}

bool is_bare_year(std::string_view text) { return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// True where all of it is a date, with or without its year.
bool is_date(std::string_view text) {
  const WhenRead read = read_when(text);
  if (read.remark || read.serial || is_bare_year(text)) return false;
  if (read.problem == WhenRead::Problem::no_year) return text.find_first_of("0123456789") != std::string_view::npos;
  return read.problem == WhenRead::Problem::none && read.when.from.known();
}

/// The date that opens a text, and the words behind it.
struct Opening {
  std::string_view date, rest;
};

/// The longest date that the text begins with; nothing where it begins otherwise, or where the date is only the beginning of a sentence.
std::optional<Opening> opening_of(std::string_view text) {
  std::vector<std::size_t> ends;  // of the first words
  for (std::size_t at = 1; at <= text.size() && ends.size() < most_words_of_date; ++at)
    if (at == text.size() || is_space(text[at])) {
      if (!is_space(text[at - 1])) ends.push_back(at);
    }
  for (std::size_t words = ends.size(); words-- > 0;) {
    std::string_view date = text.substr(0, ends[words]), rest = text.substr(ends[words]);
    while (!date.empty() && std::string_view(":;-,").find(date.back()) != std::string_view::npos) {
      if (date.back() != ',') rest = text.substr(date.size() - 1);
      date.remove_suffix(1);
    }
    if (date.ends_with("\xE2\x80\x93")) rest = text.substr(date.size() - 3), date.remove_suffix(3);
    if (!is_date(trim(date))) continue;
    bool parted = rest.starts_with("\t") || rest.starts_with("\n");
    rest = without_marks(rest, parted);
    // "12 March 2018 was the day ..." is a sentence.
    const bool begins_anew = rest.empty() || !(rest[0] >= 'a' && rest[0] <= 'z');
    if (parted || begins_anew) return Opening{trim(date), rest};
    return std::nullopt;
  }
  return std::nullopt;
}

/// The words of a column that a paragraph begins with a label for: "Comment: ...".
std::optional<LabelledWords> labelled(std::string_view text) {
  std::optional<LabelledWords> found = LabelGuide::of("chronology").leading(text);
  const bool column = found && found->field != Field::date && found->field != Field::sequence && found->field != Field::end_date;
  return column ? found : std::nullopt;
}

/// The time of day that a paragraph begins with, below a heading that tells the day; empty where it begins otherwise.
std::string_view time_of(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" \t\n"));
  const bool like_one = word.size() >= 4 && word.size() <= 8 && is_digit(word[0]) && word.find_first_of(":.") != std::string_view::npos;
  return like_one && !opening_of(word) && read_time(word) >= 0 ? word : std::string_view();
}

class DatedProse {
 public:
  void read(const std::vector<Block>& blocks) {
    for (const Block& each : blocks) {
      if (each.kind == BlockKind::furniture || each.kind == BlockKind::contents || each.kind == BlockKind::table) continue;
      if (each.inlines.empty()) {
        read(each.children);
        continue;
      }
      ++number_;
      const std::string text = each.text();
      for (const std::string_view line : split(text, '\n')) paragraph(std::string(trim(line)), is_heading(each) ? each.level + 1u : 0u);
      read(each.children);
    }
  }

  std::optional<Grid> take() {
    if (entries_ < least_entries) return std::nullopt;
    Row names;
    names.number = first_ == 0 ? 1 : first_;
    for (std::size_t at = 0; at < columns_.size(); ++at) put(names, at, columns_[at]);
    const auto above = std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) { return each.number >= names.number; });
    rows_.insert(above, std::move(names));
    Grid grid;
    grid.rows = std::move(rows_);
    return grid;
  }

 private:
  enum Place : std::size_t { date, event };

  static void put(Row& row, std::size_t column, std::string_view text) {
    for (Cell& each : row.cells)
      if (each.column == column + 1) {
        each.text.append("\n").append(text);
        return;
      }
    Cell cell;
    cell.column = static_cast<std::uint32_t>(column + 1);
    cell.text = text;
    row.cells.push_back(std::move(cell));
    std::sort(row.cells.begin(), row.cells.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
  }

  Row& begin_row() {
    rows_.emplace_back();
    rows_.back().number = number_;
    return rows_.back();
  }

  std::size_t column_of(const std::string& label) {
    const auto found = std::find(columns_.begin(), columns_.end(), label);
    if (found != columns_.end()) return static_cast<std::size_t>(found - columns_.begin());
    columns_.push_back(label);
    return columns_.size() - 1;
  }

  /// A row of one cell, over all columns.
  void aside(const std::string& text) {
    put(begin_row(), date, text);
    rows_.back().cells.back().column_span = GridLimits::columns;
    open_ = false;
  }

  void begin_entry(std::string_view when, std::string_view what) {
    if (first_ == 0) first_ = number_;
    ++entries_;
    put(begin_row(), date, when);
    if (!what.empty()) put(rows_.back(), event, what);
    open_ = true;
    last_ = event;
  }

  /// `rank` is 0 for what is no heading, else the higher the deeper it stands.
  void paragraph(const std::string& text, unsigned rank) {
    if (text.empty()) return;
    if (text[0] == '>') return aside(text);  // words of another e-mail
    if (bracketed_) {
      put(rows_.back(), last_, text);
      bracketed_ = text.back() != ']';
      return;
    }
    const auto dated = LabelGuide::of("chronology").leading(text);  // "Date: 3 May 2018"
    if (const auto opening = opening_of(dated && dated->field == Field::date ? dated->words : std::string_view(text)); opening && !(opening->rest.empty() && rank == 0 && open_ && !tells_day(opening->date))) {
      begin_entry(opening->date, opening->rest);
      rank_ = rank;
      if (rank > 0 || opening->rest.empty()) day_ = opening->date;
      return;
    }
    DatesAbove year;
    if (text.size() <= (rank > 0 ? most_band_bytes : most_year_bytes) && year.take_band(text)) {
      // A band right above the first entry belongs to it.
      if (first_ == 0) first_ = number_;
      return aside(text);
    }
    // A heading below that of an entry belongs to it.
    if (!open_ || (rank > 0 && (rank_ == 0 || rank <= rank_))) return aside(text);
    if (const std::string_view time = time_of(text); !day_.empty() && !time.empty()) return timed(time, std::string_view(text).substr(time.size()));
    words(text);
  }

  /// An entry of a day that a heading tells: "07:40 Up on his own."
  void timed(std::string_view time, std::string_view what) {
    bool parted = false;
    const bool only_day = rows_.back().cells.size() == 1;  // the heading itself had no words
    if (only_day) rows_.pop_back(), --entries_;
    begin_entry(day_ + " " + std::string(time), without_marks(what, parted));
  }

  /// What an entry says on: "Comment: ...", "[Comment: ...]", or more of what happened.
  void words(std::string_view text) {
    const bool bracket = text[0] == '[';
    if (const auto label = labelled(text.substr(bracket ? 1 : 0))) {
      last_ = column_of(label->label);
      bracketed_ = bracket && text.back() != ']';
      const bool closed = bracket && label->words.ends_with(']');
      return put(rows_.back(), last_, closed ? label->words.substr(0, label->words.size() - 1) : label->words);
    }
    const bool goes_on = text[0] >= 'a' && text[0] <= 'z';
    if (!goes_on) last_ = event;
    put(rows_.back(), last_, text);
  }

  static bool tells_day(std::string_view when) {
    const WhenRead read = read_when(when);
    return read.problem == WhenRead::Problem::no_year || read.when.from.exact();
  }

  std::vector<Row> rows_;
  std::vector<std::string> columns_{"Date", "Event"};
  std::uint32_t number_ = 0;
  std::uint32_t first_ = 0;  ///< the row above which the names of the columns go
  std::size_t entries_ = 0;
  unsigned rank_ = 0;        ///< of the heading that the open entry began with
  std::size_t last_ = event; ///< the column that the last words went to
  std::string day_;          ///< of the heading that entries with a time stand below
  bool bracketed_ = false;   ///< within square brackets that close in a later line
  bool open_ = false;
};

}  // namespace

std::optional<Grid> dated_prose(std::string_view text) {
  Document lines;
  for (const std::string_view line : split(text, '\n')) lines.blocks.push_back(text_block(BlockKind::paragraph, std::string(line)));
  return dated_prose(lines);
}

std::optional<Grid> dated_prose(const Document& document) {
  DatedProse prose;
  prose.read(document.blocks);
  return prose.take();
}

}  // namespace casewright
