#include "ingest/reviews/imr_sentences.h"

#include <algorithm>
#include <vector>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/values/typed_number.h"

namespace casewright {
namespace {

constexpr std::size_t most_before_by = 60;   ///< bytes between "Written" and its "by"
constexpr std::size_t most_before_day = 90;  ///< bytes between "commissioned" and its day

/// Where the phrase stands in text of small letters, as whole words.
std::size_t find_phrase(std::string_view lower, std::string_view phrase) {
  for (std::size_t at = lower.find(phrase); at != std::string_view::npos; at = lower.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_word(lower[at - 1])) && (end == lower.size() || !is_word(lower[end]))) return at;
  }
  return std::string_view::npos;
}

struct PhraseFound {
  std::size_t at = std::string_view::npos, end = 0;
  bool found() const { return at != std::string_view::npos; }
};

/// The first of the phrases of a field.
PhraseFound phrase_of(Field field, std::string_view lower) {
  PhraseFound best;
  for (const Label& each : LabelGuide::of("review-sentences").labels())
    if (each.field == field)
      if (const std::size_t at = find_phrase(lower, each.words); at < best.at) best = {at, at + each.words.size()};
  return best;
}

/// The sentences of a paragraph: a stop behind an initial or a title ends none.
std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> all;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool line = text[at] == '\n';
    const bool stop = (text[at] == '.' || text[at] == '?' || text[at] == '!') && at + 1 < text.size() && text[at + 1] == ' ' && at >= 3 && text[at - 2] != ' ' && text[at - 3] != ' ';
    if (!line && !stop) continue;
    if (std::string one = fold_space(text.substr(from, at + 1 - from)); !one.empty()) all.push_back(std::move(one));
    from = at + 1;
  }
  if (std::string one = fold_space(text.substr(from)); !one.empty()) all.push_back(std::move(one));
  return all;
}

/// The person behind the "by" that follows such a phrase.
ToldPerson person_by(Field field, const std::string& sentence, bool at_begin) {
  const std::string lower = ascii_lower(sentence);
  const PhraseFound phrase = phrase_of(field, lower);
  if (!phrase.found()) return {};
  const std::size_t by = lower.find(" by ", phrase.end - (lower.substr(0, phrase.end).ends_with(" by") ? 3 : 0));
  if (by == std::string::npos || by > phrase.end + most_before_by) return {};
  // "letters written for court by ..." are not the review
  const std::string before = lower.substr(0, phrase.at);
  const bool of_review = phrase.at == 0 || before.find("report") != std::string::npos || before.find("review") != std::string::npos || before.find("paper") != std::string::npos || by <= phrase.end;
  if (at_begin && !of_review) return {};
  ToldPerson person = person_in(std::string_view(sentence).substr(by + 4));
  return is_like_a_name(person.name) ? person : ToldPerson{};
}

/// "I, Ann Lea, am Head of Care and was asked ...", "My name is Ann Lea and I am ...", "I am Ann Lea, Head of Care",
/// "Ann Lea, Head of Care, wrote this report".
ToldPerson author_speaking(const std::string& sentence) {
  ToldPerson person;
  std::string rest;
  for (const std::string_view verb : {" wrote this ", " prepared this ", " compiled this ", " completed this ", " has written this ", " has prepared this ", " has completed this "})
    if (const std::size_t at = sentence.find(verb); at != std::string::npos) {
      person = person_in(trim(std::string_view(sentence).substr(0, at)));
      return is_like_a_name(person.name) ? person : ToldPerson{};
    }
  if (sentence.starts_with("I, ")) {
    const std::size_t comma = sentence.find(", am ", 3);
    if (comma == std::string::npos) return {};
    person.name = sentence.substr(3, comma - 3);
    rest = sentence.substr(comma + 5);
  } else if (sentence.starts_with("My name is ")) {
    const std::size_t end = std::min(sentence.find(" and I am ", 11), sentence.find(", ", 11));
    person.name = sentence.substr(11, end == std::string::npos ? std::string::npos : end - 11);
    if (end != std::string::npos) rest = sentence.substr(end + (sentence[end] == ',' ? 2 : 10));
  } else if (sentence.starts_with("I am ")) {
    person = person_in(std::string_view(sentence).substr(5));
    return is_like_a_name(person.name) && !person.post.empty() ? person : ToldPerson{};
  }
  while (!person.name.empty() && person.name.back() == '.') person.name.pop_back();
  if (!is_like_a_name(person.name)) return {};
  for (const std::string_view lead : {"the ", "a ", "an "})
    if (rest.starts_with(lead)) rest.erase(0, lead.size());
  std::size_t end = rest.size();
  for (const std::string_view stop : {" and was ", " and have ", " and has ", " and had ", ", and ", " and I ", " and am ", ". ", " with "}) end = std::min(end, rest.find(stop));
  person.post = fold_space(rest.substr(0, end));
  while (!person.post.empty() && person.post.back() == '.') person.post.pop_back();
  return person;
}

/// The day behind a phrase such as "commissioned by the Board"; "requested" alone is followed by it at once.
Date day_requested(const std::string& sentence) {
  const std::string lower = ascii_lower(sentence);
  PhraseFound phrase = phrase_of(Field::requested, lower);
  std::size_t most = most_before_day;
  if (!phrase.found()) {
    phrase = phrase_of(Field::date, lower);
    most = 4;
    // "The file was requested on 3 May" is not the review
    const std::string before = lower.substr(0, std::min(phrase.at, lower.size()));
    if (!trim(before).empty() && before.find("review") == std::string::npos && before.find("report") == std::string::npos) return {};
  }
  if (!phrase.found()) return {};
  const std::string behind = sentence.substr(phrase.end);
  for (const DateInText& each : find_dates(behind))
    if (each.date.exact() && each.span.begin <= most + (most == 4 ? 10 : 0)) {
      const std::string_view between = trim(std::string_view(behind).substr(0, each.span.begin));
      if (most == 4 && !between.empty() && between != ":" && between != "on" && between.find(' ') != std::string_view::npos) return {};
      return each.date;
    } else {
      return {};
    }
  return {};
}

}  // namespace

ToldInSentences told_in_sentences(std::string_view text) {
  ToldInSentences told;
  const std::string_view words = text.substr(typed_number(text).words);
  for (const std::string& sentence : sentences_of(words)) {
    const std::string lower = ascii_lower(sentence);
    if (told.author.name.empty()) told.author = author_speaking(sentence);
    if (told.author.name.empty()) told.author = person_by(Field::author, sentence, true);
    if (!told.requested.known()) told.requested = day_requested(sentence);
    if (!told.period.first.known())
      if (const PhraseFound phrase = phrase_of(Field::period, lower); phrase.found() && phrase_of(Field::method, lower).found()) told.period = period_within(std::string_view(sentence).substr(phrase.end));
    if (phrase_of(Field::independent, lower).found()) told.independent.append(told.independent.empty() ? "" : " ").append(sentence);
  }
  return told;
}

ToldPerson signer_in(std::string_view text) {
  for (const std::string& sentence : sentences_of(text)) {
    ToldPerson person = person_by(Field::signer, sentence, false);
    if (person.name.empty()) continue;
    for (const DateInText& each : find_dates(sentence))
      if (each.date.exact() && !person.date.known()) person.date = each.date;
    return person;
  }
  return {};
}

}  // namespace casewright
