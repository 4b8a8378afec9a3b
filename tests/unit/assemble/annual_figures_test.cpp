#include "assemble/annual_figures.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

ReviewFigures review(ReviewStage stage, int year, std::string theme) {
  ReviewFigures figures;
  figures.type = "scr";
  figures.stage = stage;
  figures.year = year;
  figures.themes = {std::move(theme)};
  figures.recommendations = 2;
  return figures;
}

std::string shown(const AnnualFigures& figures, const std::string& table, const std::string& row, const std::string& column) {
  for (const AnnualCell& each : figures.cells)
    if (each.table == table && each.row == row && each.column == column) return each.shown;
  return "no such cell";
}

std::string text_of(const AnnualFigures& figures) {
  std::string text;
  walk(figures.document.blocks, [&](const Block& block, std::size_t) {
    text += block.text() + "\n";
    if (block.picture) text += block.picture->alternative + "\n";
  });
  return text;
}

}  // namespace

TEST_CASE("few unpublished reviews are in no number, published ones are counted") {
  std::vector<ReviewFigures> reviews(3, review(ReviewStage::published, 2015, "Neglect"));
  reviews.push_back(review(ReviewStage::published, 2017, "Neglect"));
  reviews.push_back(review(ReviewStage::under_way, 0, "Self-harm"));
  const AnnualFigures figures = annual_figures(reviews, "A board", {2018, 5, 1}, 5, 0);
  CHECK(shown(figures, "Reviews by type and stage", "Serious case review", "Published") == "4");
  CHECK(shown(figures, "Reviews by type and stage", "Serious case review", "Under way") == "not shown");
  CHECK(shown(figures, "Reviews by type and stage", "Serious case review", "Being considered") == "not shown");
  CHECK(shown(figures, "Themes of reviews", "Self-harm", "Reviews") == "no such cell");
  CHECK(shown(figures, "Themes of reviews", "Neglect", "Years of publication") == "2015, 2017");
  const std::string text = text_of(figures);
  CHECK(text.find("rest on 4 reviews, 4 of them published") != std::string::npos);
  CHECK(text.find("They made 8 recommendations") != std::string::npos);
  CHECK(text.find("published in more than one year: Neglect") != std::string::npos);
  CHECK(text.find("left out of every number") != std::string::npos);
}

TEST_CASE("what is left out cannot be worked out from the numbers that are shown") {
  std::vector<ReviewFigures> reviews(5, review(ReviewStage::considered, 0, "Neglect"));
  reviews.push_back(review(ReviewStage::under_way, 0, "Neglect"));
  const AnnualFigures few = annual_figures(reviews, "", {2018, 5, 1}, 5, 0);
  CHECK(few.cells.empty());  // 6 in all less 5 considered would be 1 under way
  CHECK(text_of(few).find("rest on 0 reviews") != std::string::npos);

  reviews.assign(6, review(ReviewStage::considered, 0, "Neglect"));
  for (std::size_t at = 0; at < reviews.size(); ++at) reviews[at].timescales = {{"It is decided", at == 0 ? TimescaleKept::missed : TimescaleKept::met}};
  reviews.push_back(review(ReviewStage::published, 2016, "Neglect"));
  reviews.back().timescales = {{"It is decided", TimescaleKept::met}};
  const AnnualFigures kept = annual_figures(reviews, "", {2018, 5, 1}, 5, 0);
  CHECK(shown(kept, "Reviews by type and stage", "Serious case review", "Being considered") == "6");
  CHECK(shown(kept, "Timescales met and missed", "It is decided", "Met") == "1");  // 7 in all less 6 met would be 1 missed
  CHECK(shown(kept, "Timescales met and missed", "It is decided", "Missed") == "0");
}

TEST_CASE("an owner's actions from few unpublished reviews are counted nowhere, not in the sum either") {
  std::vector<ReviewFigures> reviews(5, review(ReviewStage::considered, 0, "Neglect"));
  for (ReviewFigures& each : reviews) each.actions = {{"Police", true, false}};
  reviews.front().actions.push_back({"School", false, true});
  const AnnualFigures figures = annual_figures(reviews, "", {2018, 5, 1}, 5, 0);
  CHECK(shown(figures, "Actions by owner and progress", "Police", "Complete") == "5");
  CHECK(shown(figures, "Actions by owner and progress", "School", "Overdue") == "no such cell");
  CHECK(text_of(figures).find("Of 5 actions") != std::string::npos);
}

TEST_CASE("enough unpublished reviews are counted, and so are all where a board asks for it") {
  const std::vector<ReviewFigures> five(5, review(ReviewStage::under_way, 0, "Neglect"));
  CHECK(shown(annual_figures(five, "", {2018, 5, 1}, 5, 0), "Reviews by type and stage", "Serious case review", "Under way") == "5");
  const std::vector<ReviewFigures> one(1, review(ReviewStage::under_way, 0, "Neglect"));
  const AnnualFigures all = annual_figures(one, "", {2018, 5, 1}, 1, 2);
  CHECK(shown(all, "Reviews by type and stage", "Serious case review", "Under way") == "1");
  CHECK(text_of(all).find("2 papers could not be read") != std::string::npos);
}

TEST_CASE("timescales and actions are summed by what was due and who owns it") {
  ReviewFigures figures = review(ReviewStage::published, 2016, "Neglect");
  figures.timescales = {{"It is decided", TimescaleKept::met}, {"A copy goes out", TimescaleKept::missed}};
  figures.actions = {{"Police", true, false}, {"Police", false, true}, {"School", false, false}};
  const AnnualFigures sums = annual_figures({figures}, "", {2018, 5, 1}, 5, 0);
  CHECK(shown(sums, "Timescales met and missed", "A copy goes out", "Missed") == "1");
  CHECK(shown(sums, "Actions by owner and progress", "Police", "Overdue") == "1");
  CHECK(shown(sums, "Actions by owner and progress", "School", "In progress") == "1");
}
