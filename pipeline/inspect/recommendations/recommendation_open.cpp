// What belongs to a recommendation that has begun: its words, its list, its owner, deadline and outcome.
#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "inspect/recommendations/recommendation_collector.h"

namespace casewright {

/// Begins a recommendation behind its label. What stands in bold after the label is its title where more follows.
void RecommendationCollector::open(const Piece& here, std::string_view raw, const AskLabel& label, bool by_heading) {
  constexpr std::size_t longest_title = 14;
  close();
  AskDraft& draft = start(here, AskTold::label);
  draft.seen.id = label.id;
  draft.seen.numbered = !label.id.empty();
  draft.seen.consideration = draft.seen.consideration || label.consideration;
  std::uint32_t from = label.words_at;
  const std::uint32_t lead = here.lead.end - here.span.begin;
  const bool titled = !by_heading && lead > from && lead < raw.size() && !trim(raw.substr(lead)).empty() && !asks(raw.substr(from, lead - from), false);
  if (titled) from = lead;
  const std::string_view rest = trim(raw.substr(std::min<std::size_t>(from, raw.size())));
  const std::string_view line = rest.substr(0, rest.find('\n'));
  const bool says_what = asks_what(raw, label.words_at);
  const bool title_only = rest.empty() || (!titled && !says_what && count_words_between_spaces(line) <= longest_title && !asks(line, false) &&
                                           line.back() != '.' && !asks(line, here.items > 0));
  open_ = drafts_.size() - 1;
  run_in_ = !by_heading && !title_only;
  tentative_ = done_ = false;
  if (!title_only) add_text(here, raw, from);
  else if (!rest.empty()) title_ = std::string(rest);
}

/// True where the line that holds the label is "What: ...".
bool RecommendationCollector::asks_what(std::string_view raw, std::uint32_t words_at) {
  const std::size_t before = raw.substr(0, words_at).rfind('\n');
  std::uint32_t value = 0;
  return field_of_line(raw.substr(before == std::string_view::npos ? 0 : before + 1), value) == AskField::text;
}

AskDraft& RecommendationCollector::start(const Piece& here, AskTold told) {
  AskDraft& draft = drafts_.emplace_back();
  draft.told = told;
  draft.zone = part().number;
  draft.group = part().group;
  draft.seen.page = here.block->page;
  draft.seen.consideration = part().zone == AskZone::considerations;
  if (told == AskTold::plain || told == AskTold::sentence) return draft;
  if (draft.seen.consideration) draft.group = part().heading;
  return draft;
}

/// Adds the words of a piece from byte `from` on, line by line, until a line names a field.
void RecommendationCollector::add_text(const Piece& here, std::string_view raw, std::uint32_t from) {
  RecommendationSeen& seen = drafts_[*open_].seen;
  std::size_t at = from;
  while (at < raw.size()) {
    const std::size_t end = std::min(raw.find('\n', at), raw.size());
    std::string_view line = raw.substr(at, end - at);
    if (at != from && says_what(line, seen)) {
      std::uint32_t value = 0;
      field_of_line(line, value);
      at += value;
      line.remove_prefix(value);
      seen.text.clear();
    }
    if (at != from && take_field(line)) {
    } else if (!done_ && !trim(line).empty()) {
      if (!seen.text.empty()) seen.text += ' ';
      if (seen.text.empty()) seen.span.begin = here.span.begin + static_cast<std::uint32_t>(at + line.find(trim(line)));
      seen.text += fold_space(line);
      seen.span.end = here.span.begin + static_cast<std::uint32_t>(end);
      if (seen.page == 0) seen.page = here.block->page;
    }
    at = end + 1;
  }
  last_item_ = here.items;
}

/// "What: ..." under words that ask for nothing yet, such as a title.
bool RecommendationCollector::says_what(std::string_view line, const RecommendationSeen& seen) {
  std::uint32_t value = 0;
  return field_of_line(line, value) == AskField::text && (seen.text.empty() || !asks(seen.text, false));
}

/// True where the line is a field of the open recommendation ("Owner: the Board"); then it is kept.
bool RecommendationCollector::take_field(std::string_view line) {
  std::uint32_t at = 0;
  const AskField field = field_of_line(line, at);
  if (field == AskField::none) return false;
  RecommendationSeen& seen = drafts_[*open_].seen;
  const std::string value = fold_space(line.substr(at));
  std::string* into = field == AskField::owner ? &seen.owner : field == AskField::due ? &seen.due
                    : field == AskField::outcome ? &seen.outcome : field == AskField::evidence ? &seen.evidence
                    : field == AskField::progress ? &seen.progress : nullptr;
  if (into != nullptr && into->empty()) *into = value;
  if (!seen.text.empty()) done_ = true;
  return true;
}

/// True where the piece belongs to the open recommendation.
bool RecommendationCollector::goes_on(const Piece& here, std::string_view raw) {
  RecommendationSeen& seen = drafts_[*open_].seen;
  const bool marked = drafts_[*open_].told != AskTold::label;
  if (here.items > last_item_ && (last_item_ > 0 || leads_on(seen.text))) return add_text(here, raw, 0), last_item_ = last_level(here), true;
  if (in_sub_list_ && here.items == last_item_ && here.items > 0 && raw.data() != nullptr) return add_text(here, raw, 0), true;
  if (marked) {
    if (here.items == 0 && take_field(raw)) return true;
    close();
    return false;
  }
  if (take_field(raw)) return true;
  if (done_) return here.items > 0 || !is_inside() ? (close(), false) : true;
  if (seen.text.empty()) {
    tentative_ = !asks(raw, true) && !recommends(raw);
    add_text(here, raw, 0);
    in_sub_list_ = false;
    return true;
  }
  if (tentative_ && here.items == 0 && asks(raw, false)) {
    seen.text.clear();
    tentative_ = false;
    add_text(here, raw, 0);
    return true;
  }
  if (!run_in_ && !tentative_ && here.items == 0 && asks(raw, false) && !speaks_of_recommendations(raw)) return add_text(here, raw, 0), true;
  if (!run_in_ && here.table == nullptr && here.items == 0) return done_ = true;
  close();
  return false;
}

std::uint8_t RecommendationCollector::last_level(const Piece& here) {
  in_sub_list_ = true;
  return here.items;
}

void RecommendationCollector::close() {
  if (open_ && drafts_[*open_].seen.text.empty() && !title_.empty()) drafts_[*open_].seen.text = title_;
  open_.reset();
  title_.clear();
  in_sub_list_ = done_ = tentative_ = false;
  last_item_ = 0;
}

}  // namespace casewright
