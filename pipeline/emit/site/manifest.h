#pragma once

#include <string>
#include <vector>

#include "base/dates.h"
#include "base/result.h"
#include "model/verdict.h"

namespace casewright {

/// A file of a published review.
struct PublishedFile {
  std::string name;    ///< "summary.html"
  std::string title;   ///< "Executive summary"; empty: not one for readers
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A waiver as the public may know it: that there was one, by which rule and when; not whose, nor why.
struct PublishedWaiver {
  std::string rule;
  Date date;
};

/// What manifest.json says of a review; the site's list is made from these alone.
struct Manifest {
  std::string code, title, type, board, regime;
  Date publication, available_until;
  std::string rule_book;
  std::vector<PublishedWaiver> waivers;
  std::vector<PublishedFile> files;
};

/// manifest.json.
std::string write_manifest(const Manifest& manifest);
/// Reads it back; `file` names it in faults.
Result<Manifest> read_manifest(std::string_view bytes, const std::string& file);

}  // namespace casewright
