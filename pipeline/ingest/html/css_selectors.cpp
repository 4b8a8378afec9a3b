#include "ingest/html/css_selectors.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "ingest/html/css_text.h"

namespace casewright::css {
namespace {

Compound read_compound(std::string_view text, int depth = 0);

void read_pseudo_class(std::string_view name, std::string_view inside, Compound& into, int depth) {
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

Compound read_compound(std::string_view text, int depth) {
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

Compound read_siblings(std::string_view text) {
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

int weight_of(const Compound& compound) {
  int weight = (compound.id.empty() ? 0 : 10'000) + 100 * static_cast<int>(compound.classes.size() + compound.attributes.size() + (compound.place != 0)) + (compound.tag.empty() ? 0 : 1);
  for (const auto& each : compound.any_of)
    if (!each.empty()) weight += weight_of(each.front());
  for (const auto* others : {&compound.none_of, &compound.before, &compound.inside})
    for (const Compound& each : *others) weight += weight_of(each);
  return weight;
}

/// The selector with single blanks, and none around the signs between siblings.
std::string with_tight_siblings(std::string_view selector) {
  std::string folded = fold_space(selector);
  for (const char* sign : {" + ", " +", "+ "}) folded = replace_every(folded, sign, "+");
  for (const char* sign : {" ~ ", " ~", "~ "}) folded = replace_every(folded, sign, "~");
  return folded;
}

bool holds_before(const Compound& compound, const html::Node& node, const html::Node& parent);
bool holds_inside(const Compound& compound, const html::Node& node);

bool holds(const Compound& compound, const html::Node& node, const html::Node* parent) {
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

bool holds_before(const Compound& compound, const html::Node& node, const html::Node& parent) {
  bool holds_so_far = false;
  for (const html::Node& each : parent.children) {
    if (&each == &node) return holds_so_far;
    if (each.kind != html::NodeKind::element) continue;
    const bool here = holds(compound, each, &parent);
    holds_so_far = compound.next ? here : holds_so_far || here;
  }
  return false;
}

bool holds_inside(const Compound& compound, const html::Node& node) {
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

}  // namespace

std::vector<Compound> read_selector(std::string_view selector) {
  std::vector<Compound> row;
  const std::string folded = with_tight_siblings(join_text(split_outside(selector, '>'), " "));
  if (folded.empty()) return {};
  for (const std::string& part : split_outside(folded, ' ')) {
    row.push_back(read_siblings(part));
    if (row.back().never) return {};
  }
  return row;
}

int weight_of(const std::vector<Compound>& selector) {
  int weight = 0;
  for (const Compound& each : selector) weight += weight_of(each);
  return weight;
}

bool is_by_reader(const std::vector<Compound>& selector) {
  const auto by_reader = [](const Compound& each) { return each.by_reader; };
  return std::any_of(selector.begin(), selector.end(), [&](const Compound& each) { return by_reader(each) || std::any_of(each.before.begin(), each.before.end(), by_reader); });
}

bool selects(const std::vector<Compound>& selector, const std::vector<const html::Node*>& row) {
  const auto above = [&row](std::size_t at) { return at == 0 ? nullptr : row[at - 1]; };
  if (row.empty() || !holds(selector.back(), *row.back(), above(row.size() - 1))) return false;
  std::size_t wanted = selector.size() - 1;
  for (std::size_t at = row.size() - 1; at-- > 0 && wanted > 0;)
    if (holds(selector[wanted - 1], *row[at], above(at))) --wanted;
  return wanted == 0;
}

}  // namespace casewright::css
