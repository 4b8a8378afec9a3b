#include "inspect/kinds/search_phrase.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace casewright {
namespace {

constexpr std::size_t words_of_a_piece = 6, words_in_all = 14;

/// Nobody types these into a search; the verbs only lead to an occupation ("worked as a scaffolder").
constexpr std::array<std::string_view, 31> untyped{
    "a",  "an",  "the", "of",   "to",  "for", "in",     "on",    "at",       "by",     "with", "and", "or",  "as",     "was",   "were",
    "is", "are", "had", "has", "been", "who", "his", "her", "their", "worked", "works", "employed", "job", "trained", "served"};

class Phrase {
 public:
  explicit Phrase(const Seen& seen) : seen_(seen) {}

  void add(Span piece) {
    const std::vector<Token>& tokens = seen_.prose.tokens;
    auto at = std::lower_bound(tokens.begin(), tokens.end(), piece.begin, [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
    const bool whole = holds_capital(at, piece);  // a name stays as it stands
    std::size_t taken = 0;
    for (; at != tokens.end() && at->begin < piece.end && taken < words_of_a_piece && count_ < words_in_all; ++at) {
      if (!may_be_told(*at)) continue;
      const std::string& folded = seen_.prose.words[at->word].folded;
      if (at->casing == Casing::punctuation || (!whole && std::find(untyped.begin(), untyped.end(), folded) != untyped.end())) continue;
      const bool joined = taken > 0 && !words_.empty() && glued(*at);
      if (!joined && std::find(said_.begin(), said_.end(), at->word) != said_.end() && at->casing != Casing::number) continue;
      if (joined) words_.back().end = at->span().end;
      else words_.push_back(at->span());
      said_.push_back(at->word);
      ++taken;
      ++count_;
    }
  }

  std::vector<Span> take() { return std::move(words_); }

 private:
  using Place = std::vector<Token>::const_iterator;

  bool holds_capital(Place at, Span piece) const {
    for (; at != seen_.prose.tokens.end() && at->begin < piece.end; ++at)
      if (at->casing != Casing::lower && at->casing != Casing::punctuation && at->casing != Casing::number) return true;
    return false;
  }

  /// "half-brothers", "04/06/2004": no space parts the word from the one before it.
  bool glued(const Token& token) const {
    const std::uint32_t last = words_.back().end;
    return token.begin - last <= 2 && seen_.prose.view({last, token.begin}).find_first_of(" \n\t") == std::string_view::npos;
  }

  bool may_be_told(const Token& token) const {
    const auto meets = [&](Span span) { return span.overlaps(token.span()); };
    return std::none_of(seen_.names.begin(), seen_.names.end(), [&](const IdentityHit& hit) { return meets(hit.span); }) &&
           (token.casing == Casing::lower || std::none_of(seen_.unknown.begin(), seen_.unknown.end(), [&](const UnknownName& name) { return name.label == NameLabel::person && meets(name.span); }));
  }

  const Seen& seen_;
  std::vector<Span> words_;
  std::vector<std::uint32_t> said_;  ///< of Prose::words
  std::size_t count_ = 0;
};

}  // namespace

std::vector<Span> search_phrase(const Seen& seen, const std::vector<Span>& pieces) {
  Phrase phrase(seen);
  for (const Span& each : pieces) phrase.add(each);
  return phrase.take();
}

}  // namespace casewright
