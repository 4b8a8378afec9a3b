#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "foreign/html.h"

namespace casewright {

/// How an element is hidden from somebody who looks at the page.
struct HtmlHiding {
  std::string_view risk;   ///< as rules name it; empty where nobody is kept from it but some programs (aria-hidden)
  bool harmless = false;   ///< hidden from the eye to be read aloud: a skip link, a class for screen readers
};

/// What the looks of a page's elements tell.
struct HtmlSight {
  std::unordered_map<const html::Node*, HtmlHiding> hidden;
  std::unordered_set<const html::Node*> faint;  ///< whose own words can be read and stand out too little
};

/// Every element that hides what is in it, by its attributes, its own style or the page's style sheets; what stands in another
/// that is hidden is left out. Style sheets outside the page are not at hand: where the page has some, colours that it does
/// not set itself are taken for readable.
HtmlSight look_over(const html::Node& root);

}  // namespace casewright
