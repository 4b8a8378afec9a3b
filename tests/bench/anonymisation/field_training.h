#pragma once

#include <vector>

#include "labelled_texts.h"
#include "language/name_model.h"

namespace casewright::bench {

/// How a model is trained.
struct TrainingPlan {
  int rounds = 5;           ///< walks over all texts
  int bags = 6;             ///< models, each of texts drawn by lot, whose weights are averaged
  int least = 2;            ///< features seen less often are left out
  double l1 = 0.25;         ///< what pulls weights to nought, so that most features need no room
  double l2 = 0.5;
  double rate = 0.15;
  std::size_t most_rows = 114000;
};

/// Trains a conditional random field by following the regularised leader, one stretch of text at a time
/// (McMahan and others, "Ad Click Prediction", 2013, algorithm 1). The same texts give the same model.
/// It learns what being listed is worth from the part of `lists`, so that a name which stands in none is no surprise to
/// it. The first model asks the whole lists, the second, to measure with, only the part.
std::pair<NameModel, NameModel> train_field(const std::vector<LabelledText>& texts, const WordFilter& ordinary, const NameListsPair& lists, const TrainingPlan& plan);

}  // namespace casewright::bench
