#include "inspect/same_words.h"

#include <algorithm>
#include <bit>

namespace casewright {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

WordBag::WordBag(std::string_view text) {
  constexpr std::uint32_t start = 2166136261u, prime = 16777619u;  // FNV-1a
  std::uint32_t hash = start;
  bool word = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_word_byte(text[at])) {
      const char c = text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at] - 'A' + 'a') : text[at];
      hash = (hash ^ static_cast<unsigned char>(c)) * prime;
      word = true;
    } else if (word) {
      words_.push_back(hash);
      hash = start;
      word = false;
    }
  }
  std::sort(words_.begin(), words_.end());
  for (const std::uint32_t each : words_) sign_[each >> 6 & 3] |= std::uint64_t{1} << (each & 63);
}

std::size_t WordBag::most_shared(const WordBag& other) const {
  std::size_t lacking = 0;
  for (std::size_t part = 0; part < sign_.size(); ++part) lacking += static_cast<std::size_t>(std::popcount(sign_[part] & ~other.sign_[part]));
  return words_.size() - lacking;
}

double WordBag::likeness(const WordBag& other) const {
  if (words_.empty() || other.words_.empty()) return 0;
  std::size_t shared = 0;
  for (auto a = words_.begin(), b = other.words_.begin(); a != words_.end() && b != other.words_.end();) {
    if (*a == *b) ++shared;
    const bool less = *a < *b, more = *b < *a;
    if (!more) ++a;
    if (!less) ++b;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(words_.size() + other.words_.size());
}

bool alike(const WordBag& a, const WordBag& b, double least) {
  const auto both = static_cast<double>(a.size() + b.size());
  if (both == 0 || 2 * static_cast<double>(std::min(a.size(), b.size())) / both < least) return false;
  return 2 * static_cast<double>(std::min(a.most_shared(b), b.most_shared(a))) / both >= least && a.likeness(b) >= least;
}

}  // namespace casewright
