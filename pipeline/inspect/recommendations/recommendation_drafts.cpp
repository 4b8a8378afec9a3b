#include "inspect/recommendations/recommendation_drafts.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "inspect/recommendations/recommendation_signs.h"
#include "inspect/same_words.h"

namespace casewright {
namespace {

/// How much of each sort one part of the report tells.
struct ZoneCount {
  std::array<std::size_t, 7> told{};
  std::size_t rows = 0, paragraphs = 0;  ///< of tables, and numbered ones outside lists

  std::size_t of(AskTold each) const { return told[static_cast<std::size_t>(each)]; }
  /// True where a table gives more recommendations than the numbered paragraphs do: these lead to it.
  bool leads_to_table() const { return rows > 1 && paragraphs * 2 <= rows; }
};

std::unordered_map<std::uint32_t, ZoneCount> zones_of(const std::vector<AskDraft>& drafts) {
  std::unordered_map<std::uint32_t, ZoneCount> zones;
  for (const AskDraft& each : drafts) {
    ZoneCount& zone = zones[each.zone];
    ++zone.told[static_cast<std::size_t>(each.told)];
    zone.rows += each.told == AskTold::table && !each.plan ? 1 : 0;
    zone.paragraphs += each.told == AskTold::mark && !each.in_list ? 1 : 0;
  }
  return zones;
}

/// Keeps of each part what was told most surely there: where some are labelled, the paragraphs between are reasons.
void keep_surest(std::vector<AskDraft>& drafts) {
  std::erase_if(drafts, [](const AskDraft& each) { return each.seen.text.empty() && !each.plan; });
  const std::unordered_map<std::uint32_t, ZoneCount> zones = zones_of(drafts);
  const bool any = std::any_of(drafts.begin(), drafts.end(), [](const AskDraft& each) { return each.told < AskTold::sentence && !each.plan; });
  std::vector<bool> weak;
  for (const AskDraft& each : drafts) {
    const bool paragraph = (each.told == AskTold::mark && !each.in_list) || each.told == AskTold::plain;
    const ZoneCount& zone = zones.at(each.zone);
    const bool outdone = ((each.told == AskTold::mark || each.told == AskTold::plain) && zone.of(AskTold::label) > 0) ||
                         (paragraph && zone.of(AskTold::addressed) > 1);
    const bool plain = each.told == AskTold::plain && (zone.of(AskTold::mark) > 0 || zone.of(AskTold::table) > 0);
    const bool before_table = each.told == AskTold::mark && !each.in_list && zone.leads_to_table();
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

/// Makes one of what is told twice: the same words, or an action under the number of a recommendation. Words that are only alike
/// count in what one review may ask for; a file of many reviews would have each held against each.
void join_tellings(std::vector<AskDraft>& drafts) {
  constexpr std::size_t more_than_any_review = 200;
  constexpr double same = 0.85;
  const bool likeness_counts = drafts.size() <= more_than_any_review;
  std::vector<WordBag> bags;
  for (const AskDraft& each : drafts) bags.emplace_back(each.seen.text);
  std::vector<bool> again(drafts.size());
  std::unordered_map<std::string, std::vector<std::size_t>> of_number;
  std::map<std::vector<std::uint32_t>, std::vector<std::size_t>> of_words;
  const auto told_before = [&](std::size_t at, std::size_t before) {
    if (drafts[at].plan && !drafts[before].plan && drafts[at].seen.id == drafts[before].seen.id) return true;
    const bool told_apart = drafts[at].zone == drafts[before].zone && drafts[at].told == drafts[before].told;  // a slip, not a summary
    return !told_apart && alike(bags[at], bags[before], same);
  };
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    std::vector<std::size_t>& number = of_number[drafts[at].seen.id];
    std::vector<std::size_t>& words = of_words[bags[at].words()];
    std::vector<std::size_t> earlier;
    if (likeness_counts) {
      for (std::size_t before = 0; before < at; ++before)
        if (!again[before]) earlier.push_back(before);
    } else {
      if (drafts[at].plan) earlier = number;
      earlier.insert(earlier.end(), words.begin(), words.end());
      std::sort(earlier.begin(), earlier.end());
    }
    const auto first = std::find_if(earlier.begin(), earlier.end(), [&](std::size_t before) { return told_before(at, before); });
    if (first == earlier.end()) {
      if (number.empty() && !drafts[at].plan) number.push_back(at);  // the first is the one that an action belongs to
      if (words.size() < 8) words.push_back(at);  // more of the same words stand for nothing new
      continue;
    }
    merge(drafts[*first].seen, drafts[at].seen);
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
