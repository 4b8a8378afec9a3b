#pragma once

#include <stdexcept>
#include <string>

#include "foreign/small_pdf.h"

namespace casewright {

/// The noise as a PDF. What begins as the source of one (tests/fixtures/pdfua) is written out, so that the noise reaches
/// fonts, tags and tables and not only numbers of objects.
inline std::string pdf_of(const std::string& noise) {
  if (noise.rfind("=== ", 0) != 0) return noise;
  SmallPdf pdf = read_small_pdf(noise);
  pdf.try_emplace("header", "%PDF-1.7");
  pdf.try_emplace("catalog", "<< /Type /Catalog >>");
  try {
    return write_small_pdf(pdf);
  } catch (const std::exception&) {
    return noise;  // it refers to an object that is not there
  }
}

}  // namespace casewright
