#include "assemble/family_picture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "assemble/drawing.h"
#include "assemble/kinship.h"
#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t most_people = 28;      // more would not be read in one picture
constexpr std::size_t most_letters_of_line = 17;     // of a line of a name beside its mark
constexpr float mark = 26, row_height = 104, top_of_picture = 14, least_step = 118, most_step = 168, picture_width = 720;

/// One person of the family with the others by their place in the list.
struct Member {
  const Record* person = nullptr;
  std::string name;
  int generation = 0;                  ///< 0 for the child, 1 for parents
  std::vector<std::size_t> parents, partners, siblings;
  float x = 0, y = 0;                  ///< the middle of the mark
};

/// Those who have the same parents.
struct Brood {
  std::vector<std::size_t> parents, children;
};

class Family {
 public:
  explicit Family(const PublicCase& known) {
    std::map<std::string_view, const Record*> people;
    for (const Record& each : known.people)
      if (each.name == "person" && may_belong(each)) people.emplace(each.attribute("id"), &each);
    gather(known, people);
    tie(people);
    tie_by_role();
    std::vector<bool> placed(members_.size());
    for (std::size_t at = 0; at < members_.size(); ++at)
      if (members_[at].person->attribute("role") == "subject" && !placed[at]) place_from(at, 0, placed);
    keep(placed);
    find_broods();
  }

  std::vector<Member>& members() { return members_; }
  const std::vector<Member>& members() const { return members_; }
  const std::vector<Brood>& broods() const { return broods_; }

 private:
  static bool may_belong(const Record& person) {
    const std::string_view role = person.attribute("role");
    return role != "practitioner" && role != "allowed" && !trim(person.attribute("public")).empty();
  }

  void gather(const PublicCase& known, const std::map<std::string_view, const Record*>& people) {
    for (const Record& each : known.people) {
      if (!people.contains(each.attribute("id")) || each.name != "person") continue;
      places_.emplace(each.attribute("id"), members_.size());
      Member member;
      member.person = &each;
      member.name = fold_space(each.attribute("public"));
      members_.push_back(std::move(member));
    }
  }

  static void add(std::vector<std::size_t>& list, std::size_t at) {
    if (std::find(list.begin(), list.end(), at) == list.end()) list.push_back(at);
  }

  void tie(const std::map<std::string_view, const Record*>& people) {
    for (std::size_t one = 0; one < members_.size(); ++one)
      for (const Record* each : members_[one].person->all("kin")) {
        if (!people.contains(each->attribute("to"))) continue;
        const std::size_t other = places_.at(each->attribute("to"));
        if (other == one) continue;
        switch (kin_named(each->attribute("how"))) {
          case Kin::parent: add(members_[other].parents, one); break;
          case Kin::child: add(members_[one].parents, other); break;
          case Kin::sibling: add(members_[one].siblings, other), add(members_[other].siblings, one); break;
          case Kin::partner: add(members_[one].partners, other), add(members_[other].partners, one); break;
          case Kin::grandparent: elders_.push_back({one, other}); break;
          case Kin::grandchild: elders_.push_back({other, one}); break;
          case Kin::none: break;
        }
      }
  }

  /// Where the register gives a role and no relation, the role is to the first subject.
  void tie_by_role() {
    const auto subject = std::find_if(members_.begin(), members_.end(), [](const Member& each) { return each.person->attribute("role") == "subject"; });
    if (subject == members_.end()) return;
    const auto first = static_cast<std::size_t>(subject - members_.begin());
    for (std::size_t at = 0; at < members_.size(); ++at) {
      if (!members_[at].person->all("kin").empty() || at == first) continue;
      const Kin kin = kin_of(members_[at].person->attribute("role"));
      if (kin == Kin::parent) add(members_[first].parents, at);
      if (kin == Kin::sibling) add(members_[first].siblings, at), add(members_[at].siblings, first);
    }
  }

  /// Everybody who is related to that one, with the generation; without recursion.
  void place_from(std::size_t from, int generation, std::vector<bool>& placed) {
    std::vector<std::pair<std::size_t, int>> open{{from, generation}};
    while (!open.empty()) {
      const auto [at, level] = open.back();
      open.pop_back();
      if (placed[at]) continue;
      placed[at] = true;
      members_[at].generation = level;
      for (const std::size_t each : members_[at].parents) open.emplace_back(each, level + 1);
      for (const std::size_t each : members_[at].partners) open.emplace_back(each, level);
      for (const std::size_t each : members_[at].siblings) open.emplace_back(each, level);
      for (std::size_t each = 0; each < members_.size(); ++each)
        if (std::find(members_[each].parents.begin(), members_[each].parents.end(), at) != members_[each].parents.end())
          open.emplace_back(each, level - 1);
      for (const auto& [elder, younger] : elders_) {
        if (younger == at) open.emplace_back(elder, level + 2);
        if (elder == at) open.emplace_back(younger, level - 2);
      }
    }
  }

  /// Lets go of everybody who is not related.
  void keep(const std::vector<bool>& placed) {
    std::vector<std::size_t> now(members_.size(), 0);
    std::vector<Member> kept;
    for (std::size_t at = 0; at < members_.size(); ++at)
      if (placed[at]) now[at] = kept.size(), kept.push_back(members_[at]);
    for (Member& each : kept)
      for (auto* list : {&each.parents, &each.partners, &each.siblings})
        for (std::size_t& at : *list) at = now[at];  // those of a placed one are placed themselves
    members_ = std::move(kept);
  }

  void find_broods() {
    std::map<std::vector<std::size_t>, std::size_t> known;
    for (std::size_t at = 0; at < members_.size(); ++at) {
      std::vector<std::size_t> parents = members_[at].parents;
      if (parents.empty()) continue;
      std::sort(parents.begin(), parents.end());
      const auto [found, fresh] = known.emplace(parents, broods_.size());
      if (fresh) broods_.push_back({parents, {}});
      broods_[found->second].children.push_back(at);
    }
  }

  std::vector<Member> members_;
  std::vector<Brood> broods_;
  std::map<std::string_view, std::size_t> places_;
  std::vector<std::pair<std::size_t, std::size_t>> elders_;  ///< grandparent and grandchild
};

bool contains(const std::vector<std::size_t>& list, std::size_t at) { return std::find(list.begin(), list.end(), at) != list.end(); }

bool share_parent(const Member& one, const Member& other) {
  return std::any_of(one.parents.begin(), one.parents.end(), [&](std::size_t each) { return contains(other.parents, each); });
}

/// The years of an age in words, 0 where it is told in months or not at all.
int years_of(const Member& member) {
  const std::string_view age = member.person->attribute("age");
  if (age.find("year") == std::string_view::npos) return 0;
  int years = 0;
  for (const char c : age)
    if (c >= '0' && c <= '9') years = years * 10 + (c - '0');
  return years;
}

/// The middle between the parents, who have their places already.
std::optional<float> middle_of_parents(const std::vector<Member>& members, std::size_t at) {
  const Member& member = members[at];
  if (member.parents.empty()) return std::nullopt;
  float sum = 0;
  for (const std::size_t each : member.parents) sum += members[each].x;
  return sum / static_cast<float>(member.parents.size());
}

/// Puts people whose parents are on the picture below them, the eldest first, so that few lines cross.
void sort_below_parents(const std::vector<Member>& members, std::vector<std::size_t>& row) {
  std::stable_sort(row.begin(), row.end(), [&members](std::size_t one, std::size_t other) {
    const auto left = middle_of_parents(members, one), right = middle_of_parents(members, other);
    if (!left || !right || *left == *right) return left.has_value() && right.has_value() && years_of(members[one]) > years_of(members[other]);
    return *left < *right;
  });
}

/// Puts people of one row in order: those who are tied stand side by side, the father's side first.
std::vector<std::size_t> row_order(const std::vector<Member>& members, int generation) {
  std::vector<std::size_t> rest, row;
  for (std::size_t at = 0; at < members.size(); ++at)
    if (members[at].generation == generation) rest.push_back(at);
  std::stable_sort(rest.begin(), rest.end(), [&members](std::size_t one, std::size_t other) {
    const auto rank = [&members](std::size_t at) {
      const std::string_view role = members[at].person->attribute("role");
      return role == "father" ? 0 : role == "mother" ? 1 : 2;
    };
    return rank(one) < rank(other);
  });
  for (const std::size_t each : rest) {
    std::size_t beside = row.size();
    bool before = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (contains(members[row[i]].siblings, each)) beside = i, before = i == 0;
      if (contains(members[row[i]].partners, each)) beside = i + 1;
    }
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(before ? 0 : std::min(beside, row.size())), each);
  }
  return row;
}

/// Gives every mark its place; the size of the picture.
std::pair<float, float> lay_out(std::vector<Member>& members) {
  int oldest = 0, youngest = 0;
  for (const Member& each : members) oldest = std::max(oldest, each.generation), youngest = std::min(youngest, each.generation);
  float width = picture_width;
  for (int generation = oldest; generation >= youngest; --generation)
    width = std::max(width, least_step * static_cast<float>(row_order(members, generation).size()));
  for (int generation = oldest; generation >= youngest; --generation) {
    std::vector<std::size_t> row = row_order(members, generation);
    if (row.empty()) continue;
    const bool all_below = std::all_of(row.begin(), row.end(), [&members](std::size_t at) { return !members[at].parents.empty(); });
    if (all_below) sort_below_parents(members, row);
    const float step = std::clamp(width / static_cast<float>(row.size()), least_step, most_step);
    const float room = width - step * static_cast<float>(row.size());
    float x = room / 2 + mark;
    if (all_below) {
      float middle = 0;
      for (const std::size_t at : row) middle += *middle_of_parents(members, at) / static_cast<float>(row.size());
      x = std::clamp(middle - step * static_cast<float>(row.size() - 1) / 2, mark, room + mark);
    }
    for (const std::size_t at : row) {
      members[at].x = x;
      members[at].y = top_of_picture + mark / 2 + row_height * static_cast<float>(oldest - generation) + 8;
      x += step;
    }
  }
  return {width, top_of_picture + row_height * static_cast<float>(oldest - youngest) + 68};
}

/// A name in lines that fit beside a mark.
std::vector<std::string> lines_of(std::string_view name) {
  std::vector<std::string> lines{""};
  for (const std::string_view word : split(name, ' ')) {
    if (!lines.back().empty() && count_characters(lines.back()) + count_characters(word) >= most_letters_of_line) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

/// Puts shapes on the picture.
class Pen {
 public:
  explicit Pen(Scene& scene) : scene_(scene) {}

  void line(float x, float y, float to_x, float to_y) {
    Shape shape = made(ShapeKind::line, x, y, to_x - x, to_y - y);
    shape.stroke = "quiet";
    shape.stroke_width = 1.2f;
    scene_.shapes.push_back(std::move(shape));
  }
  void words(float x, float y, std::string text, std::string_view ink, float size) {
    Shape shape = made(ShapeKind::text, x, y, 0, 0);
    shape.text = std::move(text);
    shape.text_size = size;
    shape.fill = ink;
    scene_.shapes.push_back(std::move(shape));
  }
  /// A square for a man or boy, a circle for a woman or girl, a diamond where the register does not say.
  void person(float x, float y, float size, std::string_view sex, bool subject) {
    const float half = size / 2;
    if (sex == "female" || sex == "male") {
      const bool round = sex == "female";
      Shape shape = round ? made(ShapeKind::circle, x, y, half, 0) : made(ShapeKind::rectangle, x - half, y - half, size, size);
      shape.fill = subject ? "accent" : "paper";
      shape.stroke = subject ? "accent" : "ink";
      shape.stroke_width = 1.5f;
      scene_.shapes.push_back(std::move(shape));
      return;
    }
    Shape ground = made(ShapeKind::circle, x, y, half * 0.7f, 0);
    ground.fill = "paper";  // covers the ends of lines
    scene_.shapes.push_back(std::move(ground));
    const float xs[] = {x, x + half, x, x - half, x}, ys[] = {y - half, y, y + half, y, y - half};
    for (int i = 0; i < 4; ++i) {
      Shape side = made(ShapeKind::line, xs[i], ys[i], xs[i + 1] - xs[i], ys[i + 1] - ys[i]);
      side.stroke = subject ? "accent" : "ink";
      side.stroke_width = subject ? 3.0f : 1.5f;
      scene_.shapes.push_back(std::move(side));
    }
  }

 private:
  static Shape made(ShapeKind kind, float x, float y, float width, float height) {
    Shape shape;
    shape.kind = kind;
    shape.x = x;
    shape.y = y;
    shape.width = width;
    shape.height = height;
    return shape;
  }
  Scene& scene_;
};

/// Lines run below the marks for parents and partners, above them for brothers and sisters whose parents are not there.
void draw_ties(const Family& family, Pen& pen) {
  const std::vector<Member>& members = family.members();
  std::map<int, int> below;  // by generation: lines drawn so far, so that no two fall on one another
  const auto depth = [&below](int generation) { return mark / 2 + 14 + 9 * static_cast<float>(below[generation]++ % 4); };
  // Stems leave a mark towards the other end of their line, partners' outermost and highest, so that few lines cross.
  const auto stem = [&](std::size_t at, float y, float towards, float aside) {
    const float x = members[at].x + (towards > members[at].x ? aside : towards < members[at].x ? -aside : 0);
    pen.line(x, members[at].y, x, y);  // the mark is painted over its upper end
    return x;
  };
  std::set<std::pair<std::size_t, std::size_t>> coupled;
  for (const Brood& brood : family.broods())
    if (brood.parents.size() == 2) coupled.insert({brood.parents[0], brood.parents[1]});
  for (std::size_t one = 0; one < members.size(); ++one)
    for (const std::size_t other : members[one].partners) {
      if (other < one || coupled.contains({one, other})) continue;
      const float y = members[one].y + depth(members[one].generation);
      const float from = stem(one, y, members[other].x, 9), to = stem(other, y, members[one].x, 9);
      pen.line(from, y, to, y);
    }
  for (const Brood& brood : family.broods()) {
    const float y = members[brood.parents.front()].y + depth(members[brood.parents.front()].generation);
    float left = 1e9f, right = 0;
    float middle = 0;
    for (const std::size_t parent : brood.parents) middle += members[parent].x / static_cast<float>(brood.parents.size());
    for (const std::size_t parent : brood.parents) {
      const float x = stem(parent, y, middle, 4);
      left = std::min(left, x), right = std::max(right, x);
    }
    for (const std::size_t child : brood.children) {
      pen.line(members[child].x, y, members[child].x, members[child].y - mark / 2);
      left = std::min(left, members[child].x), right = std::max(right, members[child].x);
    }
    if (right > left) pen.line(left, y, right, y);
  }
  for (std::size_t one = 0; one < members.size(); ++one)
    for (const std::size_t other : members[one].siblings) {
      if (other < one || share_parent(members[one], members[other])) continue;
      const float y = members[one].y - mark / 2 - 7;
      pen.line(members[one].x, members[one].y - mark / 2, members[one].x, y);
      pen.line(members[other].x, members[other].y - mark / 2, members[other].x, y);
      pen.line(members[one].x, y, members[other].x, y);
    }
}

Scene draw(Family& family) {
  Scene scene;
  std::tie(scene.width, scene.height) = lay_out(family.members());
  Pen pen(scene);
  draw_ties(family, pen);
  std::set<std::string_view> shown;
  for (const Member& each : family.members()) {
    const std::string_view sex = each.person->attribute("sex"), age = each.person->attribute("age");
    shown.insert(sex == "male" || sex == "female" ? sex : "");
    pen.person(each.x, each.y, mark, sex, each.person->attribute("role") == "subject");
    std::vector<std::string> lines = lines_of(each.name);
    float y = each.y + 4 - (static_cast<float>(lines.size()) - (age.empty() ? 1.0f : 0.0f)) * 5.5f;
    for (std::string& line : lines) pen.words(each.x + mark / 2 + 6, y, std::move(line), "ink", 9.5f), y += 11;
    if (!age.empty()) pen.words(each.x + mark / 2 + 6, y, std::string(age), "quiet", 9);
  }
  const std::pair<std::string_view, std::string_view> legend[] = {{"male", "man or boy"}, {"female", "woman or girl"}, {"", "not said"}};
  float x = 20;
  for (const auto& [sex, words] : legend) {
    if (!shown.contains(sex)) continue;
    pen.person(x, scene.height + 4, 11, sex, false);
    pen.words(x + 12, scene.height + 7.5f, std::string(words), "ink", 9);
    x += 34 + 4.8f * static_cast<float>(words.size());
  }
  pen.person(x, scene.height + 4, 11, "male", true);
  pen.words(x + 12, scene.height + 7.5f, "filled: whom the review is about", "ink", 9);
  scene.height += 18;
  return scene;
}

std::vector<std::string> names_of(const std::vector<Member>& members, const std::vector<std::size_t>& which) {
  std::vector<std::string> names;
  for (const std::size_t at : which) names.push_back(members[at].name);
  return names;
}

std::string capital(std::string text) {
  if (!text.empty()) text[0] = to_capital(text[0]);
  return text;
}

std::string describe(const Family& family) {
  const std::vector<Member>& members = family.members();
  std::string text = "Family tree of " + std::to_string(members.size()) + " people.";
  for (const Brood& brood : family.broods())
    text += " " + capital(list_in_words(names_of(members, brood.parents))) + (brood.parents.size() == 1 ? " is a parent of " : " are the parents of ") +
            list_in_words(names_of(members, brood.children)) + ".";
  for (std::size_t one = 0; one < members.size(); ++one) {
    for (const std::size_t other : members[one].partners)
      if (other > one) text += " " + capital(members[one].name) + " and " + members[other].name + " are partners.";
    for (const std::size_t other : members[one].siblings)
      if (other > one && !share_parent(members[one], members[other]))
        text += " " + capital(members[one].name) + " and " + members[other].name + " are brother or sister to one another.";
  }
  return text;
}

Block table_of(const Family& family) {
  const auto words = [](const std::vector<std::string>& names) { return names.empty() ? std::string("None told here") : capital(list_in_words(names)); };
  std::vector<std::vector<std::string>> rows{{"Called in this report", "Parents", "Children", "Partner"}};
  const std::vector<Member>& members = family.members();
  for (std::size_t at = 0; at < members.size(); ++at) {
    std::vector<std::string> children;
    for (const Member& each : members)
      if (contains(each.parents, at)) children.push_back(each.name);
    rows.push_back({capital(members[at].name), words(names_of(members, members[at].parents)), words(children), words(names_of(members, members[at].partners))});
  }
  return plain_table("Who is related to whom", rows);
}

}  // namespace

std::optional<Block> family_figure(const PublicCase& known) {
  Family family(known);
  if (family.members().size() < 3 || family.members().size() > most_people) return std::nullopt;
  Scene scene = draw(family);
  return figure_block(std::move(scene), describe(family), "The family", {table_of(family)});
}

}  // namespace casewright
