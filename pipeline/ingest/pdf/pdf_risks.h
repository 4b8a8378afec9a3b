#pragma once

#include <string_view>
#include <vector>

#include "ingest/pdf/pdf_dots.h"
#include "ingest/pdf/pdf_hidden.h"
#include "ingest/pdf/pdf_pictures.h"

namespace casewright {

/// Everything that a PDF holds and does not show, gathered while its pages are read, one after the other.
class PdfRisks {
 public:
  void add(pdf::File& file, const pdf::PageScan& scan);
  /// Adds it all to the container once every page was read; `bytes` are the whole file.
  void carry(pdf::File& file, std::string_view bytes, Container& container);

 private:
  std::vector<std::uint32_t> used_;  ///< forms and pictures that pages paint
  bool cut_short_ = false;
  PdfHidden hidden_;
  PdfDots dots_;
  PdfPictures pictures_;
  Container found_;         ///< of the pages
  Container replacements_;  ///< what is read aloud in place of letters; judged once all words are known
};

}  // namespace casewright
