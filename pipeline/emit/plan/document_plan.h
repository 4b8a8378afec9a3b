#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/document.h"

namespace casewright {

/// A heading with its place in the page: its anchor and the level of its HTML element, 2 to 6.
struct PlannedHeading {
  const Block* block = nullptr;
  std::string id;
  int level = 2;
};

/// What must be known of a document before its first byte is written: title, headings, notes and anchors.
struct DocumentPlan {
  const Block* title = nullptr;              ///< the one that becomes the page's h1
  std::vector<const Block*> subtitles;       ///< those that stand right behind it
  std::vector<PlannedHeading> headings;      ///< in reading order
  std::unordered_map<const Block*, std::size_t> heading_of;
  std::unordered_set<const Block*> contents_headings;  ///< of the report's own contents, whose place the page's take
  std::vector<const Block*> notes;           ///< in the order of their first reference, then the others
  std::unordered_map<std::string_view, std::size_t> note_of;  ///< by the note's id
  std::unordered_map<std::string_view, std::string> anchors;  ///< a block's id -> its anchor on the page
  std::unordered_set<std::string> taken;     ///< every anchor given so far

  /// An anchor like `wish` that nothing else on the page has.
  std::string free_anchor(std::string_view wish);
};

/// The words of a heading as contents tell them: without links, notes and marks, with their languages.
std::vector<Inline> words_for_contents(const Block& heading);

/// Walks the document once and plans its page. Levels of headings are closed up so that none is skipped.
DocumentPlan plan_document(const Document& document);

}  // namespace casewright
