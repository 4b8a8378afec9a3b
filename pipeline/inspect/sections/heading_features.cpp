#include "inspect/sections/heading_features.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t most_neighbours = 4;  ///< how far apart two words may stand to count as a pair
constexpr std::size_t shortest_stem = 4;
constexpr std::size_t most_opening_words = 60;  ///< words under a heading that are looked at

/// Endings that are cut, the longest first: "analysed" and "analysis" come to the same.
constexpr std::array<std::string_view, 32> endings{
    "isation", "ization", "ational", "ations", "ation", "ements", "ement", "ments", "ment", "ising", "ings", "ing", "ities", "ity",  "ies", "ions",
    "ion",     "ness",    "ives",    "ive",    "ers",   "er",     "ors",   "or",    "ed",   "es",    "al",   "ly",  "sis",   "s",    "e",   "y"};

std::string stem_of(std::string_view word) {
  for (const std::string_view ending : endings)
    if (word.ends_with(ending) && word.size() - ending.size() >= shortest_stem) return std::string(word.substr(0, word.size() - ending.size()));
  return std::string(word);
}

/// The word that the heading is about: the last before what only describes it.
std::size_t head_of(const std::vector<HeadingWords::Word>& words) {
  std::size_t head = words.size();
  for (std::size_t at = 0; at < words.size() && words[at].part == words.front().part; ++at) {
    const bool describes = words[at].preposition || words[at].text.ends_with("ed") || words[at].text == "which";
    if (describes && head != words.size()) break;
    if (!words[at].preposition) head = at;
  }
  return head;
}

std::string pair_of(std::string_view kind, std::string_view a, std::string_view b) {
  return std::string(kind) + std::string(std::min(a, b)) + "_" + std::string(std::max(a, b));
}

/// Collects the features of one heading's words.
class WordFeatures {
 public:
  WordFeatures(const std::vector<HeadingWords::Word>& words, const SectionWordings& known) : words_(words), known_(known) {}

  std::vector<std::string> all(std::string_view heading) {
    const bool asks = trim(heading).ends_with('?');
    const std::vector<std::string> names = known_.names_in(heading);
    for (const HeadingWords::Word& each : words_) stems_.push_back(is_name(each.text, names) ? "@name" : stem_of(each.text));
    single_words();
    neighbours();
    pairs();
    class_pairs();
    if (const std::size_t head = head_of(words_); head != words_.size()) {
      add("h=" + stems_[head]);
      for (const std::string_view name : known_.classes_of(words_[head].groups)) add("hk=" + std::string(name));
    }
    if (asks) add("asks");
    add("long=" + std::to_string(std::min<std::size_t>(words_.size(), 5)));
    add("any");
    std::sort(features_.begin(), features_.end());
    features_.erase(std::unique(features_.begin(), features_.end()), features_.end());
    return std::move(features_);
  }

 private:
  void add(std::string feature) { features_.push_back(std::move(feature)); }

  static bool is_name(std::string_view word, const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), word.substr(0, word.find('\''))) != names.end();
  }

  void single_words() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      add("w=" + stems_[at]);
      if (words_[at].text.find('-') != std::string::npos)
        for (const std::string_view half : split(words_[at].text, '-')) add("w=" + stem_of(half));
      for (const std::string_view name : known_.classes_of(words_[at].groups)) {
        add("k=" + std::string(name));
        kinds_.push_back(name);
      }
    }
  }

  void neighbours() {
    std::string before = "^";
    for (const std::string& stem : stems_) {
      add("b=" + before + "_" + stem);
      before = stem;
    }
    add("b=" + before + "_$");
  }

  void pairs() {
    std::vector<std::size_t> said;
    for (std::size_t at = 0; at < words_.size(); ++at)
      if (!words_[at].preposition) said.push_back(at);
    for (std::size_t at = 0; at < said.size(); ++at)
      for (std::size_t other = at + 1; other < std::min(said.size(), at + most_neighbours); ++other)
        add(pair_of("p=", stems_[said[at]], stems_[said[other]]));
  }

  void class_pairs() {
    std::sort(kinds_.begin(), kinds_.end());
    kinds_.erase(std::unique(kinds_.begin(), kinds_.end()), kinds_.end());
    for (std::size_t at = 0; at < kinds_.size(); ++at)
      for (std::size_t other = at + 1; other < kinds_.size(); ++other) add(pair_of("kk=", kinds_[at], kinds_[other]));
  }

  const std::vector<HeadingWords::Word>& words_;
  const SectionWordings& known_;
  std::vector<std::string> stems_, features_;
  std::vector<std::string_view> kinds_;
};

void add_sections(std::string_view kind, SectionSet sections, std::vector<std::string>& features) {
  if (sections == 0) features.push_back(std::string(kind) + "none");
  for (const std::string& name : names_of(sections)) features.push_back(std::string(kind) + name);
}

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                           "july",    "august",   "september", "october", "november", "december"};
  return std::find(months.begin(), months.end(), word) != months.end();
}

/// How a word of running text is judged: its stem, "0" for any number, "month" for any month.
std::string word_of_opening(std::string_view word) {
  if (word.find_first_of("0123456789") != std::string_view::npos) return "0";
  if (is_month(word)) return "month";
  return stem_of(word);
}

/// True where the heading has a year or a month: "January 2008 to June 2009".
bool names_a_time(std::string_view heading) {
  std::size_t digits = 0;
  std::string word;
  for (const char letter : ascii_lower(heading) + " ") {
    digits = letter >= '0' && letter <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
    if (letter >= 'a' && letter <= 'z') {
      word += letter;
      continue;
    }
    if (word != "may" && is_month(word)) return true;
    word.clear();
  }
  return false;
}

}  // namespace

std::vector<std::string> opening_features(std::string_view opening, const SectionWordings& known) {
  const std::string lowered = ascii_lower(opening);
  std::vector<std::string> features{"t=any"};
  std::string before = "^", word;
  std::size_t count = 0;
  for (std::size_t at = 0; at <= lowered.size() && count < most_opening_words; ++at) {
    const char letter = at < lowered.size() ? lowered[at] : ' ';
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80) {
      word += letter;
      continue;
    }
    if (word.size() > 1 || (!word.empty() && word.front() <= '9')) {
      std::string stem = word_of_opening(word);
      features.push_back("t=" + stem);
      features.push_back("tb=" + before + "_" + stem);
      for (const std::string_view name : known.classes_of(word)) features.push_back("tk=" + std::string(name));
      before = std::move(stem);
      ++count;
    }
    if (letter == '.') before = ".";
    word.clear();
  }
  if (count == 0) return {};
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

std::vector<std::string> heading_features(std::string_view heading, const SectionWordings& known) {
  return heading_features(heading, known.words_of(heading), known);
}

std::vector<std::string> heading_features(std::string_view heading, const HeadingWords& words, const SectionWordings& known) {
  const bool time = names_a_time(heading);
  if (words.words.empty()) return time ? std::vector<std::string>{"any", "time", "time_alone"} : std::vector<std::string>{};
  std::vector<std::string> features = WordFeatures(words.words, known).all(heading);
  if (time) features.emplace_back("time");
  return features;
}

HeadingPlace place_among(const std::vector<std::uint8_t>& levels, const std::vector<SectionSet>& sections, std::size_t at) {
  const std::size_t count = levels.size();
  HeadingPlace place;
  place.through = count < 2 ? 0 : static_cast<double>(at) / static_cast<double>(count - 1);
  place.level = levels[at];
  if (at > 0) place.before = sections[at - 1];
  if (at + 1 < count) {
    place.after = sections[at + 1];
    place.opens = place.level != 0 && levels[at + 1] > place.level;
  }
  for (std::size_t earlier = at; earlier-- > 0 && place.level != 0;) {
    if (levels[earlier] == place.level && !place.has_peer) place.peer = sections[earlier], place.has_peer = true;
    if (place.level == 1 && place.has_peer) break;
    if (levels[earlier] == 0 || levels[earlier] >= place.level) continue;
    place.above = sections[earlier];
    break;
  }
  return place;
}

std::vector<std::string> place_features(const HeadingPlace& place, const std::vector<std::string>& words) {
  std::vector<std::string> features{"at=" + std::to_string(std::min(9, static_cast<int>(place.through * 10)))};
  if (place.level != 0) features.push_back("level=" + std::to_string(std::min<int>(place.level, 3)));
  add_sections("before=", place.before, features);
  add_sections(place.opens ? "first=" : "after=", place.after, features);
  if (place.has_peer) add_sections("peer=", place.peer, features);
  if (place.above == 0) return features;
  bool plain = true;
  for (const std::string& above : names_of(place.above)) {
    features.push_back("above=" + above);
    for (const std::string& each : words)
      if (each.starts_with("k=") || each == "asks" || each == "time") features.push_back("above=" + above + "&" + each), plain = false;
    if (plain) features.push_back("above=" + above + "&plain");
  }
  return features;
}

}  // namespace casewright
