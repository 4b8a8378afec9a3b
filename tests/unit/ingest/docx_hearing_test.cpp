#include <catch2/catch.hpp>

#include "ingest/office/docx_reader.h"
#include "stored_zip.h"

using namespace casewright;

namespace {

const std::string space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
const std::string english = "<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr>";

std::string words(const std::string& text) { return "<w:p><w:r>" + english + "<w:t>" + text + "</w:t></w:r></w:p>"; }

/// How often a Word file with this body breaks a condition.
std::uint32_t times(const std::string& body, const std::string& condition) {
  StoredZip zip;
  const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", open = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  zip.add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
  zip.add("_rels/.rels", open + "<Relationship Id=\"r1\" Type=\"" + kinds + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  zip.add("word/document.xml", "<w:document " + space + "><w:body>" + body + "</w:body></w:document>");
  const auto reading = read_docx(zip.bytes(), "invented.docx");
  REQUIRE(reading);
  for (const BrokenCondition& each : reading->container.broken)
    if (each.condition == condition) return each.count;
  return 0;
}

std::string control(const std::string& properties, const std::string& text = "4 May") {
  return "<w:p><w:r>" + english + "<w:t>Date of the panel </w:t></w:r><w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent><w:r>" + english + "<w:t>" + text + "</w:t></w:r></w:sdtContent></w:sdt></w:p>";
}

/// A box of words in front of the text, so far below what `from` names; 12700 units a point.
std::string box(const std::string& from, int points) {
  return "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"0\"><wp:positionH relativeFrom=\"column\"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"" + from + "\"><wp:posOffset>" +
         std::to_string(points * 12700) + "</wp:posOffset></wp:positionV><wp:extent cx=\"2540000\" cy=\"1270000\"/><wp:wrapSquare/><wp:docPr id=\"1\" name=\"Text Box 1\"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" +
         words("Learning point") + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r><w:r>" + english + "<w:t>The panel met.</w:t></w:r></w:p>";
}

}  // namespace

TEST_CASE("a content control that a person fills in has a title") {
  CHECK(times(control("<w:date/>"), "field-unnamed") == 1);
  CHECK(times(control("<w:text/>") + control("<w14:checkbox/>"), "field-unnamed") == 2);
  CHECK(times(control("<w:showingPlcHdr/>", "Click to enter text"), "field-unnamed") == 1);
  CHECK(times(control("<w:alias w:val=\"Date of the panel\"/><w:date/>"), "field-unnamed") == 0);
  CHECK(times(control("<w:tag w:val=\"box\"/>"), "field-unnamed") == 0);  // holds words that nobody is asked for
  CHECK(times(control("<w:showingPlcHdr/><w:picture/>"), "field-unnamed") == 0);
}

TEST_CASE("an old form field has a help or status text") {
  const auto field = [](const std::string& data) { return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + data + "</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"; };
  CHECK(times(field("<w:name w:val=\"Text1\"/><w:textInput/>"), "field-unnamed") == 1);
  CHECK(times(field("<w:name w:val=\"Text1\"/><w:statusText w:type=\"text\" w:val=\"Date of the panel\"/><w:textInput/>"), "field-unnamed") == 0);
}

TEST_CASE("a text box that shows far from where it is anchored is told of") {
  CHECK(times(box("paragraph", 400), "text-box-astray") == 1);
  CHECK(times(box("paragraph", -300), "text-box-astray") == 1);
  CHECK(times(box("paragraph", 30), "text-box-astray") == 0);
  // Where the paragraph stands on its page is known only where the program marked where pages end.
  CHECK(times(box("page", 600), "text-box-astray") == 0);
  const std::string marked = "<w:p><w:r><w:lastRenderedPageBreak/>" + english + "<w:t>Analysis</w:t></w:r></w:p>";
  CHECK(times(marked + box("page", 600), "text-box-astray") == 1);
  CHECK(times(marked + box("page", 120), "text-box-astray") == 0);
  CHECK(times("<w:p><w:r><w:pict><v:rect style=\"position:absolute;margin-top:350pt\"><v:textbox><w:txbxContent>" + words("Learning point") + "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>",
              "text-box-astray") == 1);
}

TEST_CASE("a Word file whose words say nowhere in which language they are is told of") {
  CHECK(times("<w:p><w:r><w:t>The panel met four times.</w:t></w:r></w:p>", "language-missing") == 1);
  CHECK(times(words("The panel met four times."), "language-missing") == 0);
  CHECK(times(words("The panel met four times, and it read all that it had asked for.") + "<w:p><w:r><w:t>May</w:t></w:r></w:p>", "language-missing") == 0);
  CHECK(times("", "language-missing") == 0);
}
