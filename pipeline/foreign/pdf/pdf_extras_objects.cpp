// What single objects of a PDF hold: scripts, actions, attachments, records, signatures, words that nothing uses.
#include <algorithm>

#include "base/text.h"
#include "foreign/pdf/pdf_extras_reader.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_attached = 8u << 20;

bool has(std::uint32_t signs, Sign sign) { return (signs & static_cast<std::uint32_t>(sign)) != 0; }

}  // namespace

std::uint32_t ExtrasReader::page_of(const Dict& dict, std::uint32_t number) {
  const Object& page = dict.lookupNF("Pg");
  if (page.isRef()) return static_cast<std::uint32_t>(std::max(0, document_.findPage(page.getRef())));
  if (dict.is("Page")) return static_cast<std::uint32_t>(std::max(0, document_.findPage({static_cast<int>(number), 0})));
  return 0;
}

void ExtrasReader::look(std::uint32_t number, const Surveyed& object) {
  const XRefEntry* entry = xref_.getEntry(static_cast<int>(number), false);
  const int generation = entry != nullptr && entry->type == xrefEntryUncompressed ? entry->gen : 0;
  Object held = xref_.fetch(static_cast<int>(number), generation);
  const Dict* top = held.isDict() ? held.getDict() : held.isStream() ? held.getStream()->getDict() : nullptr;
  if (top != nullptr && (top->is("XRef") || top->is("ObjStm"))) return;
  const bool record = top != nullptr && held.isStream() && (top->is("Metadata") || name_under(*top, "Subtype") == "XML");
  if (record) return read_record(held);
  if (!object.reached) return unused(held, top);
  if (top == nullptr && !held.isArray()) return;
  each_dict(held, [&](const Dict& dict) { signs(dict, object.signs, page_of(*(top != nullptr ? top : &dict), number)); });
}

void ExtrasReader::read_record(Object& stream) {
  for (auto& [name, value] : values_of_record(in_utf8(bytes_of(stream, 1u << 20)))) add(ExtraKind::record, std::move(name), std::move(value));
}

void ExtrasReader::signs(const Dict& dict, std::uint32_t all, std::uint32_t page) {
  if (has(all, Sign::script) && dict.hasKey("JS")) add(ExtraKind::script, "script", text_of_either(dict.lookup("JS")), page);
  if (has(all, Sign::action)) action(dict, page), address(dict, page);
  if (has(all, Sign::attachment) && dict.hasKey("EF")) attachment(dict, page);
  if (has(all, Sign::thumbnail) && dict.hasKey("Thumb")) add(ExtraKind::thumbnail, "thumbnail", {}, page);
  if (has(all, Sign::private_data) && dict.hasKey("PieceInfo")) private_data(dict, page);
  if (has(all, Sign::alternates) && dict.lookup("Alternates").isArray()) add(ExtraKind::unused_picture, "a picture that stands in for another", {}, page);
  if (has(all, Sign::signature) && dict.hasKey("ByteRange")) signature(dict);
  if (has(all, Sign::label)) label(dict, page);
  if (has(all, Sign::words)) entries(dict, page);
  if (!has(all, Sign::description) || dict.is("Annot")) return;
  if (const std::string words = text_under(dict, "Alt"); !words.empty()) add(ExtraKind::description, "alternative text", words, page);
  if (const std::string words = text_under(dict, "E"); !words.empty() && dict.hasKey("S")) add(ExtraKind::expansion, "expansion of a short form", words, page);
  if (const std::string words = text_under(dict, "ActualText"); !words.empty()) add(ExtraKind::replacement, "replacement text", words, page);
}

void ExtrasReader::action(const Dict& dict, std::uint32_t page) {
  struct Row {
    const char *name, *what;
  };
  static constexpr Row rows[] = {{"Launch", "starts a program or opens a file"}, {"SubmitForm", "sends what is filled in"},
                                 {"ImportData", "takes in data from a file"}, {"GoToR", "leads to another file"},
                                 {"GoToE", "leads to an attached file"}, {"Rendition", "plays a recording"}};
  const std::string kind = name_under(dict, "S");
  for (const Row& row : rows)
    if (kind == row.name) {
      std::string words;
      gather_strings(dict.lookup("F"), &xref_, 0, words);
      gather_strings(dict.lookup("Win"), &xref_, 0, words);
      add(ExtraKind::action, row.what, words, page);
    }
}

/// Addresses that open without a link in the page: of bookmarks, buttons, and before a link's own.
void ExtrasReader::address(const Dict& dict, std::uint32_t page) {
  for (const char* key : {"A", "PA"}) {
    const bool other = std::string_view(key) == "PA" || dict.hasKey("Title") || name_under(dict, "Subtype") == "Widget";
    const Object leads = other && dict.hasKey(key) ? dict.lookup(key) : Object(objNull);
    const Object target = leads.isDict() ? leads.dictLookup("URI") : Object(objNull);
    opened(words_of(target), page);
  }
}

/// An address that opens without a link over words: one of an office as an action, one of the web where it says what nothing else does.
void ExtrasReader::opened(const std::string& address, std::uint32_t page) {
  if (is_local(address)) add(ExtraKind::action, "opens an address in an office", address, page);
  else if (!address.empty()) entries_.push_back({ExtraKind::entry, "address", address, {}, page, {}});
}

/// Titles, names and properties that tags have of their own.
void ExtrasReader::label(const Dict& dict, std::uint32_t page) {
  const bool property = dict.hasKey("N") && dict.hasKey("V") && !dict.hasKey("S") && !dict.hasKey("Type");
  if (property)
    if (const std::string words = words_of(dict.lookup("V")); !words.empty()) add(ExtraKind::description, "property of a tag", words, page);
  if (!dict.hasKey("S") || !dict.hasKey("P") || dict.hasKey("Subtype")) return;
  for (const char* key : {"T", "ID"})
    if (const Object value = dict.lookup(key); value.isString()) {
      const std::string words = words_of(value);
      if (!words.empty()) add(ExtraKind::label, "title of a tag", words, page);
    }
}

void ExtrasReader::attachment(const Dict& dict, std::uint32_t page) {
  std::string name = text_under(dict, "UF");
  if (name.empty()) name = text_under(dict, "F");
  std::string words = text_under(dict, "Desc"), held;
  const Object files = dict.lookup("EF");
  if (files.isDict() && files.dictGetLength() > 0)
    if (Object file = files.dictGetVal(0); file.isStream()) {
      if (std::string bytes = bytes_of(file, most_attached); bytes.size() < most_shown && reads_as_text(bytes)) words += (words.empty() ? "" : " ") + fold_space(bytes);
      else held = std::move(bytes);
    }
  add(ExtraKind::attachment, name, words, page).file = std::move(held);
}

void ExtrasReader::private_data(const Dict& dict, std::uint32_t page) {
  const Object pieces = dict.lookup("PieceInfo");
  if (!pieces.isDict()) return;
  for (int i = 0; i < std::min(pieces.dictGetLength(), 20); ++i) {
    std::string words;
    gather_strings(pieces.dictGetValNF(i), &xref_, 0, words);
    add(ExtraKind::private_data, pieces.dictGetKey(i), words, page);
  }
}

void ExtrasReader::signature(const Dict& dict) {
  std::string words;
  for (const char* key : {"Name", "Reason", "Location", "ContactInfo"})
    if (const std::string part = text_under(dict, key); !part.empty()) words += (words.empty() ? "" : " ") + part;
  add(ExtraKind::signature, "signature", words);
}

void ExtrasReader::unused(Object& held, const Dict* top) {
  if (held.isStream()) {
    if (name_under(*top, "Subtype") == "Image") {
      add(ExtraKind::unused_picture, "picture", {});
      return;
    }
    const std::string commands = bytes_of(held, most_stream);
    if (commands.find("Tj") == std::string::npos && commands.find("TJ") == std::string::npos) return;
    add(ExtraKind::unused_words, "painting commands", words_of_commands(commands));
    return;
  }
  if (held.isString()) {
    const std::string words = words_of(held);
    if (words.size() > 3 && !words.starts_with("D:")) add(ExtraKind::unused_words, "a string", words);
  }
  if (top == nullptr) return;
  std::string words;
  for (int i = 0; i < top->getLength(); ++i) {
    const std::string_view key = top->getKey(i);
    const Object value = top->getVal(i);
    if (key == "ID" || key == "Lang" || key == "FontFamily" || key == "Panose" || key == "CharSet" || key == "Registry" || key == "Ordering" || key == "DA" || key == "NM" || !value.isString()) continue;
    const std::string part = words_of(value);
    if (part.size() > 3 && !part.starts_with("D:")) words += (words.empty() ? "" : " ") + part;
  }
  if (!words.empty()) add(ExtraKind::unused_words, top->is("Page") ? "a page" : "an entry", words);
}

bool is_local(std::string_view address) {
  const std::string low = ascii_lower(address);
  return low.starts_with("file:") || low.starts_with("\\\\") || (low.size() > 2 && low[1] == ':' && low[0] >= 'a' && low[0] <= 'z') || low.find(" file:") != std::string::npos || low.find("localhost") != std::string::npos || low.find("sharepoint.com") != std::string::npos;
}

}  // namespace casewright::pdf
