#include "ingest/html/html_sight.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "ingest/html/css_hiding.h"
#include "ingest/html/css_motion.h"
#include "ingest/html/css_sheet.h"
#include "ingest/html/css_values.h"

namespace casewright {
namespace {

using css::Declarations;
using css::value_of;
using html::Node;
using html::NodeKind;

/// What an element hands down to those inside.
struct HtmlLook {
  Colour letters{0, 0, 0}, ground{255, 255, 255};
  bool letters_known = true, ground_known = true;
  bool ground_own = false;   ///< the page itself says what lies behind
  double size = 16;
  bool strong = false;
  double opacity = 1;          ///< of all elements around, multiplied
  bool letters_read = false;   ///< the colour of the letters, however much it lets through
  double letters_opaque = 1;   ///< of the colour of the letters alone
  bool without_room = false;   ///< the row or column of a grid that it stands in leaves none
  bool cut = false;            ///< what around it does not hold is cut off
  bool justified = false, capitals = false;
  Declarations names;        ///< custom properties, as far as elements set them
};

/// A colour as it shows where it lets the ground through.
Colour laid_over(const Colour& over, const Colour& ground, double opaque) {
  const auto mixed = [opaque](auto a, auto b) { return static_cast<decltype(a)>(opaque * static_cast<double>(a) + (1 - opaque) * static_cast<double>(b)); };
  return {mixed(over.red, ground.red), mixed(over.green, ground.green), mixed(over.blue, ground.blue)};
}

/// Classes that pages use for words to be read aloud and not to be seen.
bool is_read_aloud(const Node& node) {
  const std::string classes = ascii_lower(fold_space(node.attribute("class")));
  for (const char* word : {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "screenreader", "skip-link", "skiplink", "skip-to", "skipnav", "skip-nav", "assistive", "element-invisible", "offscreen", "off-screen", "a11y-hidden", "hidden-accessible", "hide-visually", "govuk-visually-hidden", "audible", "vh", "aural"})
    for (const std::string_view each : split(classes, ' '))
      if (each == word || (std::string_view(word).size() > 5 && each.find(word) != std::string_view::npos)) return true;
  const bool skip = node.name == "a" && node.attribute("href").starts_with('#') && ascii_lower(node.content()).find("skip") != std::string::npos;
  return skip || ascii_lower(node.attribute("id")).find("skip") != std::string::npos;
}

/// A few words put away as the guides to accessible pages advise: cut to a single dot, beside words that are seen.
bool is_meant_for_readers(const Node& node, const Declarations& declared) {
  constexpr std::ptrdiff_t most_words = 12;
  const bool dot = css::is_nothing(value_of(declared, "width")) && css::is_nothing(value_of(declared, "height")) && value_of(declared, "width") != "0" && value_of(declared, "height") != "0";
  bool put_away = false;
  if (value_of(declared, "position") != "absolute" || value_of(declared, "overflow") != "hidden" || !dot || !css::hides(declared, put_away) || !put_away) return false;
  const std::string words = fold_space(node.content());
  return std::count(words.begin(), words.end(), ' ') < most_words;
}

void take_colour(std::string_view text, Colour& into, bool& known) {
  if (text.empty() || text == "inherit" || text == "initial" || text == "unset" || text == "currentcolor") return;
  double opaque = 1;
  const auto colour = css::read_css_colour(text, opaque);
  known = colour.has_value() && opaque > 0.5;
  if (colour) into = *colour;
}

/// The colour or the picture of "background".
void take_ground(const Declarations& declared, HtmlLook& look) {
  for (const char* property : {"background", "background-color", "background-image"}) {
    const std::string_view value = value_of(declared, property);
    if (value.empty() || value == "none" || value == "inherit" || value == "initial" || value == "unset") continue;
    if (value.find("url(") != std::string_view::npos || value.find("gradient") != std::string_view::npos) {
      look.ground_known = false;
      continue;
    }
    double opaque = 1;
    const bool call = value.find('(') != std::string_view::npos;
    const auto colour = css::read_css_colour(call ? value.substr(0, value.find(')') + 1) : value.substr(0, value.find(' ')), opaque);
    if (colour && opaque < 0.05) continue;
    look.ground_known = colour && opaque > 0.5;
    look.ground_own = true;
    if (colour) look.ground = *colour;
  }
}

class HtmlSightReader {
 public:
  HtmlSightReader(const Node& root, const StyleSheets& beside) : root_(root) {
    std::vector<const Node*> open{&root};
    while (!open.empty()) {
      const Node* next = open.back();
      open.pop_back();
      if (next->name == "style") add(next->content());
      if (links_style_sheet(*next)) {
        if (const auto sheet = beside.find(next->attribute("href")); sheet != beside.end()) add(sheet->second);
        else outside_ = true;
      }
      for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
    }
  }

  HtmlSight run() {
    element(root_, HtmlLook{});
    if (css::hides_focus(sheets_)) barriers_["focus-hidden"] = 1;
    return {std::move(found_), std::move(faint_), std::move(barriers_)};
  }

 private:
  void add(const std::string& sheet) {
    sheet_.add(sheet);
    sheets_ += sheet + "\n";
  }

  /// It recurs once per level of the page, which the parser bounds at 250.
  void element(const Node& node, HtmlLook look) {
    row_.push_back(&node);
    Declarations declared = sheet_.empty() ? Declarations{} : sheet_.of(row_, look.names);
    if (const std::string_view own = node.attribute("style"); !own.empty())
      for (auto& [name, value] : css::read_declarations(own)) declared[name] = value;
    for (const auto& [name, value] : declared)
      if (name.starts_with("--") && node.name != "html" && node.name != "body") look.names[name] = value;
    take_drawn(node, declared);
    if (!is_hidden(node, declared, look)) {
      const Colour around = look.letters;
      take_look(node, declared, look);
      if (is_link_by_colour_alone(node, declared, look, around)) ++barriers_["link-colour-alone"];
      if (is_covered(node, declared)) found_[&node] = {"text-under-shape", false};
      else if (look.opacity <= css::least_opacity && has_words(node)) found_[&node] = {"hidden-text", is_read_aloud(node)};
      if (found_.contains(&node)) {
      } else if (const std::string_view risk = unreadable(node, declared, look); !risk.empty()) {
        found_[&node] = {risk, is_read_aloud(node)};
      } else {
        if (has_words(node) && stands_out_little(node, declared, look)) faint_.insert(&node);
        note_setting(node, declared, look);
        hide_unslotted(node);
        const std::size_t without_room = sheet_.shown_on_some(row_) ? 0 : css::children_without_room(declared);
        std::size_t nth = 0;
        for (const Node& child : node.children) {
          if (child.kind != NodeKind::element) continue;
          look.without_room = nth++ < without_room;
          if (!found_.contains(&child)) element(child, look);
        }
      }
    }
    row_.pop_back();
  }

  /// Notes how what is shown moves, in what order it stands and how its words are set, where that keeps people from reading it.
  void note_setting(const Node& node, const Declarations& declared, const HtmlLook& look) {
    constexpr std::size_t few_words = 4, many_words = 12;
    constexpr double small = 10;  // pixels, seven and a half points
    if (const css::Motion motion = css::motion_of(declared); motion.flashes) ++barriers_["flashing"];
    else if (motion.goes_on && !css::heeds_reduced_motion(sheets_)) ++barriers_["moving-words"];
    for (const char* property : {"flex-direction", "flex-flow"})
      if (value_of(declared, property).find("reverse") != std::string_view::npos && children_with_words(node) > 1) ++barriers_["order-by-style"];
    if (node.name == "body") body_size_ = look.size;
    if (is_heading_by_style(node, look)) ++barriers_["heading-by-style"];
    if (!has_words(node) || among({"style", "script", "title", "sup", "sub", "option"}, node.name)) return;
    if (!look.justified && !look.capitals && look.size >= small) return;
    std::size_t words = 0;  // its own, not those of elements within
    for (const Node& child : node.children)
      if (child.kind == NodeKind::text) words += count_words_between_spaces(fold_space(child.text));
    if (look.justified && words >= many_words) ++barriers_["justified"];
    if (look.capitals && words >= many_words) ++barriers_["capitals-by-style"];
    if (look.size < small && words >= few_words) ++barriers_["tiny-words"];
  }

  /// A link among the words of a paragraph that is told from them by its colour alone, and by little of that.
  bool is_link_by_colour_alone(const Node& node, const Declarations& declared, const HtmlLook& look, const Colour& around) {
    constexpr double enough = 3;  // Web Content Accessibility Guidelines 2.2, technique G183
    if (node.name != "a" || !node.has_attribute("href") || row_.size() < 2 || outside_ || !look.letters_known) return false;
    const std::string_view line = declared.contains("text-decoration-line") ? value_of(declared, "text-decoration-line") : value_of(declared, "text-decoration");
    const bool bare = line == "none" && value_of(declared, "border-bottom").empty() && value_of(declared, "background").empty() && value_of(declared, "background-color").empty() && value_of(declared, "font-weight").empty();
    if (!bare || contrast(look.letters, around) >= enough) return false;
    const Node& parent = *row_[row_.size() - 2];
    if (parent.name != "p" && parent.name != "li" && parent.name != "td") return false;
    return words_of(parent) > 2 * count_words_between_spaces(fold_space(node.content())) + 4;
  }

  /// How many words an element holds, counted once for all the links in it.
  std::size_t words_of(const Node& node) {
    if (counted_ != &node) {
      counted_ = &node;
      counted_words_ = count_words_between_spaces(fold_space(node.content()));
    }
    return counted_words_;
  }

  /// A short line, large and strong by the style sheet alone, right over a paragraph or a list.
  bool is_heading_by_style(const Node& node, const HtmlLook& look) const {
    constexpr double larger = 1.15;
    constexpr std::size_t longest = 12;
    if ((node.name != "div" && node.name != "p") || node.attribute("role") == "heading" || !has_words(node) || !look.strong || look.size < larger * body_size_ || row_.size() < 2) return false;
    for (const Node* around : row_)
      if (among({"header", "footer", "nav", "aside", "a", "li", "td", "th", "caption", "figure", "blockquote", "button", "details", "form"}, around->name)) return false;
    const std::string words = fold_space(node.content());
    if (words.find_last_of(".,;:!") == words.size() - 1 || count_words_between_spaces(words) > longest) return false;
    const std::vector<Node>& beside = row_[row_.size() - 2]->children;
    bool headed = false, here = false;
    for (const Node& each : beside) {
      if (each.kind != NodeKind::element) continue;
      if (here) return headed && (among({"p", "ul", "ol", "table"}, each.name)) && count_words_between_spaces(fold_space(each.content())) > 4;
      headed |= among({"h1", "h2", "h3", "h4"}, each.name);
      here = &each == &node;
    }
    return false;
  }

  static std::size_t children_with_words(const Node& node) {
    return static_cast<std::size_t>(std::count_if(node.children.begin(), node.children.end(), [](const Node& child) { return child.kind == NodeKind::element && !trim(child.content()).empty(); }));
  }

  /// An element with a shadow shows that, and of its own words only those for which the shadow has a slot.
  void hide_unslotted(const Node& node) {
    const auto shadow = std::find_if(node.children.begin(), node.children.end(), [](const Node& child) { return child.name == "template" && child.has_attribute("shadowrootmode"); });
    if (shadow == node.children.end()) return;
    std::vector<const Node*> open{&*shadow};
    while (!open.empty()) {
      const Node* next = open.back();
      open.pop_back();
      if (next->name == "slot") return;
      for (const Node& child : next->children) open.push_back(&child);
    }
    for (const Node& child : node.children)
      if (&child != &*shadow && !trim(child.kind == NodeKind::text ? child.text : child.content()).empty()) found_[&child] = {"hidden-text", false};
  }

  /// What the attributes of a drawing say of its words.
  static void take_drawn(const Node& node, Declarations& declared) {
    static constexpr std::string_view drawn[] = {"text", "tspan", "textpath", "g", "svg"};
    if (std::find(std::begin(drawn), std::end(drawn), node.name) == std::end(drawn)) return;
    for (const char* name : {"display", "visibility", "opacity", "font-size"})
      if (node.has_attribute(name)) declared.try_emplace(name, ascii_lower(node.attribute(name)));
    const std::string fill = ascii_lower(declared.contains("fill") ? declared["fill"] : node.attribute("fill"));
    const std::string stroke = ascii_lower(declared.contains("stroke") ? declared["stroke"] : node.attribute("stroke"));
    if (fill == "none" && stroke.empty() && node.name != "svg" && node.name != "g") declared["color"] = "transparent";
  }

  Declarations declared_inside(const Node& child) {
    row_.push_back(&child);
    Declarations all = sheet_.empty() ? Declarations{} : sheet_.of(row_);
    row_.pop_back();
    for (auto& [name, value] : css::read_declarations(child.attribute("style"))) all[name] = value;
    return all;
  }

  /// Something drawn over the whole element: by its style sheet, or an empty box behind its words. Words that have a place of
  /// their own may stand before it.
  bool is_covered(const Node& node, const Declarations& declared) {
    const std::string_view position = value_of(declared, "position");
    if (position.empty() || position == "static" || trim(node.content()).empty()) return false;
    const Declarations beside = sheet_.beside(row_);
    bool covered = beside.contains("content") && value_of(beside, "content") != "none" && css::covers_all(beside);
    bool words = false;
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::text) words |= !trim(child.text).empty();
      if (child.kind != NodeKind::element) continue;
      const Declarations inside = declared_inside(child);
      const std::string_view own = value_of(inside, "position");
      const bool placed = !own.empty() && own != "static";
      if (trim(child.content()).empty()) covered |= words && placed && css::covers_all(inside);
      else if (placed) return false;
      else words = true;
    }
    return covered;
  }

  /// In a row of no height, an element that cuts what it does not hold, or need not be as tall as its words, shows nothing.
  static bool has_no_room(const Declarations& declared, const HtmlLook& around) {
    const std::string_view least = value_of(declared, "min-height");
    return around.without_room && (css::cuts_off(declared) || (around.cut && !least.empty() && css::is_nothing(least)));
  }

  bool is_hidden(const Node& node, const Declarations& declared, const HtmlLook& around) {
    const std::string_view shown = value_of(declared, "display");
    bool put_away = false;
    const bool by_attribute = node.has_attribute("hidden") && (shown.empty() || shown == "none");
    const bool closed = (node.name == "dialog" && !node.has_attribute("open")) || (node.has_attribute("popover") && (shown.empty() || shown == "none"));
    if (by_attribute || closed || has_no_room(declared, around) || (css::hides(declared, put_away) && (put_away || !sheet_.shown_on_some(row_)))) {
      found_[&node] = {"hidden-text", is_read_aloud(node) || is_meant_for_readers(node, declared) || sheet_.shown_on_paper(row_)};
      return true;
    }
    if (node.attribute("aria-hidden") == "true") {
      found_[&node] = {"", true};
      return true;
    }
    return false;
  }

  static void take_look(const Node& node, const Declarations& declared, HtmlLook& look) {
    const std::string_view position = value_of(declared, "position");
    if (position == "absolute" || position == "fixed" || position == "sticky") look.ground_known = false;
    for (const char* name : {"bgcolor", "background"})
      if (node.has_attribute(name)) take_ground({{name == std::string("bgcolor") ? "background-color" : "background-image", name == std::string("bgcolor") ? std::string(node.attribute(name)) : "url(x)"}}, look);
    if (node.name == "font" || node.name == "body") take_colour(node.attribute(node.name == "font" ? "color" : "text"), look.letters, look.letters_known);
    take_ground(declared, look);
    if (node.name == "mark" && value_of(declared, "background").empty() && value_of(declared, "background-color").empty()) look.ground = {255, 255, 0};
    if (node.name == "a" && node.has_attribute("href")) look.letters = {0, 0, 238}, look.letters_known = true;
    take_colour(value_of(declared, "color"), look.letters, look.letters_known);
    take_opacity(declared, look);
    look.cut = css::cuts_off(declared);
    if (const std::string_view fill = value_of(declared, "-webkit-text-fill-color"); !fill.empty()) take_colour(fill, look.letters, look.letters_known);
    take_size(node, declared, look);
    if (const std::string_view set = value_of(declared, "text-align"); !set.empty() && set != "inherit") look.justified = set == "justify";
    else if (node.has_attribute("align")) look.justified = ascii_lower(node.attribute("align")) == "justify";
    if (const std::string_view cased = value_of(declared, "text-transform"); !cased.empty() && cased != "inherit") look.capitals = cased == "uppercase";
  }

  /// How much of the ground shows through the letters.
  static void take_opacity(const Declarations& declared, HtmlLook& look) {
    if (const std::string_view value = value_of(declared, "opacity"); !value.empty())
      if (const auto share = css::pixels(value.ends_with('%') ? value.substr(0, value.size() - 1) : value, 1))
        look.opacity *= std::clamp(*share / (value.ends_with('%') ? 100 : 1), 0.0, 1.0);
    double opaque = 1;
    const std::string_view colour = value_of(declared, "color");
    if (!colour.empty() && css::read_css_colour(colour, opaque)) {
      look.letters_opaque = opaque;
      look.letters_read = true;
    }
  }

  /// Sizes and weight as browsers give them to headings, unless the page says otherwise.
  static void take_size(const Node& node, const Declarations& declared, HtmlLook& look) {
    constexpr double sizes[] = {2, 1.5, 1.17, 1, 0.83, 0.67};
    const bool heading = node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
    if (const auto size = css::pixels(value_of(declared, "font-size"), look.size)) look.size = *size;
    else if (heading) look.size *= sizes[node.name[1] - '1'];
    const std::string_view weight = value_of(declared, "font-weight");
    if (heading || node.name == "b" || node.name == "strong" || node.name == "th") look.strong = true;
    if (!weight.empty() && weight != "inherit") look.strong = weight == "bold" || weight == "bolder" || (weight.size() == 3 && weight[0] >= '7');
  }

  static bool has_words(const Node& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const Node& child) { return child.kind == NodeKind::text && !trim(child.text).empty(); });
  }

  static bool is_cut_out(const Declarations& declared) {
    return value_of(declared, "background-clip") == "text" || value_of(declared, "-webkit-background-clip") == "text" || declared.contains("text-shadow") || declared.contains("-webkit-text-stroke");
  }

  /// Style sheets outside the page may change any colour, so nothing is told of pages that have some.
  bool stands_out_little(const Node& node, const Declarations& declared, const HtmlLook& look) const {
    if (outside_ || !(look.letters_known || look.letters_read) || !look.ground_known || is_cut_out(declared) || node.name == "option") return false;
    constexpr double points_of_pixel = 0.75;
    return is_faint(laid_over(look.letters, look.ground, look.opacity * look.letters_opaque), look.ground, look.size * points_of_pixel, look.strong);
  }

  std::string_view unreadable(const Node& node, const Declarations& declared, const HtmlLook& look) const {
    if (!has_words(node) || node.name == "style" || node.name == "script" || node.name == "title") return {};
    constexpr double smallest = 2, least_contrast = 1.25, dark_from = 1.6;
    if (look.size <= smallest) return "tiny-text";
    double opaque = 1;
    const std::string_view fill = value_of(declared, "-webkit-text-fill-color");
    const std::string_view colour = fill.empty() || fill == "currentcolor" ? value_of(declared, "color") : fill;
    // Letters without a colour of their own show what lies behind, which may be a picture cut to their shape.
    const bool cut_out = is_cut_out(declared);
    if (!colour.empty() && css::read_css_colour(colour, opaque) && opaque < 0.05) return cut_out ? "" : "text-same-colour";
    if (!look.letters_known || !look.ground_known || cut_out || (outside_ && !look.ground_own)) return {};
    if (contrast(look.letters, look.ground) >= least_contrast) return {};
    return look.ground_own && contrast(look.ground, Colour{0, 0, 0}) < dark_from ? "black-highlight" : "text-same-colour";
  }

  const Node& root_;
  css::Sheet sheet_;
  double body_size_ = 16;
  const Node* counted_ = nullptr;
  std::size_t counted_words_ = 0;
  std::string sheets_;  ///< the words of all of them
  std::map<std::string, std::uint32_t, std::less<>> barriers_;
  bool outside_ = false;
  std::vector<const Node*> row_;
  std::unordered_map<const Node*, HtmlHiding> found_;
  std::unordered_set<const Node*> faint_;
};

}  // namespace

bool links_style_sheet(const Node& node) {
  if (node.name != "link") return false;
  const std::string relation = ascii_lower(node.attribute("rel")), media = ascii_lower(node.attribute("media"));
  return relation.find("stylesheet") != std::string::npos && relation.find("alternate") == std::string::npos && media != "print";
}

HtmlSight look_over(const Node& root, const StyleSheets& beside) { return HtmlSightReader(root, beside).run(); }

}  // namespace casewright
