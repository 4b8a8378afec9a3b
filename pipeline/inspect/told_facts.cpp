#include "inspect/told_facts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "base/among.h"
#include "base/dates.h"
#include "base/number_words.h"
#include "base/text.h"
#include "inspect/name_tokens.h"

namespace casewright {
namespace {

constexpr std::string_view happening = "times";
constexpr int least_counted = 4;  // a summary adds up fewer by itself

std::string singular(std::string_view word) {
  if (word == "children") return "child";
  if (word.size() > 4 && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  return std::string(word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word);
}

bool is_length(std::string_view word) { return among({"hour", "day", "week", "month", "year"}, word); }

/// What happens and is counted: two documents count the same calls as "calls", "occasions" or "times".
bool happens(std::string_view word) {
  return among({"time", "occasion", "visit", "attendance", "call", "contact", "referral", "appointment", "admission", "incident", "episode", "notification",
                "report", "concern", "presentation", "assault", "call-out", "callout", "absence", "allegation", "disclosure"}, word);
}

/// Reads the numbers of one stretch.
class FactReader {
 public:
  FactReader(const Prose& prose, const Stretch& stretch, std::vector<ToldFact>& into) : prose_(prose), end_(stretch.end_token), first_(stretch.first_token), into_(into) {}

  void read() {
    for (std::uint32_t at = first_; at < end_; ++at)
      if (!read_month(at) && !read_joined(at) && !read_twice(at)) read_number(at);
  }

 private:
  std::string_view word(std::uint32_t at) const { return at < end_ ? folded_word(prose_, at) : std::string_view(); }
  std::string_view before(std::uint32_t at, std::uint32_t back) const { return at >= first_ + back ? folded_word(prose_, at - back) : std::string_view(); }

  static std::optional<int> year_of(std::string_view word) {
    const bool digits = word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
    return digits && (word.starts_with("19") || word.starts_with("20")) ? std::optional(std::stoi(std::string(word))) : std::nullopt;
  }

  void add(FactKind kind, int value, std::string of, std::uint32_t from, std::uint32_t to) {
    const Span span{prose_.tokens[from].begin, prose_.tokens[to - 1].span().end};
    into_.push_back({kind, value, std::move(of), fold_space(prose_.view(span)), is_about(from) || (kind == FactKind::length && is_worked_out(from, to)), span});
  }

  /// "six days later", "the first three months", "a baby of eight months": worked out from days that are told.
  bool is_worked_out(std::uint32_t at, std::uint32_t to) const {
    return among({"after", "afterwards", "later", "before", "ago", "earlier", "previously", "since", "prior", "into", "from", "apart", "short", "older", "younger"}, word(to)) ||
           among({"first", "last", "next", "past", "previous", "every", "following", "preceding", "final", "another", "quite"}, before(at, 1)) ||
           (before(at, 1) == "of" && among({"baby", "child", "boy", "girl", "infant", "toddler", "son", "daughter"}, before(at, 2)));
  }

  /// "some three weeks", "more than ten", "two or three".
  bool is_about(std::uint32_t at) const {
    const std::string_view last = before(at, 1), word_before = before(at, 2);
    if (among({"about", "around", "some", "nearly", "almost", "over", "under", "approximately", "roughly", "least", "than", "most", "within", "circa", "just", "between"}, last)) return true;
    if (last == "to" && word_before == "up") return true;
    if (last == "of" && word_before == "age" && (before(at, 3) == "about" || before(at, 4) == "about" || before(at, 4) == "around")) return true;  // "about the age of three"
    if (among({"to", "or", "and"}, last) && (number_of_words(word_before) || before(at, 3) == "between")) return true;
    return among({"or", "to"}, word(at + 1)) && number_of_words(word(at + 2)).has_value();
  }

  /// "August 2019", and the month alone with the year 0.
  bool read_month(std::uint32_t at) {
    const int month = word(at).size() >= 3 && has_capital(prose_, at) ? month_of_name(word(at)) : 0;
    if (month == 0) {
      if (const auto year = year_of(word(at))) add(FactKind::year, *year, "year", at, at + 1);
      return year_of(word(at)).has_value();
    }
    if (word(at) == "may" && !year_of(word(at + 1)) && prose_.tokens[at].opens_sentence) return false;
    const auto year = year_of(word(at + 1));
    add(FactKind::month, year ? *year * 12 + month : month, "month", at, year ? at + 2 : at + 1);
    return false;  // the year counts by itself, too
  }

  /// "17-year-old", "five-month".
  bool read_joined(std::uint32_t at) {
    const std::string_view whole = word(at);
    const std::size_t unit = whole.find('-');
    if (unit == std::string_view::npos) return false;
    const std::size_t old = std::min(whole.find('-', unit + 1), whole.size());
    const std::string of = singular(whole.substr(unit + 1, old - unit - 1));
    const auto value = number_of_words(whole.substr(0, unit));
    if (!value || !is_length(of)) return false;
    add(whole.substr(old) == "-old" ? FactKind::age : FactKind::length, *value, of, at, at + 1);
    return true;
  }

  /// "twice".
  bool read_twice(std::uint32_t at) {
    if (word(at) != "twice") return false;
    add(FactKind::count, 2, std::string(happening), at, at + 1);
    return true;
  }

  void read_number(std::uint32_t at) {
    constexpr int most = 999;
    const auto value = number_of_words(word(at));
    if (!value || *value < 2 || *value > most) return;
    if (among({"section", "paragraph", "chapter", "page", "table", "figure", "appendix", "finding", "recommendation", "act", "article", "regulation", "stage", "tier", "level", "grade", "year", "child", "adult",
               "sibling", "number", "no", "part", "question", "theme", "\xC2\xA3", "worker", "visitor", "nurse", "officer", "gp", "hospital", "trust", "band", "step"}, before(at, 1)))
      return;
    if (number_of_words(before(at, 1)) || month_of_name(word(at + 1)) != 0 || (month_of_name(before(at, 1)) != 0 && prose_.tokens[at].casing == Casing::number)) return;
    if (is_age(at)) return add(FactKind::age, *value, "year", at, at + 1);
    if (word(at + 1) == "%" || word(at + 1) == "percent" || (word(at + 1) == "per" && word(at + 2) == "cent")) return add(FactKind::share, *value, "per cent", at, std::min(end_, at + (word(at + 1) == "per" ? 3u : 2u)));
    if (at + 1 == end_ && at == first_) return add(FactKind::age, *value, "", at, at + 1);  // a cell by itself may be anything
    read_unit(at, *value);
  }

  /// "aged 16", "who was 16 when", "at the age of 16".
  bool is_age(std::uint32_t at) const {
    if (among({"aged", "age", "ages"}, before(at, 1))) return true;
    if (before(at, 1) == "of" && among({"age", "ages", "child", "girl", "boy", "baby", "man", "woman", "son", "daughter", "brother", "sister", "boyfriend", "girlfriend"}, before(at, 2))) return true;
    if (among({"and", "to", "or"}, before(at, 1)) && at >= first_ + 3 && number_of_words(before(at, 2)) && is_age(at - 2)) return true;  // "between the ages of 13 and 15"
    if (before(at, 1) == "," && among({")", ","}, word(at + 1)) && among({"(", "girl", "boy", "man", "woman"}, before(at, 2))) return true;  // "(a girl, 12)"
    const bool said = among({"was", "is", "turned", "were", "nearly", "then", "now"}, before(at, 1));
    const bool ends = at + 1 >= end_ || casewright::is_mark(prose_, at + 1) || among({"when", "at", "and", "by", "before"}, word(at + 1));
    return said && ends && word(at + 1) != "%";
  }

  /// "nine missed appointments", "seven weeks", "two younger siblings": the noun within three words.
  void read_unit(std::uint32_t at, int value) {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t next = at + 1; next < end_ && next < at + reach; ++next) {
      if (casewright::is_mark(prose_, next) || prose_.tokens[next].casing == Casing::number || number_of_words(word(next))) break;
      if (among({"of", "in", "and", "or", "to", "for", "from", "on", "at", "with", "by", "the", "a", "that", "which", "who", "were", "was", "had", "have", "more", "further", "other", "others", "per"}, word(next))) break;
      const std::string of = singular(word(next));
      if (is_length(of)) {
        const bool old = word(next + 1) == "old" || (word(next + 1) == "of" && word(next + 2) == "age");
        if (next == at + 1) add(old ? FactKind::age : FactKind::length, value, of, at, next + 1);
        return;
      }
      if (happens(of)) return add(FactKind::count, value, std::string(happening), at, next + 1);
      if (is_plural(word(next))) return add(FactKind::count, value, of, at, next + 1);
    }
  }

  /// "themes", and neither "previous" nor "was".
  static bool is_plural(std::string_view word) {
    if (among({"children", "people", "men", "women"}, word)) return true;
    const bool other = word.size() < 4 || word.ends_with("us") || word.ends_with("ss") || word.ends_with("is") || word.ends_with("'s");
    return word.ends_with('s') && !other;
  }

  const Prose& prose_;
  std::uint32_t end_, first_;
  std::vector<ToldFact>& into_;
};

/// The days of a length of time, about.
double days_of(const ToldFact& fact) {
  const double unit = fact.of == "hour" ? 1 / 24.0 : fact.of == "day" ? 1 : fact.of == "week" ? 7 : fact.of == "month" ? 30.4 : 365.25;
  return fact.value * unit;
}

bool same_time(const ToldFact& a, const ToldFact& b) {
  if (a.of == b.of) return a.value == b.value;
  const double one = days_of(a), other = days_of(b);
  return std::abs(one - other) <= 0.12 * std::max(one, other);
}

/// True where one of those facts is the same.
bool told(const ToldFact& fact, const std::vector<const ToldFact*>& there) {
  const bool times = fact.kind == FactKind::length || (fact.kind == FactKind::age && !fact.of.empty());
  for (const ToldFact* each : there)
    if (each->of.empty() ? each->value == fact.value : times ? same_time(fact, *each) : each->value == fact.value) return true;
  return false;
}

}  // namespace

std::vector<ToldFact> told_facts(const Prose& prose) {
  std::vector<ToldFact> facts;
  constexpr Scopes apart = Scopes{}.with(Scope::contents).with(Scope::furniture).with(Scope::note);
  for (const Stretch& stretch : prose.stretches)
    if (visible_scopes.has(stretch.scope) && !apart.has(stretch.scope)) FactReader(prose, stretch, facts).read();
  return facts;
}

std::vector<ToldFact> only_told_here(const Prose& here_told, const Prose& there_told) {
  constexpr int months_in_year = 12;
  const std::vector<ToldFact> here = told_facts(here_told), there = told_facts(there_told);
  std::set<int> numbers;  // of anything: "In the other 12 none was asked for"
  for (const Token& token : there_told.tokens)
    if (const auto number = number_of_words(there_told.words[token.word].folded)) numbers.insert(*number);
  std::vector<ToldFact> alone;
  for (const ToldFact& fact : here) {
    if (fact.about || fact.of.empty() || (fact.kind == FactKind::month && fact.value <= months_in_year)) continue;
    std::vector<const ToldFact*> like;
    for (const ToldFact& each : there)
      if ((each.kind == fact.kind && (fact.kind != FactKind::count || each.of == fact.of)) || (fact.kind == FactKind::age && each.kind == FactKind::length)) like.push_back(&each);
    if (fact.kind == FactKind::month) {
      // A month that is told without its year may be this one; a year that is not told at all is a finding by itself.
      const int month = (fact.value - 1) % months_in_year + 1, year = (fact.value - 1) / months_in_year;
      const bool month_told = std::any_of(like.begin(), like.end(), [&](const ToldFact* each) { return each->value == fact.value || each->value == month; });
      const bool year_told = std::any_of(there.begin(), there.end(), [&](const ToldFact& each) { return each.kind == FactKind::year && each.value == year; });
      if (!month_told && year_told) alone.push_back(fact);
      continue;
    }
    if (fact.kind == FactKind::length && fact.of == "hour") continue;
    if (fact.kind == FactKind::count && (fact.value < least_counted || (fact.of != happening && numbers.contains(fact.value)))) continue;
    const bool known = std::any_of(like.begin(), like.end(), [&](const ToldFact* each) { return !each->of.empty() && each->kind == fact.kind; });
    if (known && !told(fact, like)) alone.push_back(fact);
  }
  return alone;
}

}  // namespace casewright
