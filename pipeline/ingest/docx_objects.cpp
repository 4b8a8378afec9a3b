// What a Word document shows beside running text: tables, pictures, text boxes.
#include <algorithm>

#include "base/text.h"
#include "base/world.h"
#include "ingest/carried_risks.h"
#include "ingest/docx_body.h"
#include "ingest/office_part.h"
#include "ingest/office_table.h"

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

/// All elements of that name inside, outermost first, without what lies in the branch of a drawing that is not shown.
std::vector<const OfficeNode*> shown_inside(const OfficeNode& node, std::string_view name) {
  std::vector<const OfficeNode*> found;
  std::vector<const OfficeNode*> open{&node};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is(name)) {
      found.push_back(next);
      continue;
    }
    const bool both = next->is("mc:AlternateContent") && next->child("mc:Choice") != nullptr;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each)
      if (!both || !each->is("mc:Fallback")) open.push_back(&*each);
  }
  return found;
}

}  // namespace

/// A Word table that is being read.
struct WordTable {
  OfficeTable cells;
  std::size_t column = 0;
  bool header_row = false;
  std::string style;
  bool first_row = true, last_row = false, first_column = true, last_column = false, bands = true, columns = false;  ///< which parts its style sets apart
  std::size_t row = 0, row_count = 0, cell = 0, cell_count = 0;
  float row_top = 0, row_bottom = 0;  ///< how far down the page, as estimated
};

namespace {

std::size_t count_inside(const OfficeNode& holder, std::string_view name) {
  std::size_t count = 0;
  for (const OfficeNode& each : holder.children) {
    if (each.is(name)) ++count;
    else if (const OfficeNode* content = each.is("w:sdt") ? each.child("w:sdtContent") : nullptr) count += count_inside(*content, name);
  }
  return count;
}

/// w:tblLook says which parts of its style a table uses: in words, or as bits.
void read_table_use(const OfficeNode& properties, WordTable& table) {
  const OfficeNode* look = properties.child("w:tblLook");
  if (look == nullptr) return;
  const std::string bits_text(look->attribute("val"));
  const long bits = std::strtol(bits_text.c_str(), nullptr, 16);
  const auto used = [&](const char* name, long bit) { return look->has(name) ? look->attribute(name) == "1" || look->attribute(name) == "true" || look->attribute(name) == "on" : (bits & bit) != 0; };
  table.first_row = used("firstRow", 0x20);
  table.last_row = used("lastRow", 0x40);
  table.first_column = used("firstColumn", 0x80);
  table.last_column = used("lastColumn", 0x100);
  table.bands = !used("noHBand", 0x200);
  table.columns = !used("noVBand", 0x400);
}

}  // namespace

/// How the cell that is being read looks by the table's style; what a corner says goes over rows, rows over columns.
WordTableLook WordBody::part_of_table(const WordTable& table) const {
  WordTableLook look;
  const auto lay_over = [&](const char* part) { story_.styles.table_part(table.style, part, look); };
  lay_over("");
  const bool first_row = table.first_row && table.row == 0, last_row = table.last_row && table.row + 1 == table.row_count;
  const bool first_column = table.first_column && table.cell == 0, last_column = table.last_column && table.cell + 1 == table.cell_count;
  if (table.columns && !first_column && !last_column) lay_over((table.cell - table.first_column) % 2 == 0 ? "band1Vert" : "band2Vert");
  if (table.bands && !first_row && !last_row) lay_over((table.row - table.first_row) % 2 == 0 ? "band1Horz" : "band2Horz");
  if (first_column) lay_over("firstCol");
  if (last_column) lay_over("lastCol");
  if (first_row) lay_over("firstRow");
  if (last_row) lay_over("lastRow");
  if (first_row && first_column) lay_over("nwCell");
  if (first_row && last_column) lay_over("neCell");
  if (last_row && first_column) lay_over("swCell");
  if (last_row && last_column) lay_over("seCell");
  return look;
}

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
    words.block = text_block(BlockKind::furniture, std::string(each->attribute("string")));
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
    if (bytes) shown->bytes = std::move(*bytes);
    else bytes.move_faults_to(story_.faults);
  }
  related_words(node, figure.block);
  figure.block.picture = std::move(shown);
  open_->behind.push_back(std::move(figure));
}

/// The words of a chart or diagram, which stand in a part of their own.
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
    for (const std::string& words : words_of_drawing(part->root)) {
      Block paragraph = text_block(BlockKind::paragraph, words);
      paragraph.inlines[0].origins.push_back({0, {1, part->index, 0}, OriginStep::Steps::stays});
      figure.children.push_back(std::move(paragraph));
    }
  }
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

void WordBody::table(const OfficeNode& node, OfficeFlow& flow) {
  Open* const outer = std::exchange(open_, nullptr);
  WordTable table;
  OfficeParagraph whole;
  whole.finished = true;
  whole.block.page = story_.page;
  std::move(pending_bookmarks_.begin(), pending_bookmarks_.end(), std::back_inserter(whole.bookmarks));
  pending_bookmarks_.clear();
  table.style = story_.styles.default_table();
  table.row_count = count_inside(node, "w:tr");
  const WordGround outer_ground = grounds_.empty() ? story_.ground : grounds_.back();
  grounds_.push_back(outer_ground);
  if (const OfficeNode* properties = node.child("w:tblPr")) {
    if (const std::string_view style = properties->value_of("w:tblStyle"); !style.empty()) table.style = std::string(style);
    read_table_use(*properties, table);
    if (const auto shading = story_.styles.theme().shading(properties->child("w:shd")); shading && shading->known) grounds_.back() = {*shading, true};
    if (const OfficeNode* change = properties->child("w:tblPrChange")) carry(CarriedKind::revision, "tracked-change", dated("formatting changed", change->attribute("date")), "", std::string(change->attribute("author")), origin(*change));
    for (const char* name : {"w:tblCaption", "w:tblDescription"}) carry(CarriedKind::tag, may_name_somebody(properties->value_of(name)) ? "alternative-text" : "", "alternative text of a table", std::string(properties->value_of(name)), "", origin(*properties));
  }
  rows(node, table);
  grounds_.pop_back();
  open_ = outer;
  const std::uint32_t page = whole.block.page;
  if (std::optional<OfficeParagraph> title = table.cells.take_lone_title()) {
    std::move(whole.bookmarks.begin(), whole.bookmarks.end(), std::back_inserter(title->bookmarks));
    return flow.push_back(std::move(*title));
  }
  whole.block = table.cells.take();
  whole.block.page = page;
  if (!whole.block.children.empty()) flow.push_back(std::move(whole));
}

void WordBody::rows(const OfficeNode& holder, WordTable& table) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.is("w:tr")) row(each, table);
      else if (each.is("w:sdt") && each.child("w:sdtContent") != nullptr) rows(*each.child("w:sdtContent"), table);
      else if (each.is("w:ins") || each.is("w:customXml") || each.is("w:moveTo")) rows(each, table);
      else if (each.is("w:del") || each.is("w:moveFrom")) changed(each, "deleted");
      else if (each.is("w:bookmarkStart")) pending_bookmarks_.emplace_back(each.attribute("name"));
      else if (each.is("mc:AlternateContent") && branch(each) != nullptr) rows(*branch(each), table);
    }
  --depth_;
}

void WordBody::row(const OfficeNode& node, WordTable& table) {
  const OfficeNode* properties = node.child("w:trPr");
  if (properties != nullptr) {
    if (const OfficeNode* gone = properties->child("w:del")) {
      std::string text;
      for (const OfficeNode* each : shown_inside(node, "w:tc")) text += (text.empty() ? "" : " | ") + fold_space(each->content());
      return carry(CarriedKind::revision, "tracked-change", dated("deleted row", gone->attribute("date")), text, std::string(gone->attribute("author")), origin(node));
    }
    if (const OfficeNode* fresh = properties->child("w:ins")) carry(CarriedKind::revision, "tracked-change", dated("inserted row", fresh->attribute("date")), fold_space(node.content()), std::string(fresh->attribute("author")), origin(node));
  }
  const OfficeNode* height = properties == nullptr ? nullptr : properties->child("w:trHeight");
  const bool flat = height != nullptr && height->attribute("hRule") == "exact" && small_number(height->attribute("val"), 1000, 100'000) <= 40;  // twentieths of a point
  const std::string_view outer_hidden = hidden_by_place_;
  if (outer_hidden.empty() && properties != nullptr) hidden_by_place_ = is_on(properties->child("w:hidden")) ? "hidden-text" : flat ? "tiny-text" : "";
  table.column = properties == nullptr ? 0 : small_number(properties->value_of("w:gridBefore"), 0, OfficeTable::most_columns);
  table.header_row = properties != nullptr && is_on(properties->child("w:tblHeader"));
  table.cells.begin_row(table.header_row);
  if (table.column > 0) table.cells.add(0, table.column, {});
  table.cell = 0;
  table.cell_count = count_inside(node, "w:tc");
  table.row_top = table.row_bottom = layout_.down();
  cells(node, table);
  hidden_by_place_ = outer_hidden;
  layout_.set_down(table.row_bottom);
  ++table.row;
}

void WordBody::hide_inside(const OfficeNode& node, const std::string& words) {
  if (words.empty()) return;
  carry(CarriedKind::hidden_text, "hidden-text", "words in a merged cell", words, "", origin(node));
  story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(node.content()));
}

void WordBody::cells(const OfficeNode& holder, WordTable& table) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.is("w:tc")) cell(each, table);
      else if (each.is("w:sdt") && each.child("w:sdtContent") != nullptr) cells(*each.child("w:sdtContent"), table);
      else if (each.is("w:ins") || each.is("w:customXml") || each.is("w:moveTo")) cells(each, table);
    }
  --depth_;
}

void WordBody::cell(const OfficeNode& node, WordTable& table) {
  const OfficeNode* properties = node.child("w:tcPr");
  std::size_t width = 1;
  bool above = false, left = false;
  if (properties != nullptr) {
    width = std::max(1u, small_number(properties->value_of("w:gridSpan"), 1, OfficeTable::most_columns));
    const OfficeNode* merged = properties->child("w:vMerge");
    const OfficeNode* beside = properties->child("w:hMerge");
    above = merged != nullptr && merged->attribute("val") != "restart";
    left = beside != nullptr && beside->attribute("val") != "restart";
    if (const OfficeNode* gone = properties->child("w:cellDel")) {
      changed(*gone, "deleted cell");
      return carry(CarriedKind::revision, "tracked-change", "deleted cell", fold_space(node.content()), std::string(gone->attribute("author")), origin(node));
    }
  }
  OfficeFlow flow;
  WordTableLook look = part_of_table(table);
  ++table.cell;
  if (properties != nullptr)
    if (const auto shading = story_.styles.theme().shading(properties->child("w:shd"))) look.shading = shading;
  grounds_.push_back(look.shading && look.shading->known ? WordGround{*look.shading, true} : grounds_.back());
  table_looks_.push_back(std::move(look));
  layout_.set_down(table.row_top);
  blocks(node, flow);
  // Over a page's end the row goes on at the top of the next one.
  table.row_top = std::min(table.row_top, layout_.down());
  table.row_bottom = std::max(table.row_bottom, layout_.down());
  table_looks_.pop_back();
  grounds_.pop_back();
  const std::size_t at = table.column;
  table.column += width;
  const std::string words = above || left ? fold_space(node.content()) : std::string();
  if (above && table.cells.continue_above(at, width)) return hide_inside(node, words);
  if (left && table.cells.continue_left(width)) return hide_inside(node, words);
  table.cells.add(at, width, std::move(flow));
}

}  // namespace casewright
