#include "ingest/office/docx_cover.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.h"

namespace casewright {
namespace {

constexpr float emu_a_point = 12700, twips_a_point = 20;
constexpr int opaque_from = 50;        // hundredths: what lies under less can be read
constexpr float thinnest = 4;          // points; less is a line

float number_of(std::string_view text, float otherwise) {
  const std::string plain(trim(text.substr(0, 24)));
  char* end = nullptr;
  const float number = std::strtof(plain.c_str(), &end);
  if (end == plain.c_str() || !std::isfinite(number)) return otherwise;
  return std::clamp(number, -1e9F, 1e9F);
}

/// "12pt", "1in", "2.5cm", "10" as VML writes lengths, in points.
float vml_points(std::string_view text) {
  const float number = number_of(text, 0);
  const std::string_view plain = trim(text);
  if (plain.ends_with("in")) return number * 72;
  if (plain.ends_with("cm")) return number * 28.3465F;
  if (plain.ends_with("mm")) return number * 2.83465F;
  if (plain.ends_with("px")) return number * 0.75F;
  return number;
}

std::string style_value(std::string_view style, std::string_view key) {
  for (const std::string_view each : split(style, ';')) {
    const std::size_t colon = each.find(':');
    if (colon != std::string_view::npos && ascii_lower(trim(each.substr(0, colon))) == key) return ascii_lower(trim(each.substr(colon + 1)));
  }
  return {};
}

template <class Visit>
void each_shape(const OfficeNode& node, Visit visit) {
  std::vector<const OfficeNode*> open{&node};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is("wps:wsp") || next->is("pic:pic")) visit(*next);
    if (next->is("w:txbxContent") || next->is("mc:Fallback")) continue;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
}

/// The fill of a drawn shape: its own, else that of its style.
WordFill fill_of_shape(const OfficeNode& shape, const WordTheme& theme) {
  const OfficeNode* own = shape.child("wps:spPr");
  if (own != nullptr) {
    for (const OfficeNode& each : own->children)
      if (each.name.ends_with("Fill")) return theme.fill(*own);
    const OfficeNode* geometry = own->child("a:prstGeom");
    const std::string_view form = geometry == nullptr ? std::string_view() : geometry->attribute("prst");
    if (form == "line" || form.ends_with("Connector1")) return {};
  }
  const OfficeNode* style = shape.child("wps:style");
  const OfficeNode* reference = style == nullptr ? nullptr : style->child("a:fillRef");
  if (reference == nullptr || reference->attribute("idx") == "0") return {};
  WordFill fill{{}, 100};
  for (const OfficeNode& colour : reference->children)
    if (colour.is("a:schemeClr")) fill.colour = theme.named(colour.attribute("val"));
  return fill;
}

/// The most opaque fill of all shapes of a drawing; a picture is opaque and of no one colour.
WordFill fill_of_drawing(const OfficeNode& drawing, const WordTheme& theme, bool& picture) {
  WordFill most;
  each_shape(drawing, [&](const OfficeNode& shape) {
    const bool is_picture = shape.is("pic:pic");
    const WordFill fill = is_picture ? WordFill{{}, 100} : fill_of_shape(shape, theme);
    if (fill.opacity <= most.opacity) return;
    most = fill;
    picture = is_picture;
  });
  return most;
}

const OfficeNode* vml_shape(const OfficeNode& node) {
  for (const char* name : {"v:rect", "v:roundrect", "v:oval", "v:shape"})
    if (const OfficeNode* found = node.find(name); found != nullptr && found->find("v:textpath") == nullptr) return found;
  return nullptr;
}

WordFill vml_fill(const OfficeNode& shape) {
  const std::string_view filled = shape.attribute("filled");
  if (filled == "f" || filled == "false" || filled == "0") return {};
  const OfficeNode* fill = shape.find("v:fill");
  const bool picture = shape.find("v:imagedata") != nullptr;
  WordFill read{picture ? WordColour{} : shape.has("fillcolor") ? vml_colour(shape.attribute("fillcolor")) : WordColour{true, {255, 255, 255}}, 100};
  if (fill != nullptr && fill->has("opacity")) {
    const std::string_view opacity = fill->attribute("opacity");
    const float number = number_of(opacity, 1);
    read.opacity = static_cast<int>(100 * (opacity.ends_with('f') ? number / 65536 : opacity.ends_with('%') ? number / 100 : number));
  }
  return read;
}

std::optional<OfficeCover> read_vml_cover(const OfficeNode& node) {
  const OfficeNode* shape = vml_shape(node);
  if (shape == nullptr || shape->find("w10:wrap") != nullptr) return std::nullopt;
  const std::string_view style = shape->attribute("style");
  const WordFill fill = vml_fill(*shape);
  if (style_value(style, "position") != "absolute" || style_value(style, "z-index").starts_with('-') || fill.opacity < opaque_from) return std::nullopt;
  OfficeCover cover;
  cover.picture = shape->find("v:imagedata") != nullptr;
  cover.left = vml_points(style_value(style, "margin-left")) + vml_points(style_value(style, "left"));
  cover.top = vml_points(style_value(style, "margin-top")) + vml_points(style_value(style, "top"));
  cover.width = vml_points(style_value(style, "width"));
  cover.height = vml_points(style_value(style, "height"));
  const std::string vertical = style_value(style, "mso-position-vertical-relative"), horizontal = style_value(style, "mso-position-horizontal-relative");
  cover.from_paragraph = vertical.empty() || vertical == "text" || vertical == "line";
  cover.from_column = horizontal != "page";
  return cover;
}

/// The offset of wp:positionH or V; what it is aligned to is worked out on the page.
float offset_of(const OfficeNode* position, float room, float size, float margin) {
  if (position == nullptr) return 0;
  if (const OfficeNode* offset = position->child("wp:posOffset")) return number_of(offset->content(), 0) / emu_a_point;
  const OfficeNode* align = position->child("wp:align");
  const std::string how = align == nullptr ? std::string() : std::string(trim(align->content()));
  if (how == "center") return (room - size) / 2;
  if (how == "right" || how == "bottom" || how == "outside") return room - size - margin;
  return margin;
}

}  // namespace

OfficeSheet read_sheet(const OfficeNode* section) {
  OfficeSheet sheet;
  if (section == nullptr) return sheet;
  if (const OfficeNode* size = section->child("w:pgSz")) {
    sheet.width = std::clamp(number_of(size->attribute("w"), 11906) / twips_a_point, 72.0F, 4000.0F);
    sheet.height = std::clamp(number_of(size->attribute("h"), 16838) / twips_a_point, 72.0F, 4000.0F);
  }
  if (const OfficeNode* margins = section->child("w:pgMar")) {
    sheet.left = number_of(margins->attribute("left"), 1440) / twips_a_point;
    sheet.right = number_of(margins->attribute("right"), 1440) / twips_a_point;
    sheet.top = std::abs(number_of(margins->attribute("top"), 1440)) / twips_a_point;
    sheet.bottom = std::abs(number_of(margins->attribute("bottom"), 1440)) / twips_a_point;
  }
  if (sheet.column() < 36) sheet.left = sheet.right = 0;
  return sheet;
}

std::optional<OfficeCover> read_cover(const OfficeNode& drawing, const WordTheme& theme, const OfficeSheet& page) {
  const OfficeNode* anchor = drawing.find("wp:anchor");
  if (anchor == nullptr) return drawing.find("wp:inline") == nullptr ? read_vml_cover(drawing) : std::nullopt;
  const std::string_view behind = anchor->attribute("behindDoc");
  if (behind == "1" || behind == "true" || anchor->child("wp:wrapNone") == nullptr) return std::nullopt;
  OfficeCover cover;
  const WordFill fill = fill_of_drawing(*anchor, theme, cover.picture);
  const OfficeNode* extent = anchor->child("wp:extent");
  if (fill.opacity < opaque_from || extent == nullptr) return std::nullopt;
  cover.width = number_of(extent->attribute("cx"), 0) / emu_a_point;
  cover.height = number_of(extent->attribute("cy"), 0) / emu_a_point;
  if (cover.width < 2 * thinnest || cover.height < thinnest) return std::nullopt;
  const OfficeNode* across = anchor->child("wp:positionH");
  const OfficeNode* down = anchor->child("wp:positionV");
  const std::string_view beside = across == nullptr ? std::string_view() : across->attribute("relativeFrom");
  const std::string_view below = down == nullptr ? std::string_view() : down->attribute("relativeFrom");
  cover.from_paragraph = below == "paragraph" || below == "line" || below.empty();
  cover.from_column = beside == "column" || beside == "margin" || beside == "character" || beside.empty();
  cover.left = offset_of(across, cover.from_column ? page.column() : page.width, cover.width, 0);
  cover.top = offset_of(down, page.height, cover.height, 0);
  if (below == "margin") cover.top += page.top;
  return cover;
}

bool is_out_of_sight(const OfficeNode& drawing, const OfficeSheet& page) {
  const auto is_set = [](std::string_view value) { return value == "1" || value == "true" || value == "on"; };
  if (const OfficeNode* shape = vml_shape(drawing); shape != nullptr && drawing.find("wp:anchor") == nullptr && drawing.find("wp:inline") == nullptr)
    return style_value(shape->attribute("style"), "visibility") == "hidden" || style_value(shape->attribute("style"), "display") == "none";
  if (const OfficeNode* named = drawing.find("wp:docPr"); named != nullptr && is_set(named->attribute("hidden"))) return true;
  const OfficeNode* anchor = drawing.find("wp:anchor");
  const OfficeNode* extent = anchor == nullptr ? nullptr : anchor->child("wp:extent");
  if (extent == nullptr) return false;
  if (is_set(anchor->attribute("hidden"))) return true;
  // Margins are wider than nothing and narrower than half of the page: what lies beyond both lies off the page.
  const auto beyond = [&](const char* axis, const char* size, float room) {
    const OfficeNode* position = anchor->child(axis);
    const OfficeNode* offset = position == nullptr ? nullptr : position->child("wp:posOffset");
    if (offset == nullptr) return false;
    const bool from_page = position->attribute("relativeFrom") == "page";
    const float from = number_of(offset->content(), 0) / emu_a_point, length = number_of(extent->attribute(size), 0) / emu_a_point;
    return from + length <= (from_page ? 0 : -room / 2) || from >= room;
  };
  // A box that does not grow with its words shows none where it has no size.
  constexpr float least = 1;  // points
  const bool flat = number_of(extent->attribute("cx"), 100 * emu_a_point) / emu_a_point < least || number_of(extent->attribute("cy"), 100 * emu_a_point) / emu_a_point < least;
  if (flat && drawing.find("w:txbxContent") != nullptr && drawing.find("a:spAutoFit") == nullptr) return true;
  return beyond("wp:positionH", "cx", page.width) || beyond("wp:positionV", "cy", page.height);
}

float distance_from_anchor(const OfficeNode& drawing, const OfficeSheet& page, std::optional<float> down) {
  float top = 0, from = 0;  // of the drawing, and of what that counts from
  bool from_paragraph = true;
  if (const OfficeNode* anchor = drawing.find("wp:anchor")) {
    const OfficeNode *position = anchor->child("wp:positionV"), *extent = anchor->child("wp:extent");
    if (position == nullptr || extent == nullptr) return 0;
    const std::string_view below = position->attribute("relativeFrom");
    from_paragraph = below == "paragraph" || below == "line";
    if (from_paragraph && position->child("wp:posOffset") == nullptr) return 0;
    top = offset_of(position, page.height, number_of(extent->attribute("cy"), 0) / emu_a_point, 0);
    if (below == "margin") from = page.top;
    if (below == "bottomMargin") from = page.height - page.bottom;
  } else if (const OfficeNode* shape = drawing.find("wp:inline") == nullptr ? vml_shape(drawing) : nullptr) {
    const std::string_view style = shape->attribute("style");
    if (style_value(style, "position") != "absolute") return 0;
    const std::string vertical = style_value(style, "mso-position-vertical-relative");
    from_paragraph = vertical.empty() || vertical == "text" || vertical == "line";
    top = vml_points(style_value(style, "margin-top")) + vml_points(style_value(style, "top"));
    if (vertical == "margin") from = page.top;
  } else {
    return 0;
  }
  if (from_paragraph) return std::abs(top);
  return down ? std::abs(from + top - page.top - *down) : 0;
}

bool read_backdrop(const OfficeNode& drawing, const WordTheme& theme, float& reach) {
  bool picture = false;
  WordFill fill;
  if (const OfficeNode* anchor = drawing.find("wp:anchor")) {
    fill = fill_of_drawing(*anchor, theme, picture);
    if (const OfficeNode* extent = anchor->child("wp:extent")) reach = number_of(extent->attribute("cy"), 0) / emu_a_point;
  } else if (const OfficeNode* shape = vml_shape(drawing)) {
    if (style_value(shape->attribute("style"), "position") != "absolute") return false;
    fill = vml_fill(*shape);
    reach = vml_points(style_value(shape->attribute("style"), "height"));
  }
  return fill.opacity >= opaque_from;
}

WordGround ground_of_box(const OfficeNode& drawing, const WordTheme& theme, bool page_is_plain) {
  bool picture = false;
  WordFill fill;
  if (drawing.find("wps:wsp") != nullptr) fill = fill_of_drawing(drawing, theme, picture);
  else if (const OfficeNode* shape = vml_shape(drawing)) fill = vml_fill(*shape);
  if (fill.opacity < opaque_from) return {{true, {255, 255, 255}}, page_is_plain};
  return {fill.colour, fill.colour.known};
}

}  // namespace casewright
