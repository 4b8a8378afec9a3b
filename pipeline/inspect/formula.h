#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// A formula of numbers, names, + - * / ^, brackets and sqrt(), as Vale's metrics write them.
class Formula {
 public:
  using Lookup = std::function<std::optional<double>(std::string_view)>;

  /// Reads a formula; `trouble` says why it cannot be used.
  static Formula read(std::string_view text);
  const std::string& trouble() const { return trouble_; }
  /// The names it has, in order.
  std::vector<std::string> names() const;
  /// Its value, or nothing where `look_up` does not know a name.
  std::optional<double> value(const Lookup& look_up) const;

 private:
  friend class FormulaReader;
  /// One step of a machine with a stack: a number, a name or a sign.
  struct Step {
    char sign = 0;  ///< '#' a number, 'n' a name, 's' a square root, '~' a change of sign, else the operation
    double number = 0;
    std::string name;
  };
  std::vector<Step> steps_;
  std::string trouble_;
};

}  // namespace casewright
