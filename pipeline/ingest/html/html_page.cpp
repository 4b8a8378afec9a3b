#include "ingest/html/html_page.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

using html::Node;
using html::NodeKind;

template <class Visit>
void each_node(const Node& root, Visit visit) {
  std::vector<const Node*> open{&root};
  while (!open.empty()) {
    const Node* next = open.back();
    open.pop_back();
    visit(*next);
    for (auto child = next->children.rbegin(); child != next->children.rend(); ++child) open.push_back(&*child);
  }
}

/// "1", "[12]", "(3)", "*": what stands for a note.
bool is_linked_note_mark(std::string_view text) {
  std::string mark = fold_space(text);
  std::erase_if(mark, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == ' '; });
  if (mark.empty() || mark.size() > 6) return false;
  return mark.find_first_not_of("0123456789*") == std::string::npos || mark == "\xE2\x80\xA0" || mark == "\xE2\x80\xA1";
}

/// True for an anchor as programs name notes: fn1, _ftn2, footnote-3, note4, cite_note-5.
bool is_note_anchor(std::string_view anchor) {
  const std::string lower = ascii_lower(anchor);
  const bool named = lower.find("fn") != std::string::npos || lower.find("ftn") != std::string::npos || lower.find("note") != std::string::npos;
  return named && lower.find("ref") == std::string::npos && lower.find_first_of("0123456789") != std::string::npos;
}

struct Anchored {
  const Node* node = nullptr;   ///< the element that bears the anchor
  const Node* block = nullptr;  ///< the list item, paragraph or division around it
};

bool holds_block(std::string_view name) {
  return name == "li" || name == "p" || name == "div" || name == "aside" || name == "dd" || name == "td" || name == "section";
}

/// Every anchor of the page with the block that it stands in.
std::map<std::string, Anchored> anchors_of(const Node& root) {
  std::map<std::string, Anchored> anchors;
  struct Open {
    const Node* node;
    const Node* block;
  };
  std::vector<Open> open{{&root, nullptr}};
  while (!open.empty()) {
    const auto [node, block] = open.back();
    open.pop_back();
    const Node* around = holds_block(node->name) ? node : block;
    for (const char* key : {"id", "name"})
      if (const std::string_view anchor = node->attribute(key); !anchor.empty()) anchors.try_emplace(std::string(anchor), Anchored{node, around});
    for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
      if (child->kind == NodeKind::element) open.push_back({&*child, around});
  }
  return anchors;
}

void find_notes(const Node& root, HtmlPage& page) {
  const auto anchors = anchors_of(root);
  const auto role_is = [](const Node& node, std::string_view role) { return node.attribute("role") == role; };
  each_node(root, [&](const Node& node) {
    if (role_is(node, "doc-footnote")) page.notes.insert(&node);
    if (role_is(node, "doc-endnotes") || has_class(node, "footnotes"))
      each_node(node, [&](const Node& inside) {
        if (inside.name == "li") page.notes.insert(&inside);
      });
  });
  each_node(root, [&](const Node& node) {
    const std::string_view href = node.attribute("href");
    if (node.name != "a" || href.size() < 2 || href[0] != '#') return;
    const auto found = anchors.find(std::string(href.substr(1)));
    const bool said = role_is(node, "doc-noteref") || has_class(node, "noteref") || has_class(node, "footnote-ref");
    if (found == anchors.end() || found->second.block == nullptr) return;
    const Node* note = holds_block(found->second.node->name) ? found->second.node : found->second.block;
    const bool likely = is_linked_note_mark(node.content()) && is_note_anchor(href.substr(1));
    if (!said && !likely && !(page.notes.contains(note) && is_linked_note_mark(node.content()))) return;
    // The way back from a note, as Word writes it, has the same looks; it stands inside a note.
    page.references.insert(&node);
    page.notes.insert(note);
    page.note_of[std::string(href.substr(1))] = std::string(note->attribute("id").empty() ? href.substr(1) : note->attribute("id"));
  });
  // A link inside a note is no reference to one.
  for (const Node* note : page.notes)
    each_node(*note, [&](const Node& inside) { page.references.erase(&inside); });
  const auto keep_anchors = [&page](const Node& node) {
    for (const char* key : {"id", "name"})
      if (const std::string_view anchor = node.attribute(key); !anchor.empty()) page.reference_anchors.insert(std::string(anchor));
  };
  each_node(root, [&](const Node& node) {
    if (page.references.contains(&node)) keep_anchors(node);
    if (node.name != "sup") return;
    for (const Node& child : node.children)
      if (page.references.contains(&child)) keep_anchors(node);
  });
}

}  // namespace

bool has_class(const Node& node, std::string_view wanted) {
  const std::string classes = fold_space(node.attribute("class"));
  for (const std::string_view each : split(classes, ' '))
    if (each == wanted) return true;
  return false;
}

bool is_hidden(const HtmlPage& page, const Node& node) {
  return page.hidden.contains(&node);
}

HtmlPage survey(const Node& root, const SourceText& source, const StyleSheets& beside) {
  HtmlPage page;
  page.root = &root;
  page.source = &source;
  each_node(root, [&](const Node& node) {
    page.missing_sheets += links_style_sheet(node) && !beside.contains(node.attribute("href"));
    page.first_headings += node.name == "h1";
    page.has_article = page.has_article || node.name == "article" || node.name == "main";
  });
  find_notes(root, page);
  HtmlSight sight = look_over(root, beside);
  page.hidden = std::move(sight.hidden);
  page.faint = std::move(sight.faint);
  page.barriers = std::move(sight.barriers);
  return page;
}

}  // namespace casewright
