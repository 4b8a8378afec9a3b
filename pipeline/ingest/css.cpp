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

Declarations read_declarations(std::string_view text) {
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
    all[ascii_lower(trim(one.substr(0, colon)))] = std::move(value);
  }
  return all;
}

Sheet::Compound Sheet::read_compound(std::string_view text) {
  Compound compound;
  char kind = 't';
  std::string name;
  const auto close = [&] {
    if (kind == '.' && !name.empty()) compound.classes.push_back(name);
    else if (kind == '#') compound.id = name;
    else if (kind == 't' && name != "*") compound.tag = ascii_lower(name);
    else if (kind == ':' && name != ":before" && name != "root") compound.never = true;
    if (kind == ':' && name == "root") compound.tag = "html";
    name.clear();
  };
  for (const char c : text) {
    if (c == '[' || c == '(') compound.never = true;
    if (c == '.' || c == '#' || (c == ':' && kind != ':')) {
      close();
      kind = c;
    } else {
      name += c;
    }
  }
  close();
  return compound;
}

void Sheet::add_rule(std::string_view selectors, std::string_view body, std::vector<Rule>& into) {
  const Declarations declared = read_declarations(body);
  for (const std::string_view each : split(selectors, ',')) {
    std::string spaced(each);
    if (spaced.find_first_of("+~") != std::string::npos || into.size() >= most_css_rules) continue;
    std::replace(spaced.begin(), spaced.end(), '>', ' ');
    Rule rule;
    rule.declared = declared;
    const std::string folded = fold_space(spaced);
    bool never = folded.empty();
    for (const std::string_view part : split(folded, ' ')) {
      Compound compound = read_compound(part);
      never |= compound.never;
      rule.weight += (compound.id.empty() ? 0 : 10'000) + 100 * static_cast<int>(compound.classes.size()) + (compound.tag.empty() ? 0 : 1);
      rule.row.push_back(std::move(compound));
    }
    if (never) continue;
    const std::string& last = rule.row.back().tag;
    if (last == "html" || last == "body")
      for (const auto& [name, value] : declared)
        if (name.starts_with("--")) named_[name] = value;
    into.push_back(std::move(rule));
  }
}

void Sheet::add(std::string_view text) {
  const std::string plain = without_comments(text);
  struct Open {
    std::string head;
    std::size_t begin;
  };
  std::vector<Open> open;
  std::size_t from = 0;
  int left_out = 0, on_some = 0;
  const auto is_left_out = [](std::string_view head) {
    if (!head.starts_with('@')) return false;
    const bool everywhere = head.starts_with("@layer") || head.starts_with("@supports") || head == "@media screen" || head == "@media all" || head == "@media screen, print";
    return !everywhere;
  };
  const auto is_of_screens = [&is_left_out](std::string_view head) { return is_left_out(head) && head.starts_with("@media") && head.find("print") == std::string_view::npos; };
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (plain[at] == '{') {
      std::string head = fold_space(std::string_view(plain).substr(from, at - from));
      if (const std::size_t semicolon = head.rfind(';'); semicolon != std::string::npos) head = fold_space(head.substr(semicolon + 1));
      left_out += is_left_out(head);
      on_some += is_of_screens(head);
      open.push_back({std::move(head), at + 1});
      from = at + 1;
    } else if (plain[at] == '}' && !open.empty()) {
      const Open closed = open.back();
      open.pop_back();
      const std::string_view body = std::string_view(plain).substr(closed.begin, at - closed.begin);
      if (!closed.head.starts_with('@') && left_out == on_some) add_rule(closed.head, body, on_some == 0 ? rules_ : on_some_);
      left_out -= is_left_out(closed.head);
      on_some -= is_of_screens(closed.head);
      from = at + 1;
    }
  }
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.weight < b.weight; });
}

bool Sheet::holds(const Compound& compound, const html::Node& node) {
  if (!compound.tag.empty() && compound.tag != node.name) return false;
  if (!compound.id.empty() && compound.id != node.attribute("id")) return false;
  if (compound.classes.empty()) return true;
  const std::string has = " " + fold_space(node.attribute("class")) + " ";
  return std::all_of(compound.classes.begin(), compound.classes.end(), [&has](const std::string& each) { return has.find(" " + each + " ") != std::string::npos; });
}

bool Sheet::applies(const Rule& rule, const std::vector<const html::Node*>& row) {
  if (row.empty() || !holds(rule.row.back(), *row.back())) return false;
  std::size_t wanted = rule.row.size() - 1;
  for (std::size_t above = row.size() - 1; above-- > 0 && wanted > 0;)
    if (holds(rule.row[wanted - 1], *row[above])) --wanted;
  return wanted == 0;
}

bool Sheet::shown_on_some(const std::vector<const html::Node*>& row) const {
  return std::any_of(on_some_.begin(), on_some_.end(), [&row](const Rule& rule) {
    const auto shown = rule.declared.find("display"), seen = rule.declared.find("visibility");
    const bool shows = (shown != rule.declared.end() && shown->second != "none") || (seen != rule.declared.end() && seen->second == "visible");
    return shows && applies(rule, row);
  });
}

Declarations Sheet::of(const std::vector<const html::Node*>& row) const {
  Declarations all;
  for (const Rule& rule : rules_) {
    if (!applies(rule, row)) continue;
    for (const auto& [name, value] : rule.declared) all[name] = value;
  }
  for (auto& [name, value] : all)
    for (int depth = 0; depth < 8; ++depth) {
      const std::size_t at = value.find("var(");
      const std::size_t end = at == std::string::npos ? at : value.find(')', at);
      if (end == std::string::npos) break;
      const auto known = named_.find(trim(value.substr(at + 4, std::min(value.find(',', at), end) - at - 4)));
      value = value.substr(0, at) + (known == named_.end() ? "" : known->second) + value.substr(end + 1);
    }
  return all;
}

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
  if (!plain.starts_with("rgb")) return std::nullopt;
  const std::vector<double> parts = numbers_in(plain);
  if (parts.size() < 3) return std::nullopt;
  if (parts.size() > 3) opaque = parts[3];
  const auto part = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0))); };
  return Colour{part(parts[0]), part(parts[1]), part(parts[2])};
}

std::optional<double> pixels(std::string_view text, double em) {
  const std::string plain(trim(text.substr(0, 32)));
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
