#include "foreign/word_list.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <utility>

namespace casewright::spell {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 24;  // a slot has 24 bits for the place
constexpr std::size_t longest_word = 60;                  // Hunspell itself takes no more than 100
constexpr std::size_t most_hyphens = 4;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

/// The fields of a line, parted by blanks.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = line.find_first_not_of(" \t"); at != std::string_view::npos; at = line.find_first_not_of(" \t", at)) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end;
  }
  return fields;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

/// A hash that is made a letter at a time.
struct Hash {
  std::uint32_t value = 2166136261u;
  void add(char each) { value = (value ^ static_cast<unsigned char>(each)) * 16777619u; }
  std::uint32_t done() const { return value ^ (value >> 15); }
};

constexpr std::array<bool, 256> ends_word = [] {
  std::array<bool, 256> ends{};
  for (const unsigned char each : {'/', '\n', '\t'}) ends[each] = true;
  return ends;
}();

std::size_t corner(char last, char before) { return (static_cast<std::size_t>(before) & 31) * 32 + (static_cast<std::size_t>(last) & 31); }

}  // namespace

/// Reads the file of affixes a line at a time.
class WordList::AffixFile {
 public:
  explicit AffixFile(WordList& list) : list_(list) {}

  /// False where the file says something that is not followed here.
  bool read(std::string_view text) {
    text = without_mark(text);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (!read_line(text.substr(0, end))) return false;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return utf8_ && left_ == 0;
  }

  /// The flags of stems that take part in compounds; they are followed only where those are numbers ("21st").
  const std::string& compound_flags() const { return compound_flags_; }

 private:
  bool read_line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.empty() || fields[0].starts_with('#')) return true;
    if (fields[0] == "PFX" || fields[0] == "SFX") return read_affix(fields, fields[0] == "PFX");
    if (left_ != 0) return false;
    if (fields[0] == "SET") return utf8_ = fields.size() > 1 && fields[1] == "UTF-8";
    if (fields[0] == "ONLYINCOMPOUND" && fields.size() > 1) compound_flags_ += fields[1];
    if (fields[0] == "COMPOUNDRULE" && fields.size() > 1) return read_compound(fields[1]);
    if (fields[0] == "ICONV") return read_conversion(fields);
    // What matters for suggestions alone, and the length of compounds.
    constexpr std::string_view passed[] = {"TRY", "REP", "MAP", "KEY", "NOSUGGEST", "WORDCHARS", "ONLYINCOMPOUND", "COMPOUNDMIN"};
    return std::find(std::begin(passed), std::end(passed), fields[0]) != std::end(passed);
  }

  bool read_compound(std::string_view rule) {
    if (!std::exchange(compounds_counted_, true)) return true;
    for (const char each : rule)
      if (std::string_view("*?").find(each) == std::string_view::npos) compound_flags_ += each;
    return rule.find('(') == std::string_view::npos;
  }

  /// Only what no word asked for here can hold may be converted.
  static bool read_conversion(const std::vector<std::string_view>& fields) {
    if (fields.size() == 2) return true;
    return fields.size() == 3 && static_cast<unsigned char>(fields[1][0]) > 0xC3;
  }

  bool read_affix(const std::vector<std::string_view>& fields, bool prefix) {
    if (fields.size() < 4 || fields[1].size() != 1) return false;
    if (left_ == 0) {  // the head of a group: SFX D Y 4
      flag_ = fields[1][0];
      crosses_ = fields[2] == "Y";
      const auto [end, error] = std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), left_);
      return error == std::errc() && end == fields[3].data() + fields[3].size();
    }
    --left_;
    Affix affix;
    affix.flag = flag_;
    affix.crosses = crosses_;
    if (fields[1][0] != flag_ || fields[3].find('/') != std::string_view::npos) return false;
    if (fields[2] != "0") affix.strip = fields[2];
    if (fields[3] != "0") affix.adds = fields[3];
    if (fields.size() > 4 && fields[4] != "." && !read_condition(fields[4], affix.condition)) return false;
    if (affix.adds.empty() || !is_ascii(affix.strip)) return false;
    keep(std::move(affix), prefix);
    return true;
  }

  static bool read_condition(std::string_view text, std::vector<Letters>& into) {
    if (!is_ascii(text)) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      Letters letters;
      const auto put = [&](char each) { letters.ascii[static_cast<unsigned char>(each) >> 6] |= std::uint64_t{1} << (each & 63); };
      if (text[at] == '.') {
        letters = {{~std::uint64_t{0}, ~std::uint64_t{0}}, true};
      } else if (text[at] != '[') {
        put(text[at]);
      } else {
        const std::size_t end = text.find(']', at);
        if (end == std::string_view::npos) return false;
        const bool others = text[++at] == '^';
        for (at += others; at < end; ++at) put(text[at]);
        if (others) letters = {{~letters.ascii[0], ~letters.ascii[1]}, true};
      }
      into.push_back(letters);
    }
    return true;
  }

  void keep(Affix affix, bool prefix) {
    const std::string& adds = affix.adds;
    std::vector<Affix>& all = prefix ? list_.prefixes_ : list_.suffixes_;
    const auto number = static_cast<std::uint16_t>(all.size());
    if (prefix) {
      list_.prefixes_by_first_[static_cast<std::size_t>(adds[0]) & 31].push_back(number);
    } else if (adds.size() > 1) {
      list_.suffixes_by_end_[corner(adds.back(), adds[adds.size() - 2])].push_back(number);
    } else {
      for (int before = 0; before < 32; ++before) list_.suffixes_by_end_[corner(adds[0], static_cast<char>(before))].push_back(number);
    }
    all.push_back(std::move(affix));
  }

  WordList& list_;
  bool utf8_ = false, crosses_ = false, compounds_counted_ = false;
  char flag_ = 0;
  unsigned left_ = 0;  ///< lines of the group that are to come
  std::string compound_flags_;
};

std::optional<WordList> WordList::read(std::string_view affixes, std::string words) {
  WordList list;
  AffixFile file(list);
  list.words_ = std::move(words);
  if (!file.read(affixes) || list.prefixes_.size() + list.suffixes_.size() > 0xFFFF) return std::nullopt;
  if (!list.read_words(file.compound_flags())) return std::nullopt;
  return list;
}

/// Files every line under the hash of its stem.
bool WordList::read_words(std::string_view compound_flags) {
  if (words_.size() >= most_bytes || words_.find('\\') != std::string::npos || words_.find('\r') != std::string::npos) return false;
  if (!words_.ends_with('\n')) words_ += '\n';
  // "word po:noun" is an older way of saying what kind of word it is.
  for (std::size_t at = words_.find(':'); at != std::string::npos; at = words_.find(':', at + 1))
    if (at > 3 && words_[at - 3] == ' ') return false;
  enum class Flag : std::uint8_t { plain, compound, end };
  std::array<Flag, 256> flags{};
  for (const char each : compound_flags) flags[static_cast<unsigned char>(each)] = Flag::compound;
  for (const unsigned char each : {'\n', '\t', ' '}) flags[each] = Flag::end;
  const auto size = static_cast<std::uint32_t>(words_.size());
  slots_.assign(std::bit_ceil(std::max<std::size_t>(words_.size() / 5, 16)), 0);
  std::size_t room = slots_.size() / 4 * 3;
  auto begin = static_cast<std::uint32_t>(words_.find('\n') + 1);  // the first line says how many there are; so no word begins at 0
  while (begin < size) {
    std::uint32_t end = begin;
    Hash hash;
    for (; !ends_word[static_cast<unsigned char>(words_[end])]; ++end) hash.add(words_[end]);
    if (end == begin || room-- == 0) return false;
    add(begin, hash.done());
    const bool number = words_[begin] >= '0' && words_[begin] <= '9';
    for (Flag each = flags[static_cast<unsigned char>(words_[end])]; each != Flag::end; each = flags[static_cast<unsigned char>(words_[++end])])
      if (each == Flag::compound && !number) return false;
    if (words_[end] == ' ') return false;
    begin = static_cast<std::uint32_t>(words_[end] == '\n' ? end : words_.find('\n', end)) + 1;
  }
  return true;
}

void WordList::add(std::uint32_t begin, std::uint32_t hash) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = begin << 8 | hash >> 24;
}

/// True where `visit` takes the flags of a line of that stem; a stem may have several.
template <class Visit>
bool WordList::any_stem(std::string_view stem, const Visit& visit) const {
  Hash letters;
  for (const char each : stem) letters.add(each);
  const std::uint32_t hash = letters.done();
  for (std::size_t at = hash & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if ((slots_[at] & 0xFF) != hash >> 24) continue;
    const std::string_view line = std::string_view(words_).substr(slots_[at] >> 8);
    if (!line.starts_with(stem) || !ends_word[static_cast<unsigned char>(line[stem.size()])]) continue;
    std::size_t end = stem.size();
    if (line[end] == '/') end = line.find_first_of("\t\n", end);
    if (visit(line.substr(stem.size(), end - stem.size()))) return true;
  }
  return false;
}

bool WordList::is_stem(std::string_view word) const {
  return any_stem(word, [](std::string_view) { return true; });
}

/// True where the stem may take the affix `flag`, and the other one too where there is one.
bool WordList::has_stem(std::string_view stem, char flag, char other) const {
  return any_stem(stem, [&](std::string_view flags) {
    return flags.size() > 1 && flags.find(flag, 1) != std::string_view::npos && (other == 0 || flags.find(other, 1) != std::string_view::npos);
  });
}

bool WordList::has_suffix(std::string_view word, const Affix* prefix) const {
  if (word.size() < 2) return false;
  std::array<char, 2 * longest_word> stem;
  for (const std::uint16_t number : suffixes_by_end_[corner(word.back(), word[word.size() - 2])]) {
    const Affix& each = suffixes_[number];
    if ((prefix != nullptr && !each.crosses) || word.size() <= each.adds.size() || !word.ends_with(each.adds)) continue;
    const std::size_t kept = word.size() - each.adds.size(), size = kept + each.strip.size();
    if (size > stem.size() || size < each.condition.size()) continue;
    std::copy_n(word.begin(), kept, stem.begin());
    std::copy(each.strip.begin(), each.strip.end(), stem.begin() + static_cast<std::ptrdiff_t>(kept));
    std::size_t at = size;
    bool fits = true;
    for (std::size_t left = each.condition.size(); fits && left-- > 0;) {
      if (at == 0) {
        fits = false;
        break;
      }
      fits = each.condition[left].has(static_cast<unsigned char>(stem[--at]));
      while (at > 0 && (static_cast<unsigned char>(stem[at]) & 0xC0) == 0x80) --at;
    }
    if (fits && has_stem({stem.data(), size}, each.flag, prefix == nullptr ? '\0' : prefix->flag)) return true;
  }
  return false;
}

bool WordList::has_prefix(std::string_view word) const {
  for (const std::uint16_t number : prefixes_by_first_[static_cast<std::size_t>(word[0]) & 31]) {
    const Affix& each = prefixes_[number];
    if (word.size() <= each.adds.size() || !word.starts_with(each.adds)) continue;
    const std::string stem = each.strip + std::string(word.substr(each.adds.size()));
    std::size_t at = 0;
    bool fits = true;
    for (const Letters& letters : each.condition) {
      fits = fits && at < stem.size() && letters.has(static_cast<unsigned char>(stem[at++]));
      while (at < stem.size() && (static_cast<unsigned char>(stem[at]) & 0xC0) == 0x80) ++at;
    }
    if (fits && (has_stem(stem, each.flag, '\0') || (each.crosses && has_suffix(stem, &each)))) return true;
  }
  return false;
}

/// A word as it stands, hyphens and all.
std::optional<bool> WordList::knows_whole(std::string_view word, bool capital) const {
  if (!capital) return is_stem(word) || has_affix(word);
  if (is_stem(word)) return true;
  std::string small(word);
  small[0] = static_cast<char>(small[0] - 'A' + 'a');
  if (is_stem(small) || has_affix(small)) return true;
  // Of words in odd capitals Hunspell keeps forms that count here and not there.
  return has_affix(word) ? std::nullopt : std::optional(false);
}

/// Hunspell takes a word whose parts it knows.
std::optional<bool> WordList::knows_parted(std::string_view word, std::size_t hyphen) const {
  const std::optional<bool> behind = knows(word.substr(hyphen + 1));
  if (!behind.value_or(false)) return behind;
  return knows(word.substr(0, hyphen));
}

std::optional<bool> WordList::knows(std::string_view word) const {
  if (word.empty() || word.size() > longest_word) return std::nullopt;
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  std::size_t hyphens = 0;
  for (std::size_t at = capital ? 1 : 0; at < word.size(); ++at) {
    const auto each = static_cast<unsigned char>(word[at]);
    if ((each >= 'a' && each <= 'z') || each == '\'') continue;
    const auto next = at + 1 < word.size() ? static_cast<unsigned char>(word[at + 1]) : 0;
    const bool accented = each == 0xC3 && next >= 0xA0 && next <= 0xBF && next != 0xB7;
    if (!accented && each != '-') return std::nullopt;
    at += accented;
    hyphens += !accented;
  }
  if (hyphens > most_hyphens || word.front() == '-' || word.back() == '-') return std::nullopt;
  const std::optional<bool> whole = knows_whole(word, capital);
  if (hyphens == 0 || !whole || *whole) return whole;
  // Hunspell parts a word at its second hyphen, then at its first.
  const std::size_t first = word.find('-'), second = word.find('-', first + 1);
  if (second != std::string_view::npos) {
    const std::optional<bool> parted = knows_parted(word, second);
    if (!parted || *parted) return parted;
  }
  return knows_parted(word, first);
}

}  // namespace casewright::spell
