#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/reading.h"

namespace casewright {

/// True where the bytes are an OpenDocument text.
bool is_odt(std::string_view bytes);

/// Reads an OpenDocument text (.odt, .ott) as a reader sees it; deletions, annotations, hidden text and properties go
/// to the Container. Origins are as in read_docx().
Result<Reading> read_odt(std::string_view bytes, const Path& file);

}  // namespace casewright
