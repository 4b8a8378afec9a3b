#include "ingest/pdf/pdf_rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace casewright {
namespace {

constexpr std::size_t most_ruled_lines = 20'000;  // a page of more is a drawing
constexpr float reach = 2.5f;               // points by which lines that meet may miss each other

/// Joins pieces that lie on one line.
void merge(std::vector<LaidRule>& rules) {
  std::sort(rules.begin(), rules.end(), [](const LaidRule& a, const LaidRule& b) { return a.at < b.at; });
  std::vector<LaidRule> merged;
  for (std::size_t begin = 0; begin < rules.size();) {
    std::size_t end = begin;
    while (end < rules.size() && rules[end].at - rules[begin].at < 2.2f) ++end;
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(begin), rules.begin() + static_cast<std::ptrdiff_t>(end),
              [](const LaidRule& a, const LaidRule& b) { return a.from < b.from; });
    const std::size_t first = merged.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (merged.size() > first && rules[i].from <= merged.back().to + reach) {
        merged.back().to = std::max(merged.back().to, rules[i].to);
        merged.back().drawn |= rules[i].drawn;
      }
      else {
        merged.push_back(rules[i]);
      }
    }
    begin = end;
  }
  rules = std::move(merged);
  std::stable_sort(rules.begin(), rules.end(), [](const LaidRule& a, const LaidRule& b) { return a.at < b.at; });
}

void add_edges(const Box& box, LaidRules& rules) {
  rules.across.push_back({box.left, box.right, box.top, false});
  rules.across.push_back({box.left, box.right, box.bottom, false});
  rules.down.push_back({box.top, box.bottom, box.left, false});
  rules.down.push_back({box.top, box.bottom, box.right, false});
}

/// Which group each line belongs to.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t which) {
    while (parent_[which] != which) which = parent_[which] = parent_[parent_[which]];
    return which;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

LaidRules rules_of(const pdf::PageScan& scan, const LaidPage& page) {
  LaidRules rules;
  if (page.direction != pdf::Direction::right || scan.rules.size() > most_ruled_lines) return rules;
  for (const pdf::Rule& rule : scan.rules) {
    const Box& box = rule.box;
    if (rule.horizontal) rules.across.push_back({box.left, box.right, middle_y(box)});
    else rules.down.push_back({box.top, box.bottom, middle_x(box)});
  }
  for (const pdf::Paint& paint : scan.paints) {
    const float wide = paint.box.right - paint.box.left, high = paint.box.bottom - paint.box.top;
    if (paint.kind != pdf::PaintKind::fill || !paint.rectangle || paint.alpha < 13 || paint.rgb == 0xFFFFFF) continue;
    if (wide < 12 || high < 6 || wide * high > 0.7f * page.width * page.height || rules.shades.size() >= 5000) continue;
    rules.shades.push_back({paint.box, paint.rgb});
    add_edges(paint.box, rules);
  }
  merge(rules.across);
  merge(rules.down);
  return rules;
}

std::vector<LaidRules> connected(const LaidRules& rules) {
  const std::size_t across = rules.across.size();
  Groups groups(across + rules.down.size());
  std::size_t steps = 0;
  for (std::size_t i = 0; i < rules.down.size() && steps < 5'000'000; ++i) {
    const LaidRule& down = rules.down[i];
    auto each = std::lower_bound(rules.across.begin(), rules.across.end(), down.from - reach, [](const LaidRule& rule, float at) { return rule.at < at; });
    for (; each != rules.across.end() && each->at <= down.to + reach; ++each, ++steps)
      if (each->from - reach <= down.at && down.at <= each->to + reach) groups.join(across + i, static_cast<std::size_t>(each - rules.across.begin()));
  }
  std::map<std::size_t, LaidRules> parts;
  for (std::size_t i = 0; i < across; ++i) parts[groups.of(i)].across.push_back(rules.across[i]);
  for (std::size_t i = 0; i < rules.down.size(); ++i) parts[groups.of(across + i)].down.push_back(rules.down[i]);
  std::vector<LaidRules> found;
  for (auto& [group, part] : parts) found.push_back(std::move(part));
  return found;
}

}  // namespace casewright
