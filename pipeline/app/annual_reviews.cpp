#include "app/annual_reviews.h"

#include <algorithm>
#include <iterator>

#include "assemble/pseudonymise.h"
#include "base/letters.h"
#include "base/text.h"
#include "emit/site/manifest.h"
#include "ingest/case/case_reader.h"
#include "ingest/readers.h"
#include "inspect/case_facts.h"
#include "inspect/deadlines.h"
#include "inspect/imprint.h"
#include "inspect/sections/section_recogniser.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// What the figures are gathered with.
struct Gathering {
  const Desk& desk;
  const OpenRules& rules;
  const Themes& themes;
  Date today;
};

/// A review that this program has published: its page, and the code that its case has, too.
struct PublishedReview {
  Path page;
  std::string code;
};

/// What there is to count at and below a folder.
struct Found {
  Path own;  ///< where earlier figures stand, which are no reviews
  std::vector<Path> cases, others;
  std::vector<PublishedReview> published;
};

/// The published review whose folder of a website this is.
std::optional<PublishedReview> published_in(const World& world, const Path& folder) {
  const Path file = join(folder, "manifest.json");
  if (world.kind_of(file) != PathKind::file || world.kind_of(join(folder, "index.html")) != PathKind::file) return std::nullopt;
  const auto bytes = world.read_file(file);
  if (!bytes) return std::nullopt;
  const auto manifest = read_manifest(*bytes, file);
  if (!manifest) return std::nullopt;
  return PublishedReview{join(folder, "index.html"), manifest->code};
}

/// Looks at and below a folder; what lies in a case or in a published review is not looked at again, for its files are one review.
void look_in(const World& world, const Path& folder, Found& found) {
  if (world.kind_of(join(folder, "case.xml")) == PathKind::file) {
    found.cases.push_back(folder);
    return;
  }
  if (auto published = published_in(world, folder)) {
    found.published.push_back(std::move(*published));
    return;
  }
  const auto entries = world.list_folder(folder);
  if (!entries) return;
  const std::size_t published_before = found.published.size();
  std::vector<Path> reports;
  for (const FolderEntry& entry : *entries) {
    if (entry.name.starts_with(".")) continue;
    const Path path = join(folder, entry.name);
    if (entry.kind == PathKind::folder && world.real_path(path) != found.own) look_in(world, path, found);
    else if (entry.kind == PathKind::file && is_report_file(path)) reports.push_back(path);
  }
  // The page that lists a website's reviews is none of them.
  if (found.published.size() > published_before) std::erase(reports, join(folder, "index.html"));
  std::move(reports.begin(), reports.end(), std::back_inserter(found.others));
}

ReviewStage stage_of(const Case& review, const Date& today) {
  const Date published = review.publication.known() ? review.publication : case_date(review, "publication").date;
  if (published.known() && !(today < published)) return ReviewStage::published;
  for (const char* const kind : {"board-accepted", "report-final"})
    if (case_date(review, kind).date.known()) return ReviewStage::finished;
  for (const char* const kind : {"started", "commissioned", "decision"})
    if (case_date(review, kind).date.known()) return ReviewStage::under_way;
  return ReviewStage::considered;
}

/// The board and the agencies by the ids that owners are written with, as readers may know them: an agency can be a school or a surgery.
std::map<std::string, std::string> owners_of(const PublicCase& review) {
  std::map<std::string, std::string> names;
  const Record* board = review.root.child("board");
  names["board"] = board == nullptr || board->content_of("name").empty() ? "The board" : board->content_of("name");
  for (const Agency& each : review.agencies) names[each.id] = each.short_name.empty() ? each.name : each.short_name;
  return names;
}

/// True where a day or a whole month has passed.
bool has_passed(const Date& due, const Date& today) {
  if (!due.known()) return false;
  const Date end = due.exact() ? due : due.month != 0 ? add_months({due.year, due.month, 1}, 1) : Date{static_cast<std::int16_t>(due.year + 1), 1, 1};
  return due.exact() ? end < today : !(today < end);
}

std::vector<ActionFigure> actions_of(const PublicCase& review, const Date& today) {
  std::vector<ActionFigure> figures;
  const std::map<std::string, std::string> owners = owners_of(review);
  for (const Record& action : review.actions) {
    const std::string_view status = action.attribute("status");
    const bool complete = status == "complete";
    const bool overdue = !complete && (status == "overdue" || has_passed(date_from_iso(action.attribute("due")).value_or(Date{}), today));
    for (const std::string_view id : split(action.attribute("owner"), ' '))
      if (const auto owner = owners.find(std::string(id)); owner != owners.end()) figures.push_back({owner->second, complete, overdue});
  }
  return figures;
}

/// What a review asked, found and recommended, in its own words; read for themes and not kept.
std::string learning_of(const Case& review) {
  std::string words;
  if (const Record* lines = review.root.child("key-lines-of-enquiry")) words += lines->content() + "\n";
  const Record* lines = review.root.child("key-lines-of-enquiry");
  if (lines != nullptr)
    for (const Record* line : lines->all("line")) words += std::string(line->attribute("title")) + "\n";
  for (const Record& section : review.sections)
    for (const char* const kind : {"finding", "recommendation"})
      for (const Record* each : section.all(kind)) words += std::string(each->attribute("title")) + "\n" + each->content() + "\n";
  return words;
}

std::uint32_t recommendations_in(const Case& review) {
  std::uint32_t count = 0;
  for (const Record& section : review.sections) count += static_cast<std::uint32_t>(section.all("recommendation").size());
  return count;
}

ReviewFigures figures_of(const Gathering& with, const Case& review) {
  ReviewFigures figures;
  const ReviewType* type = counted_type(review.type, review.regime);
  figures.type = type == nullptr ? review.type : type->code;
  figures.stage = stage_of(review, with.today);
  if (review.publication.known()) figures.year = review.publication.year;
  for (const Deadline& each : deadlines_of(review, with.rules.book, with.rules.corpus, with.today)) {
    const TimescaleKept kept = each.state == Deadline::State::done ? TimescaleKept::met : each.state == Deadline::State::late ? TimescaleKept::missed : TimescaleKept::open;
    std::string what = each.what + ", " + each.counted;
    what[0] = to_capital(what[0]);
    figures.timescales.emplace(std::move(what), kept);
  }
  figures.actions = actions_of(pseudonymise(review, {}, IdentitySearch(review.people)), with.today);
  figures.recommendations = recommendations_in(review);
  figures.themes = with.themes.in(learning_of(review));
  return figures;
}

/// A published report without its papers.
std::optional<ReviewFigures> figures_of(const Gathering& with, const Path& file) {
  auto reading = read_with_prose(with.desk.world, file);
  with.desk.console.tell(reading.faults());
  if (!reading) return std::nullopt;
  std::vector<Reading> alone;
  alone.push_back(std::move(*reading));
  const Checked checked = with.rules.survey(std::move(alone));
  const Inspected& inspected = checked.inspected.front();
  ReviewFigures figures;
  if (const Regime* regime = review_regimes().find(inspected.regime))
    if (const ReviewType* type = counted_type(regime->type, regime->code)) figures.type = type->code;
  figures.stage = ReviewStage::published;
  figures.year = imprint_of(checked.readings.front().prose).year;
  figures.recommendations = static_cast<std::uint32_t>(inspected.recommendations.size());
  std::string words;
  for (const RecommendationSeen& each : inspected.recommendations) words += each.text + "\n";
  for (const SectionSeen& each : inspected.sections) words += each.heading + "\n";
  figures.themes = with.themes.in(words);
  return figures;
}

/// False of a file that merely lies in the folder, such as notes or minutes.
bool tells_of_a_review(const ReviewFigures& figures) { return !figures.type.empty() || figures.year != 0 || figures.recommendations != 0; }

}  // namespace

AnnualReviews annual_reviews(const Desk& desk, const OpenRules& rules, const Themes& themes, const Path& folder, const Path& out) {
  AnnualReviews gathered;
  Found found;
  found.own = desk.world.real_path(out);
  if (desk.world.kind_of(folder) == PathKind::folder) look_in(desk.world, folder, found);
  gathered.nothing_there = found.cases.empty() && found.others.empty() && found.published.empty();
  const Gathering with{desk, rules, themes, desk.world.today()};
  std::set<std::string> codes;
  xml::Schemas schemas(desk.world, desk.house.schemas());
  for (const Path& each : found.cases) {
    const auto review = read_case(desk.world, each, schemas, judge_of_headings(desk.world, desk.house.corpus()));
    desk.console.tell(review.faults());
    if (!review) {
      ++gathered.unread;
      continue;
    }
    gathered.reviews.push_back(figures_of(with, *review));
    codes.insert(review->code);
    if (const Record* board = review->root.child("board")) gathered.boards.insert(board->content_of("name"));
  }
  for (const PublishedReview& each : found.published)
    if (codes.insert(each.code).second) found.others.push_back(each.page);
  for (const Path& file : found.others) {
    auto figures = figures_of(with, file);
    if (!figures) ++gathered.unread;
    else if (tells_of_a_review(*figures)) gathered.reviews.push_back(std::move(*figures));
    else desk.console.tell({{file, 0, 0, "this file was not counted: it says no kind of review, no year and no recommendation",
                             "give it a title with the kind of review and the year if it is a published report"}});
  }
  return gathered;
}

}  // namespace casewright
