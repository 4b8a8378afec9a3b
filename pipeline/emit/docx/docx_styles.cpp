#include "emit/docx/docx_styles.h"

#include "emit/docx/docx_package.h"
#include "emit/docx/docx_text.h"
#include "emit/pictures/theme_look.h"
#include "emit/words/xml_text.h"

namespace casewright {
namespace {

constexpr std::string_view plain_font = "Arial";  // on every machine that has Word, and like Liberation Sans elsewhere

std::string hex(const Theme& theme, std::string_view role) {
  std::string digits = write_colour(theme_colour(theme, role)).substr(1);
  for (char& c : digits) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
  return digits;
}

/// One paragraph style; in `paragraph` and `run` "{role}" is the theme's colour.
struct Style {
  std::string_view id, name, based_on, next, paragraph, run;
  bool shown;  ///< among the styles that Word offers first
};

constexpr Style paragraph_styles[] = {
    {"BodyText", "Body Text", "Normal", "", "", "", true},
    {"Title", "Title", "Normal", "BodyText", "<w:keepNext/><w:spacing w:before=\"480\" w:after=\"160\" w:line=\"252\" w:lineRule=\"auto\"/>",
     "{heading}<w:b/><w:bCs/><w:color w:val=\"{accent}\"/><w:sz w:val=\"52\"/><w:szCs w:val=\"52\"/>", true},
    {"Subtitle", "Subtitle", "Normal", "BodyText", "<w:spacing w:after=\"160\"/>",
     "<w:color w:val=\"{quiet}\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>", true},
    {"Heading1", "heading 1", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"520\" w:after=\"160\" w:line=\"264\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
     "{heading}<w:b/><w:bCs/><w:color w:val=\"{accent}\"/><w:sz w:val=\"34\"/><w:szCs w:val=\"34\"/>", true},
    {"Heading2", "heading 2", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
     "{heading}<w:b/><w:bCs/><w:sz w:val=\"27\"/><w:szCs w:val=\"27\"/>", true},
    {"Heading3", "heading 3", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
     "{heading}<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>", true},
    {"Heading4", "heading 4", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"3\"/>",
     "{heading}<w:b/><w:bCs/>", true},
    {"Heading5", "heading 5", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"4\"/>",
     "{heading}<w:b/><w:bCs/><w:color w:val=\"{quiet}\"/>", true},
    {"TOCHeading", "TOC Heading", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"520\" w:after=\"160\"/>",
     "{heading}<w:b/><w:bCs/><w:color w:val=\"{accent}\"/><w:sz w:val=\"34\"/><w:szCs w:val=\"34\"/>", true},
    {"TOC1", "toc 1", "Normal", "Normal", "<w:tabs><w:tab w:val=\"left\" w:pos=\"567\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/></w:tabs><w:spacing w:before=\"60\" w:after=\"60\"/>", "", false},
    {"TOC2", "toc 2", "Normal", "Normal", "<w:tabs><w:tab w:val=\"left\" w:pos=\"1134\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/></w:tabs><w:spacing w:after=\"40\"/><w:ind w:left=\"567\"/>", "", false},
    {"TOC3", "toc 3", "Normal", "Normal", "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/></w:tabs><w:spacing w:after=\"40\"/><w:ind w:left=\"1134\"/>", "", false},
    {"ListBullet", "List Bullet", "BodyText", "", "<w:spacing w:after=\"80\"/>", "", true},
    {"ListNumber", "List Number", "BodyText", "", "<w:spacing w:after=\"80\"/>", "", true},
    {"ListContinue", "List Continue", "BodyText", "", "<w:spacing w:after=\"80\"/>", "", true},
    {"Quote", "Quote", "BodyText", "BodyText", "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"12\" w:color=\"{line}\"/></w:pBdr><w:ind w:left=\"425\" w:right=\"425\"/>",
     "<w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>", true},
    {"Caption", "caption", "Normal", "BodyText", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"120\"/>", "<w:b/><w:bCs/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>", true},
    {"Figure", "Figure", "Normal", "BodyText", "<w:spacing w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/>", "", true},
    {"TableText", "Table Text", "Normal", "", "<w:spacing w:before=\"40\" w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>", true},
    {"TableHeading", "Table Heading", "TableText", "", "", "<w:b/><w:bCs/>", true},
    {"ToWrite", "To Write", "BodyText", "BodyText",
     "<w:pBdr><w:top w:val=\"dashed\" w:sz=\"8\" w:space=\"6\" w:color=\"{warning}\"/><w:left w:val=\"dashed\" w:sz=\"8\" w:space=\"8\" w:color=\"{warning}\"/>"
     "<w:bottom w:val=\"dashed\" w:sz=\"8\" w:space=\"6\" w:color=\"{warning}\"/><w:right w:val=\"dashed\" w:sz=\"8\" w:space=\"8\" w:color=\"{warning}\"/></w:pBdr><w:ind w:left=\"170\" w:right=\"170\"/>", "", true},
    {"FootnoteText", "footnote text", "Normal", "", "<w:spacing w:after=\"60\" w:line=\"252\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>", false},
    {"Header", "header", "Normal", "", "<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>", "<w:color w:val=\"{quiet}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>", false},
    {"Footer", "footer", "Normal", "", "<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>", "<w:color w:val=\"{quiet}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>", false},
};

/// Puts the theme's colours and the page's measure into a style's own words.
std::string filled(std::string_view pattern, const Theme& theme, int width) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at), end = pattern.find('}', at);
    if (open == std::string_view::npos) return out.append(pattern.substr(at));
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, end - open - 1);
    if (name == "width") out += std::to_string(width);
    else if (name == "heading") out += "<w:rFonts w:asciiTheme=\"majorHAnsi\" w:hAnsiTheme=\"majorHAnsi\" w:eastAsiaTheme=\"majorEastAsia\" w:cstheme=\"majorBidi\"/>";
    else out += hex(theme, name);
    at = end + 1;
  }
  return out;
}

std::string style_xml(const Style& style, const Theme& theme, int width) {
  const auto reference = [](std::string_view element, std::string_view id) {
    return id.empty() ? std::string() : "<w:" + std::string(element) + " w:val=\"" + std::string(id) + "\"/>";
  };
  std::string out = "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(style.id) + "\"><w:name w:val=\"" + std::string(style.name) + "\"/>" +
                    reference("basedOn", style.based_on) + reference("next", style.next);
  if (style.shown) out += "<w:qFormat/>";
  if (!style.paragraph.empty()) out += "<w:pPr>" + filled(style.paragraph, theme, width) + "</w:pPr>";
  if (!style.run.empty()) out += "<w:rPr>" + filled(style.run, theme, width) + "</w:rPr>";
  return out + "</w:style>";
}

constexpr std::string_view character_styles =
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>"
    "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:semiHidden/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:color w:val=\"{accent}\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name w:val=\"Placeholder Text\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:color w:val=\"{warning}\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Uncertain\"><w:name w:val=\"Check Before Publication\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr><w:color w:val=\"0B0C0C\"/><w:u w:val=\"dotted\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFE9A8\"/></w:rPr></w:style>";

constexpr std::string_view table_styles =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
    "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:basedOn w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblBorders>"
    "<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{ink}\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{line}\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/></w:tblBorders>"
    "<w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"{ink}\"/></w:tcBorders>"
    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{wash}\"/></w:tcPr></w:tblStylePr>"
    "<w:tblStylePr w:type=\"firstCol\"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>";

std::string defaults(const Document& document, const Theme& theme) {
  const std::string language = xml_text(document.language.empty() ? theme.language : document.language);
  return "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" "
         "w:cstheme=\"minorBidi\"/><w:color w:val=\"" + hex(theme, "ink") + "\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"" + language +
         "\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after=\"140\" w:line=\"293\" "
         "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
         "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>";
}

std::string colour_xml(std::string_view name, const Theme& theme, std::string_view role) {
  return "<a:" + std::string(name) + "><a:srgbClr val=\"" + hex(theme, role) + "\"/></a:" + std::string(name) + ">";
}

std::string font_xml(std::string_view name, const std::string& font) {
  return "<a:" + std::string(name) + "><a:latin typeface=\"" + xml_text(font) + "\"/><a:ea typeface=\"\"/><a:cs typeface=\"" + xml_text(font) +
         "\"/></a:" + std::string(name) + ">";
}

/// Fills, lines and effects that a theme must name; a report uses none of them.
constexpr std::string_view theme_formats =
    "<a:fmtScheme name=\"Plain\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
    "<a:ln><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln><a:ln><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln></a:lnStyleLst>"
    "<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>"
    "</a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";

}  // namespace

std::string docx_styles(const Document& document, const Theme& theme, int width) {
  std::string out(xml_declaration);
  out.append("<w:styles").append(word_namespaces).append(">") += defaults(document, theme);
  for (const Style& style : paragraph_styles) out += style_xml(style, theme, width);
  return out + filled(character_styles, theme, width) + filled(table_styles, theme, width) + "</w:styles>";
}

std::string docx_theme(const Theme& theme) {
  static constexpr std::pair<std::string_view, std::string_view> colours[] = {
      {"dk1", "ink"},       {"lt1", "paper"},     {"dk2", "accent"},   {"lt2", "wash"},    {"accent1", "accent"}, {"accent2", "warning"},
      {"accent3", "quiet"}, {"accent4", "line"},  {"accent5", "ink"},  {"accent6", "wash"}, {"hlink", "accent"},   {"folHlink", "quiet"}};
  const std::string name = xml_text(theme.name.empty() ? "Plain" : theme.name), text = first_font(theme.text_font, plain_font);
  std::string out(xml_declaration);
  out += "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"" + name + "\"><a:themeElements><a:clrScheme name=\"" + name + "\">";
  for (const auto& [element, role] : colours) out += colour_xml(element, theme, role);
  out += "</a:clrScheme><a:fontScheme name=\"" + name + "\">" + font_xml("majorFont", first_font(theme.heading_font, text)) + font_xml("minorFont", text) +
         "</a:fontScheme>";
  return out.append(theme_formats).append("</a:themeElements></a:theme>");
}

}  // namespace casewright
