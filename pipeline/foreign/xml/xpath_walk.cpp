#include "foreign/xml/xpath_walk.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <utility>

#include <libxml/tree.h>

namespace casewright::xpath {
namespace {

using Path = Walk::Path;
using Step = Walk::Step;
using Test = Walk::Test;

/// Reads a question from left to right; each function takes nothing where it gives false.
class QuestionReader {
 public:
  explicit QuestionReader(std::string_view text) : text_(text) { spaces(); }

  bool at_end() const { return at_ == text_.size(); }
  bool sign(char c) {
    if (peek() != c) return false;
    ++at_;
    spaces();
    return true;
  }

  bool path(Path& path) {
    if (peek() == '.') {
      if (peek(1) == '.' || peek(1) == '/' || is_digit(peek(1))) return false;
      return sign('.');
    }
    do {
      Step& step = path.emplace_back();
      step.attribute = sign('@');
      if (!name(step.name) || peek() == '(') return false;
      if (step.attribute) return peek() != '/' && peek() != '[';
      while (sign('['))
        if (!filter(step.filters.emplace_back()) || !sign(']')) return false;
    } while (sign('/'));
    return true;
  }

  bool either(Test& test) {
    return joined(test, "or", Test::Kind::or_, [this](Test& part) { return both(part); });
  }

  /// Takes `word(`.
  bool call(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    const std::size_t before = std::exchange(at_, at_ + word.size());
    spaces();
    if (sign('(')) return true;
    at_ = before;
    return false;
  }

 private:
  static constexpr int deepest = 20;

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool opens_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
  static bool in_name(char c) { return opens_name(c) || is_digit(c) || c == '-'; }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void spaces() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }

  bool name(std::string& name) {
    const std::size_t from = at_;
    if (!opens_name(peek())) return false;
    while (in_name(peek())) ++at_;
    if (peek() == '.' || static_cast<unsigned char>(peek()) >= 0x80) return false;
    name = text_.substr(from, at_ - from);
    spaces();
    return peek() != ':';
  }

  bool literal(std::string& value) {
    const char mark = peek();
    if (mark != '\'' && mark != '"') return false;
    const std::size_t end = text_.find(mark, at_ + 1);
    if (end == std::string_view::npos) return false;
    value = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    spaces();
    return true;
  }

  bool filter(Test& test) {
    if (!is_digit(peek())) return either(test);
    test.kind = Test::Kind::place;
    for (int digits = 0; is_digit(peek()) && digits < 6; ++digits) test.place = test.place * 10 + static_cast<std::size_t>(text_[at_++] - '0');
    spaces();
    return true;
  }

  /// One part, or several with `word` between them.
  template <class ReadPart>
  bool joined(Test& test, std::string_view word, Test::Kind kind, ReadPart read_part) {
    if (!read_part(test)) return false;
    while (text_.substr(at_).starts_with(word) && !in_name(peek(word.size()))) {
      at_ += word.size();
      spaces();
      if (test.kind != kind) {
        Test whole;
        whole.kind = kind;
        whole.parts.push_back(std::move(test));
        test = std::move(whole);
      }
      if (!read_part(test.parts.emplace_back())) return false;
    }
    return true;
  }

  bool both(Test& test) {
    return joined(test, "and", Test::Kind::and_, [this](Test& part) { return single(part); });
  }

  bool single(Test& test) {
    if (call("not")) {
      test.kind = Test::Kind::not_;
      if (++depth_ > deepest || !either(test.parts.emplace_back())) return false;
      --depth_;
      return sign(')');
    }
    if (++depth_ > deepest || !path(test.path)) return false;
    --depth_;
    if (!sign('=')) return true;
    test.kind = Test::Kind::equals;
    return literal(test.value);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

bool named(const xmlChar* name, const std::string& wanted) {
  return std::strcmp(reinterpret_cast<const char*>(name), wanted.c_str()) == 0;
}

bool holds(const Test& test, xmlNode* context);

/// Whether an element passes a step's filters; `seen` counts what came to each of them.
bool passes(const std::vector<Test>& filters, xmlNode* element, std::vector<std::size_t>& seen) {
  for (std::size_t i = 0; i < filters.size(); ++i)
    if (filters[i].kind == Test::Kind::place ? ++seen[i] != filters[i].place : !holds(filters[i], element)) return false;
  return true;
}

/// Calls `visit(node)` for each node at the end of the path until it says false; false where it did.
/// As deep as the path has steps.
template <class Visit>
bool walk(const Step* step, const Step* end, xmlNode* context, const Visit& visit) {
  if (step == end) return visit(Node(context));
  if (step->attribute) {
    for (xmlAttr* each = context->properties; each != nullptr; each = each->next)
      if (named(each->name, step->name) && !visit(Node(each))) return false;
    return true;
  }
  std::vector<std::size_t> seen(step->filters.size());
  for (xmlNode* each = context->children; each != nullptr; each = each->next)
    if (each->type == XML_ELEMENT_NODE && named(each->name, step->name) && passes(step->filters, each, seen) &&
        !walk(step + 1, end, each, visit))
      return false;
  return true;
}

template <class Visit>
bool walk(const Path& path, xmlNode* context, const Visit& visit) {
  return walk(path.data(), path.data() + path.size(), context, visit);
}

bool has_value(Node node, const std::string& value) {
  if (node.is_element()) return node.content() == value;
  const auto* attribute = static_cast<const xmlAttr*>(node.raw());
  return attribute->children == nullptr ? value.empty() : named(attribute->children->content, value);
}

bool holds(const Test& test, xmlNode* context) {
  const auto part_holds = [context](const Test& part) { return holds(part, context); };
  switch (test.kind) {
    case Test::Kind::there: return !walk(test.path, context, [](Node) { return false; });
    case Test::Kind::equals: return !walk(test.path, context, [&](Node node) { return !has_value(node, test.value); });
    case Test::Kind::place: return false;
    case Test::Kind::not_: return !part_holds(test.parts.front());
    case Test::Kind::and_: return std::all_of(test.parts.begin(), test.parts.end(), part_holds);
    case Test::Kind::or_: return std::any_of(test.parts.begin(), test.parts.end(), part_holds);
  }
  return false;
}

}  // namespace

std::optional<Walk> Walk::read(std::string_view question) {
  Walk read;
  QuestionReader counting(question);
  if (counting.call("count")) {
    read.kind_ = Kind::count;
    if (counting.path(read.path_) && counting.sign(')') && counting.at_end()) return read;
    return std::nullopt;
  }
  QuestionReader nodes(question);
  if (nodes.path(read.path_) && nodes.at_end()) return read;
  read.path_.clear();
  read.kind_ = Kind::truth;
  QuestionReader truth(question);
  if (truth.either(read.test_) && truth.at_end()) return read;
  return std::nullopt;
}

Answer Walk::answer(Node context) const {
  auto* from = static_cast<xmlNode*>(context.raw());
  Answer answer;
  if (kind_ == Kind::truth) {
    answer.truth = holds(test_, from);
    answer.text = answer.truth ? "true" : "false";
  } else if (kind_ == Kind::count) {
    std::size_t count = 0;
    walk(path_, from, [&count](Node) { return ++count, true; });
    answer.truth = count != 0;
    answer.text = std::to_string(count);
  } else {
    answer.of_nodes = true;
    walk(path_, from, [&answer](Node node) { return answer.nodes.push_back(node), true; });
    answer.truth = !answer.nodes.empty();
    if (answer.truth) answer.text = answer.nodes.front().content();
  }
  return answer;
}

}  // namespace casewright::xpath
