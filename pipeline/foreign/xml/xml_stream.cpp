#include "foreign/xml/xml_stream.h"

#include <climits>
#include <memory>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/text.h"
#include "foreign/xml/xml_view.h"

namespace casewright::xml {
namespace {

constexpr std::size_t most_stream_levels = 256;

/// What the callbacks of one reading share.
struct Stream {
  const std::string& file;
  Listener& listener;
  Tag tag;
  std::size_t level = 0;
  bool ended = false;
  Faults faults;
  xmlParserCtxt* parser = nullptr;

  void stop() {
    ended = true;
    xmlStopParser(parser);
  }
  void refuse(std::string what, std::string hint) {
    if (!ended) faults.push_back({file, 0, 0, std::move(what), std::move(hint)});
    stop();
  }
};

Stream& stream_of(void* by) { return *static_cast<Stream*>(static_cast<xmlParserCtxt*>(by)->_private); }

void on_open(void* by, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**, int count, int,
             const xmlChar** attributes) {
  Stream& here = stream_of(by);
  if (here.ended) return;
  if (++here.level > most_stream_levels)
    return here.refuse("the elements of this file are nested too deep", "open it and save it anew");
  here.tag.space = view(space);
  here.tag.name = view(name);
  here.tag.line = static_cast<std::uint32_t>(xmlSAX2GetLineNumber(here.parser));
  here.tag.attributes.clear();
  for (int i = 0; i < count; ++i) {
    const xmlChar** each = attributes + 5 * i;
    const auto* value = reinterpret_cast<const char*>(each[3]);
    here.tag.attributes.push_back({view(each[2]), view(each[0]), {value, static_cast<std::size_t>(each[4] - each[3])}});
  }
  here.listener.open(here.tag);
  if (!here.listener.wants_more()) here.stop();
}

void on_close(void* by, const xmlChar* name, const xmlChar*, const xmlChar* space) {
  Stream& here = stream_of(by);
  if (here.ended) return;
  --here.level;
  here.listener.close(view(space), view(name));
  if (!here.listener.wants_more()) here.stop();
}

void on_words(void* by, const xmlChar* text, int size) {
  Stream& here = stream_of(by);
  if (!here.ended) here.listener.words({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void on_document_type(void* by, const xmlChar*, const xmlChar*, const xmlChar*) {
  stream_of(by).refuse("a part of this file declares a document type, which no office program writes",
                       "open it and save it anew");
}

void on_error(void* by, xmlError* error) {
  Stream& here = *static_cast<Stream*>(static_cast<xmlParserCtxt*>(by)->_private);
  if (here.ended || error == nullptr || error->level < XML_ERR_FATAL || !here.faults.empty()) return;
  here.faults.push_back({here.file, 0, 0, "a part of this file is damaged: " + fold_space(error->message == nullptr ? "" : error->message),
                         "open it in the program that made it and save it anew"});
}

}  // namespace

std::string_view Tag::attribute(std::string_view local) const {
  for (const Attribute& each : attributes)
    if (each.name == local) return each.value;
  return {};
}

Outcome stream(std::string_view bytes, const std::string& file, Listener& listener) {
  if (bytes.size() > INT_MAX) return Fault{file, 0, 0, "a part of this file is too large", "split it"};
  xmlInitParser();
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())), xmlFreeParserCtxt);
  if (parser == nullptr) return Fault{file, 0, 0, "a part of this file is empty", "open it and save it anew"};
  Stream here{file, listener, {}, 0, false, {}, parser.get()};
  xmlSAXHandler& heard = *parser->sax;
  heard = {};
  heard.initialized = XML_SAX2_MAGIC;
  heard.startElementNs = on_open;
  heard.endElementNs = on_close;
  heard.characters = on_words;
  heard.cdataBlock = on_words;
  heard.ignorableWhitespace = on_words;
  heard.internalSubset = on_document_type;
  heard.serror = on_error;
  parser->_private = &here;
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
  xmlParseDocument(parser.get());
  if (!here.ended && parser->wellFormed == 0 && here.faults.empty())
    here.faults.push_back({file, 0, 0, "a part of this file is damaged", "open it and save it anew"});
  if (!here.faults.empty()) return here.faults;
  return Done{};
}

}  // namespace casewright::xml
