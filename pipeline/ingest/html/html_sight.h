#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "foreign/xml/html.h"

namespace casewright {

/// Style sheets that stand beside a page, by the address that it gives for each.
using StyleSheets = std::map<std::string, std::string, std::less<>>;

/// How an element is hidden from somebody who looks at the page.
struct HtmlHiding {
  std::string_view risk;   ///< as rules name it; empty where nobody is kept from it but some programs (aria-hidden)
  bool harmless = false;   ///< hidden from the eye to be read aloud: a skip link, a class for screen readers
};

/// What the looks of a page's elements tell.
struct HtmlSight {
  std::unordered_map<const html::Node*, HtmlHiding> hidden;
  std::unordered_set<const html::Node*> faint;  ///< whose own words can be read and stand out too little
  std::map<std::string, std::uint32_t, std::less<>> barriers;  ///< what keeps people out ("moving-words"), with how often
};

/// Every element that hides what is in it, by its attributes, its own style or the page's style sheets; what stands in another
/// that is hidden is left out. `beside` are the style sheets outside the page that are at hand; where others are missing, colours that
/// the page does not set itself are taken for readable.
HtmlSight look_over(const html::Node& root, const StyleSheets& beside = {});

/// True for a link to a style sheet that a screen shows.
bool links_style_sheet(const html::Node& node);

}  // namespace casewright
