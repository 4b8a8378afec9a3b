#include "ingest/reviews/fact_words.h"

#include <algorithm>
#include <utility>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/values/when.h"
#include "ingest/values/when_tokens.h"

namespace casewright {
namespace {

constexpr std::size_t most_label_words = 8;
constexpr std::size_t most_of_day = 32;  ///< bytes of words that are a day

bool begins_high(std::string_view word) { return !word.empty() && (is_capital(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80); }

/// What a word says of the name of a post: `post` for "Manager" and "Nurse", which end one, `name` for "Chief" and "Deputy", which begin one, `kept` for a rank, which
/// stands before a person's name and belongs to it.
Field post_word(std::string_view word) {
  const LabelGuide::Meaning meaning = LabelGuide::of("posts").understand(word);
  return meaning.exact ? meaning.field : Field::none;
}
bool ends_post(std::string_view word) { return post_word(word) == Field::post || post_word(word) == Field::kept; }

/// True for capitalised words alone, with what families' names have between them.
bool is_capitalised(std::string_view line) {
  std::size_t count = 0;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    if (!begins_high(word) && !among({"de", "van", "von", "der", "ap", "ab", "ni", "al-", "da", "la", "o"}, ascii_lower(word)) && !word.starts_with("al-")) return false;
    if (word.find_first_of("0123456789:") != std::string_view::npos) return false;
    ++count;
  }
  return count >= 2 && count <= 6;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t at = from; at < to; ++at) text.append(at > from ? " " : "").append(words[at]);
  return text;
}

/// "Chief Fire Officer Ann Lea (Prevention)" as "Ann Lea, Chief Fire Officer (Prevention)"; anything else as it is.
std::string name_first(const std::string& part) {
  const std::size_t bracket = std::min(part.find('('), part.size());
  const std::string lead(trim(std::string_view(part).substr(0, bracket)));
  std::vector<std::string_view> words;
  for (const std::string_view each : split(lead, ' '))
    if (!each.empty()) words.push_back(each);
  for (std::size_t last = words.size() < 2 ? 0 : words.size() - 2; last > 1; --last) {
    if (post_word(words[last - 1]) != Field::post) continue;
    const std::string name = joined(words, last, words.size());
    if (words.size() - last > 3 || !is_capitalised(name) || !is_capitalised(joined(words, 0, last))) return part;
    return name + ", " + joined(words, 0, last) + (bracket < part.size() ? " " + part.substr(bracket) : "");
  }
  // "Ann Lea Chief Nurse": a post begins where no name does
  for (std::size_t first = 2; bracket == part.size() && first < words.size() && first <= 4; ++first)
    if (post_word(words[first]) == Field::name || (first + 1 == words.size() && post_word(words[first]) == Field::post))
      return is_capitalised(joined(words, 0, first)) ? joined(words, 0, first) + ", " + joined(words, first, words.size()) : part;
  if (bracket + 1 < part.size() && part.ends_with(')') && is_capital(part[bracket + 1]) && is_like_a_name(lead)) return lead + ", " + part.substr(bracket + 1, part.size() - bracket - 2);
  return part;
}

/// How much of a part stands before the words that lead to a day: "at the meeting of", "by e-mail of", "dated".
std::size_t before_day(std::string_view part, std::size_t day) {
  const std::string lower = " " + ascii_lower(part.substr(0, day));
  std::size_t first = day;
  for (const std::string_view lead : {" dated", " on ", " by e-mail", " by email", " at the ", " at a ", " at its ", " at our ", " via ", " this "})
    if (const std::size_t at = lower.find(lead); at != std::string::npos) first = std::min(first, at == 0 ? 0 : at - 1);
  return first;
}

bool tells_day(const DateInText& each) { return each.date.known() && each.form != DateForm::weekday_only_with_day; }

Date first_of(Date date) { return {date.year, std::max<std::int8_t>(date.month, 1), std::max<std::int8_t>(date.day, 1)}; }
Date last_of(Date date) {
  if (date.day != 0) return date;
  const Date month{date.year, date.month == 0 ? std::int8_t{12} : date.month, 1};
  return date_of_day_number(day_number(add_months(month, 1)) - 1);
}

}  // namespace

Field meaning_of(std::string_view label) {
  const std::string folded = fold_space(label);
  if (folded.ends_with('?') || folded.find("? ") != std::string::npos) {
    const Field field = LabelGuide::of("front-sheet").understand(folded).field;
    return field == Field::independent ? field : Field::none;
  }
  if (split(folded, ' ').size() > most_label_words) return Field::none;
  const LabelGuide& guide = LabelGuide::of("front-sheet");
  const LabelGuide::Meaning whole = guide.understand(folded);
  if (whole.exact && whole.field != Field::none) return whole.field;
  if (folded.find('/') != std::string::npos)
    for (const std::string_view side : split(folded, '/'))
      if (const Field field = guide.understand(trim(side)).field; field != Field::none) return field;
  return whole.field;
}

bool is_open(std::string_view words) {
  const std::string lower = ascii_lower(trim(words));
  if (lower.starts_with("to write") || lower.starts_with("[") || lower.starts_with("xx") || lower.starts_with("??") || lower.starts_with("to be confirmed")) return true;
  if (lower.find("....") != std::string::npos || lower.find("\xE2\x80\xA6\xE2\x80\xA6") != std::string::npos || lower.find("___") != std::string::npos) return true;
  return among({"tbc", "tba", "n/a", "-", "?", "\xE2\x80\x93", "\xE2\x80\xA6", "..."}, lower);
}

Date day_of(std::string_view words) {
  const WhenRead read = read_when(fold_space(words));
  return read.problem == WhenRead::Problem::none || read.problem == WhenRead::Problem::several ? read.when.from : Date{};
}

bool is_day(std::string_view words) {
  const std::string_view bare = trim(words);
  return bare.size() < most_of_day && bare.find_first_of("0123456789") != std::string_view::npos && day_of(bare).known();
}

std::pair<Date, Date> period_within(std::string_view words) {
  std::vector<Date> days;
  const std::string text(words);
  for (const DateInText& each : find_dates(text))
    if (tells_day(each)) days.push_back(each.date);
  if (days.size() < 2) return {};
  if (day_number(days[1]) < day_number(days[0])) std::swap(days[0], days[1]);
  return {first_of(days[0]), last_of(days[1])};
}

std::pair<Date, Date> period_of(std::string_view words) {
  const std::string text = fold_space(words), lower = ascii_lower(text);
  for (const std::string_view between : {" up to and including ", " up to ", " until ", " through to ", " to ", " \xE2\x80\x93 ", " - ", "\xE2\x80\x93", "-"})
    if (const std::size_t at = lower.find(between); at != std::string::npos) {
      std::string_view first = std::string_view(text).substr(0, at);
      if (lower.starts_with("from ")) first.remove_prefix(5);
      const Date from = day_of(first), to = day_of(std::string_view(text).substr(at + between.size()));
      if (from.known() && to.known() && day_number(from) <= day_number(to)) return {from, to};
    }
  if (const auto within = period_within(text); within.first.known()) return within;
  const When when = read_when(text).when;
  return {when.from, when.to.known() ? when.to : when.from};
}

std::vector<std::string> parts_of(std::string_view words) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    const bool end = at == words.size() || words[at] == ',' || words[at] == '\n' || words[at] == ';';
    const bool sentence = !end && words[at] == '.' && at + 2 < words.size() && words[at + 1] == ' ' && at >= 4 && words[at - 2] != ' ' && words[at - 3] != ' ';
    if (!end && !sentence) continue;
    if (std::string part = fold_space(words.substr(from, at - from)); !part.empty()) parts.push_back(std::move(part));
    from = at + 1;
  }
  return parts;
}

bool is_like_a_name(std::string_view line) {
  if (!is_capitalised(line)) return false;
  const std::size_t space = line.rfind(' ');
  return !ends_post(line.substr(space + 1)) && meaning_of(line) == Field::none;
}

ToldPerson person_in(std::string_view words) {
  ToldPerson told;
  std::string text = replace_every(trim(words), "\xC2\xA0", " ");
  for (const std::string_view end : {", who ", " who ", " and was ", " and has ", " and is ", " and am ", " and had ", " and I "})
    if (const std::size_t at = text.find(end); at != std::string::npos) text.resize(at);
  std::vector<std::string> parts = parts_of(text);
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::vector<DateInText> days = find_dates(parts[at]);
    const auto day = std::find_if(days.begin(), days.end(), tells_day);
    if (day == days.end() && !is_day(parts[at])) continue;
    if (!told.date.known()) told.date = day == days.end() ? day_of(parts[at]) : day->date;
    parts[at] = day == days.end() ? "" : fold_space(parts[at].substr(0, before_day(parts[at], day->span.begin)));
    while (!parts[at].empty() && (std::string_view(":-( ").find(parts[at].back()) != std::string_view::npos || parts[at].ends_with("\xE2\x80\x93"))) parts[at].resize(parts[at].size() - (parts[at].ends_with("\xE2\x80\x93") ? 3 : 1));
    if (is_weekday(ascii_lower(parts[at]))) parts[at].clear();
    parts.resize(parts[at].empty() ? at : at + 1);
  }
  while (!parts.empty() && parts.back().ends_with('.')) parts.back().pop_back();
  if (parts.empty()) return told;
  std::string first = parts.front();
  for (const std::string_view dash : {" \xE2\x80\x93 ", " - "}) first = replace_every(first, dash, ", ");
  std::vector<std::string> in_order = parts_of(name_first(first));
  in_order.insert(in_order.end(), parts.begin() + 1, parts.end());
  if (in_order.empty()) return told;  // nothing but a dash
  told.name = in_order.front();
  in_order.erase(in_order.begin());
  const std::size_t space = told.name.rfind(' ');
  if (space != std::string::npos && ends_post(std::string_view(told.name).substr(space + 1))) in_order.insert(in_order.begin(), std::exchange(told.name, ""));
  told.post = join_text(in_order, ", ");
  return told;
}

}  // namespace casewright
