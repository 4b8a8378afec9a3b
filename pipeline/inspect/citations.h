#pragma once

#include <cstdint>
#include <vector>

#include "language/name_lists.h"
#include "model/prose.h"

namespace casewright {

/// Whom a report cites as authors: "Reder, Duncan and Gray (1993)", "(Stevenson, 2007)". Each author is one family name, a
/// year in brackets follows, and the word stands nowhere else in the report: a child's year of birth may stand in
/// brackets, too, and of a child more is told.
class Citations {
 public:
  Citations(const Prose& prose, const NameLists& lists);

  /// True where token `at` is part of such a list of authors.
  bool holds(std::uint32_t at) const { return cited_[at]; }

 private:
  bool leads_to_year(std::uint32_t at, std::uint32_t end) const;
  bool is_author(std::uint32_t at) const;
  bool are_authors(std::uint32_t from, std::uint32_t to) const;
  std::uint32_t first_author(std::uint32_t bracket, std::uint32_t first) const;

  const Prose& prose_;
  const NameLists& lists_;
  std::vector<bool> cited_;  ///< beside Prose::tokens
};

}  // namespace casewright
