// Breaches planted in a whole PDF: what finds none of them would hold nothing.
#include "emit/pdf_content.h"

#include <catch2/catch.hpp>
#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include "emit/blocks_document.h"
#include "emit/pdf/pdf_writer.h"
#include "emit/pdf_conditions.h"
#include "fixtures.h"

using namespace casewright;
using Object = QPDFObjectHandle;

namespace {

/// The first dictionary whose entry has that name.
Object first_with(QPDF& pdf, const std::string& key, const std::string& name) {
  for (Object& object : pdf.getAllObjects())
    if (object.isDictionary() && object.getKey(key).isName() && object.getKey(key).getName() == name) return object;
  FAIL("nothing of that kind in the sample");
  return Object::newNull();
}

void replace_in_page(QPDF& pdf, const std::string& from, const std::string& to) {
  for (Object page : pdf.getAllPages()) {
    Object content = page.getKey("/Contents");
    const auto data = content.getStreamData();
    std::string words(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = words.find(from);
    if (at == std::string::npos) continue;
    content.replaceStreamData(words.replace(at, from.size(), to), Object::newNull(), Object::newNull());
    return;
  }
  FAIL("no page holds " + from);
}

struct Planted {
  const char* name;
  std::function<void(QPDF&)> plant;
};

const Planted all_planted[] = {
    {"no language", [](QPDF& pdf) { pdf.getRoot().removeKey("/Lang"); }},
    {"a script", [](QPDF& pdf) { pdf.getRoot().replaceKey("/OpenAction", Object::parse("<< /S /JavaScript /JS (x) >>")); }},
    {"no title shown", [](QPDF& pdf) { pdf.getRoot().removeKey("/ViewerPreferences"); }},
    {"no output intent", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
    {"a profile that is none", [](QPDF& pdf) {
       Object profile = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
       profile.replaceStreamData(std::string(200, 'x'), Object::newNull(), Object::newNull());
     }},
    {"a string that is too long", [](QPDF& pdf) { first_with(pdf, "/Subtype", "/Link").replaceKey("/Contents", Object::newString(std::string(32768, 'x'))); }},
    {"a page that is too large", [](QPDF& pdf) { Object(pdf.getAllPages().front()).replaceKey("/MediaBox", Object::parse("[0 0 595 14401]")); }},
    {"a language that is none", [](QPDF& pdf) { first_with(pdf, "/S", "/P").replaceKey("/Lang", Object::newString("Cymraeg, de")); }},
    {"a list that does not say how it counts", [](QPDF& pdf) { first_with(pdf, "/S", "/L").removeKey("/A"); }},
    {"a header without scope", [](QPDF& pdf) { first_with(pdf, "/S", "/TH").removeKey("/A"); }},
    {"a cell too many", [](QPDF& pdf) { first_with(pdf, "/S", "/TD").replaceKey("/A", Object::parse("<< /O /Table /ColSpan 2 >>")); }},
    {"a type of one's own", [](QPDF& pdf) { first_with(pdf, "/S", "/L").replaceKey("/S", Object::newName("/Menu")); }},
    {"a heading level left out", [](QPDF& pdf) { first_with(pdf, "/S", "/H2").replaceKey("/S", Object::newName("/H5")); }},
    {"a note without ID", [](QPDF& pdf) { first_with(pdf, "/S", "/Note").removeKey("/ID"); }},
    {"a link without words", [](QPDF& pdf) { first_with(pdf, "/Subtype", "/Link").removeKey("/Contents"); }},
    {"a hidden link", [](QPDF& pdf) { first_with(pdf, "/Subtype", "/Link").replaceKey("/F", Object::newInteger(2)); }},
    {"a link of no element", [](QPDF& pdf) { first_with(pdf, "/Subtype", "/Link").replaceKey("/StructParent", Object::newInteger(99999)); }},
    {"a page without order", [](QPDF& pdf) { Object(pdf.getAllPages().front()).removeKey("/Tabs"); }},
    {"see-through", [](QPDF& pdf) { Object(pdf.getAllPages().front()).replaceKey("/Group", Object::parse("<< /S /Transparency >>")); }},
    {"no ToUnicode", [](QPDF& pdf) { first_with(pdf, "/Subtype", "/Type0").removeKey("/ToUnicode"); }},
    {"no CIDToGIDMap", [](QPDF& pdf) { first_with(pdf, "/Subtype", "/CIDFontType2").removeKey("/CIDToGIDMap"); }},
    {"a width of no font", [](QPDF& pdf) {
       Object widths = first_with(pdf, "/Subtype", "/CIDFontType2").getKey("/W").getArrayItem(1);
       widths.setArrayItem(0, Object::newInteger(3));
     }},
    {"no font file", [](QPDF& pdf) { first_with(pdf, "/Type", "/FontDescriptor").removeKey("/FontFile2"); }},
    {"words that are neither text nor artifact", [](QPDF& pdf) { replace_in_page(pdf, "/Artifact << /Type /Layout >> BDC", "/Span << >> BDC"); }},
    {"an artifact without type", [](QPDF& pdf) { replace_in_page(pdf, "/Artifact << /Type /Layout >> BDC", "/Artifact << >> BDC"); }},
    {"the glyph .notdef", [](QPDF& pdf) { replace_in_page(pdf, "[(", "[(\\000\\000"); }},
    {"content of another element", [](QPDF& pdf) {
       Object parents = pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums").getArrayItem(1);
       parents.setArrayItem(0, pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"));
     }},
    {"another conformance", [](QPDF& pdf) {
       pdf.getRoot().getKey("/Metadata").replaceStreamData("<x/>", Object::newNull(), Object::newNull());
     }},
};

}  // namespace

TEST_CASE("every breach that is planted in a PDF is found") {
  const FixturePage sample = page_of_blocks(file_bytes(std::string(PROJECT_FOLDER) + "/tests/fixtures/html/whole-report/in.blocks.json"));
  const auto whole = write_pdf(sample.document, sample.theme);
  REQUIRE(whole.ok());
  for (const Planted& each : all_planted) {
    INFO(each.name);
    QPDF pdf;
    pdf.processMemoryFile("planted.pdf", whole->data(), whole->size());
    each.plant(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    pdf.getRoot().getKey("/Metadata").setFilterOnWrite(false);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    std::vector<std::string> found = check_pdf({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}).breaches;
    std::erase(found, "qpdf warns of it");  // the conditions themselves must see it
    CHECK_FALSE(found.empty());
  }
}
