#pragma once

#include "foreign/pdf/pdf_scan.h"
#include "ingest/pdf/pdf_hidden.h"
#include "model/container.h"

namespace casewright {

/// Adds what the objects of a PDF hold beside its pages, each under the risk that a rule judges it by; `used` are the forms and
/// pictures that its pages paint, null where that is not known of all pages.
void carry_extras(pdf::File& file, PdfHidden& hidden, const std::vector<std::uint32_t>* used, Container& container);

/// Adds the words of earlier versions of the file that neither its pages nor `container` hold any more.
void carry_revisions(std::string_view bytes, PdfHidden& hidden, Container& container);

/// Adds the links of a page, as far as they lead to no public page.
void carry_links(const pdf::PageScan& scan, Container& container);

}  // namespace casewright
