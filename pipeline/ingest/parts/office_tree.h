#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace casewright {

/// One element or one text of a part of an office file.
///
/// Names have the usual prefix of their namespace, whatever the file calls it: "w:p" for Word in both namespaces of
/// OOXML, "text:p" for OpenDocument. Attributes have their local name, those that name a relationship "r:id".
struct OfficeNode {
  std::string name;  ///< empty for a text
  std::string text;  ///< of a text
  std::uint32_t at = 0;  ///< how many characters of text stand before it in the part
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<OfficeNode> children;

  bool is(std::string_view other) const { return name == other; }
  /// The attribute's value, empty where there is none.
  std::string_view attribute(std::string_view key) const;
  /// True where there is such an attribute, empty or not.
  bool has(std::string_view key) const;
  /// The first child of that name, or null.
  const OfficeNode* child(std::string_view element) const;
  /// The `val` of the first child of that name, empty where there is none.
  std::string_view value_of(std::string_view element) const;
  /// The words of the first child of that name, white space folded; empty where there is none.
  std::string words_of_child(std::string_view element) const;
  /// The first element of that name inside, at any depth, or null.
  const OfficeNode* find(std::string_view element) const;
  /// All text inside, joined.
  std::string content() const;
};

/// Calls visit(node) for the node and every one inside it, in the order of the text.
template <class Visit>
void each_node(const OfficeNode& root, Visit visit) {
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    visit(*next);
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
}

/// All elements of that name inside, outermost first, without those in the branch of an mc:AlternateContent that is not shown.
std::vector<const OfficeNode*> shown_inside(const OfficeNode& node, std::string_view name);

/// The usual prefix of a namespace ("w", "text"); "x" for one that is not known here, empty for none.
std::string_view office_prefix(std::string_view uri);

/// The part as a tree of at most 256 levels; what is no XML is a fault.
Result<OfficeNode> read_office_tree(std::string_view bytes, const std::string& file);

}  // namespace casewright
