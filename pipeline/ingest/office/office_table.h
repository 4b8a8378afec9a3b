#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/office/office_flow.h"
#include "model/container.h"

namespace casewright {

/// Gathers the cells of a table of an office file, whose merged cells are told by where they stand.
class OfficeTable {
 public:
  static constexpr std::uint32_t most_columns = 1024;

  /// Begins a row; `header` where the file says that it is repeated on top of each page.
  void begin_row(bool header);
  /// Adds a cell of the open row that begins at that column, from 0, and is that wide and high.
  void add(std::size_t column, std::size_t width, OfficeFlow flow, std::size_t height = 1);
  /// Lets the cell above that begins at that column reach over the open row; false where there is none.
  bool continue_above(std::size_t column, std::size_t width);
  /// Lets the last cell of the open row reach further to the right; false where there is none.
  bool continue_left(std::size_t width);
  /// The table; rows in which no cell begins are left out. A first row or column set bold unlike the rest is taken for headers where the file says
  /// nothing.
  Block take();
  /// True of the table that was taken last, where its first row heads it by looks alone and no mark of the file says so.
  bool head_unmarked() const { return head_unmarked_; }
  /// The only paragraph of a table of one cell that is or looks like a heading, on a bar of colour for instance; taken out of it.
  std::optional<OfficeParagraph> take_lone_title();

 private:
  struct Cell {
    Block block{BlockKind::cell};
    std::size_t column = 0, width = 1, height = 1;
    bool strong = false, empty = true;
  };
  struct Row {
    std::vector<Cell> cells;
    bool header = false;
  };
  void find_headers();
  std::vector<Row> rows_;
  std::optional<OfficeParagraph> lone_;  ///< the words of the only cell so far
  std::size_t cells_ = 0;
  bool head_unmarked_ = false;
};

/// Counts beside the document a table whose first row heads it by looks alone ("table-header-unmarked").
void note_unmarked_head(Container& container, std::uint32_t page);

/// The media type that the ending of a part's name tells, "application/octet-stream" where it is not known.
std::string media_type_of(std::string_view path);
/// True where the ending is that of a picture.
bool media_is_picture(std::string_view path);

}  // namespace casewright
