#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "base/result.h"

namespace casewright::xpath {

/// One element, run of text or attribute of a Tree; as cheap to copy as a pointer, good as long as the Tree.
class Node {
 public:
  Node() = default;
  explicit Node(void* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Node&) const = default;
  bool is_text() const;
  bool is_element() const;
  /// Name of an element or attribute, empty for text.
  std::string_view name() const;
  /// The words of a run of text; empty for anything else.
  std::string_view text() const;
  /// All words inside, joined, white space as it stands.
  std::string content() const;
  /// An attribute's value, empty where there is none.
  std::string_view attribute(const char* key) const;
  Node first_child() const;
  Node next() const;
  Node parent() const;
  /// Where it stands in the case's files; that of the nearest element around it where it has none of its own.
  Origin origin() const;
  void* raw() const { return node_; }

 private:
  void* node_ = nullptr;
};

/// A tree that XPath can ask. It borrows words and origins from what it is built of, which must outlive it
/// and stay unchanged; only words that are added as values are kept in the tree itself.
class Tree {
 public:
  explicit Tree(const char* root_name);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  Node root() const;
  /// Adds an element; `origin` is borrowed, null where it is of our own making.
  Node add_element(Node parent, std::string_view name, const Origin* origin = nullptr);
  /// Adds an attribute whose value is borrowed.
  void borrow_attribute(Node element, std::string_view name, const std::string& value);
  /// Adds an attribute; the tree keeps the value.
  void add_attribute(Node element, std::string_view name, std::string value);
  /// Adds a run of text that is borrowed.
  void borrow_text(Node element, const std::string& text, const Origin* origin = nullptr);
  /// Adds a run of text that the tree keeps.
  void add_text(Node element, std::string text, const Origin* origin = nullptr);
  /// Adds a Record with all in it; `decorate` may add attributes to each element.
  Node borrow_record(Node parent, const Record& record, const std::function<void(Node, const Record&)>& decorate);
  /// Numbers the elements, which makes questions over many of them quick; to be called when all is added.
  void close();

 private:
  void* document_;
  std::deque<std::string> kept_;
};

/// A question in XPath 1.0, compiled once; shared and read-only.
class Expression {
 public:
  Expression() = default;
  /// Compiles the question; a fault says what is wrong and where in the question, without file or line.
  static Result<Expression> compile(std::string_view text);

  explicit operator bool() const { return state_ != nullptr; }
  const std::string& text() const;

  struct State;
  const State& state() const { return *state_; }

 private:
  std::shared_ptr<const State> state_;
};

/// What a question came to.
struct Answer {
  bool of_nodes = false;
  std::vector<Node> nodes;  ///< in document order
  std::string text;         ///< as a string; of nodes: that of the first
  bool truth = false;       ///< as a boolean
  std::string error;        ///< what went wrong while asking; the rest is then empty
};

/// Asks questions of one Tree. Beside XPath's own functions it knows `has(ids, id)`: whether `id` is one of
/// the ids in a list with spaces between them.
class Asker {
 public:
  explicit Asker(const Tree& tree);
  ~Asker();
  Asker(const Asker&) = delete;
  Asker& operator=(const Asker&) = delete;

  /// The answer seen from `context`.
  Answer ask(const Expression& question, Node context) const;
  /// Lets `$name` stand for one node; no node takes the name away.
  void set_variable(const std::string& name, Node node);

 private:
  void* context_;
};

/// The names of elements and attributes ("@name") and of variables ("$name") that a question mentions, in order.
std::vector<std::string> names_in(std::string_view question);

}  // namespace casewright::xpath
