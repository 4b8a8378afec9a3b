#include "inspect/recommendation_drafts.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "inspect/recommendation_signs.h"
#include "inspect/same_words.h"

namespace casewright {
namespace {

/// True for a numbered paragraph in a part whose table gives more recommendations than its paragraphs do.
bool leads_to_table(const std::vector<AskDraft>& drafts, const AskDraft& paragraph) {
  std::size_t rows = 0, paragraphs = 0;
  for (const AskDraft& each : drafts) {
    if (each.zone != paragraph.zone) continue;
    rows += each.told == AskTold::table && !each.plan ? 1 : 0;
    paragraphs += each.told == AskTold::mark && !each.in_list ? 1 : 0;
  }
  return rows > 1 && paragraphs * 2 <= rows;
}

/// Keeps of each part what was told most surely there: where some are labelled, the paragraphs between are reasons.
void keep_surest(std::vector<AskDraft>& drafts) {
  std::erase_if(drafts, [](const AskDraft& each) { return each.seen.text.empty() && !each.plan; });
  const auto told_in = [&](std::uint32_t zone, AskTold told) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const AskDraft& each) { return each.zone == zone && each.told == told; });
  };
  const auto count_told = [&](std::uint32_t zone, AskTold told) {
    return std::count_if(drafts.begin(), drafts.end(), [&](const AskDraft& each) { return each.zone == zone && each.told == told; });
  };
  const bool any = std::any_of(drafts.begin(), drafts.end(), [](const AskDraft& each) { return each.told < AskTold::sentence && !each.plan; });
  std::vector<bool> weak;
  for (const AskDraft& each : drafts) {
    const bool paragraph = (each.told == AskTold::mark && !each.in_list) || each.told == AskTold::plain;
    const bool outdone = ((each.told == AskTold::mark || each.told == AskTold::plain) && told_in(each.zone, AskTold::label)) ||
                         (paragraph && count_told(each.zone, AskTold::addressed) > 1);
    const bool plain = each.told == AskTold::plain && (told_in(each.zone, AskTold::mark) || told_in(each.zone, AskTold::table));
    const bool before_table = each.told == AskTold::mark && !each.in_list && leads_to_table(drafts, each);
    weak.push_back(outdone || plain || before_table || (each.told == AskTold::sentence && any));
  }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const AskDraft&) { return weak[at++]; });
  const bool sure = std::any_of(drafts.begin(), drafts.end(), [](const AskDraft& each) { return each.told != AskTold::loose && !each.plan; });
  if (sure) std::erase_if(drafts, [](const AskDraft& each) { return each.told == AskTold::loose; });
}

void fill(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}

/// Puts what a second telling adds to the first.
void merge(RecommendationSeen& first, const RecommendationSeen& second) {
  fill(first.owner, second.owner);
  fill(first.due, second.due);
  fill(first.outcome, second.outcome);
  fill(first.evidence, second.evidence);
  fill(first.progress, second.progress);
  if (!first.numbered && second.numbered) first.id = second.id, first.numbered = true;
}

/// Makes one of what is told twice: the same words, or an action under the number of a recommendation.
void join_tellings(std::vector<AskDraft>& drafts) {
  constexpr double same = 0.85;
  std::vector<WordBag> bags;
  for (const AskDraft& each : drafts) bags.emplace_back(each.seen.text);
  std::vector<bool> again(drafts.size());
  for (std::size_t at = 0; at < drafts.size(); ++at)
    for (std::size_t before = 0; before < at && !again[at]; ++before) {
      if (again[before]) continue;
      const bool by_number = drafts[at].plan && !drafts[before].plan && drafts[at].seen.id == drafts[before].seen.id;
      const bool told_apart = drafts[at].zone == drafts[before].zone && drafts[at].told == drafts[before].told;  // a slip, not a summary
      if (!by_number && (told_apart || !alike(bags[at], bags[before], same))) continue;
      merge(drafts[before].seen, drafts[at].seen);
      again[at] = true;
    }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const AskDraft&) { return again[at++]; });
}

/// The owner that a heading names: "For the police", "Recommendations for health", "Safeguarding Children Board".
std::string owner_of_heading(std::string_view heading) {
  std::string text = fold_space(without_mark(heading));
  const std::string lower = ascii_lower(text);
  for (const std::string_view lead : {" for ", "for "}) {
    const std::size_t at = lower.find(lead);
    if (at == std::string::npos || (lead == "for " && at != 0)) continue;
    text = text.substr(at + lead.size());
    break;
  }
  for (const std::string_view lead : {"to ", "recommendation to ", "recommendations to ", "action by ", "actions by "})
    if (lower.starts_with(lead) && text.size() == lower.size()) text = text.substr(lead.size());
  for (const std::string_view tail : {" to consider", " should:", ":", "."})
    if (text.ends_with(tail)) text.resize(text.size() - tail.size());
  return text;
}

void finish(AskDraft& draft, std::size_t count) {
  RecommendationSeen& seen = draft.seen;
  if (seen.id.empty()) seen.id = std::to_string(count);
  if (seen.owner.empty() && seen.consideration && seen.text.find('?') == std::string::npos) seen.owner = owner_in(seen.text);
  if (seen.owner.empty() && seen.consideration) seen.owner = owner_of_heading(draft.group);
  if (seen.owner.empty()) seen.owner = owner_in(seen.text);
  if (seen.owner.empty()) seen.owner = owner_of_heading(draft.group);
  if (seen.due.empty()) seen.due = due_in(seen.text);
}

}  // namespace

std::vector<RecommendationSeen> settle_recommendations(std::vector<AskDraft> drafts) {
  keep_surest(drafts);
  join_tellings(drafts);
  std::vector<RecommendationSeen> found;
  for (AskDraft& each : drafts) {
    finish(each, found.size() + 1);
    found.push_back(std::move(each.seen));
  }
  return found;
}

}  // namespace casewright
