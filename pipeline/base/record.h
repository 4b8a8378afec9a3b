#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace casewright {

/// One element of an XML file as it stands there: name, attributes, text and children in order, and the line.
///
/// A Record keeps whatever a schema allows, so that a board may add a field to its own templates without a
/// change of code. Text between elements is a child with an empty name.
struct Record {
  std::string name;  ///< empty for a run of text
  std::string text;  ///< only where `name` is empty
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Record> children;
  Origin origin;

  bool is_text() const { return name.empty(); }
  /// The attribute's value, empty where there is none.
  std::string_view attribute(std::string_view key) const;
  bool has_attribute(std::string_view key) const;
  void set_attribute(std::string_view key, std::string value);
  /// The first child element of that name, or null.
  const Record* child(std::string_view element) const;
  Record* child(std::string_view element);
  /// Every child element of that name, in order.
  std::vector<const Record*> all(std::string_view element) const;
  /// All text inside, joined; white space as it stands.
  std::string content() const;
  /// The content of the first child of that name with white space folded and trimmed; empty where none.
  std::string content_of(std::string_view element) const;
};

/// A run of text as a Record.
Record text_record(std::string text, Origin origin);
/// An element with one run of text.
Record element_of(std::string name, std::string text, Origin origin);

}  // namespace casewright
