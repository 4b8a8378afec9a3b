#include "cleaning/docx_changes.h"

#include <algorithm>

#include "base/among.h"

namespace casewright {
namespace {

/// Elements that only keep what was before a change.
bool is_old_state(std::string_view name) {
  return name == "w:del" || name == "w:moveFrom" || name == "w:numberingChange" || name == "w14:conflictDel" || (name.starts_with("w:") && name.ends_with("Change")) || name == "w:cellDel";
}

bool is_mark(std::string_view name) {
  return among({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:customXmlInsRangeStart",
                       "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:proofErr", "w:permStart", "w:permEnd", "w:cellIns", "w:cellMerge"}, name);
}

/// Lets the paragraph behind one whose end was deleted go on in it.
void join_paragraphs(Markup& holder, TakenOutList& out) {
  for (std::size_t i = 0; i < holder.children.size(); ++i) {
    Markup& paragraph = holder.children[i];
    if (!paragraph.is("w:p") || paragraph.gone) continue;
    const Markup* properties = paragraph.child("w:pPr");
    const Markup* mark = properties == nullptr ? nullptr : properties->child("w:rPr");
    if (mark == nullptr || (mark->child("w:del") == nullptr && mark->child("w:moveFrom") == nullptr)) continue;
    const auto next = std::find_if(holder.children.begin() + static_cast<std::ptrdiff_t>(i) + 1, holder.children.end(), [](const Markup& each) { return each.is("w:p") && !each.gone; });
    out.add("tracked changes");
    if (next == holder.children.end()) continue;
    const auto behind = std::find_if(next->children.begin(), next->children.end(), [](const Markup& each) { return each.is("w:pPr"); });
    const auto at = behind == next->children.end() ? next->children.begin() : behind + 1;
    std::vector<Markup> words;
    for (Markup& each : paragraph.children)
      if (!each.is("w:pPr")) words.push_back(std::move(each));
    next->children.insert(at, std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    paragraph.gone = true;
  }
}

}  // namespace

void accept_changes(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    join_paragraphs(node, out);
    if (const Markup* look = node.is("m:r") ? node.child("w:rPr") : nullptr; look != nullptr && look->child("w:del") != nullptr) node.gone = true;
    if (node.is("w:tr") || node.is("w:tc")) {
      const Markup* properties = node.child(node.is("w:tr") ? "w:trPr" : "w:tcPr");
      if (properties != nullptr && (properties->child("w:del") != nullptr || properties->child("w:cellDel") != nullptr)) {
        node.gone = true;
        out.add("tracked changes");
      }
    }
    if (is_old_state(node.name)) {
      node.gone = true;
      out.add("tracked changes");
    } else if (node.is("w:ins") || node.is("w:moveTo") || node.is("w14:conflictIns")) {
      node.unwrapped = true;
      if (node.children.empty()) node.gone = true;
      out.add("tracked changes");
    } else if (is_mark(node.name)) {
      node.gone = true;
      if (node.is("w:commentReference")) out.add("comments");
    }
  });
}

}  // namespace casewright
