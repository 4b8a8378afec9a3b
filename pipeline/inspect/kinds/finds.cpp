#include "inspect/kinds/finds.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/kinds/places.h"

namespace casewright {

Finds::Finds(const Record& body, Preparation& preparation, std::string_view find, std::string_view match) {
  const bool ignore_case = body.attribute("case") != "kept";
  phrases_ = preparation.phrases(body, find);
  patterns_ = preparation.patterns(body, match, ignore_case);
  except_ = preparation.phrases(body, "except");
  except_patterns_ = preparation.patterns(body, "except-match", ignore_case);
  around_ = preparation.gated_patterns(body, "except-around", ignore_case);
}

std::vector<Span> Finds::places(const Seen& seen, const Rule& rule) const {
  std::vector<Span> all;
  for (const PhraseHit& hit : places_of(seen, phrases_)) all.push_back(hit.span);
  for (const Stretch& stretch : seen.prose.stretches) {
    if (patterns_.empty() || !rule.scopes.has(stretch.scope)) continue;
    for (const regex::Pattern& pattern : patterns_)
      each_match(seen.prose, stretch.span, pattern,
                 [&](const regex::Match& match) { all.push_back(match.first.empty() ? match.whole : match.first); });
  }
  std::erase_if(all, [&](Span span) {
    return span.empty() || !seen.reads(rule, span) || overlaps_any(seen, except_, span) || stands_inside(seen, around_, span) ||
           std::any_of(except_patterns_.begin(), except_patterns_.end(),
                       [&](const regex::Pattern& each) { return each.find(seen.prose.view(span)).has_value(); });
  });
  std::sort(all.begin(), all.end(), [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Span> kept;
  for (const Span span : all)
    if (kept.empty() || span.begin >= kept.back().end) kept.push_back(span);
  return kept;
}

bool stands_inside(const Seen& seen, const std::vector<GatedPattern>& patterns, Span span) {
  bool inside = false;
  const std::uint32_t stretch = seen.stretch_index(span.begin);
  for (const GatedPattern& each : patterns)
    if (seen.meets(each.needs, stretch))
      each_match(seen.prose, seen.prose.stretches[stretch].span, each.pattern, [&](const regex::Match& match) {
        inside = inside || (match.whole.begin <= span.begin && span.end <= match.whole.end && match.whole.length() > span.length());
      });
  return inside;
}

std::string shown_words(std::string_view found) {
  const std::string words = fold_space(found);
  const bool small = std::none_of(words.begin(), words.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  });
  return small && words.size() < 60 ? words : "these words";
}

}  // namespace casewright
