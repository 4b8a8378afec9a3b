// A PDF without what nobody should read.
#include <algorithm>

#include "base/picture_file.h"
#include "base/text.h"
#include "cleaning/clean.h"
#include "foreign/pdf/pdf_clean.h"
#include "foreign/pdf/pdf_scan.h"

namespace casewright {
namespace {

/// What the report calls itself on its pages.
std::string title_on_page(const Document& document) {
  for (const BlockKind kind : {BlockKind::title, BlockKind::heading})
    for (const Block& block : document.blocks)
      if (block.kind == kind && !trim(block.text()).empty()) return fold_space(block.text());
  return {};
}

/// True where the file records a title whose words do not stand on its pages.
bool records_another_title(const Reading& reading) {
  const std::vector<Carried>& items = reading.container.items;
  return std::any_of(items.begin(), items.end(), [](const Carried& each) { return each.risk == "file-properties" && each.name == "Title"; });
}

/// The title that the copy is to have, and whether it takes the place of the one that the file records.
pdf::CleanTitle title_of(const Reading& reading) {
  const std::string shown = title_on_page(reading.document);
  if (records_another_title(reading)) return {shown, !shown.empty()};
  return {trim(reading.document.title).empty() ? shown : reading.document.title, false};
}

}  // namespace

Result<CleanCopy> clean_pdf(std::string_view bytes, const Reading& reading) {
  const Result<pdf::File> opened = pdf::File::open(bytes, reading.path);
  if (!opened) return opened.faults();
  Result<pdf::CleanFile> made = pdf::clean_file(bytes, reading.path, bare_picture, title_of(reading));
  if (!made) return made.faults();
  if (const Outcome kept = pdf::keeps_pages(*opened, made->bytes, reading.path); !kept.ok()) return kept.faults();
  TakenOutList out, mended;
  for (const std::string& each : made->taken_out) out.add(each);
  for (const std::string& each : made->mended) mended.add(each);
  return CleanCopy{std::move(made->bytes), ".pdf", out.take(), mended.take()};
}

}  // namespace casewright
