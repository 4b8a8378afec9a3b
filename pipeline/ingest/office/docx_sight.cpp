// What a reader of a Word document cannot see: letters in the colour of their ground, tiny or hidden ones, paragraphs off the page.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_body.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

/// The least contrast at which letters can still be made out.
constexpr double seen_contrast = 1.25;

}  // namespace

bool WordBody::page_is_plain() const {
  if (story_.backdrops_everywhere) return false;
  return std::none_of(backdrops_.begin(), backdrops_.end(), [this](const auto& each) { return each.first <= paragraphs_ && paragraphs_ <= each.second; });
}

/// How words set like that are hidden, as rules name it; empty where they can be read.
std::string_view WordBody::unseen(const WordLook& look) const {
  if (!hidden_by_place_.empty()) return hidden_by_place_;
  constexpr int furthest = 800;  // half points: out of the line and off most pages
  if (look.hidden || std::abs(look.raised) >= furthest) return "hidden-text";
  constexpr int smallest_half_points = 4, narrowest = 5;
  constexpr double drawn_together = -0.45;  // of the size: letters then stand on one another
  if (look.half_points <= smallest_half_points || look.width <= narrowest || look.between <= drawn_together * 10 * look.half_points) return "tiny-text";
  if (look.no_fill) return look.outline ? "" : "text-same-colour";
  const WordGround& around = grounds_.empty() ? story_.ground : grounds_.back();
  const bool marked = look.highlight.known, shaded = look.shading.known, striped = paragraph_ground_.known;
  const WordColour ground = marked ? look.highlight : shaded ? look.shading : striped ? paragraph_ground_ : around.colour;
  constexpr Colour black{0, 0, 0};
  const bool dark = ground.known && contrast(ground.value, black) < 1.6;
  // A highlight leaves automatic letters black; shading turns them white, but nobody shades single words black to have them read.
  if (!look.colour.known) return (marked || shaded) && dark ? "black-highlight" : "";
  const bool on_page = !marked && !shaded && !striped && grounds_.empty();
  if (!ground.known || (!marked && !shaded && !striped && !around.sure) || (on_page && !page_is_plain())) return "";
  if (contrast(look.colour.value, ground.value) >= seen_contrast || look.outline) return "";
  return dark && !on_page && (marked || shaded || striped) ? "black-highlight" : "text-same-colour";
}

/// How a paragraph's place or height keeps it from the eye; empty where it does not.
std::string_view WordBody::place_hides(const OfficeNode* properties) const {
  if (properties == nullptr) return {};
  const auto number = [](const OfficeNode& node, const char* name) {
    const std::string value(node.attribute(name).substr(0, 16));
    return std::strtol(value.c_str(), nullptr, 10);
  };
  constexpr long far = 12'000, lowest = 40;  // twentieths of a point
  if (const OfficeNode* frame = properties->child("w:framePr"))
    if ((frame->attribute("hRule") == "exact" && frame->has("h") && number(*frame, "h") <= lowest) || number(*frame, "x") <= -far / 2 || number(*frame, "y") <= -far / 2 || number(*frame, "x") >= 2 * far || number(*frame, "y") >= 2 * far) return "hidden-text";
  if (const OfficeNode* indent = properties->child("w:ind"))
    if (number(*indent, "left") <= -far || number(*indent, "start") <= -far || number(*indent, "left") >= 2 * far) return "hidden-text";
  if (const OfficeNode* spacing = properties->child("w:spacing"))
    if (spacing->attribute("lineRule") == "exact" && spacing->has("line") && number(*spacing, "line") <= lowest) return "tiny-text";
  return {};
}

/// What lies behind words set like that; nothing where it cannot be told.
std::optional<Colour> WordBody::ground_of(const WordLook& look) const {
  if (look.highlight.known) return look.highlight.value;
  if (look.shading.known) return look.shading.value;
  if (paragraph_ground_.known) return paragraph_ground_.value;
  const WordGround& around = grounds_.empty() ? story_.ground : grounds_.back();
  if (!around.sure || !around.colour.known || (grounds_.empty() && !page_is_plain())) return std::nullopt;
  return around.colour.value;
}

/// True where words can be read and stand out too little; automatic letters are made readable by Word.
bool WordBody::is_faint_look(const WordLook& look) const {
  if (!look.colour.known || look.no_fill || look.outline || look.hidden) return false;
  const std::optional<Colour> ground = ground_of(look);
  return ground && is_faint(look.colour.value, *ground, look.half_points / 2.0, look.strong);
}

/// Marks the paragraphs behind which something filled may lie, so that light letters there are not taken for hidden.
void WordBody::find_backdrops(const OfficeNode& holder) {
  std::size_t count = 0;
  std::vector<const OfficeNode*> open{&holder};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is("w:p")) ++count;
    float reach = 0;
    if ((next->is("w:drawing") || next->is("w:pict")) && read_backdrop(*next, story_.styles.theme(), reach)) {
      const auto lines = static_cast<std::size_t>(std::clamp(reach, 0.0F, 2000.0F) / 12) + 3;
      backdrops_.emplace_back(count > lines ? count - lines : 0, count + lines);
    }
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each)
      if (!each->is("w:txbxContent")) open.push_back(&*each);
  }
}

}  // namespace casewright
