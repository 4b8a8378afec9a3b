#include "emit/plan/document_plan.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

/// Anchors that the page itself uses.
constexpr std::string_view own_anchors[] = {"main-content", "contents", "notes", "support", "accessibility", "related"};

/// The words as an anchor: lower-case letters, digits and hyphens.
std::string slug(std::string_view words) {
  std::string made;
  for (const char c : ascii_lower(words)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) made += c;
    else if (!made.empty() && made.back() != '-' && c != '\'') made += '-';
    if (made.size() >= 60) break;
  }
  while (!made.empty() && made.back() == '-') made.pop_back();
  return made;
}

bool fit_for_anchor(std::string_view id) {
  return !id.empty() && std::none_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '&' || c == '%';
  });
}

/// True for anchors that the body counts out ("table-3", "ref-1-2").
bool counted_by_page(std::string_view anchor) {
  for (const std::string_view kind : {"note-", "ref-", "table-", "caption-", "figure-"})
    if (anchor.starts_with(kind) && anchor.size() > kind.size() && anchor[kind.size()] >= '0' && anchor[kind.size()] <= '9')
      return true;
  return false;
}

void plan_title(const Document& document, DocumentPlan& plan) {
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture) continue;
    if (block.kind == BlockKind::title && plan.title == nullptr) plan.title = &block;
    else if (block.kind == BlockKind::subtitle && plan.title != nullptr) plan.subtitles.push_back(&block);
    else break;
  }
}

/// Walks the blocks that the page shows: neither furniture nor old contents, nor what stands in them.
template <class Visit>
void walk_shown(const std::vector<Block>& blocks, Visit visit) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t hidden = none;  // the depth of the block whose inside is passed over
  walk(blocks, [&](const Block& block, std::size_t depth) {
    if (hidden != none && depth > hidden) return;
    const bool hides = block.kind == BlockKind::furniture || block.kind == BlockKind::contents;
    hidden = hides ? depth : none;
    if (!hides) visit(block);
  });
}

/// How deep a heading is before levels are closed up; a second title opens a part of its own.
int written_level(const Block& block) { return block.kind == BlockKind::title ? 1 : std::max<int>(1, block.level); }

void plan_anchor(const Block& block, DocumentPlan& plan) {
  const bool heading = plan.heading_of.contains(&block);
  if (block.id.empty() && !heading) return;
  std::string wish = fit_for_anchor(block.id) ? block.id : slug(block.text());
  if (wish.empty()) wish = "section";
  if (counted_by_page(wish)) wish = "s-" + wish;
  std::string anchor = plan.free_anchor(wish);
  if (heading) plan.headings[plan.heading_of[&block]].id = anchor;
  if (!block.id.empty()) plan.anchors.emplace(block.id, std::move(anchor));
}

void close_up_levels(DocumentPlan& plan) {
  int least = 6;
  for (const PlannedHeading& each : plan.headings) least = std::min(least, written_level(*each.block));
  int before = 1;
  for (PlannedHeading& each : plan.headings) {
    each.level = std::min({written_level(*each.block) - least + 2, before + 1, 6});
    before = each.level;
  }
}

/// Puts the notes into the order of their first reference.
void order_notes(const Document& document, DocumentPlan& plan) {
  std::unordered_map<std::string_view, const Block*> by_id;
  std::vector<const Block*> all;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::note) return;
    all.push_back(&block);
    if (!block.id.empty()) by_id.emplace(block.id, &block);
  });
  if (all.empty()) return;
  std::unordered_set<const Block*> placed;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines) {
      if (run.kind != InlineKind::note_reference) continue;
      const auto found = by_id.find(run.target);
      if (found == by_id.end() || !placed.insert(found->second).second) continue;
      plan.note_of.emplace(found->second->id, plan.notes.size());
      plan.notes.push_back(found->second);
    }
  });
  for (const Block* note : all)
    if (placed.insert(note).second) {
      if (!note->id.empty()) plan.note_of.emplace(note->id, plan.notes.size());
      plan.notes.push_back(note);
    }
}

}  // namespace

std::string DocumentPlan::free_anchor(std::string_view wish) {
  std::string anchor(wish);
  for (int next = 2; !taken.insert(anchor).second; ++next) anchor = std::string(wish) + "-" + std::to_string(next);
  return anchor;
}

std::vector<Inline> words_for_contents(const Block& heading) {
  std::vector<Inline> words;
  for (const Inline& run : heading.inlines) {
    if (run.kind == InlineKind::note_reference) continue;
    Inline plain = text_inline(run.kind == InlineKind::line_break ? "\n" : run.text);
    plain.language = run.language;
    if (words.empty() || words.back().language != plain.language) words.push_back(std::move(plain));
    else words.back().text += plain.text;
  }
  return words;
}

DocumentPlan plan_document(const Document& document) {
  DocumentPlan plan;
  for (const std::string_view own : own_anchors) plan.taken.emplace(own);
  plan_title(document, plan);
  for (std::size_t i = 1; i < document.blocks.size(); ++i)
    if (document.blocks[i].kind == BlockKind::contents && document.blocks[i - 1].kind == BlockKind::heading)
      plan.contents_headings.insert(&document.blocks[i - 1]);
  walk_shown(document.blocks, [&](const Block& block) {
    const bool second_title = block.kind == BlockKind::title && &block != plan.title;
    if ((block.kind != BlockKind::heading && !second_title) || plan.contents_headings.contains(&block)) return;
    plan.heading_of.emplace(&block, plan.headings.size());
    plan.headings.push_back({&block, {}, 2});
  });
  close_up_levels(plan);
  order_notes(document, plan);
  walk_shown(document.blocks, [&](const Block& block) {
    if (block.kind != BlockKind::note) plan_anchor(block, plan);
  });
  return plan;
}

}  // namespace casewright
