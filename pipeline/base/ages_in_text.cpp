#include "base/dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/among.h"
#include "base/date_words.h"
#include "base/number_words.h"
#include "base/text.h"
#include "base/text_reader.h"

namespace casewright {
namespace {

/// Words that begin like one of those may begin an age: most begin like none.
bool may_count(std::string_view text, std::size_t at) {
  constexpr std::array<std::uint32_t, 18> heads{head_of("one"), head_of("two"), head_of("thr"), head_of("fou"), head_of("fiv"), head_of("six"),
                                                head_of("sev"), head_of("eig"), head_of("nin"), head_of("ten"), head_of("ele"), head_of("twe"),
                                                head_of("thi"), head_of("fif"), head_of("for"), head_of("age"), head_of("a d"), head_of("a w")};
  constexpr std::array<std::uint32_t, 2> more{head_of("a m"), head_of("a y")};
  if (at + 3 > text.size()) return false;
  const std::uint32_t head = head_of(text.substr(at, 3));
  return among(heads, head) || among(more, head);
}

/// Reads "7", "seven", "twenty-two" or "a"; -1 for no number.
int count(TextReader& read) {
  if (is_digit(read.peek())) return read.number(1, 3);
  const std::string word = ascii_lower(read.word());
  const auto known = std::find(number_names.begin() + 1, number_names.end(), word);
  int value = word == "a" ? 1 : known != number_names.end() ? static_cast<int>(known - number_names.begin()) : -1;
  const auto ten = std::find(ten_names.begin(), ten_names.end(), word);
  if (ten != ten_names.end()) value = static_cast<int>(ten - ten_names.begin() + 2) * 10;
  if (value < 0) return -1;
  read.at += word.size();
  TextReader next = read;
  if (ten == ten_names.end() || (!next.take('-') && !next.spaces())) return value;
  const std::string unit = ascii_lower(next.word());
  const auto one = std::find(number_names.begin() + 1, number_names.begin() + 10, unit);
  if (one == number_names.begin() + 10) return value;
  read.at = next.at + unit.size();
  return value + static_cast<int>(one - number_names.begin());
}

/// An age as far as it is read.
struct AgeRead {
  AgeInText age;
  int parts = 0;
  bool brief = false;   ///< every unit is shortened, "3y 2m", or in a doctor's hand, "5/52"
};

int* part_of(AgeInText& age, std::string_view unit) {
  if (among({"d", "day", "days"}, unit)) return &age.days;
  if (among({"w", "wk", "wks", "week", "weeks"}, unit)) return &age.weeks;
  if (among({"m", "mo", "mos", "mth", "mths", "mnth", "mnths", "month", "months"}, unit)) return &age.months;
  if (among({"y", "yr", "yrs", "year", "years"}, unit)) return &age.years;
  return nullptr;
}

/// "3/12", "5/52" and "10/7" tell months, weeks and days; "8 1/12" and "8;1" years with months.
bool in_a_doctors_hand(TextReader& read, int number, AgeRead& into) {
  TextReader next = read;
  if (next.take(';')) {
    const int months = next.number(1, 2);
    if (months < 0 || months > 11 || into.parts != 0) return false;
    into.age.years = number;
    into.age.months = months;
    into.parts = 2;
  } else if (next.take('/')) {
    const int of = next.number(1, 2);
    const bool more = of == 12 && into.parts == 1 && into.age.years > 0 && number < 12;  // "2yrs 10/12"
    int* part = of == 12 ? &into.age.months : of == 52 ? &into.age.weeks : of == 7 ? &into.age.days : nullptr;
    if (part == nullptr || next.peek() == '/' || (into.parts != 0 && !more) || (number == 24 && of == 7)) return false;
    *part = number;
    ++into.parts;
  } else {
    if (!next.spaces() || into.parts != 0) return false;
    const int months = next.number(1, 2);
    if (months < 1 || months > 11 || next.text.substr(next.at, 3) != "/12") return false;
    next.at += 3;
    into.age.years = number;
    into.age.months = months;
    into.parts = 2;
  }
  if (is_word(next.peek())) return false;
  into.brief = true;
  read = next;
  return true;
}

/// Reads one "7 months" into `into`; true where it did.
bool age_part(TextReader& read, AgeRead& into) {
  TextReader next = read;
  const bool figure = is_digit(next.peek());
  const int number = count(next);
  if (number < 0) return false;
  if (figure && in_a_doctors_hand(next, number, into)) {
    read = next;
    return true;
  }
  const bool parted = next.spaces() || next.take('-');
  if (!parted && !figure) return false;
  const std::string unit = ascii_lower(next.word());
  int* part = part_of(into.age, unit);
  if (part == nullptr || *part != 0 || (number == 0 && into.parts == 0)) return false;
  const bool brief = unit.size() < 4 && unit != "day";
  if (unit.size() == 1 && !figure) return false;
  *part = number;
  into.brief = into.parts == 0 ? brief : into.brief && brief;
  ++into.parts;
  next.at += unit.size();
  if (brief && next.peek() == '.' && (is_digit(next.peek(1)) || (is_space(next.peek(1)) && is_digit(next.peek(2))))) ++next.at;
  read = next;
  return true;
}

/// Reads "three and a quarter" and "3 3/4 years" with its sign; a half of a year is as exact as a reader needs.
bool years_and_quarters(TextReader& read, AgeRead& into) {
  constexpr std::pair<std::string_view, int> quarters[] = {{" and a quarter", 3}, {" and three quarters", 9}, {"\xC2\xBC", 3}, {"\xC2\xBE", 9}};
  TextReader next = read;
  const int years = count(next);
  const std::string_view rest = next.text.substr(next.at);
  const auto known = std::find_if(std::begin(quarters), std::end(quarters), [&](const auto& each) { return rest.starts_with(each.first); });
  if (years < 1 || known == std::end(quarters)) return false;
  next.at += known->first.size();
  TextReader unit = next;
  if (unit.spaces() && among({"years", "year", "yrs"}, ascii_lower(unit.word()))) next.at = unit.at + unit.word().size();
  else if (is_word(next.peek()) || (is_space(next.peek()) && !among({"when", "and", "at"}, ascii_lower(unit.word())))) return false;
  into.age.years = years;
  into.age.months = known->second;
  into.parts = 2;
  read = next;
  return true;
}

/// Reads all of "4 years, 7 months and 3 days".
void age_parts(TextReader& read, AgeRead& into) {
  if (years_and_quarters(read, into) || !age_part(read, into)) return;
  for (TextReader more = read;; more = read) {
    more.take(',');
    more.spaces();
    const bool sign = more.take('+') || more.take('&');
    if (!sign && ascii_lower(more.word()) == "and") more.at += 3;
    more.spaces();
    if ((more.at == read.at && !is_digit(more.peek())) || !age_part(more, into)) return;
    read = more;
  }
}

/// True where what stands behind makes a length of time of it: "2 years and 3 weeks later".
bool lasts(TextReader read) {
  if (read.peek() == '\'' || read.text.substr(read.at, 3) == "\xE2\x80\x99") return true;
  if (!read.spaces() && !read.take('-')) return false;
  return among({"later", "after", "before", "ago", "apart", "in", "since", "into", "imprisonment", "custody", "prison", "sentence", "long", "on", "for", "from",
                "earlier", "until", "till", "between", "of", "delay", "gap", "period", "past", "without", "away", "left", "to", "younger", "older", "wait", "stay", "behind", "overdue", "late", "short", "ahead", "pregnant", "with"},
               ascii_lower(read.word()));
}

/// True for "was", and not "the delay was" or "it was".
bool somebody_is(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t from = at;
  if (!among({"was", "is", "being", "turned", "reached"}, word)) return false;
  word_ahead(text, at, "", &from);
  return !among({"it", "that", "this", "sentence", "gap", "delay", "period", "interval", "total", "wait", "term", "duration", "time", "tariff", "stay", "between",
                 "there", "which", "average", "limit"},
                word_ahead(text, from));
}

/// How an age of several units stands that nothing calls one; nothing where it may be a length of time.
std::optional<AgeForm> form_of_bare(std::string_view text, std::size_t from, const TextReader& end, const AgeRead& reading) {
  if (lasts(end)) return std::nullopt;
  const std::string word = word_ahead(text, from);
  if (somebody_is(text, from, word)) return AgeForm::old;
  if (reading.parts < 2) return std::nullopt;
  const bool bracketed = from > 0 && text[from - 1] == '(' && (end.peek() == ')' || end.peek() == ',' || end.peek() == ';');
  const bool beside = from > 2 && text[from - 2] == ',' && is_letter(text[from - 3]) && end.peek() == ',';
  if (bracketed || beside || word == "at") return AgeForm::bare;
  const bool length = among({"for", "of", "after", "over", "within", "in", "by", "served", "serve", "about", "every", "than", "to", "lasted", "last", "took", "past", "next", "wait",
                             "waited", "another", "further", "jailed", "years", "spent", "totalling", "x", "from", "between"},
                            word);
  const bool years_or_days = (reading.age.years != 0 && reading.age.months != 0) || reading.age.days != 0;
  return reading.brief && years_or_days && !length ? std::optional(AgeForm::bare) : std::nullopt;
}

std::optional<AgeInText> age_at(std::string_view text, std::size_t at) {
  TextReader read{text, at};
  AgeRead reading;
  AgeInText& age = reading.age;
  std::size_t from = at;
  const std::string opening = ascii_lower(read.word().substr(0, 5));
  const bool aged = opening == "aged" || opening == "age";
  if (aged) {
    read.at += opening.size();
    read.take(':');
    if (!read.spaces()) return std::nullopt;
    if (read.text.substr(read.at, 3) == "of ") read.at += 3;
    if (opening == "age") from = read.at;
    age.form = opening == "age" ? AgeForm::bare : AgeForm::aged;
  }
  age_parts(read, reading);
  if (reading.parts == 0 || (age.months == 0 && age.weeks == 0 && age.days == 0)) return std::nullopt;
  TextReader old = read;
  const bool hyphen = old.take('-');
  const bool parted = hyphen || old.spaces();
  const bool of_age = parted && ascii_lower(old.text.substr(old.at, 6)) == "of age";
  if (of_age || (parted && ascii_lower(old.word()) == "old")) {
    read.at = old.at + (of_age ? 6 : 3);
    if (!aged) age.form = hyphen ? AgeForm::adjective : AgeForm::old;
  } else if (!aged) {
    const auto form = reading.parts > 1 || reading.brief ? form_of_bare(text, at, read, reading) : std::nullopt;
    if (!form) return std::nullopt;
    age.form = *form;
  }
  age.span = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(read.at)};
  return age;
}

}  // namespace

std::vector<AgeInText> find_exact_ages(std::string_view text) {
  std::vector<AgeInText> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word(text[at])) {
      ++at;
      continue;
    }
    const bool candidate = is_digit(text[at]) ? at == 0 || (text[at - 1] != '.' && text[at - 1] != '/' && text[at - 1] != '-') : may_count(text, at);
    const auto exact = candidate ? age_at(text, at) : std::nullopt;
    if (exact) {
      found.push_back(*exact);
      at = exact->span.end;
    } else {
      while (at < text.size() && is_word(text[at])) ++at;
    }
  }
  return found;
}

}  // namespace casewright
