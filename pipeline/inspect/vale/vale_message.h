#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// A message of Vale in our terms: `first` and `second` stand for its arguments (%s in order, or %[1]s and %[2]s).
std::string message_of_vale(std::string text, std::string_view first, std::string_view second);

/// Words parted by "or", in the quotation marks that the message has around its first argument.
std::string one_of(const std::vector<std::string>& words, std::string_view message);

}  // namespace casewright
