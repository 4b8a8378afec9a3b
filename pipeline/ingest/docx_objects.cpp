// What a Word document shows beside running text: tables, pictures, text boxes.
#include <algorithm>

#include "base/text.h"
#include "ingest/docx_body.h"
#include "ingest/office_part.h"
#include "ingest/office_table.h"

namespace casewright {
namespace {

bool is_on(const OfficeNode* element) {
  if (element == nullptr) return false;
  const std::string_view value = element->attribute("val");
  return value != "0" && value != "false" && value != "off";
}

std::string dated(std::string name, std::string_view date) { return date.empty() ? name : std::move(name) + " " + std::string(date); }

/// The words of a drawn object in its own part: titles, labels, cached values.
std::vector<std::string> words_of_drawing(const OfficeNode& root) {
  std::vector<std::string> all;
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    const bool paragraph = next->is("a:p") || next->is("c:v");
    if (paragraph) {
      if (std::string words = fold_space(next->content()); !words.empty()) all.push_back(std::move(words));
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
};

void WordBody::drawing(const OfficeNode& node) {
  if (!shows()) return;
  for (const OfficeNode* each : shown_inside(node, "wp:docPr")) {
    const OfficeNode* decorative = each->find("adec:decorative");
    const OfficeNode* link = node.find("a:blip");
    std::string alternative(each->attribute("descr"));
    if (alternative.empty()) alternative = std::string(each->attribute("title"));
    carry(CarriedKind::image, "name of a picture", std::string(each->attribute("name")), "", origin(*each));
    const bool is_box = node.find("w:txbxContent") != nullptr;
    if (link == nullptr && is_box) continue;
    picture(link == nullptr ? "" : std::string(link->attribute("r:embed")), alternative, is_on(decorative), node);
    if (link != nullptr && link->has("r:link"))
      if (const auto outside = part_.links.find(link->attribute("r:link")); outside != part_.links.end()) carry(CarriedKind::link, "linked picture", outside->second.target, "", origin(*link));
  }
  for (const OfficeNode* each : shown_inside(node, "v:shape")) {
    const OfficeNode* data = each->find("v:imagedata");
    if (data == nullptr) continue;
    std::string alternative(each->attribute("alt"));
    if (alternative.empty()) alternative = std::string(data->attribute("title"));
    picture(std::string(data->attribute("r:id")), alternative, false, node);
  }
  text_boxes(node);
  for (const OfficeNode* each : shown_inside(node, "v:textpath")) {
    OfficeParagraph words;
    words.finished = true;
    words.block = text_block(BlockKind::furniture, std::string(each->attribute("string")));
    if (each->has("string")) open_->behind.push_back(std::move(words));
  }
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
  if (const OfficeNode* diagram = node.find("dgm:relIds")) links.emplace_back(diagram->attribute("r:dm"));
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
  for (const OfficeNode* each : shown_inside(node, "w:txbxContent")) {
    Open* const outer = std::exchange(open_, nullptr);
    const std::vector<Field> fields = std::exchange(fields_, {});
    const std::vector<std::string> targets = std::exchange(targets_, {});
    OfficeFlow inside;
    blocks(*each, inside);
    fields_ = fields;
    targets_ = targets;
    open_ = outer;
    std::move(inside.begin(), inside.end(), std::back_inserter(open_->behind));
  }
}

void WordBody::table(const OfficeNode& node, OfficeFlow& flow) {
  Open* const outer = std::exchange(open_, nullptr);
  WordTable table;
  OfficeParagraph whole;
  whole.finished = true;
  whole.block.page = story_.page;
  std::move(pending_bookmarks_.begin(), pending_bookmarks_.end(), std::back_inserter(whole.bookmarks));
  pending_bookmarks_.clear();
  if (const OfficeNode* properties = node.child("w:tblPr"))
    for (const char* name : {"w:tblCaption", "w:tblDescription"}) carry(CarriedKind::tag, "alternative text of a table", std::string(properties->value_of(name)), "", origin(*properties));
  rows(node, table);
  open_ = outer;
  const std::uint32_t page = whole.block.page;
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
      return carry(CarriedKind::revision, dated("deleted row", gone->attribute("date")), text, std::string(gone->attribute("author")), origin(node));
    }
    if (const OfficeNode* fresh = properties->child("w:ins")) carry(CarriedKind::revision, dated("inserted row", fresh->attribute("date")), fold_space(node.content()), std::string(fresh->attribute("author")), origin(node));
  }
  table.column = properties == nullptr ? 0 : small_number(properties->value_of("w:gridBefore"), 0, OfficeTable::most_columns);
  table.header_row = properties != nullptr && is_on(properties->child("w:tblHeader"));
  table.cells.begin_row(table.header_row);
  if (table.column > 0) table.cells.add(0, table.column, {});
  cells(node, table);
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
      return carry(CarriedKind::revision, "deleted cell", fold_space(node.content()), std::string(gone->attribute("author")), origin(node));
    }
  }
  OfficeFlow flow;
  blocks(node, flow);
  const std::size_t at = table.column;
  table.column += width;
  const std::string words = above || left ? fold_space(node.content()) : std::string();
  if (above && table.cells.continue_above(at, width)) return carry(CarriedKind::hidden_text, "words in a merged cell", words, "", origin(node));
  if (left && table.cells.continue_left(width)) return carry(CarriedKind::hidden_text, "words in a merged cell", words, "", origin(node));
  table.cells.add(at, width, std::move(flow));
}

}  // namespace casewright
