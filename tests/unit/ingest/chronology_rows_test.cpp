// No word of a table is lost: tables made at random, each cell with a word of its own, sought again in what was read.
#include "ingest/chronology/chronology_rows.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

using namespace casewright;

namespace {

constexpr const char* headings[] = {"Date", "Time", "Seq", "Source", "Event", "Child seen", "Outcome", "Comment", "Threshold", "Date to"};
constexpr const char* dates[] = {"03/03/2014", "?4.3.14", "March 2014", "31/02/2014", "n/k", "soon", "03/25/14", "5/3/14 - 1/3/14", "2014", "1/3/14, 2/3/14"};

/// One table with random rows, and for each word the row it stands in.
struct Made {
  Grid grid;
  std::map<std::string, std::uint32_t> words;
};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Made make() {
    Made made;
    std::uint32_t number = 1 + below(3);
    const std::uint32_t columns = 2 + below(9);
    for (std::uint32_t i = below(3); i > 0; --i) add_text_row(made, number++, columns, 30);
    add_headings(made, number++, columns);
    for (std::uint32_t i = below(30); i > 0; --i) {
      if (below(12) == 0) add_headings(made, number++, columns);
      else add_text_row(made, number++, columns + below(2), 20 + below(80));
      number += below(8) == 0 ? below(4) : 0;
    }
    return made;
  }

 private:
  std::uint32_t below(std::uint32_t most) { return static_cast<std::uint32_t>(random_() % most); }

  void add_headings(Made& made, std::uint32_t number, std::uint32_t columns) {
    Row row;
    row.number = number;
    for (std::uint32_t i = 1; i <= columns && i <= std::size(headings); ++i) row.cells.push_back({headings[i - 1], i, 1, 1, CellKind::text, 0});
    made.grid.rows.push_back(std::move(row));
  }

  void add_text_row(Made& made, std::uint32_t number, std::uint32_t columns, std::uint32_t filled) {
    Row row;
    row.number = number;
    for (std::uint32_t i = 1; i <= columns; ++i) {
      if (below(100) >= filled) continue;
      const std::string word = "w" + std::to_string(next_++) + "w";
      Cell cell{word, i, 1, below(10) == 0 ? 1 + below(4) : 1, CellKind::text, 0};
      if (i == 1 && below(4) != 0) cell.text = dates[below(std::size(dates))];
      else if (i == 2 && below(2) == 0) cell.text = "14:30";
      else if (i == 6 && below(3) != 0) cell.text = below(2) == 0 ? "Y" : "No";
      else made.words[word] = number;
      if (below(15) == 0) cell.column_span = 1 + below(3);
      i += cell.column_span - 1;
      row.cells.push_back(std::move(cell));
    }
    if (!row.cells.empty()) made.grid.rows.push_back(std::move(row));
  }

  std::mt19937 random_;
  std::uint32_t next_ = 0;
};

std::string all_words(const Chronology& chronology) {
  std::string all;
  for (const Event& each : chronology.events) {
    for (const std::string* part : {&each.when.written, &each.source, &each.what, &each.voice, &each.outcome, &each.comment, &each.recorded_by, &each.same_as})
      all += *part + "\n";
    for (const auto& [heading, cell] : each.other) all += cell + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("every row of a table becomes an event, continues one, or is named") {
  std::size_t events = 0, unread = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    Made made = Maker(seed).make();
    INFO("seed " << seed);
    RowCount count;
    const Result<Chronology> read = chronology_of_grids({made.grid}, "made.csv", 1, "A1", &count);
    if (!read.ok()) {
      ++unread;
      continue;
    }
    REQUIRE(count.rows == made.grid.rows.size());
    REQUIRE(count.rows == count.accounted());
    REQUIRE(count.events == read->events.size());
    std::set<std::string> ids;
    for (const Event& each : read->events) REQUIRE(ids.insert(each.id).second);
    events += count.events;
    std::set<std::uint32_t> named;
    for (const Fault& each : read.faults()) named.insert(each.line);
    std::uint32_t first = 0xFFFFFFFF;
    for (const Row& row : made.grid.rows)
      if (row.at(1) != nullptr && row.at(1)->text == "Date") first = std::min(first, row.number);
    const std::string words = all_words(*read);
    for (const auto& [word, row] : made.words)
      if (words.find(word) == std::string::npos && named.count(row) == 0 && row > first) FAIL("lost " << word << " of row " << row);
  }
  CHECK(events > 10000);
  CHECK(unread < 1500);
}
