#pragma once

#include <vector>

#include "inspect/seen.h"

namespace casewright {

// What only looks like something: signs and blanks that draw what somebody who listens never hears; rules of the kind structure name these.

/// Columns that blanks set apart line by line, as in a table.
void typed_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// Lines drawn with strokes, plus signs and arrows.
void typed_drawing(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A word whose letters are typed apart: "c h i l d".
void letters_apart(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// Raised numbers typed by hand, from which nothing leads to their notes.
void typed_notes(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A column of a table that has a heading and no words in any of its cells.
void empty_column(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A heading inside a cell of a table.
void heading_in_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A long paragraph in italics, or a shorter one underlined, from its first word to its last.
void set_throughout(const Seen& seen, const Rule& rule, std::vector<Finding>& into);

}  // namespace casewright
