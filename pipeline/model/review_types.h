#pragma once

#include <string_view>

namespace casewright {

/// The name of a kind of review as people say it, from its code in case.xml or in a manifest ("lcspr"), and from its regime where
/// nations mean different things by one short form; empty for a code that no regime knows.
std::string_view review_type_name(std::string_view type, std::string_view regime = {});

}  // namespace casewright
