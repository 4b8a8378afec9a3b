#pragma once

#include <string_view>

namespace casewright {

/// The name of a kind of review as people say it, from its code in case.xml or in a manifest ("lcspr"); empty for a code that
/// no regime knows.
std::string_view review_type_name(std::string_view type);

}  // namespace casewright
