#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace casewright {

/// True where `value` is one of `all`.
template <class List, class Value>
bool among(const List& all, const Value& value) {
  return std::find(std::begin(all), std::end(all), value) != std::end(all);
}
/// The same for words as they are listed.
inline bool among(std::initializer_list<std::string_view> all, std::string_view word) { return std::find(all.begin(), all.end(), word) != all.end(); }

}  // namespace casewright
