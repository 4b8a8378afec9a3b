#pragma once

#include "foreign/http_server.h"
#include "foreign/part.h"
#include "foreign/pdf/pdf_clean.h"
#include "foreign/pdf/pdf_notes.h"
#include "foreign/pdfua/ua_check.h"
#include "foreign/typesetting/canvas.h"
#include "foreign/typesetting/typeset.h"
#include "foreign/zip.h"
#include "foreign/zip_writer.h"

// What each part of the program that is loaded on demand shows to the rest of it.

namespace casewright {

namespace typeset {
std::unique_ptr<Typesetter> make_typesetter(const std::string& language);
}
namespace raster {
std::unique_ptr<Canvas> make_canvas(float width, float height, float dots, const Colour& ground);
}
namespace http {
std::unique_ptr<Server> make_server(const Limits& limits, Guard guard, Handler handler);
}
namespace zip {
Result<std::shared_ptr<OpenArchive>> open_archive(std::string_view bytes, const std::string& file, const Limits& limits);
Result<std::string> make_archive(const std::vector<Entry>& entries, const std::string& file);
Result<std::string> amend_archive(std::string_view archive, const std::vector<Entry>& entries, const std::string& file);
}

namespace pdf {
Result<std::string> packed_file(const std::string& file);
Result<CleanFile> make_clean_file(std::string_view bytes, const std::string& file, const std::function<std::string(std::string_view)>& bare_picture,
                                  const CleanTitle& title);
Result<std::string> make_annotated(std::string_view bytes, const std::string& file, const std::string& author, const std::string& heading,
                                   const std::vector<PageNote>& notes);
Result<std::vector<Broken>> find_broken_conditions(std::string_view bytes, const std::string& name);
}

/// Pango, Cairo and HarfBuzz: text set in lines, and pictures.
struct Typesetting {
  static constexpr const char* name = "typesetting";
  decltype(&typeset::make_typesetter) typesetter = nullptr;
  decltype(&raster::make_canvas) canvas = nullptr;
};

/// qpdf, with GnuTLS behind it: the objects of PDF files packed, cleaned, annotated and held to PDF/UA.
struct PdfObjects {
  static constexpr const char* name = "pdf-objects";
  decltype(&pdf::packed_file) pack = nullptr;
  decltype(&pdf::make_clean_file) clean = nullptr;
  decltype(&pdf::make_annotated) annotate = nullptr;
  decltype(&pdf::find_broken_conditions) broken_conditions = nullptr;
};

/// cpp-httplib, with OpenSSL behind it: the local page.
struct Serving {
  static constexpr const char* name = "serving";
  decltype(&http::make_server) server = nullptr;
};

/// libzip, with OpenSSL behind it: Office files and archives.
struct Archives {
  static constexpr const char* name = "archives";
  decltype(&zip::open_archive) open = nullptr;
  decltype(&zip::make_archive) pack = nullptr;
  decltype(&zip::amend_archive) amend = nullptr;
};

}  // namespace casewright
