#include "inspect/kinds/spelling.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/letters.h"
#include "base/text.h"
#include "inspect/kinds/finds.h"
#include "inspect/speller.h"

namespace casewright {
namespace {

/// With more misspelt words than this a report gets no more suggestions: something else is wrong with it.
constexpr int most_suggested = 60;

bool letters_only(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char each) {
    const auto byte = static_cast<unsigned char>(each);
    return std::isalpha(byte) != 0 || byte >= 0x80 || each == '\'' || each == '-';
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
  return token.length > 40 || (token.begin > 1 && joined(token.begin - 1, token.begin - 2)) ||
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

/// In small letters, with plain apostrophes and hyphens.
std::string plain(std::string_view word) {
  if (word.find('\xE2') == std::string_view::npos) return ascii_lower(word);  // no such apostrophe, no such hyphen
  std::string text = replace_every(word, "\xE2\x80\x99", "'");
  for (const std::string_view hyphen : {"\xE2\x80\x90", "\xE2\x80\x91"}) text = replace_every(text, hyphen, "-");
  return ascii_lower(text);
}

/// A letter that no word of English has by a slip: the word is of another language.
bool has_foreign_letter(std::string_view word) {
  // Bytes that were read in a wrong encoding look foreign too, and must be told.
  for (const std::string_view broken : {"\xC3\x83", "\xC3\x82"})
    if (word.find(broken) != std::string_view::npos) return false;
  if (word.ends_with("\xC3\xA2")) return false;
  return std::any_of(word.begin(), word.end(), [](char each) { return static_cast<unsigned char>(each) >= 0xC3 && static_cast<unsigned char>(each) <= 0xCF; });
}

/// "teh" is a slip of "the"; "hrs" is no slip of "his".
bool same_letters(std::string word, std::string other) {
  std::sort(word.begin(), word.end());
  std::sort(other.begin(), other.end());
  return word == other;
}

std::string with_capital(std::string word) {
  word[0] = to_capital(word[0]);
  return word;
}

bool all_in_capitals(const Prose& prose, const Stretch& stretch) {
  std::uint32_t capitals = 0, words = 0;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const Casing casing = prose.tokens[at].casing;
    words += casing != Casing::punctuation && casing != Casing::number;
    capitals += casing == Casing::capitals;
  }
  return words > 2 && capitals == words;
}

}  // namespace

/// What a speller has to say about one report: looked up once, each distinct word one time, for all rules.
class Spelt {
 public:
  Spelt(const Seen& seen, const Speller& speller)
      : seen_(seen), speller_(speller), known_(seen.prose.words.size(), Known::not_asked), foreign_(seen.prose.stretches.size()) {
    for (std::uint32_t index = 0; index < seen.prose.stretches.size(); ++index) read(index);
  }

  /// The tokens that are unknown or stand oddly, in order; those of passages in another language are left out.
  const std::vector<std::uint32_t>& odd() const { return odd_; }
  bool foreign(std::uint32_t stretch) const { return foreign_[stretch]; }

  /// True for a word that a dictionary may judge and does not have. Capitals count where all words have them.
  bool unknown(const Token& token) const {
    const bool small = token.casing == Casing::lower || (token.casing == Casing::capitals && token.length > 4) || opens_with_slip(token);
    // The dictionary is asked last: what is no plain word makes it do most.
    return small && token.length > 1 && known_[token.word] != Known::yes && letters_only(seen_.prose.view(token.span())) &&
           !part_of_address(seen_.prose, token) && look_up(token) == Known::no;
  }
  bool knows(const std::string& word) const { return speller_.knows(word, seen_.corpus); }
  /// What may be meant; of a name in small letters, the name and nothing else.
  std::vector<std::string> suggestions(const Token& token) const {
    const std::string word = written(token), name = with_capital(word);
    if (token.casing == Casing::lower && knows(name)) return {name};
    return speller_.suggestions(word, seen_.corpus);
  }
  std::string two_words(const Token& token) const { return speller_.two_words(written(token), seen_.corpus); }

 private:
  enum class Known : std::uint8_t { not_asked, yes, no };

  std::string written(const Token& token) const { return plain(seen_.prose.view(token.span())); }

  Known look_up(const Token& token) const {
    Known& known = known_[token.word];
    if (known != Known::not_asked) return known;
    const std::string word = written(token);
    bool right = knows(word);
    if (!right && token.casing == Casing::capitals)  // "ESSEX" is known as "Essex", "CPOMS" as a short form
      right = knows(with_capital(word)) || seen_.corpus.acronyms.count(std::string(seen_.prose.view(token.span()))) != 0;
    return known = right ? Known::yes : Known::no;
  }

  /// "Recieved late, the form was lost": a word at the head of a sentence that is one slip of the fingers away from a known
  /// word, two letters changed round or one doubled, and that never has its capital elsewhere. Anything else may be a name.
  bool opens_with_slip(const Token& token) const {
    if (token.casing != Casing::capitalised || !token.opens_sentence || token.length < 5) return false;
    const auto [asked, fresh] = slips_.try_emplace(token.word, false);
    if (fresh) asked->second = slip_and_no_name(token);
    return asked->second;
  }

  bool slip_and_no_name(const Token& token) const {
    const std::string word = written(token), named = with_capital(word);
    if (knows(word) || knows(named) || !one_slip(word)) return false;
    return std::all_of(seen_.prose.tokens.begin(), seen_.prose.tokens.end(), [&](const Token& other) {
      return other.word != token.word || other.opens_sentence || other.casing == Casing::lower;
    });
  }

  bool one_slip(const std::string& word) const {
    for (std::size_t at = 1; at + 1 < word.size(); ++at) {
      std::string other = word;
      std::swap(other[at], other[at + 1]);
      if (other != word && knows(other)) return true;
      other = word.substr(0, at) + word[at] + word.substr(at);
      if (word.size() > 6 && knows(other)) return true;
      if (word.size() > 6 && word[at] == word[at + 1] && knows(word.substr(0, at) + word.substr(at + 1))) return true;
    }
    return false;
  }

  /// A letter alone, or a hyphen with a gap after it: what broken words leave behind.
  bool stands_oddly(const Token& token) const {
    const std::string_view text = seen_.prose.text;
    if (token.length != 1) return false;
    if (token.casing == Casing::lower) return text[token.begin] != 'a';
    const std::uint32_t end = token.span().end;
    return text[token.begin] == '-' && token.begin > 0 && text[token.begin - 1] != ' ' && end < text.size() && text[end] == ' ';
  }

  void read(std::uint32_t index) {
    const Stretch& stretch = seen_.prose.stretches[index];
    const std::size_t before = odd_.size();
    int words = 0, unknown_words = 0;
    const bool loud = all_in_capitals(seen_.prose, stretch);
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      const Token& token = seen_.prose.tokens[at];
      if (token.other_language) continue;
      words += token.casing == Casing::lower && token.length > 2;
      const bool heads = token.casing == Casing::capitalised && token.opens_sentence;
      if ((token.casing == Casing::lower || loud || heads) && unknown(token)) {
        unknown_words += token.casing == Casing::lower && token.length > 2;
        odd_.push_back(at);
      } else if (stands_oddly(token)) {
        odd_.push_back(at);
      }
    }
    if (unknown_words >= 4 && unknown_words * 5 > words * 2) {
      foreign_[index] = true;
      odd_.resize(before);
    } else {
      drop_foreign(stretch, before);
    }
  }

  /// Takes out words of another language that stand in an English sentence: those with letters that English lacks, and
  /// unknown words that stand in brackets or three in a row, as a name of an office in its own language does.
  void drop_foreign(const Stretch& stretch, std::size_t before) {
    if (odd_.size() == before) return;
    const std::vector<std::uint32_t> odd(odd_.begin() + static_cast<std::ptrdiff_t>(before), odd_.end());
    const auto is_odd = [&](std::uint32_t at) { return std::binary_search(odd.begin(), odd.end(), at) && seen_.prose.tokens[at].length > 1; };
    odd_.resize(before);
    for (const std::uint32_t at : odd) {
      const bool whole = seen_.prose.tokens[at].length > 1;
      if (!whole || !(has_foreign_letter(text(at)) || in_foreign_brackets(stretch, at, is_odd) || in_foreign_row(stretch, at, is_odd))) odd_.push_back(at);
    }
  }
  std::string_view text(std::uint32_t at) const { return seen_.prose.view(seen_.prose.tokens[at].span()); }

  template <class IsOdd>
  bool in_foreign_brackets(const Stretch& stretch, std::uint32_t token, const IsOdd& is_odd) const {
    constexpr std::uint32_t reach = 14;
    std::uint32_t open = token, close = token;
    while (open > stretch.first_token && token - open < reach && text(open) != "(" && text(open) != ")") --open;
    while (close + 1 < stretch.end_token && close - token < reach && text(close) != ")" && text(close) != "(") ++close;
    if (text(open) != "(" || text(close) != ")") return false;
    std::uint32_t words = 0, unknown_words = 0;
    for (std::uint32_t at = open + 1; at < close; ++at) {
      words += counts_as_word(seen_.prose.tokens[at]);
      const Token& each = seen_.prose.tokens[at];
      unknown_words += is_odd(at) || has_foreign_letter(text(at)) || (each.casing == Casing::capitalised && look_up(each) == Known::no);
    }
    return unknown_words * 5 >= words * 2;
  }

  template <class IsOdd>
  bool in_foreign_row(const Stretch& stretch, std::uint32_t token, const IsOdd& is_odd) const {
    std::uint32_t first = token, last = token;
    while (first > stretch.first_token && is_odd(first - 1)) --first;
    while (last + 1 < stretch.end_token && is_odd(last + 1)) ++last;
    return last - first >= 2;
  }

  const Seen& seen_;
  const Speller& speller_;
  mutable std::vector<Known> known_;
  mutable std::unordered_map<std::uint32_t, bool> slips_;  ///< words at the head of a sentence, by their index: a slip and no name
  std::vector<bool> foreign_;
  std::vector<std::uint32_t> odd_;
};

namespace {

bool reads(const Seen& seen, const Rule& rule, const Token& token) {
  return seen.reads(rule, token.span()) && !seen.is_public_contact(unbroken(seen.prose, token));
}

using SpelledWords = std::vector<std::string>;

/// Words that a rule lets stand beside those of the dictionary.
struct Allowed {
  std::unordered_set<std::string> words;
  std::vector<regex::Pattern> patterns;

  bool has(std::string_view word) const {
    return (!words.empty() && words.count(plain(word)) != 0) ||
           std::any_of(patterns.begin(), patterns.end(), [&](const regex::Pattern& each) { return each.find(word).has_value(); });
  }
};

class MisspeltWords {
 public:
  MisspeltWords(const Seen& seen, const Rule& rule, const Spelt& spelt, const Allowed& allowed)
      : seen_(seen), rule_(rule), spelt_(spelt), allowed_(allowed) {}

  void run(std::vector<Finding>& into) {
    std::vector<const Token*> first(seen_.prose.words.size());
    std::vector<int> count(seen_.prose.words.size());
    std::vector<std::uint32_t> order;
    for (const std::uint32_t at : spelt_.odd()) {
      const Token& token = seen_.prose.tokens[at];
      if (!spelt_.unknown(token) || !reads(seen_, rule_, token) || in_pieces(at)) continue;
      if (allowed_.has(seen_.prose.view(token.span()))) continue;
      if (first[token.word] == nullptr) order.push_back(token.word);
      if (first[token.word] == nullptr) first[token.word] = &token;
      ++count[token.word];
    }
    for (const std::uint32_t word : order) tell(*first[word], count[word], into);
  }

 private:
  /// Pieces of one word are left to the rule of broken words.
  bool in_pieces(std::uint32_t at) const;

  void tell(const Token& token, int count, std::vector<Finding>& into) {
    const std::string word = plain(seen_.prose.view(token.span()));
    SpelledWords meant;
    if (token.length < 4 || (seen_.suggest && suggested_ < most_suggested)) meant = spelt_.suggestions(token);
    ++suggested_;
    if (token.length < 4 && (token.length < 3 || meant.empty() || !same_letters(word, meant.front()))) return;
    if (word.size() > 7 && !spelt_.two_words(token).empty()) return;  // left to the rule of joined words
    Finding finding = report(seen_, rule_, token.span(), {{"count", std::to_string(count)}, {"found", shown_words(seen_.prose.view(token.span()))}});
    if (!meant.empty()) finding.suggestion = "\"" + join_text(meant, "\", \"") + "\"";
    into.push_back(std::move(finding));
  }

  const Seen& seen_;
  const Rule& rule_;
  const Spelt& spelt_;
  const Allowed& allowed_;
  int suggested_ = 0;
};

/// The word that the tokens at `at` and after make together, where they are pieces of one: "recom mendation",
/// "t he", "safe- guarding".
std::string whole_of(const Seen& seen, const Spelt& spelt, std::uint32_t at, std::uint32_t& last) {
  const Prose& prose = seen.prose;
  const Token& head = prose.tokens[at];
  last = at + 1;
  if (last >= prose.tokens.size() || head.casing == Casing::punctuation || !letters_only(prose.view(head.span())) || head.casing == Casing::capitals) return {};
  const bool hyphen = prose.view(prose.tokens[last].span()) == "-" && prose.tokens[last].begin == head.span().end;
  if (hyphen) ++last;
  if (last >= prose.tokens.size()) return {};
  const Token& tail = prose.tokens[last];
  const std::uint32_t gap_from = prose.tokens[last - 1].span().end;
  const bool one_gap = tail.begin > gap_from && tail.begin - gap_from <= 2;
  if (tail.casing != Casing::lower || !one_gap || head.casing == Casing::number) return {};
  const std::string first = plain(prose.view(head.span())), second = plain(prose.view(tail.span()));
  if (hyphen && (second == "and" || second == "or" || second == "to" || second == "nor")) return {};
  if (first.size() == 1 && head.begin > 0 && prose.text[head.begin - 1] != ' ' && prose.text[head.begin - 1] != '\n') return {};
  if (first == "a" || first == "i" || first.size() + second.size() < 3 || !letters_only(second)) return {};
  const bool first_odd = first.size() == 1 || spelt.unknown(head);
  const bool second_odd = second.size() == 1 ? second != "a" && second != "i" : spelt.unknown(tail);
  const bool odd = hyphen || (first_odd && (second_odd || first.size() <= 4 || second.size() <= 4));
  const bool odd_end = !hyphen && !first_odd && second_odd && second.size() >= 2;
  if (!odd && !odd_end) return {};
  std::string whole = first + second;
  return whole.size() > 2 && spelt.knows(whole) ? whole : std::string();
}

bool MisspeltWords::in_pieces(std::uint32_t at) const {
  std::uint32_t last = 0;
  if (!whole_of(seen_, spelt_, at, last).empty()) return true;
  return at > 0 && !whole_of(seen_, spelt_, at - 1, last).empty() && last == at;
}

void find_broken(const Seen& seen, const Rule& rule, const Spelt& spelt, std::vector<Finding>& into) {
  std::uint32_t done = 0;
  for (const std::uint32_t odd : spelt.odd())
    for (std::uint32_t at = odd == 0 ? 0 : std::max(done, odd - 1); at <= odd; ++at) {
      std::uint32_t last = 0;
      const std::string whole = at < done ? std::string() : whole_of(seen, spelt, at, last);
      if (whole.empty() || !reads(seen, rule, seen.prose.tokens[at])) continue;
      Finding finding = report(seen, rule, {seen.prose.tokens[at].begin, seen.prose.tokens[last].span().end});
      finding.suggestion = "\"" + whole + "\"";
      into.push_back(std::move(finding));
      done = last + 1;
    }
}

void find_joined(const Seen& seen, const Rule& rule, const Spelt& spelt, std::vector<Finding>& into) {
  std::vector<bool> told(seen.prose.words.size());
  for (const std::uint32_t at : spelt.odd()) {
    const Token& token = seen.prose.tokens[at];
    if (token.length < 8 || told[token.word] || !spelt.unknown(token) || !reads(seen, rule, token)) continue;
    told[token.word] = true;
    const std::string parted = spelt.two_words(token);
    if (parted.empty()) continue;
    Finding finding = report(seen, rule, token.span());
    finding.suggestion = "\"" + parted + "\"";
    into.push_back(std::move(finding));
  }
}

/// A few passages are told one by one; of a report that is all in another language, the first and how many there are.
void find_passages(const Seen& seen, const Rule& rule, const Spelt& spelt, std::vector<Finding>& into) {
  constexpr std::size_t told_one_by_one = 5;
  std::vector<Span> passages;
  for (std::uint32_t index = 0; index < seen.prose.stretches.size(); ++index)
    if (spelt.foreign(index) && seen.reads(rule, seen.prose.stretches[index].span)) passages.push_back(seen.prose.stretches[index].span);
  const bool all = passages.size() <= told_one_by_one;
  for (std::size_t at = 0; at < (all ? passages.size() : 1); ++at) into.push_back(report(seen, rule, passages[at]));
  if (!all) into.back().message += " So it is with " + std::to_string(passages.size() - 1) + " other passages.";
}

enum class Of : std::uint8_t { words, broken, joined, passages };

class SpellingCheck final : public Check {
 public:
  SpellingCheck(const Rule& rule, Preparation& preparation)
      : speller_(preparation.speller(std::string(rule.body.attribute("dictionary")))) {
    for (const Record* each : rule.body.all("except")) allowed_.words.insert(plain(trim(each->content())));
    allowed_.patterns = preparation.patterns(rule.body, "except-match", false);
    const std::string_view of = rule.body.attribute("of");
    of_ = of == "broken" ? Of::broken : of == "joined" ? Of::joined : of == "passages" ? Of::passages : Of::words;
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::shared_ptr<const Spelt>& cached = seen.spelt[speller_.get()];
    if (!cached) cached = std::make_shared<Spelt>(seen, *speller_);
    const Spelt& spelt = *cached;
    switch (of_) {
      case Of::words: return MisspeltWords(seen, rule, spelt, allowed_).run(into);
      case Of::broken: return find_broken(seen, rule, spelt, into);
      case Of::joined: return find_joined(seen, rule, spelt, into);
      case Of::passages: return find_passages(seen, rule, spelt, into);
    }
  }

 private:
  std::shared_ptr<const Speller> speller_;
  Allowed allowed_;
  Of of_ = Of::words;
};

}  // namespace

std::shared_ptr<const Check> prepare_spelling(const Rule& rule, Preparation& preparation) {
  return std::make_shared<SpellingCheck>(rule, preparation);
}

}  // namespace casewright
