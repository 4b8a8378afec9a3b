// The words of a paragraph of a Word document: runs, links, formulas, references to notes.
#include <algorithm>

#include "base/text.h"
#include "ingest/blocks/unreadable_fonts.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_body.h"
#include "ingest/parts/office_part.h"

namespace casewright {

void WordBody::inlines(const OfficeNode& holder) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) inline_node(each);
  --depth_;
}

void WordBody::inline_node(const OfficeNode& node) {
  if (node.is("w:r")) return run(node);
  if (node.is("w:hyperlink")) return link(node);
  if (node.is("w:sdt")) return control(node, nullptr);
  if (node.is("w:del") || node.is("w:moveFrom") || node.is("w14:conflictDel")) return changed(node, node, node.is("w:moveFrom") ? "moved away" : "deleted");
  if (node.is("w:ins") || node.is("w:moveTo") || node.is("w14:conflictIns")) {
    changed(node, node, node.is("w:moveTo") ? "moved here" : "inserted");
    return inlines(node);
  }
  if (node.is("w:fldSimple")) return simple_field(node);
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
      changed(*change, node, gone ? "deleted" : "inserted");
      if (gone) return;
    }
  const WordLook look = story_.styles.run(open_->style, "", read_run_properties(properties, story_.styles.theme()), table_looks_.empty() ? nullptr : &table_looks_.back().run);
  for (const OfficeNode& each : node.children)
    if (each.is("m:t")) words(each, look, {});
}

void WordBody::link(const OfficeNode& node) {
  std::string target;
  if (const auto found = part_.links.find(node.attribute("r:id")); found != part_.links.end() && found->second.outside) target = found->second.target;
  if (is_local_address(target) || is_path_of_file(target)) carry(CarriedKind::link, "external-link", "link", target, "", origin(node));
  if (const std::string_view anchor = node.attribute("anchor"); !anchor.empty()) target += "#" + std::string(anchor);
  if (const std::string_view tip = node.attribute("tooltip"); !tip.empty()) carry(CarriedKind::tag, may_name_somebody(tip) ? "title-attribute" : "", "tooltip", std::string(tip), "", origin(node));
  if (target.starts_with('#')) story_.anchors.insert(target.substr(1));
  const bool leads = !target.empty();
  targets_.push_back(std::move(target));
  inlines(node);
  const std::string words = replace_every(node.content(), "\xC2\xA0", " ");
  if (leads && trim(words).empty() && node.find("w:drawing") == nullptr && node.find("w:pict") == nullptr && shows()) ++story_.links_unnamed;
  targets_.pop_back();
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
    set_otherwise(properties->child("w:rPrChange"), "formatting changed");
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
  if (node.is("w:sym")) return shown(symbol_text(node.attribute("char"), node.attribute("font")), node, look, setting);
  if (node.is("w:footnoteReference")) return note_reference(node, "footnote");
  if (node.is("w:endnoteReference")) return note_reference(node, "endnote");
  if (node.is("w:fldChar")) {
    if (const std::string chosen = chosen_in(node); !chosen.empty()) shown(chosen, node, look, setting);
    return field_mark(node);
  }
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
    // What stands above the words, behind them in brackets, as a page without ruby shows it.
    if (const OfficeNode* above = node.child("w:rt"); above != nullptr && !trim(above->content()).empty()) {
      shown(" (", node, look, setting);
      inlines(*above);
      shown(")", node, look, setting);
    }
    return;
  }
  if (node.is("mc:AlternateContent"))
    if (const OfficeNode* taken = branch(node))
      for (const OfficeNode& each : taken->children) run_child(each, look, setting);
}

void WordBody::words(const OfficeNode& node, const WordLook& look, const OfficeWords::Setting& given) {
  OfficeWords::Setting setting = given;
  if (is_faint_look(look)) setting.marks = setting.marks.with(Mark::faint);
  // What a field inside a field's code shows is part of that code: "IF { MERGEFIELD Name } = ...".
  if (const auto code = std::find_if(fields_.begin(), fields_.end(), [](const Field& each) { return !each.shows_result; }); code != fields_.end()) {
    code->instruction += node.content();
    return;
  }
  for (const OfficeNode& text : node.children) {
    if (!text.name.empty()) continue;
    if (look.hidden || !trim(text.text).empty()) {
      if (const std::string_view risk = unseen(look); !risk.empty() || is_unreadable(look.font, text.text)) {
        hide(text, risk.empty() ? "hidden-text" : risk);
        continue;
      }
      flush_hidden();
    }
    // A private character of a symbol font shows a sign, one of another font a letter.
    if (text.text.find("\xEF\x80") != std::string::npos || text.text.find("\xEF\x81") != std::string::npos || text.text.find("\xEF\x82") != std::string::npos || text.text.find("\xEF\x83") != std::string::npos) {
      Origin from = origin(text);
      for (std::size_t at = 0; at < text.text.size(); ++from.at) {
        const CodePoint each = code_point_at(text.text, at);
        const std::string_view character = std::string_view(text.text).substr(at, each.bytes);
        if (const char32_t letter = each.value >= 0xF000 ? letter_of_code(each.value, look.font) : 0; letter != 0) open_->words.add_shown(std::string(1, static_cast<char>(letter)), from, setting);
        else if (each.value >= 0xF000 && each.value <= 0xF0FF) open_->words.add_shown(bullet_text(character), from, setting);
        else open_->words.add(character, from, setting);
        at += each.bytes;
      }
    } else {
      open_->words.add(text.text, origin(text), setting);
    }
    const std::size_t letters = open_->count(text.text, static_cast<float>(look.half_points) / 2, look.language, look.strong, look.emphasis);
    if (look.capitals) open_->capitals += letters;
    if (look.language.empty()) story_.letters_untold += letters;
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

}  // namespace casewright
