#include "language/name_position.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "language/name_words.h"

namespace casewright {
namespace {

using Tokens = std::vector<SeenToken>;

constexpr std::array<std::string_view, 16> before_times{"in",   "on",   "during", "since", "until", "last", "next", "early",
                                                        "late", "mid",  "each",   "every", "this",  "till", "mid-", "throughout"};
constexpr std::array<std::string_view, 12> doubtful_before_times{"to", "by", "of", "from", "and", "after", "before", "for", "between",
                                                                 "or", "around", "through"};
constexpr std::array<std::string_view, 37> after_plain_words{
    "the", "a",  "an",  "this", "these", "those", "he",  "she", "it",   "they", "we",   "you",  "i", "there",
    "any", "be", "not", "of",   "for",   "that",  "his", "her", "their", "its", "such", "your", "my",
    "anything", "anyone", "anybody", "something", "someone", "somebody", "everything", "everyone", "everybody", "nothing"};
constexpr std::array<std::string_view, 78> function_words{
    "the",    "a",      "an",     "he",     "she",     "it",      "they",   "we",      "you",     "i",      "his",
    "her",    "their",  "its",    "our",    "this",    "that",    "these",  "those",   "there",   "in",     "on",
    "at",     "by",     "for",    "from",   "with",    "when",    "while",  "where",   "who",     "what",   "how",
    "why",    "as",     "if",     "but",    "and",     "however", "no",     "all",     "both",    "after",  "before",
    "mother", "father", "mum",    "dad",    "then",    "once",    "since",  "although", "though", "because", "until",
    "to",     "of",     "or",     "also",   "only",    "so",      "did",    "was",     "were",    "is",     "had",
    "has",    "child",  "sister", "brother", "neither", "seen",   "saw",    "told",    "asked",   "did",    "re", "today"};

const SeenToken* neighbour(const Tokens& tokens, std::size_t at, int step) {
  const auto index = static_cast<std::ptrdiff_t>(at) + step;
  return index < 0 || index >= static_cast<std::ptrdiff_t>(tokens.size()) ? nullptr : &tokens[static_cast<std::size_t>(index)];
}

std::string_view folded(const SeenToken* token) { return token == nullptr ? std::string_view() : token->word->folded; }

bool possessive(const SeenToken* token) { return token != nullptr && token->casing == Casing::punctuation && folded(token) == "'s"; }

/// "Grounds for Hope and Grace": most words of a heading are capitalised, so a capital says nothing.
bool in_title_case(const Tokens& tokens) {
  std::size_t words = 0, capitals = 0;
  for (const SeenToken& each : tokens) {
    if (!each.is_word() || each.casing == Casing::number || each.word->folded.size() < 4) continue;
    ++words;
    capitals += each.capital();
  }
  const bool stopped = !tokens.empty() && folded(&tokens.back()) == ".";
  return words >= 2 && capitals == words && !stopped && tokens.size() <= 14;
}

/// "Summer" with a capital inside a sentence: English writes seasons small, though not everybody does.
Standing standing_of_season(const SeenToken* before, const SeenToken* after) {
  if (before == nullptr) return among(after_plain_words, folded(after)) ? Standing::plain_word : Standing::name;
  const bool told_as_time = among(before_times, folded(before)) || (after != nullptr && after->casing == Casing::number);
  return told_as_time || is_time_word(folded(before)) || before->casing == Casing::number ? Standing::unclear : Standing::name;
}

/// A year before a month says nothing of it: "In 2014 May rang".
bool is_year(const SeenToken& number) { return number.word->folded.size() == 4 && number.word->folded.find_first_not_of("0123456789") == std::string::npos; }

bool is_month(std::string_view word) {
  return among({"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}, word);
}

/// How a word that tells a time stands; of two months side by side one is somebody ("In April April was three"), and
/// nothing is on a month.
Standing standing_of_time(std::string_view word, const SeenToken* before, const SeenToken* after) {
  if (after != nullptr && after->casing == Casing::number) return Standing::plain_word;
  if (before != nullptr && before->casing == Casing::number) return is_year(*before) ? Standing::unclear : Standing::plain_word;
  if (is_month(word) && folded(before) == "on") return among({"day", "bank", "half-term"}, folded(after)) ? Standing::plain_word : Standing::name;
  if (before != nullptr && among(before_times, folded(before))) return Standing::plain_word;
  if (is_month(word) && is_month(folded(before))) return Standing::unclear;
  if (before != nullptr && (is_time_word(folded(before)) || is_time_word(folded(after)))) return Standing::plain_word;
  if (before == nullptr && among(after_plain_words, folded(after))) return Standing::plain_word;
  if (among(doubtful_before_times, folded(before))) return Standing::unclear;
  if (before != nullptr && before->is_word() && !before->capital()) return Standing::name;
  return Standing::unclear;
}

Standing standing_at_start(const SeenToken& token, const SeenToken* after) {
  if (after == nullptr) return Standing::unclear;
  if (is_past_verb(folded(after)) && !after->capital()) return Standing::name;
  if (among(after_plain_words, folded(after))) return Standing::plain_word;
  return token.never_small ? Standing::name : Standing::unclear;
}

bool stranger(const SeenToken& token) {
  if (token.casing != Casing::capitalised || token.word->known || token.word->title) return false;
  return token.word->folded.size() > 1 && !is_time_word(token.word->folded) && !among(function_words, token.word->folded);
}

}  // namespace

Standing standing_of(const Tokens& tokens, std::size_t at) {
  const SeenToken& token = tokens[at];
  const SeenToken *before = neighbour(tokens, at, -1), *after = neighbour(tokens, at, 1);
  if (!token.capital()) return Standing::plain_word;
  const bool time = is_time_word(token.word->folded);
  if (time) {
    const SeenToken* ahead = token.opens_sentence ? nullptr : before;
    const Standing standing = is_season(token.word->folded) ? standing_of_season(ahead, after) : standing_of_time(token.word->folded, ahead, after);
    if (standing != Standing::name) return standing;
  }
  if (in_capitals(tokens, at) || in_title_case(tokens)) return Standing::unclear;
  if (possessive(after)) return Standing::name;
  if (token.opens_sentence) return standing_at_start(token, after);
  if (after != nullptr && stranger(*after) && !after->opens_sentence) return Standing::unclear;
  if (before != nullptr && stranger(*before) && !before->opens_sentence) return Standing::unclear;
  return Standing::name;
}

bool in_capitals(const Tokens& tokens, std::size_t at) {
  bool loud = false;
  const std::size_t from = at < 4 ? 0 : at - 4, to = std::min(tokens.size(), at + 5);
  for (std::size_t i = from; i < to; ++i) {
    if (i == at || !tokens[i].is_word() || tokens[i].casing == Casing::number) continue;
    if (!tokens[i].capital() || tokens[i].casing == Casing::capitalised) return false;
    loud = loud || (tokens[i].casing == Casing::capitals && tokens[i].word->folded.size() > 3);
  }
  return loud;
}

bool stranger_follows(const Tokens& tokens, std::size_t last) {
  if (last + 1 >= tokens.size()) return false;
  const SeenToken& next = tokens[last + 1];
  return next.span.begin == tokens[last].span.end + 1 && !next.opens_sentence && stranger(next);
}

bool stranger_precedes(const Tokens& tokens, std::size_t first) {
  if (first == 0) return false;
  const SeenToken& before = tokens[first - 1];
  return before.span.end + 1 == tokens[first].span.begin && !tokens[first].opens_sentence && stranger(before);
}

}  // namespace casewright
