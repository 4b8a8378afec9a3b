// Tracked changes of a Word document: what was put in, taken out or set otherwise, by whom and when.
#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_body.h"

namespace casewright {

/// All words inside that a reader would see, deleted or not: what is carried of a change.
std::string WordBody::words_of(const OfficeNode& node) {
  std::string all;
  std::vector<const OfficeNode*> open{&node};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is("w:t") || next->is("w:delText") || next->is("a:t") || next->is("m:t") || next->is("w:delInstrText")) {
      all += next->content();
      continue;
    }
    if (next->is("w:instrText") || next->is("mc:Fallback")) continue;
    if (next->is("w:tab") || next->is("w:br") || (next->is("w:p") && !all.empty())) all += ' ';
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return all;
}

void WordBody::changed(const OfficeNode& change, const OfficeNode& held, const char* what) {
  const std::string author(change.attribute("author")), words = words_of(held);
  carry(CarriedKind::revision, "tracked-change", dated(what, change.attribute("date")), words, author, origin(held));
  if (!trim(words).empty() || !author.empty()) story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(held.content()));
}

void WordBody::set_otherwise(const OfficeNode* change, const char* what) {
  // Word writes "Author" where it has taken the names of those who changed something out of the file.
  if (change != nullptr && change->attribute("author") != "Author") carry(CarriedKind::revision, "tracked-change", dated(what, change->attribute("date")), "", std::string(change->attribute("author")), origin(*change));
}

}  // namespace casewright
