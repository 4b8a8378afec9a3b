#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::pdf {

/// An operand of a content stream as its bytes stand: nothing is made of it before somebody asks.
struct Operand {
  enum class Kind { number, name, string, array, dictionary, other } kind = Kind::other;
  std::string_view raw;

  /// The name with its slash and without escapes; empty for anything else.
  std::string name() const;
  /// The number, cut to a whole one; `otherwise` for anything else.
  long long whole(long long otherwise) const;
};

/// Takes an operator with the operands before it; false ends the scan.
using TakeOperator = std::function<bool(std::string_view, const std::vector<Operand>&)>;

/// Walks a content stream once. An inline picture comes as the operator EI alone; what is damaged is passed over.
void scan_content(std::string_view bytes, const TakeOperator& take);
/// The bytes of each string of an operand: of itself, or of those in its array.
void each_string(const Operand& operand, const std::function<void(const std::string&)>& take);

}  // namespace casewright::pdf
