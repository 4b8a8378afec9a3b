// Lists that hold recommendations, and items that head others.
#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "inspect/recommendations/recommendation_collector.h"

namespace casewright {

bool leads_on(std::string_view text) {
  text = trim(text);
  return !text.empty() && (text.back() == ':' || text.ends_with("\xE2\x80\x93") || text.ends_with(" to"));
}

/// An item of a list that is no part of what stands before it.
void RecommendationCollector::item(std::size_t at, std::string_view raw) {
  const Piece& here = pieces_[at];
  if (at == 0 || pieces_[at - 1].items == 0) begin_list(at);
  if (list_ == AskZone::other || list_ == AskZone::foreign) return;
  if (here.items == 1) list_group_ = heads_items(at) ? fold_space(without_mark(raw)) : std::string();
  if ((here.items == 1 && !list_group_.empty()) || titles_item(at)) return close();
  if (here.items > (list_group_.empty() ? 1 : 2)) return;
  close();
  AskDraft& draft = start(here, AskTold::mark);
  draft.seen.consideration = list_ == AskZone::considerations;
  if (!list_owner_.empty()) draft.group = list_owner_;
  if (!list_group_.empty()) draft.group = list_group_;
  if (list_zone_ != 0) draft.zone = list_zone_;
  draft.in_list = true;
  take_number(here, draft);
  open_ = drafts_.size() - 1;
  run_in_ = true;
  const auto mark = draft.seen.numbered ? std::nullopt : mark_of(raw);
  if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
  const std::uint32_t from = mark ? mark->words_at : 0;
  const auto addressee = addressee_of(raw.substr(from));
  if (addressee) draft.seen.owner = addressee->id;
  add_text(here, raw, from + (addressee ? addressee->words_at : 0));
  last_item_ = here.items;
}

void RecommendationCollector::take_number(const Piece& here, AskDraft& draft) {
  const std::string& number = here.block->number;
  const auto mark = mark_of(number + (number.ends_with('.') || number.ends_with(')') ? " x" : ". x"));
  if (!mark) return;
  draft.seen.id = mark->id;
  draft.seen.numbered = true;
}

/// True for an item that says whom or what the items under it are for: "To the Board:".
bool RecommendationCollector::heads_items(std::size_t at) {
  constexpr std::size_t longest = 14;
  const std::string_view raw = trim(prose_.view(pieces_[at].span));
  if (!raw.ends_with(':') || asks(raw, false) || raw.ends_with(" to:") || count_words_between_spaces(raw) > longest) return false;
  std::size_t items = 0, asking = 0;
  for (std::size_t each = at + 1; each < pieces_.size() && pieces_[each].items > pieces_[at].items; ++each) {
    if (pieces_[each].items != pieces_[at].items + 1) continue;
    ++items;
    asking += asks(prose_.view(pieces_[each].span), true) ? 1 : 0;
  }
  return items > 0 && asking * 3 >= items * 2;
}

/// True for the title in bold of an item whose words follow it.
bool RecommendationCollector::titles_item(std::size_t at) {
  constexpr std::size_t longest = 14;
  const auto all_bold = [&](const Piece& piece) { return piece.lead.length() > 0 && piece.lead.end >= piece.span.end; };
  const std::string_view raw = trim(prose_.view(pieces_[at].span));
  if (at + 1 == pieces_.size() || !all_bold(pieces_[at]) || raw.ends_with('.') || count_words_between_spaces(raw) > longest) return false;
  const Piece& next = pieces_[at + 1];
  return next.items == pieces_[at].items && !all_bold(next) && !asks(raw, false) && asks(prose_.view(next.span), true);
}

/// What the list that begins here holds, as its items and the words before it say.
void RecommendationCollector::begin_list(std::size_t at) {
  std::size_t items = 0, asking = 0, addressed = 0, questions = 0;
  bool grouped = false;
  for (std::size_t each = at; each < pieces_.size() && pieces_[each].items > 0; ++each) {
    const std::string_view raw = prose_.view(pieces_[each].span);
    if (pieces_[each].items == 1) grouped = heads_items(each);
    if (pieces_[each].items != (grouped ? 2 : 1) || titles_item(each)) continue;
    ++items;
    addressed += addressee_of(raw) ? 1 : 0;
    asking += asks(raw, true) || addressee_of(raw) ? 1 : 0;
    questions += raw.find('?') != std::string_view::npos ? 1 : 0;
  }
  const std::string_view before = at == 0 ? std::string_view() : prose_.view(pieces_[at - 1].span);
  const bool led = leads_on(before) && pieces_[at - 1].block->kind == BlockKind::paragraph;
  const bool led_by_ask = led && (recommends(before) || (speaks_of_recommendations(before) && before.find("following") != std::string_view::npos));
  const AskZone zone = part().zone;
  list_owner_.clear();
  list_zone_ = 0;
  list_ = AskZone::other;
  if (zone == AskZone::considerations && (questions > 0 || asking * 2 >= items)) list_ = zone;
  const bool heads = at > 0 && pieces_[at - 1].block->kind == BlockKind::heading;  // nothing between heading and list
  if (zone == AskZone::recommendations && (asking * 2 >= items || led || heads)) list_ = zone;
  if ((zone == AskZone::mixed || zone == AskZone::other) && led_by_ask && asking * 2 >= items) list_ = AskZone::recommendations, list_zone_ = ++zones_;
  if (zone == AskZone::mixed && addressed > 1 && addressed * 3 >= items * 2) list_ = AskZone::recommendations;
  if (zone == AskZone::mixed && items > 1 && asking == items) list_ = AskZone::recommendations;  // under "Conclusions and recommendations"
  if (list_ == AskZone::recommendations && led && asks(before, false)) list_owner_ = owner_in(before);
}

}  // namespace casewright
