#include "language/name_tagger.h"

#include <algorithm>
#include <cmath>

namespace casewright {
namespace {

/// The scores that each form lends to itself and to its neighbours, summed up once.
struct FormScores {
  std::array<LabelScores, 5> by_step{};  ///< of the token two to the left of the form, ... two to the right
};

class Tagger {
 public:
  Tagger(const NameModel& model, const Prose& prose) : model_(model), prose_(prose), features_(prose, model.ordinary()) {
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) follows_[a][b] = precedes_[b][a] = std::exp(model.follows(a, b));
    lend();
  }

  std::vector<LabelChances> run() {
    std::vector<LabelChances> chances(prose_.tokens.size());
    for (const Stretch& each : prose_.stretches)
      if (each.first_token < each.end_token) tag(each.first_token, each.end_token, chances);
    return chances;
  }

 private:
  void lend() {
    lent_.resize(features_.forms());
    std::vector<NameFeature> found;
    for (std::uint32_t form = 0; form < features_.forms(); ++form)
      for (int step = -2; step <= 2; ++step) {
        found.clear();
        if (step == 0) features_.of_word(form, found);
        else features_.of_neighbour(form, step, found);
        for (const NameFeature each : found) model_.fetch(each);
        for (const NameFeature each : found) model_.add(each, lent_[form].by_step[static_cast<std::size_t>(step + 2)]);
      }
  }

  LabelScores scores_at(std::uint32_t at, std::uint32_t first, std::uint32_t end) {
    LabelScores scores{};
    for (int step = -2; step <= 2; ++step) {
      // What stands `step` to the left lends to what stands `step` to its right.
      const std::int64_t from = static_cast<std::int64_t>(at) - step;
      const bool inside = from >= first && from < end;
      const std::uint32_t form = inside ? features_.form_of(static_cast<std::uint32_t>(from)) : 0;
      const LabelScores& lent = lent_[form].by_step[static_cast<std::size_t>(step + 2)];
      for (std::size_t label = 0; label < name_labels; ++label) scores[label] += lent[label];
    }
    // Where word and neighbours leave no doubt, what else the place says cannot change it.
    constexpr float no_doubt = 9;
    if (scores[0] - *std::max_element(scores.begin() + 1, scores.end()) > no_doubt) {
      scores.fill(-1e9f);
      scores[0] = 0;
      return scores;
    }
    found_.clear();
    features_.of_place(at, first, end, found_);
    for (const NameFeature each : found_) model_.fetch(each);
    for (const NameFeature each : found_) model_.add(each, scores);
    return scores;
  }

  /// The tokens of one stretch. One that is surely no name parts those before it from those after, so that only the
  /// runs between such tokens are worked out.
  void tag(std::uint32_t first, std::uint32_t end, std::vector<LabelChances>& chances) {
    std::uint32_t run = first;
    weight_.clear();
    for (std::uint32_t at = first; at < end; ++at) {
      const LabelScores scores = scores_at(at, first, end);
      const bool sure = scores[1] < -1e8f;
      if (sure) {
        chances[at].fill(0);
        chances[at][0] = 1;
      } else {
        weight_.push_back(weights_of(scores));
      }
      if (!sure && at + 1 < end) continue;
      if (!weight_.empty()) tag_run(run, run > first, sure, chances);
      weight_.clear();
      run = at + 1;
    }
  }

  static LabelScores weights_of(const LabelScores& scores) {
    LabelScores weights;
    const float most = *std::max_element(scores.begin(), scores.end());
    for (std::size_t label = 0; label < name_labels; ++label)
      weights[label] = scores[label] - most < -30 ? 0 : std::exp(scores[label] - most);
    return weights;
  }

  /// Forward and backward sums, each scaled to one, over tokens whose weights are at hand; a word that is no name
  /// stands before them, behind them, or both. Whole rows of labels are added at once, so that the compiler makes vectors of them.
  void tag_run(std::uint32_t first, bool after_none, bool before_none, std::vector<LabelChances>& chances) {
    const std::size_t count = weight_.size();
    scale_.resize(count);
    LabelChances here = after_none ? product(weight_[0], follows_[0]) : weight_[0];
    for (std::size_t i = 0;; here = product(carried(here, follows_), weight_[i])) {
      float sum = 0;
      for (const float each : here) sum += each;
      scale_[i] = sum;
      for (float& each : here) each /= sum;
      chances[first + i] = here;
      if (++i == count) break;
    }
    LabelScores back;
    back.fill(1);
    if (before_none) {
      float sum = 0;
      for (std::size_t a = 0; a < name_labels; ++a) sum += here[a] * follows_[a][0];
      for (std::size_t a = 0; a < name_labels; ++a) back[a] = follows_[a][0] / sum;
      chances[first + count - 1] = product(here, back);
    }
    for (std::size_t i = count - 1; i-- > 0;) {
      LabelScores ahead = product(weight_[i + 1], back);
      for (float& each : ahead) each /= scale_[i + 1];
      back = carried(ahead, precedes_);
      chances[first + i] = product(chances[first + i], back);
    }
  }

  using Matrix = std::array<LabelScores, name_labels>;

  static LabelScores product(const LabelScores& some, const LabelScores& others) {
    LabelScores all;
    for (std::size_t label = 0; label < name_labels; ++label) all[label] = some[label] * others[label];
    return all;
  }

  /// The rows of the matrix, each as often as its label has weight.
  static LabelScores carried(const LabelScores& weights, const Matrix& rows) {
    LabelScores all{};
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) all[b] += weights[a] * rows[a][b];
    return all;
  }

  const NameModel& model_;
  const Prose& prose_;
  NameFeatures features_;
  std::vector<FormScores> lent_;
  Matrix follows_{}, precedes_{};  ///< by the label before, and by the label behind
  std::vector<LabelScores> weight_;
  std::vector<float> scale_;
  std::vector<NameFeature> found_;
};

}  // namespace

std::vector<LabelChances> tag_names(const NameModel& model, const Prose& prose) { return Tagger(model, prose).run(); }

}  // namespace casewright
