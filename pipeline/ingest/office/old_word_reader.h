#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/reading.h"

namespace casewright {

/// True where the bytes are a document of Word 97 to 2003 (.doc).
bool is_doc(std::string_view bytes);
/// True where the bytes are Rich Text Format.
bool is_rtf(std::string_view bytes);
/// True where the bytes are an office document that is locked with a password.
bool is_locked_office(std::string_view bytes);

/// Reads a .doc or .rtf through LibreOffice; no Origin is known, for the file itself has no parts that could be named.
Result<Reading> read_doc(std::string_view bytes, const Path& file);
Result<Reading> read_rtf(std::string_view bytes, const Path& file);

}  // namespace casewright
