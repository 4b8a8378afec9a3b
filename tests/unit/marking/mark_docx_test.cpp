// Comments in Word files: at the very words, merged with those of people, and nothing else changed.
#include <cctype>
#include <set>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "foreign/zip.h"
#include "marking/marked_file.h"
#include "office_archive.h"

using namespace casewright;

namespace {

constexpr std::string_view space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A Word file with that body; more parts, and what the body's relationships are, may follow.
std::string word_file(const std::string& body, const std::vector<std::pair<std::string, std::string>>& parts = {}) {
  const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string content = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"" + types + "document.main+xml\"/>";
  std::string links;
  for (const auto& [kind, part] : parts) {
    content += "<Override PartName=\"/word/" + kind + ".xml\" ContentType=\"" + types + kind + "+xml\"/>";
    links += "<Relationship Id=\"r" + kind + "\" Type=\"" + kinds + kind + "\" Target=\"" + kind + ".xml\"/>";
  }
  const std::string open = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  StoredZip zip;
  zip.add("[Content_Types].xml", content + "</Types>");
  zip.add("_rels/.rels", open + "<Relationship Id=\"r1\" Type=\"" + kinds + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  if (!links.empty()) zip.add("word/_rels/document.xml.rels", open + links + "</Relationships>");
  zip.add("word/document.xml", "<w:document " + std::string(space) + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" + body + "</w:body></w:document>");
  for (const auto& [kind, part] : parts) zip.add("word/" + kind + ".xml", part);
  return zip.bytes();
}

std::string paragraph(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }
std::string run(const std::string& words, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

std::string marked(const std::string& bytes, const std::vector<MarginNote>& notes) {
  const Result<MarkedCopy> copy = marked_copy(bytes, read_marked(bytes, "report.docx"), notes);
  for (const Fault& fault : copy.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(copy.ok());
  return copy->bytes;
}

/// True where the plain letters of one text stand in the other in their order; deleted words may lie between, and what Word
/// counts or shows by itself may be missing.
bool holds_in_order(std::string_view text, std::string_view letters) {
  std::size_t at = 0, found = 0, wanted = 0;
  for (const char c : letters) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) continue;
    ++wanted;
    const std::size_t next = text.find(c, at);
    if (next == std::string_view::npos) continue;
    at = next + 1;
    ++found;
  }
  return 10 * found >= 9 * wanted;
}

}  // namespace

TEST_CASE("a Word comment stands round the exact words, over runs, in cells and links", "[marking]") {
  const std::string bytes = word_file(
      paragraph(run("The mother &amp; her ") + run("part", "<w:b/>") + run("ner failed to engage.")) +
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>" + paragraph(run("One cell about school") + "<w:r><w:tab/><w:t>places</w:t></w:r>") + "</w:tc></w:tr></w:tbl>" +
      paragraph("<w:hyperlink w:anchor=\"x\">" + run("See the annex") + "</w:hyperlink>") + paragraph("<w:ins w:id=\"9\" w:author=\"A\">" + run("added words here") + "</w:ins>"));
  const Reading reading = read_marked(bytes, "report.docx");
  const std::vector<MarginNote> notes{note_at(reading, "mother & her partner", "one"), note_at(reading, "partner failed", "two"), note_at(reading, "school places", "three"),
                                      note_at(reading, "the annex", "four"), note_at(reading, "words", "five"), note_at(reading, "The mother", "six")};
  const std::string copy = marked(bytes, notes);
  const std::map<std::string, std::string> expected{{"one", "mother & her partner"}, {"two", "partner failed"}, {"three", "schoolplaces"}, {"four", "the annex"}, {"five", "words"}, {"six", "The mother"}};
  CHECK(commented_words(copy) == expected);
  const std::string document = part_of(copy, "word/document.xml");
  CHECK(document.find("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">part</w:t></w:r>") != std::string::npos);
  CHECK(document.find("<w:ins w:id=\"9\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\">added </w:t></w:r><w:commentRangeStart w:id=\"4\"/>") != std::string::npos);
  CHECK(told_by(read_marked(copy, "report.docx")) == told_by(reading));
}

TEST_CASE("words whose space is kept or not by the file's own word for it are marked all the same", "[marking]") {
  const std::string bytes = word_file(paragraph("<w:r><w:t xml:space=\"default\">The mother failed to engage.</w:t></w:r>"));
  const Reading reading = read_marked(bytes, "report.docx");
  const std::string copy = marked(bytes, {note_at(reading, "failed to engage", "one")});
  CHECK(commented_words(copy).at("one") == "failed to engage");
  CHECK(told_by(read_marked(copy, "report.docx")) == told_by(reading));
}

TEST_CASE("a comment of a person stays, and ours takes a number of its own", "[marking]") {
  const std::string body = paragraph("<w:commentRangeStart w:id=\"7\"/>" + run("A draft") + "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>" + run(" about Child K."));
  const std::string theirs = "<w:comment w:id=\"7\" w:author=\"Reviewer\"><w:p>" + run("Is this right?") + "</w:p></w:comment>";
  const std::string bytes = word_file(body, {{"comments", "<w:comments " + std::string(space) + ">" + theirs + "</w:comments>"}});
  const Reading reading = read_marked(bytes, "report.docx");
  const std::string copy = marked(bytes, {note_at(reading, "Child K", "ours"), note_at(reading, "right", "about a comment")});
  CHECK(part_of(copy, "word/comments.xml").find(theirs) != std::string::npos);
  const auto words = commented_words(copy);
  CHECK(words.at("ours") == "Child K");
  CHECK(words.at("Is this right?") == "A draft");
  CHECK(words.at("In the comment here: \xE2\x80\x9Cright\xE2\x80\x9D") == "A draft");
  const Reading again = read_marked(copy, "report.docx");
  CHECK(told_by(again) == told_by(reading));
  CHECK(part_of(marked(copy, {}), "word/comments.xml") == part_of(bytes, "word/comments.xml"));
}

TEST_CASE("a mark of ours that a person changed or answered is theirs", "[marking]") {
  const std::string bytes = word_file(paragraph(run("A report about Child K and a school.")));
  const Reading reading = read_marked(bytes, "report.docx");
  const std::string copy = marked(bytes, {note_at(reading, "Child K", "take this out")});
  const auto changed_copy = [&](std::string_view what, std::string_view by) {
    StoredZip zip;
    const Result<zip::Archive> archive = zip::Archive::open(copy, "");
    for (const std::string& name : archive->names()) zip.add(name, replace_every(part_of(copy, name), what, by));
    return zip.bytes();
  };
  const auto comments_in = [](const std::string& file) {
    const Reading read = read_marked(file, "report.docx");
    return std::count_if(read.container.items.begin(), read.container.items.end(), [](const Carried& each) { return each.kind == CarriedKind::comment; });
  };
  CHECK(comments_in(copy) == 0);
  CHECK(comments_in(changed_copy("take this out", "Jodie was here")) == 1);
  CHECK(comments_in(changed_copy("w:author=\"Casewright\"", "w:author=\"Jodie\"")) == 1);

  StoredZip answered;
  const Result<zip::Archive> archive = zip::Archive::open(copy, "");
  for (const std::string& name : archive->names()) {
    std::string part = part_of(copy, name);
    if (name == "word/comments.xml") part = replace_every(part, "<w:p><w:r><w:annotationRef/>", "<w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"00AA\"><w:r><w:annotationRef/>");
    if (name.ends_with("document.xml.rels")) part = replace_every(part, "</Relationships>", "<Relationship Id=\"e\" Type=\"http://schemas.microsoft.com/office/2011/relationships/commentsExtended\" Target=\"commentsExtended.xml\"/></Relationships>");
    answered.add(name, part);
  }
  answered.add("word/commentsExtended.xml", "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w15:commentEx w15:paraId=\"00BB\" w15:paraIdParent=\"00AA\"/></w15:commentsEx>");
  const Reading of_answered = read_marked(answered.bytes(), "report.docx");
  const auto words = commented_words(marked(answered.bytes(), {note_at(of_answered, "Child K", "take this out"), note_at(of_answered, "school", "new")}));
  CHECK(words == std::map<std::string, std::string>{{"take this out", "Child K"}, {"new", "school"}});
}

TEST_CASE("notes stand round what they would be lost in: fields, lists made by Word, deleted words", "[marking]") {
  const auto field = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
  const std::string bytes = word_file(paragraph(run("Before ") + field("begin") + "<w:r><w:instrText> REF x </w:instrText></w:r>" + field("separate") + run("the shown words") + field("end") + run(" behind")) +
                                      paragraph("<w:fldSimple w:instr=\" REF y \">" + run("simple field words") + "</w:fldSimple>") +
                                      paragraph(field("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + field("separate") + run("First entry")) + paragraph(run("Second entry") + field("end")));
  const Reading reading = read_marked(bytes, "report.docx");
  const auto words = commented_words(marked(bytes, {note_at(reading, "shown", "one"), note_at(reading, "field", "two"), note_at(reading, "Second", "three")}));
  CHECK(words.at("one") == "the shown words");
  CHECK(words.at("two") == "simple field words");
  CHECK(words.at("In the contents here: \xE2\x80\x9CSecond\xE2\x80\x9D").empty());
}

TEST_CASE("any office file can be marked everywhere, twice, and says the same", "[marking]") {
  for (const auto& folder : fixture_folders("office")) {
    if (!std::filesystem::exists(folder / "in.docx")) continue;
    INFO(folder.filename().string());
    const std::string bytes = archive_of(folder / "in.docx");
    const Reading reading = read_marked(bytes, "report.docx");
    const std::vector<MarginNote> notes = notes_everywhere(reading);
    const Result<MarkedCopy> copy = marked_copy(bytes, reading, notes);
    REQUIRE(copy.ok());
    CHECK(copy->notes == notes.size());
    const Reading again = read_marked(copy->bytes, "report.docx");
    CHECK(told_by(again) == told_by(reading));
    CHECK(again.prose.text == reading.prose.text);
    const auto words = commented_words(copy->bytes);
    CHECK(words.size() >= notes.size());
    for (const MarginNote& note : notes) {
      const auto found = words.find(note.lines.front());
      if (found == words.end()) continue;  // it stands elsewhere and says so first
      const std::string expected(reading.prose.view(note.span));
      INFO(expected << " / " << found->second);
      CHECK(holds_in_order(found->second, expected));
    }
    const Result<MarkedCopy> twice = marked_copy(copy->bytes, again, notes);
    REQUIRE(twice.ok());
    CHECK(part_of(twice->bytes, "word/document.xml") == part_of(copy->bytes, "word/document.xml"));
    CHECK(part_of(twice->bytes, "word/comments.xml") == part_of(copy->bytes, "word/comments.xml"));
    const Result<zip::Archive> before = zip::Archive::open(bytes, "");
    const std::set<std::string> changed{"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"};
    for (const std::string& name : before->names())
      if (!changed.contains(name)) CHECK(part_of(copy->bytes, name) == part_of(bytes, name));
  }
}

TEST_CASE("more findings than Word opens comments are told by one that says so, the gravest kept", "[marking]") {
  const std::string person = "<w:comment w:id=\"0\" w:author=\"Panel member\"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment>";
  const std::string bytes = word_file(paragraph("<w:commentRangeStart w:id=\"0\"/>" + run("Words of the report.") + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"),
                                      {{"comments", "<w:comments " + std::string(space) + ">" + person + "</w:comments>"}});
  std::vector<MarginNote> notes(32800, MarginNote{{0, 5}, Level::advise, "tone/x", "Words", {"Advice: words."}});
  notes.back() = {{0, 5}, Level::block, "tone/y", "Words", {"Must mend: the gravest."}};
  const Result<MarkedCopy> copy = marked_copy(bytes, read_marked(bytes, "report.docx"), notes);
  REQUIRE(copy.ok());
  CHECK(copy->notes == 32766);
  const Result<zip::Archive> archive = zip::Archive::open(copy->bytes, "report.docx");
  REQUIRE(archive.ok());
  const std::string comments = archive->read("word/comments.xml").value();
  CHECK(comments.find("Mine.") != std::string::npos);
  CHECK(comments.find("35 findings have no comment") != std::string::npos);
  CHECK(comments.find("Must mend: the gravest.") != std::string::npos);
}
