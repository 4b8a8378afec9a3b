#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "foreign/html.h"

namespace casewright::css {

/// Declarations by property, in small letters, "!important" left out.
using Declarations = std::map<std::string, std::string, std::less<>>;

/// The style sheet without its comments.
std::string without_comments(std::string_view text);

/// The declarations of a style attribute or of a rule.
Declarations read_declarations(std::string_view text);

/// The rules of a page's own style sheets that hold on a screen.
class Sheet {
 public:
  /// Adds a style sheet; what holds only in print is left out, what holds only on some screens is kept apart.
  void add(std::string_view text);
  bool empty() const { return rules_.empty(); }
  /// What the rules declare for the innermost of a row of elements, outermost first; the more exact rule wins, else the later.
  Declarations of(const std::vector<const html::Node*>& row) const;
  /// The same of what a style sheet puts before or after that element.
  Declarations beside(const std::vector<const html::Node*>& row) const;
  /// True where some screens, wide or narrow ones, show what the rules for all of them hide.
  bool shown_on_some(const std::vector<const html::Node*>& row) const;

 private:
  /// "[href^=file]": what an attribute must say, compared as `how` does ('=' whole, '~' a word, '^' '$' '*' a part, '|' a language, ' ' anything).
  struct Condition {
    std::string name, value;
    char how = ' ';
  };
  /// "p.note#top": all of it must hold of one element.
  struct Compound {
    std::string tag, id;
    std::vector<std::string> classes;
    std::vector<Condition> attributes;
    std::vector<std::vector<Compound>> any_of;  ///< ":is(a, b)": one of each
    std::vector<Compound> none_of;              ///< ":not(a, b)"
    std::vector<Compound> before;               ///< "a + b", "a ~ b": which siblings must stand before it
    std::vector<Compound> inside;               ///< ":has(a)": what it must hold
    int place = 0;        ///< of the element among its parent's: 1 the first, -1 the last, 0 any
    bool of_tag = false;  ///< `place` counts those of the same name only
    bool next = false;    ///< as a sibling before another: it must be the one next to it
    bool by_reader = false;  ///< holds when a reader points or opens (":hover", ":checked")
    bool pseudo = false;  ///< of what a style sheet puts before or after the element
    bool never = false;   ///< asks for what cannot be told here (":hover")
  };
  struct Rule {
    std::vector<Compound> row;
    int weight = 0;
    Declarations declared, important;
  };
  static Compound read_compound(std::string_view text, int depth = 0);
  static void read_pseudo_class(std::string_view name, std::string_view inside, Compound& into, int depth);
  static bool holds(const Compound& compound, const html::Node& node, const html::Node* parent);
  static Compound read_siblings(std::string_view text);
  static bool holds_before(const Compound& compound, const html::Node& node, const html::Node& parent);
  static bool holds_inside(const Compound& compound, const html::Node& node);
  static int weight_of(const Compound& compound);
  void add_rule(std::string_view selectors, std::string_view body, std::vector<Rule>& into);
  static bool applies(const Rule& rule, const std::vector<const html::Node*>& row);
  static Declarations declared_by(const std::vector<Rule>& rules, const std::vector<const html::Node*>& row, const Declarations& named);
  std::vector<Rule> rules_, on_some_, beside_;
  Declarations named_;   ///< custom properties of the whole page
};

/// Cuts at commas, or at that sign, that stand in no brackets.
std::vector<std::string> split_outside(std::string_view text, char sign);
/// A colour; nothing for what is no plain colour. `opaque` is 0 to 1.
std::optional<Colour> read_css_colour(std::string_view text, double& opaque);
/// A length in pixels, where `em` is the size of the letters; nothing for what is no length.
std::optional<double> pixels(std::string_view text, double em);

}  // namespace casewright::css
