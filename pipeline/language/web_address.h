#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// An address of the web with the letters, apostrophes and spaces as letters that it holds as figures: "Wi%C5%9Bniewska" and
/// "Gareth%20Hallam". What would be no text stays as it is.
std::string readable_address(std::string_view address);

}  // namespace casewright
