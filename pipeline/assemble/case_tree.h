#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "foreign/xml/xpath.h"
#include "model/case.h"

namespace casewright {

/// A public case as the tree that templates ask; its layout is described in templates/README.md. It borrows
/// the words of the case, which must outlive it. Several templates can be filled from one.
class CaseTree {
 public:
  explicit CaseTree(const PublicCase& known);

  const PublicCase& known() const { return known_; }
  const xpath::Tree& tree() const { return *tree_; }
  xpath::Node root() const { return tree_->root(); }

 private:
  const PublicCase& known_;
  std::unique_ptr<xpath::Tree> tree_;
};

/// Names of elements and attributes ("@days") that the tree has beside those of the case's schemas.
const std::vector<std::string_view>& names_of_case_tree();

}  // namespace casewright
