#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "ingest/pdf/scan_layout.h"
#include "model/reading.h"

namespace casewright {

/// The blocks of pages that were read off pictures, by the looks of the pages; each word keeps its page, each block its
/// box. Words of little confidence are marked uncertain.
std::vector<Block> blocks_of_scan(const ScannedPages& pages);

/// A fault for each page that was read with little confidence, so that a person looks at it.
Faults doubts_of_scan(const ScannedPages& pages, const Path& file);
/// True for what doubts_of_scan tells of every scan: how its words were read, not that any is missing.
bool is_note_of_scan(const Fault& fault);

/// Reads a scan: a PNG, JPEG or TIFF file with one page or many.
Result<Reading> read_scan(std::string_view bytes, const Path& file);

}  // namespace casewright
