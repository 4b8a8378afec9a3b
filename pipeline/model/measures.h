#pragma once

#include <cstdint>

namespace casewright {

/// What a report measures, over prose blocks only (BASELINES.md, Plain English).
struct Measures {
  std::uint32_t pages = 0, words = 0, sentences = 0;
  double mean_sentence_words = 0;
  double flesch_reading_ease = 0, flesch_kincaid_grade = 0, gunning_fog = 0, smog = 0, ari = 0;
  double coleman_liau = 0, dale_chall = 0, lix = 0;
  double passive_ratio = 0;
};

}  // namespace casewright
