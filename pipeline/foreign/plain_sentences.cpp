#include "foreign/plain_sentences.h"

#include <array>

namespace casewright::unicode {
namespace {

/// The classes of Annex 29, table 4; `wide` begins a character of several bytes.
enum class Part : std::uint8_t { other, lower, upper, number, space, line, stop, end, goes_on, closing, wide, unknown };

constexpr std::array<Part, 256> parts = [] {
  std::array<Part, 256> all{};
  for (std::size_t each = 0x80; each < 256; ++each) all[each] = Part::wide;
  for (std::size_t each = 'a'; each <= 'z'; ++each) all[each] = Part::lower;
  for (std::size_t each = 'A'; each <= 'Z'; ++each) all[each] = Part::upper;
  for (std::size_t each = '0'; each <= '9'; ++each) all[each] = Part::number;
  const auto set = [&](std::string_view those, Part part) {
    for (const char each : those) all[static_cast<unsigned char>(each)] = part;
  };
  set(" \t\v\f", Part::space);
  set("\r\n", Part::line);
  set(".", Part::stop);
  set("?!", Part::end);
  set(",-:", Part::goes_on);
  set("\"'()[]{}", Part::closing);
  return all;
}();

/// The bytes at which no sentence ends and no character of several bytes begins: most of a text.
constexpr std::array<bool, 256> tells_nothing = [] {
  std::array<bool, 256> all{};
  for (std::size_t each = 0; each < 256; ++each)
    all[each] = parts[each] != Part::line && parts[each] != Part::stop && parts[each] != Part::end && parts[each] != Part::wide;
  return all;
}();

/// A character with its class and length.
struct Character {
  Part part = Part::other;
  std::uint8_t bytes = 1;
};

Character wide_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t ahead) { return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0u; };
  if (byte(0) == 0xC3 && byte(1) >= 0x80 && byte(1) <= 0xBF) {
    if (byte(1) == 0x97 || byte(1) == 0xB7) return {Part::other, 2};  // the signs for times and divided by
    return {byte(1) < 0x9F ? Part::upper : Part::lower, 2};
  }
  if (byte(0) == 0xC2 && byte(1) == 0xA0) return {Part::space, 2};
  if (byte(0) == 0xC2 && (byte(1) == 0xA3 || byte(1) == 0xA7 || byte(1) == 0xB0)) return {Part::other, 2};  // pound, section, degree
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    if (byte(2) == 0x98 || byte(2) == 0x99 || byte(2) == 0x9C || byte(2) == 0x9D) return {Part::closing, 3};  // quotation marks
    if (byte(2) == 0x93 || byte(2) == 0x94) return {Part::goes_on, 3};                                        // dashes
    if (byte(2) == 0xA2) return {Part::other, 3};                                                              // bullet
  }
  return {Part::unknown, 1};
}

Character at_of(std::string_view text, std::size_t at) {
  const Part part = parts[static_cast<unsigned char>(text[at])];
  return part == Part::wide ? wide_at(text, at) : Character{part, 1};
}

class Sentences {
 public:
  Sentences(std::string_view text, std::vector<std::uint32_t>& begins) : text_(text), begins_(begins) {}

  bool run() {
    Part before = Part::other;
    for (std::size_t at = 0; at < text_.size();) {
      if (tells_nothing[static_cast<unsigned char>(text_[at])]) {
        while (at < text_.size() && tells_nothing[static_cast<unsigned char>(text_[at])]) ++at;
        before = parts[static_cast<unsigned char>(text_[at - 1])];
        continue;
      }
      const Character here = at_of(text_, at);
      if (here.part == Part::unknown) return false;
      if (here.part == Part::stop || here.part == Part::end) {
        at = behind(at, before);
        before = Part::other;
        continue;
      }
      if (here.part == Part::line) at = line_from(at);
      else at += here.bytes;
      before = here.part;
    }
    return true;
  }

 private:
  Character at(std::size_t at) const { return at < text_.size() ? at_of(text_, at) : Character{Part::other, 0}; }
  std::size_t skip(std::size_t from, Part part) const {
    for (Character here = at(from); here.bytes != 0 && here.part == part; here = at(from)) from += here.bytes;
    return from;
  }
  void begin(std::size_t at) {
    if (at < text_.size()) begins_.push_back(static_cast<std::uint32_t>(at));
  }

  /// The end of a line ends a sentence (rules 3 and 4).
  std::size_t line_from(std::size_t at) {
    at += text_.substr(at).starts_with("\r\n") ? 2 : 1;
    begin(at);
    return at;
  }

  /// What the mark at `mark` ends; gives from where to read on.
  std::size_t behind(std::size_t mark, Part before) {
    const bool stop = text_[mark] == '.';
    const std::size_t next = mark + 1;
    const Part follows = at(next).part;
    const bool after_letter = before == Part::upper || before == Part::lower;
    if (stop && (follows == Part::number || (after_letter && follows == Part::upper))) return next;  // rules 6 and 7
    const std::size_t ahead = skip(skip(next, Part::closing), Part::space);
    const Character here = at(ahead);
    if (here.bytes == 0) return ahead;
    if (here.part == Part::line) return line_from(ahead);
    const bool goes_on = here.part == Part::goes_on || here.part == Part::stop || here.part == Part::end;  // rule 8a
    if (!goes_on && !(stop && small_letter_follows(ahead))) begin(ahead);
    return ahead;
  }

  /// Rule 8: the first letter ahead is a small one, on this line and before the next mark.
  bool small_letter_follows(std::size_t ahead) const {
    for (Character here = at(ahead); here.bytes != 0; here = at(ahead)) {
      if (here.part == Part::lower) return true;
      if (here.part == Part::upper || here.part == Part::line || here.part == Part::stop || here.part == Part::end || here.part == Part::unknown) return false;
      ahead += here.bytes;
    }
    return false;
  }

  std::string_view text_;
  std::vector<std::uint32_t>& begins_;
};

}  // namespace

bool plain_sentences(std::string_view text, std::vector<std::uint32_t>& begins) { return Sentences(text, begins).run(); }

}  // namespace casewright::unicode
