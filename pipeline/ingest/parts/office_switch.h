#pragma once

namespace casewright {

/// True for a switch of WordprocessingML (w:b, w:vanish) that is there and not turned off again, in a part's tree, its markup or on the way through it.
template <class Element>
bool is_on(const Element* element) {
  if (element == nullptr) return false;
  const auto value = element->attribute("val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace casewright
