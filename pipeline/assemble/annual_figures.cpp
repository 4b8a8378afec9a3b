#include "assemble/annual_figures.h"

#include <algorithm>

#include "assemble/bars.h"
#include "assemble/drawing.h"
#include "base/text.h"
#include "base/words.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

constexpr ReviewStage all_stages[] = {ReviewStage::considered, ReviewStage::under_way, ReviewStage::finished, ReviewStage::published};

std::string spoken_type(const std::string& type) {
  const std::string_view name = review_type_name(type);
  return std::string(name.empty() ? "Kind not known" : name);
}

/// How many there are, and of how many of them the public knows nothing.
struct Count {
  std::size_t published = 0, hidden = 0;
  void add(const ReviewFigures& review) { ++(review.stage == ReviewStage::published ? published : hidden); }
  std::size_t all() const { return published + hidden; }
};

bool is_published(const ReviewFigures& review) { return review.stage == ReviewStage::published; }

/// Builds the document and the lines of the table side by side, so that they never differ.
class Figures {
 public:
  Figures(const std::vector<ReviewFigures>& reviews, unsigned least) : least_(least) { choose(reviews); }

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
  /// Takes what may be counted: all that is published, and the unpublished reviews of a type where no stage holds a few of them.
  /// The others are in no number at all, for what one table leaves out could be worked out from another.
  void choose(const std::vector<ReviewFigures>& reviews) {
    std::map<std::string, std::map<ReviewStage, std::size_t>> hidden;
    for (const ReviewFigures& review : reviews)
      if (!is_published(review)) ++hidden[review.type][review.stage];
    for (const auto& [type, stages] : hidden)
      if (std::any_of(stages.begin(), stages.end(), [this](const auto& stage) { return stage.second < least_; })) left_out_.insert(type);
    for (const ReviewFigures& review : reviews)
      if (is_published(review) || !left_out_.contains(review.type)) reviews_.push_back(&review);
  }
  /// True where so few of the unpublished are counted that somebody could be worked out from their number.
  bool few(std::size_t hidden) const { return hidden > 0 && hidden < least_; }
  /// Counts that add up to a number which is known: either all are whole, or all are of what is published.
  std::vector<std::size_t> shown_together(const std::vector<Count>& counts) {
    const bool narrow = std::any_of(counts.begin(), counts.end(), [this](const Count& each) { return few(each.hidden); });
    std::vector<std::size_t> numbers;
    for (const Count& each : counts) numbers.push_back(narrow ? each.published : each.all());
    withheld_ |= narrow;
    return numbers;
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
    std::size_t recommended = 0;
    for (const ReviewFigures* review : reviews_) {
      all.add(*review);
      recommended += review->recommendations;
    }
    say("These figures rest on " + counted(all.all(), "review", "reviews") + ", " + std::to_string(all.published) + " of them published.");
    if (recommended > 0) say("They made " + counted(recommended, "recommendation", "recommendations") + ".");
    Progress sum;
    for (const auto& [owner, progress] : progress_of_owners()) {
      sum.complete += progress.complete;
      sum.open += progress.open;
      sum.overdue += progress.overdue;
    }
    if (const std::size_t actions = sum.complete + sum.open + sum.overdue; actions > 0)
      say("Of " + counted(actions, "action", "actions") + ", counted once for each organisation that owns it, " + std::to_string(sum.complete) +
          (sum.complete == 1 ? " is" : " are") + " complete and " + std::to_string(sum.overdue) + (sum.overdue == 1 ? " is" : " are") + " overdue.");
  }

  void by_type_and_stage() {
    std::map<std::string, std::map<ReviewStage, std::size_t>> counts;
    std::set<std::string> without_unpublished;
    for (const ReviewFigures* review : reviews_) ++counts[spoken_type(review->type)][review->stage];
    for (const std::string& type : left_out_) without_unpublished.insert(spoken_type(type));
    if (counts.empty()) return;
    heading("Reviews by type and stage");
    std::vector<std::vector<std::string>> rows{{"Type", "Being considered", "Under way", "Finished, not published", "Published"}};
    std::vector<Bar> bars;
    for (auto& [type, stages] : counts) {
      std::vector<std::string> row{type};
      const bool told = !without_unpublished.contains(type);
      for (const ReviewStage stage : all_stages) row.push_back(told || stage == ReviewStage::published ? std::to_string(stages[stage]) : "not shown");
      const auto drawn = [&by_stage = stages](ReviewStage stage) { return static_cast<double>(by_stage[stage]); };
      // Three colours: what is published, what is finished, what is not finished.
      bars.push_back({type, {drawn(ReviewStage::published), drawn(ReviewStage::finished), drawn(ReviewStage::considered) + drawn(ReviewStage::under_way)}});
      rows.push_back(std::move(row));
    }
    show("Reviews by type and stage", rows, bars, {"published", "finished", "not finished"});
  }

  void timescales() {
    std::map<std::string, std::map<TimescaleKept, Count>> counts;
    for (const ReviewFigures* review : reviews_)
      for (const auto& [what, kept] : review->timescales) counts[what][kept].add(*review);
    std::vector<std::vector<std::string>> rows{{"What is to be done", "Met", "Missed", "Not due yet"}};
    std::vector<Bar> bars;
    for (auto& [what, kept] : counts) {
      const auto numbers = shown_together({kept[TimescaleKept::met], kept[TimescaleKept::missed], kept[TimescaleKept::open]});
      if (numbers[0] + numbers[1] + numbers[2] == 0) continue;
      rows.push_back({what, std::to_string(numbers[0]), std::to_string(numbers[1]), std::to_string(numbers[2])});
      bars.push_back({what, {static_cast<double>(numbers[0]), static_cast<double>(numbers[2]), static_cast<double>(numbers[1])}});
    }
    if (rows.size() == 1) return;
    heading("Timescales met and missed");
    show("Timescales met and missed", rows, bars, {"met", "not due yet", "missed"});
  }

  struct Progress {
    std::size_t complete = 0, open = 0, overdue = 0;
  };
  /// The actions of each owner; those of unpublished reviews only where an owner has them from so many that none can be told apart.
  std::map<std::string, Progress> progress_of_owners() {
    std::map<std::string, std::set<const ReviewFigures*>> hidden;
    for (const ReviewFigures* review : reviews_)
      for (const ActionFigure& action : review->actions)
        if (!is_published(*review)) hidden[action.owner].insert(review);
    std::map<std::string, Progress> owners;
    for (const ReviewFigures* review : reviews_)
      for (const ActionFigure& action : review->actions) {
        if (!is_published(*review) && few(hidden[action.owner].size())) {
          withheld_ = true;
          continue;
        }
        Progress& progress = owners[action.owner];
        ++(action.complete ? progress.complete : action.overdue ? progress.overdue : progress.open);
      }
    return owners;
  }

  void recommendations() {
    const std::map<std::string, Progress> by_owner = progress_of_owners();
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
    for (const ReviewFigures* review : reviews_)
      for (const std::string& theme : review->themes) {
        counts[theme].add(*review);
        if (review->year != 0 && is_published(*review)) years[theme].insert(review->year);
      }
    std::vector<std::pair<std::string, std::size_t>> order;
    for (const auto& [theme, count] : counts)
      if (const std::size_t number = shown_together({count}).front(); number > 0) order.emplace_back(theme, number);
    if (order.empty()) return;
    heading("Themes and repeated learning");
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::vector<std::string>> rows{{"Theme", "Reviews", "Years of publication"}};
    std::vector<Bar> bars;
    std::vector<std::string> repeated;
    for (const auto& [theme, number] : order) {
      std::vector<std::string> in_years;
      for (const int year : years[theme]) in_years.push_back(std::to_string(year));
      if (in_years.size() > 1) repeated.push_back(theme);
      rows.push_back({theme, std::to_string(number), in_years.empty() ? "none" : join_text(in_years, ", ")});
      bars.push_back({theme, {static_cast<double>(number)}});
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
    if (withheld_ || !left_out_.empty())
      say("Each review is about a child, and few are not published yet. Where fewer than " + std::to_string(least_) +
          " of those would be told apart, they are left out of every number here, so that none can be worked out from another.");
    if (unread > 0) say(counted(unread, "paper", "papers") + " could not be read and " + (unread == 1 ? "is" : "are") + " not counted.");
  }

  const unsigned least_;
  std::vector<const ReviewFigures*> reviews_;  ///< those that are counted
  std::set<std::string> left_out_;             ///< types whose unpublished reviews are in no number
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
