#include "foreign/pdf/pdf_extras.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/pdf/pdf_extras_reader.h"

namespace casewright::pdf {

std::vector<Extra> ExtrasReader::run() {
  protection();
  properties();
  for (int page = 1; page <= document_.getNumPages(); ++page) annotations(page);
  fields();
  destinations();
  layers();
  own_entries();
  templates();
  for (std::uint32_t number = 0; number < survey_.objects.size() && extras_.size() < most_extras; ++number) {
    const Surveyed& object = survey_.objects[number];
    if (object.live && (object.signs != 0 || !object.reached)) look(number, object);
  }
  keep_entries();
  return std::move(extras_);
}

Extra& ExtrasReader::add(ExtraKind kind, std::string name, std::string text, std::uint32_t page) {
  extras_.push_back({kind, std::move(name), std::move(text), {}, page, {}});
  return extras_.back();
}

void ExtrasReader::protection() {
  if (!document_.isEncrypted()) return;
  std::string barred;
  const auto bar = [&barred](bool allowed, const char* what) {
    if (!allowed) barred += (barred.empty() ? "" : ", ") + std::string(what);
  };
  bar(document_.okToCopy(), "copying");
  bar(document_.okToPrint(), "printing");
  bar(document_.okToChange(), "changing");
  bar(document_.okToAccessibility(), "reading aloud");
  add(ExtraKind::protection, barred.empty() ? "encrypted" : "encrypted, and does not allow " + barred, {});
}

void ExtrasReader::properties() {
  const Object info = document_.getDocInfo();
  if (!info.isDict()) return;
  for (int i = 0; i < std::min(info.dictGetLength(), 200); ++i) {
    const std::string name = info.dictGetKey(i);
    const Object value = info.dictGetVal(i);
    std::string words = words_of(value);
    if (value.isArray() || value.isDict()) gather_strings(value, &xref_, 0, words);
    if (!words.empty() && !words.starts_with("D:")) add(ExtraKind::property, name, words);
  }
}

void ExtrasReader::destinations() {
  Catalog& catalog = *document_.getCatalog();
  for (int i = 0; i < std::min(catalog.numDestNameTree(), 20'000); ++i)
    if (const GooString* name = catalog.getDestNameTreeName(i)) add(ExtraKind::destination, "destination", text_of(*name));
  for (int i = 0; i < std::min(catalog.numDests(), 20'000); ++i)
    if (const char* name = catalog.getDestsName(i)) add(ExtraKind::destination, "destination", name);
}

void ExtrasReader::layers() {
  const Object catalog = xref_.getCatalog();
  const Object content = catalog.isDict() ? catalog.dictLookup("OCProperties") : Object(objNull);
  const Object all = content.isDict() ? content.dictLookup("OCGs") : Object(objNull);
  if (!all.isArray()) return;
  for (int i = 0; i < std::min(all.arrayGetLength(), 1000); ++i)
    if (const Object layer = all.arrayGet(i); layer.isDict()) add(ExtraKind::layer, "layer", text_under(*layer.getDict(), "Name"));
}

std::vector<Extra> read_extras(PDFDoc& document, const Survey& survey) { return ExtrasReader(document, survey).run(); }

}  // namespace casewright::pdf
