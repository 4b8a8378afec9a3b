#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "foreign/xml/html.h"
#include "ingest/blocks/source_text.h"
#include "ingest/html/html_sight.h"
#include "model/container.h"
#include "model/document.h"

namespace casewright {

/// What must be known of a whole page before its parts can be read.
struct HtmlPage {
  const html::Node* root = nullptr;
  const SourceText* source = nullptr;
  std::set<const html::Node*> notes;            ///< elements that hold one footnote each
  std::map<std::string, std::string> note_of;   ///< anchor that a reference names -> id of the note
  std::set<const html::Node*> references;       ///< links that refer to a note
  std::set<std::string> reference_anchors;      ///< where the way back from a note leads
  std::unordered_map<const html::Node*, HtmlHiding> hidden;  ///< elements that hide what is in them
  std::unordered_set<const html::Node*> faint;  ///< elements whose own words stand out too little
  std::map<std::string, std::uint32_t, std::less<>> barriers;  ///< what its style sheets do that keeps people out, with how often
  std::size_t missing_sheets = 0;               ///< style sheets that it names and that are not at hand
  std::size_t first_headings = 0;               ///< how many h1 it has
  bool has_article = false;

  Origin origin_of(const html::Node& node) const { return source->origin(1, node.source); }
};

/// Looks a page over.
HtmlPage survey(const html::Node& root, const SourceText& source, const StyleSheets& beside = {});

/// True where a browser does not show the element: by attribute, by style, or to some readers only (aria-hidden).
bool is_hidden(const HtmlPage& page, const html::Node& node);
/// True where one of the element's classes is that.
bool has_class(const html::Node& node, std::string_view wanted);

/// True for menus, searches and notices that a script would show: short labels, no sentences.
bool is_page_furniture(const html::Node& node);

/// Everything in the page that a reader does not see: metadata, comments, hidden words, attributes, scripts, the
/// values of forms, links without words, the names of pictures. `document` is what the reader sees.
void carry_hidden_things(const HtmlPage& page, const Document& document, Container& container);

}  // namespace casewright
