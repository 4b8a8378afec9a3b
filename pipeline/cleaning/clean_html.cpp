// A web page without what nobody should read: written anew from its tree, without remarks, hidden words, scripts, data for
// programs and names of authors.
#include <algorithm>
#include <unordered_set>

#include "base/among.h"
#include "base/base64.h"
#include "base/text.h"
#include "cleaning/clean.h"
#include "ingest/blocks/source_text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/html/css_text.h"
#include "ingest/html/html_page.h"
#include "ingest/html/html_unnamed.h"

namespace casewright {
namespace {

using html::Node;
using html::NodeKind;

bool is_void(std::string_view name) { return among({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "image"}, name); }

/// Writes the page again. It recurs once per level of the page, which the parser bounds at 250.
class PageWriter {
 public:
  PageWriter(const HtmlPage& page, const Document& document, TakenOutList& out, TakenOutList& mended)
      : page_(page), shown_(document), out_(out), mended_(mended) {
    std::vector<const Node*> open{page.root};
    while (!open.empty()) {
      const Node* next = open.back();
      open.pop_back();
      look_at(*next);
      for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
    }
  }

  std::string write() {
    text_ = "<!DOCTYPE html>\n";
    element(*page_.root, *page_.root);
    text_ += '\n';
    return std::move(text_);
  }

 private:
  /// What the page says of itself somewhere, so that it can be said where programs look for it.
  void look_at(const Node& node) {
    if (node.name == "title" && title_.empty()) title_ = fold_space(node.content());
    if (node.name == "h1" && heading_.empty() && !page_.hidden.contains(&node)) heading_ = fold_space(node.content());
    if (node.name == "html" && (!node.attribute("lang").empty())) language_known_ = true;
    const bool tells = node.name == "meta" && (ascii_lower(node.attribute("http-equiv")) == "content-language" || ascii_lower(node.attribute("name")) == "dc.language" || ascii_lower(node.attribute("name")) == "language");
    if (tells && language_.empty()) language_ = fold_space(node.attribute("content"));
    if ((node.name == "html" || node.name == "body") && language_.empty()) language_ = fold_space(node.has_attribute("lang") ? node.attribute("lang") : node.attribute("xml:lang"));
    if (node.name == "style") counts_ |= node.content().find("-child") != std::string::npos;
    if (node.name == "table") look_at_table(node);
  }

  /// The first row of a table without header cells, whose cells are all bold and which has rows below it, holds its headers.
  void look_at_table(const Node& table) {
    std::vector<const Node*> rows, open{&table};
    bool header = false;
    while (!open.empty()) {
      const Node* next = open.back();
      open.pop_back();
      header = header || next->name == "th" || (next->name == "table" && next != &table);
      if (next->name == "tr") rows.push_back(next);
      for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
    }
    if (header || rows.size() < 2 || !is_all_bold(*rows.front()) || is_all_bold(*rows[1])) return;
    for (const Node& cell : rows.front()->children)
      if (cell.name == "td") header_cells_.insert(&cell);
    if (rows.front()->children.size() > 0) mended_.add("headers of tables");
  }

  static bool is_all_bold(const Node& row) {
    std::size_t cells = 0;
    for (const Node& cell : row.children) {
      if (cell.kind != NodeKind::element) continue;
      if (cell.name != "td" || trim(cell.content()).empty() || !is_bold(cell)) return false;
      ++cells;
    }
    return cells > 1;
  }

  /// True where every word of the cell stands inside <b> or <strong>.
  static bool is_bold(const Node& cell) {
    std::vector<const Node*> open{&cell};
    while (!open.empty()) {
      const Node* next = open.back();
      open.pop_back();
      if (next->kind == NodeKind::text && !trim(next->text).empty()) return false;
      if (next->name == "b" || next->name == "strong") continue;
      for (const Node& each : next->children) open.push_back(&each);
    }
    return true;
  }

  /// A title for the window where the page has none; the page's own language where only a remark for programs gives it.
  void declare(const Node& node) {
    if (node.name == "html" && !language_known_ && !language_.empty()) {
      text_ += " lang=\"" + escape_markup(language_) + "\"";
      mended_.add("its language");
    }
  }

  void node(const Node& node, const Node& parent) {
    if (node.kind == NodeKind::comment) return out_.add("remarks in the source");
    if (node.kind == NodeKind::element) return element(node, parent);
    if (page_.hidden.contains(&node)) return out_.add("hidden words");
    const bool raw = parent.name == "style";
    if (raw && node.text.find("/*") != std::string::npos) out_.add("remarks in the source");
    text_ += raw ? css::without_comments(node.text) : escaped(node.text);
  }

  static std::string escaped(std::string_view text) { return replace_every(replace_every(replace_every(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;"); }

  /// What the element is that is left out, empty where it stays.
  std::string_view left_out(const Node& node) const {
    if (node.name == "script") return "scripts and data for search engines";
    if (node.name == "template" && !node.has_attribute("shadowrootmode")) return "templates";
    if (node.name == "noembed" || node.name == "noframes") return "hidden words";
    if (node.name == "input" && ascii_lower(node.attribute("type")) == "hidden") return "hidden fields of forms";
    if ((node.name == "metadata" || node.name == "defs" || node.name == "symbol") && says_too_much(node)) return "hidden words";
    if (node.name == "datalist" || (node.name == "iframe" && node.has_attribute("srcdoc"))) return "data for scripts";
    if (node.name == "link" && is_local_address(node.attribute("href"))) return "links to somebody's own disk or office";
    if (node.name == "base" && is_local_address(node.attribute("href"))) return "links to somebody's own disk or office";
    if (node.name == "meta") return left_out_meta(node);
    const auto hidden = page_.hidden.find(&node);
    if (hidden == page_.hidden.end() || hidden->second.risk.empty() || hidden->second.harmless || hidden->second.risk == "black-highlight" || hidden->second.risk == "text-under-shape") return {};
    if (node.children.empty()) return {};
    return is_page_furniture(node) ? std::string_view() : "hidden words";
  }

  /// Words of a drawing that nothing draws.
  bool says_too_much(const Node& node) const {
    const std::string words = fold_space(node.content());
    return !words.empty() && !shown_.has(words) && (node.name == "metadata" || words.find(' ') != std::string::npos);
  }

  std::string_view left_out_meta(const Node& node) const {
    const std::string key = ascii_lower(node.has_attribute("name") ? node.attribute("name") : node.has_attribute("property") ? node.attribute("property") : node.attribute("itemprop"));
    const std::string law = ascii_lower(node.attribute("http-equiv"));
    if (node.has_attribute("charset") || law == "content-type") return "-";
    if (key == "generator" || key == "progid" || key == "originator") return "names of programs";
    for (const char* word : {"author", "creator", "reply-to", "owner", "contact", "editor", "contributor"})
      if (key.find(word) != std::string::npos) return "names of authors";
    for (const char* word : {"keywords", "subject", "abstract", "classification", "comment"})
      if (key.find(word) != std::string::npos) return "properties";
    if (node.has_attribute("itemprop") && may_name_somebody(node.attribute("content")) && !shown_.has(node.attribute("content"))) return "scripts and data for search engines";
    const bool telling = key.find("description") != std::string::npos && may_name_somebody(node.attribute("content")) && !shown_.has(node.attribute("content"));
    return telling ? "properties" : "";
  }

  /// What a header that reaches over several columns or rows heads; a row that holds no other cells is one of headers.
  static std::string_view scope_of_group(const Node& cell, const Node& row) {
    const bool heads_row = std::any_of(row.children.begin(), row.children.end(), [](const Node& each) { return each.name == "td"; });
    const std::string across(trim(cell.attribute("colspan")));
    if (!across.empty() && across != "1") return heads_row ? "row" : "colgroup";
    return heads_row ? "rowgroup" : "col";
  }

  void element(const Node& node, const Node& parent) {
    if (const std::string_view what = left_out(node); !what.empty()) {
      if (what != "-") out_.add(what);
      // Rules may count elements: an empty one keeps the others in their places.
      if (what == "hidden words" && counts_ && !is_void(node.name)) text_ += "<" + node.name + "></" + node.name + ">";
      return;
    }
    if (node.name == "title" && title_.empty() && !heading_.empty()) return;  // written with the head
    const bool header = header_cells_.contains(&node);
    const std::string name = header ? "th" : node.name;
    text_ += "<" + name + (header && !node.has_attribute("scope") ? " scope=\"col\"" : "");
    const bool group = is_unscoped_group(node);
    if (group) text_ += " scope=\"" + std::string(scope_of_group(node, parent)) + "\"", mended_.add("headers of tables");
    for (const auto& [key, value] : node.attributes)
      if (!(node.name == "html" && key == "lang" && value.empty()) && !(group && key == "scope")) attribute(node, key, value);
    declare(node);
    text_ += ">";
    if (node.name == "head") text_ += "<meta charset=\"utf-8\">";
    if (node.name == "head" && title_.empty() && !heading_.empty()) {
      text_ += "<title>" + escaped(heading_) + "</title>";
      mended_.add("its title");
    }
    if (is_void(node.name)) return;
    for (const Node& child : node.children) this->node(child, node);
    text_ += "</" + name + ">";
  }

  void attribute(const Node& node, const std::string& name, const std::string& value) {
    if (name == "srcdoc") return out_.add("data for scripts");
    if (name.starts_with("on") || (name == "href" && ascii_lower(trim(value)).starts_with("javascript:"))) return out_.add("scripts and data for search engines");
    if (name.starts_with("data-") && name != "data-section") return out_.add("data for scripts");
    const bool address = name == "href" || name == "src" || name == "action" || name == "cite" || name == "longdesc";
    if (address && is_local_address(value)) return out_.add("links to somebody's own disk or office");
    if (name == "title" && may_name_somebody(value) && !shown_.has(value)) return out_.add("tooltips");
    if (name == "srcset" && !node.attribute("src").empty()) return out_.add("further addresses of pictures");
    text_ += " " + name + "=\"" + escape_markup(name == "src" ? without_facts(value) : value) + "\"";
  }

  /// A picture that stands in the page itself, without what it says beside the picture.
  std::string without_facts(const std::string& address) {
    const std::size_t comma = address.find(";base64,");
    if (!address.starts_with("data:image/") || comma == std::string::npos) return address;
    const std::string bytes = from_base64(std::string_view(address).substr(comma + 8));
    const std::string bare = without_remarks(bytes, out_);
    if (bare == bytes) return address;
    std::string clean = address.substr(0, comma + 8);
    append_base64(clean, bare);
    return clean;
  }

  const HtmlPage& page_;
  ShownWords shown_;
  TakenOutList &out_, &mended_;
  std::string text_, title_, heading_, language_;
  bool language_known_ = false;
  bool counts_ = false;  ///< a style sheet asks for the place of an element among its neighbours
  std::unordered_set<const Node*> header_cells_;
};

}  // namespace

Result<CleanCopy> clean_html(std::string_view bytes, const Reading& reading) {
  const Result<SourceText> source = decode_text(bytes, reading.path, true);
  if (!source) return source.faults();
  const Result<html::Node> root = html::parse(source->text, reading.path);
  if (!root) return root.faults();
  const HtmlPage page = survey(*root, *source);
  TakenOutList out, mended;
  std::string text = PageWriter(page, reading.document, out, mended).write();
  return CleanCopy{std::move(text), ".html", out.take(), mended.take()};
}

}  // namespace casewright
