#include "emit/pdf_conditions.h"

#include "emit/pdf_content.h"

#include <cstdlib>
#include <qpdf/Buffer.hh>
#include <regex>
#include <set>

namespace casewright {
namespace {

using Object = QPDFObjectHandle;

/// Which elements may stand in which (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4).
const std::map<std::string, std::set<std::string>> inside{
    {"/Table", {"/THead", "/TBody", "/Caption"}}, {"/THead", {"/TR"}},         {"/TBody", {"/TR"}},
    {"/TR", {"/TH", "/TD"}},                      {"/L", {"/LI"}},             {"/LI", {"/Lbl", "/LBody"}},
    {"/TOC", {"/TOC", "/TOCI", "/Caption"}}};

/// What PDF/A-2 asks of the file itself (ISO 19005-2, 6.1).
void check_file(const std::string& bytes, std::vector<std::string>& breaches) {
  const auto expect = [&](bool holds, const char* otherwise) { if (!holds) breaches.emplace_back(otherwise); };
  expect(bytes.starts_with("%PDF-1.7\n%") && bytes.size() > 20, "the file begins in another way");
  for (std::size_t i = 10; i < 14; ++i) expect(static_cast<unsigned char>(bytes[i]) > 127, "the second line is no binary comment");
  expect(bytes.ends_with("%%EOF\n") && bytes.find("%%EOF") + 6 == bytes.size(), "something stands after the end");
  expect(bytes.find("LZWDecode") == std::string::npos, "packed with LZW");
}

/// The value of an element of the metadata, as it stands.
std::string element_of(const std::string& xmp, const std::string& name) {
  const std::size_t open = xmp.find("<" + name + ">"), end = xmp.find("</" + name + ">");
  return open == std::string::npos || end == std::string::npos ? "" : xmp.substr(open + name.size() + 2, end - open - name.size() - 2);
}

class Conditions {
 public:
  explicit Conditions(PdfConditions& found) : found_(found) {}

  void check(QPDF& pdf) {
    Object root = pdf.getRoot();
    for (const char* key : {"/Lang", "/Metadata", "/OutputIntents", "/StructTreeRoot", "/PageLabels"})
      expect(root.hasKey(key), std::string("the catalog has no ") + key);
    expect(root.getKey("/MarkInfo").getKey("/Marked").isBool() && root.getKey("/MarkInfo").getKey("/Marked").getBoolValue(), "not marked");
    expect(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").isBool(), "the title is not shown");
    check_metadata(pdf);
    check_safety(pdf);
    content_found_ = check_content(pdf);
    found_.breaches.insert(found_.breaches.end(), content_found_.breaches.begin(), content_found_.breaches.end());
    walk(root.getKey("/StructTreeRoot").getKey("/K"), root.getKey("/StructTreeRoot"));
    expect(content_.size() == content_found_.words.size(), "some of what is painted belongs to no element");
    check_parents(root.getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums"), pdf);
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
  /// 6.6.2, 6.7.2 and 5: metadata that anybody can read, the same in both places, naming both standards.
  void check_metadata(QPDF& pdf) {
    Object stream = pdf.getRoot().getKey("/Metadata");
    expect(!stream.getDict().hasKey("/Filter"), "the metadata are packed");
    const auto data = stream.getStreamData(qpdf_dl_all);
    const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    expect(xmp.starts_with("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>") && xmp.ends_with("<?xpacket end=\"w\"?>"), "no packet of XMP");
    for (const auto& [name, value] : {std::pair("pdfaid:part", "2"), std::pair("pdfaid:conformance", "A"), std::pair("pdfuaid:part", "1")})
      expect(element_of(xmp, name) == value, std::string("the metadata do not say ") + name);
    expect(element_of(xmp, "pdfaSchema:namespaceURI") == "http://www.aiim.org/pdfua/ns/id/" && element_of(xmp, "pdfaSchema:prefix") == "pdfuaid" &&
               !element_of(xmp, "pdfaProperty:description").empty(), "pdfuaid is not explained");
    Object information = pdf.getTrailer().getKey("/Info");
    const std::string title = element_of(xmp, "rdf:li xml:lang=\"x-default\"");
    expect(xmp.find("<rdf:li xml:lang=\"x-default\">") != std::string::npos && information.getKey("/Title").isString(), "no title");
    expect(!information.hasKey("/Producer") && !information.hasKey("/Creator") && xmp.find("Producer") == std::string::npos, "the file tells what made it");
    expect(information.hasKey("/CreationDate") == (xmp.find("xmp:CreateDate") != std::string::npos), "a date in one place only");
    Object intent = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0);
    expect(intent.getKey("/S").getName() == "/GTS_PDFA1" && intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue() == 3, "no output intent");
    check_profile(intent.getKey("/DestOutputProfile"));
  }

  /// 6.2.3: the profile of a screen in three colours, of ICC's version 2 or 4, as long as it says.
  void check_profile(Object stream) {
    if (!stream.isStream()) return expect(false, "the output intent has no profile");
    const auto data = stream.getStreamData(qpdf_dl_all);
    const std::string profile(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    if (profile.size() < 132) return expect(false, "the output intent has no profile");
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(profile[i]);
    expect(length == profile.size() && profile.substr(36, 4) == "acsp", "the profile is not whole");
    expect((profile[8] == 2 || profile[8] == 4) && profile.substr(12, 8) == "mntrRGB ", "the profile is none of a screen in three colours");
  }

  /// 6.1.13: how long a string and a name, how large a number and a page may be.
  void check_sizes(Object object, int depth) {
    if (object.isString()) expect(object.getStringValue().size() <= 32767, "a string is too long");
    if (object.isName()) expect(object.getName().size() <= 128, "a name is too long");
    if (object.isInteger()) expect(std::abs(object.getIntValue()) <= 2147483647, "a number is too large");
    if (object.isReal()) expect(std::abs(object.getNumericValue()) <= 3.403e38, "a number is too large");
    if (depth > 0 && object.isIndirect()) return;
    if (object.isArray())
      for (Object& each : object.getArrayAsVector()) check_sizes(each, depth + 1);
    Object entries = object.isStream() ? object.getDict() : object;
    if (!entries.isDictionary()) return;
    for (auto& [name, each] : entries.getDictAsMap()) {
      expect(name.size() <= 128, "a name is too long");
      check_sizes(each, depth + 1);
    }
  }

  /// 6.1.3, 6.5, 6.2.10 and 7.18: nothing locked, nothing that runs, nothing see-through, nothing optional.
  void check_safety(QPDF& pdf) {
    expect(!pdf.isEncrypted() && pdf.getTrailer().getKey("/ID").isArray() && pdf.getTrailer().getKey("/ID").getArrayNItems() == 2, "no identifier, or locked");
    for (const char* key : {"/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Names", "/Requirements", "/Perms", "/NeedsRendering"})
      expect(!pdf.getRoot().hasKey(key), std::string("the catalog has ") + key);
    for (Object& object : pdf.getAllObjects()) {
      check_sizes(object, 0);
      Object entries = object.isStream() ? object.getDict() : object;
      if (!entries.isDictionary()) continue;
      for (const char* key : {"/SMask", "/Group", "/JS", "/AA", "/EF", "/Alternates", "/OPI", "/Ref", "/F"})
        expect(!entries.hasKey(key) || (std::string(key) == "/F" && entries.getKey("/F").isInteger()), std::string("an object has ") + key);
      expect(!entries.getKey("/Interpolate").isBool(), "a picture is smoothed");
    }
  }

  /// Every piece of content and every link leads back to its element.
  void check_parents(Object numbers, QPDF& pdf) {
    std::map<long long, Object> parents;
    long long before = -1;
    for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2) {
      const long long key = numbers.getArrayItem(i).getIntValue();
      expect(key > before, "the parents are out of order");
      parents.emplace(before = key, numbers.getArrayItem(i + 1));
    }
    for (Object page : pdf.getAllPages()) {
      const auto own = parents.find(page.getKey("/StructParents").getIntValue());
      expect(own != parents.end() && own->second.isArray(), "a page's content has no parents");
      if (own == parents.end()) continue;
      for (int i = 0; i < own->second.getArrayNItems(); ++i) {
        const auto owner = owners_.find({page.getObjGen(), i});
        expect(owner != owners_.end() && owner->second == own->second.getArrayItem(i).getObjGen(), "content leads to another element than its own");
      }
      if (!page.getKey("/Annots").isArray()) continue;
      for (Object& link : page.getKey("/Annots").getArrayAsVector()) {
        const auto parent = parents.find(link.getKey("/StructParent").getIntValue());
        expect(parent != parents.end() && parent->second.getKey("/S").getName() == "/Link", "a link leads to no element");
        expect(link.getKey("/F").getIntValue() == 4 && !link.hasKey("/AP"), "a link is hidden or not printed");
      }
    }
  }

  /// Notes where a piece of content belongs and takes its words.
  void own(QPDFObjGen page, long long number, QPDFObjGen element) {
    expect(content_.emplace(page, number).second, "content stands twice");
    owners_[{page, number}] = element;
    const auto words = content_found_.words.find({page, number});
    expect(words != content_found_.words.end(), "an element has content that no page paints");
    if (words == content_found_.words.end()) return;
    for (const char c : words->second)
      if (c != ' ') found_.text += c;
  }

  void expect(bool holds, const std::string& otherwise) {
    if (!holds) found_.breaches.push_back(otherwise);
  }

  /// RFC 3066, which PDF 1.7 asks for.
  static bool is_language(const std::string& tag) { return std::regex_match(tag, std::regex("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")); }

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
      if (kid.isInteger()) own(element.getKey("/Pg").getObjGen(), kid.getIntValue(), element.getObjGen());
      else if (kid.isDictionaryOfType("/OBJR")) ++annotations;
      else if (kid.isDictionaryOfType("/MCR")) own(kid.getKey("/Pg").getObjGen(), kid.getKey("/MCID").getIntValue(), element.getObjGen());
      else {
        const auto allowed = inside.find(type);
        const std::string child = kid.getKey("/S").getName();
        expect(allowed == inside.end() || allowed->second.contains(child), child + " in " + type);
        walk(kid, element);
      }
    }
    if (type == "/Link") expect(annotations > 0, "a link leads nowhere");
    if (type == "/Table") check_grid(kids), check_headers(kids);
    static const std::set<std::string> standard{"/Document", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody",
        "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD", "/Caption", "/Figure", "/BlockQuote", "/Note", "/TOC", "/TOCI", "/Reference", "/Link", "/Span"};
    expect(standard.contains(type), type + " is no standard type");
    if (element.hasKey("/Lang")) expect(is_language(element.getKey("/Lang").getStringValue()), "a language without a name");
    if (type == "/L") expect(element.getKey("/A").isDictionary() && element.getKey("/A").getKey("/ListNumbering").isName(), "a list does not say how it counts");
  }

  static std::size_t span(Object cell, const char* key) {
    Object attributes = cell.getKey("/A");
    return attributes.isDictionary() && attributes.getKey(key).isInteger() ? static_cast<std::size_t>(attributes.getKey(key).getIntValue()) : 1;
  }

  /// 7.5: every cell of a table with headers is told of one by its row, its column or by name.
  void check_headers(const std::vector<Object>& groups) {
    std::vector<std::vector<Object>> grid;
    std::set<std::string> named;
    bool any = false;
    for (Object group : groups) {
      if (group.getKey("/S").getName() == "/Caption") continue;
      std::size_t row = grid.size();
      grid.resize(row + static_cast<std::size_t>(group.getKey("/K").getArrayNItems()));
      for (Object& tr : group.getKey("/K").getArrayAsVector()) {
        std::size_t column = 0;
        if (tr.getKey("/K").isArray())
          for (Object& cell : tr.getKey("/K").getArrayAsVector()) {
            while (column < grid[row].size() && !grid[row][column].isNull()) ++column;
            for (std::size_t r = row; r < row + span(cell, "/RowSpan") && r < grid.size(); ++r) {
              if (grid[r].size() < column + span(cell, "/ColSpan")) grid[r].resize(column + span(cell, "/ColSpan"), Object::newNull());
              for (std::size_t c = column; c < column + span(cell, "/ColSpan"); ++c) grid[r][c] = cell;
            }
            any = any || cell.getKey("/S").getName() == "/TH";
            if (cell.getKey("/ID").isString()) named.insert(cell.getKey("/ID").getStringValue());
          }
        ++row;
      }
    }
    if (!any) return;
    const auto scope_is = [](Object cell, const char* scope) { return !cell.isNull() && cell.getKey("/S").getName() == "/TH" && cell.getKey("/A").getKey("/Scope").getName() == scope; };
    for (std::size_t r = 0; r < grid.size(); ++r)
      for (std::size_t c = 0; c < grid[r].size(); ++c) {
        Object cell = grid[r][c];
        if (cell.isNull() || cell.getKey("/S").getName() == "/TH") continue;
        bool told = false;
        if (cell.getKey("/A").isDictionary() && cell.getKey("/A").getKey("/Headers").isArray())
          for (Object& name : cell.getKey("/A").getKey("/Headers").getArrayAsVector()) told = told || named.contains(name.getStringValue());
        for (const auto& row : grid)
          for (std::size_t from = c; from <= c && from < row.size(); ++from) told = told || scope_is(row[from], "/Column");
        for (Object& other : grid[r]) told = told || scope_is(other, "/Row");
        expect(told, "a cell has no header");
      }
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
    for (const int side : {2, 3}) {
      const double length = page.getKey("/MediaBox").getArrayItem(side).getNumericValue();
      expect(length >= 3 && length <= 14400, "a page is too small or too large");
    }
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
  std::map<std::pair<QPDFObjGen, long long>, QPDFObjGen> owners_;
  PdfContent content_found_;
};

}  // namespace

PdfConditions check_pdf(const std::string& bytes) {
  PdfConditions found;
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("test.pdf", bytes.data(), bytes.size());
  Conditions(found).check(pdf);
  check_file(bytes, found.breaches);
  if (pdf.anyWarnings()) found.breaches.push_back("qpdf warns of it");
  return found;
}

}  // namespace casewright
