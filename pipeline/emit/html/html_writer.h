#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// A neighbour of a page on a website.
struct PageLink {
  std::string title;
  std::string href;
};

/// What stands around a document on a page of a website.
struct HtmlSurroundings {
  std::vector<PageLink> related;  ///< the review's other documents
  bool distressing = true;        ///< tells of harm: support contacts first, and a way to leave quickly
};

/// The document as one HTML page that meets WCAG 2.2 AA: complete in one file, without a script, asking
/// no other host for anything. The same document and theme give the same bytes.
std::string write_html(const Document& document, const Theme& theme);
std::string write_html(const Document& document, const Theme& theme, const HtmlSurroundings& around);

}  // namespace casewright
