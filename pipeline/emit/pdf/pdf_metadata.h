#pragma once

#include <string>

#include "foreign/pdf/pdf_objects.h"
#include "model/document.h"

namespace casewright {

/// The file's metadata, which name no program and say that it is PDF/UA-1 and PDF/A-2a; the stream's number.
pdf::ObjectId write_pdf_metadata(pdf::Objects& objects, const Document& document, const std::string& title);
/// The same facts in the older way.
pdf::ObjectId write_pdf_information(pdf::Objects& objects, const Document& document, const std::string& title);
/// What the file's colours mean: sRGB, with its profile.
pdf::ObjectId write_pdf_output_intent(pdf::Objects& objects);

}  // namespace casewright
