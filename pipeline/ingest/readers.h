#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "ingest/html/html_sight.h"
#include "model/reading.h"

namespace casewright {

/// One kind of file that a report may be.
struct ReportReader {
  std::string_view name;                     ///< "html", as it stands in Container::format
  std::vector<std::string_view> extensions;  ///< with the dot, the usual one first
  bool says_of_itself, by_line;              ///< as the Container tells of such a file
  bool (*sniff)(std::string_view bytes);     ///< true where the first bytes prove this kind
  Result<Reading> (*read)(std::string_view bytes, const Path& file);
  /// Reads what the rules of redaction ask for and leaves the rest, where that is quicker; else null.
  Result<Reading> (*read_for_redaction)(std::string_view bytes, const Path& file) = nullptr;
  /// Reads by their pictures the pages that cannot be read otherwise; null where there are none such.
  Result<Reading> (*read_by_picture)(std::string_view bytes, const Path& file) = nullptr;
};

/// All of them.
const std::vector<ReportReader>& report_readers();
/// True where the file's name says that some reader takes it.
bool is_report_file(std::string_view file);

/// Reads a report. Its bytes decide what it is, then its name. The Container knows the format, size and sha256 and
/// holds the file's name; Reading::prose is left empty.
Result<Reading> read_report(const World& world, const Path& file);
/// The same from bytes at hand; `for_redaction` asks only for what the rules of redaction look at.
Result<Reading> read_report(std::string_view bytes, const Path& file, bool for_redaction = false, const StyleSheets& beside = {});
/// The same; pages whose fonts do not say what their letters are are read by their pictures.
Result<Reading> read_report_by_picture(std::string_view bytes, const Path& file);
/// The style sheets beside it, where it is a web page.
StyleSheets style_sheets_of(const World& world, std::string_view bytes, const Path& file);

}  // namespace casewright
