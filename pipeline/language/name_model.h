#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/world.h"
#include "language/name_features.h"
#include "language/name_labels.h"
#include "language/word_filter.h"

namespace casewright {

/// A weight for each label.
using LabelScores = std::array<float, name_labels>;

/// The weights of a linear-chain conditional random field over words: one row for each feature, one byte for each
/// label, and what it costs that one label follows another. Read-only once made.
class NameModel {
 public:
  /// A feature with its weights, as training gives them.
  struct Row {
    NameFeature feature = 0;
    LabelScores weights{};
  };

  NameModel(const std::vector<Row>& rows, const std::array<LabelScores, name_labels>& follows, WordFilter ordinary, NameLists lists);

  /// The model that `bytes` hold, or nothing where they hold none. Its weights stay where they are in them.
  static std::optional<NameModel> from_bytes(const StillBytes& bytes);
  std::string to_bytes() const;

  /// Stems of ordinary words, which the features ask about.
  const WordFilter& ordinary() const { return ordinary_; }
  /// Words of lists of names, which the features ask about.
  const NameLists& lists() const { return lists_; }
  /// False where `feature` surely has no weights, as most have none; a look at few bytes.
  bool may_hold(NameFeature feature) const {
    const std::uint64_t bit = (feature >> 32) & (held_.size() * 64 - 1);
    return (held_[bit / 64] >> bit % 64 & 1u) != 0;
  }
  /// Asks for the weights of `feature` ahead of time.
  void fetch(NameFeature feature) const { __builtin_prefetch(table_.view.data() + (feature & last_) * sizeof(Slot)); }
  /// Adds the weights of `feature` to `scores`.
  void add(NameFeature feature, LabelScores& scores) const;
  /// The weight of `label` after `before`.
  float follows(std::size_t before, std::size_t label) const { return follows_[before][label]; }

 private:
  struct Slot {
    std::uint32_t check = 0;  ///< 0: empty
    std::array<std::int8_t, name_labels> weights{};
  };
  static_assert(sizeof(Slot) == 16);

  NameModel() = default;
  std::array<WordFilter*, 4> filters() { return {&ordinary_, &lists_.given, &lists_.family, &lists_.places}; }
  void set_table(StillBytes table);
  std::uint32_t check_at(std::size_t slot) const;
  const char* slot_of(NameFeature feature) const;

  StillBytes table_;                 ///< slots, a power of two of them, wherever a file holds them
  std::size_t last_ = 0;             ///< of them
  std::vector<std::uint64_t> held_;  ///< a bit for the lowest part of each check in `table_`
  WordFilter ordinary_;
  NameLists lists_;
  float step_ = 1;           ///< what one unit of a stored weight stands for
  std::array<LabelScores, name_labels> follows_{};
};

}  // namespace casewright
