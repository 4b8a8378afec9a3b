#include "emit/docx/docx_writer.h"

#include <utility>

#include "emit/docx/docx_body.h"
#include "emit/docx/docx_figure.h"
#include "emit/docx/docx_styles.h"
#include "emit/docx/docx_text.h"
#include "emit/words/xml_text.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

/// The paper that a document is set on, in twips.
struct PageSetup {
  int width = 11906, height = 16838;  // A4
  int side = 1134, top = 1474, foot = 1361;
  bool landscape = false;

  int text_width() const { return width - 2 * side; }
};

std::string part(std::string_view element, std::string_view content) {
  std::string out(xml_declaration);
  out.append("<w:").append(element).append(word_namespaces).append(">").append(content);
  return out.append("</w:").append(element).append(">");
}

std::string title_of(const DocxState& state) {
  const Document& document = state.document;
  if (!document.title.empty()) return document.title;
  return state.plan.title == nullptr ? std::string() : state.plan.title->text();
}

std::string language_of(const DocxState& state) {
  return xml_text(state.document.language.empty() ? state.theme.language : state.document.language);
}

/// A chronology is a table of many columns.
PageSetup page_for(const Document& document) {
  PageSetup page;
  if (document.role != DocumentRole::chronology) return page;
  std::swap(page.width, page.height);
  page.landscape = true;
  return page;
}

std::string section(const PageSetup& page) {
  const auto number = [](int twips) { return std::to_string(twips); };
  return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:headerReference w:type=\"first\" r:id=\"first\"/>"
         "<w:footerReference w:type=\"default\" r:id=\"footer\"/><w:footerReference w:type=\"first\" r:id=\"footer\"/><w:pgSz w:w=\"" +
         number(page.width) + "\" w:h=\"" + number(page.height) + "\"" + (page.landscape ? " w:orient=\"landscape\"" : "") + "/><w:pgMar w:top=\"" +
         number(page.top) + "\" w:right=\"" + number(page.side) + "\" w:bottom=\"" + number(page.foot) + "\" w:left=\"" + number(page.side) +
         "\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
}

std::string paragraph(std::string_view style, const std::string& runs) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>" + runs + "</w:p>";
}

std::string run(std::string_view words, Marks marks = {}) {
  std::string out;
  append_run(out, words, marks, {}, {});
  return out;
}

DocxPart first_header(DocxState& state) {
  DocxPart made{"word/header-first.xml", "officedocument.wordprocessingml.header", {}, {}};
  const Theme& theme = state.theme;
  const std::string name = theme.header.empty() ? state.document.board : theme.header;
  std::string words;
  if (!theme.logo.bytes.empty()) words = docx_picture(theme.logo, state, made.relations, 150, 48);
  std::string content = words.empty() ? "" : paragraph("Header", words);
  std::string line = run(name, Marks{}.with(Mark::strong));
  if (state.document.date.known() && row_of_role(state.document.role).dated)
    line += "<w:r><w:tab/></w:r>" + run(state.chrome().plain(&ChromeWords::published) + " " + date_words(state.document.date, state.words()));
  made.xml = part("hdr", content + paragraph("Header", line));
  return made;
}

DocxPart header(const DocxState& state) {
  const std::string name = state.theme.header.empty() ? state.document.board : state.theme.header;
  const std::string line = run(title_of(state)) + "<w:r><w:tab/></w:r>" + run(name);
  return {"word/header.xml", "officedocument.wordprocessingml.header", part("hdr", paragraph("Header", line)), {}};
}

DocxPart footer(const DocxState& state) {
  const std::string name = state.theme.footer.empty() ? state.document.board : state.theme.footer;
  const std::string page = state.chrome().plain(&ChromeWords::page), of = std::string(state.words().of);
  const std::string line = run(name) + "<w:r><w:tab/></w:r>" + run(page + " ") + field(" PAGE ", "1") + run(" " + of + " ") +
                           field(" NUMPAGES ", "1");
  return {"word/footer.xml", "officedocument.wordprocessingml.footer", part("ftr", paragraph("Footer", line)), {}};
}

DocxPart footnotes(DocxState& state) {
  DocxPart made{"word/footnotes.xml", "officedocument.wordprocessingml.footnotes", {}, {}};
  std::string content =
      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
      "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
  DocxBody(state, made.relations, content).write_footnotes();
  made.xml = part("footnotes", content);
  return made;
}

DocxPart settings(const DocxState& state) {
  return {"word/settings.xml", "officedocument.wordprocessingml.settings",
          part("settings",
               "<w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
               "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
               "<w:themeFontLang w:val=\"" + language_of(state) + "\"/><w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/>"),
          {}};
}

DocxPart properties(const DocxState& state) {
  return {"docProps/core.xml", "package.core-properties",
          std::string(xml_declaration) +
              "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
              "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + xml_text(title_of(state)) + "</dc:title><dc:language>" +
              language_of(state) + "</dc:language></cp:coreProperties>",
          {}};
}

DocxPart body(DocxState& state, const PageSetup& page) {
  DocxPart made{"word/document.xml", "officedocument.wordprocessingml.document.main", {}, {}};
  std::string content = "<w:body>";
  DocxBody writer(state, made.relations, content);
  writer.write(state.document.blocks);
  writer.write_uncited_notes();
  made.xml = part("document", content + section(page) + "</w:body>");
  return made;
}

}  // namespace

Result<std::string> write_docx(const Document& document, const Theme& theme) {
  const PageSetup page = page_for(document);
  DocxState state(document, theme);
  state.text_width = page.text_width();
  state.landscape = page.landscape;
  std::vector<DocxPart> parts{body(state, page)};
  parts.push_back(footnotes(state));
  parts.push_back(first_header(state));
  parts.push_back(header(state));
  parts.push_back(footer(state));
  parts.push_back({"word/styles.xml", "officedocument.wordprocessingml.styles", docx_styles(document, theme, page.text_width()), {}});
  parts.push_back({"word/numbering.xml", "officedocument.wordprocessingml.numbering", part("numbering", state.numbering.xml()), {}});
  parts.push_back(settings(state));
  parts.push_back({"word/theme/theme1.xml", "officedocument.theme", docx_theme(theme), {}});
  parts.push_back(properties(state));
  DocxRelations& all = parts.front().relations;
  all.name("footnotes", "footnotes.xml", "footnotes");
  all.name("header", "header-first.xml", "first");
  all.name("header", "header.xml", "header");
  all.name("footer", "footer.xml", "footer");
  all.name("styles", "styles.xml", "styles");
  all.name("numbering", "numbering.xml", "numbering");
  all.name("settings", "settings.xml", "settings");
  all.name("theme", "theme/theme1.xml", "theme");
  return zip::pack(package(std::move(parts), state.media), "");
}

}  // namespace casewright
