#include "base/letters.h"
#include "foreign/pdf/pdf_extras.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_values = 400;

std::string unescaped(std::string_view text) {
  std::string plain(text);
  for (const auto& [code, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#xA;", " "}, {"&amp;", "&"}})
    plain = replace_every(plain, code, character);
  return fold_space(plain);
}

/// Dates, identifiers and the like, which every program writes.
bool says_nothing(std::string_view name, std::string_view value) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"CreateDate", "ModifyDate", "MetadataDate", "Producer", "CreatorTool", "DocumentID", "InstanceID", "OriginalDocumentID",
       "VersionID", "RenditionClass", "format", "part", "conformance", "Trapped", "PDFVersion", "action", "when", "instanceID",
       "documentID", "softwareAgent", "changed", "schema", "namespaceURI", "prefix", "valueType", "category", "about",
       "parseType", "resource", "language", "rev", "amd", "xmptk", "date", "originalDocumentID", "renditionClass",
       "xpacket", "GTS_PDFXVersion", "Marked"});
  const std::size_t colon = name.find(':');
  if (name.starts_with("xmlns") || name.starts_with("xml:") || name.starts_with("pdfaProperty") || name.starts_with("pdfaSchema")) return true;
  const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
  return std::find(names.begin(), names.end(), local) != names.end() || std::count_if(value.begin(), value.end(), is_letter) < 2;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> values_of_record(std::string_view record) {
  std::vector<std::pair<std::string, std::string>> values;
  std::string element;  // the innermost that is no list
  const auto add = [&](std::string_view name, std::string_view value) {
    const std::string plain = unescaped(value);
    if (values.size() < most_values && !plain.empty() && !says_nothing(name, plain)) values.emplace_back(name, plain);
  };
  for (std::size_t at = record.find('<'); at != std::string_view::npos; at = record.find('<', at + 1)) {
    const std::size_t end = record.find('>', at);
    if (end == std::string_view::npos) break;
    std::string_view tag = record.substr(at + 1, end - at - 1);
    if (!tag.empty() && tag[0] != '/' && tag[0] != '?' && tag[0] != '!') {
      const std::size_t cut = std::min(tag.find_first_of(" \t\r\n/"), tag.size());
      const std::string_view name = tag.substr(0, cut);
      if (!name.starts_with("rdf:") && !name.starts_with("x:")) element = name;
      for (std::size_t equals = tag.find('='); equals != std::string_view::npos; equals = tag.find('=', equals + 1)) {
        if (equals + 1 >= tag.size() || (tag[equals + 1] != '"' && tag[equals + 1] != '\'')) continue;
        const std::size_t close = tag.find(tag[equals + 1], equals + 2);
        if (close == std::string_view::npos) break;
        std::size_t from = equals;
        while (from > 0 && tag[from - 1] > ' ') --from;
        add(tag.substr(from, equals - from), tag.substr(equals + 2, close - equals - 2));
        equals = close;
      }
    }
    const std::size_t next = record.find('<', end);
    if (next == std::string_view::npos) break;
    add(element, record.substr(end + 1, next - end - 1));
  }
  return values;
}

namespace {

/// One string of a painting command, its codes as letters where they are letters.
std::string letters_of_string(std::string_view bytes) {
  std::string words;
  const bool pairs = bytes.size() >= 2 && bytes.size() % 2 == 0 && std::all_of(bytes.begin(), bytes.end(), [&, i = 0](char c) mutable { return i++ % 2 != 0 || c == 0; });
  for (std::size_t i = pairs ? 1 : 0; i < bytes.size(); i += pairs ? 2 : 1) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 32) return {};
    append_utf8(words, byte);
  }
  return words;
}

std::string hexadecimal(std::string_view digits) {
  std::string bytes;
  int high = -1;
  for (const char c : digits) {
    const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (value < 0) continue;
    if (high < 0) high = value;
    else bytes += static_cast<char>(high * 16 + value), high = -1;
  }
  return bytes;
}

}  // namespace

std::string words_of_commands(std::string_view commands) {
  std::string words, line;
  const auto flush = [&] {
    const std::string plain = fold_space(line);
    if (!plain.empty()) words += (words.empty() ? "" : " ") + plain;
    line.clear();
  };
  for (std::size_t at = 0; at < commands.size(); ++at) {
    const char c = commands[at];
    if (c == '(') {
      std::string bytes;
      int depth = 1;
      for (++at; at < commands.size(); ++at) {
        if (commands[at] == '\\' && at + 1 < commands.size()) {
          const char next = commands[++at];
          if (next >= '0' && next <= '7') {
            int code = 0;
            for (int digit = 0; digit < 3 && at < commands.size() && commands[at] >= '0' && commands[at] <= '7'; ++digit) code = code * 8 + (commands[at++] - '0');
            --at;
            bytes += static_cast<char>(code);
          } else {
            bytes += next == 'n' || next == 'r' || next == 't' ? ' ' : next;
          }
          continue;
        }
        if (commands[at] == '(') ++depth;
        if (commands[at] == ')' && --depth == 0) break;
        bytes += commands[at];
      }
      line += letters_of_string(bytes);
    } else if (c == '<' && at + 1 < commands.size() && commands[at + 1] != '<' && (at == 0 || commands[at - 1] != '<')) {
      const std::size_t end = std::min(commands.find('>', at), commands.size());
      line += letters_of_string(hexadecimal(commands.substr(at + 1, end - at - 1)));
      at = end;
    } else if (c == '-' && at + 3 < commands.size() && commands[at + 1] >= '2' && commands[at + 1] <= '9' && commands[at + 2] >= '0' && commands[at + 2] <= '9' && commands[at + 3] >= '0' && commands[at + 3] <= '9') {
      line += ' ';
    } else if (c == 'T' && at + 1 < commands.size() && std::string_view("dDm*").find(commands[at + 1]) != std::string_view::npos) {
      flush();
    } else if (c == 'E' && commands.substr(at, 2) == "ET") {
      flush();
    }
  }
  flush();
  return words;
}

}  // namespace casewright::pdf
