#include "ingest/readers.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/hash.h"
#include "foreign/zip.h"
#include "ingest/html/html_reader.h"
#include "ingest/office/docx_reader.h"
#include "ingest/office/odt_reader.h"
#include "ingest/office/old_word_reader.h"
#include "ingest/pdf/pdf_reader.h"
#include "ingest/pdf/scan_reader.h"
#include "ingest/text/text_reader.h"

namespace casewright {
namespace {

bool looks_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string head = ascii_lower(trim(bytes.substr(0, 512)));
  for (const char* begin : {"<!doctype html", "<html", "<head", "<body"})
    if (head.starts_with(begin)) return true;
  return (head.starts_with("<!--") || head.starts_with("<?xml")) && head.find("<html") != std::string::npos;
}

/// The mark may stand behind a few stray bytes.
bool looks_like_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

bool never(std::string_view) { return false; }

/// What a file is that no reader takes, told by its first bytes.
std::string_view kind_of(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return "an office document or a zip archive";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "an old Excel, PowerPoint or Outlook file";
  if (bytes.starts_with("GIF8")) return "a picture";
  return "";
}

/// Why no reader takes a file.
Faults refusal(std::string_view bytes, const Path& file, const std::string& accepted) {
  if (is_locked_office(bytes)) return {{file, 0, 0, "this file is protected with a password", "open it and save it without the password"}};
  if (bytes.starts_with("PK\x03\x04"))
    if (const Result<zip::Archive> archive = zip::Archive::open(bytes, file); !archive) return archive.faults();
  const std::string kind(kind_of(bytes));
  return {{file, 0, 0, kind.empty() ? "this is no kind of file that can be checked" : "this is " + kind + ", which cannot be checked yet",
           "files that can be checked end in " + accepted}};
}

std::string accepted() {
  std::vector<std::string> names;
  for (const ReportReader& reader : report_readers())
    for (const std::string_view each : reader.extensions) names.emplace_back(each);
  return list_in_words(names);
}

const ReportReader* reader_for(std::string_view bytes, std::string_view file) {
  for (const ReportReader& reader : report_readers())
    if (reader.sniff(bytes)) return &reader;
  if (!kind_of(bytes).empty()) return nullptr;
  const std::string ending = extension(file);
  for (const ReportReader& reader : report_readers())
    if (std::find(reader.extensions.begin(), reader.extensions.end(), ending) != reader.extensions.end()) return &reader;
  return nullptr;
}

}  // namespace

const std::vector<ReportReader>& report_readers() {
  static const std::vector<ReportReader> readers{
      {"html", {".html", ".htm", ".xhtml"}, true, true, looks_like_html, read_html},
      {"pdf", {".pdf"}, true, false, looks_like_pdf, read_pdf, read_pdf_for_redaction, read_pdf_by_picture},
      {"docx", {".docx", ".docm", ".dotx", ".dotm"}, true, false, is_docx, read_docx},
      {"odt", {".odt", ".ott"}, true, false, is_odt, read_odt},
      {"doc", {".doc", ".dot"}, true, false, is_doc, read_doc},
      {"rtf", {".rtf"}, true, false, is_rtf, read_rtf},
      {"scan", {".tif", ".tiff"}, true, false, ocr::is_picture_file, read_scan},  // other pictures in a folder are a page's own
      {"txt", {".txt", ".text", ".md", ".markdown"}, false, true, never, read_text},
  };
  return readers;
}

bool is_report_file(std::string_view file) {
  const std::string ending = extension(file);
  return std::any_of(report_readers().begin(), report_readers().end(), [&](const ReportReader& reader) {
    return std::find(reader.extensions.begin(), reader.extensions.end(), ending) != reader.extensions.end();
  });
}

StyleSheets style_sheets_of(const World& world, std::string_view bytes, const Path& file) {
  const ReportReader* reader = reader_for(bytes, file);
  return reader != nullptr && reader->name == "html" ? sheets_beside(world, bytes, file) : StyleSheets();
}

namespace {

using Way = Result<Reading> (*ReportReader::*)(std::string_view, const Path&);

Result<Reading> read_that_way(std::string_view bytes, const Path& file, Way way, const StyleSheets& beside = {}) {
  const ReportReader* reader = reader_for(bytes, file);
  if (reader == nullptr) return refusal(bytes, file, accepted());
  if (trim(bytes).empty()) return Fault{file, 0, 0, "this file is empty", "check that the right file was saved"};
  const auto read = reader->*way != nullptr ? reader->*way : reader->read;
  Result<Reading> reading = beside.empty() ? read(bytes, file) : read_html(bytes, file, beside);
  if (!reading) return reading;
  reading->path = file;
  reading->document.file = file;
  reading->container.format = reader->name;
  reading->container.says_of_itself = reader->says_of_itself;
  reading->container.by_line = reader->by_line;
  reading->container.bytes = bytes.size();
  reading->container.sha256 = hash::sha256(bytes);
  reading->container.items.push_back({CarriedKind::metadata, "file name", std::string(file_name(file)), "", {}, 0, {}});
  return reading;
}

}  // namespace

Result<Reading> read_report(std::string_view bytes, const Path& file, bool for_redaction, const StyleSheets& beside) {
  return read_that_way(bytes, file, for_redaction ? &ReportReader::read_for_redaction : &ReportReader::read, beside);
}

Result<Reading> read_report_by_picture(std::string_view bytes, const Path& file) { return read_that_way(bytes, file, &ReportReader::read_by_picture); }

Result<Reading> read_report(const World& world, const Path& file) {
  const Result<std::string> bytes = world.read_file(file, World::default_limit);
  if (!bytes) return bytes.faults();
  return read_report(*bytes, file, false, style_sheets_of(world, *bytes, file));
}

}  // namespace casewright
