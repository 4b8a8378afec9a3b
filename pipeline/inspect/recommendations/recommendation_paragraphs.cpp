// Paragraphs and sentences that recommend something.
#include <algorithm>

#include "base/text.h"
#include "inspect/recommendations/recommendation_collector.h"

namespace casewright {

/// The number that the words begin with, where it stands alone in bold too.
std::optional<AskLabel> RecommendationCollector::number_at(const Piece& here, std::string_view raw) {
  if (const auto mark = mark_of(raw)) return mark;
  const std::string_view bold = trim(raw.substr(0, here.lead.end - here.span.begin));
  const bool number = !bold.empty() && bold.size() < raw.size() && bold.size() < 6 && bold.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!number) return std::nullopt;
  return AskLabel{std::string(bold), here.lead.end - here.span.begin, false};
}

/// True for a paragraph that counts what it asks for: "First, the trust should ... Second, the police should ...".
bool RecommendationCollector::counted_off(const Piece& here, const AskWords& said) {
  const Stretch& stretch = prose_.stretches[here.stretch];
  std::vector<Span> asked;
  for (std::uint32_t at = stretch.first_sentence; at < stretch.end_sentence; ++at) {
    Span span = prose_.sentences[at].span;
    const std::uint32_t ordinal = ordinal_at(prose_.view(span));
    if (ordinal == 0 || !asks(said.part(prose_.view(span)), false)) continue;
    span.begin += ordinal;
    asked.push_back(span);
  }
  if (asked.size() < 2) return false;
  for (const Span span : asked) {
    AskDraft& draft = start(here, AskTold::mark);
    draft.seen.text = fold_space(prose_.view(span));
    draft.seen.span = span;
  }
  return true;
}

/// True where the paragraph names whom it asks and goes on with what: "5.2 Schools: to tell ...".
bool RecommendationCollector::addressed(const Piece& here, const AskWords& said) {
  const std::string_view raw = said.text();
  const auto mark = number_at(here, raw);
  const std::uint32_t from = mark ? mark->words_at : 0;
  const auto addressee = addressee_of(said.part(raw.substr(from)));
  if (!addressee) return false;
  AskDraft& draft = start(here, AskTold::addressed);
  draft.seen.owner = addressee->id;
  if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
  else take_number(here, draft);
  open_ = drafts_.size() - 1;
  run_in_ = true;
  add_text(here, raw, from + addressee->words_at);
  return true;
}

void RecommendationCollector::paragraph(const Piece& here, const AskWords& whole) {
  const std::string_view raw = whole.text();
  const AskZone zone = part().zone;
  const bool inside = zone == AskZone::recommendations || zone == AskZone::considerations;
  if ((inside || zone == AskZone::mixed) && (addressed(here, whole) || counted_off(here, whole))) return;
  if (inside) {
    const auto mark = number_at(here, raw);
    const bool numbered = mark || !here.block->number.empty();
    const bool question = zone == AskZone::considerations && raw.find('?') != std::string_view::npos;
    const AskWords said = mark ? whole.part(raw.substr(mark->words_at)) : whole;
    const bool wanted = question || ((asks(said, numbered) || (part().direct && asks_under_its_heading(said))) && !speaks_of_recommendations(whole));
    if (!wanted || (!numbered && !question && owner_in(raw).empty() && part().group.empty())) return;
    AskDraft& draft = start(here, numbered ? AskTold::mark : AskTold::plain);
    if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
    else take_number(here, draft);
    open_ = drafts_.size() - 1;
    run_in_ = true;
    return add_text(here, raw, mark ? mark->words_at : 0);
  }
  sentences(here, whole);
  if ((zone == AskZone::mixed || zone == AskZone::afterwards) && asks(whole, false) && !speaks_of_recommendations(whole) && !owner_in(raw).empty()) {
    AskDraft& draft = start(here, AskTold::loose);
    const auto mark = number_at(here, raw);
    if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
    else take_number(here, draft);
    open_ = drafts_.size() - 1;
    run_in_ = true;
    add_text(here, raw, mark ? mark->words_at : 0);
  }
}

/// Sentences of running text in which the review recommends something.
void RecommendationCollector::sentences(const Piece& here, const AskWords& whole) {
  if (!may_recommend(whole)) return;
  const Stretch& stretch = prose_.stretches[here.stretch];
  for (std::uint32_t at = stretch.first_sentence; at < stretch.end_sentence; ++at) {
    const Span span = prose_.sentences[at].span;
    if (!recommends(whole.part(prose_.view(span)))) continue;
    AskDraft& draft = start(here, AskTold::sentence);
    draft.seen.text = fold_space(prose_.view(span));
    draft.seen.span = span;
  }
}

}  // namespace casewright
