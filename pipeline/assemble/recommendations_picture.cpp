#include "assemble/recommendations_picture.h"

#include <algorithm>
#include <map>

#include "assemble/drawing.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr float radius = 9;
constexpr std::size_t most_owners_described = 10;  // owners that the alternative text tells of one by one

/// One recommendation with those who must act on it.
struct Asked {
  std::string id;
  Date due;
  std::vector<std::string> owners;  ///< public names
};

/// The board and its agencies in the case's order, by id.
std::vector<std::pair<std::string, std::string>> owner_names(const PublicCase& known) {
  const Record* board = known.root.child("board");
  std::string name = board == nullptr ? std::string() : board->content_of("short");
  if (name.empty() && board != nullptr) name = board->content_of("name");
  if (name.starts_with("the ")) name[0] = 'T';
  std::vector<std::pair<std::string, std::string>> names{{"board", name.empty() ? "The board" : name}};
  for (const Agency& each : known.agencies) names.emplace_back(each.id, each.short_name.empty() ? each.public_name : each.short_name);
  return names;
}

std::vector<Asked> all_asked(const PublicCase& known, const std::vector<std::pair<std::string, std::string>>& names) {
  std::vector<Asked> all;
  for (const Record& section : known.sections)
    for (const Record* each : section.all("recommendation")) {
      Asked asked;
      asked.id = each->attribute("id");
      asked.due = date_from_iso(each->attribute("due")).value_or(Date{});
      for (const std::string_view id : split(each->attribute("owner"), ' '))
        for (const auto& [known_id, name] : names)
          if (known_id == id) asked.owners.push_back(name);
      if (!asked.id.empty() && asked.due.known() && asked.due.month != 0 && !asked.owners.empty()) all.push_back(std::move(asked));
    }
  std::stable_sort(all.begin(), all.end(), [](const Asked& one, const Asked& other) { return day_number(one.due) < day_number(other.due); });
  return all;
}

std::int64_t day_of(const Date& date) { return day_number({date.year, date.month, 15}); }

/// Owners who have something to do, in the case's order.
std::vector<std::string> owners_of(const std::vector<Asked>& all, const std::vector<std::pair<std::string, std::string>>& names) {
  std::vector<std::string> owners;
  for (const auto& each_name : names) {
    const std::string& name = each_name.second;
    if (std::any_of(all.begin(), all.end(), [&name](const Asked& each) { return std::count(each.owners.begin(), each.owners.end(), name) != 0; }))
      owners.push_back(name);
  }
  return owners;
}

/// What one owner must do by one month: "R1 and R2".
std::map<std::int64_t, std::vector<std::string>> by_month(const std::vector<Asked>& all, const std::string& owner) {
  std::map<std::int64_t, std::vector<std::string>> months;
  for (const Asked& each : all)
    if (std::find(each.owners.begin(), each.owners.end(), owner) != each.owners.end()) months[day_of(each.due)].push_back(each.id);
  return months;
}

Scene draw(const std::vector<Asked>& all, const std::vector<std::string>& owners) {
  const std::int64_t first = day_of(all.front().due) - 45, last = std::max(day_of(all.back().due) + 45, first + 150);
  Drawing drawing(first, last, owners.size());
  for (std::size_t lane = 0; lane < owners.size(); ++lane) {
    drawing.name_lane(lane, owners[lane]);
    float beside = 0;
    for (const auto& [day, ids] : by_month(all, owners[lane]))
      for (const std::string& id : ids) {
        const float x = std::max(drawing.x_of(day), beside);
        beside = x + 2 * radius + 2;  // two of one month stand side by side
        drawing.dot(x, drawing.middle_of(lane), radius, "accent");
        drawing.words(x, drawing.middle_of(lane) + 2.8f, id.substr(0, 4), id.size() > 2 ? 7.0f : 8.0f, "accent-ink", Shape::Anchor::middle);
      }
  }
  Scene scene = drawing.finish();
  scene.height -= 18;  // it needs no legend
  return scene;
}

std::string describe(const std::vector<Asked>& all, const std::vector<std::string>& owners) {
  std::string text = std::to_string(all.size()) + " recommendations fall due from " + month_and_year(all.front().due) + " to " +
                     month_and_year(all.back().due) + ".";
  if (month_and_year(all.front().due) == month_and_year(all.back().due))
    text = std::to_string(all.size()) + " recommendations fall due in " + month_and_year(all.front().due) + ".";
  if (owners.size() > most_owners_described) return text + " " + std::to_string(owners.size()) + " organisations must act; the table below tells of each.";
  for (const std::string& owner : owners) {
    std::vector<std::string> parts;
    for (const auto& [day, ids] : by_month(all, owner)) parts.push_back(list_in_words(ids) + " by " + month_and_year(date_of_day_number(day)));
    text += " " + owner + ": " + join_text(parts, ", ") + ".";
  }
  return text;
}

}  // namespace

std::optional<Block> recommendations_figure(const PublicCase& known) {
  const auto names = owner_names(known);
  const std::vector<Asked> all = all_asked(known, names);
  if (all.size() < 2) return std::nullopt;
  const std::vector<std::string> owners = owners_of(all, names);
  std::vector<std::vector<std::string>> rows{{"Who must act", "By when", "Numbers"}};
  for (const std::string& owner : owners)
    for (const auto& [day, ids] : by_month(all, owner)) rows.push_back({owner, month_and_year(date_of_day_number(day)), list_in_words(ids)});
  return figure_block(draw(all, owners), describe(all, owners), "Recommendations by who must act and by when",
                      {plain_table("Who must act by when", rows)});
}

}  // namespace casewright
