#include "ingest/html_page.h"

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
bool is_note_mark(std::string_view text) {
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
    const bool likely = is_note_mark(node.content()) && is_note_anchor(href.substr(1));
    if (!said && !likely && !(page.notes.contains(note) && is_note_mark(node.content()))) return;
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

/// Declarations that hide what they style.
bool hides(std::string_view style) {
  std::string plain = ascii_lower(style);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  for (const char* way : {"display:none", "visibility:hidden", "font-size:0;", "font-size:0px", "font-size:0pt", "opacity:0;"})
    if (plain.find(way) != std::string::npos) return true;
  return plain.ends_with("font-size:0") || plain.ends_with("opacity:0");
}

/// Simple selectors (.class, #id) that a style sheet hides outside @media.
void find_hiding_rules(std::string_view css, HtmlPage& page) {
  std::string plain(css);
  for (std::size_t at = plain.find("/*"); at != std::string::npos; at = plain.find("/*")) plain.erase(at, plain.find("*/", at) == std::string::npos ? std::string::npos : plain.find("*/", at) + 2 - at);
  int depth = 0;
  std::size_t from = 0;
  std::string selector;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (plain[at] == '{') {
      if (depth++ == 0) selector = fold_space(std::string_view(plain).substr(from, at - from));
      from = at + 1;
    } else if (plain[at] == '}') {
      if (depth == 1 && !selector.starts_with('@') && hides(std::string_view(plain).substr(from, at - from)))
        for (const std::string_view each : split(selector, ',')) {
          const std::string one = fold_space(each);
          if (one.find_first_of(" >+~:[") != std::string::npos || one.size() < 2) continue;
          if (one[0] == '.') page.hidden_classes.insert(one.substr(1));
          if (one[0] == '#') page.hidden_ids.insert(one.substr(1));
        }
      depth = std::max(0, depth - 1);
      from = at + 1;
    }
  }
}

/// Comments and quoted words of a style sheet.
std::string words_of_css(std::string_view css) {
  std::string words;
  for (std::size_t at = 0; at < css.size(); ++at) {
    const bool comment = css.substr(at, 2) == "/*";
    if (!comment && css[at] != '"' && css[at] != '\'') continue;
    const std::size_t begin = at + (comment ? 2 : 1);
    const std::size_t end = comment ? css.find("*/", begin) : css.find(css[at], begin);
    const std::string_view inside = css.substr(begin, end == std::string_view::npos ? end : end - begin);
    if (inside.size() > 1) words += (words.empty() ? "" : "\n") + std::string(trim(inside));
    if (end == std::string_view::npos) break;
    at = end + (comment ? 1 : 0);
  }
  return words;
}

/// Puts what a reader does not see into the container.
class Carrier {
 public:
  Carrier(const HtmlPage& page, Container& container) : page_(page), container_(container) {}

  void run() {
    struct Open {
      const Node* node;
      bool hidden;
    };
    std::vector<Open> open{{page_.root, false}};
    while (!open.empty()) {
      const auto [node, hidden] = open.back();
      open.pop_back();
      bool inside = hidden;
      if (node->kind == NodeKind::comment) {
        put(CarriedKind::comment, "comment in the page's source", node->text, *node);
      } else if (node->kind == NodeKind::element) {
        attributes(*node);
        if (element(*node)) continue;
        if (!hidden && is_hidden(page_, *node)) {
          put(CarriedKind::hidden_text, "hidden text", node->content(), *node);
          inside = true;
        }
      }
      for (auto child = node->children.rbegin(); child != node->children.rend(); ++child) open.push_back({&*child, inside});
    }
    if (!names_.empty()) container_.items.push_back({CarriedKind::tag, "names in the page's source", join_text({names_.begin(), names_.end()}, " "), "", page_.origin_of(*page_.root), 0, {}});
  }

 private:
  void put(CarriedKind kind, std::string name, std::string_view text, const Node& node) {
    const std::string folded = fold_space(text);
    if (!folded.empty()) container_.items.push_back({kind, std::move(name), folded, "", page_.origin_of(node), 0, {}});
  }

  void attributes(const Node& node) {
    for (const auto& [name, value] : node.attributes) {
      if (name == "title" || name == "aria-label" || name == "aria-description" || name == "summary" || name == "placeholder" || name == "label" || name == "abbr")
        put(CarriedKind::tag, name, value, node);
      else if (name.starts_with("data-") && name != "data-section")
        put(CarriedKind::private_data, name, value, node);
      else if (name.starts_with("on"))
        put(CarriedKind::script, name, value, node);
      else if (name == "style" && value.find("content") != std::string::npos)
        put(CarriedKind::tag, name, words_of_css(value), node);
      else if ((name == "id" || name == "name" || name == "class") && node.name != "meta")
        keep_names(value);
    }
  }

  void keep_names(std::string_view value) {
    const std::string folded = fold_space(value);
    for (const std::string_view word : split(folded, ' '))
      if (!word.empty()) names_.insert(std::string(word));
  }

  void link(const Node& node, std::string_view attribute) {
    const std::string_view target = node.attribute(attribute);
    if (!target.empty() && target[0] != '#' && !target.starts_with("data:")) put(CarriedKind::link, std::string(attribute), target, node);
  }

  void picture(const Node& node) {
    for (const char* attribute : {"src", "srcset", "poster", "data"}) {
      const std::string_view address = node.attribute(attribute);
      if (address.empty() || address.starts_with("data:")) continue;
      container_.items.push_back({CarriedKind::image, std::string(file_name(address)), std::string(address), "", page_.origin_of(node), 0, {}});
    }
  }

  /// True where nothing inside is looked at any further.
  bool element(const Node& node) {
    const std::string& name = node.name;
    if (name == "meta") {
      const std::string_view key = node.has_attribute("name") ? node.attribute("name") : node.has_attribute("property") ? node.attribute("property") : node.attribute("http-equiv");
      put(CarriedKind::metadata, key.empty() ? "meta" : "meta " + std::string(key), node.attribute("content"), node);
    } else if (name == "title" && !seen_title_) {
      seen_title_ = true;
      put(CarriedKind::metadata, "title", node.content(), node);
      return true;
    } else if (name == "script") {
      put(CarriedKind::script, "script", node.content(), node);
      link(node, "src");
      return true;
    } else if (name == "style") {
      put(CarriedKind::tag, "style sheet", words_of_css(node.content()), node);
      return true;
    } else if (name == "template" || name == "noscript" || name == "datalist" || name == "object" || name == "audio" || name == "video" || name == "canvas" || name == "iframe") {
      put(CarriedKind::hidden_text, "words in <" + name + ">", node.content(), node);
      link(node, "src");
      if (name == "object" || name == "video") picture(node);
      return name != "object" && name != "video" && name != "audio";
    } else if (name == "link" || name == "area" || name == "base") {
      link(node, "href");
    } else if (name == "form") {
      link(node, "action");
    } else if (name == "a" && fold_space(node.content()).empty()) {
      link(node, "href");
    } else if (name == "img" || name == "image" || name == "source" || name == "embed") {
      picture(node);
    } else if (name == "input") {
      put(CarriedKind::form_value, "input " + std::string(node.attribute("name")), node.attribute("value"), node);
    } else if (name == "textarea" || name == "select" || name == "button" || name == "output") {
      put(CarriedKind::form_value, name + " " + std::string(node.attribute("name")), node.content(), node);
      return true;
    } else if (name == "svg") {
      put(CarriedKind::image, "words in a drawing", drawing_words(node), node);
      return true;
    }
    return false;
  }

  static std::string drawing_words(const Node& svg) {
    std::string words;
    each_node(svg, [&](const Node& node) {
      if (node.name == "text" || node.name == "metadata" || node.name == "tspan" || node.name == "foreignobject") {
        if (node.name != "tspan") words += (words.empty() ? "" : "; ") + fold_space(node.content());
      }
      if (node.kind == NodeKind::comment) words += (words.empty() ? "" : "; ") + fold_space(node.text);
    });
    return words;
  }

  const HtmlPage& page_;
  Container& container_;
  std::set<std::string> names_;
  bool seen_title_ = false;
};

}  // namespace

bool has_class(const Node& node, std::string_view wanted) {
  const std::string classes = fold_space(node.attribute("class"));
  for (const std::string_view each : split(classes, ' '))
    if (each == wanted) return true;
  return false;
}

bool is_hidden(const HtmlPage& page, const Node& node) {
  if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true" || hides(node.attribute("style"))) return true;
  if (!page.hidden_ids.empty() && page.hidden_ids.contains(std::string(node.attribute("id")))) return true;
  if (page.hidden_classes.empty()) return false;
  const std::string classes = fold_space(node.attribute("class"));
  for (const std::string_view each : split(classes, ' '))
    if (page.hidden_classes.contains(std::string(each))) return true;
  return false;
}

HtmlPage survey(const Node& root, const SourceText& source) {
  HtmlPage page;
  page.root = &root;
  page.source = &source;
  each_node(root, [&page](const Node& node) {
    page.first_headings += node.name == "h1";
    page.has_article = page.has_article || node.name == "article" || node.name == "main";
    if (node.name == "style") find_hiding_rules(node.content(), page);
  });
  find_notes(root, page);
  return page;
}

void carry_hidden_things(const HtmlPage& page, Container& container) { Carrier(page, container).run(); }

}  // namespace casewright
