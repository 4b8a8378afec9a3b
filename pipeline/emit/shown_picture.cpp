#include "emit/shown_picture.h"

#include <map>
#include <optional>

#include "base/picture_file.h"
#include "base/words.h"
#include "emit/image_size.h"
#include "emit/svg_drawing.h"
#include "foreign/image.h"

namespace casewright {
namespace {

ShownPicture as_png(const std::optional<image::Pixels>& pixels) {
  std::string bytes = pixels ? image::write_png(*pixels) : std::string();
  return bytes.empty() ? ShownPicture{} : ShownPicture{"image/png", std::move(bytes)};
}

ShownPicture bare(std::string_view media_type, const Picture& picture) {
  std::string bytes = bare_picture(picture.bytes);
  return bytes.empty() ? ShownPicture{} : ShownPicture{std::string(media_type), std::move(bytes)};
}

ShownPicture bare_jpeg_for(const Picture& picture, PictureUse use) {
  ShownPicture shown = bare("image/jpeg", picture);
  const std::optional<image::JpegHead> head = use == PictureUse::pdf ? image::read_jpeg_head(shown.bytes) : std::nullopt;
  const bool for_presses = use == PictureUse::pdf && (!head || (head->parts != 1 && head->parts != 3));
  return for_presses ? ShownPicture{} : shown;
}

std::string_view name_of_use(std::string_view writer) { return writer == "html" ? "web page" : writer == "docx" ? "Word file" : writer == "pdf" ? "PDF" : writer == "pdf-large" ? "PDF in large print" : std::string_view(); }

PictureUse use_of(std::string_view writer) { return writer.starts_with("pdf") ? PictureUse::pdf : writer == "docx" ? PictureUse::word : PictureUse::page; }

}  // namespace

ShownPicture shown_picture(const Picture& picture, PictureUse use) {
  const bool sized = use == PictureUse::page || image_size(picture.bytes).has_value();
  switch (picture_kind(picture.bytes)) {
    case PictureKind::png: return sized ? bare("image/png", picture) : ShownPicture{};
    case PictureKind::jpeg: return sized ? bare_jpeg_for(picture, use) : ShownPicture{};
    case PictureKind::gif: return use == PictureUse::pdf ? as_png(image::read_gif(picture.bytes)) : bare("image/gif", picture);
    case PictureKind::bmp: return as_png(image::read_bmp(picture.bytes));
    case PictureKind::webp: return use == PictureUse::page ? bare("image/webp", picture) : ShownPicture{};
    case PictureKind::svg: return use == PictureUse::page || read_svg(picture.bytes) ? bare("image/svg+xml", picture) : ShownPicture{};
    case PictureKind::tiff:
    case PictureKind::emf:
    case PictureKind::wmf:
    case PictureKind::packed_metafile:
    case PictureKind::unknown: break;
  }
  return {};
}

std::vector<std::string> pictures_left_out(const Document& document, std::string_view writer) {
  std::vector<std::string> all;
  if (name_of_use(writer).empty()) return all;
  std::map<std::string, std::size_t> kinds;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    const bool held = block.picture != nullptr && block.picture->scene == nullptr && !block.picture->bytes.empty();
    if (held && shown_picture(*block.picture, use_of(writer)).media_type.empty()) ++kinds[std::string(name_of(picture_kind(block.picture->bytes)))];
  });
  for (const auto& [kind, count] : kinds)
    all.push_back(counted(count, "picture is", "pictures are") + " left out of the " + std::string(name_of_use(writer)) + ", which cannot show it (" + kind + "): save it as PNG in the report");
  return all;
}

}  // namespace casewright
