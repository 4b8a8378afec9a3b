#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "foreign/json.h"

namespace casewright::json {

/// Writes JSON as it comes, one space a level, letter for letter as `Value::dump(1)` would: for lists so long that a
/// tree of them would cost more than what they tell. Quoting and figures are the library's; a text that is no UTF-8
/// gets the sign of replacement. Appends to `out`, which must outlive it.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void open(char bracket);   ///< '{' or '['
  void close(char bracket);  ///< its counterpart
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool is);
  void value(std::integral auto number) { put(std::to_string(number)); }
  void value(double number);
  void value(const Value& tree);

  template <class Kind>
  void member(std::string_view name, const Kind& of) {
    key(name);
    value(of);
  }

 private:
  void put(std::string_view written);
  void begin();

  std::string& out_;
  std::size_t depth_ = 0;
  bool first_ = true;      ///< nothing stands in the bracket that is open
  bool after_key_ = false;
};

}  // namespace casewright::json
