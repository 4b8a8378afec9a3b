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
  /// True where some screens, wide or narrow ones, show what the rules for all of them hide.
  bool shown_on_some(const std::vector<const html::Node*>& row) const;

 private:
  /// "p.note#top": all of it must hold of one element.
  struct Compound {
    std::string tag, id;
    std::vector<std::string> classes;
    bool never = false;   ///< asks for what cannot be told here (":hover", "[href]")
  };
  struct Rule {
    std::vector<Compound> row;
    int weight = 0;
    Declarations declared;
  };
  static Compound read_compound(std::string_view text);
  static bool holds(const Compound& compound, const html::Node& node);
  void add_rule(std::string_view selectors, std::string_view body, std::vector<Rule>& into);
  static bool applies(const Rule& rule, const std::vector<const html::Node*>& row);
  std::vector<Rule> rules_, on_some_;
  Declarations named_;   ///< custom properties of the whole page
};

/// A colour; nothing for what is no plain colour. `opaque` is 0 to 1.
std::optional<Colour> read_css_colour(std::string_view text, double& opaque);
/// A length in pixels, where `em` is the size of the letters; nothing for what is no length.
std::optional<double> pixels(std::string_view text, double em);

}  // namespace casewright::css
