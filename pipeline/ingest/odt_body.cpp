#include "ingest/odt_body.h"

#include <algorithm>

#include "base/text.h"
#include "base/world.h"
#include "ingest/carried_risks.h"
#include "ingest/office_part.h"
#include "ingest/office_table.h"

namespace casewright {
namespace {

/// The words of all paragraphs inside, parted by spaces.
std::string words_of_change(const OfficeNode& node) {
  std::string all;
  for (const OfficeNode& each : node.children) {
    if (each.is("office:change-info") || each.is("dc:creator") || each.is("dc:date") || each.is("dc:creator-initials") || each.name.starts_with("meta:")) continue;
    all += (all.empty() || each.name.empty() ? "" : " ") + (each.name.empty() ? each.text : each.content());
  }
  return fold_space(all);
}

std::string child_text(const OfficeNode& node, std::string_view name) {
  const OfficeNode* found = node.child(name);
  return found == nullptr ? std::string() : fold_space(found->content());
}

}  // namespace

void OdtBody::carry(CarriedKind kind, std::string_view risk, std::string name, std::string text, std::string author, Origin origin) {
  if (trim(text).empty() && author.empty()) return;
  Carried item{kind, std::move(name), std::move(text), std::move(author), origin, story_.page, {}};
  item.risk = risk;
  story_.reading.container.items.push_back(std::move(item));
}

OfficeFlow OdtBody::read(const OfficeNode& holder) {
  OfficeFlow flow;
  blocks(holder, flow);
  flush_hidden();
  for (Carried& each : layout_.words_under()) story_.reading.container.items.push_back(std::move(each));
  for (auto& [id, text] : inserted_) {
    const auto [author, date] = insertions_[id];
    carry(CarriedKind::revision, "tracked-change", dated("inserted", date), std::move(text), author, {1, part_, 0});
  }
  return flow;
}

void OdtBody::read_changes(const OfficeNode& changes) {
  for (const OfficeNode& region : changes.children)
    for (const OfficeNode& change : region.children) {
      const OfficeNode* info = change.child("office:change-info");
      if (info == nullptr) continue;
      const std::string author = child_text(*info, "dc:creator"), date = child_text(*info, "dc:date");
      if (change.is("text:deletion")) carry(CarriedKind::revision, "tracked-change", dated("deleted", date), words_of_change(change), author, origin(change));
      else if (change.is("text:insertion")) insertions_[std::string(region.attribute("id"))] = {author, date};
      else carry(CarriedKind::revision, "tracked-change", dated("formatting changed", date), "", author, origin(change));
    }
}

void OdtBody::blocks(const OfficeNode& holder, OfficeFlow& flow) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) block(each, flow);
  --depth_;
}

void OdtBody::block(const OfficeNode& node, OfficeFlow& flow) {
  if (node.is("text:p") || node.is("text:h")) return paragraph(node, flow);
  if (node.is("text:list")) return list(node, flow);
  if (node.is("table:table")) return table(node, flow);
  if (node.is("text:tracked-changes")) return read_changes(node);
  if (node.is("text:soft-page-break")) {
    if (story_.page != 0) ++story_.page;
    return;
  }
  if (node.name.starts_with("draw:")) return frame(node, flow);
  if (node.is("text:section")) {
    // A section is hidden outright or while a condition holds; the file says whether it does.
    const bool hidden = node.attribute("display") == "none" || node.attribute("is-hidden") == "true" || (node.attribute("display") == "condition" && !node.has("is-hidden"));
    if (const OfficeNode* source = node.child("text:section-source"); source != nullptr && (is_local_address(source->attribute("href")) || is_path_of_file(source->attribute("href")))) carry(CarriedKind::link, "external-link", "source of a section", std::string(source->attribute("href")), "", origin(*source));
    if (hidden) return carry(CarriedKind::hidden_text, "hidden-text", "hidden section", fold_space(node.content()), "", origin(node));
    ground_of("section", node);
    blocks(node, flow);
    grounds_.pop_back();
    return;
  }
  if (node.is("text:table-of-content")) {
    ++contents_;
    if (const OfficeNode* body = node.child("text:index-body")) blocks(*body, flow);
    --contents_;
    return;
  }
  if (node.is("text:index-title")) {
    const std::size_t first = flow.size();
    blocks(node, flow);
    for (std::size_t i = first; i < flow.size(); ++i) flow[i].role = OfficeRole::contents_heading;
    return;
  }
  if (node.is("text:index-body") || node.is("text:list-item") || node.is("text:list-header") || node.is("text:numbered-paragraph")) return blocks(node, flow);
  if (node.name.ends_with("-index") || node.is("text:bibliography")) {
    if (const OfficeNode* body = node.child("text:index-body")) blocks(*body, flow);
    return;
  }
  if (node.is("text:change-start") || node.is("text:change-end")) return inline_node(node, {});
  if (node.is("office:forms")) return carry(CarriedKind::form_value, "content-control-data", "form", words_of_form(node), "", origin(node));
  if (node.is("text:user-field-decls") || node.is("text:variable-decls"))
    for (const OfficeNode& each : node.children) carry(CarriedKind::private_data, "document-variables", "variable", std::string(each.attribute("string-value")), "", origin(each));
}

OfficeWords::Setting OdtBody::setting_of(const OdtLook& look) const {
  OfficeWords::Setting setting;
  if (look.strong) setting.marks = setting.marks.with(Mark::strong);
  if (look.emphasis) setting.marks = setting.marks.with(Mark::emphasis);
  if (look.struck) setting.marks = setting.marks.with(Mark::struck);
  if (look.underline && target_.empty()) setting.marks = setting.marks.with(Mark::underline);
  if (look.place > 0) setting.marks = setting.marks.with(Mark::superscript);
  if (look.place < 0) setting.marks = setting.marks.with(Mark::subscript);
  setting.target = target_;
  setting.language = look.language;
  return setting;
}

/// What the fields of a form hold and offer.
std::string OdtBody::words_of_form(const OfficeNode& form) {
  std::string words;
  std::vector<const OfficeNode*> open{&form};
  while (!open.empty()) {
    const OfficeNode& node = *open.back();
    open.pop_back();
    if (const std::string own = fold_space(node.text); !own.empty()) words += (words.empty() ? "" : "; ") + own;
    for (const char* name : {"current-value", "value", "label", "title", "current-state", "image-data"})
      if (const std::string said(node.attribute(name)); node.name.starts_with("form:") && !said.empty() && !is_technical(said) && words.find(said) == std::string::npos) words += (words.empty() ? "" : "; ") + said;
    for (auto kid = node.children.rbegin(); kid != node.children.rend(); ++kid) open.push_back(&*kid);
  }
  return words;
}

void OdtBody::paragraph(const OfficeNode& node, OfficeFlow& flow) {
  Open fresh;
  Open* const outer = std::exchange(open_, &fresh);
  const std::string_view style = node.attribute("style-name");
  const OdtLook look = styles_.paragraph(style);
  OfficeParagraph& paragraph = fresh.paragraph;
  paragraph.block.page = story_.page;
  // A field that hides the paragraph stands anywhere in it.
  const bool hides = std::any_of(node.children.begin(), node.children.end(), [](const OfficeNode& each) { return each.is("text:hidden-paragraph") && (each.attribute("is-hidden") == "true" || !each.has("is-hidden")) && each.children.empty(); });
  hidden_ += hides;
  inlines(node, look);
  hidden_ -= hides;
  flush_hidden();
  take_role(paragraph, styles_.names(style));
  if (node.is("text:h") && paragraph.role != OfficeRole::title && paragraph.role != OfficeRole::subtitle && contents_ == 0) {
    paragraph.role = OfficeRole::heading;
    paragraph.level = static_cast<int>(std::clamp(small_number(node.attribute("outline-level"), 1, 6), 1u, 6u));
  } else if (paragraph.role == OfficeRole::heading && look.outline == 0 && !node.is("text:h")) {
    paragraph.heading_by_name = true;
    paragraph.role = OfficeRole::body;
  }
  if (!fresh.words.empty()) place(node, look);
  paragraph.in_contents = contents_ > 0;
  if (contents_ > 0 && paragraph.role == OfficeRole::body) paragraph.role = OfficeRole::contents_entry;
  paragraph.left = paragraph.place && look.left == 0 ? paragraph.place->left : look.left;
  paragraph.right = look.right;
  paragraph.first_line = look.first_line;
  paragraph.centred = look.centred;
  paragraph.leader_tab = look.leader_tab;
  paragraph.first_tab = fresh.words.first_tab();
  paragraph.last_tab = fresh.words.last_tab();
  const auto most = [](const auto& counts) { return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; }); };
  if (!fresh.letters_by_size.empty()) paragraph.size = most(fresh.letters_by_size)->first;
  if (fresh.letters > 0) {
    paragraph.strong_share = static_cast<float>(fresh.strong) / static_cast<float>(fresh.letters);
    paragraph.emphasis_share = static_cast<float>(fresh.emphasis) / static_cast<float>(fresh.letters);
  }
  for (const auto& [language, count] : fresh.letters_by_language) story_.letters_by_language[language] += count;
  paragraph.block.inlines = fresh.words.take();
  if (!fresh.letters_by_language.empty()) paragraph.block.language = most(fresh.letters_by_language)->first;
  if (boxes_ == 0) layout_.lay(paragraph, {look.before, look.after, 1});
  open_ = outer;
  flow.push_back(std::move(paragraph));
  for (OfficeParagraph& each : fresh.behind) flow.push_back(std::move(each));
}

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

void OdtBody::inlines(const OfficeNode& holder, const OdtLook& look) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.name.empty()) words(each, look);
      else inline_node(each, look);
    }
  --depth_;
}

void OdtBody::words(const OfficeNode& text, const OdtLook& look) {
  if (open_ == nullptr) return;
  for (const std::string& id : open_insertions_) inserted_[id] += text.text;
  if (look.hidden || hidden_ > 0 || !trim(text.text).empty()) {
    if (const std::string_view risk = unseen(look); !risk.empty()) return hide(text, risk);
    flush_hidden();
  }
  OfficeWords::Setting setting = setting_of(look);
  if (is_faint_look(look)) setting.marks = setting.marks.with(Mark::faint);
  open_->words.add(text.text, origin(text), setting);
  const std::size_t letters = text.text.size() - static_cast<std::size_t>(std::count(text.text.begin(), text.text.end(), ' '));
  open_->letters += letters;
  open_->letters_by_size[look.size] += letters;
  if (!look.language.empty()) open_->letters_by_language[look.language] += letters;
  if (look.strong) open_->strong += letters;
  if (look.emphasis) open_->emphasis += letters;
}

void OdtBody::shown(std::string_view text, const OfficeNode& node, const OdtLook& look) {
  if (open_ != nullptr && !look.hidden && hidden_ == 0) open_->words.add_shown(text, origin(node), setting_of(look));
}

void OdtBody::inline_node(const OfficeNode& node, const OdtLook& look) {
  if (node.is("text:change-start")) {
    open_insertions_.emplace_back(node.attribute("change-id"));
    inserted_.try_emplace(open_insertions_.back());
    return;
  }
  if (node.is("text:change-end")) {
    std::erase(open_insertions_, node.attribute("change-id"));
    return;
  }
  if (node.is("office:annotation")) return annotation(node);
  if (open_ == nullptr) return;
  if (node.is("text:span")) {
    OdtLook inner = look;
    styles_.apply("text", node.attribute("style-name"), inner);
    return inlines(node, inner);
  }
  if (node.is("text:s") || node.is("text:tab")) return shown(node.is("text:s") ? " " : "\t", node, look);
  if (node.is("text:line-break")) {
    if (!look.hidden && hidden_ == 0) open_->words.add_break(origin(node));
    return;
  }
  if (node.is("text:soft-page-break")) {
    if (story_.page != 0) ++story_.page;
    if (open_->words.empty()) open_->paragraph.block.page = story_.page;
    return;
  }
  if (node.is("text:a")) {
    const std::string outer = std::exchange(target_, std::string(node.attribute("href")));
    for (const char* unseen : {"title", "name"})
      if (const std::string_view tip = node.attribute(unseen); !tip.empty()) carry(CarriedKind::tag, may_name_somebody(tip) ? "title-attribute" : "", "tooltip", std::string(tip), "", origin(node));
    if (is_local_address(target_) || is_path_of_file(target_)) carry(CarriedKind::link, "external-link", "link", target_, "", origin(node));
    if (target_.starts_with('#')) story_.anchors.insert(target_.substr(1));
    inlines(node, look);
    target_ = outer;
    return;
  }
  if (node.is("text:bookmark") || node.is("text:bookmark-start") || node.is("text:reference-mark-start")) {
    open_->paragraph.bookmarks.emplace_back(node.attribute("name"));
    std::string named(node.attribute("name"));
    std::replace(named.begin(), named.end(), '_', ' ');
    if (may_name_somebody(named) && !is_technical(named)) carry(CarriedKind::private_data, "bookmark", "name of a bookmark", named, "", origin(node));
    return;
  }
  if (node.is("text:note")) return note(node);
  if (node.name.starts_with("draw:")) return frame(node, open_->behind);
  if (node.is("text:hidden-text") || node.is("text:hidden-paragraph")) {
    const std::string text = node.has("string-value") ? std::string(node.attribute("string-value")) : node.content();
    const bool seen = node.attribute("is-hidden") == "false";
    if (seen) return inlines(node, look);
    return carry(CarriedKind::hidden_text, "hidden-text", "hidden field", text, "", origin(node));
  }
  if (node.is("text:drop-down")) {
    std::string choices;
    for (const OfficeNode& each : node.children)
      if (const std::string choice(each.attribute("value")); each.is("text:label") && choice != fold_space(node.content())) choices += (choices.empty() ? "" : "; ") + choice;
    carry(CarriedKind::form_value, "content-control-data", "choices of a field", choices, "", origin(node));
  }
  if (node.is("text:conditional-text"))
    for (const char* name : {"string-value-if-true", "string-value-if-false"})
      if (const std::string said(node.attribute(name)); !said.empty() && said != fold_space(node.content())) carry(CarriedKind::hidden_text, "hidden-text", "words that a condition hides", said, "", origin(node));
  if ((node.is("text:placeholder") || node.is("text:text-input") || node.is("text:drop-down")) && may_name_somebody(node.attribute("description"))) carry(CarriedKind::private_data, "field-code", "hint of a placeholder", std::string(node.attribute("description")), "", origin(node));
  if (node.name.ends_with("-mark") && may_name_somebody(node.attribute("string-value"))) carry(CarriedKind::hidden_text, "field-code", "entry of an index", std::string(node.attribute("string-value")), "", origin(node));
  if ((node.is("text:variable-set") || node.is("text:user-field-get") || node.is("text:user-field-input") || node.is("text:variable-get")) && node.attribute("display") == "none")
    carry(CarriedKind::private_data, "document-variables", "variable", std::string(node.has("string-value") ? node.attribute("string-value") : node.attribute("value")), "", origin(node));
  if (node.name.starts_with("text:database-")) {
    const std::string source(node.attribute("database-name")), table(node.attribute("table-name"));
    carry(is_local_address(source) || is_path_of_file(source) ? CarriedKind::link : CarriedKind::private_data, is_local_address(source) || is_path_of_file(source) ? "external-link" : "field-code", "field of a database", fold_space(source + " " + table), "", origin(node));
  }
  if (node.is("text:dde-connection-decls"))
    for (const OfficeNode& each : node.children) carry(CarriedKind::link, "external-link", "link to another program", std::string(each.attribute("dde-topic")), "", origin(each));
  if (node.is("text:script")) return carry(CarriedKind::script, "macro", "script", node.content(), "", origin(node));
  if (node.is("text:ruby")) {
    if (const OfficeNode* base = node.child("text:ruby-base")) inlines(*base, look);
    if (const OfficeNode* above = node.child("text:ruby-text")) {
      OdtLook inner = look;
      styles_.apply("text", above->attribute("style-name"), inner);
      if (!unseen(inner).empty()) inlines(*above, inner);
    }
    return;
  }
  const bool silent = node.is("text:number") || node.is("office:annotation-end") || node.name.ends_with("-mark") || node.name.ends_with("-mark-end") || node.is("text:bookmark-end") || node.attribute("display") == "none";
  if (!silent) inlines(node, look);
}

void OdtBody::note(const OfficeNode& node) {
  const OfficeNode* citation = node.child("text:note-citation");
  const OfficeNode* body = node.child("text:note-body");
  if (body == nullptr) return;
  Block note(BlockKind::note);
  const std::string kind = node.attribute("note-class") == "endnote" ? "endnote" : "footnote";
  note.id = kind + "-" + std::to_string(story_.notes.size() + 1);
  note.number = citation == nullptr ? std::string() : fold_space(citation->content());
  open_->words.add_note_reference(note.number, note.id, origin(node));
  Open* const outer = std::exchange(open_, nullptr);
  const std::vector<OpenList> lists = std::exchange(lists_, {});
  const std::string target = std::exchange(target_, {});
  OfficeFlow inside;
  blocks(*body, inside);
  open_ = outer;
  lists_ = lists;
  target_ = target;
  fill_from(note, blocks_of_story(std::move(inside)));
  story_.notes.push_back(std::move(note));
}

void OdtBody::annotation(const OfficeNode& node) {
  carry(CarriedKind::comment, "comment", dated("comment", child_text(node, "dc:date")), words_of_change(node), child_text(node, "dc:creator"), origin(node));
}

/// A frame, shape or group: its picture, its text box, its words.
void OdtBody::frame(const OfficeNode& node, OfficeFlow& behind) {
  const std::string_view shown = node.attribute("display");
  const bool hidden = shown == "none" || shown == "printer" || node.attribute("visibility") == "hidden" || story_.hidden_layers.contains(node.attribute("layer")) || is_out_of_sight(node);
  hidden_ += hidden;
  frame_in_sight(node, behind);
  if (hidden) flush_hidden();
  hidden_ -= hidden;
}

void OdtBody::frame_in_sight(const OfficeNode& node, OfficeFlow& behind) {
  cover(node);
  if (const OfficeNode* image = node.child("draw:image")) return picture(node, *image, behind);
  if (node.child("draw:object") != nullptr || node.child("draw:object-ole") != nullptr) return picture(node, node, behind);
  inside_frame(node, behind);
}

void OdtBody::inside_frame(const OfficeNode& node, OfficeFlow& behind) {
  for (const char* name : {"svg:title", "svg:desc"})
    if (const std::string said = child_text(node, name); may_name_somebody(said)) carry(CarriedKind::tag, "alternative-text", "description of a frame", said, "", origin(node));
  Open* const outer = std::exchange(open_, nullptr);
  const std::vector<OpenList> lists = std::exchange(lists_, {});
  OfficeFlow inside;
  ++boxes_;
  ground_of("graphic", node);
  if (const OfficeNode* box = node.child("draw:text-box")) blocks(*box, inside);
  else blocks(node, inside);
  grounds_.pop_back();
  --boxes_;
  open_ = outer;
  lists_ = lists;
  std::move(inside.begin(), inside.end(), std::back_inserter(behind));
}

void OdtBody::picture(const OfficeNode& frame, const OfficeNode& image, OfficeFlow& behind) {
  OfficeParagraph figure;
  figure.finished = true;
  figure.block.kind = BlockKind::figure;
  figure.block.page = story_.page;
  auto shown = std::make_shared<Picture>();
  shown->alternative = child_text(frame, "svg:desc");
  if (const std::string title = child_text(frame, "svg:title"); shown->alternative.empty()) shown->alternative = title;
  else carry(CarriedKind::tag, "", "title of a picture", title, "", origin(frame));
  carry(CarriedKind::image, is_given_name(frame.attribute("name")) ? "" : "picture-name", "name of a picture", std::string(frame.attribute("name")), "", origin(frame));
  if (styles_.ground("graphic", frame.attribute("style-name")).cropped) {
    carry(CarriedKind::image, "cropped-picture", "cropped picture", "a part of it is cut off", "", origin(frame));
    story_.reading.container.items.back().deliberate = true;
  }
  for (const char* name : {"svg:title", "svg:desc"})
    if (const std::string said = child_text(frame, name); may_name_somebody(said)) carry(CarriedKind::tag, "alternative-text", "alternative text", said, "", origin(frame));
  std::string path(image.attribute("href"));
  if (path.starts_with("./")) path = path.substr(2);
  const std::string_view file = file_name(path);
  if (!path.starts_with("data:") && !is_given_name(file) && !is_technical(file.substr(0, file.rfind('.')))) carry(CarriedKind::image, "", "file of a picture", path, "", origin(frame));
  if (!path.empty() && story_.archive.has(path)) {
    shown->media_type = media_type_of(path);
    Result<std::string> bytes = story_.archive.read(path);
    if (bytes) {
      shown->bytes = std::move(*bytes);
      const std::vector<std::string> parts = story_.archive.names();
      carry_image_facts(story_.reading.container, shown->bytes, path, {1, static_cast<std::uint32_t>(std::find(parts.begin(), parts.end(), path) - parts.begin()), 0});
    } else {
      bytes.move_faults_to(story_.faults);
    }
  } else if (path.find("://") != std::string::npos) {
    carry(CarriedKind::link, "external-link", "linked picture", path, "", origin(frame));
  }
  shown->decorative = frame.attribute("decorative") == "true" && shown->alternative.empty();
  figure.block.picture = std::move(shown);
  behind.push_back(std::move(figure));
}

void OdtBody::table(const OfficeNode& node, OfficeFlow& flow) {
  Open* const outer = std::exchange(open_, nullptr);
  const std::vector<OpenList> lists = std::exchange(lists_, {});
  OfficeParagraph whole;
  whole.finished = true;
  const std::uint32_t page = story_.page;
  OfficeTable table;
  ground_of("table", node);
  std::vector<bool> hidden_columns;
  find_hidden_columns(node, hidden_columns);
  hidden_columns.swap(hidden_columns_);
  rows(node, table, false);
  hidden_columns.swap(hidden_columns_);
  grounds_.pop_back();
  open_ = outer;
  lists_ = lists;
  if (std::optional<OfficeParagraph> title = table.take_lone_title()) return flow.push_back(std::move(*title));
  whole.block = table.take();
  whole.block.page = page;
  if (!whole.block.children.empty()) flow.push_back(std::move(whole));
}

void OdtBody::find_hidden_columns(const OfficeNode& holder, std::vector<bool>& columns) {
  for (const OfficeNode& each : holder.children) {
    if (each.is("table:table-columns") || each.is("table:table-header-columns") || each.is("table:table-column-group")) find_hidden_columns(each, columns);
    if (!each.is("table:table-column") || columns.size() >= OfficeTable::most_columns) continue;
    const std::size_t repeated = std::max(1u, small_number(each.attribute("number-columns-repeated"), 1, OfficeTable::most_columns));
    columns.insert(columns.end(), repeated, each.attribute("visibility") == "collapse" || each.attribute("visibility") == "filter");
  }
}

void OdtBody::rows(const OfficeNode& holder, OfficeTable& table, bool header) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.is("table:table-row")) row(each, table, header);
      else if (each.is("table:table-header-rows")) rows(each, table, true);
      else if (each.is("table:table-rows") || each.is("table:table-row-group")) rows(each, table, header);
      else if (each.is("text:soft-page-break") && story_.page != 0) ++story_.page;
      else if (each.is("table:title") || each.is("table:desc")) carry(CarriedKind::tag, "", "alternative text of a table", fold_space(each.content()), "", origin(each));
    }
  --depth_;
}

void OdtBody::row(const OfficeNode& node, OfficeTable& table, bool header) {
  const auto is_put_away = [](std::string_view visibility) { return visibility == "collapse" || visibility == "filter"; };
  const bool away = is_put_away(node.attribute("visibility"));
  hidden_ += away;
  table.begin_row(header);
  std::size_t column = 0;
  ground_of("table-row", node);
  const float top = layout_.down();
  float bottom = top;
  for (const OfficeNode& each : node.children) {
    if (!each.is("table:table-cell") && !each.is("table:covered-table-cell")) continue;
    const std::size_t repeated = std::max(1u, small_number(each.attribute("number-columns-repeated"), 1, OfficeTable::most_columns));
    if (each.is("table:covered-table-cell")) {
      if (const std::string held = each.content(); !trim(held).empty()) {
        carry(CarriedKind::hidden_text, "hidden-text", "words in a merged cell", fold_space(held), "", origin(each));
        story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(held));
      }
      column += repeated;
      continue;
    }
    const std::size_t width = std::max(1u, small_number(each.attribute("number-columns-spanned"), 1, OfficeTable::most_columns));
    const std::size_t height = std::max(1u, small_number(each.attribute("number-rows-spanned"), 1, 0xFFFF));
    for (std::size_t i = 0; i < repeated && column < OfficeTable::most_columns; ++i) {
      OfficeFlow flow;
      ground_of("table-cell", each);
      layout_.set_down(std::min(top, layout_.down()));
      const bool column_away = column < hidden_columns_.size() && hidden_columns_[column];
      hidden_ += column_away;
      blocks(each, flow);
      if (column_away) flush_hidden();
      hidden_ -= column_away;
      bottom = std::max(bottom, layout_.down());
      grounds_.pop_back();
      table.add(column, width, std::move(flow), height);
      ++column;
    }
  }
  grounds_.pop_back();
  layout_.set_down(bottom);
  if (away) flush_hidden();
  hidden_ -= away;
}

}  // namespace casewright
