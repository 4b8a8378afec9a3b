#include "language/word_filter.h"

#include <bit>
#include <iterator>
#include <string>

#include "base/fnv.h"

namespace casewright {
namespace {

constexpr int probes = 6;

std::uint64_t filter_number(std::string_view word) {
  const std::uint64_t hash = fnv_hash(word);
  return hash ^ (hash >> 31);
}

/// An ending and what stands in its place in the stem.
struct Ending {
  std::string_view ending, instead;
};
constexpr Ending endings[] = {{"s", ""},    {"es", ""},   {"ies", "y"}, {"ed", ""},   {"ed", "e"},  {"ied", "y"},
                              {"ing", ""},  {"ing", "e"},  // up to here inflections
                              {"er", ""},   {"er", "e"},  {"ers", ""},  {"ers", "e"},
                              {"ly", ""},   {"ily", "y"}, {"ness", ""}, {"ment", ""}, {"ments", ""}, {"est", ""},
                              {"ally", "al"}, {"ier", "y"}, {"less", ""}, {"ful", ""}, {"able", ""}, {"able", "e"}};

constexpr std::size_t inflections = 8;

}  // namespace

WordFilter::WordFilter(std::size_t words) : bits_(std::bit_ceil(words * 10 / 64 + 1)) {}

void WordFilter::add(std::string_view word) {
  const std::uint64_t h = filter_number(word), step = (h >> 32) | 1;
  for (int probe = 0; probe < probes; ++probe) {
    const std::uint64_t bit = h + static_cast<std::uint64_t>(probe) * step;
    bits_[bit / 64 & (bits_.size() - 1)] |= std::uint64_t{1} << (bit & 63);
  }
}

bool WordFilter::knows(std::string_view word) const {
  if (bits_.empty()) return false;
  const std::uint64_t h = filter_number(word), step = (h >> 32) | 1;
  for (int probe = 0; probe < probes; ++probe) {
    const std::uint64_t bit = h + static_cast<std::uint64_t>(probe) * step;
    if ((bits_[bit / 64 & (bits_.size() - 1)] >> (bit & 63) & 1) == 0) return false;
  }
  return true;
}

bool WordFilter::knows_form_of(std::string_view folded) const { return knows_with(folded, std::size(endings)); }
bool WordFilter::knows_inflection_of(std::string_view folded) const { return knows_with(folded, inflections); }

bool WordFilter::knows_with(std::string_view folded, std::size_t count) const {
  constexpr std::size_t shortest_stem = 3;
  if (knows(folded)) return true;
  for (std::size_t at = 0; at < count; ++at) {
    const Ending& each = endings[at];
    if (!folded.ends_with(each.ending) || folded.size() < each.ending.size() + shortest_stem) continue;
    const std::string_view stem = folded.substr(0, folded.size() - each.ending.size());
    if (knows(each.instead.empty() ? stem : std::string(stem) + std::string(each.instead))) return true;
    // "stopped" is "stop" with its last letter twice.
    if (each.instead.empty() && stem.size() > shortest_stem && stem.back() == stem[stem.size() - 2] &&
        knows(stem.substr(0, stem.size() - 1)))
      return true;
  }
  return false;
}

}  // namespace casewright
