#pragma once

#include "ingest/papers/bundle.h"
#include "model/case.h"

namespace casewright {

/// What no schema can say about a case whose files were read: ids that point nowhere or are there twice, public
/// names that give somebody away, dates the wrong way round, reviews and chronologies that are missing. Where
/// files could not be read (not `complete`), what may stand in them is not missed.
void check_case(const Case& whole, bool complete, BundleFaults& faults);

/// Public names and names in the register that would give somebody away or confuse a reader.
void check_register(const Case& whole, bool has_agencies, BundleFaults& faults);

/// The id as it may be printed: as it stands where it looks like an id ("P99"), else the words `instead`, for somebody
/// may have written a name there.
std::string printable_id(std::string_view id, std::string_view instead = "that id");
/// "agency A1", or `instead` where the id does not look like one.
std::string printable_agency(std::string_view id, std::string_view instead = "this agency");

}  // namespace casewright
