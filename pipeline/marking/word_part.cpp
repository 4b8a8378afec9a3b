#include "marking/word_part.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

/// The byte of an XML text at which its character `count` begins.
std::size_t byte_of(std::string_view raw, std::uint32_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < raw.size(); --count) {
    if (raw[at] == '\r' && raw.substr(at + 1, 1) == "\n") ++at;
    const std::size_t end = raw[at] == '&' ? raw.find(';', at) : std::string_view::npos;
    at = end != std::string_view::npos ? end + 1 : at + code_point_at(raw, at).bytes;
  }
  return at;
}

/// True where white space at the ends of a text would be seen if the text were cut in two, and is not now.
bool hides_space(const Markup& text, const Markup& holder) {
  return holder.attribute("space") != "preserve" && !text.open.empty() && (is_space(text.open.front()) || is_space(text.open.back()));
}

/// A run is cut: it ends here, and what follows goes on in one that looks the same.
std::string new_run(const Markup& run) {
  const Markup* properties = run.child("w:rPr");
  return run.open + (properties == nullptr ? "" : write_markup(*properties));
}

/// A tracked change of how a run looks would be two changes if the run were cut.
bool looks_changed(const Markup& run) {
  const Markup* properties = run.child("w:rPr");
  return properties != nullptr && properties->child("w:rPrChange") != nullptr;
}

bool is_content(const Markup& node) { return !node.gone && !node.is("w:rPr") && (!node.name.empty() || !trim(node.open).empty()); }

bool is_list_made_by_word(std::string_view instruction) {
  const std::string folded = ascii_lower(trim(instruction));
  const std::string name = folded.substr(0, folded.find_first_of(" \\\""));
  return name == "toc" || name == "toa" || name == "index" || name == "bibliography";
}

}  // namespace

WordPartMarks::WordPartMarks(Markup& root, std::string space) : root_(root), space_(std::move(space)) {
  for (const Markup& each : root.children)
    if (prefix_.empty() && each.name.starts_with("w:")) prefix_ = each.prefix();
  walk(root, {});
}

// It recurs once per level, which the XML reader bounds at 256.
void WordPartMarks::walk(Markup& node, Around around) {
  if (node.gone) return;
  const bool math = node.is("m:oMath") || node.is("m:oMathPara");
  if (node.is("w:p")) around.paragraph = &node;
  if (node.is("w:r") && around.out == nullptr) around.run = &node;
  if (around.out == nullptr && (node.is("w:del") || node.is("w:moveFrom") || node.is("w:fldSimple") || (math && around.run == nullptr))) around.out = &node;
  if (around.run != nullptr && around.out == nullptr && (node.is("w:ruby") || node.is("w:txbxContent") || math)) {
    around.out = around.run;
    around.apart = node.is("w:txbxContent");
  }
  if (node.is("w:t") || node.is("w:delText") || node.is("m:t")) text_of(node, around);
  else if (node.is("w:instrText") && !fields_.empty()) fields_.back().instruction += node.content();
  else if (node.is("w:fldChar")) field_mark(node, around);
  else if (node.name.ends_with("Reference") || node.is("w:commentRangeStart")) refer(node, around);
  const bool choice = node.is("mc:AlternateContent") && node.child("mc:Choice") != nullptr;
  for (Markup& each : node.children)
    if (!choice || !each.is("mc:Fallback")) walk(each, around);
}

void WordPartMarks::text_of(Markup& holder, const Around& around) {
  Markup* const place = around.out != nullptr ? around.out : around.run;
  if (place == nullptr || around.paragraph == nullptr) return;
  for (Markup& text : holder.children) {
    if (!text.text || text.length == 0) continue;
    Leaf leaf{&text, &holder, around.run};
    leaf.apart = around.apart || looks_changed(*place);
    const auto& siblings = place->children;
    const bool own = std::any_of(siblings.begin(), siblings.end(), [&](const Markup& each) { return &each == &holder; });
    const bool whole = looks_changed(*place) || text.open.starts_with("<![CDATA[") || hides_space(text, holder) || holder.children.size() > 1;
    if (around.out != nullptr || !own || whole) leaf.before = leaf.behind = place;
    if (own) {
      const auto first = std::find_if(siblings.begin(), siblings.end(), is_content);
      const auto last = std::find_if(siblings.rbegin(), siblings.rend(), is_content);
      leaf.opens_run = &*first == &holder;
      leaf.closes_run = &*last == &holder;
    }
    leaves_.push_back(leaf);
  }
}

void WordPartMarks::field_mark(const Markup& node, const Around& around) {
  if (around.out != nullptr || around.run == nullptr) return;
  const std::string type = node.attribute("fldCharType");
  if (type == "begin") fields_.push_back({around.paragraph, around.run, leaves_.size(), ""});
  if (type != "end" || fields_.empty()) return;
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  const bool link = ascii_lower(trim(field.instruction)).starts_with("hyperlink");
  const bool over_paragraphs = field.paragraph != around.paragraph;
  if (link || (over_paragraphs && !is_list_made_by_word(field.instruction))) return;
  for (std::size_t i = field.first_leaf; i < leaves_.size(); ++i) {
    leaves_[i].before = field.run;
    leaves_[i].behind = around.run;
    leaves_[i].at_point = leaves_[i].apart = over_paragraphs;
  }
}

void WordPartMarks::refer(const Markup& node, const Around& around) {
  Markup* const place = around.out != nullptr ? around.out : around.run;
  const std::string id = node.attribute("id");
  if (node.is("w:commentRangeStart")) ranges_.try_emplace("comment " + id, const_cast<Markup*>(&node));
  if (place == nullptr) return;
  for (const char* kind : {"footnote", "endnote", "comment"})
    if (node.is("w:" + std::string(kind) + "Reference")) references_.try_emplace(std::string(kind) + " " + id, place);
}

std::string WordPartMarks::element(std::string_view name, const std::string& id, const Markup& like) const {
  const std::string prefix = like.name.starts_with("w:") ? like.prefix() : prefix_;
  if (prefix.empty()) return "<cw:" + std::string(name) + " xmlns:cw=\"" + space_ + "\" cw:id=\"" + id + "\"/>";
  return "<" + prefix + std::string(name) + " " + prefix + "id=\"" + id + "\"/>";
}

std::string WordPartMarks::start_of(const std::string& id, const Markup& like) const { return element("commentRangeStart", id, like); }

std::string WordPartMarks::end_of(const std::string& id, const Markup& like) const {
  const std::string run = (like.name.starts_with("w:") ? like.prefix() : prefix_) + "r";
  return element("commentRangeEnd", id, like) + "<" + run + ">" + element("commentReference", id, like) + "</" + run + ">";
}

WordPartMarks::Slot& WordPartMarks::slot_inside(const Leaf& leaf, std::uint32_t at) {
  auto& [owner, slots] = inside_[leaf.text];
  owner = &leaf;
  return slots[byte_of(leaf.text->open, at - leaf.text->at)];
}

WordPartMarks::Slot& WordPartMarks::slot_at_start(const Leaf& leaf, std::uint32_t at) {
  if (leaf.before != nullptr) return before_[leaf.before];
  if (at > leaf.text->at) return slot_inside(leaf, at);
  if (leaf.opens_run) return before_[leaf.run];
  auto& [owner, slot] = holders_before_[leaf.holder];
  owner = &leaf;
  return slot;
}

WordPartMarks::Slot& WordPartMarks::slot_at_end(const Leaf& leaf, std::uint32_t at) {
  if (leaf.behind != nullptr) return behind_[leaf.behind];
  if (at < leaf.text->at + leaf.text->length) return slot_inside(leaf, at);
  if (leaf.closes_run) return behind_[leaf.run];
  auto& [owner, slot] = holders_behind_[leaf.holder];
  owner = &leaf;
  return slot;
}

bool WordPartMarks::mark(std::uint32_t begin, std::uint32_t end, const std::string& id) {
  if (leaves_.empty()) {
    mark_empty(id);
    return false;
  }
  auto first = std::upper_bound(leaves_.begin(), leaves_.end(), begin, [](std::uint32_t at, const Leaf& leaf) { return at < leaf.text->at + leaf.text->length; });
  const bool beyond = first == leaves_.end();
  if (beyond) --first;
  auto last = std::lower_bound(leaves_.begin(), leaves_.end(), end, [](const Leaf& leaf, std::uint32_t at) { return leaf.text->at < at; });
  const bool point = last == leaves_.begin() || std::prev(last) < first || beyond || begin == end;
  if (point) last = first;
  else --last;
  if (first->at_point || last->at_point) {
    const Leaf& there = first->at_point ? *first : *last;
    before_[there.before].ends += start_of(id, *there.before) + end_of(id, *there.before);
    return false;
  }
  const Markup& like = first->run != nullptr ? *first->run : *first->before;
  if (point) {
    Slot& slot = beyond ? slot_at_end(*first, first->text->at + first->text->length) : slot_at_start(*first, std::max(begin, first->text->at));
    slot.ends += start_of(id, like) + end_of(id, like);
    return false;
  }
  slot_at_start(*first, std::max(begin, first->text->at)).starts += start_of(id, like);
  slot_at_end(*last, std::min(end, last->text->at + last->text->length)).ends += end_of(id, like);
  return !first->apart && !last->apart;
}

bool WordPartMarks::mark_reference(const std::string& key, const std::string& id) {
  const auto found = references_.find(key);
  if (found == references_.end()) return false;
  const auto range = ranges_.find(key);
  before_[range == ranges_.end() ? found->second : range->second].starts += start_of(id, *found->second);
  behind_[found->second].ends += end_of(id, *found->second);
  return true;
}

void WordPartMarks::mark_beginning(const std::string& id) {
  if (leaves_.empty()) return mark_empty(id);
  mark(leaves_.front().text->at, leaves_.front().text->at, id);
}

/// A text without words: the note stands in its first paragraph, or in one of its own.
void WordPartMarks::mark_empty(const std::string& id) {
  Markup* paragraph = nullptr;
  Markup* body = nullptr;
  each_markup(root_, [&](Markup& node) {
    if (node.is("w:p") && paragraph == nullptr) paragraph = &node;
    if (node.is("w:body") && body == nullptr) body = &node;
  });
  if (paragraph != nullptr) return paragraph->append(start_of(id, *paragraph) + end_of(id, *paragraph));
  if (body == nullptr) return;
  const std::string name = body->prefix() + "p";
  const std::string written = "<" + name + ">" + start_of(id, *body) + end_of(id, *body) + "</" + name + ">";
  if (Markup* section = body->child("w:sectPr")) section->before += written;
  else body->append(written);
}

void WordPartMarks::apply() {
  for (auto& [node, slot] : before_) node->before += slot.ends + slot.starts;
  for (auto& [node, slot] : behind_) node->behind += slot.ends + slot.starts;
  for (auto& [holder, held] : holders_before_) holder->before += held.first->run->close + held.second.ends + held.second.starts + new_run(*held.first->run);
  for (auto& [holder, held] : holders_behind_) holder->behind += held.first->run->close + held.second.ends + held.second.starts + new_run(*held.first->run);
  for (auto& [text, held] : inside_) {
    const Leaf& leaf = *held.first;
    if (leaf.holder->has("space")) leaf.holder->set_attribute("space", "preserve");
    else leaf.holder->open.insert(leaf.holder->open.size() - 1, " xml:space=\"preserve\"");
    for (auto slot = held.second.rbegin(); slot != held.second.rend(); ++slot)
      text->open.insert(slot->first, leaf.holder->close + leaf.run->close + slot->second.ends + slot->second.starts + new_run(*leaf.run) + leaf.holder->open);
  }
}

}  // namespace casewright
