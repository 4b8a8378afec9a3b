#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foreign/xml/xpath.h"

namespace casewright::xpath {

/// A question so plain that a walk down the tree answers it, exactly as XPath would: paths of names with an
/// attribute at the end (`finding/ul/li`, `line/@id`, `.`), whether such a path is there or has a value
/// (`@told='first'`), `and`, `or`, `not()` and `count()` of these, and both and places in brackets
/// (`event[@date and not(same)]`, `image[1]`).
///
/// libxml2 visits the whole tree for many of these, and sets up a machine for all of them.
class Walk {
 public:
  /// The question read; nothing where it is not that plain.
  static std::optional<Walk> read(std::string_view question);

  /// The answer seen from `context`, which is an element.
  Answer answer(Node context) const;

  struct Test;
  struct Step {
    bool attribute = false;
    std::string name;
    std::vector<Test> filters;
  };
  using Path = std::vector<Step>;  ///< empty for "."
  struct Test {
    enum class Kind { there, equals, place, not_, and_, or_ } kind = Kind::there;
    Path path;
    std::string value;        ///< of equals
    std::size_t place = 0;    ///< among those that pass the filters before it, from 1
    std::vector<Test> parts;  ///< of not_, and_, or_
  };

 private:
  enum class Kind { nodes, count, truth } kind_ = Kind::nodes;
  Path path_;
  Test test_;
};

}  // namespace casewright::xpath
