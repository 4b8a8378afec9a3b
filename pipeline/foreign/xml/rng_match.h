#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "foreign/xml/rng_pattern.h"

namespace casewright::xml {

/// Derivatives of patterns, after James Clark's "An algorithm for RELAX NG validation": what remains to be
/// seen once something was seen. Elements are matched by name alone; their content is judged on its own.
class Matcher {
 public:
  explicit Matcher(const Grammar& grammar) : grammar_(grammar) {}

  bool nullable(const PatternPointer& pattern) const;
  /// True where words alone can be the whole of the content.
  bool takes(const PatternPointer& pattern, std::string_view words) const;
  PatternPointer after_text(const PatternPointer& pattern) const;
  PatternPointer after_element(const PatternPointer& pattern, std::string_view name) const;
  PatternPointer after_attribute(const PatternPointer& pattern, std::string_view name, std::string_view value) const;
  /// As after_element, but whatever is asked for before that element may be missing.
  PatternPointer skipping_to(const PatternPointer& pattern, std::string_view name) const;
  /// Attributes that are still asked for count as given.
  PatternPointer without_attributes(const PatternPointer& pattern) const;

  /// The elements, attributes, values or data types that the pattern mentions, in order.
  std::vector<const Pattern*> mentioned(const PatternPointer& pattern, PatternKind kind) const;
  /// The elements or attributes that must come for the pattern to be fulfilled; for a choice where none is
  /// common to all, one entry that holds the alternatives.
  std::vector<std::vector<const Pattern*>> required(const PatternPointer& pattern, PatternKind kind) const;
  /// What stands inside every element of that name that the pattern mentions.
  PatternPointer content_of(const PatternPointer& pattern, std::string_view name) const;

 private:
  bool takes_token(const PatternPointer& pattern, std::string_view value) const;
  PatternPointer after_token(const PatternPointer& pattern, std::string_view token) const;
  const Grammar& grammar_;
};

/// True where the element or attribute may bear that name.
bool bears(const Pattern& pattern, std::string_view name);

}  // namespace casewright::xml
