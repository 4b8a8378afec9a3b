// Nothing of a reviewer's text may be left out unnoticed.
#include "assemble/filler.h"
#include "base/text.h"

namespace casewright {

void Filler::mark_used(xpath::Node node, bool told) {
  if (!layout_.complete) return;
  xpath::Node below;
  for (xpath::Node each = node; each; each = each.parent()) {
    if (each.name() == "section" && each.parent().name() == "sections") {
      if (below) used_.insert(below.raw());
      else if (told) used_.insert(each.raw());
      return;
    }
    if (each.is_element()) below = each;
    else if (each.raw() != node.raw()) return;
  }
}

void Filler::report_unused() {
  if (!layout_.complete) return;
  for (xpath::Node list = tree_.root().first_child(); list; list = list.next()) {
    if (list.name() != "sections") continue;
    for (xpath::Node section = list.first_child(); section; section = section.next()) {
      if (used_.count(section.raw()) != 0) continue;
      for (xpath::Node part = section.first_child(); part; part = part.next())
        if (part.is_element() && used_.count(part.raw()) == 0 && !trim(part.content()).empty()) {
          const Origin origin = part.origin();
          faults_.push_back({known_.sources[origin.source], origin.part, 0,
                             "this <" + std::string(part.name()) + "> of section \"" + std::string(section.attribute("id")) +
                                 "\" is not told in the " + replace_every(layout_.name, "-", " "),
                             "give the section an id that the template knows, or the template a place for it"});
          break;
        }
    }
  }
}

}  // namespace casewright
