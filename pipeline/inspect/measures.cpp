#include "inspect/measures.h"

#include <cmath>

#include "inspect/words.h"

namespace casewright {
namespace {

/// What one distinct word adds wherever it stands; worked out once.
struct WordWorth {
  int syllables = 0, letters = 0, characters = 0;
  bool familiar = false;
  bool ready = false;
};

bool easy_ending(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("es") || word.ends_with("ing");
}

/// Dale-Chall counts regular forms of an easy word as easy.
bool familiar(std::string_view word, const Corpus& corpus) {
  const auto knows = [&](std::string_view each) { return corpus.familiar.count(std::string(each)) != 0; };
  if (knows(word)) return true;
  static constexpr std::string_view endings[] = {"s", "es", "d", "ed", "ing", "ly", "er", "est", "n't"};
  for (const std::string_view ending : endings) {
    if (word.size() < ending.size() + 2 || !word.ends_with(ending)) continue;
    const std::string stem(word.substr(0, word.size() - ending.size()));
    if (knows(stem) || knows(stem + "e") ||
        (stem.ends_with('i') && knows(stem.substr(0, stem.size() - 1) + "y")))
      return true;
    if (stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2] &&
        knows(stem.substr(0, stem.size() - 1)))
      return true;
  }
  return false;
}

WordWorth worth_of(const Word& word, const Corpus& corpus) {
  WordWorth worth;
  worth.ready = true;
  for (const char each : word.folded) {
    const auto byte = static_cast<unsigned char>(each);
    const bool digit = byte >= '0' && byte <= '9';
    const bool letter = std::isalpha(byte) != 0 || (byte & 0xC0) == 0xC0;
    worth.letters += letter;
    worth.characters += letter || digit;
  }
  worth.syllables = worth.letters == 0 ? 1 : syllables_of(word.folded, corpus);
  worth.familiar = worth.letters == 0 || familiar(word.folded, corpus);
  return worth;
}

void count_word(const Token& token, const WordWorth& worth, std::string_view folded, Counts& counts) {
  ++counts.words;
  counts.syllables += worth.syllables;
  counts.letters += worth.letters;
  counts.characters += worth.characters;
  const bool name = token.casing == Casing::capitalised && !token.opens_sentence;
  const bool compound = folded.find('-') != std::string_view::npos;
  counts.polysyllables += worth.syllables >= 3;
  counts.hard += worth.syllables >= 3 && !name && !compound && !(worth.syllables == 3 && easy_ending(folded));
  counts.long_words += worth.letters > 6;
  counts.unfamiliar += !worth.familiar && !name;
}

}  // namespace

Counts count(const Prose& prose, const Corpus& corpus) {
  Counts counts;
  std::vector<WordWorth> worth(prose.words.size());
  for (const Sentence& sentence : prose.sentences) {
    if (!prose_scopes.has(prose.stretches[sentence.stretch].scope)) continue;
    bool words = false;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const Token& token = prose.tokens[at];
      if (!counts_as_word(token)) continue;
      if (!worth[token.word].ready) worth[token.word] = worth_of(prose.words[token.word], corpus);
      count_word(token, worth[token.word], prose.words[token.word].folded, counts);
      words = true;
    }
    counts.sentences += words;
    counts.passives += words && !passives_in(prose, sentence.first_token, sentence.end_token, corpus).empty();
  }
  return counts;
}

Measures measures_of(const Counts& counts) {
  Measures measures;
  const double words = counts.words, sentences = counts.sentences;
  measures.words = static_cast<std::uint32_t>(words);
  measures.sentences = static_cast<std::uint32_t>(sentences);
  if (words == 0 || sentences == 0) return measures;
  const double length = words / sentences;
  const double syllables = counts.syllables / words;
  const double unfamiliar = 100 * counts.unfamiliar / words;
  measures.mean_sentence_words = length;
  measures.flesch_reading_ease = 206.835 - 1.015 * length - 84.6 * syllables;
  measures.flesch_kincaid_grade = .39 * length + 11.8 * syllables - 15.59;
  measures.gunning_fog = .4 * (length + 100 * counts.hard / words);
  measures.smog = 1.043 * std::sqrt(30 * counts.polysyllables / sentences) + 3.1291;
  measures.ari = 4.71 * counts.characters / words + .5 * length - 21.43;
  measures.coleman_liau = .0588 * 100 * counts.letters / words - .296 * 100 * sentences / words - 15.8;
  measures.dale_chall = .1579 * unfamiliar + .0496 * length + (unfamiliar > 5 ? 3.6365 : 0);
  measures.lix = length + 100 * counts.long_words / words;
  measures.passive_ratio = counts.passives / sentences;
  return measures;
}

}  // namespace casewright
