#include "assemble/annual.h"

#include <algorithm>

#include "assemble/bars.h"
#include "assemble/drawing.h"
#include "base/text.h"
#include "base/words.h"
#include "model/review_types.h"

namespace casewright {
namespace {

constexpr ReviewStage all_stages[] = {ReviewStage::considered, ReviewStage::under_way, ReviewStage::finished, ReviewStage::published};

std::string spoken_type(const std::string& type) {
  const std::string_view name = review_type_name(type);
  return std::string(name.empty() ? "Kind not known" : name);
}

/// A count of reviews, and how many of them the public knows.
struct Count {
  std::size_t all = 0, published = 0;
  void add(const ReviewFigures& review) {
    ++all;
    published += review.stage == ReviewStage::published;
  }
};

/// Builds the document and the lines of the table side by side, so that they never differ.
class Figures {
 public:
  Figures(const std::vector<ReviewFigures>& reviews, unsigned least) : reviews_(reviews), least_(least) {}

  AnnualFigures build(const std::string& board, const Date& today, std::size_t unread) {
    Document& document = figures_.document;
    document.title = "Safeguarding reviews: figures for the annual report";
    document.board = board;
    document.date = today;
    document.blocks.push_back(text_block(BlockKind::title, document.title));
    document.blocks.push_back(text_block(BlockKind::subtitle, (board.empty() ? "" : board + ", ") + month_and_year(today)));
    in_short();
    by_type_and_stage();
    timescales();
    recommendations();
    themes();
    how_it_was_made(unread);
    return std::move(figures_);
  }

 private:
  /// A count as it may be shown: unpublished reviews are not told apart where there are few.
  std::string shown(const Count& count) {
    const std::size_t hidden = count.all - count.published;
    if (hidden == 0 || hidden >= least_) return std::to_string(count.all);
    withheld_ = true;
    if (count.published == 0) return "fewer than " + std::to_string(least_);
    return std::to_string(count.published) + " or more";
  }
  /// What a picture may draw of it.
  double drawn(const Count& count) const {
    const std::size_t hidden = count.all - count.published;
    return static_cast<double>(hidden == 0 || hidden >= least_ ? count.all : count.published);
  }

  void heading(std::string words) {
    Block block = text_block(BlockKind::heading, std::move(words));
    block.level = 1;
    figures_.document.blocks.push_back(std::move(block));
  }
  void say(std::string words) { figures_.document.blocks.push_back(text_block(BlockKind::paragraph, std::move(words))); }

  /// A picture with its table; the cells go to the list of all numbers, too. `rows` begins with the header.
  void show(const std::string& caption, const std::vector<std::vector<std::string>>& rows, const std::vector<Bar>& bars,
            const std::vector<std::string>& meanings) {
    std::string alternative = caption + ".";
    for (std::size_t row = 1; row < rows.size(); ++row) {
      alternative += " " + rows[row][0] + ":";
      for (std::size_t column = 1; column < rows[row].size(); ++column) {
        alternative += (column == 1 ? " " : ", ") + ascii_lower(rows[0][column]) + " " + rows[row][column];
        figures_.cells.push_back({caption, rows[row][0], rows[0][column], rows[row][column]});
      }
      alternative += ".";
    }
    figures_.document.blocks.push_back(figure_block(draw_bars(bars, meanings), std::move(alternative), caption, {plain_table(caption, rows)}));
  }

  void in_short() {
    heading("In short");
    Count all;
    std::size_t recommended = 0, complete = 0, actions = 0, overdue = 0;
    for (const ReviewFigures& review : reviews_) {
      all.add(review);
      recommended += review.recommendations;
      actions += review.actions.size();
      for (const ActionFigure& action : review.actions) {
        complete += action.complete;
        overdue += action.overdue;
      }
    }
    say("These figures rest on " + shown(all) + " " + (all.all == 1 ? "review" : "reviews") + ", " + std::to_string(all.published) +
        " of them published.");
    if (recommended > 0) say("They made " + counted(recommended, "recommendation", "recommendations") + ".");
    if (actions > 0)
      say("Of " + counted(actions, "action", "actions") + ", counted once for each organisation that owns it, " + std::to_string(complete) +
          (complete == 1 ? " is" : " are") + " complete and " + std::to_string(overdue) + (overdue == 1 ? " is" : " are") + " overdue.");
  }

  void by_type_and_stage() {
    std::map<std::string, std::map<ReviewStage, Count>> counts;
    for (const ReviewFigures& review : reviews_) counts[spoken_type(review.type)][review.stage].add(review);
    if (counts.empty()) return;
    heading("Reviews by type and stage");
    std::vector<std::vector<std::string>> rows{{"Type", "Being considered", "Under way", "Finished, not published", "Published"}};
    std::vector<Bar> bars;
    for (auto& [type, stages] : counts) {
      std::vector<std::string> row{type};
      Bar bar{type, {}};
      for (const ReviewStage stage : all_stages) {
        row.push_back(shown(stages[stage]));
        bar.pieces.push_back(drawn(stages[stage]));
      }
      // Three colours: what is not finished, what is finished, what is published.
      bar.pieces = {bar.pieces[3], bar.pieces[2], bar.pieces[0] + bar.pieces[1]};
      rows.push_back(std::move(row));
      bars.push_back(std::move(bar));
    }
    show("Reviews by type and stage", rows, bars, {"published", "finished", "not finished"});
  }

  void timescales() {
    std::map<std::string, std::map<TimescaleKept, Count>> counts;
    for (const ReviewFigures& review : reviews_)
      for (const auto& [what, kept] : review.timescales) counts[what][kept].add(review);
    if (counts.empty()) return;
    heading("Timescales met and missed");
    std::vector<std::vector<std::string>> rows{{"What is to be done", "Met", "Missed", "Not due yet"}};
    std::vector<Bar> bars;
    for (auto& [what, kept] : counts) {
      rows.push_back({what, shown(kept[TimescaleKept::met]), shown(kept[TimescaleKept::missed]), shown(kept[TimescaleKept::open])});
      bars.push_back({what, {drawn(kept[TimescaleKept::met]), drawn(kept[TimescaleKept::open]), drawn(kept[TimescaleKept::missed])}});
    }
    show("Timescales met and missed", rows, bars, {"met", "not due yet", "missed"});
  }

  void recommendations() {
    struct Progress {
      std::size_t complete = 0, open = 0, overdue = 0;
    };
    std::map<std::string, Progress> by_owner;
    for (const ReviewFigures& review : reviews_)
      for (const ActionFigure& action : review.actions) {
        Progress& progress = by_owner[action.owner];
        ++(action.complete ? progress.complete : action.overdue ? progress.overdue : progress.open);
      }
    if (by_owner.empty()) return;
    heading("Actions by owner and progress");
    std::vector<std::vector<std::string>> rows{{"Owner", "Complete", "In progress", "Overdue"}};
    std::vector<Bar> bars;
    for (const auto& [owner, progress] : by_owner) {
      rows.push_back({owner, std::to_string(progress.complete), std::to_string(progress.open), std::to_string(progress.overdue)});
      bars.push_back({owner, {static_cast<double>(progress.complete), static_cast<double>(progress.open), static_cast<double>(progress.overdue)}});
    }
    show("Actions by owner and progress", rows, bars, {"complete", "in progress", "overdue"});
  }

  void themes() {
    std::map<std::string, Count> counts;
    std::map<std::string, std::set<int>> years;
    for (const ReviewFigures& review : reviews_)
      for (const std::string& theme : review.themes) {
        counts[theme].add(review);
        if (review.year != 0 && review.stage == ReviewStage::published) years[theme].insert(review.year);
      }
    if (counts.empty()) return;
    heading("Themes and repeated learning");
    std::vector<std::pair<std::string, Count>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.all > b.second.all; });
    std::vector<std::vector<std::string>> rows{{"Theme", "Reviews", "Years of publication"}};
    std::vector<Bar> bars;
    std::vector<std::string> repeated;
    for (const auto& [theme, count] : order) {
      std::vector<std::string> in_years;
      for (const int year : years[theme]) in_years.push_back(std::to_string(year));
      if (in_years.size() > 1) repeated.push_back(theme);
      rows.push_back({theme, shown(count), in_years.empty() ? "none" : join_text(in_years, ", ")});
      bars.push_back({theme, {drawn(count)}});
    }
    if (!repeated.empty())
      say("These themes stand in the questions, findings or recommendations of reviews that were published in more than one year: " +
          list_in_words(repeated) + ". Ask what has been done since the first of them, and what difference it has made.");
    show("Themes of reviews", rows, bars, {});
  }

  void how_it_was_made(std::size_t unread) {
    heading("How these figures were made");
    say("A review is counted once, by the papers in its case folder or by its published report. A timescale is met where the papers give a day for "
        "what was to be done and it lies within the time that the guidance of that review allows. An action is overdue where it is not complete and "
        "its day or month has passed. A theme is counted where its words stand in the questions that a review asked, its findings or its recommendations.");
    if (withheld_)
      say("Reviews that are not published are few, and each is about a child. Where fewer than " + std::to_string(least_) +
          " of them would be counted, the number is left out, in the pictures too.");
    if (unread > 0) say(counted(unread, "paper", "papers") + " could not be read and " + (unread == 1 ? "is" : "are") + " not counted.");
  }

  const std::vector<ReviewFigures>& reviews_;
  const unsigned least_;
  bool withheld_ = false;
  AnnualFigures figures_;
};

}  // namespace

std::string_view name_of(ReviewStage stage) {
  switch (stage) {
    case ReviewStage::considered: return "being considered";
    case ReviewStage::under_way: return "under way";
    case ReviewStage::finished: return "finished";
    case ReviewStage::published: return "published";
  }
  return {};
}

AnnualFigures annual_figures(const std::vector<ReviewFigures>& reviews, const std::string& board, const Date& today, unsigned least, std::size_t unread) {
  return Figures(reviews, least).build(board, today, unread);
}

}  // namespace casewright
