// What a reader of an OpenDocument text cannot see: letters in the colour of their ground, tiny or transparent ones, words
// under shapes.
#include <algorithm>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/odt_body.h"
#include "ingest/parts/office_tree.h"

namespace casewright {

/// True where words can be read and stand out too little; automatic letters are made readable by the program.
bool OdtBody::is_faint_look(const OdtLook& look) const {
  if (!look.colour || look.hollow || look.hidden) return false;
  const OdtGround& around = grounds_.empty() ? story_.ground : grounds_.back();
  const bool own = look.letter_ground || look.paragraph_ground;
  if (!own && ((around.filled && !around.known) || (!around.filled && story_.backdrops))) return false;
  const Colour behind = around.filled ? around.colour : Colour{255, 255, 255};
  return is_faint(*look.colour, look.letter_ground.value_or(look.paragraph_ground.value_or(behind)), look.size, look.strong);
}

/// How words set like that are hidden, as rules name it; empty where they can be read.
std::string_view OdtBody::unseen(const OdtLook& look) const {
  if (look.hidden || hidden_ > 0) return "hidden-text";
  constexpr float smallest = 2;
  constexpr int narrowest = 5, faintest = 10;
  constexpr double least_contrast = 1.25;
  constexpr Colour black{0, 0, 0}, white{255, 255, 255};
  if (look.size * static_cast<float>(look.share) / 100 <= smallest || look.width <= narrowest) return "tiny-text";
  constexpr float drawn_together = -0.45F, least_line = 2;  // of the size; points
  if (look.between <= drawn_together * look.size || (look.line > 0 && look.line <= least_line)) return "tiny-text";
  constexpr int far = 12'000;  // twentieths of a point: beside every page
  if (look.left <= -far || look.left >= 2 * far) return "hidden-text";
  if (look.opacity <= faintest) return "text-same-colour";
  const OdtGround& around = grounds_.empty() ? story_.ground : grounds_.back();
  const bool own = look.letter_ground || look.paragraph_ground;
  const Colour ground = look.letter_ground ? *look.letter_ground : look.paragraph_ground ? *look.paragraph_ground : around.filled ? around.colour : white;
  const bool dark = contrast(ground, black) < 1.6;
  if (!look.colour) return look.letter_ground && dark ? "black-highlight" : "";
  if (!own && ((around.filled && !around.known) || (!around.filled && story_.backdrops))) return "";
  if (look.hollow || contrast(*look.colour, ground) >= least_contrast) return "";
  return dark && own ? "black-highlight" : "text-same-colour";
}

/// Opens a ground: the style's own fill, else that of what is around. Whoever calls closes it.
void OdtBody::ground_of(std::string_view family, const OfficeNode& node) {
  OdtGround ground = styles_.ground(family, node.attribute("style-name"));
  if (!ground.filled) ground = grounds_.empty() ? story_.ground : grounds_.back();
  grounds_.push_back(std::move(ground));
}

/// True for a frame that shows nothing of its words: it has no size, or lies beside the page.
bool OdtBody::is_out_of_sight(const OfficeNode& node) const {
  constexpr float least = 1;  // points
  const auto points = [&node](const char* name, float otherwise) { return node.has(name) ? odt_points(node.attribute(name)) : otherwise; };
  const float width = points("width", 100), height = points("height", 100);
  const OfficeNode* box = node.child("draw:text-box");
  const bool grows = box != nullptr && (box->has("min-height") || box->has("min-width"));
  if (box != nullptr && !grows && (width < least || height < least)) return true;
  if (node.attribute("anchor-type") == "as-char" || !node.has("width")) return false;
  // A place counts from the paragraph or from the page; margins are narrower than half of the page.
  const bool of_page = node.attribute("anchor-type") == "page";
  const auto beyond = [&](const char* place, float size, float room) {
    const float from = points(place, 0);
    return from + size <= (of_page ? 0 : -room / 2) || from >= room;
  };
  return beyond("x", width, story_.sheet.width) || (of_page && beyond("y", height, story_.sheet.height));
}

/// A shape or picture in front of the text around which nothing flows.
void OdtBody::cover(const OfficeNode& node) {
  const OdtGround ground = styles_.ground("graphic", node.attribute("style-name"));
  const bool picture = node.child("draw:image") != nullptr;
  const bool anchored = node.attribute("anchor-type") != "as-char";
  const bool drawn = node.is("draw:rect") || node.is("draw:custom-shape") || node.is("draw:frame") || node.is("draw:ellipse") || node.is("draw:polygon") || node.is("draw:path");
  if (boxes_ > 0 || !drawn || !anchored || ground.behind || !ground.floats || (!ground.filled && !picture)) return;
  OfficeCover cover;
  cover.left = odt_points(node.attribute("x"));
  cover.top = odt_points(node.attribute("y"));
  cover.width = odt_points(node.attribute("width"));
  cover.height = odt_points(node.attribute("height"));
  cover.picture = picture;
  const bool by_page = ground.vertical.starts_with("page") || node.attribute("anchor-type") == "page";
  cover.from_paragraph = !by_page;
  if (ground.vertical == "page-content") cover.top += story_.sheet.top;
  cover.from_column = !ground.horizontal.starts_with("page") || ground.horizontal == "page-content";
  constexpr float thinnest = 4;
  if (cover.width >= 2 * thinnest && cover.height >= thinnest) layout_.cover(cover);
}

void read_odt_pages(OdtStory& story, const OfficeNode& text, const OdtStyles& own, const OfficeNode* styles) {
  each_node(text, [&](const OfficeNode& node) {
    if (!node.name.starts_with("draw:") || !node.has("style-name")) return;
    const OdtGround ground = own.ground("graphic", node.attribute("style-name"));
    const bool picture = node.child("draw:image") != nullptr;
    story.backdrops |= ground.behind && (picture || ground.filled);
  });
  if (styles == nullptr) return;
  each_node(*styles, [&](const OfficeNode& node) {
    if (node.is("draw:layer") && (node.attribute("display") == "none" || node.attribute("display") == "printer")) story.hidden_layers.insert(std::string(node.attribute("name")));
    if (!node.is("style:page-layout-properties")) return;
    const auto take = [&node](const char* name, float& into) {
      if (node.has(name)) into = std::clamp(odt_points(node.attribute(name)), 0.0F, 4000.0F);
    };
    take("page-width", story.sheet.width);
    take("page-height", story.sheet.height);
    take("margin-left", story.sheet.left);
    take("margin-right", story.sheet.right);
    take("margin-top", story.sheet.top);
    take("margin-bottom", story.sheet.bottom);
    if (const auto colour = read_colour(node.attribute("background-color"))) story.ground = {true, true, *colour, false, false, false, {}, {}};
    else if (node.child("style:background-image") != nullptr && node.child("style:background-image")->has("href")) story.backdrops = true;
  });
  if (story.sheet.column() < 36 || story.sheet.height < 72) story.sheet = {};
}

}  // namespace casewright
