#include "inspect/told_sentences.h"

#include <algorithm>

#include "base/dates.h"
#include "base/number_words.h"

namespace casewright {
namespace {

constexpr double same_matter = 0.62, same_but_for_the_day = 0.7;
constexpr std::string_view day_told = "the date";

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

/// "3 March 2015" and "3rd March 2015" at a token; the number is one for each day there is.
bool date_at(const Prose& prose, std::uint32_t at, std::uint32_t end, ToldNumber& number) {
  if (at + 2 >= end) return false;
  const auto word = [&](std::uint32_t index) -> const std::string& { return prose.words[prose.tokens[index].word].folded; };
  const std::size_t digits = std::min(word(at).find_first_not_of("0123456789"), word(at).size());
  if (digits == 0 || digits > 2) return false;  // most words: a month's name is looked up behind a day alone
  const std::string_view tail = std::string_view(word(at)).substr(digits);
  const int month = month_of_name(word(at + 1));
  const std::string& year = word(at + 2);
  const bool whole_year = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
  const bool day = tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
  if (!day || month == 0 || !whole_year) return false;
  const int day_of_month = std::stoi(word(at).substr(0, digits));
  number.value = (std::stoi(year) * 12 + month) * 32 + day_of_month;
  number.of = day_told;
  number.span = {prose.tokens[at].span().begin, prose.tokens[at + 2].span().end};
  number.said = std::to_string(day_of_month) + " " + std::string(prose.view(prose.tokens[at + 1].span())) + " " + year;
  return true;
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
      if (date_at(prose, at, sentence.end_token, number)) {
        numbers.push_back(std::move(number));
        at += 2;
      } else if (number_at(prose, at, sentence.first_token, sentence.end_token, number)) {
        number.said = std::to_string(number.value);
        numbers.push_back(std::move(number));
      }
    }
    if (!numbers.empty()) all.push_back({sentence.span, WordBag(prose.view(sentence.span)), std::move(numbers)});
  }
  return all;
}

namespace {

bool tells_of_day(const std::vector<ToldSentence>& sentences, int day) {
  return std::any_of(sentences.begin(), sentences.end(), [day](const ToldSentence& each) {
    return std::any_of(each.numbers.begin(), each.numbers.end(), [day](const ToldNumber& number) { return number.of == day_told && number.value == day; });
  });
}

}  // namespace

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
      if (number.of == day_told && (likeness < same_but_for_the_day || tells_of_day(there, number.value))) continue;
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
