#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/case.h"

namespace casewright {

/// Reads one agency's chronology from a .csv, .tsv, .txt, .xlsx, .ods or .docx file, or from any other kind
/// that has a row in the table of readers. Every row becomes an event, continues one, or is named in a fault.
Result<Chronology> read_chronology(std::string_view bytes, const Path& file, std::uint32_t source, std::string_view agency);

}  // namespace casewright
