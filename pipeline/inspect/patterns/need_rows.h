#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace casewright {

/// Rows of signs of which a text holds one; no rows stand for the one that is empty.
using NeedRows = std::vector<std::string>;

/// Puts rows beside others; the empty one then stands among them.
void put(const NeedRows& rows, NeedRows& into);
/// In order, each once.
void sort_out(NeedRows& rows);
/// Cuts the rows as far as makes them no more than `most`; what they begin with is kept.
void keep_heads(NeedRows& rows, std::size_t most);
/// The same, and what they end with is kept.
void keep_ends(NeedRows& rows, std::size_t most);

}  // namespace casewright
