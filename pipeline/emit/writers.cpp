#include "emit/writers.h"

#include <map>

#include "base/picture_file.h"
#include "base/words.h"
#include "emit/blocks_writer.h"
#include "emit/braille/braille_writer.h"
#include "emit/docx/docx_writer.h"
#include "emit/html/html_writer.h"
#include "emit/pdf/pdf_writer.h"

namespace casewright {
namespace {

/// A writer that can write every document.
template <std::string (*write)(const Document&, const Theme&)>
Result<std::string> always(const Document& document, const Theme& theme) {
  return write(document, theme);
}

constexpr Writer all_writers[] = {
    {"html", ".html", always<write_html>, "web page", "web page"},
    {"docx", ".docx", write_docx, "Word", "Word file", PictureUse::word},
    {"pdf", ".pdf", write_pdf, "PDF", "PDF", PictureUse::pdf},
    {"pdf-large", "-large-print.pdf", write_pdf_large, "large print PDF", "PDF in large print", PictureUse::pdf},
    {"braille", ".brf", write_braille, "Braille", {}, PictureUse::page, read_braille_back},
    {"blocks", ".json", always<write_blocks>, "blocks"},
};

}  // namespace

std::span<const Writer> writers() { return all_writers; }

const Writer* writer_named(std::string_view name) {
  for (const Writer& writer : all_writers)
    if (writer.name == name) return &writer;
  return nullptr;
}

const Writer* writer_of_file(std::string_view file) {
  for (const Writer& writer : all_writers)
    if (file.ends_with(writer.extension)) return &writer;
  return nullptr;
}

std::vector<std::string> pictures_left_out(const Document& document, const Writer& writer) {
  std::vector<std::string> all;
  if (writer.with_pictures.empty()) return all;
  std::map<std::string, std::size_t> kinds;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    const bool held = block.picture != nullptr && block.picture->scene == nullptr && !block.picture->bytes.empty();
    if (held && shown_picture(*block.picture, writer.use).media_type.empty()) ++kinds[std::string(name_of(picture_kind(block.picture->bytes)))];
  });
  for (const auto& [kind, count] : kinds)
    all.push_back(counted(count, "picture is", "pictures are") + " left out of the " + std::string(writer.with_pictures) + ", which cannot show it (" + kind + "): save it as PNG in the report");
  return all;
}

}  // namespace casewright
