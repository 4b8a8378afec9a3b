#include "ingest/docx_body.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/carried_risks.h"
#include "ingest/office_part.h"

namespace casewright {
namespace {

/// All words inside that a reader would see, deleted or not: what is carried of a change.
std::string words_of(const OfficeNode& node) {
  std::string all;
  std::vector<const OfficeNode*> open{&node};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->is("w:t") || next->is("w:delText") || next->is("a:t") || next->is("m:t") || next->is("w:delInstrText")) {
      all += next->content();
      continue;
    }
    if (next->is("w:instrText") || next->is("mc:Fallback")) continue;
    if (next->is("w:tab") || next->is("w:br") || (next->is("w:p") && !all.empty())) all += ' ';
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return all;
}

/// The address in ` HYPERLINK "https://..." \o "tip"`, or "#mark" of `\l "mark"`.
std::string link_of(std::string_view instruction) {
  const std::string plain(trim(instruction));
  if (ascii_lower(plain.substr(0, 9)) != "hyperlink") return {};
  std::string target;
  bool inside = false;
  for (std::size_t at = 9; at < plain.size(); ++at) {
    if (plain[at] == '\\' && at + 1 < plain.size() && !inside) {
      inside = plain[at + 1] == 'l' && target.empty();
      if (!inside) break;
      ++at;
      continue;
    }
    if (plain[at] != '"') continue;
    const std::size_t end = plain.find('"', at + 1);
    if (end == std::string::npos) break;
    target += (inside ? "#" : "") + plain.substr(at + 1, end - at - 1);
    inside = false;
    at = end;
  }
  return target;
}

/// The least contrast at which letters can still be made out.
constexpr double seen_contrast = 1.25;

/// True for a field whose code tells more than what it shows; those that every report has do not.
bool field_tells(std::string_view instruction) {
  static constexpr std::string_view plain[] = {"page", "numpages", "sectionpages", "section", "toc", "tc", "xe", "ref", "pageref", "noteref", "seq", "styleref", "hyperlink", "date", "time",
                                               "symbol", "eq", "index", "toa", "ta", "listnum", "autonum", "autonumlgl", "autonumout", "formtext", "formcheckbox", "formdropdown",
                                               "bibliography", "citation", "advance", "numwords", "numchars", "=", "rd", "title", "shape", "gotobutton"};
  const std::string folded = ascii_lower(fold_space(instruction));
  const std::string name = folded.substr(0, folded.find_first_of(" \\\"{"));
  if (name.empty() && folded.empty()) return false;
  return std::find(std::begin(plain), std::end(plain), name) == std::end(plain) && !folded.starts_with('=');
}

std::string change_name(std::string_view what, const OfficeNode& node) {
  std::string name(what);
  if (const std::string_view date = node.attribute("date"); !date.empty()) name += " " + std::string(date);
  return name;
}


}  // namespace

void WordBody::carry(CarriedKind kind, std::string_view risk, std::string name, std::string text, std::string author, Origin origin) {
  if (trim(text).empty() && author.empty()) return;
  Carried item{kind, std::move(name), std::move(text), std::move(author), origin, story_.page, {}};
  item.risk = risk;
  story_.reading.container.items.push_back(std::move(item));
}

void WordBody::hide(const OfficeNode& text, std::string_view risk) {
  if (hidden_.risk != risk) flush_hidden();
  if (hidden_.risk.empty()) hidden_.origin = origin(text);
  hidden_.risk = risk;
  hidden_.text += text.text;
  hidden_.end = text.at + static_cast<std::uint32_t>(count_characters(text.text));
}

void WordBody::flush_hidden() {
  const Unseen done = std::exchange(hidden_, {});
  if (done.risk.empty() || trim(done.text).empty()) return;
  carry(CarriedKind::hidden_text, done.risk, name_of_hiding(done.risk), done.text, "", done.origin);
  Carried& item = story_.reading.container.items.back();
  item.extent = done.end - done.origin.at;
  item.deliberate = done.risk == "black-highlight";
}

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
    if (number(*frame, "x") <= -far / 2 || number(*frame, "y") <= -far / 2 || number(*frame, "x") >= 2 * far || number(*frame, "y") >= 2 * far) return "hidden-text";
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
  if (node.is("w:del") || node.is("w:moveFrom")) return changed(node, node.is("w:del") ? "deleted" : "moved away");
  if (node.is("mc:AlternateContent")) {
    if (const OfficeNode* shown = branch(node)) blocks(*shown, flow);
  } else if (node.is("w:bookmarkStart")) {
    pending_bookmarks_.emplace_back(node.attribute("name"));
  } else if (node.is("w:altChunk")) {
    const auto link = part_.links.find(node.attribute("r:id"));
    story_.faults.push_back({story_.file, 0, 0, "a document that is embedded in this one is shown by Word but was not read" + (link == part_.links.end() ? "" : ": " + link->second.target),
                             "open it in Word, save it anew, and read that"});
  } else if (node.is("w:ins") || node.is("w:moveTo") || node.is("w:customXml") || node.is("w:smartTag")) {
    if (node.is("w:ins") || node.is("w:moveTo")) changed(node, node.is("w:ins") ? "inserted" : "moved here");
    blocks(node, flow);
  }
}

void WordBody::end_section() {
  if (std::exchange(section_ends_, false)) layout_.page_break();
}

void WordBody::section(const OfficeNode& properties) {
  if (const OfficeNode* change = properties.child("w:sectPrChange")) carry(CarriedKind::revision, "tracked-change", change_name("section changed", *change), "", std::string(change->attribute("author")), origin(*change));
  for (const OfficeNode& each : properties.children) {
    if (!each.is("w:headerReference") && !each.is("w:footerReference")) continue;
    const auto link = part_.links.find(each.attribute("r:id"));
    const bool first_off = each.attribute("type") == "first" && !is_on(properties.child("w:titlePg"));
    const bool even_off = each.attribute("type") == "even" && !story_.even_edges;
    if (link == part_.links.end() || link->second.outside || first_off || even_off) continue;
    if (std::find(story_.edges.begin(), story_.edges.end(), link->second.target) == story_.edges.end()) story_.edges.push_back(link->second.target);
  }
}

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
  inlines(node);
  hidden_by_place_ = outer_hidden;
  paragraph_ground_ = outer_ground;
  open_->paragraph.in_contents |= std::any_of(fields_.begin(), fields_.end(), [](const Field& each) { return each.contents; });
  flush_hidden();
  if (properties != nullptr) {
    if (const OfficeNode* change = properties->child("w:pPrChange")) carry(CarriedKind::revision, "tracked-change", change_name("formatting changed", *change), "", std::string(change->attribute("author")), origin(*change));
    if (const OfficeNode* numbers = properties->child("w:numPr"))
      if (const OfficeNode* change = numbers->child("w:numberingChange")) carry(CarriedKind::revision, "tracked-change", change_name("number changed", *change), "", std::string(change->attribute("author")), origin(*change));
    if (const OfficeNode* end = properties->child("w:sectPr")) {
      section(*end);
      if (end->value_of("w:type") != "continuous") section_ends_ = true;
    }
  }
  const bool goes_on = mark != nullptr && (mark->child("w:del") != nullptr || mark->child("w:moveFrom") != nullptr);
  if (goes_on) {
    const OfficeNode* change = mark->child("w:del") != nullptr ? mark->child("w:del") : mark->child("w:moveFrom");
    carry(CarriedKind::revision, "tracked-change", change_name("end of paragraph deleted", *change), "", std::string(change->attribute("author")), origin(*change));
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
  // Word counts an empty paragraph too, but none that is hidden with its end.
  const OfficeNode* mark = properties == nullptr ? nullptr : properties->child("w:rPr");
  const bool hidden = !open_->anything && mark != nullptr && is_on(mark->child("w:vanish"));
  if (!hidden) paragraph.place = story_.numbering.next(open_->style, all, own);
  paragraph.left = all.left.value_or(paragraph.place ? paragraph.place->left : 0);
  paragraph.right = all.right.value_or(0);
  paragraph.first_line = all.first_line.value_or(0);
  paragraph.centred = all.alignment.value_or("") == "center";
  paragraph.leader_tab = all.leader_tab;
  paragraph.first_tab = open_->words.first_tab();
  paragraph.last_tab = open_->words.last_tab();
  const auto most = [](const auto& counts) { return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; }); };
  if (!open_->letters_by_size.empty()) paragraph.size = most(open_->letters_by_size)->first;
  if (open_->letters > 0) {
    paragraph.strong_share = static_cast<float>(open_->strong) / static_cast<float>(open_->letters);
    paragraph.emphasis_share = static_cast<float>(open_->emphasis) / static_cast<float>(open_->letters);
  }
  for (const auto& [language, count] : open_->letters_by_language) story_.letters_by_language[language] += count;
  paragraph.block.inlines = open_->words.take();
  if (!open_->letters_by_language.empty()) paragraph.block.language = most(open_->letters_by_language)->first;
  const auto points = [](const std::optional<int>& twips) { return static_cast<float>(std::clamp(twips.value_or(0), -2000, 2000)) / 20; };
  if (boxes_ == 0 && properties != nullptr && is_on(properties->child("w:pageBreakBefore"))) layout_.page_break();
  if (boxes_ == 0) layout_.lay(paragraph, {points(all.before), points(all.after), static_cast<float>(all.line.value_or(240)) / 240});
  OfficeFlow behind = std::move(open_->behind);
  flow.push_back(std::move(paragraph));
  for (OfficeParagraph& each : behind) flow.push_back(std::move(each));
}

void WordBody::inlines(const OfficeNode& holder) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) inline_node(each);
  --depth_;
}

void WordBody::inline_node(const OfficeNode& node) {
  if (node.is("w:r")) return run(node);
  if (node.is("w:hyperlink")) return link(node);
  if (node.is("w:sdt")) return control(node, nullptr);
  if (node.is("w:del") || node.is("w:moveFrom") || node.is("w14:conflictDel")) return changed(node, node.is("w:moveFrom") ? "moved away" : "deleted");
  if (node.is("w:ins") || node.is("w:moveTo") || node.is("w14:conflictIns")) {
    changed(node, node.is("w:moveTo") ? "moved here" : "inserted");
    return inlines(node);
  }
  if (node.is("w:fldSimple")) {
    fields_.push_back({std::string(node.attribute("instr")), origin(node), true, false, link_of(node.attribute("instr"))});
    inlines(node);
    return end_field();
  }
  if (node.is("w:bookmarkStart")) {
    if (open_ != nullptr) open_->paragraph.bookmarks.emplace_back(node.attribute("name"));
    return;
  }
  if (node.is("mc:AlternateContent")) {
    if (const OfficeNode* shown = branch(node)) inlines(*shown);
    return;
  }
  if (node.is("m:r")) return formula_run(node);
  const bool holds_words = node.is("w:smartTag") || node.is("w:customXml") || node.is("w:dir") || node.is("w:bdo") || node.name.starts_with("m:");
  if (holds_words && !node.is("w:smartTagPr") && !node.is("w:customXmlPr")) inlines(node);
}

/// A run of a formula, which is set and changed as other words are.
void WordBody::formula_run(const OfficeNode& node) {
  const OfficeNode* properties = node.child("w:rPr");
  for (const char* name : {"w:del", "w:ins"})
    if (const OfficeNode* change = properties == nullptr ? nullptr : properties->child(name)) {
      const bool gone = std::string_view(name) == "w:del";
      carry(CarriedKind::revision, "tracked-change", change_name(gone ? "deleted" : "inserted", *change), words_of(node), std::string(change->attribute("author")), origin(node));
      story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(node.content()));
      if (gone) return;
    }
  const WordLook look = story_.styles.run(open_->style, "", read_run_properties(properties, story_.styles.theme()), table_looks_.empty() ? nullptr : &table_looks_.back().run);
  for (const OfficeNode& each : node.children)
    if (each.is("m:t")) words(each, look, {});
}

void WordBody::changed(const OfficeNode& node, const char* what) {
  const std::string author(node.attribute("author")), words = words_of(node);
  carry(CarriedKind::revision, "tracked-change", change_name(what, node), words, author, origin(node));
  if (!trim(words).empty() || !author.empty()) story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(node.content()));
}

void WordBody::link(const OfficeNode& node) {
  std::string target;
  if (const auto found = part_.links.find(node.attribute("r:id")); found != part_.links.end() && found->second.outside) target = found->second.target;
  if (is_local_address(target) || is_path_of_file(target)) carry(CarriedKind::link, "external-link", "link", target, "", origin(node));
  if (const std::string_view anchor = node.attribute("anchor"); !anchor.empty()) target += "#" + std::string(anchor);
  if (const std::string_view tip = node.attribute("tooltip"); !tip.empty()) carry(CarriedKind::tag, may_name_somebody(tip) ? "title-attribute" : "", "tooltip", std::string(tip), "", origin(node));
  if (target.starts_with('#')) story_.anchors.insert(target.substr(1));
  targets_.push_back(std::move(target));
  inlines(node);
  targets_.pop_back();
}

/// A place of a draft of our own where something is still to be written: no reader may take the prompt for nothing.
void WordBody::to_write(const OfficeNode& content, OfficeFlow& flow) {
  OfficeFlow inside;
  blocks(content, inside);
  Block block(BlockKind::to_write);
  fill_from(block, blocks_of_story(std::move(inside)));
  if (!block.inlines.empty()) {  // the label before the words is the writer's
    std::string& words = block.inlines.front().text;
    const std::size_t colon = words.find(": ");
    if (colon != std::string::npos && colon < 24) {
      words.erase(0, colon + 2);
      block.inlines.front().origins.clear();
    }
  }
  OfficeParagraph paragraph;
  paragraph.block = std::move(block);
  paragraph.finished = true;
  flow.push_back(std::move(paragraph));
}

/// What a content control says of itself: its name and tag, the choices that it offers, the date behind the date.
void WordBody::control_data(const OfficeNode& properties) {
  for (const char* name : {"w:alias", "w:tag"}) {
    const std::string value(properties.value_of(name));
    carry(CarriedKind::tag, is_technical(value) ? "" : "content-control-data", "content control", value, "", origin(properties));
  }
  for (const char* list : {"w:dropDownList", "w:comboBox"}) {
    const OfficeNode* offered = properties.child(list);
    std::string choices;
    if (offered != nullptr)
      for (const OfficeNode& each : offered->children)
        for (const char* name : {"displayText", "value"})
          if (const std::string choice(each.attribute(name)); !choice.empty() && choices.find(choice) == std::string::npos) choices += (choices.empty() ? "" : "; ") + choice;
    carry(CarriedKind::form_value, "content-control-data", "choices of a content control", choices, "", origin(properties));
  }
}

/// A content control: its words are shown unless they are only its prompt; its name and tag are carried.
void WordBody::control(const OfficeNode& node, OfficeFlow* flow) {
  const OfficeNode* properties = node.child("w:sdtPr");
  const OfficeNode* content = node.child("w:sdtContent");
  bool contents = false;
  if (properties != nullptr) {
    control_data(*properties);
    if (const OfficeNode* gallery = properties->child("w:docPartObj")) contents = gallery->value_of("w:docPartGallery") == "Table of Contents";
    const bool prompt = content != nullptr && is_on(properties->child("w:showingPlcHdr"));
    if (prompt && flow != nullptr && properties->value_of("w:tag") == "to-write") return to_write(*content, *flow);
    if (prompt) return carry(CarriedKind::metadata, "", "prompt of an empty field", words_of(*content), "", origin(*content));
  }
  if (content == nullptr) return;
  contents_frames_ += contents;
  if (flow != nullptr) blocks(*content, *flow);
  else inlines(*content);
  contents_frames_ -= contents;
}

void WordBody::run(const OfficeNode& node) {
  const OfficeNode* properties = node.child("w:rPr");
  const WordRunProperties own = read_run_properties(properties, story_.styles.theme());
  const std::string_view style = properties == nullptr ? std::string_view() : properties->value_of("w:rStyle");
  const WordLook look = story_.styles.run(open_->style, style, own, table_looks_.empty() ? nullptr : &table_looks_.back().run);
  OfficeWords::Setting setting;
  if (look.strong) setting.marks = setting.marks.with(Mark::strong);
  if (look.emphasis) setting.marks = setting.marks.with(Mark::emphasis);
  if (look.struck) setting.marks = setting.marks.with(Mark::struck);
  if (look.place == "superscript") setting.marks = setting.marks.with(Mark::superscript);
  if (look.place == "subscript") setting.marks = setting.marks.with(Mark::subscript);
  for (const Field& each : fields_)
    if (!each.target.empty()) setting.target = each.target;
  if (!targets_.empty()) setting.target = targets_.back();
  if (look.underline && setting.target.empty()) setting.marks = setting.marks.with(Mark::underline);
  setting.language = look.language;
  if (properties != nullptr)
    if (const OfficeNode* change = properties->child("w:rPrChange")) carry(CarriedKind::revision, "tracked-change", change_name("formatting changed", *change), "", std::string(change->attribute("author")), origin(*change));
  if (++depth_ <= deepest)
    for (const OfficeNode& each : node.children) run_child(each, look, setting);
  --depth_;
}

void WordBody::run_child(const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& setting) {
  if (node.is("w:t")) return words(node, look, setting);
  if (node.is("w:tab") || node.is("w:ptab")) return shown("\t", node, look, setting);
  if (node.is("w:cr") || node.is("w:br")) {
    const bool page = node.attribute("type") == "page";
    if (page && boxes_ == 0 && layout_.down() > 0) layout_.page_break();
    if (shows() && !look.hidden && !page && node.attribute("type") != "column") open_->words.add_break(origin(node));
    return;
  }
  if (node.is("w:lastRenderedPageBreak")) {
    page_break();
    if (!open_->anything) open_->paragraph.block.page = story_.page;
    return;
  }
  if (node.is("w:noBreakHyphen")) return shown("\xE2\x80\x91", node, look, setting);
  if (node.is("w:sym")) return shown(symbol_text(node.attribute("char")), node, look, setting);
  if (node.is("w:footnoteReference")) return note_reference(node, "footnote");
  if (node.is("w:endnoteReference")) return note_reference(node, "endnote");
  if (node.is("w:fldChar")) return field_mark(node);
  if (node.is("w:instrText") || node.is("w:delInstrText")) {
    if (!fields_.empty()) fields_.back().instruction += node.content();
    return;
  }
  if (node.is("w:drawing") || node.is("w:pict") || node.is("w:object")) {
    if (const auto cover = read_cover(node, story_.styles.theme(), story_.sheet); cover && shows() && boxes_ == 0 && !is_out_of_sight(node, story_.sheet)) layout_.cover(*cover);
    return drawing(node);
  }
  if (node.is("w:ruby")) {
    if (const OfficeNode* base = node.child("w:rubyBase")) inlines(*base);
    return;
  }
  if (node.is("mc:AlternateContent"))
    if (const OfficeNode* taken = branch(node))
      for (const OfficeNode& each : taken->children) run_child(each, look, setting);
}

void WordBody::words(const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& given) {
  OfficeWords::Setting setting = given;
  if (is_faint_look(look)) setting.marks = setting.marks.with(Mark::faint);
  for (const OfficeNode& text : node.children) {
    if (!text.name.empty() || !shows()) continue;
    if (look.hidden || !trim(text.text).empty()) {
      if (const std::string_view risk = unseen(look); !risk.empty()) {
        hide(text, risk);
        continue;
      }
      flush_hidden();
    }
    // A private character of a symbol font shows a sign.
    if (text.text.find("\xEF\x80") != std::string::npos || text.text.find("\xEF\x81") != std::string::npos || text.text.find("\xEF\x82") != std::string::npos || text.text.find("\xEF\x83") != std::string::npos) {
      Origin from = origin(text);
      for (std::size_t at = 0; at < text.text.size(); ++from.at) {
        const CodePoint each = code_point_at(text.text, at);
        const std::string_view character = std::string_view(text.text).substr(at, each.bytes);
        if (each.value >= 0xF000 && each.value <= 0xF0FF) open_->words.add_shown(bullet_text(character), from, setting);
        else open_->words.add(character, from, setting);
        at += each.bytes;
      }
    } else {
      open_->words.add(text.text, origin(text), setting);
    }
    const std::size_t letters = text.text.size() - static_cast<std::size_t>(std::count(text.text.begin(), text.text.end(), ' '));
    open_->letters += letters;
    open_->letters_by_size[static_cast<float>(look.half_points) / 2] += letters;
    if (!look.language.empty()) open_->letters_by_language[look.language] += letters;
    if (look.strong) open_->strong += letters;
    if (look.emphasis) open_->emphasis += letters;
    open_->anything |= letters > 0;
  }
}

void WordBody::shown(std::string_view text, const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& setting) {
  if (!shows() || look.hidden) return;
  open_->words.add_shown(text, origin(node), setting);
  open_->anything |= text != "\t";
}

void WordBody::note_reference(const OfficeNode& node, const char* kind) {
  if (!shows()) return;
  const std::string key = std::string(kind) + " " + std::string(node.attribute("id"));
  const bool foot = kind[0] == 'f';
  auto [found, fresh] = story_.note_marks.try_emplace(key, "");
  if (fresh) {
    story_.notes.push_back(key);
    const bool own_mark = node.attribute("customMarkFollows") == "1" || node.attribute("customMarkFollows") == "true";
    if (!own_mark) found->second = count_text(foot ? story_.footnote_style : story_.endnote_style, static_cast<std::uint32_t>(foot ? ++story_.footnotes : ++story_.endnotes));
  }
  open_->words.add_note_reference(found->second, replace_every(key, " ", "-"), origin(node));
  open_->anything = true;
}

void WordBody::field_mark(const OfficeNode& node) {
  const std::string_view type = node.attribute("fldCharType");
  if (type == "begin") {
    fields_.push_back({"", origin(node), false, false, ""});
    if (const OfficeNode* form = node.child("w:ffData"))
      for (const char* name : {"w:name", "w:statusText", "w:helpText"}) carry(CarriedKind::form_value, "content-control-data", "form field", std::string(form->value_of(name)), "", origin(node));
  } else if (fields_.empty()) {
    return;
  } else if (type == "separate") {
    Field& field = fields_.back();
    field.shows_result = true;
    const std::string_view plain = trim(field.instruction);
    field.contents = plain.starts_with("TOC ") || plain == "TOC";
    field.target = link_of(field.instruction);
    if (field.target.starts_with('#')) story_.anchors.insert(field.target.substr(1));
  } else if (type == "end") {
    end_field();
  }
}

void WordBody::end_field() {
  Field field = std::move(fields_.back());
  fields_.pop_back();
  const std::string_view risk = field_tells(field.instruction) ? "field-code" : is_local_address(link_of(field.instruction)) ? "external-link" : "";
  carry(risk.empty() ? CarriedKind::metadata : CarriedKind::private_data, risk, "field", fold_space(field.instruction), "", field.origin);
  // Entries for an index or for contents are shown nowhere by themselves.
  const std::string low = ascii_lower(fold_space(field.instruction));
  const std::size_t open = field.instruction.find('"'), close = open == std::string::npos ? open : field.instruction.find('"', open + 1);
  if ((low.starts_with("xe ") || low.starts_with("tc ") || low.starts_with("ta ")) && close != std::string::npos) {
    const std::string entry = field.instruction.substr(open + 1, close - open - 1);
    if (may_name_somebody(entry)) carry(CarriedKind::hidden_text, "field-code", "entry of an index", entry, "", field.origin);
  }
}

}  // namespace casewright
