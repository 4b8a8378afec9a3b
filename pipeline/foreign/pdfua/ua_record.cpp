#include "foreign/pdfua/ua_record.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>

#include "base/text.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_bytes = 16 << 20;
constexpr std::string_view identification = "http://www.aiim.org/pdfua/ns/id/";
constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view syntax = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

template <class Node>
bool in_space(const Node* node, std::string_view space) {
  return node->ns != nullptr && text_of(node->ns->href) == space;
}

std::string content_of(const xmlNode* node) {
  const std::unique_ptr<xmlChar, void (*)(void*)> content(xmlNodeGetContent(node), xmlFree);
  return std::string(trim(text_of(content.get())));
}

void note_property(const xmlNs* space, std::string_view name, std::string value, UaRecord& into) {
  into.identified = true;
  const std::string prefix(text_of(space->prefix));
  if (name == "part") {
    into.part = std::move(value);
    into.part_prefix = prefix;
  }
  if (name == "amd") into.amendment_prefix = prefix;
  if (name == "corr") into.corrigendum_prefix = prefix;
}

/// Words that are given in several languages: an rdf:Alt of rdf:li.
void note_alternatives(const xmlNode* property, UaRecord& into) {
  bool alternatives = false, words = false;
  for (const xmlNode* alt = property->children; alt != nullptr; alt = alt->next) {
    if (alt->type != XML_ELEMENT_NODE || !in_space(alt, syntax) || text_of(alt->name) != "Alt") continue;
    alternatives = true;
    int count = 0, defaults = 0;
    for (const xmlNode* item = alt->children; item != nullptr; item = item->next) {
      if (item->type != XML_ELEMENT_NODE) continue;
      ++count;
      words = words || !content_of(item).empty();
      const std::unique_ptr<xmlChar, void (*)(void*)> language(xmlNodeGetLang(item), xmlFree);
      defaults += text_of(language.get()) == "x-default" ? 1 : 0;
    }
    into.only_default = into.only_default || (defaults > 0 && defaults == count);
  }
  if (in_space(property, dublin_core) && text_of(property->name) == "title")
    into.has_title = into.has_title || words || (!alternatives && !content_of(property).empty());
}

void walk(const xmlNode* node, int depth, UaRecord& into) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      const std::string_view value = attribute->children == nullptr ? std::string_view() : text_of(attribute->children->content);
      if (in_space(attribute, identification)) note_property(attribute->ns, text_of(attribute->name), std::string(trim(value)), into);
      if (in_space(attribute, dublin_core) && text_of(attribute->name) == "title") into.has_title = !trim(value).empty();
    }
    if (in_space(node, identification)) note_property(node->ns, text_of(node->name), content_of(node), into);
    note_alternatives(node, into);
    if (depth < 64) walk(node->children, depth + 1, into);
  }
}

}  // namespace

UaRecord read_ua_record(std::string_view bytes) {
  UaRecord record;
  if (bytes.size() > most_bytes) return record;
  const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> context(xmlNewParserCtxt(), xmlFreeParserCtxt);
  if (!context) return record;
  const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document(
      xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), "record.xmp", nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER),
      xmlFreeDoc);
  if (!document) return record;
  record.readable = context->wellFormed != 0;
  walk(xmlDocGetRootElement(document.get()), 0, record);
  return record;
}

}  // namespace casewright::pdf
