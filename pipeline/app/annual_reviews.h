#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/desk_work.h"
#include "assemble/annual_figures.h"
#include "inspect/themes.h"

namespace casewright {

/// The reviews at and below a folder, each with what the annual figures count of it.
struct AnnualReviews {
  std::vector<ReviewFigures> reviews;
  std::set<std::string> boards;  ///< whose they are, as their case folders say
  std::size_t unread = 0;        ///< papers that could not be read
  bool nothing_there = false;    ///< neither a case folder nor a report
};

/// Gathers them from case folders, from what this program has published and from other reports; what cannot be read is told. `out`
/// holds earlier figures, which are no review.
AnnualReviews annual_reviews(const Desk& desk, const OpenRules& rules, const Themes& themes, const Path& folder, const Path& out);

}  // namespace casewright
