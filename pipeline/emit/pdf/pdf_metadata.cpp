#include "emit/pdf/pdf_metadata.h"

#include <string_view>

#include "base/text.h"
#include "emit/pdf/srgb_profile.h"

namespace casewright {

namespace {

/// Says what the pdfuaid properties are, as PDF/A asks of every property that it does not know.
constexpr std::string_view extension_schema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates which part of ISO 14289 the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

std::string language_of(const Document& document) { return document.language.empty() ? "en-GB" : document.language; }

/// The words without what XML 1.0 forbids.
std::string xml_words(std::string_view words) {
  std::string kept;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = code_point_at(words, at);
    if (point.value >= 0x20 && (point.value & 0xFFFE) != 0xFFFE && point.valid) kept += words.substr(at, point.bytes);
    at += point.bytes;
  }
  return escape_markup(kept);
}

}  // namespace

pdf::ObjectId write_pdf_metadata(pdf::Objects& objects, const Document& document, const std::string& title) {
  std::string xmp = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" "
                    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                    "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
                    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n<dc:format>application/pdf</dc:format>\n"
                    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_words(title) + "</rdf:li></rdf:Alt></dc:title>\n";
  if (!document.board.empty()) xmp += "<dc:creator><rdf:Seq><rdf:li>" + xml_words(document.board) + "</rdf:li></rdf:Seq></dc:creator>\n";
  xmp += "<dc:language><rdf:Bag><rdf:li>" + xml_words(language_of(document)) + "</rdf:li></rdf:Bag></dc:language>\n";
  if (document.date.known()) {
    const std::string when = iso(document.date) + "T00:00:00Z";
    xmp += "<xmp:CreateDate>" + when + "</xmp:CreateDate>\n<xmp:ModifyDate>" + when + "</xmp:ModifyDate>\n";
  }
  xmp.append("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A"
             "</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
  xmp.append(extension_schema).append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return objects.add_stream("/Type /Metadata /Subtype /XML", xmp);
}

pdf::ObjectId write_pdf_information(pdf::Objects& objects, const Document& document, const std::string& title) {
  std::string body = "<< /Title " + pdf::text_string(title);
  if (!document.board.empty()) body += " /Author " + pdf::text_string(document.board);
  if (document.date.known()) {
    const std::string when = "(D:" + replace_every(iso(document.date), "-", "") + "000000Z)";
    body += " /CreationDate " + when + " /ModDate " + when;
  }
  return objects.add(body + " >>");
}

pdf::ObjectId write_pdf_output_intent(pdf::Objects& objects) {
  const pdf::ObjectId profile = objects.add_stream("/N 3", srgb_profile());
  return objects.add("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
                     "/DestOutputProfile " + pdf::reference(profile) + " >>");
}

}  // namespace casewright
