#include "language/name_evidence.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace casewright {
namespace {

constexpr float share_of_best = 0.5f, public_enough = 0.5f;

float chance_of_public(const LabelChances& chances) {
  float sum = 0;
  for (auto label = static_cast<std::size_t>(NameLabel::public_person); label < name_labels; ++label) sum += chances[label];
  return sum;
}

bool has_capital(const Token& token) {
  return token.casing == Casing::capitalised || token.casing == Casing::capitals || token.casing == Casing::mixed;
}

/// Tokens [first, end) that are capitalised, or stand between two such and only join them: "Court of Appeal".
struct Run {
  std::uint32_t first = 0, end = 0;
};

class Runs {
 public:
  Runs(const Prose& prose, const WordFilter& ordinary) : prose_(prose), ordinary_(ordinary) {
    for (const Stretch& stretch : prose.stretches)
      for (std::uint32_t at = stretch.first_token; at < stretch.end_token;) at = take(at, stretch.end_token);
  }
  const std::vector<Run>& all() const { return runs_; }

  /// The number of word `at` in a run: of all its words and of that one.
  std::uint64_t number(const Run& run, std::uint32_t at) const {
    std::uint64_t number = 14695981039346656037ull;
    for (std::uint32_t each = run.first; each < run.end; ++each) number = (number ^ prose_.tokens[each].word) * 1099511628211ull;
    return (number ^ prose_.tokens[at].word) * 1099511628211ull;
  }

 private:
  bool joins(std::uint32_t at) const {
    const std::string_view word = prose_.words[prose_.tokens[at].word].folded;
    return word == "of" || word == "the" || word == "for" || word == "and";
  }

  /// Takes the run at `at`, if one begins there; gives where to go on.
  std::uint32_t take(std::uint32_t at, std::uint32_t end) {
    if (!has_capital(prose_.tokens[at])) return at + 1;
    std::uint32_t to = at + 1;
    while (to < end && (has_capital(prose_.tokens[to]) || (joins(to) && to + 1 < end && has_capital(prose_.tokens[to + 1])))) ++to;
    // The capital of a sentence's first word says nothing.
    const bool opens = prose_.tokens[at].opens_sentence && ordinary_.knows_form_of(prose_.words[prose_.tokens[at].word].folded);
    const std::uint32_t from = opens && to - at > 1 && has_capital(prose_.tokens[at + 1]) ? at + 1 : at;
    runs_.push_back({from, to});
    return to;
  }

  const Prose& prose_;
  const WordFilter& ordinary_;
  std::vector<Run> runs_;
};

/// Raises `chances` to tell with `wanted`, by the labels of `best`.
void raise(LabelChances& chances, float now, float wanted, const LabelChances& best, float best_tells) {
  for (std::size_t label = 0; label < name_labels; ++label) {
    if (tells(static_cast<NameLabel>(label))) chances[label] = wanted * best[label] / best_tells;
    else chances[label] *= (1 - wanted) / std::max(1 - now, 1e-6f);
  }
}

}  // namespace

void share_evidence(const Prose& prose, const WordFilter& ordinary, NameChances& chances) {
  const Runs runs(prose, ordinary);
  std::unordered_map<std::uint64_t, std::uint32_t> likeliest;  // to a token
  for (const Run& run : runs.all())
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      const auto [known, fresh] = likeliest.emplace(runs.number(run, at), at);
      if (!fresh && chance_of_telling(chances[at]) > chance_of_telling(chances[known->second])) known->second = at;
    }
  for (const Run& run : runs.all())
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      const std::uint32_t from = likeliest.at(runs.number(run, at));
      if (from == at || chances.surely_none(from)) continue;
      const float best = chance_of_telling(chances[from]), now = chance_of_telling(chances[at]);
      if (now >= share_of_best * best || chance_of_public(chances[at]) >= public_enough) continue;
      const LabelChances likeliest_here = chances[from];
      raise(chances.change(at), now, share_of_best * best, likeliest_here, best);
    }
}

}  // namespace casewright
