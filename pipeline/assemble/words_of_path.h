#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// The steps of an XPath, without what an alternative behind "|" asks for: "panel/chair/@date" is panel, chair, @date.
std::vector<std::string> steps_of(std::string_view path);

/// Steps as a person types them into a file of the case: `<chair><name>...</name></chair>`, `<publication date="...">...</publication>`,
/// `date="..."` for an attribute alone. Empty where they are more than names and the values of attributes.
std::string typed(const std::vector<std::string>& steps);

}  // namespace casewright
