#include "emit/words/xml_text.h"

#include "emit/words/markup_entity.h"

namespace casewright {
namespace {

std::string_view xml_entity(char c) {
  if (c == '\t') return "&#9;";
  return c == '\n' ? "&#10;" : markup_entity(c);
}

/// U+FFFE and U+FFFF have no place in XML.
bool is_noncharacter(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF";
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool bad = byte == 0xEF && is_noncharacter(text, at);
    if (byte >= 0x20 && byte != '&' && byte != '<' && byte != '>' && byte != '"' && byte != 0x7F && !bad) continue;
    out.append(text, from, at - from);
    out += xml_entity(text[at]);
    if (bad) at += 2;
    from = at + 1;
  }
  out.append(text, from, text.size() - from);
}

std::string xml_text(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

}  // namespace casewright
