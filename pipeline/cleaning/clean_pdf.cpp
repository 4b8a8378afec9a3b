// A PDF without what nobody should read.
#include "base/text.h"
#include "cleaning/clean.h"
#include "foreign/pdf_clean.h"
#include "ingest/image_facts.h"

namespace casewright {
namespace {

/// What the report calls itself on its first page, where the file records no title.
std::string title_on_page(const Document& document) {
  if (!trim(document.title).empty()) return document.title;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::title) return fold_space(block.text());
  return {};
}

}  // namespace

Result<CleanCopy> clean_pdf(std::string_view bytes, const Reading& reading) {
  Result<pdf::CleanFile> made = pdf::clean_file(bytes, reading.path, without_image_facts, title_on_page(reading.document));
  if (!made) return made.faults();
  TakenOutList out, mended;
  for (const std::string& each : made->taken_out) out.add(each);
  for (const std::string& each : made->mended) mended.add(each);
  return CleanCopy{std::move(made->bytes), ".pdf", out.take(), mended.take()};
}

}  // namespace casewright
