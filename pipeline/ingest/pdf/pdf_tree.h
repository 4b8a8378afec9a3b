#pragma once

#include <string>
#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "ingest/pdf/pdf_pieces.h"
#include "model/document.h"

namespace casewright {

/// What reading a structure tree gives.
struct PdfTreeRead {
  std::vector<Block> blocks;
  std::size_t headings = 0;
  std::size_t steps = 0;      ///< from one piece of text to the next, by the tree
  std::size_t backwards = 0;  ///< of these: up the page or to an earlier one
};

/// Reads the elements of a structure tree as blocks.
PdfTreeRead read_pdf_tree(const pdf::Structure& structure, const PdfPieces& pieces, const std::string& language);

}  // namespace casewright
