#include "emit/pdf_conditions.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <set>

namespace casewright {
namespace {

using Object = QPDFObjectHandle;

/// Which elements may stand in which (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4).
const std::map<std::string, std::set<std::string>> inside{
    {"/Table", {"/THead", "/TBody", "/Caption"}}, {"/THead", {"/TR"}},         {"/TBody", {"/TR"}},
    {"/TR", {"/TH", "/TD"}},                      {"/L", {"/LI"}},             {"/LI", {"/Lbl", "/LBody"}},
    {"/TOC", {"/TOC", "/TOCI", "/Caption"}}};

class Conditions {
 public:
  explicit Conditions(PdfConditions& found) : found_(found) {}

  void check(QPDF& pdf) {
    Object root = pdf.getRoot();
    for (const char* key : {"/Lang", "/Metadata", "/OutputIntents", "/StructTreeRoot", "/PageLabels"})
      expect(root.hasKey(key), std::string("the catalog has no ") + key);
    expect(root.getKey("/MarkInfo").getKey("/Marked").isBool() && root.getKey("/MarkInfo").getKey("/Marked").getBoolValue(), "not marked");
    expect(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").isBool(), "the title is not shown");
    walk(root.getKey("/StructTreeRoot").getKey("/K"), root.getKey("/StructTreeRoot"));
    int level = 0;
    for (const int each : levels_) {
      expect(each <= level + 1, "a level of headings is skipped");
      level = each;
    }
    for (const Object& page : pdf.getAllPages()) check_page(page);
    for (Object& object : pdf.getAllObjects())
      if (object.isDictionaryOfType("/FontDescriptor"))
        expect(object.hasKey("/FontFile2") || object.hasKey("/FontFile3"), "a font is not embedded");
  }

 private:
  void expect(bool holds, const std::string& otherwise) {
    if (!holds) found_.breaches.push_back(otherwise);
  }

  void walk(Object element, Object parent) {
    const std::string type = element.getKey("/S").getName();
    ++found_.elements[type];
    expect(element.getKey("/P").getObjGen() == parent.getObjGen(), type + " has another parent");
    expect(seen_.insert(element.getObjGen()).second, type + " stands twice");
    if (type.size() == 3 && type[1] == 'H' && type[2] >= '1' && type[2] <= '6') levels_.push_back(type[2] - '0');
    if (type == "/Figure") expect(element.getKey("/Alt").isString() && element.hasKey("/A"), "a figure has no words or no box");
    if (type == "/Note") expect(element.getKey("/ID").isString() && ids_.insert(element.getKey("/ID").getStringValue()).second, "a note has no ID");
    if (type == "/TH") expect(element.getKey("/A").isDictionary() && element.getKey("/A").getKey("/Scope").isName(), "a TH has no scope");
    std::size_t annotations = 0;
    std::vector<Object> kids;
    if (element.getKey("/K").isArray()) kids = element.getKey("/K").getArrayAsVector();
    for (Object& kid : kids) {
      if (kid.isInteger()) expect(content_.emplace(element.getKey("/Pg").getObjGen(), kid.getIntValue()).second, "content stands twice");
      else if (kid.isDictionaryOfType("/OBJR")) ++annotations;
      else if (kid.isDictionaryOfType("/MCR")) expect(content_.emplace(kid.getKey("/Pg").getObjGen(), kid.getKey("/MCID").getIntValue()).second, "content stands twice");
      else {
        const auto allowed = inside.find(type);
        const std::string child = kid.getKey("/S").getName();
        expect(allowed == inside.end() || allowed->second.contains(child), child + " in " + type);
        walk(kid, element);
      }
    }
    if (type == "/Link") expect(annotations > 0, "a link leads nowhere");
    if (type == "/Table") check_grid(kids);
  }

  static std::size_t span(Object cell, const char* key) {
    Object attributes = cell.getKey("/A");
    return attributes.isDictionary() && attributes.getKey(key).isInteger() ? static_cast<std::size_t>(attributes.getKey(key).getIntValue()) : 1;
  }

  void check_grid(const std::vector<Object>& groups) {
    std::vector<std::size_t> widths;
    for (Object group : groups) {
      if (group.getKey("/S").getName() == "/Caption") continue;
      const std::size_t end = widths.size() + group.getKey("/K").getArrayNItems();
      std::size_t row = widths.size();
      widths.resize(end, 0);
      for (Object& tr : group.getKey("/K").getArrayAsVector()) {
        if (tr.getKey("/K").isArray())
          for (Object& cell : tr.getKey("/K").getArrayAsVector())
            for (std::size_t r = row; r < row + span(cell, "/RowSpan"); ++r) {
              expect(r < end, "a cell reaches out of its table");
              if (r < end) widths[r] += span(cell, "/ColSpan");
            }
        ++row;
      }
    }
    expect(std::set<std::size_t>(widths.begin(), widths.end()).size() == 1, "a table is no regular grid");
  }

  void check_page(Object page) {
    expect(page.getKey("/Tabs").isName() && page.hasKey("/StructParents"), "a page has no order");
    if (!page.getKey("/Annots").isArray()) return;
    for (Object& link : page.getKey("/Annots").getArrayAsVector())
      expect(link.getKey("/Contents").isString() && link.hasKey("/StructParent") && (link.hasKey("/Dest") || link.hasKey("/A")), "a link is not whole");
  }

  PdfConditions& found_;
  std::vector<int> levels_;
  std::set<std::string> ids_;
  std::set<QPDFObjGen> seen_;
  std::set<std::pair<QPDFObjGen, long long>> content_;
};

}  // namespace

PdfConditions check_pdf(const std::string& bytes) {
  PdfConditions found;
  QPDF pdf;
  pdf.processMemoryFile("test.pdf", bytes.data(), bytes.size());
  Conditions(found).check(pdf);
  if (pdf.anyWarnings()) found.breaches.push_back("qpdf warns of it");
  return found;
}

}  // namespace casewright
