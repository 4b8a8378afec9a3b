#include "ingest/office/docx_body.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/parts/office_part.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
void WordBody::page_break() {
  if (layout_.down() > 0) layout_.page_break();
  if (story_.page != 0 && part_.index == story_.package.main().index) ++story_.page;
}

bool WordBody::shows() const {
  return std::all_of(fields_.begin(), fields_.end(), [](const Field& each) { return each.shows_result; });
}

OfficeFlow WordBody::read(const OfficeNode& holder) {
  OfficeFlow flow;
  find_backdrops(holder);
  blocks(holder, flow);
  if (merged_) {
    open_ = merged_.get();
    finish(nullptr, flow);
    open_ = nullptr;
    merged_.reset();
  }
  flush_hidden();
  for (Carried& each : layout_.words_under()) story_.reading.container.items.push_back(std::move(each));
  return flow;
}

void WordBody::blocks(const OfficeNode& holder, OfficeFlow& flow) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) block(each, flow);
  --depth_;
}

/// The one branch of an mc:AlternateContent that is shown.
const OfficeNode* WordBody::branch(const OfficeNode& node) const {
  const OfficeNode* choice = node.child("mc:Choice");
  return choice != nullptr ? choice : node.child("mc:Fallback");
}

void WordBody::block(const OfficeNode& node, OfficeFlow& flow) {
  if (node.is("w:p")) return paragraph(node, flow);
  if (node.is("w:tbl")) return table(node, flow);
  if (node.is("w:sdt")) return control(node, &flow);
  if (node.is("w:sectPr")) return section(node);
  if (node.is("w:del") || node.is("w:moveFrom")) return changed(node, node, node.is("w:del") ? "deleted" : "moved away");
  if (node.is("mc:AlternateContent")) {
    if (const OfficeNode* shown = branch(node)) blocks(*shown, flow);
  } else if (node.is("w:bookmarkStart")) {
    pending_bookmarks_.emplace_back(node.attribute("name"));
  } else if (node.is("w:altChunk")) {
    const auto link = part_.links.find(node.attribute("r:id"));
    story_.faults.push_back({story_.file, 0, 0, "a document that is embedded in this one is shown by Word but was not read" + (link == part_.links.end() ? "" : ": " + link->second.target),
                             "open it in Word, save it anew, and read that"});
  } else if (node.is("w:ins") || node.is("w:moveTo") || node.is("w:customXml") || node.is("w:smartTag")) {
    if (node.is("w:ins") || node.is("w:moveTo")) changed(node, node, node.is("w:ins") ? "inserted" : "moved here");
    blocks(node, flow);
  }
}

void WordBody::end_section() {
  if (std::exchange(section_ends_, false)) layout_.page_break();
}

void WordBody::section(const OfficeNode& properties) {
  set_otherwise(properties.child("w:sectPrChange"), "section changed");
  for (const OfficeNode& each : properties.children) {
    if (!each.is("w:headerReference") && !each.is("w:footerReference")) continue;
    const auto link = part_.links.find(each.attribute("r:id"));
    const bool first_off = each.attribute("type") == "first" && !is_on(properties.child("w:titlePg"));
    const bool even_off = each.attribute("type") == "even" && !story_.even_edges;
    if (link == part_.links.end() || link->second.outside || first_off || even_off) continue;
    if (std::find(story_.edges.begin(), story_.edges.end(), link->second.target) == story_.edges.end()) story_.edges.push_back(link->second.target);
  }
}

namespace {

/// True for the large first letter of a paragraph, which Word keeps as a paragraph of its own before the rest.
bool is_dropped_letter(const OfficeNode* properties) {
  const OfficeNode* frame = properties == nullptr ? nullptr : properties->child("w:framePr");
  if (frame == nullptr) return false;
  const std::string_view dropped = frame->attribute("dropCap");
  return dropped == "drop" || dropped == "margin";
}

}  // namespace

void WordBody::paragraph(const OfficeNode& node, OfficeFlow& flow) {
  ++paragraphs_;
  std::unique_ptr<Open> fresh = merged_ ? std::move(merged_) : std::make_unique<Open>();
  Open* const outer = std::exchange(open_, fresh.get());
  const OfficeNode* properties = node.child("w:pPr");
  const OfficeNode* mark = properties == nullptr ? nullptr : properties->child("w:rPr");
  open_->style = properties == nullptr ? std::string() : std::string(properties->value_of("w:pStyle"));
  if (open_->style.empty()) open_->style = story_.styles.default_paragraph();
  if (!open_->anything) open_->paragraph.block.page = story_.page;
  std::move(pending_bookmarks_.begin(), pending_bookmarks_.end(), std::back_inserter(open_->paragraph.bookmarks));
  pending_bookmarks_.clear();
  open_->paragraph.in_contents = contents_frames_ > 0 || std::any_of(fields_.begin(), fields_.end(), [](const Field& each) { return each.contents; });
  const WordParagraphProperties* of_table = table_looks_.empty() ? nullptr : &table_looks_.back().paragraph;
  const WordColour outer_ground = paragraph_ground_;
  paragraph_ground_ = story_.styles.paragraph(open_->style, read_paragraph_properties(properties, story_.styles.theme()), of_table).shading.value_or(WordColour{});
  const std::string_view outer_hidden = hidden_by_place_;
  if (hidden_by_place_.empty()) hidden_by_place_ = place_hides(properties);
  const bool astray = properties != nullptr && hidden_by_place_.empty() && frame_is_astray(*properties);
  inlines(node);
  if (astray && !open_->words.empty()) story_.boxes_astray.push_back(story_.page);
  hidden_by_place_ = outer_hidden;
  paragraph_ground_ = outer_ground;
  open_->paragraph.in_contents |= std::any_of(fields_.begin(), fields_.end(), [](const Field& each) { return each.contents; });
  flush_hidden();
  if (properties != nullptr) {
    set_otherwise(properties->child("w:pPrChange"), "formatting changed");
    if (const OfficeNode* numbers = properties->child("w:numPr"))
      set_otherwise(numbers->child("w:numberingChange"), "number changed");
    if (const OfficeNode* end = properties->child("w:sectPr")) {
      section(*end);
      if (end->value_of("w:type") != "continuous") section_ends_ = true;
    }
  }
  const bool end_deleted = mark != nullptr && (mark->child("w:del") != nullptr || mark->child("w:moveFrom") != nullptr);
  if (end_deleted || is_dropped_letter(properties)) {
    if (end_deleted) set_otherwise(mark->child("w:del") != nullptr ? mark->child("w:del") : mark->child("w:moveFrom"), "end of paragraph deleted");
    merged_ = std::move(fresh);
  } else {
    finish(properties, flow);
    end_section();
  }
  open_ = outer;
}

/// Puts the open paragraph and what stood in it at the end of the flow.
void WordBody::finish(const OfficeNode* properties, OfficeFlow& flow) {
  OfficeParagraph& paragraph = open_->paragraph;
  const WordParagraphProperties own = read_paragraph_properties(properties, story_.styles.theme());
  const WordParagraphProperties all = story_.styles.paragraph(open_->style, own);
  take_role(paragraph, story_.styles.names(open_->style));
  const bool may_be_heading = paragraph.role == OfficeRole::body || paragraph.role == OfficeRole::list;
  if (all.outline && *all.outline < 9 && may_be_heading) {
    paragraph.role = OfficeRole::heading;
    paragraph.level = std::min(6, *all.outline + 1);
  }
  // A style based on another's has that one's name for us and may stand deeper all the same.
  if (all.outline && *all.outline < 9 && paragraph.role == OfficeRole::heading) paragraph.level = std::min(6, *all.outline + 1);
  // Word counts an empty paragraph too, but none that is hidden with its end.
  const OfficeNode* mark = properties == nullptr ? nullptr : properties->child("w:rPr");
  const bool hidden = !open_->anything && mark != nullptr && is_on(mark->child("w:vanish"));
  if (!hidden) paragraph.place = story_.numbering.next(open_->style, all, own);
  paragraph.left = all.left.value_or(paragraph.place ? paragraph.place->left : 0);
  paragraph.right = all.right.value_or(0);
  paragraph.first_line = all.first_line.value_or(0);
  paragraph.centred = all.alignment.value_or("") == "center";
  paragraph.justified = all.alignment.value_or("") == "both";
  paragraph.leader_tab = all.leader_tab;
  open_->settle(story_.letters_by_language);
  const auto points = [](const std::optional<int>& twips) { return static_cast<float>(std::clamp(twips.value_or(0), -2000, 2000)) / 20; };
  if (boxes_ == 0 && properties != nullptr && is_on(properties->child("w:pageBreakBefore"))) layout_.page_break();
  if (boxes_ == 0) layout_.lay(paragraph, {points(all.before), points(all.after), static_cast<float>(all.line.value_or(240)) / 240});
  OfficeFlow behind = std::move(open_->behind);
  flow.push_back(std::move(paragraph));
  for (OfficeParagraph& each : behind) flow.push_back(std::move(each));
}

}  // namespace casewright
