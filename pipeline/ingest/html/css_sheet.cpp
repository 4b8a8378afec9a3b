#include "ingest/html/css_sheet.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/text.h"

namespace casewright::css {
namespace {

constexpr std::size_t most_css_rules = 20'000;

}  // namespace

void Sheet::add_rule(std::string_view selectors, std::string_view body, std::vector<Rule>& into) {
  const Declarations declared = read_declarations(body), important = body.find("!important") == std::string_view::npos ? Declarations{} : read_declarations(body, true);
  for (const std::string& each : split_outside(selectors, ',')) {
    if (into.size() >= most_css_rules) continue;
    Rule rule{read_selector(each), 0, declared, important};
    if (rule.selector.empty()) continue;
    rule.weight = weight_of(rule.selector);
    const bool by_reader = is_by_reader(rule.selector);
    if (rule.selector.back().pseudo) {
      if (&into == &rules_) beside_.push_back(std::move(rule));
      continue;
    }
    const std::string& last = rule.selector.back().tag;
    if (last == "html" || last == "body")
      for (const auto& [name, value] : declared)
        if (name.starts_with("--")) {
          // What holds only on some screens, as colours for the dark, does not mix with what holds on all.
          if (&into == &rules_ && !by_reader) named_[name] = value;
          else named_.try_emplace(name, value);
        }
    (by_reader ? on_some_ : into).push_back(std::move(rule));
  }
}

void Sheet::add(std::string_view text) {
  const std::string plain = without_comments(text);
  struct Open {
    std::string head;
    std::string own;  ///< its declarations, without the rules nested in it
  };
  std::vector<Open> open;
  std::size_t from = 0;
  int left_out = 0, on_some = 0, on_paper = 0;
  const auto is_left_out = [](std::string_view head) {
    if (!head.starts_with('@')) return false;
    static constexpr std::string_view always[] = {"(min-width:0)", "(min-width: 0)", "(min-width:0px)", "(min-width: 0px)", "(width>=0)", "(width >= 0)"};
    const bool no_condition = std::any_of(std::begin(always), std::end(always), [head](std::string_view each) { return head.ends_with(each); }) && head.find(" and ") == std::string_view::npos;
    const bool everywhere = head.starts_with("@layer") || head.starts_with("@supports") || head == "@media screen" || head == "@media all" || head == "@media screen, print" || head == "@media only screen" || head == "@media not print" || no_condition;
    return !everywhere;
  };
  const auto is_of_paper = [&is_left_out](std::string_view head) { return is_left_out(head) && head.starts_with("@media") && head.find("print") != std::string_view::npos; };
  const auto is_of_screens = [&](std::string_view head) { return is_left_out(head) && head.starts_with("@media") && !is_of_paper(head); };
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (plain[at] == '{') {
      std::string head = fold_space(std::string_view(plain).substr(from, at - from));
      if (const std::size_t semicolon = head.rfind(';'); semicolon != std::string::npos) {
        if (!open.empty()) open.back().own += head.substr(0, semicolon + 1);
        head = fold_space(head.substr(semicolon + 1));
      }
      // A rule in a rule is about what lies in, or is, what the outer one is about.
      if (!open.empty() && !open.back().head.starts_with('@') && !head.starts_with('@') && head.size() + open.back().head.size() < 2000)
        head = head.find('&') != std::string::npos ? replace_every(head, "&", open.back().head.find(',') == std::string::npos ? open.back().head : ":is(" + open.back().head + ")") : open.back().head + " " + head;
      left_out += is_left_out(head);
      on_some += is_of_screens(head);
      on_paper += is_of_paper(head);
      open.push_back({std::move(head), {}});
      from = at + 1;
    } else if (plain[at] == '}' && !open.empty()) {
      const Open closed = std::move(open.back());
      open.pop_back();
      const std::string body = closed.own + plain.substr(from, at - from);
      if (closed.head.starts_with("@property "))
        if (const Declarations given = read_declarations(body); given.contains("initial-value")) named_.try_emplace(fold_space(std::string_view(closed.head).substr(10)), given.at("initial-value"));
      if (!closed.head.starts_with('@') && left_out == on_some + on_paper) add_rule(closed.head, body, on_paper > 0 ? on_paper_ : on_some == 0 ? rules_ : on_some_);
      left_out -= is_left_out(closed.head);
      on_some -= is_of_screens(closed.head);
      on_paper -= is_of_paper(closed.head);
      from = at + 1;
    }
  }
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.weight < b.weight; });
}

bool Sheet::shown_by(const std::vector<Rule>& rules, const std::vector<const html::Node*>& row) {
  return std::any_of(rules.begin(), rules.end(), [&row](const Rule& rule) {
    const auto shown = rule.declared.find("display"), seen = rule.declared.find("visibility");
    const bool shows = (shown != rule.declared.end() && shown->second != "none") || (seen != rule.declared.end() && seen->second == "visible") ||
                       rule.declared.contains("grid-template-rows") || rule.declared.contains("grid-template-columns");
    return shows && selects(rule.selector, row);
  });
}

Declarations Sheet::of(const std::vector<const html::Node*>& row, const Declarations& handed_down) const { return declared_by(rules_, row, named_, handed_down); }

Declarations Sheet::beside(const std::vector<const html::Node*>& row) const { return beside_.empty() ? Declarations{} : declared_by(beside_, row, named_, {}); }

Declarations Sheet::declared_by(const std::vector<Rule>& rules, const std::vector<const html::Node*>& row, const Declarations& named, const Declarations& handed_down) {
  Declarations all;
  for (const Rule& rule : rules) {
    if (!selects(rule.selector, row)) continue;
    for (const auto& [name, value] : rule.declared) all[name] = value;
  }
  for (const Rule& rule : rules)
    if (!rule.important.empty() && selects(rule.selector, row))
      for (const auto& [name, value] : rule.important) all[name] = value;
  Declarations own_names = handed_down;  // with those that the element gives itself
  for (const auto& [name, value] : all)
    if (name.starts_with("--")) own_names[name] = value;
  for (auto& [name, value] : all)
    for (int depth = 0; depth < 8; ++depth) {
      const std::size_t at = value.rfind("var(");  // the innermost of them
      const std::size_t end = at == std::string::npos ? at : value.find(')', at);
      if (end == std::string::npos) break;
      const std::size_t comma = std::min(value.find(',', at), end);
      const std::string wanted(trim(std::string_view(value).substr(at + 4, comma - at - 4)));
      const auto own = own_names.find(wanted);
      const auto known = own != own_names.end() ? own : named.find(wanted);
      const std::string otherwise = comma < end ? std::string(trim(std::string_view(value).substr(comma + 1, end - comma - 1))) : std::string();
      value = value.substr(0, at) + (own == own_names.end() && known == named.end() ? otherwise : known->second) + value.substr(end + 1);
    }
  return all;
}

}  // namespace casewright::css
