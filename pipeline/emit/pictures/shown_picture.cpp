#include "emit/pictures/shown_picture.h"

#include <optional>

#include "base/picture_file.h"
#include "emit/pictures/image_size.h"
#include "emit/pictures/svg_drawing.h"
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

}  // namespace casewright
