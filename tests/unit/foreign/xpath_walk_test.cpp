#include "foreign/xml/xpath_walk.h"

#include <catch2/catch.hpp>

using namespace casewright;
using xpath::Answer;
using xpath::Node;
using xpath::Tree;

namespace {

/// A small tree with repeated names, places, empty values and names that are also operators.
struct SmallTree {
  Tree tree{"case"};
  std::vector<std::string> words{"first", "second", "", "x", "or", "yes"};
  std::vector<Node> contexts;

  SmallTree() {
    const Node root = tree.root();
    contexts.push_back(root);
    for (int i = 0; i < 3; ++i) {
      const Node event = tree.add_element(root, "event");
      contexts.push_back(event);
      tree.add_attribute(event, "id", "e" + std::to_string(i));
      if (i != 1) tree.borrow_attribute(event, "key", words[5]);
      if (i == 1) tree.borrow_attribute(event, "empty", words[2]);
      for (int same = 0; same < i; ++same) {
        const Node element = tree.add_element(event, "same");
        contexts.push_back(element);
        tree.borrow_text(element, words[static_cast<std::size_t>(same)]);
        tree.borrow_text(tree.add_element(element, "or"), words[3]);
        tree.borrow_attribute(element, "or", words[4]);
      }
      tree.borrow_text(event, words[3]);
    }
    tree.add_element(root, "not");
    tree.close();
  }
};

void compare(const char* question) {
  INFO(question);
  const SmallTree small;
  const xpath::Asker asker(small.tree);
  REQUIRE(xpath::Walk::read(question).has_value());
  const std::string by_machine = "(" + std::string(question) + ")";  // brackets are not plain
  REQUIRE_FALSE(xpath::Walk::read(by_machine).has_value());
  const auto walked = xpath::Expression::compile(question), worked_out = xpath::Expression::compile(by_machine);
  REQUIRE(walked.ok());
  REQUIRE(worked_out.ok());
  for (const Node context : small.contexts) {
    const Answer got = asker.ask(*walked, context), wanted = asker.ask(*worked_out, context);
    CHECK(got.of_nodes == wanted.of_nodes);
    CHECK(got.nodes == wanted.nodes);
    CHECK(got.text == wanted.text);
    CHECK(got.truth == wanted.truth);
    CHECK(got.error == wanted.error);
  }
}

}  // namespace

TEST_CASE("a plain question is answered as XPath answers it") {
  for (const char* question :
       {".", "event", "@id", "@key", "@none", "event/same", "event/same/or", "event/@id", "event/same/@or", "event / same", "event[1]",
        "event[2]/@id", "event[9]", "event[0]", "event/same[1]", "event/same[2]/or", "event[@key]", "event[@key][2]", "event[2][@key]",
        "event[@key='yes' and same]", "event[@key and not(same)]", "event[not(@key)]/same", "event[not(@key) or same[2]]",
        "event[same='firstx']", "event[same/or='x']/@id", "event[same[2]]", "@id='e1'", "@id=\"e1\"", "@id = 'e1'", "@none=''", "@empty=''", "@empty",
        "@key='yes' or @id='e1'", "@key='yes' and @id='e0'", "@key and same or @empty", "@empty or @key and same", "same='secondx'",
        "same=''", ".='xx'", ". = 'firstx'", "not(@key)", "not(@key or same)", "not(not(@key='yes') and same)", "not( event )", "not",
        "or", "or or or", "same/or and same", "and", "@or", "count(event)", "count(event[@key]/same)", "count( @id )", "count(none)",
        "event[same/@or='or' or @id='e0']", " event ", "event[ @key ]", "count"})
    compare(question);
}

TEST_CASE("what is not plain is left to XPath itself") {
  for (const char* question : {"..", "./event", "//event", "/case", "*", "@*", "text()", "event/text()", "event[last()]", "event[position()=1]",
                               "self::case", "event | @id", "$x", "@id!='e1'", "count(event) = 1", "event[has(@id, 'e1')]", "'x'", "1", "x:y",
                               "-event", "event + 1", "event[1.5]", "event[count(same)=1]", "starts-with(@id, 'e')", "@id=1", "'e1'=@id", "a.b", ""})
    CHECK_FALSE(xpath::Walk::read(question).has_value());
}
