#pragma once

#include <vector>

#include "inspect/seen.h"

namespace casewright {

// What makes a page's parts speak for themselves; rules of the kind structure name these.

/// How often something was found, behind a message that tells it once: " 3 times.", nothing for once.
std::string times_told(std::uint32_t count);
/// A finding at the first place of the words from `from` on, which moves behind it; without words at the block.
Finding finding_at(const Seen& seen, const Rule& rule, const Block& block, const std::string& words, std::size_t& from);
/// What a reader noted beside the document under that name; null where it did not.
const BrokenCondition* noted(const Seen& seen, std::string_view condition);
/// True where a listener is told more of the link that leads there than shows.
bool is_described(const Seen& seen, std::string_view target);
/// An alternative text that is a file's name, a program's guess or a word that says nothing.
void poor_alternative(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// The same words of links that lead to different places.
void same_link_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A header cell without words, other than the corner over a column of headers.
void empty_header(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A header cell that reaches over several columns or rows of a Word or OpenDocument table; in a page, one that does not say over which.
void merged_header(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// Rows of one table that have different numbers of columns, spans counted.
void uneven_rows(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// Lines that begin with a typed bullet and are no list.
void typed_list(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// Headings that are only bold or large, told once where the first stands.
void headings_by_looks(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// True for a table that only sets prose side by side.
bool is_for_layout(const Block& table);
/// A table that is for layout.
void layout_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// A table inside a cell of another.
void nested_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into);
/// Words that a reader of files found to stand out too little from what lies behind them.
void faint_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into);

}  // namespace casewright
