#include "foreign/xml/html.h"

#include <algorithm>
#include <climits>
#include <cstring>
#include <memory>
#include <unordered_map>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/parserInternals.h>

#include "base/text.h"

namespace casewright::html {
namespace {

/// Deeper pages are refused; libxml2 itself gives up at 256 and would lose what follows.
constexpr std::size_t most_page_levels = 250;

template <auto Free>
struct Release {
  template <class T>
  void operator()(T* held) const {
    if (held != nullptr) Free(held);
  }
};

/// Notes, while libxml2 builds its tree, from which bytes of the page each text and element came.
struct Recorder {
  std::string_view page;
  std::unordered_map<const xmlNode*, std::vector<TextStep>> steps;
  std::unordered_map<const xmlNode*, std::uint32_t> begins;
  const xmlNode* last = nullptr;  ///< the text node that grows
  std::uint32_t grown = 0;        ///< its bytes so far
  std::size_t deepest = 0;
  charactersSAXFunc put_text = nullptr;
  startElementSAXFunc put_element = nullptr;
  commentSAXFunc put_comment = nullptr;
};

std::uint32_t position(const xmlParserCtxt* parser) {
  const xmlParserInput* input = parser->input;
  return input == nullptr ? 0 : static_cast<std::uint32_t>(input->consumed + static_cast<unsigned long>(input->cur - input->base));
}

/// Where the `length` bytes that were just read began, and whether they stand there as they are.
TextStep step_before(const Recorder& recorder, std::uint32_t end, std::string_view text) {
  const std::string_view page = recorder.page;
  const auto length = static_cast<std::uint32_t>(text.size());
  end = std::min<std::uint32_t>(end, static_cast<std::uint32_t>(page.size()));
  if (end >= length && page.substr(end - length, length) == text) return {0, end - length, true};
  const std::size_t entity = page.rfind('&', end == 0 ? 0 : end - 1);
  if (entity != std::string_view::npos && end - entity < 40) return {0, static_cast<std::uint32_t>(entity), false};
  return {0, end >= length ? end - length : 0, false};
}

void on_text(void* context, const xmlChar* text, int length) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  auto& recorder = *static_cast<Recorder*>(parser->_private);
  recorder.put_text(context, text, length);
  const xmlNode* node = parser->node == nullptr ? nullptr : parser->node->last;
  if (node == nullptr || (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE)) return;
  if (node != recorder.last) {
    recorder.last = node;
    recorder.grown = 0;
    // A text that an element interrupted may grow again.
    if (recorder.steps.contains(node)) recorder.grown = static_cast<std::uint32_t>(xmlStrlen(node->content) - length);
  }
  TextStep step = step_before(recorder, position(parser), {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  step.at = recorder.grown;
  recorder.steps[node].push_back(step);
  recorder.grown += static_cast<std::uint32_t>(length);
}

void on_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  auto& recorder = *static_cast<Recorder*>(parser->_private);
  recorder.put_element(context, name, attributes);
  recorder.last = nullptr;
  recorder.deepest = std::max(recorder.deepest, static_cast<std::size_t>(parser->nodeNr));
  const std::uint32_t end = position(parser);
  const std::string opening = "<" + std::string(reinterpret_cast<const char*>(name));
  std::size_t at = recorder.page.substr(0, std::min<std::size_t>(end, recorder.page.size())).rfind('<');
  // An attribute may hold a <; look further back for the tag's own name.
  for (int tries = 0; tries < 20 && at != std::string_view::npos && at > 0; ++tries) {
    if (ascii_lower(recorder.page.substr(at, opening.size())) == opening) break;
    at = recorder.page.rfind('<', at - 1);
  }
  if (parser->node != nullptr) recorder.begins[parser->node] = at == std::string_view::npos ? end : static_cast<std::uint32_t>(at);
}

void on_comment(void* context, const xmlChar* text) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  auto& recorder = *static_cast<Recorder*>(parser->_private);
  recorder.put_comment(context, text);
  recorder.last = nullptr;
  const std::uint32_t end = position(parser);
  const xmlNode* node = parser->node == nullptr ? nullptr : parser->node->last;
  const std::size_t at = recorder.page.substr(0, std::min<std::size_t>(end, recorder.page.size())).rfind("<!");
  if (node != nullptr && node->type == XML_COMMENT_NODE) recorder.begins[node] = at == std::string_view::npos ? end : static_cast<std::uint32_t>(at);
}

std::string words(const xmlChar* text) { return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text)); }

std::uint32_t line_of(const xmlNode* node) {
  const long line = xmlGetLineNo(node);
  return line < 0 ? 0 : static_cast<std::uint32_t>(line);
}

Node node_of(const xmlNode* seen, Recorder& recorder) {
  Node node;
  node.line = line_of(seen);
  if (const auto begin = recorder.begins.find(seen); begin != recorder.begins.end()) node.source = begin->second;
  if (seen->type == XML_COMMENT_NODE || seen->type == XML_PI_NODE) {
    node.kind = NodeKind::comment;
    node.text = (seen->type == XML_PI_NODE ? words(seen->name) + " " : std::string()) + words(seen->content);
  } else if (seen->type != XML_ELEMENT_NODE) {
    node.kind = NodeKind::text;
    node.text = words(seen->content);
    if (const auto found = recorder.steps.find(seen); found != recorder.steps.end()) node.steps = std::move(found->second);
  } else {
    node.name = ascii_lower(words(seen->name));
    for (const xmlAttr* each = seen->properties; each != nullptr; each = each->next) {
      std::string value;
      for (const xmlNode* part = each->children; part != nullptr; part = part->next) value += words(part->content);
      node.attributes.emplace_back(ascii_lower(words(each->name)), std::move(value));
    }
  }
  return node;
}

/// Copies the tree; its depth is bounded before.
void copy_children(const xmlNode* from, Node& into, Recorder& recorder) {
  for (const xmlNode* child = from->children; child != nullptr; child = child->next) {
    const bool kept = child->type == XML_ELEMENT_NODE || child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE ||
                      child->type == XML_COMMENT_NODE || child->type == XML_PI_NODE;
    if (!kept) continue;
    into.children.push_back(node_of(child, recorder));
    if (child->type == XML_ELEMENT_NODE) copy_children(child, into.children.back(), recorder);
  }
}

void be_silent(void*, xmlError*) {}

/// The page with blanks for the conditions that Word writes around what old browsers cannot show ("<![if !supportLists]>",
/// "<![endif]>"), which browsers take for comments; empty where there are none. Every byte keeps its place.
std::string without_conditions(std::string_view page) {
  std::string blanked;
  for (std::size_t at = page.find("<!["); at != std::string_view::npos; at = page.find("<![", at + 1)) {
    const std::string_view word = page.substr(at + 3, 5);
    const bool condition = word.starts_with("if ") || word.starts_with("IF ") || word == "endif" || word == "ENDIF";
    const std::size_t end = page.find('>', at);
    if (!condition || end == std::string_view::npos || end - at > 100 || page[end - 1] == '-') continue;  // "-->" ends a comment
    if (blanked.empty()) blanked = page;
    std::fill(blanked.begin() + static_cast<std::ptrdiff_t>(at), blanked.begin() + static_cast<std::ptrdiff_t>(end) + 1, ' ');
  }
  return blanked;
}

}  // namespace

std::string_view Node::attribute(std::string_view key) const {
  for (const auto& [name_, value] : attributes)
    if (name_ == key) return value;
  return {};
}

bool Node::has_attribute(std::string_view key) const {
  for (const auto& each : attributes)
    if (each.first == key) return true;
  return false;
}

std::string Node::content() const {
  std::string joined;
  std::vector<const Node*> open{this};
  while (!open.empty()) {
    const Node* next = open.back();
    open.pop_back();
    if (next->kind == NodeKind::text) joined += next->text;
    for (auto child = next->children.rbegin(); child != next->children.rend(); ++child) open.push_back(&*child);
  }
  return joined;
}

Result<Node> parse(std::string_view written, const std::string& file) {
  const std::string blanked = without_conditions(written);
  const std::string_view page = blanked.empty() ? written : blanked;
  if (page.size() > INT_MAX / 2) return Fault{file, 0, 0, "this page is too large", "split it"};
  xmlInitParser();
  std::unique_ptr<htmlParserCtxt, Release<htmlFreeParserCtxt>> parser(htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
  Node root;
  root.name = "html";
  if (parser == nullptr) return root;  // libxml2 makes no parser of an empty page
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  Recorder recorder;
  recorder.page = page;
  recorder.put_text = parser->sax->characters;
  recorder.put_element = parser->sax->startElement;
  recorder.put_comment = parser->sax->comment;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->startElement = on_element;
  parser->sax->comment = on_comment;
  parser->_private = &recorder;
  xmlSetStructuredErrorFunc(nullptr, be_silent);
  htmlParseDocument(parser.get());
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  const std::unique_ptr<xmlDoc, Release<xmlFreeDoc>> tree(parser->myDoc);
  parser->myDoc = nullptr;
  if (recorder.deepest > most_page_levels)
    return Fault{file, 0, 0, "the elements of this page are nested too deep", "no report needs 250 levels; save the page again from its source"};
  if (tree == nullptr) return root;
  Node whole;
  copy_children(reinterpret_cast<const xmlNode*>(tree.get()), whole, recorder);
  // What stands before or after <html> is kept inside it: comments carry names too.
  for (Node& each : whole.children)
    if (each.name == "html") root = std::move(each);
  for (Node& each : whole.children)
    if (each.kind != NodeKind::element || (each.name != "html" && !each.name.empty())) root.children.push_back(std::move(each));
  return root;
}

std::optional<std::array<char32_t, 256>> byte_encoding(const std::string& name) {
  xmlCharEncodingHandler* handler = xmlFindCharEncodingHandler(name.c_str());
  if (handler == nullptr) return std::nullopt;
  std::array<char32_t, 256> table{};
  bool single = true;
  const std::unique_ptr<xmlBuffer, Release<xmlBufferFree>> in(xmlBufferCreate()), out(xmlBufferCreate());
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (byte < 0x80) {
      table[byte] = byte;
      continue;
    }
    const auto one = static_cast<xmlChar>(byte);
    xmlBufferEmpty(in.get());
    xmlBufferEmpty(out.get());
    xmlBufferAdd(in.get(), &one, 1);
    xmlCharEncInFunc(handler, out.get(), in.get());
    const std::string_view got(reinterpret_cast<const char*>(xmlBufferContent(out.get())), static_cast<std::size_t>(xmlBufferLength(out.get())));
    const bool whole = !got.empty() && code_point_at(got, 0).valid && code_point_at(got, 0).bytes == got.size();
    table[byte] = whole ? code_point_at(got, 0).value : 0xFFFD;
    single = single && (whole || got.empty());
  }
  xmlCharEncCloseFunc(handler);
  return single ? std::optional(table) : std::nullopt;
}

}  // namespace casewright::html
