#include "foreign/pdfua/ua_file.h"

#include <qpdf/Buffer.hh>

#include "foreign/pdf/pdf_notes.h"
#include "foreign/pdfua/ua_record.h"

namespace casewright::pdf::ua {
namespace {

std::string decoded(Object stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_generalized);
  return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

bool is_true(Object object) { return object.isBool() && object.getBoolValue(); }

/// "%PDF-1." with a digit up to 7, then the end of the line (ISO 32000-1, 7.5.2).
bool good_header(std::string_view bytes) {
  return bytes.size() > 8 && bytes.substr(0, 7) == "%PDF-1." && bytes[7] >= '0' && bytes[7] <= '7' &&
         (bytes[8] == '\n' || bytes[8] == '\r');
}

void check_record(File& file) {
  Object metadata = file.root.getKey("/Metadata");
  const bool proper = metadata.isStream() && name_in(entry(metadata, "/Type")) == "Metadata" && name_in(entry(metadata, "/Subtype")) == "XML";
  if (!proper) file.broken("7.1-8", 0);
  if (!metadata.isStream()) {
    file.broken("5-1", 0);
    file.broken("7.1-9", 0);
    return;
  }
  const UaRecord record = read_ua_record(decoded(metadata));
  if (!record.identified) file.broken("5-1", 0);
  else if (record.part != "1") file.broken("5-2", 0, "", record.part.empty() ? "no part is named" : "it names another part");
  const auto prefix = [&](const char* condition, const std::string& written) {
    if (!written.empty() && written != "pdfuaid") file.broken(condition, 0, "", "the prefix is " + written.substr(0, 20));
  };
  prefix("5-3", record.part_prefix);
  prefix("5-4", record.amendment_prefix);
  prefix("5-5", record.corrigendum_prefix);
  if (!record.has_title) file.broken("7.1-9", 0);
  if (record.only_default && !file.has_language) file.broken("7.2-33", 0);
}

void check_layers(File& file) {
  Object layers = file.root.getKey("/OCProperties");
  if (!layers.isDictionary()) return;
  std::vector<Object> settings = items_of(layers.getKey("/Configs"));
  settings.insert(settings.begin(), layers.getKey("/D"));
  for (Object& each : settings) {
    if (!each.isDictionary()) continue;
    if (!has_words(each.getKey("/Name"))) file.broken("7.10-1", 0);
    if (!each.getKey("/AS").isNull()) file.broken("7.10-2", 0);
  }
}

void check_form(File& file) {
  Object forms = entry(file.root.getKey("/AcroForm"), "/XFA");
  for (Object& each : items_of(forms)) {
    if (!each.isStream()) continue;
    const std::string text = decoded(each);
    const std::size_t at = text.find("dynamicRender");
    const std::size_t value = at == std::string::npos ? at : text.find_first_not_of("> \t\r\n", at + 13);
    if (value != std::string::npos && text.compare(value, 8, "required") == 0) file.broken("7.15-1", 0);
  }
}

void check_permissions(File& file) {
  constexpr long long for_accessibility = 512;
  if (!file.pdf.isEncrypted()) return;
  Object permissions = entry(file.pdf.getTrailer().getKey("/Encrypt"), "/P");
  if ((integer_in(permissions, 0) & for_accessibility) == 0) file.broken("7.16-1", 0);
}

/// Looks at one dictionary, wherever in the file it stands.
void check_dictionary(File& file, Object dictionary) {
  Object embedded = dictionary.getKey("/EF");
  if (embedded.isDictionary() && (!has_words(dictionary.getKey("/F")) || !has_words(dictionary.getKey("/UF"))))
    file.broken("7.11-1", 0);
  if (name_in(dictionary.getKey("/S")) == "MCD" && !dictionary.getKey("/D").isNull()) {
    if (!has_words(dictionary.getKey("/CT"))) file.broken("7.18.6.2-1", 0);
    Object alternatives = dictionary.getKey("/Alt");
    bool good = alternatives.isArray() && alternatives.getArrayNItems() > 0 && alternatives.getArrayNItems() % 2 == 0;
    for (int i = 0; good && i < alternatives.getArrayNItems(); ++i) {
      Object item = alternatives.getArrayItem(i);
      good = item.isString() && (i % 2 == 0 || has_words(item));
    }
    if (!good) file.broken("7.18.6.2-2", 0);
  }
  if (name_in(dictionary.getKey("/Subtype")) == "Form" && dictionary.getKey("/Ref").isDictionary()) file.broken("7.20-1", 0);
}

/// Goes through an object and all that stands in it directly.
void check_object(File& file, Object object, int depth) {
  if (object.isStream()) object = object.getDict();
  if (depth > 24) return;
  if (object.isDictionary()) {
    check_dictionary(file, object);
    for (auto& each : object.getDictAsMap())
      if (!each.second.isIndirect() && (each.second.isDictionary() || each.second.isArray())) check_object(file, each.second, depth + 1);
  } else if (object.isArray()) {
    for (Object& each : object.getArrayAsVector())
      if (!each.isIndirect() && (each.isDictionary() || each.isArray())) check_object(file, each, depth + 1);
  }
}

}  // namespace

void check_catalog(File& file, std::string_view bytes) {
  if (!good_header(bytes)) file.broken("6.1-1", 0);
  Object marks = file.root.getKey("/MarkInfo");
  if (!is_true(entry(marks, "/Marked"))) file.broken("6.2-1", 0);
  if (is_true(entry(marks, "/Suspects"))) file.broken("7.1-4", 0);
  if (!is_true(entry(file.root.getKey("/ViewerPreferences"), "/DisplayDocTitle"))) file.broken("7.1-10", 0);
  if (!file.tree.exists) file.broken("7.1-11", 0);
  Object language = file.root.getKey("/Lang");
  if (language.isString() && !is_language_tag(words_in(language))) file.broken("7.2-29", 0);
  Object bookmark = entry(file.root.getKey("/Outlines"), "/First");
  const std::string marked = words_in(entry(bookmark, own_bookmark));
  const bool own = !marked.empty() && marked == words_in(entry(bookmark, "/Title"));  // ours stand behind those of the file
  if (bookmark.isDictionary() && !own && !file.has_language) file.broken("7.2-2", 0);
  check_record(file);
  check_layers(file);
  check_form(file);
  check_permissions(file);
}

void check_objects(File& file) {
  for (Object& each : file.pdf.getAllObjects()) check_object(file, each, 0);
}

}  // namespace casewright::pdf::ua
