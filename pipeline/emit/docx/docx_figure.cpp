#include "emit/docx/docx_figure.h"

#include <algorithm>
#include <cmath>

#include "emit/docx/docx_text.h"
#include "emit/pictures/image_size.h"
#include "emit/pictures/scene_picture.h"
#include "emit/pictures/shown_picture.h"
#include "emit/pictures/svg_drawing.h"
#include "emit/words/xml_text.h"
#include "foreign/typesetting/canvas.h"

namespace casewright {
namespace {

constexpr double emu_per_point = 12700;
constexpr float dots_per_point = 2.5f;       // 180 dots an inch: sharp in print, small in the file
constexpr float points_per_dot = 72.0f / 96;  // of a picture that says nothing of its size

/// What Word needs to know of a picture to place it.
struct PlacedPicture {
  std::string png;  ///< relation of the picture itself
  std::string svg;  ///< relation of the drawing, or empty
  float width = 0, height = 0;  ///< points
};

std::string_view extension_of(std::string_view media_type) {
  if (media_type == "image/png") return "png";
  if (media_type == "image/jpeg") return "jpeg";
  if (media_type == "image/gif") return "gif";
  return {};
}

/// A drawing as it stands, with a picture of it for programs that show no SVG.
PlacedPicture place_drawing(const ShownPicture& picture, DocxState& state, DocxRelations& relations) {
  PlacedPicture placed;
  const auto drawing = read_svg(picture.bytes);
  if (!drawing) return placed;
  const float dots = std::clamp(480 / std::max(drawing->width, drawing->height), 0.2f, 8.f);
  const auto canvas = raster::canvas(drawing->width, drawing->height, dots, Colour{255, 255, 255});
  for (const DrawnPath& path : drawing->paths)
    canvas->path(path.steps, path.even_odd, path.fill ? &*path.fill : nullptr, path.stroke ? &*path.stroke : nullptr, path.stroke_width);
  std::string png = canvas->png();
  if (png.empty()) return placed;
  placed.png = relations.add("image", state.media.add(std::move(png), "png"));
  placed.svg = relations.add("image", state.media.add(picture.bytes, "svg"));
  placed.width = drawing->width * points_per_dot;
  placed.height = drawing->height * points_per_dot;
  return placed;
}

PlacedPicture place(const Picture& picture, DocxState& state, DocxRelations& relations) {
  PlacedPicture placed;
  if (picture.scene != nullptr) {
    std::string png = scene_png(*picture.scene, state.theme, dots_per_point);
    if (png.empty()) return placed;
    placed.png = relations.add("image", state.media.add(std::move(png), "png"));
    placed.svg = relations.add("image", state.media.add(scene_svg(*picture.scene, state.theme), "svg"));
    placed.width = picture.scene->width;
    placed.height = picture.scene->height;
    return placed;
  }
  const ShownPicture shown = shown_picture(picture, PictureUse::word);
  if (shown.media_type == "image/svg+xml") return place_drawing(shown, state, relations);
  const std::string_view extension = extension_of(shown.media_type);
  const auto size = image_size(shown.bytes);
  if (extension.empty() || !size) return placed;
  placed.png = relations.add("image", state.media.add(shown.bytes, extension));
  placed.width = static_cast<float>(size->width) * points_per_dot;
  placed.height = static_cast<float>(size->height) * points_per_dot;
  return placed;
}

std::string emu(float points) { return std::to_string(std::llround(static_cast<double>(points) * emu_per_point)); }

}  // namespace

std::string docx_picture(const Picture& picture, DocxState& state, DocxRelations& relations, float most_width, float most_height) {
  const PlacedPicture placed = place(picture, state, relations);
  if (placed.png.empty()) return {};
  const float scale = std::min({1.0f, most_width / placed.width, most_height / placed.height});
  const std::string across = emu(placed.width * scale), down = emu(placed.height * scale);
  const std::string number = std::to_string(state.next_picture++);
  const std::string words = picture.decorative ? "" : " descr=\"" + xml_text(picture.alternative) + "\"";
  const std::string decorative =
      "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
      "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";
  const std::string drawing = placed.svg.empty() ? "" :
      "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
      "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"" + placed.svg + "\"/></a:ext></a:extLst>";
  return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"" + across + "\" cy=\"" + down +
         "\"/><wp:docPr id=\"" + number + "\" name=\"Picture " + number + "\"" + words +
         (picture.decorative ? ">" + decorative + "</wp:docPr>" : "/>") +
         "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData "
         "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" + number +
         "\" name=\"Picture " + number + "\"" + words + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" + placed.png +
         "\"" + (drawing.empty() ? "/>" : ">" + drawing + "</a:blip>") +
         "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"" + across +
         "\" cy=\"" + down + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
         "</a:graphic></wp:inline></w:drawing></w:r>";
}

}  // namespace casewright
