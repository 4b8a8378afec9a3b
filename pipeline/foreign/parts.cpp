#include "foreign/parts.h"

namespace casewright {

std::unique_ptr<typeset::Typesetter> typeset::typesetter(const std::string& language) { return part<Typesetting>().typesetter(language); }

std::unique_ptr<raster::Canvas> raster::canvas(float width, float height, float dots, const Colour& ground) {
  return part<Typesetting>().canvas(width, height, dots, ground);
}

std::unique_ptr<http::Server> http::server(const Limits& limits, Guard guard, Handler handler) {
  return part<Serving>().server(limits, std::move(guard), std::move(handler));
}

Result<zip::Archive> zip::Archive::open(std::string_view bytes, const std::string& file, const Limits& limits) {
  auto opened = part<Archives>().open(bytes, file, limits);
  if (!opened) return opened.faults();
  Archive archive;
  archive.open_ = std::move(*opened);
  return archive;
}

Result<std::string> zip::pack(const std::vector<Entry>& entries, const std::string& file) { return part<Archives>().pack(entries, file); }

Result<std::string> zip::amend(std::string_view archive, const std::vector<Entry>& entries, const std::string& file) {
  return part<Archives>().amend(archive, entries, file);
}

Result<pdf::CleanFile> pdf::clean_file(std::string_view bytes, const std::string& file, const std::function<std::string(std::string_view)>& bare_picture,
                                       const CleanTitle& title) {
  return part<PdfObjects>().clean(bytes, file, bare_picture, title);
}

Result<std::string> pdf::annotate(std::string_view bytes, const std::string& file, const std::string& author, const std::string& heading,
                                  const std::vector<PageNote>& notes) {
  return part<PdfObjects>().annotate(bytes, file, author, heading, notes);
}

Result<std::vector<pdf::Broken>> pdf::broken_conditions(std::string_view bytes, const std::string& name) { return part<PdfObjects>().broken_conditions(bytes, name); }

}  // namespace casewright
