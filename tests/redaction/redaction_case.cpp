#include "redaction_case.h"

#include "../unit/stored_zip.h"
#include "base/base64.h"
#include "base/text.h"

namespace casewright {
namespace {

using Parts = std::map<std::string, std::string>;

constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view word_spaces =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
    " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    " xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"
    " xmlns:w10='urn:schemas-microsoft-com:office:word' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'"
    " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'";
constexpr std::string_view odt_spaces =
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
    " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
    " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"
    " office:version='1.3'";

const char* word_styles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Calibri'/><w:sz w:val='22'/><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/><w:sz w:val='32'/><w:color w:val='1F3864' w:themeColor='accent1' w:themeShade='80'/></w:rPr></w:style>"
    "<w:style w:type='table' w:default='1' w:styleId='TableNormal'><w:name w:val='Normal Table'/></w:style>"
    "<w:style w:type='table' w:styleId='GridTable5'><w:name w:val='Grid Table 5 Dark'/><w:basedOn w:val='TableNormal'/>"
    "<w:tcPr><w:shd w:val='clear' w:color='auto' w:fill='D9E2F3' w:themeFill='accent1' w:themeFillTint='33'/></w:tcPr>"
    "<w:tblStylePr w:type='firstRow'><w:rPr><w:b/><w:color w:val='FFFFFF' w:themeColor='background1'/></w:rPr><w:tcPr><w:shd w:val='clear' w:color='auto' w:fill='4472C4' w:themeFill='accent1'/></w:tcPr></w:tblStylePr></w:style>";
const char* word_theme =
    "<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:themeElements><a:clrScheme name='Office'><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
    "<a:lt1><a:sysClr val='window' lastClr='FFFFFF'/></a:lt1><a:dk2><a:srgbClr val='44546A'/></a:dk2><a:lt2><a:srgbClr val='E7E6E6'/></a:lt2><a:accent1><a:srgbClr val='4472C4'/></a:accent1></a:clrScheme></a:themeElements></a:theme>";

/// "id kind target" a line; a fourth word says that the target lies outside.
std::string relations(std::string_view lines, std::string_view first) {
  std::string all(first);
  for (const std::string_view line : split(lines, '\n')) {
    const std::string folded = fold_space(line);
    const std::vector<std::string_view> words = split(folded, ' ');
    if (words.size() < 3) continue;
    all += "<Relationship Id='" + std::string(words[0]) + "' Type='" + std::string(office) + std::string(words[1]) + "' Target='" + std::string(words[2]) + "'" + (words.size() > 3 ? " TargetMode='External'" : "") + "/>";
  }
  return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + all + "</Relationships>";
}

std::string core(std::string_view more) {
  return "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"
         "<dc:title>Review of Child K</dc:title>" + std::string(more) + "</cp:coreProperties>";
}

std::string relation(const char* id, const std::string& type, const char* target) { return std::string("<Relationship Id='") + id + "' Type='" + type + "' Target='" + target + "'/>"; }

std::string make_word(Parts parts) {
  StoredZip zip;
  std::string types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                      "<Default Extension='xml' ContentType='application/xml'/><Default Extension='jpeg' ContentType='image/jpeg'/><Default Extension='png' ContentType='image/png'/><Default Extension='bin' ContentType='application/octet-stream'/>"
                      "<Default Extension='xlsx' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'/>"
                      "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
  zip.add("[Content_Types].xml", types);
  std::string top = relation("r1", std::string(office) + "officeDocument", "word/document.xml");
  if (!parts["core"].empty()) top += relation("r2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
  if (parts.contains("docProps/app.xml")) top += relation("r3", std::string(office) + "extended-properties", "docProps/app.xml");
  if (parts.contains("docProps/custom.xml")) top += relation("r4", std::string(office) + "custom-properties", "docProps/custom.xml");
  zip.add("_rels/.rels", relations("", top));
  zip.add("word/document.xml", "<w:document" + std::string(word_spaces) + ">" + parts["before"] + "<w:body>" + parts["body"] + "<w:sectPr>" + parts["section"] + "<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1440' w:right='1440' w:bottom='1440' w:left='1440'/></w:sectPr></w:body></w:document>");
  std::string own = "r1 styles styles.xml\nr2 theme theme/theme1.xml\n";
  if (!parts["settings"].empty()) own += "r3 settings settings.xml\n";
  zip.add("word/_rels/document.xml.rels", relations(own + parts["rels"], ""));
  zip.add("word/styles.xml", "<w:styles" + std::string(word_spaces) + ">" + word_styles + parts["styles"] + "</w:styles>");
  zip.add("word/theme/theme1.xml", word_theme);
  if (!parts["settings"].empty()) zip.add("word/settings.xml", "<w:settings" + std::string(word_spaces) + ">" + parts["settings"] + "</w:settings>");
  if (!parts["core"].empty()) zip.add("docProps/core.xml", core(parts["core"]));
  for (const auto& [name, bytes] : parts) {
    if (name.find('/') == std::string::npos) continue;
    if (name.ends_with(".rels")) zip.add(name, relations(bytes, ""));
    else if (name.starts_with("word/") && bytes.starts_with("<w:")) zip.add(name, std::string(bytes).insert(bytes.find_first_of(" />", 1), word_spaces));
    else zip.add(name, bytes);
  }
  return zip.bytes();
}

std::string make_open_document(Parts parts) {
  StoredZip zip;
  zip.add("mimetype", "application/vnd.oasis.opendocument.text");
  zip.add("content.xml", "<office:document-content" + std::string(odt_spaces) + "><office:automatic-styles>" + parts["styles"] + "</office:automatic-styles><office:body><office:text>" + parts["body"] + "</office:text></office:body></office:document-content>");
  zip.add("styles.xml", "<office:document-styles" + std::string(odt_spaces) + "><office:styles><style:default-style style:family='paragraph'><style:text-properties fo:font-size='12pt' fo:language='en' fo:country='GB'/></style:default-style>"
                        "<style:style style:name='Standard' style:family='paragraph'/>" + parts["common"] + "</office:styles><office:automatic-styles><style:page-layout style:name='Mpm1'><style:page-layout-properties fo:page-width='21cm' fo:page-height='29.7cm' fo:margin-left='2cm' fo:margin-right='2cm' fo:margin-top='2cm' fo:margin-bottom='2cm'/></style:page-layout></office:automatic-styles><office:master-styles>" + parts["masters"] + "</office:master-styles></office:document-styles>");
  zip.add("meta.xml", "<office:document-meta" + std::string(odt_spaces) + "><office:meta><dc:title>Review of Child K</dc:title>" + parts["meta"] + "</office:meta></office:document-meta>");
  std::string manifest = "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.text'/>";
  for (const char* name : {"content.xml", "styles.xml", "meta.xml"}) manifest += std::string("<manifest:file-entry manifest:full-path='") + name + "' manifest:media-type='text/xml'/>";
  for (const auto& [name, bytes] : parts)
    if (name.find('/') != std::string::npos || name.find('.') != std::string::npos) {
      manifest += "<manifest:file-entry manifest:full-path='" + name + "' manifest:media-type='text/xml'/>";
      zip.add(name, bytes.starts_with("<office:") ? std::string(bytes).insert(bytes.find_first_of(" />", 1), odt_spaces) : bytes);
    }
  zip.add("META-INF/manifest.xml", manifest + "</manifest:manifest>");
  return zip.bytes();
}

/// A part given as "=== name zip" is an archive of the parts that follow, whose names stand behind "--- ".
std::string from_parts(std::string_view text) {
  StoredZip zip;
  std::string name, bytes;
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with("--- ")) {
      if (!name.empty()) zip.add(name, bytes);
      name = line.substr(4);
      bytes.clear();
    } else {
      bytes += line;
    }
  }
  if (!name.empty()) zip.add(name, bytes);
  return zip.bytes();
}

}  // namespace

RedactionCase make_case(const std::string& name, std::string_view text) {
  RedactionCase made;
  made.name = name;
  Parts parts;
  std::string producer, part, kind, bytes;
  const auto close = [&] {
    if (part.empty()) return;
    while (bytes.ends_with('\n')) bytes.pop_back();
    parts[part] = kind == "base64" ? from_base64(bytes) : kind == "zip" ? from_parts(bytes) : bytes;
  };
  for (const std::string_view line : split(text, '\n')) {
    const std::vector<std::string_view> words = split(line, ' ');
    if (line.starts_with("=== ")) {
      close();
      kind = words.back() == "base64" || words.back() == "zip" ? std::string(words.back()) : std::string();
      part = std::string(line.substr(4, line.size() - 4 - (kind.empty() ? 0 : kind.size() + 1)));
      bytes.clear();
    } else if (!part.empty()) {
      bytes += std::string(line) + "\n";
    } else if (words[0] == "producer" && words.size() > 1) {
      producer = std::string(words[1]);
    } else if (words[0] == "finds" && words.size() > 2) {
      made.finds.emplace_back(words[1], words[2]);
    } else if (words[0] == "refuses") {
      made.refuses = true;
    }
  }
  close();
  made.file = producer == "html" ? "report.html" : producer == "odt" ? "report.odt" : "report.docx";
  made.bytes = producer == "html" ? parts["page"] : producer == "odt" ? make_open_document(std::move(parts)) : make_word(std::move(parts));
  return made;
}

}  // namespace casewright
