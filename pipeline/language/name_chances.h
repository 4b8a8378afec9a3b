#pragma once

#include <cstdint>
#include <vector>

#include "language/name_labels.h"
#include "language/name_model.h"

namespace casewright {

/// How likely each label is for one token; they add up to one.
using LabelChances = LabelScores;

/// The chances of every label for the tokens of a document. Most tokens are as good as surely no name: those take no room.
class NameChances {
 public:
  explicit NameChances(std::size_t tokens) : row_of_(tokens), rows_(1) { rows_[0][0] = 1; }

  std::size_t size() const { return row_of_.size(); }
  const LabelChances& operator[](std::size_t token) const { return rows_[row_of_[token]]; }
  /// True where nothing but "none" is worth a thought.
  bool surely_none(std::size_t token) const { return row_of_[token] == 0; }
  /// The chances of a token, to be written over.
  LabelChances& change(std::size_t token) {
    if (row_of_[token] == 0) {
      row_of_[token] = static_cast<std::uint32_t>(rows_.size());
      rows_.push_back(rows_.front());
    }
    return rows_[row_of_[token]];
  }

 private:
  std::vector<std::uint32_t> row_of_;  ///< beside Prose::tokens; 0: surely no name
  std::vector<LabelChances> rows_;
};

/// The chance that a token gives somebody away.
inline float chance_of_telling(const LabelChances& chances) {
  float sum = 0;
  for (auto label = static_cast<std::size_t>(NameLabel::person); label < static_cast<std::size_t>(NameLabel::public_person); ++label)
    sum += chances[label];
  return sum;
}

}  // namespace casewright
