// The words of a paragraph of an OpenDocument text: spans, links, bookmarks, notes.
#include <algorithm>

#include "base/text.h"
#include "ingest/blocks/unreadable_fonts.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/odt_body.h"

namespace casewright {

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
    if (const std::string_view risk = unseen(look); !risk.empty() || is_unreadable(look.font, text.text)) return hide(text, risk.empty() ? "hidden-text" : risk);
    flush_hidden();
  }
  OfficeWords::Setting setting = setting_of(look);
  if (is_faint_look(look)) setting.marks = setting.marks.with(Mark::faint);
  open_->words.add(text.text, origin(text), setting);
  open_->count(text.text, look.size, look.language, look.strong, look.emphasis);
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
  if (node.is("text:a")) return link(node, look);
  if (node.is("text:bookmark") || node.is("text:bookmark-start") || node.is("text:reference-mark-start") || node.is("text:reference-mark")) return bookmark(node);
  if (node.is("text:note")) return note(node);
  if (node.name.starts_with("draw:")) return frame(node, open_->behind);
  if (node.is("text:hidden-text") || node.is("text:hidden-paragraph")) return hiding_field(node, look);
  if (node.is("text:ruby")) return ruby(node, look);
  if (node.is("x:fieldmark")) form_field(node, look);
  carry_field(node);
  if (node.is("text:script")) return carry(CarriedKind::script, "macro", "script", node.content(), "", origin(node));
  const bool silent = node.is("text:number") || node.is("office:annotation-end") || node.name.ends_with("-mark") || node.name.ends_with("-mark-end") || node.is("text:bookmark-end") || node.attribute("display") == "none";
  if (!silent) inlines(node, look);
}

void OdtBody::link(const OfficeNode& node, const OdtLook& look) {
  const std::string outer = std::exchange(target_, std::string(node.attribute("href")));
  for (const char* unseen : {"title", "name"})
    if (const std::string_view tip = node.attribute(unseen); !tip.empty()) carry(CarriedKind::tag, may_name_somebody(tip) ? "title-attribute" : "", "tooltip", std::string(tip), "", origin(node));
  if (is_local_address(target_) || is_path_of_file(target_)) carry(CarriedKind::link, "external-link", "link", target_, "", origin(node));
  if (target_.starts_with('#')) story_.anchors.insert(target_.substr(1));
  inlines(node, look);
  target_ = outer;
}

void OdtBody::bookmark(const OfficeNode& node) {
  open_->paragraph.bookmarks.emplace_back(node.attribute("name"));
  std::string named(node.attribute("name"));
  std::replace(named.begin(), named.end(), '_', ' ');
  if (may_name_somebody(named) && !is_technical(named)) carry(CarriedKind::private_data, "bookmark", "name of a bookmark", named, "", origin(node));
}

/// Words that a reader sets above others; they are shown by few, so only hidden ones are looked for there.
void OdtBody::ruby(const OfficeNode& node, const OdtLook& look) {
  if (const OfficeNode* base = node.child("text:ruby-base")) inlines(*base, look);
  if (const OfficeNode* above = node.child("text:ruby-text")) {
    OdtLook inner = look;
    styles_.apply("text", above->attribute("style-name"), inner);
    const bool brackets = unseen(inner).empty() && !trim(above->content()).empty();  // as a page without ruby shows it
    if (brackets) shown(" (", node, look);
    inlines(*above, inner);
    if (brackets) shown(")", node, look);
  }
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
  OpenParagraph* const outer = std::exchange(open_, nullptr);
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

}  // namespace casewright
