#include "ingest/parts/office_tree.h"

#include "base/text.h"
#include "foreign/xml/xml_stream.h"

namespace casewright {
namespace {

/// A namespace and what its names begin with here.
struct Space {
  std::string_view uri, prefix;
};

constexpr Space spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
    {"http://purl.oclc.org/ooxml/drawingml/chart", "c"},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
    {"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.microsoft.com/office/drawing/2017/decorative", "adec"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:schemas-microsoft-com:office:office", "o"},
    {"urn:schemas-microsoft-com:office:word", "w10"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
};

}  // namespace

std::string_view office_prefix(std::string_view uri) {
  for (const Space& each : spaces)
    if (each.uri == uri) return each.prefix;
  constexpr std::string_view open_document = "urn:oasis:names:tc:opendocument:xmlns:";
  if (!uri.starts_with(open_document)) return uri.empty() ? std::string_view() : std::string_view("x");
  uri.remove_prefix(open_document.size());
  return uri.substr(0, uri.find(':'));
}

namespace {

/// More than any report has; each takes about 200 bytes.
constexpr std::size_t most_nodes = 6'000'000;

class TreeListener final : public xml::Listener {
 public:
  OfficeNode root;
  std::size_t nodes = 0;

  void open(const xml::Tag& tag) override {
    ++nodes;
    OfficeNode node;
    const std::string_view prefix = office_prefix(tag.space);
    node.name = prefix.empty() ? std::string(tag.name) : std::string(prefix) + ":" + std::string(tag.name);
    node.at = at_;
    for (const xml::Attribute& each : tag.attributes) {
      const bool related = office_prefix(each.space) == "r";
      node.attributes.emplace_back((related ? "r:" : "") + std::string(each.name), std::string(each.value));
    }
    std::vector<OfficeNode>& siblings = open_.empty() ? root.children : open_.back()->children;
    open_.push_back(&siblings.emplace_back(std::move(node)));
  }

  void close(std::string_view, std::string_view) override {
    if (!open_.empty()) open_.pop_back();
  }

  void words(std::string_view text) override {
    if (open_.empty()) return;
    std::vector<OfficeNode>& siblings = open_.back()->children;
    if (siblings.empty() || !siblings.back().name.empty()) {
      OfficeNode node;
      node.at = at_;
      siblings.push_back(std::move(node));
    }
    siblings.back().text += text;
    at_ += static_cast<std::uint32_t>(count_characters(text));
  }

  bool wants_more() const override { return nodes <= most_nodes; }

 private:
  std::vector<OfficeNode*> open_;  // the last of its siblings each, so that no growth moves it
  std::uint32_t at_ = 0;
};

}  // namespace

std::string_view OfficeNode::attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes)
    if (name_of == key) return value;
  return {};
}

bool OfficeNode::has(std::string_view key) const {
  for (const auto& [name_of, value] : attributes)
    if (name_of == key) return true;
  return false;
}

const OfficeNode* OfficeNode::child(std::string_view element) const {
  for (const OfficeNode& each : children)
    if (each.name == element) return &each;
  return nullptr;
}

std::string_view OfficeNode::value_of(std::string_view element) const {
  const OfficeNode* found = child(element);
  return found == nullptr ? std::string_view() : found->attribute("val");
}

std::string OfficeNode::words_of_child(std::string_view element) const {
  const OfficeNode* found = child(element);
  return found == nullptr ? std::string() : fold_space(found->content());
}

const OfficeNode* OfficeNode::find(std::string_view element) const {
  std::vector<const OfficeNode*> open{this};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->name == element) return next;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return nullptr;
}

std::string OfficeNode::content() const {
  std::string all;
  std::vector<const OfficeNode*> open{this};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    all += next->text;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return all;
}

std::vector<const OfficeNode*> shown_inside(const OfficeNode& node, std::string_view name) {
  std::vector<const OfficeNode*> found;
  std::vector<const OfficeNode*> open{&node};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is(name)) {
      found.push_back(next);
      continue;
    }
    const bool both = next->is("mc:AlternateContent") && next->child("mc:Choice") != nullptr;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each)
      if (!both || !each->is("mc:Fallback")) open.push_back(&*each);
  }
  return found;
}

Result<OfficeNode> read_office_tree(std::string_view bytes, const std::string& file) {
  TreeListener listener;
  if (const Outcome heard = xml::stream(bytes, file, listener); !heard.ok()) return heard.faults();
  if (listener.nodes > most_nodes) return Fault{file, 0, 0, "a part of this file has more elements than a report can need, so it was not read", "split it"};
  if (listener.root.children.empty()) return Fault{file, 0, 0, "a part of this file is empty", "open it and save it anew"};
  return std::move(listener.root.children.front());
}

}  // namespace casewright
