// Entries of a PDF that no standard names, and pages that it keeps for scripts.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/pdf/pdf_aside.h"
#include "foreign/pdf/pdf_extras_reader.h"

namespace casewright::pdf {

/// Entries of a program's own making: those that ISO 32000 does not name.
void ExtrasReader::own_entries_of(const Dict& dict, std::span<const std::string_view> known, std::uint32_t page) {
  for (int i = 0; i < std::min(dict.getLength(), 200); ++i) {
    const std::string_view key = dict.getKey(i);
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::string words;
    gather_strings(dict.getValNF(i), &xref_, 2, words);
    if (!words.empty()) add(ExtraKind::private_data, std::string(key), words, page);
  }
}

/// The addresses that open by themselves: of one action, or of those that wait for something to happen.
void ExtrasReader::opened_by(const Object& actions, std::uint32_t page) {
  if (!actions.isDict()) return;
  if (const Object target = actions.dictLookup("URI"); target.isString()) return opened(words_of(target), page);
  for (int i = 0; i < std::min(actions.dictGetLength(), 20); ++i)
    if (const Object each = actions.dictGetVal(i); each.isDict())
      if (const Object target = each.dictLookup("URI"); target.isString()) opened(words_of(target), page);
}

/// What the file's outermost dictionaries say: labels of pages, articles, addresses, entries of a program's own.
void ExtrasReader::own_entries() {
  static constexpr auto of_catalog = std::to_array<std::string_view>(
      {"Type", "Version", "Extensions", "Pages", "PageLabels", "Names", "Dests", "ViewerPreferences", "PageLayout", "PageMode", "Outlines", "Threads", "OpenAction", "AA", "URI", "AcroForm", "Metadata",
       "StructTreeRoot", "MarkInfo", "Lang", "SpiderInfo", "OutputIntents", "PieceInfo", "OCProperties", "Perms", "Legal", "Requirements", "Collection", "NeedsRendering", "DSS", "AF", "DPartRoot"});
  static constexpr auto of_page = std::to_array<std::string_view>(
      {"Type", "Parent", "LastModified", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "BoxColorInfo", "Contents", "Rotate", "Group", "Thumb", "B", "Dur", "Trans", "Annots", "AA", "Metadata",
       "PieceInfo", "StructParents", "ID", "PZ", "SeparationInfo", "Tabs", "TemplateInstantiated", "PresSteps", "UserUnit", "VP", "AF", "OutputIntents", "DPart"});
  static constexpr auto of_trailer = std::to_array<std::string_view>({"Size", "Prev", "Root", "Encrypt", "Info", "ID", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms", "DocChecksum", "AdditionalStreams", "F", "FFilter", "FDecodeParms"});
  const Object catalog = xref_.getCatalog();
  if (catalog.isDict()) {
    own_entries_of(*catalog.getDict(), of_catalog, 0);
    std::string labels;
    gather_strings(catalog.dictLookup("PageLabels"), &xref_, 0, labels);
    if (!labels.empty()) add(ExtraKind::destination, "label of a page", labels);
    std::string articles;
    if (const Object threads = catalog.dictLookup("Threads"); threads.isArray())
      for (int i = 0; i < std::min(threads.arrayGetLength(), 100); ++i)
        if (const Object thread = threads.arrayGet(i); thread.isDict()) gather_strings(thread.dictLookup("I"), &xref_, 0, articles);
    if (!articles.empty()) add(ExtraKind::property, "article", articles);
    std::string addresses;
    for (const char* key : {"URI", "SpiderInfo"}) gather_strings(catalog.dictLookup(key), &xref_, 0, addresses);
    opened_by(catalog.dictLookup("OpenAction"), 0);
    opened_by(catalog.dictLookup("AA"), 0);
    if (is_local(addresses)) add(ExtraKind::action, "looks for what it links to in a folder", addresses);
    else if (!addresses.empty()) entries_.push_back({ExtraKind::entry, "address", addresses, {}, 0, {}});
  }
  if (const Object* trailer = xref_.getTrailerDict(); trailer != nullptr && trailer->isDict()) own_entries_of(*trailer->getDict(), of_trailer, 0);
  for (int number = 1; number <= document_.getNumPages(); ++number)
    if (::Page* page = document_.getPage(number); page != nullptr) {
      const Ref ref = page->getRef();
      if (const Object held = xref_.fetch(ref); held.isDict()) {
        own_entries_of(*held.getDict(), of_page, static_cast<std::uint32_t>(number));
        opened_by(held.dictLookup("AA"), static_cast<std::uint32_t>(number));
      }
    }
}

/// Words in an entry that no reader of this file knows.
void ExtrasReader::entries(const Dict& dict, std::uint32_t page) {
  for (int i = 0; i < std::min(dict.getLength(), 200) && entries_.size() < most_extras; ++i) {
    const std::string_view key = dict.getKey(i);
    if (is_known_entry(key) || key == "PTEX.Fullbanner" || (key == "Name" && (dict.is("OCG") || dict.hasKey("ByteRange")))) continue;
    const Object& value = dict.getValNF(i);
    std::string words = value.isString() ? words_of(value) : std::string();
    for (int at = 0; value.isArray() && at < std::min(value.arrayGetLength(), 200); ++at)
      if (const Object& each = value.arrayGetNF(at); each.isString()) words += (words.empty() ? "" : " ") + words_of(each);
    if (words.size() > 3 && !words.starts_with("D:") && reads_as_text(words)) entries_.push_back({ExtraKind::entry, std::string(key), std::move(words), {}, page, {}});
  }
}

/// Of these words those that nothing else has said already.
void ExtrasReader::keep_entries() {
  const std::size_t read = extras_.size();
  for (Extra& each : entries_) {
    const bool said = std::any_of(extras_.begin(), extras_.begin() + static_cast<std::ptrdiff_t>(read), [&each](const Extra& other) { return other.text.find(each.text) != std::string::npos || other.name == each.text; });
    if (!said) extras_.push_back(std::move(each));
  }
}

/// Pages that the file keeps to be put in by a script, and no reader sees.
void ExtrasReader::templates() {
  const Object catalog = xref_.getCatalog();
  const Object names = catalog.isDict() ? catalog.dictLookup("Names") : Object(objNull);
  if (!names.isDict()) return;
  std::vector<Object> open;
  for (const char* key : {"Templates", "Pages"}) open.push_back(names.dictLookup(key));
  for (int steps = 0; !open.empty() && steps < 1000; ++steps) {
    const Object here = std::move(open.back());
    open.pop_back();
    if (!here.isDict()) continue;
    if (const Object kids = here.dictLookup("Kids"); kids.isArray())
      for (int i = 0; i < std::min(kids.arrayGetLength(), 200); ++i) open.push_back(kids.arrayGet(i));
    if (const Object pairs = here.dictLookup("Names"); pairs.isArray())
      for (int i = 1; i < std::min(pairs.arrayGetLength(), 400); i += 2) template_page(pairs.arrayGetNF(i), words_of(pairs.arrayGet(i - 1)));
  }
}

void ExtrasReader::template_page(const Object& named, const std::string& name) {
  if (named.isRef() && document_.findPage(named.getRef()) > 0) return;
  const Object page = named.fetch(&xref_);
  if (!page.isDict()) return;
  std::string words = name;
  const Object contents = page.dictLookup("Contents");
  for (int i = 0; i < (contents.isArray() ? std::min(contents.arrayGetLength(), 100) : 1); ++i) {
    Object part = contents.isArray() ? contents.arrayGet(i) : contents.copy();
    words += " " + words_of_commands(bytes_of(part, most_stream));
  }
  add(ExtraKind::unused_words, "a page that is not shown", fold_space(words));
}

}  // namespace casewright::pdf
