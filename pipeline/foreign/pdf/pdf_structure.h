#pragma once

#include "foreign/pdf/pdf_scan.h"

class Catalog;
class XRef;
class PDFDoc;

namespace casewright::pdf {

/// The structure tree of an opened file.
Structure read_structure(PDFDoc& document);

}  // namespace casewright::pdf
