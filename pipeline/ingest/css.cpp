#include "ingest/css.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.h"

namespace casewright::css {
namespace {

constexpr std::size_t most_css_rules = 20'000;

struct CssColour {
  std::string_view name;
  Colour value;
};
constexpr CssColour names[] = {
    {"white", {255, 255, 255}}, {"black", {0, 0, 0}}, {"red", {255, 0, 0}}, {"green", {0, 128, 0}}, {"blue", {0, 0, 255}}, {"yellow", {255, 255, 0}}, {"gray", {128, 128, 128}},
    {"grey", {128, 128, 128}}, {"silver", {192, 192, 192}}, {"navy", {0, 0, 128}}, {"maroon", {128, 0, 0}}, {"purple", {128, 0, 128}}, {"teal", {0, 128, 128}}, {"olive", {128, 128, 0}},
    {"lime", {0, 255, 0}}, {"aqua", {0, 255, 255}}, {"cyan", {0, 255, 255}}, {"fuchsia", {255, 0, 255}}, {"magenta", {255, 0, 255}}, {"orange", {255, 165, 0}}, {"whitesmoke", {245, 245, 245}},
    {"snow", {255, 250, 250}}, {"ivory", {255, 255, 240}}, {"ghostwhite", {248, 248, 255}}, {"lightgray", {211, 211, 211}}, {"lightgrey", {211, 211, 211}}, {"darkgray", {169, 169, 169}},
    {"darkgrey", {169, 169, 169}}, {"darkblue", {0, 0, 139}}, {"darkgreen", {0, 100, 0}}, {"darkred", {139, 0, 0}}, {"beige", {245, 245, 220}}, {"floralwhite", {255, 250, 240}}, {"mintcream", {245, 255, 250}},
    {"azure", {240, 255, 255}}, {"aliceblue", {240, 248, 255}}, {"seashell", {255, 245, 238}}, {"brown", {165, 42, 42}}, {"pink", {255, 192, 203}}, {"gold", {255, 215, 0}}, {"canvas", {255, 255, 255}}, {"canvastext", {0, 0, 0}},
};

/// The numbers in "rgb(12, 40%, 3 / .5)".
std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> all;
  const std::size_t open = text.find('(');
  std::string plain(text.substr(open == std::string_view::npos ? text.size() : open + 1));
  for (char& c : plain)
    if (c == ',' || c == '/' || c == ')') c = ' ';
  const std::string folded = fold_space(plain);
  for (const std::string_view each : split(folded, ' ')) {
    const std::string one(each);
    char* end = nullptr;
    double number = std::strtod(one.c_str(), &end);
    if (end == one.c_str() || !std::isfinite(number)) continue;
    if (*end == '%') number = all.size() < 3 ? number * 2.55 : number / 100;
    all.push_back(number);
  }
  return all;
}

/// The numbers as they stand, a percentage as its share of `whole`.
std::vector<double> plain_numbers(std::string_view text, double whole) {
  std::vector<double> all;
  std::string plain(text.substr(std::min(text.find('('), text.size())));
  std::replace_if(plain.begin(), plain.end(), [](char c) { return c == ',' || c == '/' || c == ')' || c == '('; }, ' ');
  const std::string folded = fold_space(plain);
  for (const std::string_view each : split(folded, ' ')) {
    const std::string one(each);
    char* end = nullptr;
    const double number = std::strtod(one.c_str(), &end);
    if (end != one.c_str() && std::isfinite(number)) all.push_back(*end == '%' ? number / 100 * (all.size() < 3 ? whole : 1) : number);
    else all.push_back(0);  // "none"
  }
  return all;
}

/// "hsl(210 50% 40% / .5)".
std::optional<Colour> hue_colour(std::string_view text, double& opaque) {
  const std::vector<double> parts = plain_numbers(text, 1);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  const double hue = std::fmod(std::fmod(parts[0], 360) + 360, 360), share = std::clamp(parts[1], 0.0, 1.0), light = std::clamp(parts[2], 0.0, 1.0);
  const auto part = [&](double turn) {
    const double k = std::fmod(turn + hue / 30, 12);
    return static_cast<int>(std::lround(255 * (light - share * std::min(light, 1 - light) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})))));
  };
  return Colour{part(0), part(8), part(4)};
}

/// Colours that are told by their lightness are known where it leaves nothing but white or black.
std::optional<Colour> grey_of_lightness(std::string_view text, double whole, double& opaque) {
  const std::vector<double> parts = plain_numbers(text, whole);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  if (parts[0] >= 0.995 * whole) return Colour{255, 255, 255};
  if (parts[0] <= 0.05 * whole) return Colour{0, 0, 0};
  return opaque < 0.05 ? std::optional<Colour>(Colour{}) : std::nullopt;
}

}  // namespace

std::string without_comments(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) != "/*") {
      plain += text[at++];
      continue;
    }
    const std::size_t end = text.find("*/", at + 2);
    if (end == std::string_view::npos) break;
    at = end + 2;
  }
  return plain;
}

namespace {

/// The name of a property for pages that run from left to right and down.
std::string plain_property(std::string name) {
  static constexpr std::pair<std::string_view, std::string_view> names_by_flow[] = {
      {"inset-inline-start", "left"}, {"inset-inline-end", "right"}, {"inset-block-start", "top"}, {"inset-block-end", "bottom"}, {"margin-inline-start", "margin-left"}, {"margin-block-start", "margin-top"},
      {"block-size", "height"}, {"inline-size", "width"}, {"max-block-size", "max-height"}, {"max-inline-size", "max-width"}};
  for (const auto& [flow, plain] : names_by_flow)
    if (name == flow) return std::string(plain);
  return name;
}

Declarations read_all(std::string_view text, bool only_important) {
  Declarations all;
  const std::string plain = without_comments(text);
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    if (at < plain.size() && plain[at] == '(') ++depth;
    if (at < plain.size() && plain[at] == ')') depth = std::max(0, depth - 1);
    if (at < plain.size() && (plain[at] != ';' || depth > 0)) continue;
    const std::string_view one = std::string_view(plain).substr(begin, at - begin);
    begin = at + 1;
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    std::string value = ascii_lower(fold_space(one.substr(colon + 1)));
    if (const std::size_t important = value.find("!important"); important != std::string::npos) value = std::string(trim(value.substr(0, important)));
    else if (only_important) continue;
    all[plain_property(ascii_lower(trim(one.substr(0, colon))))] = std::move(value);
  }
  return all;
}

}  // namespace

Declarations read_declarations(std::string_view text) { return read_all(text, false); }

std::vector<std::string> split_outside(std::string_view text, char sign) {
  std::vector<std::string> parts(1);
  int depth = 0;
  char quote = 0;
  for (const char c : text) {
    if (quote != 0) quote = c == quote ? 0 : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '(' || c == '[') ++depth;
    else if (c == ')' || c == ']') depth = std::max(0, depth - 1);
    if (c == sign && depth == 0 && quote == 0) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

void Sheet::read_pseudo_class(std::string_view name, std::string_view inside, Compound& into, int depth) {
  constexpr int deepest = 4;
  if (name == "root") into.tag = "html";
  else if (name == "before" || name == "after") into.pseudo = true;
  else if (name == "first-child" || name == "first-of-type") into.place = 1, into.of_tag = name[6] == 'o';
  else if (name == "last-child" || name == "last-of-type") into.place = -1, into.of_tag = name[5] == 'o';
  else if (name == "hover" || name == "focus" || name == "focus-within" || name == "focus-visible" || name == "checked" || name == "target" || name == "active" || name == "open") into.by_reader = true;
  else if (name == "has" && depth < deepest) {
    const std::string plain(trim(inside));
    if (plain.empty() || plain.find_first_of(" >+~,") != std::string::npos) into.never = true;
    else into.inside.push_back(read_compound(plain, depth + 1));
  } else if ((name == "nth-child" || name == "nth-of-type") && !inside.empty() && inside.find_first_not_of("0123456789") == std::string_view::npos && inside.size() < 5) into.place = std::max(1, std::atoi(std::string(inside).c_str())), into.of_tag = name[4] == 'o';
  else if ((name == "is" || name == "where" || name == "not" || name == "matches" || name == "-webkit-any") && depth < deepest) {
    std::vector<Compound> all;
    for (const std::string& each : split_outside(inside, ',')) {
      const std::string plain(trim(each));
      if (plain.empty() || plain.find_first_of(" >+~") != std::string::npos) {
        into.never = true;
        return;
      }
      all.push_back(read_compound(plain, depth + 1));
      into.never |= all.back().never && name == "not";
    }
    if (name == "not") into.none_of.insert(into.none_of.end(), all.begin(), all.end());
    else into.any_of.push_back(std::move(all));
  } else into.never = true;
}

Sheet::Compound Sheet::read_compound(std::string_view text, int depth) {
  Compound compound;
  const auto ends = [](char c) { return c == '.' || c == '#' || c == ':' || c == '['; };
  for (std::size_t at = 0; at < text.size();) {
    const char kind = ends(text[at]) ? text[at] : 't';
    if (kind == '[') {
      const std::size_t close = text.find(']', at);
      if (close == std::string_view::npos) return compound.never = true, compound;
      std::string_view inside = text.substr(at + 1, close - at - 1);
      at = close + 1;
      Condition condition;
      const std::size_t equals = inside.find('=');
      std::size_t end = std::min(equals, inside.size());
      if (equals != std::string_view::npos) {
        condition.how = '=';
        if (end > 0 && std::string_view("~^$*|").find(inside[end - 1]) != std::string_view::npos) condition.how = inside[--end];
        std::string_view value = trim(inside.substr(equals + 1));
        if (value.ends_with(" i") || value.ends_with(" s")) value = trim(value.substr(0, value.size() - 2));
        if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.size() - 2);
        condition.value = std::string(value);
      }
      condition.name = ascii_lower(trim(inside.substr(0, end)));
      compound.attributes.push_back(std::move(condition));
      continue;
    }
    std::size_t begin = at + (kind == 't' ? 0 : 1);
    if (kind == ':' && begin < text.size() && text[begin] == ':') ++begin;
    std::size_t end = begin;
    while (end < text.size() && !ends(text[end]) && text[end] != '(') ++end;
    const std::string name(text.substr(begin, end - begin));
    std::string_view inside;
    if (end < text.size() && text[end] == '(') {
      int open = 0;
      const std::size_t from = end + 1;
      for (; end < text.size(); ++end) {
        open += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
        if (open == 0) break;
      }
      inside = trim(text.substr(from, std::min(end, text.size()) - from));
      end = std::min(end + 1, text.size());
    }
    if (kind == '.' && !name.empty()) compound.classes.push_back(name);
    else if (kind == '#') compound.id = name;
    else if (kind == 't' && name != "*") compound.tag = ascii_lower(name);
    else if (kind == ':') read_pseudo_class(ascii_lower(name), inside, compound, depth);
    if (end == at) return compound.never = true, compound;
    at = end;
  }
  return compound;
}

Sheet::Compound Sheet::read_siblings(std::string_view text) {
  constexpr std::size_t most_siblings = 8;
  Compound compound;
  std::vector<std::pair<std::string, bool>> row;  // each with whether the next one stands next to it
  for (const std::string& far : split_outside(text, '~'))
    for (const std::string& near : split_outside(far, '+')) row.emplace_back(near, true);
  std::size_t at = 0;
  for (const std::string& far : split_outside(text, '~')) {
    at += split_outside(far, '+').size();
    row[at - 1].second = false;
  }
  if (row.size() > most_siblings) return compound.never = true, compound;
  for (std::size_t i = 0; i < row.size(); ++i) {
    Compound next = read_compound(row[i].first);
    next.never |= row[i].first.empty();
    if (i > 0) {
      compound.next = row[i - 1].second;
      next.never |= compound.never;
      next.by_reader |= compound.by_reader;
      next.before.push_back(std::move(compound));
    }
    compound = std::move(next);
  }
  return compound;
}

int Sheet::weight_of(const Compound& compound) {
  int weight = (compound.id.empty() ? 0 : 10'000) + 100 * static_cast<int>(compound.classes.size() + compound.attributes.size() + (compound.place != 0)) + (compound.tag.empty() ? 0 : 1);
  for (const auto& each : compound.any_of)
    if (!each.empty()) weight += weight_of(each.front());
  for (const auto* others : {&compound.none_of, &compound.before, &compound.inside})
    for (const Compound& each : *others) weight += weight_of(each);
  return weight;
}

namespace {

/// The selector with single blanks, and none around the signs between siblings.
std::string with_tight_siblings(std::string_view selector) {
  std::string folded = fold_space(selector);
  for (const char* sign : {" + ", " +", "+ "}) folded = replace_every(folded, sign, "+");
  for (const char* sign : {" ~ ", " ~", "~ "}) folded = replace_every(folded, sign, "~");
  return folded;
}

}  // namespace

void Sheet::add_rule(std::string_view selectors, std::string_view body, std::vector<Rule>& into) {
  const Declarations declared = read_declarations(body), important = body.find("!important") == std::string_view::npos ? Declarations{} : read_all(body, true);
  for (const std::string& each : split_outside(selectors, ',')) {
    if (into.size() >= most_css_rules) continue;
    const std::string spaced = join_text(split_outside(each, '>'), " ");
    Rule rule;
    rule.declared = declared;
    rule.important = important;
    const std::string folded = with_tight_siblings(spaced);
    bool never = folded.empty(), by_reader = false;
    for (const std::string& part : split_outside(folded, ' ')) {
      Compound compound = read_siblings(part);
      never |= compound.never;
      by_reader |= compound.by_reader || std::any_of(compound.before.begin(), compound.before.end(), [](const Compound& sibling) { return sibling.by_reader; });
      rule.weight += weight_of(compound);
      rule.row.push_back(std::move(compound));
    }
    if (never) continue;
    if (rule.row.back().pseudo) {
      if (&into == &rules_) beside_.push_back(std::move(rule));
      continue;
    }
    const std::string& last = rule.row.back().tag;
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
  int left_out = 0, on_some = 0;
  const auto is_left_out = [](std::string_view head) {
    if (!head.starts_with('@')) return false;
    static constexpr std::string_view always[] = {"(min-width:0)", "(min-width: 0)", "(min-width:0px)", "(min-width: 0px)", "(width>=0)", "(width >= 0)"};
    const bool no_condition = std::any_of(std::begin(always), std::end(always), [head](std::string_view each) { return head.ends_with(each); }) && head.find(" and ") == std::string_view::npos;
    const bool everywhere = head.starts_with("@layer") || head.starts_with("@supports") || head == "@media screen" || head == "@media all" || head == "@media screen, print" || head == "@media only screen" || head == "@media not print" || no_condition;
    return !everywhere;
  };
  const auto is_of_screens = [&is_left_out](std::string_view head) { return is_left_out(head) && head.starts_with("@media") && head.find("print") == std::string_view::npos; };
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
      open.push_back({std::move(head), {}});
      from = at + 1;
    } else if (plain[at] == '}' && !open.empty()) {
      const Open closed = std::move(open.back());
      open.pop_back();
      const std::string body = closed.own + plain.substr(from, at - from);
      if (closed.head.starts_with("@property "))
        if (const Declarations given = read_declarations(body); given.contains("initial-value")) named_.try_emplace(fold_space(std::string_view(closed.head).substr(10)), given.at("initial-value"));
      if (!closed.head.starts_with('@') && left_out == on_some) add_rule(closed.head, body, on_some == 0 ? rules_ : on_some_);
      left_out -= is_left_out(closed.head);
      on_some -= is_of_screens(closed.head);
      from = at + 1;
    }
  }
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.weight < b.weight; });
}

bool Sheet::holds(const Compound& compound, const html::Node& node, const html::Node* parent) {
  if (!compound.tag.empty() && compound.tag != node.name) return false;
  if (!compound.id.empty() && compound.id != node.attribute("id")) return false;
  const auto has_word = [](std::string_view words, const std::string& word) { return (" " + fold_space(words) + " ").find(" " + word + " ") != std::string::npos; };
  if (!std::all_of(compound.classes.begin(), compound.classes.end(), [&](const std::string& each) { return has_word(node.attribute("class"), each); })) return false;
  for (const Condition& each : compound.attributes) {
    if (!node.has_attribute(each.name)) return false;
    const std::string_view value = node.attribute(each.name);
    const bool fits = each.how == ' ' || (each.how == '=' && value == each.value) || (each.how == '~' && has_word(value, each.value)) || (each.how == '^' && !each.value.empty() && value.starts_with(each.value)) ||
                      (each.how == '$' && !each.value.empty() && value.ends_with(each.value)) || (each.how == '*' && !each.value.empty() && value.find(each.value) != std::string_view::npos) ||
                      (each.how == '|' && (value == each.value || value.starts_with(each.value + "-")));
    if (!fits) return false;
  }
  const auto is = [&](const Compound& each) { return !each.never && holds(each, node, parent); };
  for (const auto& each : compound.any_of)
    if (std::none_of(each.begin(), each.end(), is)) return false;
  if (std::any_of(compound.none_of.begin(), compound.none_of.end(), is)) return false;
  if (!std::all_of(compound.inside.begin(), compound.inside.end(), [&node](const Compound& each) { return holds_inside(each, node); })) return false;
  if (compound.place == 0 && compound.before.empty()) return true;
  if (parent == nullptr) return false;
  int count = 0, here = 0;
  for (const html::Node& each : parent->children)
    if (each.kind == html::NodeKind::element && (!compound.of_tag || each.name == node.name) && ++count > 0 && &each == &node) here = count;
  if (compound.place != 0 && !(compound.place > 0 ? here == compound.place : here == count)) return false;
  return std::all_of(compound.before.begin(), compound.before.end(), [&](const Compound& each) { return holds_before(each, node, *parent); });
}

bool Sheet::holds_before(const Compound& compound, const html::Node& node, const html::Node& parent) {
  bool holds_so_far = false;
  for (const html::Node& each : parent.children) {
    if (&each == &node) return holds_so_far;
    if (each.kind != html::NodeKind::element) continue;
    const bool here = holds(compound, each, &parent);
    holds_so_far = compound.next ? here : holds_so_far || here;
  }
  return false;
}

bool Sheet::holds_inside(const Compound& compound, const html::Node& node) {
  std::vector<const html::Node*> open{&node};
  while (!open.empty()) {
    const html::Node* next = open.back();
    open.pop_back();
    for (const html::Node& child : next->children) {
      if (child.kind == html::NodeKind::element && holds(compound, child, next)) return true;
      open.push_back(&child);
    }
  }
  return false;
}

bool Sheet::applies(const Rule& rule, const std::vector<const html::Node*>& row) {
  const auto above = [&row](std::size_t at) { return at == 0 ? nullptr : row[at - 1]; };
  if (row.empty() || !holds(rule.row.back(), *row.back(), above(row.size() - 1))) return false;
  std::size_t wanted = rule.row.size() - 1;
  for (std::size_t at = row.size() - 1; at-- > 0 && wanted > 0;)
    if (holds(rule.row[wanted - 1], *row[at], above(at))) --wanted;
  return wanted == 0;
}

bool Sheet::shown_on_some(const std::vector<const html::Node*>& row) const {
  return std::any_of(on_some_.begin(), on_some_.end(), [&row](const Rule& rule) {
    const auto shown = rule.declared.find("display"), seen = rule.declared.find("visibility");
    const bool shows = (shown != rule.declared.end() && shown->second != "none") || (seen != rule.declared.end() && seen->second == "visible");
    return shows && applies(rule, row);
  });
}

Declarations Sheet::of(const std::vector<const html::Node*>& row) const { return declared_by(rules_, row, named_); }

Declarations Sheet::beside(const std::vector<const html::Node*>& row) const { return beside_.empty() ? Declarations{} : declared_by(beside_, row, named_); }

Declarations Sheet::declared_by(const std::vector<Rule>& rules, const std::vector<const html::Node*>& row, const Declarations& named) {
  Declarations all;
  for (const Rule& rule : rules) {
    if (!applies(rule, row)) continue;
    for (const auto& [name, value] : rule.declared) all[name] = value;
  }
  for (const Rule& rule : rules)
    if (!rule.important.empty() && applies(rule, row))
      for (const auto& [name, value] : rule.important) all[name] = value;
  Declarations own_names;  // those that the element gives itself
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

namespace {

/// "in srgb, white 80%, black" as a colour.
std::optional<Colour> mixed_colour(std::string_view mix, double& opaque) {
  const std::vector<std::string> parts = split_outside(mix, ',');
  if (parts.size() != 3) return std::nullopt;
  double shares[2] = {-1, -1}, clear[2] = {1, 1};
  std::optional<Colour> colours[2];
  for (std::size_t i = 0; i < 2; ++i) {
    std::string_view one = trim(parts[i + 1]);
    if (const std::size_t blank = one.rfind(' '); one.ends_with('%') && blank != std::string_view::npos) {
      shares[i] = std::clamp(std::strtod(std::string(one.substr(blank + 1)).c_str(), nullptr) / 100, 0.0, 1.0);
      one = trim(one.substr(0, blank));
    }
    if (one.starts_with("color-mix(")) return std::nullopt;
    colours[i] = read_css_colour(one, clear[i]);
    if (!colours[i]) return std::nullopt;
  }
  const double first = shares[0] >= 0 ? shares[0] : shares[1] >= 0 ? 1 - shares[1] : 0.5;
  const auto part = [first](int a, int b) { return static_cast<int>(std::lround(first * a + (1 - first) * b)); };
  opaque = first * clear[0] + (1 - first) * clear[1];
  return Colour{part(colours[0]->red, colours[1]->red), part(colours[0]->green, colours[1]->green), part(colours[0]->blue, colours[1]->blue)};
}

}  // namespace

std::optional<Colour> read_css_colour(std::string_view text, double& opaque) {
  opaque = 1;
  const std::string plain = ascii_lower(trim(text));
  if (plain == "transparent") {
    opaque = 0;
    return Colour{};
  }
  for (const CssColour& each : names)
    if (each.name == plain) return each.value;
  if (plain.starts_with('#')) {
    std::string full = plain;
    if (plain.size() == 4 || plain.size() == 5) {
      full = "#";
      for (std::size_t i = 1; i < plain.size(); ++i) full += {plain[i], plain[i]};
    }
    if (full.size() == 9) opaque = static_cast<double>(std::strtol(full.substr(7).c_str(), nullptr, 16)) / 255;
    return read_colour(full.substr(0, 7));
  }
  if (plain.starts_with("hsl")) return hue_colour(plain, opaque);
  if (plain.starts_with("color-mix(") && plain.size() > 11) return mixed_colour(plain.substr(10, plain.size() - 11), opaque);
  for (const char* space : {"oklch(", "oklab(", "lch(", "lab("})
    if (plain.starts_with(space)) return grey_of_lightness(plain, plain[0] == 'o' ? 1 : 100, opaque);
  if (!plain.starts_with("rgb")) return std::nullopt;
  const std::vector<double> parts = numbers_in(plain);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  const auto part = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0))); };
  return Colour{part(parts[0]), part(parts[1]), part(parts[2])};
}

std::optional<double> pixels(std::string_view text, double em) {
  const std::string plain(trim(text.substr(0, 64)));
  // Lengths that are worked out: of the plain ones only, "calc(0px)", "min(0px, 1em)".
  for (const char* call : {"calc(", "min(", "max("})
    if (plain.starts_with(call) && plain.ends_with(')') && plain.find('(', 5) == std::string::npos) {
      const std::size_t open = plain.find('(');
      std::optional<double> found;
      for (const std::string& part : split_outside(std::string_view(plain).substr(open + 1, plain.size() - open - 2), ',')) {
        const std::optional<double> length = pixels(part, em);
        if (!length) return std::nullopt;
        found = !found ? *length : plain[1] == 'i' ? std::min(*found, *length) : std::max(*found, *length);
      }
      return found;
    }
  char* end = nullptr;
  const double number = std::strtod(plain.c_str(), &end);
  if (end == plain.c_str() || !std::isfinite(number)) return std::nullopt;
  const std::string_view unit(end);
  if (unit == "em") return number * em;
  if (unit == "rem") return number * 16;
  if (unit == "%") return number * em / 100;
  if (unit == "pt") return number * 4 / 3;
  if (unit == "in") return number * 96;
  if (unit == "cm") return number * 37.8;
  if (unit == "mm") return number * 3.78;
  if (unit == "vw" || unit == "vh") return number * 10;
  if (unit.empty() || unit == "px") return number;
  return std::nullopt;
}

}  // namespace casewright::css
