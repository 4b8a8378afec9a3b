// Lists of an OpenDocument text, and the number or bullet that each paragraph shows.
#include <algorithm>

#include "ingest/office/odt_body.h"
#include "ingest/parts/office_part.h"

namespace casewright {

/// The number or bullet that the paragraph shows: of its list item, or of a heading by the outline.
void OdtBody::place(const OfficeNode& node, const OdtLook& look) {
  OfficeParagraph& paragraph = open_->paragraph;
  if (!lists_.empty()) {
    if (header_item_ || !item_waits_) {
      paragraph.in_item = item_goes_on_ && !header_item_;
      return;
    }
    item_waits_ = false;
    item_goes_on_ = true;
    const OpenList& open = lists_.back();
    const OdtLevels* levels = styles_.list(open.style.empty() ? std::string_view(look.list) : std::string_view(open.style));
    if (levels == nullptr) return;
    paragraph.place = OdtCounting::next(*levels, *open.counters, open.level, std::exchange(start_, std::nullopt));
    if (paragraph.place) paragraph.place->list = open.name;
    return;
  }
  if (!node.is("text:h") || node.attribute("is-list-header") == "true") return;
  const std::size_t level = small_number(node.attribute("outline-level"), 1, odt_levels);
  if (level == 0) return;
  std::optional<std::uint32_t> start;
  if (node.has("start-value")) start = small_number(node.attribute("start-value"), 1, 32767);
  if (node.attribute("restart-numbering") == "true" && !start) start = styles_.outline()[level - 1].start;
  paragraph.place = OdtCounting::next(styles_.outline(), outline_, level - 1, start);
  if (paragraph.place) paragraph.place->list = "outline";
}

void OdtBody::list(const OfficeNode& node, OfficeFlow& flow) {
  OpenList open;
  open.style = std::string(node.attribute("style-name"));
  open.level = lists_.size();
  if (!lists_.empty()) {
    if (open.style.empty()) open.style = lists_.back().style;
    open.counters = lists_.back().counters;
    open.name = lists_.back().name;
  } else {
    if (const auto earlier = counted_.find(std::string(node.attribute("continue-list"))); node.has("continue-list") && earlier != counted_.end()) open.counters = earlier->second;
    else if (const auto last = last_of_.find(open.style); node.attribute("continue-numbering") == "true" && last != last_of_.end()) open.counters = last->second;
    else open.counters = std::make_shared<OdtCounting::Counters>();
    if (node.has("id")) counted_[std::string(node.attribute("id"))] = open.counters;
    last_of_[open.style] = open.counters;
    open.name = names_.try_emplace(open.counters.get(), "list " + std::to_string(names_.size() + 1)).first->second;
    kept_.push_back(open.counters);
  }
  lists_.push_back(std::move(open));
  if (++depth_ <= deepest)
    for (const OfficeNode& each : node.children)
      if (each.is("text:list-item") || each.is("text:list-header")) item(each, flow);
  --depth_;
  lists_.pop_back();
}

void OdtBody::item(const OfficeNode& node, OfficeFlow& flow) {
  const bool waits = item_waits_, goes_on = item_goes_on_, header = header_item_;
  header_item_ = node.is("text:list-header");
  item_waits_ = !header_item_;
  item_goes_on_ = false;
  if (node.has("start-value")) start_ = small_number(node.attribute("start-value"), 1, 32767);
  blocks(node, flow);
  // What stands behind a deeper list in the item around it goes on in that item.
  item_waits_ = waits && !item_goes_on_ ? waits : false;
  item_goes_on_ = goes_on;
  header_item_ = header;
}

}  // namespace casewright
