#include "foreign/pdf/cmap.h"

#include <algorithm>
#include <array>

#include "foreign/pdf/pdf_characters.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_entries = 300'000;

/// One word of a CMap program.
struct Word {
  enum class Kind { end, name, string, number, open, close, command } kind = Kind::end;
  std::string text;  ///< of a string its bytes
  long number = 0;
};

bool ends_word(char c) { return is_white_space(c) || std::string_view("/<>[](){}%").find(c) != std::string_view::npos; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  Word next() {
    skip();
    if (at_ >= text_.size()) return {};
    const char c = text_[at_++];
    if (c == '[' || c == '{') return {Word::Kind::open, "", 0};
    if (c == ']' || c == '}') return {Word::Kind::close, "", 0};
    if (c == '/') return {Word::Kind::name, rest(), 0};
    if (c == '(') return literal();
    if (c == '<' && at_ < text_.size() && text_[at_] != '<') return hexadecimal();
    if (c == '<' || c == '>' || c == ')') return {Word::Kind::command, std::string(1, c), 0};
    --at_;
    return plain(rest());
  }

 private:
  void skip() {
    while (at_ < text_.size()) {
      if (text_[at_] == '%') at_ = std::min(text_.size(), text_.find_first_of("\r\n", at_));
      else if (is_white_space(text_[at_])) ++at_;
      else return;
    }
  }

  std::string rest() {
    const std::size_t from = at_;
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
    return std::string(text_.substr(from, at_ - from));
  }

  static Word plain(std::string word) {
    std::size_t digits = word.size() > 1 && (word[0] == '-' || word[0] == '+') ? 1 : 0;
    if (word.size() > 10 || word.find_first_not_of("0123456789", digits) != std::string::npos || word.size() == digits)
      return {Word::Kind::command, std::move(word), 0};
    return {Word::Kind::number, "", std::stol(word)};
  }

  Word literal() {
    Word word{Word::Kind::string, "", 0};
    for (int depth = 1; at_ < text_.size() && depth > 0; ++at_) {
      const char c = text_[at_];
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) continue;
      if (c == '\\' && at_ + 1 < text_.size()) ++at_;
      word.text += text_[at_];
    }
    return word;
  }

  Word hexadecimal() {
    Word word{Word::Kind::string, "", 0};
    int half = -1;
    for (; at_ < text_.size() && text_[at_] != '>'; ++at_) {
      const int digit = digit_of(text_[at_]);
      if (digit < 0) continue;
      if (half < 0) {
        half = digit;
      } else {
        word.text += static_cast<char>(half * 16 + digit);
        half = -1;
      }
    }
    if (half >= 0) word.text += static_cast<char>(half * 16);
    ++at_;
    return word;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::uint32_t code_of(std::string_view bytes) {
  std::uint32_t code = 0;
  for (const char byte : bytes.substr(0, 4)) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

std::u16string letters_of_code(std::string_view bytes) {
  std::u16string letters;
  if (bytes.size() == 1) return {static_cast<char16_t>(static_cast<unsigned char>(bytes[0]))};
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
    letters += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1]));
  return letters;
}

class CMapReader {
 public:
  explicit CMapReader(std::string_view program) : words_(program) {}

  CMap read() {
    Word before[2];
    for (Word word = words_.next(); word.kind != Word::Kind::end; word = words_.next()) {
      if (word.kind == Word::Kind::command) {
        if (word.text == "begincodespacerange") spaces();
        else if (word.text == "begincidrange") cid_ranges();
        else if (word.text == "begincidchar") cid_codes();
        else if (word.text == "beginbfrange") letter_ranges();
        else if (word.text == "beginbfchar") letter_codes();
        else if (word.text == "usecmap" && before[1].kind == Word::Kind::name) map_.uses = before[1].text;
      }
      if (word.kind == Word::Kind::number && before[1].kind == Word::Kind::name && before[1].text == "WMode") map_.vertical = static_cast<int>(word.number);
      before[0] = std::move(before[1]);
      before[1] = std::move(word);
    }
    return std::move(map_);
  }

 private:
  /// The next word of a list; false at its end.
  bool item(Word& word) {
    word = words_.next();
    return word.kind != Word::Kind::end && word.kind != Word::Kind::command && entries_++ < most_entries;
  }

  void spaces() {
    Word low, high;
    while (item(low) && item(high))
      map_.spaces.push_back({code_of(low.text), code_of(high.text), static_cast<int>(std::clamp<std::size_t>(high.text.size(), 1, 4))});
  }

  void cid_ranges() {
    Word low, high, first;
    while (item(low) && item(high) && item(first))
      map_.cids.push_back({code_of(low.text), code_of(high.text), static_cast<std::uint32_t>(first.number)});
  }

  void cid_codes() {
    Word code, first;
    while (item(code) && item(first))
      map_.cids.push_back({code_of(code.text), code_of(code.text), static_cast<std::uint32_t>(first.number)});
  }

  void letter_codes() {
    Word code, letters;
    while (item(code) && item(letters))
      if (letters.kind == Word::Kind::string) map_.letters[code_of(code.text)] = letters_of_code(letters.text);
  }

  void letter_ranges() {
    Word low, high, letters;
    while (item(low) && item(high) && item(letters)) {
      const CMap::Range range{code_of(low.text), code_of(high.text), 0};
      if (letters.kind == Word::Kind::string) {
        map_.letter_ranges.emplace_back(range, letters_of_code(letters.text));
      } else if (letters.kind == Word::Kind::open) {
        std::uint32_t code = range.low;
        while (item(letters) && letters.kind == Word::Kind::string) map_.letters[code++] = letters_of_code(letters.text);
        if (letters.kind != Word::Kind::close) return;
      }
    }
  }

  Words words_;
  CMap map_;
  std::size_t entries_ = 0;
};

/// Each byte of a code lies between those of the ends of its range.
bool in_space(const CMap::Space& space, std::uint32_t code, int bytes) {
  if (bytes != space.bytes) return false;
  for (int shift = 0; shift < 8 * bytes; shift += 8) {
    const std::uint32_t byte = code >> shift & 255;
    if (byte < (space.low >> shift & 255) || byte > (space.high >> shift & 255)) return false;
  }
  return true;
}

}  // namespace

std::uint32_t CMap::next_code(std::string_view text, std::size_t& at) const {
  std::uint32_t code = 0;
  for (int bytes = 1; bytes <= 4 && at + static_cast<std::size_t>(bytes) <= text.size(); ++bytes) {
    code = code << 8 | static_cast<unsigned char>(text[at + static_cast<std::size_t>(bytes) - 1]);
    for (const Space& space : spaces)
      if (in_space(space, code, bytes)) {
        at += static_cast<std::size_t>(bytes);
        return code;
      }
  }
  int shortest = spaces.empty() ? 2 : 4;
  for (const Space& space : spaces) shortest = std::min(shortest, space.bytes);
  const std::string_view taken = text.substr(at, static_cast<std::size_t>(shortest));
  at += taken.size();
  return code_of(taken);
}

std::optional<std::uint32_t> CMap::cid(std::uint32_t code) const {
  for (auto range = cids.rbegin(); range != cids.rend(); ++range)
    if (code >= range->low && code <= range->high) return range->first + (code - range->low);
  if (identity) return code;
  return std::nullopt;
}

std::optional<std::u16string> CMap::text(std::uint32_t code) const {
  if (const auto found = letters.find(code); found != letters.end()) return found->second;
  for (const auto& [range, first] : letter_ranges)
    if (code >= range.low && code <= range.high && !first.empty()) {
      std::u16string letters_there = first;
      letters_there.back() = static_cast<char16_t>(letters_there.back() + (code - range.low));
      return letters_there;
    }
  return std::nullopt;
}

CMap read_cmap(std::string_view program) { return CMapReader(program).read(); }

CMap identity_cmap() {
  CMap map;
  map.spaces.push_back({0, 0xFFFF, 2});
  map.identity = true;
  return map;
}

const KnownCMap* known_cmap(std::string_view name) {
  static constexpr std::array<KnownCMap, 61> all{{
      {"Identity-H", "", 0},           {"Identity-V", "", 0},           {"GB-EUC-H", "GB1", 0},
      {"GB-EUC-V", "GB1", 0},          {"GBpc-EUC-H", "GB1", 0},        {"GBpc-EUC-V", "GB1", 0},
      {"GBK-EUC-H", "GB1", 2},         {"GBK-EUC-V", "GB1", 2},         {"GBKp-EUC-H", "GB1", 2},
      {"GBKp-EUC-V", "GB1", 2},        {"GBK2K-H", "GB1", 4},           {"GBK2K-V", "GB1", 4},
      {"UniGB-UCS2-H", "GB1", 4},      {"UniGB-UCS2-V", "GB1", 4},      {"UniGB-UTF16-H", "GB1", 5},
      {"UniGB-UTF16-V", "GB1", 5},     {"B5pc-H", "CNS1", 0},           {"B5pc-V", "CNS1", 0},
      {"HKscs-B5-H", "CNS1", 3},       {"HKscs-B5-V", "CNS1", 3},       {"ETen-B5-H", "CNS1", 0},
      {"ETen-B5-V", "CNS1", 0},        {"ETenms-B5-H", "CNS1", 0},      {"ETenms-B5-V", "CNS1", 0},
      {"CNS-EUC-H", "CNS1", 0},        {"CNS-EUC-V", "CNS1", 0},        {"UniCNS-UCS2-H", "CNS1", 3},
      {"UniCNS-UCS2-V", "CNS1", 3},    {"UniCNS-UTF16-H", "CNS1", 4},   {"UniCNS-UTF16-V", "CNS1", 4},
      {"83pv-RKSJ-H", "Japan1", 1},    {"90ms-RKSJ-H", "Japan1", 2},    {"90ms-RKSJ-V", "Japan1", 2},
      {"90msp-RKSJ-H", "Japan1", 2},   {"90msp-RKSJ-V", "Japan1", 2},   {"90pv-RKSJ-H", "Japan1", 1},
      {"Add-RKSJ-H", "Japan1", 1},     {"Add-RKSJ-V", "Japan1", 1},     {"EUC-H", "Japan1", 1},
      {"EUC-V", "Japan1", 1},          {"Ext-RKSJ-H", "Japan1", 2},     {"Ext-RKSJ-V", "Japan1", 2},
      {"H", "Japan1", 1},              {"V", "Japan1", 1},              {"UniJIS-UCS2-H", "Japan1", 4},
      {"UniJIS-UCS2-V", "Japan1", 4},  {"UniJIS-UCS2-HW-H", "Japan1", 4}, {"UniJIS-UCS2-HW-V", "Japan1", 4},
      {"UniJIS-UTF16-H", "Japan1", 6}, {"UniJIS-UTF16-V", "Japan1", 6}, {"KSC-EUC-H", "Korea1", 0},
      {"KSC-EUC-V", "Korea1", 0},      {"KSCms-UHC-H", "Korea1", 1},    {"KSCms-UHC-V", "Korea1", 1},
      {"KSCms-UHC-HW-H", "Korea1", 1}, {"KSCms-UHC-HW-V", "Korea1", 1}, {"KSCpc-EUC-H", "Korea1", 0},
      {"UniKS-UCS2-H", "Korea1", 1},   {"UniKS-UCS2-V", "Korea1", 1},   {"UniKS-UTF16-H", "Korea1", 2},
      {"UniKS-UTF16-V", "Korea1", 2},
  }};
  for (const KnownCMap& each : all)
    if (each.name == name) return &each;
  return nullptr;
}

}  // namespace casewright::pdf
