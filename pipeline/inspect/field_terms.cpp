#include "inspect/field_terms.h"

#include <algorithm>

#include "base/among.h"
#include "base/text.h"
#include "inspect/name_tokens.h"
#include "language/name_words.h"

namespace casewright {
namespace {

constexpr std::uint32_t most_beside = 9;  ///< words of a term on either side of those asked for

/// A word without its apostrophe, one for several: "childrens" of "Children's", "team" of "teams".
std::string plain_word(std::string_view word) {
  std::string plain;
  for (const char c : word)
    if (c != '\'') plain += c;
  if (plain == "&") return "and";
  if (plain.size() > 4 && plain.ends_with("ies")) return plain.replace(plain.size() - 3, 3, "y");
  if (plain.size() > 3 && plain.ends_with('s') && !plain.ends_with("ss")) plain.pop_back();
  return plain;
}

/// The words between hyphens, each by itself.
void add_words(std::string_view written, std::vector<std::string>& words) {
  for (const std::string_view part : split(written, '-'))
    if (!part.empty()) words.push_back(plain_word(part));
}

bool joins_words(std::string_view word) { return among({"and", "&", "of", "the", "for", "in", "with", "to", "at", "on", "from", "or", "a"}, word); }

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string all;
  for (std::size_t at = from; at < to; ++at) all.append(words[at]).push_back(' ');
  return all;
}

/// The words of a text that may be of one term.
class TermAround {
 public:
  TermAround(const Prose& prose, Span words) : prose_(prose), stretch_(prose.stretch_at(words.begin)) {
    const auto begins_before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
    const auto first = prose.tokens.begin() + stretch_.first_token, end = prose.tokens.begin() + stretch_.end_token;
    from_ = static_cast<std::uint32_t>(std::lower_bound(first, end, words.begin, begins_before) - prose.tokens.begin());
    to_ = static_cast<std::uint32_t>(std::lower_bound(first, end, words.end, begins_before) - prose.tokens.begin());
    while (from_ < to_ && (!is_capital(from_) || joins_words(folded_word(prose, from_)))) ++from_;
    while (to_ > from_ && !is_capital(to_ - 1)) --to_;
  }

  bool is_empty() const { return from_ == to_; }

  /// The words from the first capital to the last one without a break, where those asked for stand among them.
  void gather(std::vector<std::string>& words, std::size_t& from, std::size_t& to) const {
    std::uint32_t first = from_, end = to_;
    for (std::uint32_t at = from_; at > stretch_.first_token && from_ - at < most_beside && goes_on(at - 1);) first = is_capital(--at) ? at : first;
    for (std::uint32_t at = to_; at < stretch_.end_token && at - to_ < most_beside && goes_on(at); ++at) end = is_capital(at) ? at + 1 : end;
    for (std::uint32_t at = first; at < end; ++at) {
      if (at == from_) from = words.size();
      if (!is_mark(prose_, at) || folded_word(prose_, at) == "&") add_words(folded_word(prose_, at), words);
      if (at + 1 == to_) to = words.size();
    }
  }

 private:
  bool is_capital(std::uint32_t at) const { return has_capital(prose_, at); }
  bool goes_on(std::uint32_t at) const {
    const std::string_view word = folded_word(prose_, at);
    return is_capital(at) || joins_words(word) || among({",", "'", "'s"}, word);
  }

  const Prose& prose_;
  const Stretch& stretch_;
  std::uint32_t from_ = 0, to_ = 0;
};

}  // namespace

void FieldTerms::insert(std::string_view term) {
  const bool as_it_stands = term.starts_with('=');
  std::string plain = ascii_lower(as_it_stands ? term.substr(1) : term);
  std::erase(plain, ',');
  Words words;
  for (const std::string_view each : split(plain, ' ')) add_words(each, words);
  if (words.empty()) return;
  terms_.insert(joined(words, 0, words.size()));
  if (!as_it_stands && words.size() >= 2) endings_.insert(joined(words, words.size() - 2, words.size()));
  for (std::string& word : words) {
    bool& lends = words_.try_emplace(std::move(word), false).first->second;
    lends = lends || !as_it_stands;
  }
}

bool FieldTerms::knows(std::string_view word) const { return words_.contains(plain_word(word)); }

bool FieldTerms::is_term(const Words& words, std::size_t from, std::size_t to) const {
  return terms_.contains(joined(words, from, to)) || is_put_together(words, from, to);
}

bool FieldTerms::is_put_together(const Words& words, std::size_t from, std::size_t to) const {
  if (to - from < 3 || joins_words(words[from]) || !endings_.contains(joined(words, to - 2, to))) return false;
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to - 2),
                     [this](const std::string& word) {
                       const auto found = words_.find(word);
                       return found != words_.end() && found->second && !is_everyday_word(word);
                     });
}

bool FieldTerms::hold(const Prose& prose, Span asked) const {
  const TermAround around(prose, asked);
  if (around.is_empty()) return false;
  Words words;
  std::size_t from = 0, to = 0;
  around.gather(words, from, to);
  for (std::size_t first = 0; first <= from; ++first)
    for (std::size_t end = words.size(); end >= to && end > first + 1; --end)
      if (is_term(words, first, end)) return true;
  return false;
}

}  // namespace casewright
