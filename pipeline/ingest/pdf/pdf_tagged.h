#pragma once

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "ingest/pdf/pdf_layout.h"
#include "ingest/pdf/pdf_pieces.h"
#include "model/document.h"

namespace casewright {

/// Reads a PDF by the structure that the file gives it. What the structure leaves out, and the furniture that it
/// sets aside, keeps its place on the page.
class PdfTagged {
 public:
  explicit PdfTagged(pdf::Structure structure);

  /// Takes in one page; pages come in their order. Costs nothing in a file without a structure.
  void add(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts);

  /// The blocks, or nothing where the structure does not stand up: most words must stand in it, a long report must have
  /// headings, and its order must be that of the pages.
  std::optional<std::vector<Block>> blocks(const std::string& language);

 private:
  bool holds_the_words() const;

  pdf::Structure structure_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> claimed_;  ///< page, form and id that the tree names
  PdfPieces pieces_;
  std::vector<LaidPage> furniture_, loose_;
  std::size_t claimed_letters_ = 0, loose_letters_ = 0, furniture_letters_ = 0, pages_ = 0;
};

}  // namespace casewright
