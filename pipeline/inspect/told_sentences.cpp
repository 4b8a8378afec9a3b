#include "inspect/told_sentences.h"

#include <algorithm>

#include "inspect/number_words.h"

namespace casewright {
namespace {

constexpr double same_matter = 0.62;

bool is_word(const Prose& prose, const Token& token) {
  return token.casing != Casing::punctuation && token.casing != Casing::number && prose.words[token.word].folded.size() >= 3;
}

bool is_time(std::string_view word) {
  for (const std::string_view each : {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
                                      "december", "section", "paragraph", "chapter", "page", "act", "table", "figure", "appendix", "finding",
                                      "recommendation", "working", "spring", "summer", "autumn", "winter", "the", "and", "per", "hundred", "thousand"})
    if (word == each) return true;
  return false;
}

/// The number at a token, unless it is a part of a date, a reference or a larger number.
bool number_at(const Prose& prose, std::uint32_t at, std::uint32_t first, std::uint32_t end, ToldNumber& number) {
  const auto word = [&](std::uint32_t index) -> const std::string& { return prose.words[prose.tokens[index].word].folded; };
  const auto value = number_of_words(word(at));
  constexpr int most = 999;  // beyond it are years and references
  if (!value || *value < 2 || *value > most) return false;
  const bool before = at > first, after = at + 1 < end;
  number.value = *value;
  number.span = prose.tokens[at].span();
  if (before && (word(at - 1) == "aged" || word(at - 1) == "age")) {
    number.of = "aged";
    return true;
  }
  if (before && (is_time(word(at - 1)) || number_of_words(word(at - 1)))) return false;
  if (!after || is_time(word(at + 1)) || number_of_words(word(at + 1)) || !is_word(prose, prose.tokens[at + 1])) return false;
  number.of = word(at + 1);
  if (number.of.size() > 3 && number.of.ends_with('s')) number.of.pop_back();
  return true;
}

}  // namespace

std::vector<ToldSentence> told_sentences(const Prose& prose) {
  constexpr std::size_t least_words = 5;
  const Scopes read = prose_scopes.with(Scope::list).with(Scope::cell);
  std::vector<ToldSentence> all;
  for (const Sentence& sentence : prose.sentences) {
    if (!read.has(prose.stretches[sentence.stretch].scope) || sentence.end_token - sentence.first_token < least_words) continue;
    std::vector<ToldNumber> numbers;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      ToldNumber number;
      if (number_at(prose, at, sentence.first_token, sentence.end_token, number)) numbers.push_back(std::move(number));
    }
    if (!numbers.empty()) all.push_back({sentence.span, WordBag(prose.view(sentence.span)), std::move(numbers)});
  }
  return all;
}

std::vector<ToldTwice> told_differently(const std::vector<ToldSentence>& here, const std::vector<ToldSentence>& there) {
  std::vector<ToldTwice> all;
  for (const ToldSentence& one : here) {
    const ToldSentence* nearest = nullptr;
    double likeness = same_matter;
    for (const ToldSentence& other : there)
      if (alike(one.words, other.words, likeness)) {
        nearest = &other;
        likeness = one.words.likeness(other.words);
      }
    if (nearest == nullptr) continue;
    for (const ToldNumber& number : one.numbers) {
      const ToldNumber* differs = nullptr;
      bool same = false;
      for (const ToldNumber& other : nearest->numbers) {
        if (other.of != number.of) continue;
        same = same || other.value == number.value;
        differs = &other;
      }
      if (differs != nullptr && !same) all.push_back({&number, differs, nearest->span});
    }
  }
  return all;
}

}  // namespace casewright
