#include "inspect/patterns/phrase_notation.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t most_wordings = 512;
constexpr int deepest_notation = 8;

bool vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

/// True where the last consonant is doubled before an ending: stop, plan, but not look, show or visit.
bool doubles(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 3 || size > 5) return false;
  const char last = word[size - 1];
  int groups = 0;
  for (std::size_t at = 0; at < size; ++at) groups += vowel(word[at]) && (at == 0 || !vowel(word[at - 1]));
  return groups == 1 && !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(word[size - 2]) &&
         !vowel(word[size - 3]);
}

/// Reads the notation by descent; depth is bounded by `deepest_notation`.
class NotationReader {
 public:
  explicit NotationReader(std::string_view phrase) : text_(phrase) {}

  std::variant<std::vector<std::string>, PhraseTrouble> read() {
    std::vector<std::string> all = alternatives(0);
    if (trouble_.empty() && at_ < text_.size()) trouble_ = std::string("'") + text_[at_] + "' closes nothing";
    if (!trouble_.empty()) return PhraseTrouble{trouble_};
    for (std::string& each : all) close_up(each);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (!all.empty() && all.front().empty()) return PhraseTrouble{"a phrase may not be empty"};
    return all;
  }

 private:
  std::vector<std::string> alternatives(int depth) {
    std::vector<std::string> all = sequence(depth);
    while (trouble_.empty() && at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      for (std::string& each : sequence(depth)) all.push_back(std::move(each));
    }
    return all;
  }

  std::vector<std::string> sequence(int depth) {
    std::vector<std::string> all{""};
    while (trouble_.empty() && at_ < text_.size() &&
           std::string_view("|)]").find(text_[at_]) == std::string_view::npos)
      append(all, text_[at_] == '(' || text_[at_] == '[' ? bracket(depth) : words());
    return all;
  }

  std::vector<std::string> bracket(int depth) {
    const char open = text_[at_++];
    if (depth >= deepest_notation) {
      trouble_ = "brackets stand too deep in one another";
      return {};
    }
    std::vector<std::string> all = alternatives(depth + 1);
    const char close = open == '(' ? ')' : ']';
    if (at_ >= text_.size() || text_[at_] != close) {
      if (trouble_.empty()) trouble_ = std::string("'") + open + "' is not closed";
      return {};
    }
    ++at_;
    if (open == '[') all.emplace_back();
    return all;
  }

  /// Plain text up to the next bracket; a `~` closes a word that counts in all its forms.
  std::vector<std::string> words() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view("()[]|~").find(text_[at_]) == std::string_view::npos) ++at_;
    const std::string_view run = text_.substr(begin, at_ - begin);
    if (at_ >= text_.size() || text_[at_] != '~') return {std::string(run)};
    ++at_;
    const std::size_t space = run.find_last_of(' ');
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    if (word == run.size()) {
      trouble_ = "'~' must follow a word";
      return {};
    }
    std::vector<std::string> all;
    for (const std::string& form : regular_forms(run.substr(word)))
      all.push_back(std::string(run.substr(0, word)) + form);
    return all;
  }

  void append(std::vector<std::string>& all, const std::vector<std::string>& next) {
    if (all.size() * next.size() > most_wordings) {
      trouble_ = "the phrase stands for more than 512 wordings";
      return;
    }
    std::vector<std::string> longer;
    longer.reserve(all.size() * next.size());
    for (const std::string& head : all)
      for (const std::string& tail : next) longer.push_back(head + tail);
    all = std::move(longer);
  }

  /// One space where what may be left out has left several, none at either end.
  static void close_up(std::string& words) {
    const bool spaced = words.empty() || words.front() == ' ' || words.back() == ' ' || words.find("  ") != std::string::npos;
    if (spaced) words = fold_space(words);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string trouble_;
};

}  // namespace

std::vector<std::string> regular_forms(std::string_view word) {
  const std::string stem(word);
  const std::string shorter = stem.substr(0, stem.size() - 1);
  const char last = stem.back();
  const bool consonant_before = stem.size() > 1 && !vowel(stem[stem.size() - 2]);
  if (last == 'e') return {stem, stem + "s", stem + "d", shorter + "ing"};
  if (last == 'y' && consonant_before) return {stem, shorter + "ies", shorter + "ied", stem + "ing"};
  const bool hisses =
      last == 's' || last == 'x' || last == 'z' || stem.ends_with("ch") || stem.ends_with("sh");
  const std::string base = doubles(stem) ? stem + last : stem;
  return {stem, stem + (hisses ? "es" : "s"), base + "ed", base + "ing"};
}

std::variant<std::vector<std::string>, PhraseTrouble> wordings_of(std::string_view phrase) {
  // Most phrases are plain words.
  if (phrase.find_first_of("()[]|~") == std::string_view::npos)
    if (std::string words = fold_space(phrase); !words.empty()) return std::vector<std::string>{std::move(words)};
  return NotationReader(phrase).read();
}

}  // namespace casewright
