#include "ingest/html/html_unnamed.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

using html::Node;
using html::NodeKind;

bool has_attribute_words(const Node& node, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return !trim(node.attribute(name)).empty(); });
}

/// Looks for what has no words anywhere in a page that is shown.
class UnnamedFinder {
 public:
  explicit UnnamedFinder(const HtmlPage& page) : page_(page) {}

  void run(Container& container) {
    find_labels(*page_.root);
    visit(*page_.root, false);
    for (const auto& [name, count] : choices_) groups_ += count > 1;
    for (const std::string& target : described_) container.broken.push_back({"link-described", 0, "", target, 1});
    for (const auto& [condition, count] : {std::pair("heading-empty", headings_), std::pair("link-unnamed", links_), std::pair("field-unnamed", fields_), std::pair("frame-unnamed", frames_), std::pair("group-unnamed", groups_), std::pair("table-header-merged", merged_)})
      if (count > 0) container.broken.push_back({condition, 0, "", "", count});
  }

 private:
  void find_labels(const Node& root) {
    std::vector<const Node*> open{&root};
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      if (node.name == "label" && !trim(node.content()).empty() && node.has_attribute("for")) labelled_.insert(std::string(node.attribute("for")));
      for (const Node& child : node.children)
        if (child.kind == NodeKind::element) open.push_back(&child);
    }
  }

  /// True where something inside is spoken: words, or a picture with alternative text.
  static bool speaks(const Node& root) {
    if (!trim(root.content()).empty()) return true;
    std::vector<const Node*> open{&root};
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      if (has_attribute_words(node, {"aria-label", "aria-labelledby", "title", "alt"}) || node.name == "title") return true;
      // What has no alternative text at all is told of as a picture.
      if (node.name == "img" && !node.has_attribute("alt")) return true;
      for (const Node& child : node.children)
        if (child.kind == NodeKind::element) open.push_back(&child);
    }
    return false;
  }

  /// It recurs once per level of the page, which the parser bounds.
  void visit(const Node& node, bool in_label) {
    if (node.kind != NodeKind::element && &node != page_.root) return;
    if (is_hidden(page_, node) || among({"template", "script", "style", "noscript", "svg"}, node.name)) return;
    const bool heading = node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
    if (heading && !speaks(node)) ++headings_;
    if (node.name == "a" && node.has_attribute("href") && !speaks(node)) ++links_;
    if (node.name == "a" && node.has_attribute("href") && is_described(node)) described_.insert(fold_space(node.attribute("href")));
    if (node.name == "iframe" && !has_attribute_words(node, {"title", "aria-label", "aria-labelledby"})) ++frames_;
    const bool group = node.name == "fieldset" || among({"group", "radiogroup"}, node.attribute("role"));
    in_group_ += group;
    if (node.name == "input" && ascii_lower(node.attribute("type")) == "radio" && in_group_ == 0) ++choices_[std::string(node.attribute("name"))];
    if (is_field(node) && !in_label && !has_name(node)) ++fields_;
    if (node.name == "table" && !among({"presentation", "none"}, node.attribute("role")) && has_merged_header(node)) ++merged_;
    for (const Node& child : node.children) visit(child, in_label || (node.name == "label" && !trim(node.content()).empty()));
    in_group_ -= group;
  }

  /// A label of its own, or words that only a listener gets, say more than what shows: "Read more <span class=vh>about the review</span>".
  bool is_described(const Node& link) const {
    if (has_attribute_words(link, {"aria-label", "aria-labelledby"})) return true;
    std::vector<const Node*> open{&link};
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      const auto hidden = page_.hidden.find(&node);
      if (hidden != page_.hidden.end() && hidden->second.harmless && node.attribute("aria-hidden") != "true" && !trim(node.content()).empty()) return true;
      for (const Node& child : node.children)
        if (child.kind == NodeKind::element) open.push_back(&child);
    }
    return false;
  }

  static bool is_field(const Node& node) {
    if (node.name == "select" || node.name == "textarea") return true;
    return node.name == "input" && !among({"hidden", "submit", "reset", "button", "image"}, ascii_lower(node.attribute("type")));
  }

  /// True where a header reaches over several columns or rows and neither its scope nor its cells' headers say so.
  static bool has_merged_header(const Node& table) {
    bool merged = false, told = false;
    std::vector<const Node*> open{&table};
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      told = told || node.has_attribute("headers");
      merged = merged || is_unscoped_group(node);
      for (const Node& child : node.children)
        if (child.kind == NodeKind::element && child.name != "table") open.push_back(&child);
    }
    return merged && !told;
  }

  bool has_name(const Node& node) const {
    return has_attribute_words(node, {"aria-label", "aria-labelledby", "title"}) || labelled_.contains(std::string(node.attribute("id")));
  }

  const HtmlPage& page_;
  std::set<std::string> labelled_;  ///< ids of the fields that a label is for
  std::set<std::string> described_;  ///< where links lead of which a listener is told more than shows
  std::map<std::string, std::uint32_t> choices_;  ///< how many radio buttons stand outside any group, by name
  std::uint32_t in_group_ = 0, groups_ = 0;
  std::uint32_t headings_ = 0, links_ = 0, fields_ = 0, frames_ = 0, merged_ = 0;
};

}  // namespace

bool is_unscoped_group(const Node& cell) {
  if (cell.name != "th") return false;
  const auto spans = [&](const char* attribute) { const std::string_view number = trim(cell.attribute(attribute)); return !number.empty() && number != "1" && number != "0"; };
  const std::string scope = ascii_lower(trim(cell.attribute("scope")));
  return (spans("colspan") && scope != "colgroup" && scope != "rowgroup" && scope != "row") || (spans("rowspan") && scope.empty());
}

void note_unnamed_things(const HtmlPage& page, Container& container) { UnnamedFinder(page).run(container); }

}  // namespace casewright
