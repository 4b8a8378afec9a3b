#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// A way to write a Document.
struct Writer {
  std::string_view name;       ///< as `--to` names it
  std::string_view extension;  ///< ".html"
  /// The file's bytes, or what of the document cannot be written in this format.
  Result<std::string> (*write)(const Document&, const Theme&);
};

/// Every writer, one row each.
std::span<const Writer> writers();
/// The writer of that name, or null.
const Writer* writer_named(std::string_view name);

}  // namespace casewright
