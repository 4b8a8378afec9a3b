#include "base/date_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/among.h"
#include "base/dates.h"
#include "base/number_words.h"
#include "base/text.h"

namespace casewright {
namespace {

template <class List>
bool has_head(const List& list, std::string_view word) {
  const std::uint32_t head = head_of(word);
  return std::any_of(list.begin(), list.end(), [head](std::string_view each) { return head_of(each) == head; });
}

bool ordinal_ending(std::string_view word) {
  const std::string lowered = ascii_lower(word);
  return lowered == "st" || lowered == "nd" || lowered == "rd" || lowered == "th";
}

/// A place in a text that reads backwards, word by word.
struct Backwards {
  std::string_view text;
  std::size_t at = 0;

  /// Steps over the word before, which must be parted from what follows, and gives it in small letters; "" where there is none.
  std::string take(std::string_view parting = "") {
    std::size_t end = at;
    while (end > 0 && (is_space(text[end - 1]) || parting.find(text[end - 1]) != std::string_view::npos)) --end;
    std::size_t from = end;
    while (from > 0 && is_letter(text[from - 1])) --from;
    if (end == at || from == end || !starts_word(text, from)) return {};
    at = from;
    return ascii_lower(text.substr(from, end - from));
  }
};

}  // namespace

bool names_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  if (word.size() < 3 || word.size() > 9 || !has_head(days, word)) return false;
  const std::string lowered = ascii_lower(word);
  return std::any_of(days.begin(), days.end(), [&](std::string_view day) {
    return lowered == day || lowered == day.substr(0, 3) || (lowered.size() == 4 && lowered == day.substr(0, 4)) ||
           (lowered == "thurs" && day == "thursday") || (lowered == "weds" && day == "wednesday");
  });
}

int month_word(std::string_view word) {
  static constexpr std::array<std::string_view, 24> heads{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
                                                          "ion", "chw", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tac", "rha"};
  return word.size() < 3 || word.size() > 10 || !has_head(heads, word) ? 0 : month_of_name(word);
}

bool take_ordinal(TextReader& read) {
  TextReader ending = read;
  ending.spaces();
  if (!ordinal_ending(ending.word())) return false;
  read.at = ending.at + 2;
  return true;
}

char day_joint(TextReader& read) {
  TextReader next = read;
  const bool parted = next.spaces();
  char joint = ' ';
  for (const char each : {',', '-', '/', '&'})
    if (joint == ' ' && next.take(each)) joint = each == ',' ? ',' : '-';
  if (joint == ' ' && (next.text.substr(next.at, 3) == "\xE2\x80\x93" || next.text.substr(next.at, 3) == "\xE2\x80\x94")) {
    next.at += 3;
    joint = '-';
  }
  if (joint == ' ' || joint == ',') {
    if (joint == ',') next.spaces();
    const std::string word = ascii_lower(next.word());
    if ((parted || joint == ',') && among({"to", "and", "or", "until", "till"}, word)) {
      next.at += word.size();
      if (!next.spaces()) return ' ';
      joint = '-';
    }
  }
  if (joint == ' ') return joint;
  next.spaces();
  if (ascii_lower(next.word()) == "the") {
    next.at += 3;
    next.spaces();
  }
  if (!is_digit(next.peek())) return ' ';
  read = next;
  return joint;
}

bool numbered_so(std::string_view word) {
  return among({"page", "pages", "p", "pp", "para", "paragraph", "paragraphs", "section", "sections", "room", "flat", "unit", "house", "plot",
                "ref", "reference", "no", "number", "numbers", "version", "level", "score", "scored", "scores", "rated", "rating", "file",
                "form", "case", "order", "lot", "block", "class", "year", "years", "grade", "item", "minute", "clause", "chapter", "table",
                "figure", "season", "bp", "pressure", "vision", "ratio", "cot", "bed", "ward", "marks", "of", "for", "volume", "vol", "issue",
                "article", "rule", "regulation", "line", "lines", "part", "pump", "every", "x", "ci", "size", "gcs"},
               word);
}

bool counted_so(TextReader read) {
  const bool parted = read.spaces() || read.take('-');
  const std::string next = ascii_lower(read.word());
  return parted && among({"of", "years", "year", "yrs", "months", "month", "mths", "weeks", "week", "days", "day", "hours", "hour", "points", "marks",
                          "mg", "ml", "mcg", "mm", "cm", "inch", "inches", "miles", "old", "votes", "doses"},
                         next);
}

std::string word_ahead(std::string_view text, std::size_t at, std::string_view over, std::size_t* from) {
  std::size_t end = at;
  while (end > 0 && (is_space(text[end - 1]) || over.find(text[end - 1]) != std::string_view::npos)) --end;
  std::size_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  if (from != nullptr) *from = begin;
  return ascii_lower(text.substr(begin, end - begin));
}

bool may_tell_day(std::string_view text) {
  for (std::size_t of = text.find(" of "); of != std::string_view::npos; of = text.find(" of ", of + 4))
    if (of >= 2 && among({"th", "TH", "rd", "nd", "st", "ay", "RD", "ND", "ST"}, text.substr(of - 2, 2))) return true;
  return false;
}

std::optional<ToldDay> day_told_before(std::string_view text, std::size_t month) {
  Backwards read{text, month};
  if (read.take() != "of") return std::nullopt;
  std::string word = read.take();
  if (word == "day") word = read.take();
  int day = place_of_word(word);
  if (day == 0) return std::nullopt;
  std::size_t begin = read.at;
  Backwards tens = read;
  const std::string ten = tens.take("-");
  if (day < 10 && (ten == "twenty" || ten == "thirty")) {
    day += ten == "twenty" ? 20 : 30;
    read = tens;
    begin = read.at;
  }
  if (read.take() != "the") return ToldDay{begin, day};
  begin = read.at;
  const std::string weekday = read.take(",");
  if (weekday.size() > 5 && weekday.ends_with("day") && among({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}, weekday)) begin = read.at;
  return ToldDay{begin, day};
}

}  // namespace casewright
