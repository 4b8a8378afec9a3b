#include "model/measures.h"

#include <cmath>

namespace casewright {

Counts& Counts::operator+=(const Counts& more) {
  static constexpr std::array<double Counts::*, 12> fields{
      &Counts::words, &Counts::sentences,     &Counts::syllables,  &Counts::letters,    &Counts::characters, &Counts::hard,
      &Counts::polysyllables, &Counts::long_words, &Counts::unfamiliar, &Counts::passives, &Counts::nominals,  &Counts::paragraphs};
  for (double Counts::*field : fields) this->*field += more.*field;
  return *this;
}

const std::array<MeasureName, 12>& measure_names() {
  static const std::array<MeasureName, 12> names{{
      {"mean-sentence-words", "mean_sentence_words", &Measures::mean_sentence_words},
      {"mean-paragraph-words", "mean_paragraph_words", &Measures::mean_paragraph_words},
      {"flesch-reading-ease", "flesch_reading_ease", &Measures::flesch_reading_ease, true},
      {"flesch-kincaid-grade", "flesch_kincaid_grade", &Measures::flesch_kincaid_grade},
      {"gunning-fog", "gunning_fog", &Measures::gunning_fog},
      {"smog", "smog", &Measures::smog},
      {"ari", "ari", &Measures::ari},
      {"coleman-liau", "coleman_liau", &Measures::coleman_liau},
      {"dale-chall", "dale_chall", &Measures::dale_chall},
      {"lix", "lix", &Measures::lix},
      {"passive-ratio", "passive_ratio", &Measures::passive_ratio},
      {"nominal-ratio", "nominal_ratio", &Measures::nominal_ratio},
  }};
  return names;
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
  measures.mean_paragraph_words = counts.paragraphs == 0 ? 0 : words / counts.paragraphs;
  measures.flesch_reading_ease = 206.835 - 1.015 * length - 84.6 * syllables;
  measures.flesch_kincaid_grade = .39 * length + 11.8 * syllables - 15.59;
  measures.gunning_fog = .4 * (length + 100 * counts.hard / words);
  measures.smog = 1.043 * std::sqrt(30 * counts.polysyllables / sentences) + 3.1291;
  measures.ari = 4.71 * counts.characters / words + .5 * length - 21.43;
  measures.coleman_liau = .0588 * 100 * counts.letters / words - .296 * 100 * sentences / words - 15.8;
  measures.dale_chall = .1579 * unfamiliar + .0496 * length + (unfamiliar > 5 ? 3.6365 : 0);
  measures.lix = length + 100 * counts.long_words / words;
  measures.passive_ratio = counts.passives / sentences;
  measures.nominal_ratio = counts.nominals / words;
  return measures;
}

}  // namespace casewright
