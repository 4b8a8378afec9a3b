#include "assemble/soften.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/among.h"
#include "base/letters.h"
#include "base/softer_words.h"
#include "base/text.h"

namespace casewright {
namespace {

using std::string_view;

/// Words before a date after which "in" would be one word too many.
constexpr std::array<string_view, 46> before_dates{
    "in",     "since", "until",  "till",  "by",     "from",  "to",      "before", "after",  "of",    "and",  "or",
    "between", "during", "for",  "the",   "this",   "that",  "dated",   "date",   "around", "about", "circa", "late",
    "early",  "mid",   "through", "a",    "an",     "last",  "next",    "his",    "her",    "their", "its",  "no",
    "was",    "is",    "than",   "into",  "towards", "at",   "due",     "with",   "our",    "as"};

/// Words after which a moment that is told as "when she was aged 4" becomes a noun.
constexpr std::array<string_view, 8> before_ends{"since", "until", "till", "by", "from", "before", "after", "to"};

/// Of what may join two moments, " at approximately ".
constexpr std::size_t longest_joint = 18;

/// A stretch of text that will be rewritten as one, and what it tells.
struct Moment {
  Span span;
  std::string when;       ///< "March 2014", "about a week later", empty for a clock time alone
  std::string month;      ///< "March 2014", for where only a noun fits
  string_view part;       ///< of the day, empty where no time is told
  Date date;
  bool several = false;   ///< more than one day of that month
  bool birth = false;     ///< of which only the year is told
};

/// Words that stand before a week's first or last day.
constexpr std::array<string_view, 12> before_weeks{"w/c", "w/b", "w/e", "w/c:", "w/b:", "w.c.", "week commencing", "week beginning", "week starting", "week ending", "week of", "week from"};

bool joins_moments(string_view gap) {
  return among({" on ", ", ", " ", " at ", " on the ", ", on ", ", at ", " at about ", " at around ", " at approximately ", "@", " @ ", "T", " - ", "; "}, gap);
}
bool joins_ends(string_view gap) {
  return among({" and ", " to ", " - ", "-", " \xE2\x80\x93 ", " until ", "\xE2\x80\x93"}, gap);
}
bool lists(string_view gap) {
  return among({" and ", ", ", " & ", " or ", ", and ", " and on ", " and again on ", "; ", " and then on ", ", on "}, gap);
}

class Softener {
 public:
  Softener(string_view text, const SoftenRules& rules, std::vector<Edit>& edits) : text_(text), rules_(rules), edits_(edits) {}

  void run() {
    gather();
    for (std::size_t i = 0; i < moments_.size();) i = rewrite(i);
    for (const AgeInText& each : find_exact_ages(text_)) age(each);
  }

 private:
  // What stands there.

  void gather() {
    std::vector<DateInText> dates = find_dates(text_);
    for (const DateInText& each : named_days(text_)) dates.push_back(each);
    std::sort(dates.begin(), dates.end(), [](const DateInText& a, const DateInText& b) { return a.span.begin < b.span.begin; });
    for (const ToldTime& each : told_times(text_))
      if (!each.part.empty()) moments_.push_back({each.span, "", "", each.part, {}, false, false});
    for (const DateInText& each : dates)
      if (!stays(each)) moments_.push_back({each.span, words_for(each), month_for(each), {}, each.date, each.several, tells_birth(each)});
    for (const TimeInText& each : find_times(text_)) {
      const bool inside = std::any_of(dates.begin(), dates.end(), [&](const DateInText& date) { return date.span.overlaps(each.span); });
      if (!inside) moments_.push_back({each.span, "", "", part_of_day(each.minute), {}, false, false});
    }
    std::sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) { return a.span.begin < b.span.begin; });
  }

  bool tells_birth(const DateInText& date) const { return is_birth(date.date) || (born_before(date.span.begin) && date.date.known()); }
  bool is_birth(const Date& date) const { return date.exact() && among_dates(rules_.births, date); }
  static bool among_dates(const std::vector<Date>& dates, const Date& date) {
    return std::find(dates.begin(), dates.end(), date) != dates.end();
  }

  bool stays(const DateInText& date) const {
    if (date.form == DateForm::month_year) return !born_before(date.span.begin);
    if (is_birth(date.date) || born_before(date.span.begin)) return false;
    return among_dates(rules_.kept, date.date) || beside_guidance(date.span);
  }

  /// "born on", "DOB:", "date of birth".
  bool born_before(std::size_t at) const {
    const std::string before = ascii_lower(text_.substr(at < 24 ? 0 : at - 24, at < 24 ? at : 24));
    const auto ends = [&](string_view words) {
      const auto found = before.rfind(words);
      return found != std::string::npos && before.size() - found - words.size() <= 5;
    };
    for (const string_view brief : {"b. ", "b.", "b "})
      if (before.ends_with(brief) && (before.size() == brief.size() || !is_word(before[before.size() - brief.size() - 1]))) return true;
    return ends("born") || ends("dob") || ends("d.o.b") || ends("of birth");
  }

  /// True where the sentence speaks of a statute or guidance, whose dates are public.
  bool beside_guidance(Span span) const {
    std::size_t from = span.begin, to = span.end;
    while (from > 0 && !(text_[from - 1] == ' ' && from >= 2 && text_[from - 2] == '.')) --from;
    while (to < text_.size() && !(text_[to] == '.' && (to + 1 == text_.size() || text_[to + 1] == ' '))) ++to;
    const string_view sentence = text_.substr(from, to - from);
    for (std::size_t act = sentence.find("Act", 1); act != string_view::npos; act = sentence.find("Act", act + 1))
      if (sentence[act - 1] == ' ' && (sentence.substr(act + 3, 1) == " " || sentence.substr(act + 3, 1) == ",")) return true;
    for (const string_view words : {"Working Together", "guidance", "Guidance", "Regulations", "published"})
      if (sentence.find(words) != string_view::npos) return true;
    return false;
  }

  /// The month that house style tells; a day that moves with Easter has none without its year.
  std::string month_for(const DateInText& date) const {
    if (tells_birth(date)) return std::to_string(date.date.year);
    if (date.date.month == 0) return date.form == DateForm::weekday_only_with_day ? "one day" : "the spring";
    return date.date.known() ? month_and_year(date.date) : std::string(month_name(date.date.month));
  }

  std::string words_for(const DateInText& date) {
    if (tells_birth(date) || date.date.month == 0 || !date.date.known()) return month_for(date);
    if (rules_.style == DateStyle::age && rules_.subject_born.month != 0 && rules_.subject_born < date.date) {
      const int years = years_between(rules_.subject_born, date.date);
      return "when " + rules_.subject + " was " + (years < 1 ? std::string("under one year old") : "aged " + std::to_string(years));
    }
    if (rules_.style == DateStyle::relative) return relative(date.date);
    return month_and_year(date.date);
  }

  std::string relative(const Date& date) {
    const Date before = std::exchange(last_, date);
    if (!before.exact() || !date.exact() || date < before) return month_and_year(date);
    const auto days = day_number(date) - day_number(before);
    if (days == 0) return "the same day";
    if (days < 7) return "a few days later";
    if (days < 14) return "about a week later";
    if (days < 60) return "about " + std::to_string((days + 3) / 7) + " weeks later";
    if (days < 700) return "about " + std::to_string((days + 15) / 30) + " months later";
    return "about " + std::to_string((days + 180) / 365) + " years later";
  }

  // What is written instead.

  /// Rewrites the moment at `i` with those that belong to it; gives the next one.
  std::size_t rewrite(std::size_t i) {
    Moment moment = moments_[i];
    std::size_t next = i + 1;
    bool merged = moment.several;
    for (; next < moments_.size(); ++next) {
      Moment& other = moments_[next];
      if (other.span.begin < moment.span.end) continue;  // a time inside what is rewritten
      const std::size_t between = std::min<std::size_t>(other.span.begin - moment.span.end, longest_joint + 1);
      const string_view as_it_stands = text_.substr(moment.span.end, between);
      const std::string gap = as_it_stands == "T" ? "T" : ascii_lower(as_it_stands);
      if (!takes_in(moment, other, gap, merged)) {
        if (joins_ends(gap) && word_is(moment.span.begin, {"between", "from"})) moment.when = moment.month, other.when = other.month;
        break;
      }
      moment.span.end = other.span.end;
    }
    if (moment.when.empty()) time(moment, merged);
    else date(moment, merged);
    return next;
  }

  /// Makes `moment` tell what `other` tells too, where the words between them allow.
  bool takes_in(Moment& moment, const Moment& other, string_view gap, bool& merged) const {
    const bool dated = !moment.when.empty(), other_dated = !other.when.empty();
    if (dated != other_dated && (dated ? moment.part : other.part).empty() && joins_moments(gap)) {
      if (dated) {
        moment.part = other.part;
      } else {
        const Span from_time = moment.span;
        const string_view part = moment.part;
        moment = other;
        moment.span = from_time;
        moment.part = part;
      }
      merged = true;
      return true;
    }
    const bool ends = joins_ends(gap) && (word_is(moment.span.begin, {"between", "from"}) || !is_space(gap.front()) || gap == " - " || gap == " \xE2\x80\x93 ");
    if (!ends && !lists(gap)) return false;
    if (!other_dated) {
      if (moment.part != other.part) return false;
    } else if (!dated || !moment.part.empty() || !other.part.empty() || !same_month(moment, other)) {
      return false;
    }
    if (dated && moment.date.year == 0 && other.date.year != 0) {
      moment.when = other.when;
      moment.month = other.month;
      moment.date = other.date;
    }
    merged = true;
    return true;
  }

  static bool same_month(const Moment& a, const Moment& b) {
    if (a.birth || b.birth || a.date.month == 0 || b.date.month == 0) return a.when == b.when;
    return a.when == b.when || (a.date.month == b.date.month && (a.date.year == b.date.year || a.date.year == 0 || b.date.year == 0));
  }

  bool word_is(std::size_t at, std::initializer_list<string_view> words) const {
    return among(words, ascii_lower(word_before(text_, at)));
  }

  /// Moves `at` to the beginning of the word before it.
  void take_word(std::uint32_t& at) const {
    at = static_cast<std::uint32_t>(word_before(text_, at).data() - text_.data());
  }

  void put(Span span, std::string by) {
    if (begins_sentence(text_, span.begin)) by = with_capital(std::move(by));
    edits_.push_back({span, std::move(by)});
  }

  void date(Moment moment, bool merged) {
    Span span = moment.span;
    if (!moment.birth && moment.date.known() && born_before(moment.span.begin)) {  // "born at 02:10 on 3 March 2014"
      moment.birth = true;
      moment.when = moment.month = std::to_string(moment.date.year);
    }
    if (moment.birth) moment.part = {};
    if (!moment.part.empty() || (merged && text_[span.begin] != 'T')) {
      std::uint32_t at = span.begin;
      take_time_words(at);
      if (!moment.part.empty() || take_any(at, {"at"})) span.begin = at;
    }
    if (moment.birth && span.begin != moment.span.begin) return put(span, "in " + moment.when);
    if (week(span, moment)) return;
    choose_words(moment);
    const std::string in = has_preposition(moment.when) ? "" : "in ";
    if (!moment.part.empty()) {
      take_any(span.begin, {"on", "at", "by"});
      const std::string part(moment.part);
      return put(span, moment.when == "the same day" ? "the same " + part : "one " + part + " " + in + moment.when);
    }
    if (take_any(span.begin, {"the"}) && (names_thing(moment.span) || !word_is(span.begin, {"on", "of", "from", "since", "until", "by", "to", "and"})))
      span.begin = moment.span.begin;
    std::uint32_t at = span.begin;
    if (take_any(at, {"of"}) && word_is(at, {"morning", "afternoon", "evening", "night"})) {
      const std::string part = ascii_lower(word_before(text_, at));
      take_word(at);
      take_any(at, {"the"});
      take_any(at, {"on", "in", "during"});
      return put({at, span.end}, "one " + part + " " + in + moment.when);
    }
    if (take_any(span.begin, {"on"})) return put(span, in + moment.when);
    if (merged && take_any(span.begin, {"between", "from"})) return put(span, in + moment.when);
    const std::string before = ascii_lower(word_before(text_, span.begin));
    if (moment.when.starts_with("when") && among(before_ends, before)) return put(span, "the time " + moment.when);
    mend_article(span.begin, before, moment.when);
    put(span, !in.empty() && needs_preposition(span.begin) ? in + moment.when : moment.when);
  }

  /// "the 3 August meeting", but not "the 3rd of August" and "by the 3 August at the latest".
  bool names_thing(Span span) const {
    std::size_t digits = span.begin;
    while (digits < span.end && is_digit(text_[digits])) ++digits;
    if (digits == span.begin || (digits < span.end && is_letter(text_[digits]))) return false;
    const string_view next = word_after(text_, span.end);
    return !next.empty() && is_small(next[0]) &&
           !among({"and", "to", "or", "at", "he", "she", "they", "it", "we", "when", "but", "with", "for", "in", "by", "after", "until", "the", "as", "there", "his", "her"}, next);
  }

  static bool has_preposition(string_view when) {
    return when.starts_with("when ") || when.ends_with(" later") || when == "the same day" || when == "one day";
  }

  /// "a week later" fits only where words told when: elsewhere the month is told.
  void choose_words(Moment& moment) const {
    if (!has_preposition(moment.when) || moment.when == "one day") return;
    std::uint32_t at = moment.span.begin;
    take_any(at, {"the"});
    if (take_any(at, {"on"})) {
      std::string before = ascii_lower(text_.substr(at < 12 ? 0 : at - 12, at < 12 ? at : 12));
      while (!before.empty() && (before.back() == ' ' || before.back() == ',')) before.pop_back();
      for (const string_view each : {"later", "earlier", "next day", "before", "same day", "after"})
        if (before.ends_with(each)) moment.when = moment.month;
      return;
    }
    const std::string before = ascii_lower(word_before(text_, moment.span.begin));
    if (moment.when.starts_with("when") && among(before_ends, before)) return;
    if (!begins_sentence(text_, moment.span.begin) && !needs_preposition(moment.span.begin)) moment.when = moment.month;
  }

  /// True after a verb and the like, and after "her birthday is".
  bool needs_preposition(std::uint32_t at) const {
    const string_view word = word_before(text_, at);
    const std::string before = ascii_lower(word);
    if (before == "is" || before == "was") {
      take_word(at);
      return !word_is(at, {"date", "day", "deadline", "dates"});
    }
    if (word.empty()) {  // "The next day, 19 June, he rang."
      for (const string_view each : {"day, ", "week, ", "morning, ", "afternoon, ", "evening, ", "night, "})
        if (text_.substr(0, at).ends_with(each)) return true;
      return false;
    }
    if (among(before_dates, before)) return false;
    return is_small(word[0]) || (before.ends_with("ed") && begins_sentence(text_, static_cast<std::size_t>(word.data() - text_.data()))) || among({"born", "seen", "met", "died"}, before);
  }

  /// "w/c 3 March 2014" and "in the week of 3 March 2014" become "one week in March 2014".
  bool week(Span span, const Moment& moment) {
    std::uint32_t at = span.begin;
    take_any(at, {"the"});
    std::string before = ascii_lower(text_.substr(at < 24 ? 0 : at - 24, at < 24 ? at : 24));
    while (!before.empty() && is_space(before.back())) before.pop_back(), --at;
    for (const string_view each : before_weeks) {
      if (!before.ends_with(each) || (before.size() > each.size() && is_word(before[before.size() - each.size() - 1]))) continue;
      at -= static_cast<std::uint32_t>(each.size());
      take_any(at, {"the"});
      take_any(at, {"on", "in", "during"});
      const bool end = word_is(at, {"by", "since", "until", "till", "before", "after", "from", "to"});
      put({at, span.end}, end || moment.month == "one day" ? moment.month : "one week in " + moment.month);
      return true;
    }
    return false;
  }

  /// "a 3 April visit" becomes "an April visit".
  void mend_article(std::uint32_t at, string_view before, string_view when) {
    const bool vowel = when.starts_with("A") || when.starts_with("O");
    if (before == "a" && vowel) edits_.push_back({{at - 1, at}, "n "});
    if (before == "an" && !vowel && !when.empty() && is_capital(when[0])) edits_.push_back({{at - 2, at}, " "});
  }

  bool take_any(std::uint32_t& at, std::initializer_list<string_view> words) const {
    if (!word_is(at, words)) return false;
    take_word(at);
    return true;
  }

  /// "about", "just after" and the like before a clock time.
  void take_time_words(std::uint32_t& at) const {
    while (take_any(at, {"about", "around", "approximately", "approx", "roughly", "exactly", "just", "shortly"}) ||
           (word_is(at, {"after", "before"}) && word_is(static_cast<std::size_t>(word_before(text_, at).data() - text_.data()), {"just", "shortly"}) &&
            take_any(at, {"after", "before"}))) {
    }
  }

  void time(const Moment& moment, bool merged) {
    Span span = moment.span;
    const std::string part(moment.part);
    take_time_words(span.begin);
    if (take_any(span.begin, {"at"}) || (merged && take_any(span.begin, {"between", "from"}))) return put(span, in_part_of_day(part));
    const std::string before = ascii_lower(word_before(text_, span.begin));
    if (among({"the", "a", "an", "his", "her", "their", "this", "that", "every"}, before)) {
      if (before == "a" && part == "afternoon") edits_.push_back({{span.begin - 1, span.begin}, "n "});
      if (before == "a" && part == "evening") edits_.push_back({{span.begin - 1, span.begin}, "n "});
      if (before == "an" && (part == "morning" || part == "night")) edits_.push_back({{span.begin - 2, span.begin}, " "});
      return put(span, part);
    }
    if (among({"by", "until", "till", "from", "since", "before", "after", "to", "and", "between", "towards"}, before))
      return put(span, "the " + part);
    const bool leads = span.begin == 0 && span.end + 1 < text_.size() && text_[span.end] == ' ';
    put(span, in_part_of_day(part) + (leads ? ":" : ""));
  }

  void age(const AgeInText& age) {
    // "7 months old" is as exact as a reader needs, "38 months old" is 3 years and 2 months.
    if (age.days == 0 && age.weeks == 0 && age.years == 0 && age.months < 24) return;
    put(age.span, softer_age(age));
  }

  string_view text_;
  const SoftenRules& rules_;
  std::vector<Edit>& edits_;
  std::vector<Moment> moments_;
  Date last_;
};

}  // namespace

void soften(string_view text, const SoftenRules& rules, std::vector<Edit>& edits) { Softener(text, rules, edits).run(); }

}  // namespace casewright
