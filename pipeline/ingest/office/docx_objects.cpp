// What a Word document shows beside running text: pictures, text boxes, drawings and their words.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "base/world.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_body.h"
#include "ingest/office/office_table.h"
#include "ingest/parts/office_part.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
namespace {

/// The words of a paragraph of a drawing without those that have no ink.
std::string drawn_words(const OfficeNode& paragraph) {
  std::string words;
  for (const OfficeNode& each : paragraph.children) {
    const OfficeNode* look = each.child("a:rPr");
    if (look == nullptr || look->child("a:noFill") == nullptr) words += each.name.empty() ? each.text : each.content();
  }
  return words;
}

/// The words of a drawn object in its own part: titles, labels, cached values.
std::vector<std::string> words_of_drawing(const OfficeNode& root) {
  std::vector<std::string> all;
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->name.find(":filtered") != std::string::npos) continue;  // series that a chart leaves out
    const bool paragraph = next->is("a:p") || next->is("c:v");
    if (paragraph) {
      if (std::string words = fold_space(drawn_words(*next)); !words.empty()) all.push_back(std::move(words));
      continue;
    }
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return all;
}

}  // namespace

/// What a picture carries beside its name and its alternative text, for names to be looked for in it: its title, the file
/// it was made from, the part it lies in, and where a click on it leads.
void WordBody::picture_words(const OfficeNode& node) {
  for (const OfficeNode* each : shown_inside(node, "wp:docPr"))
    if (each->has("descr")) carry(CarriedKind::tag, "", "title of a picture", std::string(each->attribute("title")), "", origin(*each));
  for (const OfficeNode* each : shown_inside(node, "pic:cNvPr")) {
    if (!is_given_name(each->attribute("name"))) carry(CarriedKind::image, "", "file name of a picture", std::string(each->attribute("name")), "", origin(*each));
    carry(CarriedKind::image, "", "description of a picture's file", std::string(each->attribute("descr")), "", origin(*each));
  }
  for (const OfficeNode* each : shown_inside(node, "a:blip"))
    if (const auto part = part_.links.find(each->attribute("r:embed")); part != part_.links.end()) {
      const std::string_view file = file_name(part->second.target);
      if (!is_given_name(file)) carry(CarriedKind::image, "", "part of a picture", std::string(file), "", origin(*each));
    }
  for (const char* click : {"a:hlinkClick", "a:hlinkHover"})
    for (const OfficeNode* each : shown_inside(node, click)) {
      carry(CarriedKind::tag, "", "tooltip", std::string(each->attribute("tooltip")), "", origin(*each));
      if (const auto outside = part_.links.find(each->attribute("r:id")); outside != part_.links.end() && outside->second.outside)
        carry(CarriedKind::link, is_local_address(outside->second.target) ? "external-link" : "", "link of a picture", outside->second.target, "", origin(*each));
    }
}

void WordBody::drawing(const OfficeNode& node) {
  if (!shows()) return;
  picture_words(node);
  for (const OfficeNode* each : shown_inside(node, "wp:docPr")) {
    const OfficeNode* decorative = each->find("adec:decorative");
    const OfficeNode* link = node.find("a:blip");
    std::string alternative(each->attribute("descr"));
    if (alternative.empty()) alternative = std::string(each->attribute("title"));
    carry(CarriedKind::image, is_given_name(each->attribute("name")) ? "" : "picture-name", "name of a picture", std::string(each->attribute("name")), "", origin(*each));
    if (may_name_somebody(alternative)) carry(CarriedKind::tag, "alternative-text", "alternative text", alternative, "", origin(*each));
    const bool is_box = node.find("w:txbxContent") != nullptr;
    if (link == nullptr && is_box) continue;
    picture(link == nullptr ? "" : std::string(link->attribute("r:embed")), alternative, is_on(decorative), node);
    cropped(node);
    if (link != nullptr && link->has("r:link"))
      if (const auto outside = part_.links.find(link->attribute("r:link")); outside != part_.links.end()) carry(CarriedKind::link, "external-link", "linked picture", outside->second.target, "", origin(*link));
  }
  for (const OfficeNode* each : shown_inside(node, "v:shape")) {
    const OfficeNode* data = each->find("v:imagedata");
    if (data == nullptr && may_name_somebody(each->attribute("alt"))) carry(CarriedKind::tag, "alternative-text", "alternative text", std::string(each->attribute("alt")), "", origin(*each));
    if (data == nullptr) continue;
    std::string alternative(each->attribute("alt"));
    if (alternative.empty()) alternative = std::string(data->attribute("title"));
    picture(std::string(data->attribute("r:id")), alternative, false, node);
    if (each == shown_inside(node, "v:shape").front()) cropped(node);
  }
  text_boxes(node);
  for (const OfficeNode* each : shown_inside(node, "v:textpath")) {
    OfficeParagraph words;
    words.finished = true;
    // In a page edge it is a watermark, in the text a heading's or a banner's words.
    const bool in_text = part_.index == story_.package.main().index;
    words.block = text_block(in_text ? BlockKind::paragraph : BlockKind::furniture, std::string(each->attribute("string")));
    words.block.page = story_.page;
    if (!words.block.inlines.empty()) words.block.inlines[0].origins.push_back({0, origin(*each), OriginStep::Steps::stays});
    if (each->has("string")) open_->behind.push_back(std::move(words));
  }
}

/// A picture of which only a part is shown; the rest of it is in the file.
void WordBody::cropped(const OfficeNode& node) {
  for (const OfficeNode* crop : shown_inside(node, "a:srcRect")) {
    double most = 0;
    for (const char* side : {"l", "t", "r", "b"}) {
      const std::string value(crop->attribute(side).substr(0, 16));
      const double number = std::strtod(value.c_str(), nullptr);
      most = std::max(most, value.ends_with('%') ? number : number / 1000);
    }
    note_crop(most, node);
  }
  for (const OfficeNode* data : shown_inside(node, "v:imagedata")) {
    double most = 0;
    for (const char* side : {"cropleft", "croptop", "cropright", "cropbottom"}) {
      const std::string value(data->attribute(side).substr(0, 16));
      const double number = std::strtod(value.c_str(), nullptr);
      most = std::max(most, 100 * (value.ends_with('f') ? number / 65536 : number));
    }
    note_crop(most, node);
  }
}

void WordBody::note_crop(double share, const OfficeNode& node) {
  constexpr double hardly_anything = 2, much = 5;  // hundredths of a side
  if (share < hardly_anything) return;
  carry(CarriedKind::image, "cropped-picture", "cropped picture", std::to_string(static_cast<int>(std::min(share, 100.0))) + " hundredths of a side are cut off", "", origin(node));
  story_.reading.container.items.back().deliberate = share >= much;
}

void WordBody::picture(const std::string& link, std::string alternative, bool decorative, const OfficeNode& node) {
  OfficeParagraph figure;
  figure.finished = true;
  figure.block.kind = BlockKind::figure;
  figure.block.page = story_.page;
  auto shown = std::make_shared<Picture>();
  shown->alternative = fold_space(alternative);
  shown->decorative = decorative && shown->alternative.empty();
  if (const auto found = part_.links.find(link); found != part_.links.end() && !found->second.outside) {
    shown->media_type = media_type_of(found->second.target);
    Result<std::string> bytes = story_.package.bytes(found->second.target);
    if (bytes) {
      shown->bytes = std::move(*bytes);
      // The picture of a drawing stands beside it for older programs; the drawing's own words are read.
      if (node.find("x:svgBlip") == nullptr) carry_unread_picture(story_.reading.container, shown->bytes, found->second.target, origin(node), story_.page);
    } else {
      bytes.move_faults_to(story_.faults);
    }
  }
  related_words(node, figure.block);
  figure.block.picture = std::move(shown);
  open_->behind.push_back(std::move(figure));
}

/// The words that a part of a picture draws, as paragraphs of it.
void WordBody::drawn_paragraphs(const WordPart& part, Block& figure) {
  for (const std::string& words : words_of_drawing(part.root)) {
    Block paragraph = text_block(BlockKind::paragraph, words);
    paragraph.inlines[0].origins.push_back({0, {1, part.index, 0}, OriginStep::Steps::stays});
    figure.children.push_back(std::move(paragraph));
  }
}

/// The words of a chart or diagram, which stand in a part of their own, and those of boxes that somebody put on a chart.
void WordBody::related_words(const OfficeNode& node, Block& figure) {
  std::vector<std::string> links;
  if (const OfficeNode* chart = node.find("c:chart")) links.emplace_back(chart->attribute("r:id"));
  if (const OfficeNode* diagram = node.find("dgm:relIds")) {
    links.emplace_back(diagram->attribute("r:dm"));
    // What a diagram shows stands in the drawing that was made of its points.
    const auto points = part_.links.find(links.back());
    const std::string drawn = points == part_.links.end() ? std::string() : drawing_of_diagram(points->second.target);
    for (const auto& [id, link] : part_.links)
      if (link.kind == "diagramDrawing" && link.target == drawn && story_.package.has(drawn)) links.back() = id;
  }
  for (const std::string& each : links) {
    const auto link = part_.links.find(each);
    if (link == part_.links.end() || link->second.outside) continue;
    Result<WordPart> part = story_.package.part(link->second.target);
    if (!part) {
      part.move_faults_to(story_.faults);
      continue;
    }
    drawn_paragraphs(*part, figure);
    if (const std::string boxes = part->target_of("chartUserShapes"); !boxes.empty() && story_.package.has(boxes))
      if (const Result<WordPart> drawn = story_.package.part(boxes)) drawn_paragraphs(*drawn, figure);
  }
}

/// True for a box that shows at least a quarter of a page away from the paragraph it is anchored in, where it is read; where both stand on
/// the page is an estimate that only the program's own marks of page ends make good enough.
std::optional<float> WordBody::down_the_page() const {
  // Without marks of where pages end, only the first page is known.
  const bool known = story_.page != 0 || layout_.full_pages() == 0;
  return known ? std::optional(layout_.down()) : std::nullopt;
}

bool WordBody::frame_is_astray(const OfficeNode& properties) const {
  const OfficeNode* frame = properties.child("w:framePr");
  if (frame == nullptr || part_.index != story_.package.main().index || boxes_ > 0) return false;
  const std::string_view from = frame->attribute("vAnchor");
  const std::optional<float> down = down_the_page();
  if ((from != "page" && from != "margin") || !frame->has("y") || !down) return false;
  constexpr unsigned most_twips = 40'000;
  const float top = static_cast<float>(small_number(frame->attribute("y"), 0, most_twips)) / 20 + (from == "margin" ? story_.sheet.top : 0);
  return std::abs(top - story_.sheet.top - *down) >= story_.sheet.height / 4;
}

bool WordBody::is_astray(const OfficeNode& box) const {
  if (part_.index != story_.package.main().index || boxes_ > 1) return false;
  const std::optional<float> down = down_the_page();
  return distance_from_anchor(box, story_.sheet, down) >= story_.sheet.height / 4;
}

void WordBody::text_boxes(const OfficeNode& node) {
  const std::string_view outer_hidden = hidden_by_place_;
  if (hidden_by_place_.empty() && is_out_of_sight(node, story_.sheet)) hidden_by_place_ = "hidden-text";
  for (const OfficeNode* each : shown_inside(node, "w:txbxContent")) {
    Open* const outer = std::exchange(open_, nullptr);
    const std::vector<Field> fields = std::exchange(fields_, {});
    const std::vector<std::string> targets = std::exchange(targets_, {});
    const std::vector<WordTableLook> looks = std::exchange(table_looks_, {});
    const WordColour paragraph_ground = std::exchange(paragraph_ground_, {});
    ++boxes_;
    grounds_.push_back(ground_of_box(node, story_.styles.theme(), page_is_plain()));
    OfficeFlow inside;
    blocks(*each, inside);
    const bool says = std::any_of(inside.begin(), inside.end(), [](const OfficeParagraph& one) { return one.finished || !one.block.inlines.empty(); });
    if (says && hidden_by_place_.empty() && is_astray(node)) story_.boxes_astray.push_back(story_.page);
    fields_ = fields;
    targets_ = targets;
    grounds_.pop_back();
    table_looks_ = looks;
    paragraph_ground_ = paragraph_ground;
    --boxes_;
    open_ = outer;
    std::move(inside.begin(), inside.end(), std::back_inserter(open_->behind));
  }
  flush_hidden();
  hidden_by_place_ = outer_hidden;
}

}  // namespace casewright
