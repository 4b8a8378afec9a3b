#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foreign/xml/html.h"

namespace casewright::css {

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

/// What a selector asks of the elements of a row, outermost first; nothing where one of them can never be.
std::vector<Compound> read_selector(std::string_view selector);
/// How exact a selector is, as the cascade counts it.
int weight_of(const std::vector<Compound>& selector);
/// True where the innermost of a row of elements, outermost first, is what the selector asks for.
bool selects(const std::vector<Compound>& selector, const std::vector<const html::Node*>& row);
/// True where it holds only while a reader points or opens.
bool is_by_reader(const std::vector<Compound>& selector);

}  // namespace casewright::css
