#include "assemble/annual.h"

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

TEST_CASE("few unpublished reviews are not told apart, published ones are counted") {
  std::vector<ReviewFigures> reviews(3, review(ReviewStage::published, 2015, "Neglect"));
  reviews.push_back(review(ReviewStage::published, 2017, "Neglect"));
  reviews.push_back(review(ReviewStage::under_way, 0, "Self-harm"));
  const AnnualFigures figures = annual_figures(reviews, "A board", {2018, 5, 1}, 5, 0);
  CHECK(shown(figures, "Reviews by type and stage", "Serious case review", "Published") == "4");
  CHECK(shown(figures, "Reviews by type and stage", "Serious case review", "Under way") == "fewer than 5");
  CHECK(shown(figures, "Themes of reviews", "Self-harm", "Reviews") == "fewer than 5");
  CHECK(shown(figures, "Themes of reviews", "Neglect", "Years of publication") == "2015, 2017");
  const std::string text = text_of(figures);
  CHECK(text.find("rest on 4 or more reviews, 4 of them published") != std::string::npos);
  CHECK(text.find("published in more than one year: Neglect") != std::string::npos);
  CHECK(text.find("the number is left out") != std::string::npos);
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
