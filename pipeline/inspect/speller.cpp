#include "inspect/speller.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t most_suggestions = 3, longest_for_edits = 24;

bool is_vowel_or_y(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

/// A word that may have been meant, with what it costs to have written the other; less is likelier.
struct Suggestion {
  std::string word;
  double cost = 0;
};

/// Parts of words that writers mix up, each way.
struct Confusion {
  std::string_view wrong, right;
};
constexpr Confusion confusions[] = {
    {"ie", "ei"},     {"ei", "ie"},     {"ance", "ence"}, {"ence", "ance"}, {"ant", "ent"},   {"ent", "ant"},   {"able", "ible"},
    {"ible", "able"}, {"sion", "tion"}, {"tion", "sion"}, {"cion", "tion"}, {"shun", "tion"}, {"ary", "ery"},   {"ery", "ary"},
    {"ory", "ary"},   {"f", "ph"},      {"ph", "f"},      {"k", "ch"},      {"c", "s"},       {"s", "c"},       {"z", "s"},
    {"cc", "c"},      {"uous", "ious"}, {"eous", "ious"}, {"ious", "eous"}, {"ous", "us"},    {"us", "ous"},    {"er", "re"},
    {"or", "our"},    {"er", "or"},     {"or", "er"},     {"ar", "er"},     {"aly", "ally"},  {"ly", "ally"},   {"full", "ful"},
    {"fuly", "fully"},{"ough", "augh"}, {"i", "y"},       {"y", "i"},       {"cy", "sy"},     {"sc", "s"},      {"s", "sc"},
    {"qu", "c"},      {"x", "xc"},      {"ks", "x"},      {"ct", "x"},      {"gh", "g"},      {"n", "gn"},      {"ise", "ice"},
    {"el", "le"},     {"le", "el"},     {"al", "le"},     {"ment", "ement"},{"eing", "ing"},  {"yed", "ied"},   {"ys", "ies"},
    {"ceed", "cede"}, {"cede", "ceed"}, {"sede", "cede"}, {"isation", "ization"}, {"j", "dg"}, {"tch", "ch"},   {"ch", "tch"}};

/// What it costs to have left out or put in `letter` beside `before` and `after`: a doubled letter costs least.
double cost_of_one(char letter, char before, char after) {
  if (letter == before || letter == after) return .55;
  return is_vowel_or_y(letter) ? .85 : .9;
}

/// Every word one slip away from `word`.
std::vector<Suggestion> one_slip_away(const std::string& word) {
  constexpr std::string_view letters = "etaoinsrhldcumfpgwybvkxjqz'";
  std::vector<Suggestion> all;
  const std::size_t size = word.size();
  const auto at_or = [&](std::size_t at) { return at < size ? word[at] : ' '; };
  const auto place = [](std::size_t at) { return at == 0 ? .5 : 0; };  // first letters are seldom wrong
  for (std::size_t at = 0; at <= size; ++at) {
    const std::string head = word.substr(0, at);
    const char before = at == 0 ? ' ' : word[at - 1];
    if (at < size) {
      const double doubled = cost_of_one(word[at], before, at_or(at + 1));
      all.push_back({head + word.substr(at + 1), doubled + (doubled < .6 ? 0 : .15) + place(at)});
    }
    if (at + 1 < size && word[at] != word[at + 1])
      all.push_back({head + word[at + 1] + word[at] + word.substr(at + 2), .5 + place(at) / 2});
    for (const char letter : letters) {
      if (at < size && letter != word[at]) {
        const bool both_vowels = is_vowel_or_y(letter) && is_vowel_or_y(word[at]);
        all.push_back({head + letter + word.substr(at + 1), (both_vowels ? .8 : 1.15) + place(at)});
      }
      all.push_back({head + letter + word.substr(at), cost_of_one(letter, before, at_or(at)) - .05 + place(at)});
    }
  }
  for (const Confusion& each : confusions)
    for (std::size_t at = word.find(each.wrong); at != std::string::npos; at = word.find(each.wrong, at + 1))
      all.push_back({word.substr(0, at) + std::string(each.right) + word.substr(at + each.wrong.size()), .75 + place(at) / 2});
  return all;
}

/// "alot" as "a lot"; a part of one letter is a word only as "a" or "i".
std::vector<Suggestion> parted(const std::string& word) {
  std::vector<Suggestion> all;
  for (std::size_t at = 1; at < word.size(); ++at)
    all.push_back({word.substr(0, at) + " " + word.substr(at), 1.05});
  return all;
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char each : word)
    if (each >= 'a' && each <= 'z') letters |= 1u << (each - 'a');
  return letters;
}

/// What it costs to have written `wrong` for `right`: slips of typing and of hearing, first letters dearer;
/// `most` and above means not alike.
double distance(std::string_view wrong, std::string_view right, double most) {
  constexpr std::size_t widest = 32;
  if (wrong.size() >= widest || right.size() >= widest) return most;
  std::array<std::array<double, widest>, 3> rows;  // the last three, for neighbours that changed places
  for (std::size_t j = 0; j <= right.size(); ++j) rows[0][j] = static_cast<double>(j) * .9 + (j > 0 ? .5 : 0);
  for (std::size_t i = 1; i <= wrong.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    const auto& above_that = rows[(i + 1) % 3];
    row[0] = static_cast<double>(i) * .9 + .5;
    double least = row[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const char a = wrong[i - 1], b = right[j - 1];
      const double first = i == 1 && j == 1 ? .4 : 0;
      const double change = a == b ? 0 : (is_vowel_or_y(a) && is_vowel_or_y(b) ? .7 : 1.05) + first;
      const double put_in = i > 1 && a == wrong[i - 2] ? .5 : .95;
      const double left_out = j > 1 && b == right[j - 2] ? .5 : is_vowel_or_y(b) ? .78 : .85;
      double cost = std::min({above[j - 1] + change, above[j] + put_in, row[j - 1] + left_out});
      if (i > 1 && j > 1 && a == right[j - 2] && wrong[i - 2] == b && a != b) cost = std::min(cost, above_that[j - 2] + .5 + first);
      row[j] = cost;
      least = std::min(least, cost);
    }
    if (least >= most) return most;
  }
  return rows[wrong.size() % 3][right.size()];
}

/// The common words that look like `word`.
std::vector<Suggestion> alike(const std::string& word, const CommonWords& common) {
  std::vector<Suggestion> all;
  const double most = word.size() < 6 ? 2.2 : word.size() < 10 ? 2.9 : 3.8;
  const std::uint32_t letters = letters_of(word);
  for (std::size_t length = word.size() > 4 ? word.size() - 3 : 2; length <= word.size() + 3; ++length)
    for (const CommonWords::Word& each : common.of_length(length)) {
      if (std::popcount(letters ^ each.letters) > 5 || std::popcount(each.letters & ~letters) > 3) continue;
      const double cost = distance(word, each.word, most);
      if (cost < most) all.push_back({std::string(each.word), cost});
    }
  return all;
}

}  // namespace

void CommonWords::read(std::string_view list) {
  for (std::string_view line : split(list, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const int common = line.back() == '+' ? 2 : line.back() == '-' ? 0 : 1;
    if (common != 1) line.remove_suffix(1);
    if (by_length_.size() <= line.size()) by_length_.resize(line.size() + 1);
    if (!known_.emplace(line, common).second) continue;
    by_length_[line.size()].push_back({line, letters_of(line)});
  }
}

int CommonWords::commonness(std::string_view word) const {
  const auto found = known_.find(word);
  return found == known_.end() ? 0 : found->second;
}

const std::vector<CommonWords::Word>& CommonWords::of_length(std::size_t length) const {
  static const std::vector<Word> none;
  return length < by_length_.size() ? by_length_[length] : none;
}

void Speller::load(const Corpus& corpus) const {
  if (tried_) return;
  tried_ = true;
  dictionary_ = spell::Dictionary::load(language_);
  for (const std::string& word : corpus.field_words) own_.insert(word);
}

void Speller::load_common(const Corpus& corpus) const {
  load(corpus);
  if (!common_read_) common_.read(corpus.common_words);
  common_read_ = true;
}

bool Speller::plainly_known(const std::string& word) const { return own_.count(word) != 0 || dictionary_->knows(word); }

bool Speller::known(std::string_view word) const {
  constexpr std::size_t most_kept = 200'000;  // words; a run over an archive asks for the same ones again and again
  if (asked_.size() > most_kept) asked_.clear();
  const auto [answer, fresh] = asked_.try_emplace(std::string(word), false);
  if (fresh) answer->second = plainly_known(answer->first);
  return answer->second;
}

bool Speller::knows(const std::string& word, const Corpus& corpus) const {
  if (corpus.doubtful.count(word) != 0) return false;
  const std::lock_guard lock(mutex_);
  load(corpus);
  if (!dictionary_) return true;
  std::string_view rest = word;
  if (rest.ends_with("'s")) rest.remove_suffix(2);
  if (rest.ends_with('\'')) rest.remove_suffix(1);
  if (rest.find('-') == std::string_view::npos) return known(rest);
  const auto parts = split(rest, '-');
  const bool parts_known =
      std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return part.size() < 3 || known(part); });
  return parts_known || known(rest);
}

std::vector<std::string> Speller::work_out(const std::string& word) const {
  std::vector<Suggestion> good;
  const auto keep = [&](Suggestion each) {
    if (each.word.size() < 2 || each.word == word) return;
    if (!plainly_known(each.word)) {
      if (each.word.size() < 5) return;
      each.word[0] = to_capital(each.word[0]);
      if (!dictionary_->knows(each.word)) return;
    }
    const int common = common_.commonness(each.word);
    if (common == 2) each.cost -= .35;
    else if (own_.count(each.word) != 0) each.cost -= .25;
    else if (common == 0) each.cost += .35;
    good.push_back(std::move(each));
  };
  if (word.size() <= longest_for_edits) {
    for (Suggestion& each : one_slip_away(word)) keep(std::move(each));
    for (const Suggestion& each : parted(word)) {
      const std::size_t space = each.word.find(' ');
      const std::string first = each.word.substr(0, space), second = each.word.substr(space + 1);
      const auto commonness = [&](const std::string& part) { return part == "a" ? 2 : common_.commonness(part); };
      const int rarer = std::min(commonness(first), commonness(second));
      if (rarer > 0) good.push_back({each.word, each.cost + (rarer == 2 ? 0 : .75)});
    }
    for (Suggestion& each : alike(word, common_)) keep(std::move(each));
  }
  if (good.empty()) {
    double cost = 4;
    for (std::string& each : dictionary_->suggest(word, 6)) good.push_back({std::move(each), cost += .1});
  }
  std::stable_sort(good.begin(), good.end(), [](const Suggestion& a, const Suggestion& b) { return a.cost < b.cost; });
  std::vector<std::string> best;
  for (Suggestion& each : good)
    if (best.size() < most_suggestions && std::find(best.begin(), best.end(), each.word) == best.end())
      best.push_back(std::move(each.word));
  return best;
}

std::vector<std::string> Speller::suggestions(const std::string& word, const Corpus& corpus) const {
  const std::lock_guard lock(mutex_);
  load_common(corpus);
  if (!dictionary_) return {};
  const auto [entry, fresh] = suggested_.try_emplace(word);
  if (fresh) entry->second = work_out(word);
  return entry->second;
}

std::string Speller::two_words(const std::string& word, const Corpus& corpus) const {
  constexpr std::size_t least = 3, least_second = 4;
  const std::lock_guard lock(mutex_);
  load_common(corpus);
  for (std::size_t at = least; at + least_second <= word.size(); ++at)
    if (common_.commonness(word.substr(0, at)) == 2 && common_.commonness(word.substr(at)) == 2)
      return word.substr(0, at) + " " + word.substr(at);
  return {};
}

}  // namespace casewright
