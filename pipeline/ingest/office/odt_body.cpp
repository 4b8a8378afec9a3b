#include "ingest/office/odt_body.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/parts/office_part.h"

namespace casewright {

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

void OdtBody::paragraph(const OfficeNode& node, OfficeFlow& flow) {
  OpenParagraph fresh;
  OpenParagraph* const outer = std::exchange(open_, &fresh);
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
  fresh.settle(story_.letters_by_language);
  if (boxes_ == 0) layout_.lay(paragraph, {look.before, look.after, 1});
  open_ = outer;
  flow.push_back(std::move(paragraph));
  for (OfficeParagraph& each : fresh.behind) flow.push_back(std::move(each));
}

}  // namespace casewright
