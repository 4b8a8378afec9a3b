#pragma once

#include <string_view>
#include <vector>

#include "foreign/xml/html.h"
#include "ingest/html/css_selectors.h"
#include "ingest/html/css_text.h"

namespace casewright::css {

/// The rules of a page's own style sheets that hold on a screen.
class Sheet {
 public:
  /// Adds a style sheet; what holds only on some screens, or only on paper, is kept apart.
  void add(std::string_view text);
  bool empty() const { return rules_.empty(); }
  /// What the rules declare for the innermost of a row of elements, outermost first; the more exact rule wins, else the later.
  /// `handed_down` are the custom properties that elements around it have given.
  Declarations of(const std::vector<const html::Node*>& row, const Declarations& handed_down = {}) const;
  /// The same of what a style sheet puts before or after that element.
  Declarations beside(const std::vector<const html::Node*>& row) const;
  /// True where some screens, wide or narrow ones, show what the rules for all of them hide.
  bool shown_on_some(const std::vector<const html::Node*>& row) const { return shown_by(on_some_, row); }
  /// True where paper shows it.
  bool shown_on_paper(const std::vector<const html::Node*>& row) const { return shown_by(on_paper_, row); }

 private:
  struct Rule {
    std::vector<Compound> selector;
    int weight = 0;
    Declarations declared, important;
  };
  void add_rule(std::string_view selectors, std::string_view body, std::vector<Rule>& into);
  static Declarations declared_by(const std::vector<Rule>& rules, const std::vector<const html::Node*>& row, const Declarations& named, const Declarations& handed_down);
  static bool shown_by(const std::vector<Rule>& rules, const std::vector<const html::Node*>& row);
  std::vector<Rule> rules_, on_some_, on_paper_, beside_;
  Declarations named_;   ///< custom properties of the whole page
};

}  // namespace casewright::css
