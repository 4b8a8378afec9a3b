#pragma once

#include <vector>

#include "ingest/blocks/hyphens.h"
#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Adds lines to blocks, word by word, each with the glyphs that it came from.
class LineSetter {
 public:
  /// The pages must outlive it.
  explicit LineSetter(const std::vector<LaidPage>& pages);
  /// Adds the line from byte `from` of its text on; `plain` leaves out bold and italic.
  void add(Block& block, const LaidLine& line, bool plain, std::size_t from = 0);
  /// Adds a line of a cell; `full` says that the line above it reached the cell's edge.
  void add_in_cell(Block& block, const LaidLine& line, bool plain, bool full);

 private:
  void learn(const LaidLine& line);
  const LaidPage* page_of_line(const LaidLine& line) const;
  bool join_hyphen(Block& block, const LaidWord& next);
  const std::vector<LaidPage>& pages_;
  bool narrow_ = false;  ///< the line above reached the edge of its cell
  Hyphens hyphens_;
};

}  // namespace casewright
