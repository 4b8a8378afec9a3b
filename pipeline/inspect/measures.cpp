#include "inspect/measures.h"

#include "language/passives.h"

namespace casewright {
namespace {

/// A sentence with fewer words is nobody's worst; its scores mean nothing.
constexpr double least_words = 8;

/// What the words of one sentence come to, in whole numbers: every word of a text is added.
struct Tally {
  std::uint64_t words = 0, syllables = 0, letters = 0, characters = 0;
  std::uint64_t polysyllables = 0, hard = 0, long_words = 0, unfamiliar = 0, nominals = 0;

  void add(const Token& token, const WordFacts& word) {
    ++words;
    syllables += word.syllables;
    letters += word.letters;
    characters += word.characters;
    const bool name = token.casing == Casing::capitalised && !token.opens_sentence;
    polysyllables += word.syllables >= 3;
    hard += word.syllables >= 3 && !name && !word.easy_long;
    long_words += word.letters > 6;
    unfamiliar += !word.familiar && !name;
    nominals += word.classes.has(WordClass::nominal) && !name;
  }

  Counts counts() const {
    Counts counts;
    counts.words = static_cast<double>(words);
    counts.sentences = words > 0;
    counts.syllables = static_cast<double>(syllables);
    counts.letters = static_cast<double>(letters);
    counts.characters = static_cast<double>(characters);
    counts.polysyllables = static_cast<double>(polysyllables);
    counts.hard = static_cast<double>(hard);
    counts.long_words = static_cast<double>(long_words);
    counts.unfamiliar = static_cast<double>(unfamiliar);
    counts.nominals = static_cast<double>(nominals);
    return counts;
  }
};

Counts count_sentence(const Prose& prose, const WordTable& words, const Sentence& sentence) {
  Tally tally;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at)
    if (counts_as_word(prose.tokens[at])) tally.add(prose.tokens[at], words.of(prose.tokens[at]));
  Counts counts = tally.counts();
  counts.passives =
      counts.words > 0 && !passives_in(prose, words, sentence.first_token, sentence.end_token).empty();
  return counts;
}

/// Keeps for each measure the sentence that is worst by itself.
class Hardest {
 public:
  void meet(const Counts& counts, Span span) {
    if (counts.words < least_words) return;
    const Measures measures = measures_of(counts);
    for (std::size_t at = 0; at < measure_names().size(); ++at) {
      const MeasureName& name = measure_names()[at];
      const double value = name.high_is_easy ? -(measures.*name.value) : measures.*name.value;
      if (!spans[at].empty() && value <= worst_[at]) continue;
      worst_[at] = value;
      spans[at] = span;
    }
  }
  std::array<Span, 12> spans;

 private:
  std::array<double, 12> worst_{};
};

}  // namespace

bool reads_as_prose(const Prose& prose, const WordTable& words, const Stretch& stretch) {
  constexpr std::uint32_t few = 12;  // too few tokens to judge by
  const std::uint32_t all = stretch.end_token - stretch.first_token;
  if (all < few) return true;
  std::uint32_t plain = 0, welsh = 0;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const Token& token = prose.tokens[at];
    plain += token.casing != Casing::punctuation && token.casing != Casing::number && token.casing != Casing::mixed;
    welsh += words.of(token).welsh;
  }
  return plain * 5 > all * 3 && welsh * 7 < plain;
}

MeasuredText measure_text(const Prose& prose, const WordTable& words) {
  MeasuredText text;
  Hardest hardest;
  for (const Stretch& stretch : prose.stretches) {
    if (!prose_scopes.has(stretch.scope) || !reads_as_prose(prose, words, stretch)) continue;
    Counts paragraph;
    for (std::uint32_t at = stretch.first_sentence; at < stretch.end_sentence; ++at) {
      const Counts counts = count_sentence(prose, words, prose.sentences[at]);
      hardest.meet(counts, prose.sentences[at].span);
      paragraph += counts;
    }
    if (paragraph.words == 0) continue;
    paragraph.paragraphs = 1;
    if (text.sections.empty() || text.sections.back().heading != stretch.heading)
      text.sections.push_back({stretch.heading, {}});
    text.sections.back().counts += paragraph;
    text.counts += paragraph;
  }
  text.hardest = hardest.spans;
  return text;
}

}  // namespace casewright
