#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/span.h"

namespace casewright::regex {

/// Why a pattern cannot be used: which character of it, from 1, and what is wrong there.
struct Trouble {
  std::uint32_t at = 0;
  std::string what;
};

/// How a pattern is read.
struct Reading {
  bool ignore_case = false;
};

/// One match: the whole and its first group, which is empty where it took no part.
struct Match {
  Span whole;
  Span first;
};

/// A compiled regular expression over UTF-8 text, shared and read-only; `^` and `$` stand at line ends.
class Pattern {
 public:
  /// Compiles `pattern`, or tells why it cannot.
  static std::variant<Pattern, Trouble> read(std::string_view pattern, Reading reading);

  /// The first match that begins at byte `from` of `text` or later. A pattern that needs too much work on
  /// a text finds nothing there; that bound keeps a hostile text from stopping a check.
  std::optional<Match> find(std::string_view text, std::uint32_t from = 0) const;

  struct State;

 private:
  std::shared_ptr<const State> state_;
};

}  // namespace casewright::regex
