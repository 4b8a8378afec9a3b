#include "foreign/xml/xpath.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <optional>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/text.h"
#include "foreign/xml/xml_view.h"
#include "foreign/xml/xpath_walk.h"

namespace casewright::xpath {
namespace {

using xml::view;

constexpr unsigned long most_question_steps = 500'000'000;  ///< of libxml2, some ten nanoseconds each

xmlNode* pointer(Node node) { return static_cast<xmlNode*>(node.raw()); }
const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

bool is_words(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }

/// A text node that borrows its words: the tree's end takes them away again before libxml2 would free them.
xmlNode* borrowing_node(xmlDoc* document, const std::string& words) {
  xmlNode* node = xmlNewText(nullptr);
  node->doc = document;
  node->content = reinterpret_cast<xmlChar*>(const_cast<char*>(words.c_str()));
  return node;
}

/// Hangs `child` below `parent` without merging neighbouring texts, as xmlAddChild would.
void hang(xmlNode* parent, xmlNode* child) {
  child->parent = parent;
  child->prev = parent->last;
  if (parent->last != nullptr) parent->last->next = child;
  else parent->children = child;
  parent->last = child;
}

void hang_attribute(xmlNode* element, std::string_view name, const std::string& value) {
  const xmlChar* known = xmlDictLookup(element->doc->dict, chars(name.data()), static_cast<int>(name.size()));
  xmlAttr* attribute = xmlNewProp(element, known, nullptr);
  xmlNode* words = borrowing_node(element->doc, value);
  words->parent = reinterpret_cast<xmlNode*>(attribute);
  attribute->children = attribute->last = words;
}

/// Gives every borrowed word back, so that freeing the tree does not free it.
void give_back(xmlNode* root) {
  const auto forget = [](xmlNode* node) { node->content = nullptr; };
  for (xmlNode* node = root; node != nullptr;) {
    if (is_words(node)) forget(node);
    if (node->type == XML_ELEMENT_NODE)
      for (xmlAttr* each = node->properties; each != nullptr; each = each->next)
        if (each->children != nullptr) forget(each->children);
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) node = node->parent;
    node = node == root ? nullptr : node->next;
  }
}

}  // namespace

bool Node::is_text() const { return node_ != nullptr && is_words(pointer(*this)); }
bool Node::is_element() const { return node_ != nullptr && pointer(*this)->type == XML_ELEMENT_NODE; }

std::string_view Node::name() const { return node_ == nullptr || is_text() ? std::string_view() : view(pointer(*this)->name); }

std::string_view Node::text() const { return is_text() ? view(pointer(*this)->content) : std::string_view(); }

std::string Node::content() const {
  if (node_ == nullptr) return {};
  if (is_text()) return std::string(text());
  const xmlNode* root = pointer(*this);
  std::string joined;
  for (const xmlNode* node = root->children; node != nullptr;) {
    if (is_words(node)) joined += view(node->content);
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node->next == nullptr && node->parent != root) node = node->parent;
    node = node->next;
  }
  return joined;
}

std::string_view Node::attribute(const char* key) const {
  if (!is_element()) return {};
  for (const xmlAttr* each = pointer(*this)->properties; each != nullptr; each = each->next)
    if (view(each->name) == key) return each->children == nullptr ? std::string_view() : view(each->children->content);
  return {};
}

Node Node::first_child() const { return is_element() ? Node(pointer(*this)->children) : Node(); }
Node Node::next() const { return node_ == nullptr ? Node() : Node(pointer(*this)->next); }

Node Node::parent() const {
  if (node_ == nullptr) return {};
  xmlNode* above = pointer(*this)->parent;
  return above == nullptr || above->type != XML_ELEMENT_NODE ? Node() : Node(above);
}

Origin Node::origin() const {
  for (const xmlNode* node = pointer(*this); node != nullptr && node->type != XML_DOCUMENT_NODE; node = node->parent)
    if (node->_private != nullptr) return *static_cast<const Origin*>(node->_private);
  return {};
}

Tree::Tree(const char* root_name) {
  xmlInitParser();
  xmlDoc* document = xmlNewDoc(chars("1.0"));
  document->dict = xmlDictCreate();
  xmlDocSetRootElement(document, xmlNewDocNodeEatName(document, nullptr,
                                                      const_cast<xmlChar*>(xmlDictLookup(document->dict, chars(root_name), -1)),
                                                      nullptr));
  document_ = document;
}

Tree::~Tree() {
  auto* document = static_cast<xmlDoc*>(document_);
  give_back(xmlDocGetRootElement(document));
  xmlFreeDoc(document);
}

Node Tree::root() const { return Node(xmlDocGetRootElement(static_cast<xmlDoc*>(document_))); }

Node Tree::add_element(Node parent, std::string_view name, const Origin* origin) {
  xmlDoc* document = pointer(parent)->doc;
  const xmlChar* known = xmlDictLookup(document->dict, chars(name.data()), static_cast<int>(name.size()));
  xmlNode* element = xmlNewDocNodeEatName(document, nullptr, const_cast<xmlChar*>(known), nullptr);
  element->_private = const_cast<Origin*>(origin);
  hang(pointer(parent), element);
  return Node(element);
}

void Tree::borrow_attribute(Node element, std::string_view name, const std::string& value) {
  hang_attribute(pointer(element), name, value);
}

void Tree::add_attribute(Node element, std::string_view name, std::string value) {
  hang_attribute(pointer(element), name, kept_.emplace_back(std::move(value)));
}

void Tree::borrow_text(Node element, const std::string& text, const Origin* origin) {
  xmlNode* words = borrowing_node(pointer(element)->doc, text);
  words->_private = const_cast<Origin*>(origin);
  hang(pointer(element), words);
}

void Tree::add_text(Node element, std::string text, const Origin* origin) {
  borrow_text(element, kept_.emplace_back(std::move(text)), origin);
}

Node Tree::borrow_record(Node parent, const Record& record, const std::function<void(Node, const Record&)>& decorate) {
  struct Open {
    Node into;
    const Record* record;
    std::size_t next;
  };
  const auto element = [&](Node into, const Record& from) {
    const Node made = add_element(into, from.name, &from.origin);
    for (const auto& [name, value] : from.attributes) borrow_attribute(made, name, value);
    if (decorate) decorate(made, from);
    return made;
  };
  const Node top = element(parent, record);
  std::vector<Open> open{{top, &record, 0}};
  while (!open.empty()) {
    if (open.back().next == open.back().record->children.size()) {
      open.pop_back();
      continue;
    }
    const Node into = open.back().into;
    const Record& child = open.back().record->children[open.back().next++];
    if (child.is_text()) borrow_text(into, child.text, &child.origin);
    else open.push_back({element(into, child), &child, 0});
  }
  return top;
}

void Tree::close() { xmlXPathOrderDocElems(static_cast<xmlDoc*>(document_)); }

struct Expression::State {
  std::string text;
  std::optional<Walk> walk;  ///< most questions of a template need no machine
  struct Release {
    void operator()(xmlXPathCompExpr* held) const { xmlXPathFreeCompExpr(held); }
  };
  std::unique_ptr<xmlXPathCompExpr, Release> compiled;
};

namespace {

/// What libxml2 says about a question: its first message, and how far it had read.
struct Heard {
  std::string what;
  int at = -1;
};

void listen(void* heard_by, xmlError* error) {
  auto& heard = *static_cast<Heard*>(heard_by);
  if (error == nullptr || heard.at >= 0) return;
  heard.at = std::max(0, error->int1);
  if (error->code == XML_XPATH_UNDEF_VARIABLE_ERROR) heard.what = "a variable is not known";
  if (error->code == XML_XPATH_INVALID_ARITY) heard.what = "a function has the wrong number of arguments";
  if (error->code == XML_XPATH_INVALID_TYPE) heard.what = "a part of it is of the wrong type";
}

/// Some messages go by this way, which would otherwise end on standard error.
__attribute__((format(printf, 2, 3))) void overhear(void* heard_by, const char* format, ...) {
  auto& heard = *static_cast<Heard*>(heard_by);
  if (!heard.what.empty()) return;
  char message[200];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  heard.what = fold_space(message);
  if (const std::size_t colon = heard.what.find(": "); heard.what.starts_with("xmlXPath") && colon != std::string::npos)
    heard.what.erase(0, colon + 2);
}

/// Hears what libxml2 says as long as it lives.
struct Listening {
  explicit Listening(Heard& heard) { xmlSetGenericErrorFunc(&heard, overhear); }
  ~Listening() { xmlSetGenericErrorFunc(nullptr, nullptr); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
};

}  // namespace

Result<Expression> Expression::compile(std::string_view text) {
  auto state = std::make_shared<State>();
  state->text = std::string(trim(text));
  state->walk = Walk::read(state->text);
  Heard heard;
  const Listening listening(heard);
  xmlXPathContext* context = xmlXPathNewContext(nullptr);
  context->userData = &heard;
  context->error = listen;
  state->compiled.reset(xmlXPathCtxtCompile(context, chars(state->text.c_str())));
  xmlXPathFreeContext(context);
  if (state->compiled == nullptr) {
    std::string what = "the XPath \"" + state->text + "\" cannot be read";
    if (!heard.what.empty()) what += ": " + heard.what;
    if (heard.at > 0 && static_cast<std::size_t>(heard.at) < state->text.size()) what += " after \"" + state->text.substr(0, static_cast<std::size_t>(heard.at)) + "\"";
    return Fault{"", 0, 0, std::move(what), "paths look like /case/board/name, tests like @regime='ENG-WT2015'"};
  }
  Expression expression;
  expression.state_ = std::move(state);
  return expression;
}

const std::string& Expression::text() const {
  static const std::string none;
  return state_ == nullptr ? none : state_->text;
}

namespace {

/// has(ids, id): whether a list of ids with spaces between them has the id.
void has_function(xmlXPathParserContext* parser, int count) {
  if (count != 2) {
    xmlXPathSetArityError(parser);
    return;
  }
  xmlChar* wanted = xmlXPathPopString(parser);
  xmlChar* list = xmlXPathPopString(parser);
  const std::string padded = " " + fold_space(view(list)) + " ";
  const std::string id = " " + fold_space(view(wanted)) + " ";
  xmlFree(wanted);
  xmlFree(list);
  xmlXPathReturnBoolean(parser, id.size() > 2 && padded.find(id) != std::string::npos);
}

Answer of_nodes(std::vector<Node> nodes) {
  Answer answer;
  answer.of_nodes = true;
  answer.truth = !nodes.empty();
  if (!nodes.empty()) answer.text = nodes.front().content();
  answer.nodes = std::move(nodes);
  return answer;
}

Answer of_object(xmlXPathObject* object) {
  if (object->type == XPATH_NODESET) {
    std::vector<Node> nodes;
    if (object->nodesetval != nullptr) {
      xmlXPathNodeSetSort(object->nodesetval);
      nodes.reserve(static_cast<std::size_t>(object->nodesetval->nodeNr));
      for (int at = 0; at < object->nodesetval->nodeNr; ++at) nodes.push_back(Node(object->nodesetval->nodeTab[at]));
    }
    return of_nodes(std::move(nodes));
  }
  Answer answer;
  xmlChar* text = xmlXPathCastToString(object);
  answer.text = view(text);
  xmlFree(text);
  answer.truth = xmlXPathCastToBoolean(object) != 0;
  return answer;
}

}  // namespace

Asker::Asker(const Tree& tree) {
  xmlXPathContext* context = xmlXPathNewContext(pointer(tree.root())->doc);
  xmlXPathContextSetCache(context, 1, -1, 0);
  xmlXPathRegisterFunc(context, chars("has"), has_function);
  context_ = context;
}

Asker::~Asker() { xmlXPathFreeContext(static_cast<xmlXPathContext*>(context_)); }

Answer Asker::ask(const Expression& question, Node context) const {
  const Expression::State& state = question.state();
  if (state.walk && context.is_element()) return state.walk->answer(context);
  auto* machine = static_cast<xmlXPathContext*>(context_);
  Heard heard;
  const Listening listening(heard);
  machine->userData = &heard;
  machine->error = listen;
  machine->node = pointer(context);
  machine->opLimit = most_question_steps;
  machine->opCount = 0;
  xmlXPathObject* object = xmlXPathCompiledEval(state.compiled.get(), machine);
  if (object == nullptr) {
    Answer failed;
    failed.error = "the XPath \"" + state.text + "\" cannot be worked out" + (heard.what.empty() ? "" : ": " + heard.what);
    return failed;
  }
  Answer answer = of_object(object);
  xmlXPathFreeObject(object);
  return answer;
}

void Asker::set_variable(const std::string& name, Node node) {
  auto* machine = static_cast<xmlXPathContext*>(context_);
  xmlXPathRegisterVariable(machine, chars(name.c_str()), node ? xmlXPathNewNodeSet(pointer(node)) : nullptr);
}

std::vector<std::string> names_in(std::string_view question) {
  static constexpr std::string_view operators[] = {"and", "or", "div", "mod"};
  std::vector<std::string> names;
  for (std::size_t at = 0; at < question.size();) {
    const char c = question[at];
    if (c == '\'' || c == '"') {
      const std::size_t end = question.find(c, at + 1);
      at = end == std::string_view::npos ? question.size() : end + 1;
    } else if (std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_') {
      const std::size_t start = at;
      while (at < question.size() && (std::isalnum(static_cast<unsigned char>(question[at])) != 0 || question[at] == '-' || question[at] == '_')) ++at;
      const std::string_view name = question.substr(start, at - start);
      std::size_t after = at;
      while (after < question.size() && question[after] == ' ') ++after;
      const bool call = after < question.size() && question[after] == '(';
      const bool axis = question.substr(after, 2) == "::";
      const bool can_operate = start > 0 && std::find(std::begin(operators), std::end(operators), name) != std::end(operators) &&
                               std::string_view("/@$[(:").find(trim(question.substr(0, start)).empty() ? '/' : trim(question.substr(0, start)).back()) == std::string_view::npos;
      if (axis) at = after + 2;
      else if (!call && !can_operate) {
        const char before = start == 0 ? ' ' : question[start - 1];
        names.push_back((before == '@' ? "@" : before == '$' ? "$" : "") + std::string(name));
      }
    } else {
      ++at;
    }
  }
  return names;
}

}  // namespace casewright::xpath
