#include "inspect/kinds/told_language.h"

#include <algorithm>
#include <set>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t fewest_words = 8, fewest_different = 3, least_share = 6;  // one word in six

/// Words that English cannot do without and its neighbours do not have: not "in", "is" or "was".
bool only_english(std::string_view lower) {
  return among({"the", "of", "and", "that", "with", "were", "this", "which", "from", "she", "his", "their", "been", "have", "they", "by", "to", "not", "who", "when", "should", "would"}, lower);
}

/// True where most of these words are English, whatever the document marks them as.
bool reads_as_english(const Seen& seen, const Stretch& stretch, std::size_t& marked) {
  std::size_t plain = 0;
  std::set<std::string_view> different;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const Token& token = seen.prose.tokens[at];
    if (!token.other_language || token.casing == Casing::punctuation || token.casing == Casing::number) continue;
    ++marked;
    const std::string_view lower = std::string_view(seen.lower).substr(token.begin, token.length);
    if (!only_english(lower)) continue;
    ++plain;
    different.insert(lower);
  }
  return marked >= fewest_words && different.size() >= fewest_different && plain * least_share >= marked;
}

bool is_english(std::string_view tag) { return tag.empty() || ascii_lower(tag.substr(0, 2)) == "en"; }

}  // namespace

void wrong_language(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t passages = 0, english = 0, all = 0;
  Span first;
  for (const Stretch& stretch : seen.prose.stretches) {
    if (!visible_scopes.has(stretch.scope)) continue;
    std::size_t marked = 0;
    const bool is = reads_as_english(seen, stretch, marked);
    all += marked;
    if (!is) continue;
    english += marked;
    if (++passages == 1) first = stretch.span;
  }
  if (passages == 0) return;
  const bool whole = !is_english(seen.reading.document.language) && english * 2 > all;
  const std::string what = whole          ? "The document says that it is in another language, and most of its words are English"
                           : passages == 1 ? "A passage in English is marked as another language"
                                           : std::to_string(passages) + " passages in English are marked as another language";
  into.push_back(report(seen, rule, whole ? Span{} : first, {{"what", what}}));
}

}  // namespace casewright
