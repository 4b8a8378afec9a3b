#include "language/identity_search.h"

#include <algorithm>
#include <unordered_set>

#include "language/identity_index.h"
#include "language/identity_matcher.h"
#include "language/known_words.h"

namespace casewright {
namespace {

using Index = IdentitySearch::Index;
constexpr std::size_t enough_words_to_learn = 1000;

/// True where no token of a text can begin or hold a hit: most texts name nobody.
bool worth_searching(const std::vector<SeenToken>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const SeenToken& each) {
    const KnownWord& word = *each.word;
    return word.known || word.number_head || !word.near.empty() || word.may_hold_name || word.folded == "-";
  });
}

/// Whether the word at `at` opens a sentence, judged from the marks before it.
bool opens_sentence(const std::vector<SeenToken>& tokens, std::size_t at) {
  bool quoted = false;
  for (std::size_t i = at; i > 0; --i) {
    const SeenToken& before = tokens[i - 1];
    if (before.is_word()) return quoted;
    const std::string& mark = before.word->folded;
    if (mark == "!" || mark == "?" || mark == ":" || mark == "\xE2\x80\xA2" || mark == "\xE2\x80\xA6") return true;
    if (mark == ".") {
      const KnownWord* abbreviated = i >= 2 ? tokens[i - 2].word : nullptr;
      const bool brief = abbreviated != nullptr && (abbreviated->title || abbreviated->folded == "st" || abbreviated->folded.size() == 1);
      return !brief;
    }
    if (mark == "'s" || mark == "," || mark == ";" || mark == "-" || mark == ")" || mark == "&" || mark == "/") return false;
    quoted = true;
  }
  return true;
}

}  // namespace

IdentitySearch::IdentitySearch(const Register& people) : index_(std::make_unique<const Index>(people)) {}
IdentitySearch::~IdentitySearch() = default;
IdentitySearch::IdentitySearch(IdentitySearch&&) noexcept = default;
IdentitySearch& IdentitySearch::operator=(IdentitySearch&&) noexcept = default;

std::vector<IdentityHit> IdentitySearch::find(const Prose& prose, const WordFilter* ordinary) const {
  KnownWords words(*index_, true, ordinary);
  std::vector<IdentityHit> hits;
  std::vector<SeenToken> tokens;
  const bool long_text = prose.tokens.size() >= enough_words_to_learn;
  for (const Stretch& stretch : prose.stretches) {
    tokens.clear();
    for (std::uint32_t i = stretch.first_token; i < stretch.end_token; ++i) {
      const Token& token = prose.tokens[i];
      const bool small = prose.words[token.word].count_lower > 0;
      // A label opens what follows it: "The child's voice: Drew for an hour."
      const bool labelled = i > stretch.first_token && prose.view(prose.tokens[i - 1].span()) == ":";
      tokens.push_back({{token.begin - stretch.span.begin, token.begin + token.length - stretch.span.begin},
                        token.casing, token.opens_sentence || labelled, long_text && !small, small,
                        &words.at(prose.view(token.span()), token.casing)});
    }
    if (!worth_searching(tokens)) continue;
    for (IdentityHit& each : match_identities(*index_, prose.view(stretch.span), tokens, stretch.scope)) {
      each.span.begin += stretch.span.begin;
      each.span.end += stretch.span.begin;
      hits.push_back(std::move(each));
    }
  }
  return hits;
}

std::vector<IdentityHit> IdentitySearch::find_in(std::string_view text) const { return IdentityScanner(*this).find_in(text); }

struct IdentityScanner::State {
  const Index& index;
  const WordFilter* ordinary;
  KnownWords words;
  std::unordered_set<std::string> small;  ///< folded words that stand in small letters somewhere
  std::size_t learned = 0;
  std::vector<RawToken> raw;
  std::vector<SeenToken> tokens;
};

IdentityScanner::IdentityScanner(const IdentitySearch& search, const WordFilter* ordinary)
    : state_(new State{search.index(), ordinary, KnownWords(search.index(), ordinary != nullptr, ordinary), {}, 0, {}, {}}) {}
IdentityScanner::IdentityScanner(const IdentityScanner& other)
    : state_(new State{other.state_->index, other.state_->ordinary,
                       KnownWords(other.state_->index, other.state_->ordinary != nullptr, other.state_->ordinary), other.state_->small,
                       other.state_->learned, {}, {}}) {}
IdentityScanner::~IdentityScanner() = default;

void IdentityScanner::learn(std::string_view text) {
  state_->raw.clear();
  scan_tokens(text, state_->raw);
  state_->learned += state_->raw.size();
  for (const RawToken& each : state_->raw) {
    if (each.casing != Casing::lower) continue;
    KnownWord& word = state_->words.at(text.substr(each.span.begin, each.span.length()), each.casing);
    if (word.seen_small) continue;
    word.seen_small = true;
    state_->small.insert(word.folded);
  }
}

std::vector<IdentityHit> IdentityScanner::find_in(std::string_view text) {
  state_->raw.clear();
  state_->tokens.clear();
  scan_tokens(text, state_->raw);
  for (const RawToken& each : state_->raw)
    state_->tokens.push_back({each.span, each.casing, false, false, false,
                              &state_->words.at(text.substr(each.span.begin, each.span.length()), each.casing)});
  if (!worth_searching(state_->tokens)) return {};
  const bool enough = state_->learned >= enough_words_to_learn;
  for (std::size_t i = 0; i < state_->tokens.size(); ++i) {
    SeenToken& token = state_->tokens[i];
    if (!token.is_word() || !token.capital()) continue;
    token.opens_sentence = opens_sentence(state_->tokens, i);
    token.seen_small = state_->learned > 0 && state_->small.contains(token.word->folded);
    token.never_small = enough && !token.seen_small;
  }
  return match_identities(state_->index, text, state_->tokens, Scope::paragraph);
}

}  // namespace casewright
