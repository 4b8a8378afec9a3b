#include "ingest/office/docx_hearing.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
namespace {

/// Content controls that hold something else than what a person is asked for.
bool holds_parts(const OfficeNode& properties) {
  static constexpr std::array<const char*, 8> others{"w:docPartObj", "w:docPartList", "w:group",        "w:picture",
                                                     "w:citation",   "w:equation",    "w:bibliography", "w15:repeatingSection"};
  return std::any_of(others.begin(), others.end(), [&](const char* each) { return properties.child(each) != nullptr; });
}

/// True for a control that a person fills in: of a kind that takes one answer, or any that still shows its prompt.
bool is_filled_in(const OfficeNode& properties) {
  static constexpr std::array<const char*, 5> kinds{"w:text", "w:date", "w:dropDownList", "w:comboBox", "w14:checkbox"};
  if (holds_parts(properties)) return false;
  return is_on(properties.child("w:showingPlcHdr")) || std::any_of(kinds.begin(), kinds.end(), [&](const char* each) { return properties.child(each) != nullptr; });
}

/// The fields inside that a listener is told no name of.
std::uint32_t unnamed_fields(const OfficeNode& root) {
  std::uint32_t count = 0;
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is("w:del") || next->is("w:moveFrom") || next->is("mc:Fallback")) continue;
    if (next->is("w:sdtPr")) count += is_filled_in(*next) && trim(next->value_of("w:alias")).empty();
    if (next->is("w:ffData")) count += trim(next->value_of("w:statusText")).empty() && trim(next->value_of("w:helpText")).empty();
    for (const OfficeNode& each : next->children) open.push_back(&each);
  }
  return count;
}

}  // namespace

void note_what_is_heard(const WordStory& story) {
  std::vector<BrokenCondition>& broken = story.reading.container.broken;
  if (const std::uint32_t fields = unnamed_fields(story.package.main().root); fields > 0) broken.push_back({"field-unnamed", 0, "", "", fields});
  if (story.links_unnamed > 0) broken.push_back({"link-unnamed", 0, "", "", story.links_unnamed});
  if (!story.boxes_astray.empty()) broken.push_back({"text-box-astray", story.boxes_astray.front(), "", "", static_cast<std::uint32_t>(story.boxes_astray.size())});
  std::size_t told = 0;
  for (const auto& [language, letters] : story.letters_by_language) told += letters;
  constexpr std::size_t share = 5;  // a few words without a language are no fault of the document
  if (story.letters_untold * share > told + story.letters_untold) broken.push_back({"language-missing", 0, "", "", 1});
}

}  // namespace casewright
