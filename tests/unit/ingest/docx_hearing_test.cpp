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
  // Where the program did not mark where pages end, where a paragraph stands is known on the first page alone.
  CHECK(times(box("page", 600), "text-box-astray") == 1);
  std::string pages;
  for (int i = 0; i < 80; ++i) pages += words("The panel met.");
  CHECK(times(pages + box("page", 600), "text-box-astray") == 0);
  const auto frame = [](int twips) { return "<w:p><w:pPr><w:framePr w:w=\"2600\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"8600\" w:y=\"" + std::to_string(twips) + "\"/></w:pPr><w:r>" + english + "<w:t>Learning point</w:t></w:r></w:p>"; };
  CHECK(times(frame(12000) + words("The panel met."), "text-box-astray") == 1);
  CHECK(times(frame(1600) + words("The panel met."), "text-box-astray") == 0);
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

TEST_CASE("the first row of a table is marked as its head") {
  const auto row = [](const std::string& mark, bool bold) {
    const std::string look = bold ? "<w:rPr><w:b/><w:lang w:val=\"en-GB\"/></w:rPr>" : english;
    const auto cell = [&look](const char* text) { return "<w:tc><w:p><w:r>" + look + "<w:t>" + text + "</w:t></w:r></w:p></w:tc>"; };
    return "<w:tr>" + mark + cell("Date") + cell("Event") + "</w:tr>";
  };
  const std::string marked = "<w:trPr><w:tblHeader/></w:trPr>", plain = row("", false);
  const auto table = [](const std::string& rows) { return words("The panel met.") + "<w:tbl>" + rows + "</w:tbl>" + words("It met again."); };
  CHECK(times(table(row("", true) + plain + plain), "table-header-unmarked") == 1);
  CHECK(times(table(row("<w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>", true) + plain + plain), "table-header-unmarked") == 1);
  CHECK(times(table(row("", true) + row(marked, false) + plain), "table-header-unmarked") == 1);
  CHECK(times(table(row(marked, true) + plain + plain), "table-header-unmarked") == 0);
  CHECK(times(table(plain + plain), "table-header-unmarked") == 0);  // told of as a table without a head
}

TEST_CASE("columns made with tabs or blanks are told of") {
  const auto line = [](const std::string& a, const std::string& b, const std::string& c) { return "<w:p><w:r>" + english + "<w:t>" + a + "</w:t><w:tab/><w:t>" + b + "</w:t><w:tab/><w:t>" + c + "</w:t></w:r></w:p>"; };
  CHECK(times(line("Year", "Seen", "Missed") + line("2019", "4", "1") + line("2020", "3", "2"), "table-typed") == 1);
  CHECK(times(line("Year", "Seen", "Missed") + words("The panel met.") + line("2020", "3", "2"), "table-typed") == 0);
  CHECK(times("<w:p><w:r>" + english + "<w:t>Agency      Seen     Missed</w:t><w:br/><w:t>Police      11     4</w:t><w:br/><w:t>School      3     6</w:t></w:r></w:p>", "table-typed") == 1);
  CHECK(times("<w:p><w:r>" + english + "<w:t>Author</w:t><w:tab/><w:t>J Moss</w:t></w:r></w:p>" + words("The panel met."), "table-typed") == 0);
}

TEST_CASE("room made with empty paragraphs and small letters are told of") {
  const std::string empty = "<w:p/>";
  CHECK(times(words("The panel met.") + empty + empty + empty + empty + empty + words("It met again."), "blank-paragraphs") == 1);
  CHECK(times(words("The panel met.") + empty + empty + words("It met again."), "blank-paragraphs") == 0);
  CHECK(times(words("The panel met.") + "<w:p><w:r><w:rPr><w:sz w:val=\"12\"/><w:lang w:val=\"en-GB\"/></w:rPr><w:t>This may be copied for training.</w:t></w:r></w:p>", "tiny-words") == 1);
}

TEST_CASE("a link says something, and a talk is no list") {
  CHECK(times("<w:p><w:hyperlink w:anchor=\"a\"><w:r>" + english + "<w:t xml:space=\"preserve\"> </w:t></w:r></w:hyperlink></w:p>", "link-unnamed") == 1);
  CHECK(times("<w:p><w:hyperlink w:anchor=\"a\"><w:r>" + english + "<w:t>The plan</w:t></w:r></w:hyperlink></w:p>", "link-unnamed") == 0);
  CHECK(times(words("- seen at home") + words("- weighed"), "list-typed") == 2);
  CHECK(times(words("- Is anyone at home? she asked.") + words("- Only the baby, he said."), "list-typed") == 0);
}
