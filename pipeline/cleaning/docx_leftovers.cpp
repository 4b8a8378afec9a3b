#include "cleaning/docx_leftovers.h"

#include <algorithm>
#include <string_view>

#include "base/among.h"
#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/plain_anchor.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
namespace {

/// A control that somebody has filled in is no form any more: its words stand by themselves, and nobody hears a field without a name.
bool free_words(Markup& control) {
  const Markup* properties = control.child("w:sdtPr");
  Markup* content = control.child("w:sdtContent");
  if (properties == nullptr || content == nullptr || is_on(properties->child("w:showingPlcHdr"))) return false;
  if (properties->child("w:docPartObj") != nullptr || properties->child("w:docPartList") != nullptr) return false;
  for (Markup& each : control.children) each.gone = &each != content;
  control.unwrapped = content->unwrapped = true;
  return true;
}

}  // namespace

void clean_silent(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (node.is("w:smartTagPr") || node.is("w:customXmlPr")) {
      node.gone = true;
      out.add("data of other programs");
    }
    if (among({"w:hyperlink", "a:hlinkClick", "a:hlinkHover"}, node.name) && !node.attribute("tooltip").empty()) {
      node.drop_attributes([](std::string_view name) { return name == "tooltip"; });
      out.add("tooltips");
    }
    const char* const key = node.is("w:bookmarkStart") ? "name" : node.is("w:hyperlink") ? "anchor" : "";
    const std::string named = node.attribute(key), plain = plain_anchor(named);
    if (plain == named) return;
    node.set_attribute(key, plain);
    out.add("names of bookmarks");
  });
}

void clean_controls(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (node.is("w:sdt") && free_words(node)) return out.add("names, tags and choices of form fields");
    if (!node.is("w:sdtPr") && !node.is("w:ffData")) return;
    const bool contents = node.child("w:docPartObj") != nullptr;
    if (Markup* input = node.child("w:textInput"); input != nullptr && input->child("w:default") != nullptr) {
      input->child("w:default")->gone = true;
      out.add("names, tags and choices of form fields");
    }
    for (Markup& each : node.children) {
      const bool names = among({"w:alias", "w:tag", "w:dataBinding", "w:placeholder", "w:dropDownList", "w:comboBox", "w15:dataBinding", "w:statusText", "w:helpText", "w:name"}, each.name);
      if (each.is("w:date")) each.drop_attributes([](std::string_view name) { return name == "fullDate"; });
      if (!names || contents) continue;
      each.gone = true;
      if (!each.is("w:placeholder")) out.add("names, tags and choices of form fields");
    }
  });
}

void clean_strokes(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (node.name.ends_with(":annotation") || node.name.ends_with(":annotationXML")) {
      node.gone = true;
      out.add("hidden words");
    }
    if (node.is("dgm:prSet") && may_name_somebody(node.attribute("phldrT"))) {
      node.drop_attributes([](std::string_view name) { return name == "phldrT"; });
      out.add("hidden words");
    }
  });
}

void clean_drawings(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (among({"o:OLEObject", "w:control", "w:objectEmbed", "w:objectLink", "c:externalData"}, node.name)) {
      node.gone = true;
      out.add("embedded objects");
    }
    const bool named = among({"wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr"}, node.name);
    if (named && node.has("name") && !is_given_name(node.attribute("name"))) {
      node.set_attribute("name", "Picture " + node.attribute("id"));
      out.add("names of pictures");
    }
    if (node.is("pic:cNvPr") && node.has("descr")) node.set_attribute("descr", "");  // what readers hear stands on wp:docPr
    if (node.is("v:imagedata") && node.drop_attributes([](std::string_view name) { return name == "title" || name == "href"; }) > 0) out.add("names of pictures");
    if (node.is("wp:docPr") && !node.attribute("descr").empty() && !node.attribute("title").empty()) {  // nobody hears the title then
      node.drop_attributes([](std::string_view name) { return name == "title"; });
      out.add("names of pictures");
    }
  });
}

std::size_t drop_revision_ids(Markup& root) {
  std::size_t count = 0;
  each_markup(root, [&](Markup& node) {
    if (node.name.starts_with("w:")) count += node.drop_attributes([](std::string_view name) { return name.starts_with("rsid"); });
  });
  return count;
}

void drop_unused_edges(Markup& root, bool even_edges) {
  each_markup(root, [&](Markup& node) {
    if (!node.is("w:sectPr")) return;
    const bool first = is_on(node.child("w:titlePg"));
    for (Markup& each : node.children) {
      if (!each.is("w:headerReference") && !each.is("w:footerReference")) continue;
      const std::string type = each.attribute("type");
      each.gone = (type == "first" && !first) || (type == "even" && !even_edges);
    }
  });
}

void clean_settings(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    struct Row {
      std::string_view name, what;
    };
    static constexpr Row rows[] = {{"w:rsids", "revision ids"}, {"w:docVars", "document variables"}, {"w:attachedTemplate", "the attached template"}, {"w:mailMerge", "the source of a mail merge"},
                                   {"w:trackRevisions", ""}, {"w:attachedSchema", "schemas of other programs"}, {"w:linkStyles", ""}, {"w:saveThroughXslt", ""}, {"w:revisionView", ""}, {"w:writeProtection", ""}};
    for (const Row& row : rows)
      if (node.is(row.name)) {
        node.gone = true;
        if (!row.what.empty()) out.add(row.what);
      }
  });
}

void clean_properties(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (!among({"x:coreProperties", "x:Properties", "coreProperties", "Properties"}, node.name) && node.name.find("roperties") == std::string::npos) return;
    for (Markup& each : node.children) {
      if (each.name.empty()) continue;
      const std::string local = each.name.substr(each.name.find(':') == std::string::npos ? 0 : each.name.find(':') + 1);
      if (among({"title", "language", "Application", "AppVersion", "DocSecurity"}, local)) continue;
      if (!trim(each.content()).empty()) out.add(among({"creator", "lastModifiedBy", "Manager", "Company"}, local) ? "names in the document properties" : "document properties");
      each.gone = true;
    }
  });
}

void unlink_local(Markup& root, const std::map<std::string, WordLink, std::less<>>& links, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (!node.is("w:hyperlink")) return;
    const auto link = links.find(node.attribute("id"));
    if (link == links.end() || !link->second.outside || (!is_local_address(link->second.target) && !is_path_of_file(link->second.target))) return;
    node.unwrapped = true;
    out.add("links to somebody's own disk or office");
  });
}

}  // namespace casewright
