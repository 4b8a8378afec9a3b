#include "language/name_tagger.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace casewright {
namespace {

constexpr int reach = 2;  ///< how many words to its left and right a word lends scores to
/// Where word and neighbours are as sure as that, what else the place says cannot change it; less is enough among plain
/// words in small letters, where no name is near that would go on.
constexpr float no_doubt = 8, no_doubt_among_small = 4;

constexpr float as_good_as_none = 0.999f;  ///< nobody asks about chances less than one in a hundred

/// The labels of one token, four to a register.
using Fours = float __attribute__((vector_size(16)));
using Integers = std::int32_t __attribute__((vector_size(16)));
constexpr std::size_t parts = name_labels / 4;
static_assert(name_labels % 4 == 0);
struct Row {
  std::array<Fours, parts> part{};
};

Row row_of(const LabelScores& scores) {
  Row row;
  std::memcpy(row.part.data(), scores.data(), sizeof scores);
  return row;
}
LabelScores scores_of(const Row& row) {
  LabelScores scores;
  std::memcpy(scores.data(), row.part.data(), sizeof scores);
  return scores;
}
Row product(const Row& some, const Row& others) {
  Row all;
  for (std::size_t at = 0; at < parts; ++at) all.part[at] = some.part[at] * others.part[at];
  return all;
}
Row scaled(const Row& row, float by) {
  Row all;
  for (std::size_t at = 0; at < parts; ++at) all.part[at] = row.part[at] * by;
  return all;
}
float sum_of(const Row& row) {
  const Fours sum = row.part[0] + row.part[1] + row.part[2];
  return sum[0] + sum[1] + sum[2] + sum[3];
}

/// The scores that each form lends to itself and to its neighbours, summed up once.
struct FormScores {
  std::array<LabelScores, 2 * reach + 1> by_step{};  ///< of the token two to the left of the form, ... two to the right
};

/// How much each of them speaks for "no name" against the likeliest other label.
using FormLeads = std::array<float, 8>;

float lead_of_none(const LabelScores& scores) { return scores[0] - *std::max_element(scores.begin() + 1, scores.end()); }

/// e to the power of each, less the greatest: powers of two by the bits of a float, what is left of each by a
/// polynomial that is right to the last digit or two of a float.
Row weights_of(const LabelScores& scores) {
  constexpr float log2_of_e = 1.44269504f, log_of_2 = 0.69314718f, least = -80, round = 12582912.0f;  // 1.5 * 2^23: adding it cuts the fraction off
  const float most = *std::max_element(scores.begin(), scores.end());
  Row row = row_of(scores);
  for (Fours& each : row.part) {
    const Fours score = each - most;
    const Fours twos = (score > least ? score : Fours{} + least) * log2_of_e;
    const Fours whole = (twos + round) - round, rest = (twos - whole) * log_of_2;
    const Fours power = 1 + rest * (1 + rest * (1 / 2.0f + rest * (1 / 6.0f + rest * (1 / 24.0f + rest * (1 / 120.0f + rest / 720.0f)))));
    each = power * reinterpret_cast<Fours>((__builtin_convertvector(whole, Integers) + 127) << 23);
  }
  return row;
}

class Tagger {
 public:
  Tagger(const NameModel& model, const Prose& prose) : model_(model), prose_(prose), features_(prose, model.ordinary(), model.lists()) {
    std::array<LabelScores, name_labels> follows{}, precedes{};
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) follows[a][b] = precedes[b][a] = std::exp(model.follows(a, b));
    for (std::size_t a = 0; a < name_labels; ++a) {
      follows_[a] = row_of(follows[a]);
      precedes_[a] = row_of(precedes[a]);
    }
    lend();
  }

  NameChances run() {
    NameChances chances(prose_.tokens.size());
    for (const Stretch& each : prose_.stretches)
      if (each.first_token < each.end_token) tag(each, chances);
    return chances;
  }

 private:
  void lend() {
    lent_.resize(features_.forms());
    leads_.resize(features_.forms());
    std::vector<NameFeature> found;
    for (std::uint32_t form = 0; form < features_.forms(); ++form)
      for (int step = -reach; step <= reach; ++step) {
        found.clear();
        if (step == 0) features_.of_word(form, found);
        else features_.of_neighbour(form, step, found);
        LabelScores& scores = lent_[form].by_step[static_cast<std::size_t>(step + reach)];
        for (const NameFeature each : found) model_.fetch(each);
        for (const NameFeature each : found) model_.add(each, scores);
        leads_[form][static_cast<std::size_t>(step + reach)] = lead_of_none(scores);
      }
  }

  /// Calls `visit` with the form of each word that lends to token `at`, and its place in what that form lends: what
  /// stands `step` to the left lends to what stands `step` to its right.
  template <class Visit>
  void visit_lenders(std::uint32_t at, const Stretch& stretch, const Visit& visit) const {
    for (int step = -reach; step <= reach; ++step) {
      const std::int64_t from = static_cast<std::int64_t>(at) - step;
      const bool inside = from >= stretch.first_token && from < stretch.end_token;
      visit(inside ? features_.form_of(static_cast<std::uint32_t>(from)) : 0, static_cast<std::size_t>(step + reach));
    }
  }

  /// True where all words from two before to two behind token `at` are in small letters, and none is a number.
  bool among_small(std::uint32_t at, const Stretch& stretch) const {
    const std::uint32_t from = std::max(at, stretch.first_token + reach) - reach, to = std::min(at + reach + 1, stretch.end_token);
    return std::all_of(prose_.tokens.begin() + from, prose_.tokens.begin() + to,
                       [](const Token& each) { return each.casing == Casing::lower || each.casing == Casing::punctuation; });
  }

  /// True where token `at` is no name, whatever else its place says. The leads that its lenders give add up to no
  /// more than the lead of their sum, so that many tokens need nothing but those.
  bool surely_none(std::uint32_t at, const Stretch& stretch, LabelScores& scores) const {
    float lead = 0;
    visit_lenders(at, stretch, [&](std::uint32_t form, std::size_t step) { lead += leads_[form][step]; });
    const float enough = among_small(at, stretch) ? no_doubt_among_small : no_doubt;
    if (lead > enough) return true;
    scores.fill(0);
    visit_lenders(at, stretch, [&](std::uint32_t form, std::size_t step) {
      const LabelScores& lent = lent_[form].by_step[step];
      for (std::size_t label = 0; label < name_labels; ++label) scores[label] += lent[label];
    });
    return lead_of_none(scores) > enough;
  }

  void add_place(std::uint32_t at, const Stretch& stretch, LabelScores& scores) {
    found_.clear();
    features_.of_place(at, stretch, found_);
    std::erase_if(found_, [&](NameFeature each) { return !model_.may_hold(each); });
    for (const NameFeature each : found_) model_.fetch(each);
    for (const NameFeature each : found_) model_.add(each, scores);
  }

  /// The tokens of one stretch. One that is surely no name parts those before it from those after, so that only the
  /// runs between such tokens are worked out.
  void tag(const Stretch& stretch, NameChances& chances) {
    std::uint32_t run = stretch.first_token;
    weight_.clear();
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      LabelScores scores;
      const bool sure = surely_none(at, stretch, scores);
      if (!sure) {
        add_place(at, stretch, scores);
        weight_.push_back(weights_of(scores));
      }
      if (!sure && at + 1 < stretch.end_token) continue;
      if (!weight_.empty()) tag_run(run, run > stretch.first_token, sure, chances);
      weight_.clear();
      run = at + 1;
    }
  }

  /// Forward and backward sums, each scaled to one, over tokens whose weights are at hand; a word that is no name
  /// stands before them, behind them, or both.
  void tag_run(std::uint32_t first, bool after_none, bool before_none, NameChances& chances) {
    const std::size_t count = weight_.size();
    ahead_.resize(count);
    scale_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const Row here = i > 0 ? product(carried(ahead_[i - 1], follows_), weight_[i]) : after_none ? product(weight_[0], follows_[0]) : weight_[0];
      scale_[i] = 1 / sum_of(here);
      ahead_[i] = scaled(here, scale_[i]);
    }
    Row back;
    for (Fours& each : back.part) each = Fours{} + 1;
    if (before_none) back = scaled(precedes_[0], 1 / sum_of(product(ahead_[count - 1], precedes_[0])));
    for (std::size_t i = count;;) {
      --i;
      const Row both = product(ahead_[i], back);
      if (both.part[0][0] < as_good_as_none) chances.change(first + i) = scores_of(both);
      if (i == 0) break;
      back = carried(scaled(product(weight_[i], back), scale_[i]), precedes_);
    }
  }

  using Matrix = std::array<Row, name_labels>;

  /// The rows of the matrix, each as often as its label has weight.
  static Row carried(const Row& weights, const Matrix& rows) {
    Row all;
    for (std::size_t label = 0; label < name_labels; ++label) {
      const Fours weight = Fours{} + weights.part[label / 4][label % 4];
      for (std::size_t at = 0; at < parts; ++at) all.part[at] += weight * rows[label].part[at];
    }
    return all;
  }

  const NameModel& model_;
  const Prose& prose_;
  NameFeatures features_;
  std::vector<FormScores> lent_;
  std::vector<FormLeads> leads_;   ///< beside `lent_`
  Matrix follows_{}, precedes_{};  ///< by the label before, and by the label behind
  std::vector<Row> weight_, ahead_;
  std::vector<float> scale_;
  std::vector<NameFeature> found_;
};

}  // namespace

NameChances tag_names(const NameModel& model, const Prose& prose) { return Tagger(model, prose).run(); }

}  // namespace casewright
