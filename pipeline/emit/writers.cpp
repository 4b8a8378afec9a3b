#include "emit/writers.h"

#include "emit/blocks_writer.h"
#include "emit/braille_writer.h"
#include "emit/docx_writer.h"
#include "emit/html_writer.h"
#include "emit/pdf_writer.h"

namespace casewright {
namespace {

/// A writer that can write every document.
template <std::string (*write)(const Document&, const Theme&)>
Result<std::string> always(const Document& document, const Theme& theme) {
  return write(document, theme);
}

constexpr Writer all_writers[] = {
    {"html", ".html", always<write_html>},
    {"docx", ".docx", write_docx},
    {"pdf", ".pdf", write_pdf},
    {"pdf-large", "-large-print.pdf", write_pdf_large},
    {"braille", ".brf", write_braille},
    {"blocks", ".json", always<write_blocks>},
};

}  // namespace

std::span<const Writer> writers() { return all_writers; }

const Writer* writer_named(std::string_view name) {
  for (const Writer& writer : all_writers)
    if (writer.name == name) return &writer;
  return nullptr;
}

}  // namespace casewright
