#include "assemble/soften.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/among.h"
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

/// Of what may join two moments, " at approximately ".
constexpr std::size_t longest_joint = 18;

/// A stretch of text that will be rewritten as one, and what it tells.
struct Moment {
  Span span;
  std::string when;       ///< "March 2014", empty for a clock time alone
  string_view part;       ///< of the day, empty where no time is told
};

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
    for (const ToldTime& each : told_times(text_))
      if (!each.part.empty()) moments_.push_back({each.span, "", each.part});
    for (const DateInText& each : dates)
      if (!stays(each)) moments_.push_back({with_range(each), words_for(each), {}});
    for (const TimeInText& each : find_times(text_)) {
      const bool inside = std::any_of(dates.begin(), dates.end(), [&](const DateInText& date) { return date.span.overlaps(each.span); });
      if (!inside) moments_.push_back({each.span, "", part_of_day(each.minute)});
    }
    std::sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) { return a.span.begin < b.span.begin; });
  }

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

  std::string words_for(const DateInText& date) {
    if (is_birth(date.date) || (born_before(date.span.begin) && date.date.known())) return std::to_string(date.date.year);
    if (date.date.month == 0) return "one day";
    if (!date.date.known()) return std::string(month_name(date.date.month));
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

  /// Takes in the first days of "3 to 7 March 2014".
  Span with_range(const DateInText& date) const {
    Span span = date.span;
    if (date.form != DateForm::day_month_year && date.form != DateForm::day_month) return span;
    if (text_[span.begin] < '0' || text_[span.begin] > '9') return span;
    std::size_t at = span.begin;
    for (int days = 0; days < 3; ++days) {
      const std::size_t number = day_before(at);
      if (number == at) break;
      at = number;
    }
    span.begin = static_cast<std::uint32_t>(at);
    return span;
  }

  /// Where "3 to " or "3rd-" before `at` begins, or `at`.
  std::size_t day_before(std::size_t at) const {
    std::size_t end = at;
    while (end > 0 && text_[end - 1] == ' ') --end;
    string_view head = text_.substr(0, end);
    bool joined = false;
    for (const string_view joint : {"to", "and", "-", "\xE2\x80\x93", "&", "/", ",", "or"})
      if (head.ends_with(joint) && (joint.size() == 1 || joint[0] > 'z' || (end < at && head.size() > joint.size() && head[head.size() - joint.size() - 1] == ' '))) {
        head.remove_suffix(joint.size());
        joined = true;
        break;
      }
    if (!joined) return at;
    while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
    for (const string_view ending : {"st", "nd", "rd", "th"})
      if (head.ends_with(ending)) head.remove_suffix(2);
    std::size_t digits = 0;
    while (digits < head.size() && head[head.size() - 1 - digits] >= '0' && head[head.size() - 1 - digits] <= '9') ++digits;
    if (digits == 0 || digits > 2) return at;
    const std::size_t from = head.size() - digits;
    if (from > 0 && text_[from - 1] != ' ' && text_[from - 1] != '(') return at;
    return from;
  }

  // What is written instead.

  /// Rewrites the moment at `i` with those that belong to it; gives the next one.
  std::size_t rewrite(std::size_t i) {
    Moment moment = moments_[i];
    const bool dated = !moment.when.empty();
    std::size_t next = i + 1;
    bool merged = false;
    if (next < moments_.size()) {
      const Moment& other = moments_[next];
      const std::size_t between = std::min<std::size_t>(other.span.begin - moment.span.end, longest_joint + 1);
      const std::string gap = ascii_lower(text_.substr(moment.span.end, between));
      const bool together = gap == " on " || gap == ", " || gap == " " || gap == " at " || gap == " on the " || gap == ", on " || gap == ", at " ||
                            gap == " at about " || gap == " at around " || gap == " at approximately ";
      const bool range = gap == " and " || gap == " to " || gap == " - " || gap == "-" || gap == " \xE2\x80\x93 " || gap == " until " || gap == "\xE2\x80\x93";
      const bool starts_here = word_is(moment.span.begin, {"between", "from"}) || gap.find('-') != std::string::npos || gap.find("\xE2\x80\x93") != std::string::npos;
      if (together && dated != !other.when.empty()) {
        if (dated) moment.part = other.part;
        else moment.when = other.when;
        merged = true;
      } else if (range && moment.when == other.when && moment.part == other.part && starts_here) {
        merged = true;
      }
      if (merged) {
        moment.span.end = other.span.end;
        ++next;
      }
    }
    if (moment.when.empty()) time(moment, merged);
    else date(moment, merged);
    return next;
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
    const bool own_preposition = moment.when.starts_with("when ") || moment.when.ends_with(" later") || moment.when == "the same day" ||
                                 moment.when == "one day";
    const std::string in = own_preposition ? "" : "in ";
    Span span = moment.span;
    if (!moment.part.empty()) {
      take_time_words(span.begin);
      take_any(span.begin, {"on", "at", "by"});
      return put(span, "one " + std::string(moment.part) + " " + in + moment.when);
    }
    if (take_any(span.begin, {"the"}) && !word_is(span.begin, {"on", "of", "from", "since", "until", "by", "to", "and"}))
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
    const bool verb_before = !before.empty() && before[0] >= 'a' && before[0] <= 'z' && !among(before_dates, before) &&
                             word_before(text_, span.begin)[0] >= 'a';
    if (own_preposition && among({"since", "until", "by", "from"}, before))
      return put(span, moment.when.starts_with("when") ? "the time " + moment.when : moment.when);
    put(span, verb_before && !own_preposition ? in + moment.when : moment.when);
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
    if (age.days == 0 && age.weeks == 0 && age.years == 0) return;  // "7 months old" is as exact as a reader needs
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
