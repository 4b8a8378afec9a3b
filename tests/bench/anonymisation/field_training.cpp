#include "field_training.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <unordered_map>

namespace casewright::bench {
namespace {

using Scores = std::array<double, name_labels>;

/// One stretch of text as training sees it.
struct Chain {
  std::vector<std::vector<std::uint32_t>> rows;  ///< of each token's features
  std::vector<std::uint8_t> labels;
  double weight = 1;
};

/// A weight that follows the regularised leader.
struct Weight {
  float leader = 0, squares = 0;
};

class Field {
 public:
  Field(const std::vector<LabelledText>& texts, const WordFilter& ordinary, const NameListsPair& lists, const TrainingPlan& plan)
      : plan_(plan), ordinary_(ordinary), lists_(lists) {
    count(texts);
    for (const LabelledText& text : texts) add(text);
    counts_.clear();
    weights_.resize(number_.size() * name_labels);
    mean_.resize(weights_.size());
    std::printf("%zu chains, %zu features\n", chains_.size(), number_.size());
  }

  std::pair<NameModel, NameModel> train() {
    for (int bag = 0; bag < plan_.bags; ++bag) train_once(20150302 + static_cast<std::uint64_t>(bag));
    return {model(lists_.whole), model(lists_.part)};
  }

 private:
  /// Trains one model and adds its weights to the mean.
  void train_once(std::uint64_t state) {
    std::fill(weights_.begin(), weights_.end(), Weight{});
    follows_ = {};
    const auto lot = [&state](std::size_t of) {
      state = state * 6364136223846793005ull + 1442695040888963407ull;
      return static_cast<std::uint32_t>((state >> 33) % of);
    };
    std::vector<std::uint32_t> order = drawn(lot);
    for (int round = 0; round < plan_.rounds; ++round) {
      for (std::size_t left = order.size(); left > 1; --left) {
        std::swap(order[left - 1], order[lot(left)]);
      }
      double loss = 0;
      for (const std::uint32_t each : order) loss += learn(chains_[each]);
      std::printf("round %d: loss %.0f\n", round + 1, loss);
      std::fflush(stdout);
    }
    for (std::size_t at = 0; at < weights_.size(); ++at) mean_[at] += static_cast<float>(value(weights_[at]) / plan_.bags);
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) mean_follows_[a][b] += static_cast<float>(value(follows_[a][b]) / plan_.bags);
  }

  /// As many chains as there are, drawn by lot with repetition; each once where there is one model.
  template <class Lot>
  std::vector<std::uint32_t> drawn(const Lot& lot) const {
    std::vector<std::uint32_t> order(chains_.size());
    std::iota(order.begin(), order.end(), 0u);
    if (plan_.bags > 1)
      for (std::uint32_t& each : order) each = lot(chains_.size());
    return order;
  }

  template <class Visit>
  void visit(const LabelledText& text, const Visit& each_stretch) const {
    const LabelledProse made = prose_of(text);
    const NameFeatures features(made.prose, ordinary_, lists_.part);
    for (const Stretch& stretch : made.prose.stretches)
      if (stretch.scope <= Scope::to_write && stretch.first_token < stretch.end_token) each_stretch(made, features, stretch);
  }

  void count(const std::vector<LabelledText>& texts) {
    std::vector<NameFeature> found;
    for (const LabelledText& text : texts)
      visit(text, [&](const LabelledProse&, const NameFeatures& features, const Stretch& stretch) {
        for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
          found.clear();
          features.all_of(at, stretch, found);
          for (const NameFeature each : found) ++counts_[each];
        }
      });
    // Numbers go by the feature, so that no hash table's order decides anything.
    std::vector<NameFeature> kept;
    for (const auto& [feature, seen] : counts_)
      if (seen >= plan_.least) kept.push_back(feature);
    std::sort(kept.begin(), kept.end());
    for (const NameFeature each : kept) number_.emplace(each, static_cast<std::uint32_t>(number_.size()));
  }

  void add(const LabelledText& text) {
    std::vector<NameFeature> found;
    visit(text, [&](const LabelledProse& made, const NameFeatures& features, const Stretch& stretch) {
      Chain chain;
      chain.weight = text.weight;
      for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
        found.clear();
        features.all_of(at, stretch, found);
        std::vector<std::uint32_t> rows;
        for (const NameFeature each : found)
          if (const auto known = number_.find(each); known != number_.end()) rows.push_back(known->second);
        chain.rows.push_back(std::move(rows));
        chain.labels.push_back(static_cast<std::uint8_t>(made.labels[at]));
      }
      chains_.push_back(std::move(chain));
    });
  }

  double value(const Weight& weight) const {
    const double leader = weight.leader;
    if (std::abs(leader) <= plan_.l1) return 0;
    return -(leader - (leader < 0 ? -plan_.l1 : plan_.l1)) / ((1 + std::sqrt(weight.squares)) / plan_.rate + plan_.l2);
  }

  void push(Weight& weight, double slope) const {
    const double now = value(weight), squares = weight.squares + slope * slope;
    const double step = (std::sqrt(squares) - std::sqrt(weight.squares)) / plan_.rate;
    weight.leader += static_cast<float>(slope - step * now);
    weight.squares = static_cast<float>(squares);
  }

  /// One step for one chain; gives its loss before it.
  double learn(const Chain& chain) {
    const std::size_t count = chain.rows.size();
    weight_.assign(count, {});
    std::vector<Scores> ahead(count), raw(count);
    std::vector<double> scale(count);
    std::array<Scores, name_labels> follows;
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) follows[a][b] = std::exp(value(follows_[a][b]));
    double loss = 0;
    for (std::size_t i = 0; i < count; ++i) {
      Scores& scores = weight_[i];
      for (const std::uint32_t row : chain.rows[i])
        for (std::size_t label = 0; label < name_labels; ++label) scores[label] += value(weights_[row * name_labels + label]);
      loss -= scores[chain.labels[i]];
      const double most = *std::max_element(scores.begin(), scores.end());
      loss += most;
      for (double& each : scores) each = std::exp(each - most);
      Scores& here = ahead[i];
      here = scores;
      if (i > 0) {
        loss -= std::log(follows[chain.labels[i - 1]][chain.labels[i]]);
        for (std::size_t b = 0; b < name_labels; ++b) {
          double sum = 0;
          for (std::size_t a = 0; a < name_labels; ++a) sum += ahead[i - 1][a] * follows[a][b];
          here[b] *= sum;
        }
      }
      scale[i] = std::accumulate(here.begin(), here.end(), 0.0);
      loss += std::log(scale[i]);
      for (double& each : here) each /= scale[i];
    }
    Scores back;
    back.fill(1);
    std::array<Scores, name_labels> slopes{};
    for (std::size_t i = count; i-- > 0;) {
      for (std::size_t label = 0; label < name_labels; ++label) {
        const double slope = chain.weight * (ahead[i][label] * back[label] - (label == chain.labels[i] ? 1.0 : 0.0));
        if (std::abs(slope) < 1e-4) continue;
        for (const std::uint32_t row : chain.rows[i]) push(weights_[row * name_labels + label], slope);
      }
      if (i == 0) break;
      Scores next{};
      for (std::size_t a = 0; a < name_labels; ++a)
        for (std::size_t b = 0; b < name_labels; ++b) {
          const double through = follows[a][b] * weight_[i][b] * back[b] / scale[i];
          next[a] += through;
          slopes[a][b] += chain.weight * ahead[i - 1][a] * through;
        }
      slopes[chain.labels[i - 1]][chain.labels[i]] -= chain.weight;
      back = next;
    }
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b)
        if (slopes[a][b] != 0) push(follows_[a][b], slopes[a][b]);
    return loss;
  }

  NameModel model(const NameLists& lists) const {
    std::vector<NameModel::Row> rows;
    for (const auto& [feature, number] : number_) {
      NameModel::Row row{feature, {}};
      for (std::size_t label = 0; label < name_labels; ++label)
        row.weights[label] = mean_[number * name_labels + label];
      if (strength(row) > 0.02f) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const NameModel::Row& a, const NameModel::Row& b) {
      return std::make_pair(-strength(a), a.feature) < std::make_pair(-strength(b), b.feature);
    });
    std::printf("%zu rows with weight\n", rows.size());
    if (rows.size() > plan_.most_rows) rows.resize(plan_.most_rows);
    return NameModel(rows, mean_follows_, ordinary_, lists);
  }

  static float strength(const NameModel::Row& row) {
    const auto [least, most] = std::minmax_element(row.weights.begin(), row.weights.end());
    return *most - *least;
  }

  const TrainingPlan& plan_;
  const WordFilter& ordinary_;
  const NameListsPair& lists_;
  std::unordered_map<NameFeature, int> counts_;
  std::unordered_map<NameFeature, std::uint32_t> number_;
  std::vector<Chain> chains_;
  std::vector<Weight> weights_;
  std::array<std::array<Weight, name_labels>, name_labels> follows_{};
  std::vector<Scores> weight_;
  std::vector<float> mean_;  ///< of the weights of all models
  std::array<LabelScores, name_labels> mean_follows_{};
};

}  // namespace

std::pair<NameModel, NameModel> train_field(const std::vector<LabelledText>& texts, const WordFilter& ordinary, const NameListsPair& lists, const TrainingPlan& plan) {
  return Field(texts, ordinary, lists, plan).train();
}

}  // namespace casewright::bench
