#include "inspect/recommendations/recommendations.h"

#include "base/text.h"
#include "base/words.h"
#include "inspect/recommendations/recommendation_collector.h"
#include "inspect/recommendations/recommendation_table.h"

namespace casewright {

namespace {

constexpr std::uint8_t lowest_level = 9;  ///< of a paragraph in bold that serves as a heading

}  // namespace

std::vector<AskDraft> RecommendationCollector::run() {
  for (std::size_t at = 0; at < pieces_.size();) at = piece(at);
  return std::move(drafts_);
}

// What becomes of one piece; the index of the next to look at.
std::size_t RecommendationCollector::piece(std::size_t at) {
  const Piece& here = pieces_[at];
  const bool aside = here.scope == Scope::contents || here.scope == Scope::furniture || here.scope == Scope::note ||
                     here.scope == Scope::title || here.scope == Scope::caption || here.scope == Scope::to_write;
  if (aside) return at + 1;
  if (here.block->kind == BlockKind::heading) return heading(here), at + 1;
  if (here.table != nullptr && here.table != table_) {
    close();
    table_ = here.table;
    std::size_t end = at;
    while (end < pieces_.size() && pieces_[end].table == here.table) ++end;
    if (read_table(at, end)) return end;
  } else if (here.table == nullptr && table_ != nullptr) {
    close();
    table_ = nullptr;
  }
  words(at);
  return at + 1;
}

TextPart& RecommendationCollector::part() {
  if (parts_.empty()) parts_.push_back({});
  return parts_.back();
}

SectionSet RecommendationCollector::own_sections(std::uint32_t stretch) {
  while (next_section_ < sections_.size() && sections_[next_section_].stretch < stretch) ++next_section_;
  SectionSet own = 0;
  if (next_section_ < sections_.size() && sections_[next_section_].stretch == stretch)
    for (const std::string& name : sections_[next_section_].canonical) own |= section_of(name).value_or(0);
  return own;
}

void RecommendationCollector::heading(const Piece& here) {
  close();
  const std::string text = fold_space(prose_.view(here.span));
  marked_ = here.block->section == "recommendations";
  enter(text, here.block->level, own_sections(here.stretch));
  marked_ = false;
  if (part().zone == AskZone::foreign) return;
  if (const auto label = label_of(text, is_inside())) open(here, text, *label, true);
}

/// A heading opens a part, or goes on with the one it stands in.
void RecommendationCollector::enter(const std::string& text, std::uint8_t level, SectionSet own) {
  while (!parts_.empty() && parts_.back().level >= level) parts_.pop_back();
  TextPart made{level, AskZone::other, 0, text, {}, false};
  const TextPart* around = parts_.empty() ? nullptr : &parts_.back();
  const bool labelled = label_of(text, around != nullptr && around->zone != AskZone::other).has_value();
  if (only_by_agency_ && (own & *section_of("imr_recs")) != 0) own = *section_of("recommendations");  // "Recommendations by agency" are then the review's
  AskZone zone = labelled ? AskZone::other : zone_of_heading(without_mark(text), own);
  if (zone == AskZone::mixed && marked_) zone = AskZone::recommendations;
  if (around != nullptr && around->zone != AskZone::other) {
    made.zone = around->zone;
    made.number = around->number;
    made.heading = around->heading;
    if (!labelled) made.group = text;
    const bool same = around->zone == AskZone::recommendations && zone == AskZone::mixed;  // "For the Board" under "Recommendations"
    const bool leaves = around->zone != AskZone::foreign && zone != AskZone::other && zone != around->zone && !same;
    if (leaves) made.zone = zone, made.number = ++zones_, made.heading = text, made.group.clear();
  } else if (zone != AskZone::other) {
    made.zone = zone;
    made.number = ++zones_;
  }
  made.direct = heads_asks(text) && made.zone != AskZone::foreign;
  parts_.push_back(std::move(made));
}

bool RecommendationCollector::is_inside() {
  const AskZone zone = part().zone;
  return zone != AskZone::other && zone != AskZone::foreign && zone != AskZone::afterwards;
}

bool RecommendationCollector::read_table(std::size_t from, std::size_t to) {
  if (part().zone == AskZone::foreign) return true;
  const AskZone zone = part().zone == AskZone::afterwards ? AskZone::recommendations : part().zone;
  AskTable table = read_ask_table(prose_, std::span(pieces_).subspan(from, to - from), zone);
  for (RecommendationSeen& row : table.rows) {
    AskDraft& draft = drafts_.emplace_back();
    draft.seen = std::move(row);
    draft.told = AskTold::table;
    draft.zone = part().number;
    draft.plan = table.plan;
    draft.group = part().group;
    draft.seen.consideration = draft.seen.consideration || part().zone == AskZone::considerations;
  }
  return table.read;
}

/// A paragraph, an item or a cell.
void RecommendationCollector::words(std::size_t at) {
  const Piece& here = pieces_[at];
  const std::string_view raw = prose_.view(here.span);
  if (trim(raw).empty()) return;
  if (serves_as_heading(here, raw)) return pseudo_heading(here, raw);
  if (part().zone == AskZone::foreign) return;
  const AskWords said(raw);
  if (const auto label = label_of(said, is_inside())) return open(here, raw, *label, false);
  if (const auto at_label = here.items == 0 && here.table == nullptr ? label_within(said) : std::nullopt) {
    if (auto label = label_of(said.part(raw.substr(*at_label)), true); label && asks(said.part(raw.substr(*at_label + label->words_at)), false)) {
      label->words_at += *at_label;
      return open(here, raw, *label, false);
    }
  }
  if (const auto label = label_below_title(here, raw)) return open(here, raw, *label, false);
  if (open_ && goes_on(here, raw)) return;
  std::uint32_t value_at = 0;
  if (is_inside() && here.items == 0 && field_of_line(raw, value_at) == AskField::aside) return;  // "Learning point: ..."
  const bool in_list = here.items > 0 && here.table == nullptr;
  if (in_list)
    item(at, raw);
  else
    paragraph(here, said);
}

/// Short with no stop at its end, and all bold or such words as can only head what is asked.
bool RecommendationCollector::serves_as_heading(const Piece& here, std::string_view raw) {
  constexpr std::size_t longest = 14;
  if (here.items != 0 || here.table != nullptr || here.block->kind != BlockKind::paragraph) return false;
  const std::string_view text = trim(raw);
  if (text.back() == '.' || count_words_between_spaces(text) > longest) return false;
  const bool bold = here.lead.end >= here.span.begin + raw.find_last_not_of(" \n\t") + 1;
  return (bold || heads_asks(text)) && !label_of(text, true);
}

/// The label of a later line of a paragraph whose first line is a title in bold: "LR/01 Seeing the baby", "What: ...".
std::optional<AskLabel> RecommendationCollector::label_below_title(const Piece& here, std::string_view raw) {
  const std::size_t line_end = raw.find('\n');
  if (line_end == std::string_view::npos || !is_inside() || here.lead.end < here.span.begin + line_end) return std::nullopt;
  auto label = label_of(raw.substr(line_end + 1), true);
  if (!label) return std::nullopt;
  label->words_at += static_cast<std::uint32_t>(line_end + 1);
  if (label->id.empty()) label->id = code_of(raw.substr(0, line_end));
  return label;
}

void RecommendationCollector::pseudo_heading(const Piece&, std::string_view raw) {
  close();
  enter(fold_space(raw), lowest_level, 0);
}

std::vector<RecommendationSeen> recommendations_in(const Prose& prose, const Document& document,
                                                   const std::vector<SectionSeen>& sections) {
  const std::vector<Piece> pieces = pieces_of(document, prose);
  std::vector<AskDraft> drafts = RecommendationCollector(prose, pieces, sections).run();
  return settle_recommendations(std::move(drafts));
}

}  // namespace casewright
