// Tracked changes and comments of an OpenDocument text.
#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/odt_body.h"

namespace casewright {
namespace {

/// The words of all paragraphs inside, parted by spaces.
std::string words_of_change(const OfficeNode& node) {
  std::string all;
  for (const OfficeNode& each : node.children) {
    if (each.is("office:change-info") || each.is("dc:creator") || each.is("dc:date") || each.is("dc:creator-initials") || each.name.starts_with("meta:")) continue;
    all += (all.empty() || each.name.empty() ? "" : " ") + (each.name.empty() ? each.text : each.content());
  }
  return fold_space(all);
}

}  // namespace

void OdtBody::read_changes(const OfficeNode& changes) {
  for (const OfficeNode& region : changes.children)
    for (const OfficeNode& change : region.children) {
      const OfficeNode* info = change.child("office:change-info");
      if (info == nullptr) continue;
      const std::string author = info->words_of_child("dc:creator"), date = info->words_of_child("dc:date");
      if (change.is("text:deletion")) carry(CarriedKind::revision, "tracked-change", dated("deleted", date), words_of_change(change), author, origin(change));
      else if (change.is("text:insertion")) insertions_[std::string(region.attribute("id"))] = {author, date};
      else carry(CarriedKind::revision, "tracked-change", dated("formatting changed", date), "", author, origin(change));
    }
}

void OdtBody::annotation(const OfficeNode& node) {
  carry(CarriedKind::comment, "comment", dated("comment", node.words_of_child("dc:date")), words_of_change(node), node.words_of_child("dc:creator"), origin(node));
}

}  // namespace casewright
