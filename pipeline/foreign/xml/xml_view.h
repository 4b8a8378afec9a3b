#pragma once

#include <libxml/xmlstring.h>

#include <string_view>

namespace casewright::xml {

/// libxml2's text as it is; empty for none.
inline std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text)); }

}  // namespace casewright::xml
