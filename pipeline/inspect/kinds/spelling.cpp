#include "inspect/kinds/spelling.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_set>

#include "base/text.h"
#include "foreign/spell.h"

namespace casewright {
namespace {

bool letters_only(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char each) {
    const auto byte = static_cast<unsigned char>(each);
    return std::isalpha(byte) != 0 || byte >= 0x80 || each == '\'';
  });
}

/// True for a piece of a web address, a path or a file name, and for what is too long for a word.
bool part_of_address(const Prose& prose, const Token& token) {
  constexpr std::string_view joints = "/@_\\=&#%.:";
  const auto joined = [&](std::uint32_t joint, std::uint32_t beyond) {
    return joint < prose.text.size() && beyond < prose.text.size() &&
           joints.find(prose.text[joint]) != std::string_view::npos &&
           std::isspace(static_cast<unsigned char>(prose.text[beyond])) == 0;
  };
  const std::uint32_t end = token.begin + token.length;
  return token.length > 30 || (token.begin > 1 && joined(token.begin - 1, token.begin - 2)) ||
         joined(end, end + 1);
}

/// The words without a blank around a token: "helpline@board.example".
std::string_view unbroken(const Prose& prose, const Token& token) {
  const auto blank = [&](std::uint32_t at) { return std::isspace(static_cast<unsigned char>(prose.text[at])) != 0; };
  Span span = token.span();
  while (span.begin > 0 && !blank(span.begin - 1)) --span.begin;
  while (span.end < prose.text.size() && !blank(span.end)) ++span.end;
  return prose.view(span);
}

/// The dictionary, loaded when the first word is looked up and then kept: it takes longer to load than a
/// report takes to check.
class Speller {
 public:
  explicit Speller(std::string language) : language_(std::move(language)) {}

  /// True where the word or all parts of it are known, and where there is no dictionary.
  bool knows(const std::string& word, const Corpus& corpus) const {
    const std::lock_guard lock(mutex_);
    load(corpus);
    if (!dictionary_) return true;
    std::string_view rest = word;
    if (rest.ends_with("'s")) rest.remove_suffix(2);
    if (rest.ends_with('\'')) rest.remove_suffix(1);
    if (rest.find('-') == std::string_view::npos) return known(rest);
    const auto parts = split(rest, '-');
    const bool parts_known = std::all_of(
        parts.begin(), parts.end(), [&](std::string_view part) { return part.size() < 3 || known(part); });
    return parts_known || known(rest);
  }

 private:
  void load(const Corpus& corpus) const {
    if (tried_) return;
    tried_ = true;
    dictionary_ = spell::Dictionary::load(language_);
    for (const std::string& word : corpus.field_words) own_.insert(word);
  }

  bool known(std::string_view word) const {
    const std::string text(word);
    if (own_.count(text) != 0 || dictionary_->knows(text)) return true;
    std::string capital = text;
    if (!capital.empty())
      capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
    return dictionary_->knows(capital);
  }

  std::string language_;
  mutable std::mutex mutex_;
  mutable bool tried_ = false;
  mutable std::optional<spell::Dictionary> dictionary_;
  mutable std::unordered_set<std::string> own_;
};

class SpellingCheck final : public Check {
 public:
  explicit SpellingCheck(const Rule& rule) : speller_(std::string(rule.body.attribute("dictionary"))) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const Prose& prose = seen.prose;
    std::vector<const Token*> first(prose.words.size());
    std::vector<int> count(prose.words.size());
    for (const Token& token : prose.tokens) {
      if (token.casing != Casing::lower || token.length < 4) continue;
      if (part_of_address(prose, token) || !seen.reads(rule, token.span())) continue;
      if (seen.is_public_contact(unbroken(prose, token))) continue;
      if (first[token.word] == nullptr) first[token.word] = &token;
      ++count[token.word];
    }
    for (std::size_t word = 0; word < first.size(); ++word) {
      if (first[word] == nullptr) continue;
      const std::string written = plain(prose.view(first[word]->span()));
      if (!letters_only(replace_every(written, "-", "")) || speller_.knows(written, seen.corpus)) continue;
      into.push_back(report(seen, rule, first[word]->span(), {{"count", std::to_string(count[word])}}));
    }
  }

 private:
  static std::string plain(std::string_view word) { return replace_every(word, "\xE2\x80\x99", "'"); }

  Speller speller_;
};

}  // namespace

std::shared_ptr<const Check> prepare_spelling(const Rule& rule, Preparation&) {
  return std::make_shared<SpellingCheck>(rule);
}

}  // namespace casewright
