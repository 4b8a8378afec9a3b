#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/dates.h"
#include "model/document.h"

namespace casewright {

/// How far a review has come.
enum class ReviewStage : std::uint8_t { considered, under_way, finished, published };
/// "under way" and the like.
std::string_view name_of(ReviewStage stage);

/// How one timescale was kept.
enum class TimescaleKept : std::uint8_t { met, missed, open };

/// One recommendation's action for one of its owners.
struct ActionFigure {
  std::string owner;      ///< an agency's or the board's name, never a person's
  bool complete = false;
  bool overdue = false;   ///< not complete, and its day has passed
};

/// What an annual report needs to know of one review: nothing in it says who the child or the family is.
struct ReviewFigures {
  std::string type;       ///< as case.xml has it ("scr"), or empty
  ReviewStage stage = ReviewStage::considered;
  int year = 0;           ///< of publication, or 0
  std::map<std::string, TimescaleKept> timescales;  ///< by what was to be done
  std::vector<ActionFigure> actions;
  std::uint32_t recommendations = 0;
  std::set<std::string> themes;
};

/// One number of the annual figures as it may be shown.
struct AnnualCell {
  std::string table, row, column;
  std::string shown;      ///< a number, years, or "not shown"
};

/// The figures over all reviews.
struct AnnualFigures {
  Document document;              ///< with a picture and a table for each question
  std::vector<AnnualCell> cells;  ///< the tables again, a line for each number
};

/// Sums up reviews for a board's annual report and a council's scrutiny committee: reviews by type and stage, timescales
/// met and missed, recommendations by owner and progress, themes that come back. Where fewer than `least` unpublished reviews
/// would be told apart, they are in no number at all, so that nothing can be worked out from the others; what is published
/// can be counted by anyone.
/// `unread` is how many papers could not be read.
AnnualFigures annual_figures(const std::vector<ReviewFigures>& reviews, const std::string& board, const Date& today, unsigned least, std::size_t unread);

}  // namespace casewright
